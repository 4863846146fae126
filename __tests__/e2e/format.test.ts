import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hasTerminal, runCli } from '../../sandbox/index.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
/** Nothing is requested of it. */
const silent = await useInternet();
const folders = useFolders();
const registry = 'registry.example.com';
const digests = {
  one: await internet.generic.image('acme/app', '1.0.0'),
  two: await internet.generic.image('acme/app', '1.1.0', { layers: [Buffer.alloc(10, 2)] }),
};
await internet.generic.image('acme/web', '1.0.0');
const commit = 'a'.repeat(40);
const gate = ['check', '--registry', registry, '--image', 'acme/app', '--repo', 'acme/app', '--ref', commit];

function cli(args: readonly string[], more: { columns?: number; cwd?: string } = {}) {
  return runCli({ internet, args, ...more });
}

describe('a list in a pipe', () => {
  test.concurrent.each([
    [['tags', `${registry}/acme/app`], '1.0.0\n1.1.0\n', `${registry}/acme/app has 2 tags`],
    [['tags', `${registry}/acme/app`, '--include', '^9'], '', `${registry}/acme/app has 2 tags, 0 as requested`],
    [['repositories', '--registry', registry], 'acme/app\nacme/web\n', `${registry} has 2 repositories`],
  ])('%j is a name a line; the total is on standard error', async (args, stdout, headline) => {
    const [piped, quiet] = await Promise.all([cli(args), cli([...args, '--quiet'])]);

    expect([piped.exitCode, piped.stdout, piped.stderr]).toEqual([0, stdout, `${headline}\n`]);
    expect([quiet.exitCode, quiet.stdout, quiet.stderr]).toEqual([0, stdout, '']);
  });

  test.concurrent.each([
    ['tags', `${registry}/acme/app`, '--details'],
    ['repositories', '--registry', registry, '--details'],
    ['repositories', '--registry', registry, '--shards', '2'],
    ['tags', `${registry}/acme/app`, '--format', 'table'],
  ])('is a table where more than names is asked for: %j', async (...args) => {
    const { exitCode, stdout } = await cli(args);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^(?:TAG|REPOSITORY)\b/);
  });

  (hasTerminal() ? test.concurrent : test.skip)(
    'on a terminal it is a table, quiet or by --format names it is not',
    async () => {
      const args = ['tags', `${registry}/acme/app`];
      const [table, quiet, names] = await Promise.all([
        cli(args, { columns: 80 }),
        cli([...args, '--quiet'], { columns: 80 }),
        cli([...args, '--format', 'names'], { columns: 80 }),
      ]);

      expect(table.stdout).toContain('TAG');
      expect(quiet.stdout.replaceAll('\r', '')).toBe('1.0.0\n1.1.0\n');
      expect(names.stdout).not.toContain('TAG');
    },
  );
});

describe('--format names', () => {
  const app = `${registry}/acme/app`;
  test.concurrent.each<[string, readonly string[], number, string]>([
    ['check: ready', [...gate, '--tag', '1.0.0'], 0, `${app}@${digests.one}\n`],
    ['check: not ready', [...gate, '--tag', 'none'], 1, ''],
    ['latest', ['latest', `${app}:1.0.0`, `${app}:1.1.0`, '--strategy', 'minor'], 0, `${app}:1.1.0\n`],
    ['inspect', ['inspect', `${app}:1.0.0`, `${app}:1.1.0`], 0, `${app}@${digests.one}\n${app}@${digests.two}\n`],
    ['delete', ['delete', `${app}:1.0.0`, `${app}:1.1.0`, '--dry-run'], 0, `${app}:1.0.0\n${app}:1.1.0\n`],
    ['prune', ['prune', app, '--keep', '1', '--dry-run'], 0, `${app}:1.0.0\n`],
  ])('of %s', async (_what, args, exitCode, stdout) => {
    const run = await cli([...args, '--format', 'names']);

    expect([run.exitCode, run.stdout]).toEqual([exitCode, stdout]);
    expect(run.stderr).not.toBe('');
  });

  test.concurrent.each([['login'], ['repository'], ['backup']])(
    '%s has none: exit code 64, and nothing was requested',
    async (name) => {
      const { exitCode, stdout, stderr } = await cli([name, '--format', 'names']);

      expect([exitCode, stdout]).toEqual([64, '']);
      expect(stderr).toContain(`Error: ${name} has no names to print`);
    },
  );
});

describe('--format dotenv', () => {
  const lines = (text: string) =>
    Object.fromEntries(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );

  test.concurrent('has the outputs that need no quotes, and names the others', async () => {
    const { exitCode, stdout, stderr } = await cli([...gate, '--tag', '1.0.0', '--format', 'dotenv']);

    expect(exitCode).toBe(0);
    expect(lines(stdout)).toEqual({
      IMAGE_GATE_READY: 'true',
      IMAGE_GATE_STATUS: 'ready',
      IMAGE_GATE_IMAGE: `${registry}/acme/app:1.0.0`,
      IMAGE_GATE_TAG: '1.0.0',
      IMAGE_GATE_COMMIT: commit,
      IMAGE_GATE_DIGEST: digests.one,
      IMAGE_GATE_PINNED: `${registry}/acme/app@${digests.one}`,
      IMAGE_GATE_BUILD_URL: '',
      IMAGE_GATE_BUILD_CONCLUSION: '',
    });
    expect(stderr).toBe('Not written as dotenv, which cannot hold these values: results\n');
  });

  test.concurrent('of an image that is not ready: exit code 1, and why', async () => {
    const { exitCode, stdout, stderr } = await cli([...gate, '--tag', 'none', '--format', 'dotenv']);

    expect(exitCode).toBe(1);
    expect(lines(stdout)).toMatchObject({ IMAGE_GATE_READY: 'false', IMAGE_GATE_STATUS: 'not-ready' });
    expect(stderr).toContain(`${registry}/acme/app:none is not ready`);
  });

  test.concurrent('of an error has no line', async () => {
    const { exitCode, stdout } = await cli(['inspect', `${registry}/acme/app:none`, '--format', 'dotenv', '--quiet']);

    expect([exitCode, stdout]).toEqual([3, '']);
  });
});

describe('--format json', () => {
  test.concurrent('is --json', async () => {
    const args = ['tags', `${registry}/acme/app`];
    const [format, json] = await Promise.all([cli([...args, '--format', 'json']), cli([...args, '--json'])]);

    expect(format.stdout).toBe(json.stdout);
    expect(JSON.parse(format.stdout)).toMatchObject({ tags: ['1.0.0', '1.1.0'] });
  });

  test.concurrent.each([['--format=json'], ['--json'], ['--format', 'json']])(
    '%s of wrong usage is JSON too',
    async (...flags) => {
      const { exitCode, stdout } = await cli(['tags', 'a/b', '--limit', 'x', ...flags]);

      expect(exitCode).toBe(64);
      expect(JSON.parse(stdout)).toMatchObject({ status: 'error', exitCode: 64 });
    },
  );
});

describe('results-file', () => {
  const app = `${registry}/acme/app`;
  const jobs: readonly (readonly [string, readonly string[], number, string])[] = [
    ['check', [...gate, '--tag', '1.0.0'], 0, 'image'],
    ['check that is not ready', [...gate, '--tag', 'none'], 1, 'image'],
    ['inspect', ['inspect', `${app}:1.0.0`, `${app}:none`], 3, 'image'],
    ['latest', ['latest', `${app}:1.0.0`], 0, 'image'],
    ['copy', ['copy', `${app}:1.0.0`, `${app}:copied`], 0, 'image'],
  ];

  test.each(jobs)('of %s has the objects of the output', async (_what, args, wanted, key) => {
    const folder = await folders.create({ 'results.json': 'old' });
    const { exitCode } = await cli([...args, '--results-file', 'results.json'], { cwd: folder });

    expect(exitCode).toBe(wanted);
    const results = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8'));
    expect(results[0]).toHaveProperty(key);
  });

  test.each(jobs)('of %s that cannot be written: exit code 64, before anything is requested', async (_what, args) => {
    const folder = await folders.create({ file: '' });
    for (const path of ['none/results.json', '.', 'file/results.json']) {
      const { exitCode, stderr } = await runCli({
        internet: silent,
        args: [...args, '--results-file', path],
        cwd: folder,
      });

      expect([path, exitCode]).toEqual([path, 64]);
      expect(stderr).toContain(`the file "${path}" cannot be written: `);
      expect(silent.requests).toEqual([]);
    }
  });
});
