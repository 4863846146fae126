import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { packageName, version } from '../../src/lib/project.js';

const folder = mkdtempSync(join(tmpdir(), 'image-gate-package-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** npm without a registry: its cache is empty, and it may not ask anybody. */
const env = { ...process.env, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true' };

function npm(program: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  return execFileSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}

describe('the package on npm', () => {
  const [packed] = JSON.parse(npm('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.'));

  it('is the bundle, and what describes it', () => {
    const paths = (packed.files as { path: string }[]).map(({ path }) => path);
    const bundle = readdirSync('dist').map((name) => `dist/${name}`);
    expect(paths.toSorted()).toEqual([...bundle, 'LICENSE', 'README.md', 'package.json'].toSorted());
    expect(packed.unpackedSize).toBeLessThan(4_000_000);
  });

  it('installs without a registry, for nothing is installed with it, and runs', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    writeFileSync(join(empty, 'package.json'), '{}\n');
    npm('npm', ['install', '--no-audit', '--no-fund', join(folder, packed.filename)], empty);
    const installed = readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed).toEqual([packageName.split('/')[0]]);
    expect(npm('npx', ['--no-install', 'image-gate', '--version'], empty)).toBe(`${version}\n`);
    expect(npm('npx', ['--no-install', 'image-gate', 'check', '--help'], empty)).toContain('Usage: image-gate check');
    const { dependencies, bin } = JSON.parse(
      readFileSync(join(empty, 'node_modules', packageName, 'package.json'), 'utf8'),
    );
    expect({ dependencies, bin }).toEqual({ dependencies: undefined, bin: { 'image-gate': 'dist/index.js' } });
  });
});
