import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli, startInternet } from '../../sandbox/index.js';
import { inEnvironment } from './support/story.js';

const dist = 'dist';
const files = readdirSync(dist);
const node = process.env.RUNNER_NODE ?? process.execPath;

describe('the bundle', () => {
  it('has at most 2.6 MB', () => {
    const size = files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
    expect(size).toBeLessThanOrEqual(2_600_000);
  });

  it('brings no axios, no schema library, no cloud SDK', () => {
    const packages = readFileSync(join(dist, 'licenses.txt'), 'utf8').match(/^(?:@[\w.-]+\/)?[\w.-]+$/gm) ?? [];
    expect(packages).toContain('@actions/http-client');
    expect(packages.filter((name) => /axios|zod|ajv|joi|yup|aws-sdk|@azure|google|undici/.test(name))).toEqual([]);
  });
});

describe('the YAML parser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  const crippled = join(folder, 'dist');
  beforeAll(() => {
    cpSync(dist, crippled, { recursive: true });
    const yaml = files.filter(
      (name) => /\.index\.js$/.test(name) && readFileSync(join(dist, name), 'utf8').includes('tag:yaml.org,2002:'),
    );
    expect(yaml).toHaveLength(1);
    writeFileSync(join(crippled, yaml[0] ?? ''), 'throw new Error("YAML was loaded");');
    writeFileSync(join(folder, 'app.yaml'), 'image: acme/app:latest\n');
    writeFileSync(join(folder, 'Dockerfile'), 'FROM acme/app:latest\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (image: string) =>
    runCli({ args: ['latest', image], node, cwd: folder, program: join(crippled, 'index.js') });

  it('is not loaded for an image, nor for a Dockerfile; for YAML it is', async () => {
    expect(await run('acme/app:latest')).toMatchObject({ exitCode: 0 });
    expect(await run('Dockerfile')).toMatchObject({ exitCode: 0 });
    const { exitCode, stderr } = await run('app.yaml');
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('YAML was loaded')]);
  });
});

describe('Octokit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  const crippled = join(folder, 'dist');
  let internet: Awaited<ReturnType<typeof startInternet>>;
  beforeAll(async () => {
    internet = await startInternet();
    cpSync(dist, crippled, { recursive: true });
    const octokit = files.filter(
      (name) => /\.index\.js$/.test(name) && readFileSync(join(dist, name), 'utf8').includes('octokit-core.js/'),
    );
    expect(octokit).toHaveLength(1);
    writeFileSync(join(crippled, octokit[0] ?? ''), 'throw new Error("Octokit was loaded");');
  });
  afterAll(async () => {
    await internet.stop();
    rmSync(folder, { recursive: true });
  });

  const sha = 'a'.repeat(40);
  const run = (inputs: Record<string, string>) => {
    const env = { ...internet.env, ...inEnvironment(inputs), PATH: process.env.PATH ?? '', HOME: folder };
    return runCli({ args: ['check', '--verbose'], env, node, internet, program: join(crippled, 'index.js') });
  };

  it('is not loaded for a commit that is known, nor for other sources', async () => {
    internet.bitbucket.repository('acme', 'app', { branches: { main: sha } });
    await internet.ghcr.image('acme/app', 'aaaaaaa');
    const common = { owner: 'acme', repo: 'app', registry: 'ghcr.io' };
    expect(await run({ ...common, ref: sha })).toMatchObject({ exitCode: 0 });
    expect(await run({ ...common, source: 'bitbucket', ref: 'main' })).toMatchObject({ exitCode: 0 });
  });

  it('is loaded for GitHub’s API: the test above can fail', async () => {
    const { exitCode, stderr } = await run({ owner: 'acme', repo: 'app', registry: 'ghcr.io', ref: 'main' });
    expect(exitCode).toBe(5);
    expect(stderr).toContain('Octokit was loaded');
  });
});

describe('The keyless login', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  const crippled = join(folder, 'dist');
  let internet: Awaited<ReturnType<typeof startInternet>>;
  beforeAll(async () => {
    internet = await startInternet();
    cpSync(dist, crippled, { recursive: true });
    const keyless = files.filter(
      (name) => /\.js$/.test(name) && readFileSync(join(dist, name), 'utf8').includes('no keyless login to'),
    );
    expect(keyless).toHaveLength(1);
    expect(keyless[0]).not.toBe('index.js');
    writeFileSync(join(crippled, keyless[0] ?? ''), 'throw new Error("the keyless login was loaded");');
  });
  afterAll(async () => {
    await internet.stop();
    rmSync(folder, { recursive: true });
  });
  const run = (inputs: Record<string, string>) => {
    const env = { GITHUB_ACTIONS: 'true', ...internet.oidc.github.env(), ...inEnvironment(inputs) };
    const args = ['check', 'ghcr.io/acme/app:1.0'];
    return runCli({ args, env, node, internet, program: join(crippled, 'index.js') });
  };

  it('is not loaded, and requests nothing, where it is not used', async () => {
    internet.ghcr.users.set('ada', 'password-of-ada');
    internet.ghcr.repository('acme/app', { private: true, members: ['ada'] });
    await internet.ghcr.image('acme/app', '1.0');
    internet.forget();
    expect(await run({ username: 'ada', password: 'password-of-ada' })).toMatchObject({ exitCode: 0 });
    expect(internet.requests.map(({ host }) => host)).toEqual(['ghcr.io', 'ghcr.io']);
  });

  it('is loaded for oidc: the test above can fail', async () => {
    const { exitCode, stderr } = await run({ oidc: 'x' });
    expect(exitCode).toBe(5);
    expect(stderr).toContain('the keyless login was loaded');
  });
});
