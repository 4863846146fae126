import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot, runAction } from '../../sandbox/index.js';
import { actionFile } from './support/story.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
await internet.generic.image('acme/app', '1.0');
const folders = useFolders();
const registry = 'registry.example.com';
const inputs = { registry, image: 'acme/app', tag: '1.0', repo: 'acme/app', ref: 'a'.repeat(40) };
/** Every write to it is refused for want of room. */
const full = '/dev/full';

async function unwritable(): Promise<readonly string[]> {
  const folder = await folders.create({ file: '' });
  return [join(folder, 'none', 'summary.md'), join(folder, 'none'), folder, join(folder, 'file', 'below')].concat(
    existsSync(full) ? [full] : [],
  );
}

describe('a step summary that cannot be written is a warning', () => {
  test('of a gate that is ready, and of one that is not', async () => {
    for (const path of await unwritable()) {
      const env = { GITHUB_STEP_SUMMARY: path };
      const ready = await runAction({ action: actionFile, internet, inputs, env });
      const closed = await runAction({
        action: actionFile,
        internet,
        inputs: { ...inputs, tag: 'none', 'fail-if-not-ready': 'true' },
        env,
      });

      expect([path, ready.exitCode, ready.outputs.ready]).toEqual([path, 0, 'true']);
      expect([path, closed.exitCode, closed.outputs.ready]).toEqual([path, 1, 'false']);
      expect(ready.annotations.map(({ kind, message }) => [kind, message])).toEqual([
        ['warning', expect.stringContaining('The step summary cannot be written: ')],
      ]);
      expect(closed.annotations.map(({ kind }) => kind).sort()).toEqual(['error', 'warning']);
    }
  });

  test('of a prune that has deleted', async () => {
    for (const [at, path] of (await unwritable()).entries()) {
      for (const tag of ['1', '2', '3']) await internet.generic.image(`acme/old-${at}`, tag);

      const { exitCode, outputs } = await runAction({
        action: join(projectRoot(), 'prune', 'action.yml'),
        internet,
        inputs: { registry, image: `acme/old-${at}`, keep: '1' },
        env: { GITHUB_STEP_SUMMARY: path },
      });

      expect([path, exitCode, outputs['deleted-count']]).toEqual([path, 0, '2']);
    }
  });

  test('of a failure, which is reported as it is', async () => {
    for (const path of await unwritable()) {
      const { exitCode, annotations } = await runAction({
        action: join(projectRoot(), 'inspect', 'action.yml'),
        internet,
        inputs: { registry, image: 'acme/app:none' },
        env: { GITHUB_STEP_SUMMARY: path },
      });

      expect([path, exitCode]).toEqual([path, 3]);
      expect(annotations.find(({ kind }) => kind === 'error')?.message).toContain('404');
    }
  });
});

describe('outputs that cannot be written fail the step', () => {
  test('after the result is in the log and in the summary', async () => {
    for (const path of await unwritable()) {
      const { exitCode, annotations, log, summary } = await runAction({
        action: actionFile,
        internet,
        inputs,
        env: { GITHUB_OUTPUT: path },
      });

      expect([path, exitCode]).toEqual([path, 64]);
      expect(log).toContain('registry.example.com/acme/app:1.0 is ready');
      expect(summary).toContain('is ready');
      expect(annotations).toHaveLength(1);
      expect(annotations[0]?.message).toContain('the outputs cannot be written to the file GITHUB_OUTPUT: ');
      expect(annotations[0]?.message).not.toContain('defect');
    }
  });

  test('a gate that is closed stays exit code 1', async () => {
    const [path = ''] = await unwritable();
    const { exitCode } = await runAction({
      action: actionFile,
      internet,
      inputs: { ...inputs, tag: 'none', 'fail-if-not-ready': 'true' },
      env: { GITHUB_OUTPUT: path },
    });

    expect(exitCode).toBe(1);
  });
});

(existsSync(full) ? describe : describe.skip)('a full disk behind standard output', () => {
  /** Runs the bundle with one of its streams on a full disk. */
  function intoFull(stream: '>' | '2>', args: readonly string[]): Promise<{ exitCode: number | null; stderr: string }> {
    const env = { PATH: process.env.PATH, HOME: '/nowhere', ...internet.env };
    const program = [process.execPath, join(projectRoot(), 'dist', 'index.js'), ...args];
    return new Promise((resolve, reject) => {
      const child = spawn('sh', ['-c', `exec "$@" ${stream}${full}`, 'sh', ...program], { env });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.stdout.resume();
      child.once('error', reject);
      child.once('close', (exitCode) => resolve({ exitCode, stderr }));
    });
  }

  const image = [`--registry=${registry}`, '--image=acme/app', '--repo=acme/app', `--ref=${'a'.repeat(40)}`];

  test.each([
    ['check', ...image, '--tag=1.0'],
    ['check', ...image, '--tag=1.0', '--json'],
    ['tags', `${registry}/acme/app`, '--json'],
    ['check', '--help'],
    ['completion', 'bash'],
  ])('%s %s: an error without a stack, exit code 64', async (...args) => {
    const { exitCode, stderr } = await intoFull('>', args);

    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/^Error: standard output cannot be written: .*ENOSPC/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('a log that is lost changes nothing', async () => {
    expect((await intoFull('2>', ['check', ...image, '--tag=1.0', '--verbose'])).exitCode).toBe(0);
    expect((await intoFull('2>', ['check', ...image, '--tag=none'])).exitCode).toBe(1);
  });
});
