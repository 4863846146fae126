import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

const { jobs }: Workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'image-gate-release-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a step of the release workflow as the runner does, with programs that record how they are called. */
function run(job: string, name: string, programs: Readonly<Record<string, string>>) {
  const script = jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`release.yml has no step ${name}`);
  const place = mkdtempSync(join(folder, 'step-'));
  mkdirSync(join(place, 'bin'));
  for (const [program, body] of Object.entries(programs)) {
    const path = join(place, 'bin', program);
    writeFileSync(path, `#!/bin/bash\necho "${program} $*" >> "$CALLS"\n${body}\n`);
    chmodSync(path, 0o755);
  }
  writeFileSync(
    join(place, 'CHANGELOG.md'),
    '# Changelog\n\n## 9.9.9\n\nnext\n\n## 1.0.0\n\n- one\n- two\n\n## 0.9.0\n\nold\n',
  );
  mkdirSync(join(place, 'release'));
  writeFileSync(join(place, 'release', 'a.tgz'), '');
  writeFileSync(join(place, 'package.json'), '{"version":"1.0.0"}');
  const env = {
    PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
    CALLS: join(place, 'calls'),
    GITHUB_OUTPUT: join(place, 'output'),
    GITHUB_REF_NAME: 'v1.0.0',
    GITHUB_REPOSITORY: 'Acme-Corp/Gate',
    GITHUB_SHA: '0123456789012345678901234567890123456789',
  };
  const { status, stderr } = spawnSync('bash', ['--norc', '-e', '-c', script], { cwd: place, env, encoding: 'utf8' });
  const read = (file: string) => spawnSync('cat', [file], { cwd: place, encoding: 'utf8' }).stdout;
  return { status, stderr, read, calls: read('calls').trim().split('\n'), output: read('output').trim().split('\n') };
}

describe('the release workflow', () => {
  it('refuses a tag that is not the version of package.json, or that the changelog does not have', () => {
    const name = 'The tag is the version of package.json, and CHANGELOG.md describes it';
    expect(run('check', name, {}).status).toBe(0);
    expect(run('check', name, { node: 'echo 1.0.1' }).status).toBe(1);
    expect(run('check', name, { grep: 'exit 1' }).status).toBe(1);
  });

  const docker = [
    'if [ "$1" = run ]; then echo 1.0.0; fi',
    'while [ $# -gt 0 ]; do',
    '  if [ "$1" = --target ]; then target="$2"; fi',
    '  if [ "$1" = --metadata-file ]; then echo "{\\"containerimage.digest\\":\\"sha256:$target\\"}" > "$2"; fi',
    '  shift',
    'done',
  ].join('\n');

  it('builds both images for both platforms, and gives their digests to the attestations', () => {
    const { status, stderr, calls, output } = run('image', 'Build for amd64 and arm64, run, and push', { docker });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(output).toEqual(['image=ghcr.io/acme-corp/gate', 'image-digest=sha256:image', 'shell-digest=sha256:shell']);
    const pushes = calls.filter((call) => call.includes('--push'));
    expect(pushes.map((call) => /--platform (\S+)/.exec(call)?.[1])).toEqual(Array(2).fill('linux/amd64,linux/arm64'));
    expect(pushes.map((call) => [...call.matchAll(/--tag (\S+)/g)].map(([, tag]) => tag))).toEqual([
      ['ghcr.io/acme-corp/gate:1.0.0', 'ghcr.io/acme-corp/gate:1'],
      ['ghcr.io/acme-corp/gate:1.0.0-shell', 'ghcr.io/acme-corp/gate:1-shell'],
    ]);
  });

  it('pushes no image that does not run', () => {
    const broken = docker.replace('echo 1.0.0', 'echo 0.9.0');
    const { status, calls } = run('image', 'Build for amd64 and arm64, run, and push', { docker: broken });
    expect(status).toBe(1);
    expect(calls.filter((call) => call.includes('--push'))).toEqual([]);
  });

  it('publishes a draft once it has its files, with the notes of its version', () => {
    const { status, calls, read } = run('release', 'Publish the release', { gh: '[ "$2" != view ]' });
    expect(status).toBe(0);
    expect(calls).toEqual([
      'gh release view v1.0.0',
      'gh release create v1.0.0 --draft --verify-tag --title v1.0.0 --notes-file notes.md',
      'gh release upload v1.0.0 release/a.tgz --clobber',
      'gh release edit v1.0.0 --draft=false',
    ]);
    expect(read('notes.md').trim()).toBe('- one\n- two');
  });

  it('goes on with the draft of a job that failed, and publishes nothing without its files', () => {
    const { calls } = run('release', 'Publish the release', { gh: '' });
    expect(calls.map((call) => call.split(' ')[2])).toEqual(['view', 'upload', 'edit']);
    const failed = run('release', 'Publish the release', { gh: '[ "$2" != upload ]' });
    expect(failed.status).toBe(1);
    expect(failed.calls.at(-1)).toContain('gh release upload');
  });

  it.each([
    ['moves the major tag', '', ['PATCH']],
    ['creates the major tag where there is none', 'case "$*" in *PATCH*) exit 1;; esac', ['PATCH', 'POST']],
  ])('%s', (_name, gh, methods) => {
    const { status, calls } = run('release', 'Move the major tag', { gh });
    expect(status).toBe(0);
    expect(calls.map((call) => /--method (\w+)/.exec(call)?.[1])).toEqual(methods);
    expect(calls.at(-1)).toMatch(/refs\/tags\/v1\b.*--field sha=0123/);
  });
});
