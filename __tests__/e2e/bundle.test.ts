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

/** A copy of the bundle in which the one file that has this text throws when it is loaded. */
function cripple(copy: string, text: string, fault: string): void {
  cpSync(dist, copy, { recursive: true });
  const chunks = files.filter(
    (name) => /\.index\.js$/.test(name) && readFileSync(join(dist, name), 'utf8').includes(text),
  );
  expect(chunks).toHaveLength(1);
  writeFileSync(join(copy, chunks[0] ?? ''), `throw new Error(${JSON.stringify(fault)});`);
}

describe('the YAML parser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  const crippled = join(folder, 'dist');
  beforeAll(() => {
    cripple(crippled, 'tag:yaml.org,2002:', 'YAML was loaded');
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
    cripple(crippled, 'octokit-core.js/', 'Octokit was loaded');
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

describe('the verification of signatures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  let internet: Awaited<ReturnType<typeof startInternet>>;
  beforeAll(async () => {
    internet = await startInternet();
    await internet.ghcr.image('acme/app', '1.0');
    cripple(join(folder, 'libraries'), 'class CertificateChainVerifier', 'Sigstore was loaded');
    cripple(join(folder, 'roots'), 'Internal Services Root', 'the trusted roots were loaded');
  });
  afterAll(async () => {
    await internet.stop();
    rmSync(folder, { recursive: true });
  });
  const run = (copy: string, ...more: readonly string[]) =>
    runCli({
      args: ['check', 'ghcr.io/acme/app:1.0', ...more],
      node,
      internet,
      program: join(folder, copy, 'index.js'),
    });

  it.each([
    ['libraries', 'Sigstore was loaded'],
    ['roots', 'the trusted roots were loaded'],
  ])('its %s are loaded only where a signature is required', async (copy, fault) => {
    expect(await run(copy)).toMatchObject({ exitCode: 0 });
    const required = ['--signature-identity', 'ada@example.com', '--signature-issuer', 'https://accounts.google.com'];
    expect(await run(copy, ...required)).toMatchObject({ exitCode: 5, stderr: expect.stringContaining(fault) });
  });
});

describe('The keyless login', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-'));
  const crippled = join(folder, 'dist');
  let internet: Awaited<ReturnType<typeof startInternet>>;
  beforeAll(async () => {
    internet = await startInternet();
    cripple(crippled, 'no keyless login to', 'the keyless login was loaded');
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
