import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunningRegistry } from '../../sandbox/index.js';
import { type CommandRun, runJson } from './support/command.js';
import { authOf } from './support/files.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

const secret = 'pw-of-ada-0123456789';
const right = { username: 'ada', password: secret };
const wrong = { username: 'ada', password: 'not-the-password-42' };
const hubKey = 'https://index.docker.io/v1/';
const folders = useFolders();
const registries = new Map<string, RunningRegistry>();

const internet = await useInternet();
for (const { users } of [internet.hub, internet.ghcr, internet.generic]) users.set('ada', secret);
for (const kind of registryKinds) {
  for (const auth of ['anonymous', 'htpasswd', 'token'] as const) {
    registries.set(`${kind} ${auth}`, await useRegistry({ kind, auth, users: { ada: secret } }));
  }
}

async function login(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<CommandRun> {
  const run = await runJson('login', inputs, { internet, env });
  for (const hidden of [secret, authOf('ada', secret), wrong.password]) {
    expect(run.stdout + run.stderr).not.toContain(hidden);
  }
  return run;
}

function registryOf(kind: string, auth: string): string {
  return registries.get(`${kind} ${auth}`)?.host ?? '';
}

async function configOf({ DOCKER_CONFIG }: { DOCKER_CONFIG: string }): Promise<unknown> {
  return JSON.parse(await readFile(join(DOCKER_CONFIG, 'config.json'), 'utf8'));
}

describe.each(registryKinds)('%s', (kind) => {
  const schemes = [
    ['htpasswd', 'basic'],
    ['token', 'bearer'],
  ] as const;
  test.each(schemes)('with %s is %s, and takes the right password alone', async (auth, scheme) => {
    const registry = registryOf(kind, auth);
    const good = await login({ registry, ...right });
    expect(good).toMatchObject({ exitCode: 0, stderr: '' });
    expect(good.json).toEqual({ registry, username: 'ada', authenticated: true, scheme });
    const bad = await login({ registry, ...wrong });
    expect(bad.exitCode).toBe(2);
    expect(bad.json).toMatchObject({ authenticated: false, scheme, status: 'error', exitCode: 2 });
  });

  test('without credentials, with htpasswd, wants some', async () => {
    const run = await login({ registry: registryOf(kind, 'htpasswd') });
    expect(run.exitCode).toBe(2);
    expect(run.json).toMatchObject({ authenticated: false, scheme: 'basic' });
    expect(run.stderr).toContain('requires credentials');
  });

  test('that takes anything is not called authenticated', async () => {
    const registry = registryOf(kind, 'anonymous');
    const run = await login({ registry, ...right });
    expect(run.exitCode).toBe(0);
    expect(run.json).toEqual({ registry, username: 'ada', authenticated: false, scheme: 'none' });
    expect(run.stderr).toContain('accepts anonymous requests');
    const nobody = await login({ registry });
    expect(nobody).toMatchObject({ exitCode: 0, stderr: '', json: { authenticated: false, scheme: 'none' } });
  });
});

describe.each(['docker.io', 'ghcr.io'])('%s', (registry) => {
  test('is asked at its token service', async () => {
    const before = internet.requests.length;
    const good = await login({ registry, ...right });
    expect(good).toMatchObject({ exitCode: 0, json: { authenticated: true, scheme: 'bearer' } });
    const asked = internet.requests.slice(before).map(({ method, host, path }) => `${method} ${host}${path}`);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^GET [a-z.]+\/token\?service=[a-z.]+$/);
    const bad = await login({ registry, ...wrong });
    expect(bad).toMatchObject({ exitCode: 2, json: { authenticated: false, scheme: 'bearer' } });
    const nobody = await login({ registry });
    expect(nobody).toMatchObject({ exitCode: 0, json: { authenticated: false, scheme: 'bearer' } });
  });
});

describe('what is no registry', () => {
  test('is not one that lets everybody in', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hi</title>' };
    const take = internet.inject({ host: 'registry.example.com', path: '/v2/', answer: page });
    const run = await login({ registry: 'registry.example.com', ...right });
    take();
    expect(run.exitCode).toBe(5);
    expect(run.json).toMatchObject({ status: 'error' });
    expect(run.stderr).toContain('not as a registry answers');
  });

  test('is told when it is missing, and when it fails', async () => {
    const missing = internet.inject({ host: 'registry.example.com', path: '/v2/', answer: { status: 404 } });
    expect((await login({ registry: 'registry.example.com' })).exitCode).toBe(3);
    missing();
    const failing = internet.inject({ host: 'registry.example.com', path: '/v2/', answer: { status: 500 } });
    expect((await login({ registry: 'registry.example.com', timeout: '3s' })).exitCode).toBe(5);
    failing();
  });
});

describe('a 401 that offers no scheme that is known', () => {
  const registry = 'registry.example.com';
  test.each([
    ['Negotiate', { 'www-authenticate': 'Negotiate' }, 'it supports only negotiate'],
    ['nothing', {}, '401 without one'],
  ])('%s: login and the other commands report it alike, and nothing of the credentials', async (_, headers, words) => {
    const body = '{"errors":[{"code":"UNAUTHORIZED","message":"ask the gateway"}]}';
    const mend = internet.inject({ host: registry, answer: { status: 401, headers, body } });
    const runs = [
      await login({ registry, ...right }),
      await runJson('tags', { image: `${registry}/acme/app`, ...right }, { internet }),
      await runJson('tags', { image: `${registry}/acme/app` }, { internet }),
    ];
    mend();
    for (const { exitCode, stderr } of runs) {
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(new RegExp(`the challenge.*: ${words}`));
      expect(stderr).toContain('A registry requires Basic or Bearer');
      expect(stderr).not.toContain('rejected');
    }
    const [, given, anonymous] = runs;
    for (const run of [given, anonymous]) expect(run?.stderr).toContain('No credentials were sent');
  });
});

describe('save', () => {
  test('adds an entry, and keeps the rest', async () => {
    const other = { auth: authOf('bob', 'of-bob'), email: 'bob@example.com' };
    const config = { auths: { 'other.example.com': other }, HttpHeaders: { 'X-A': 'b' }, unknown: [1, { two: null }] };
    const env = await folders.dockerConfig(config);
    const file = join(env.DOCKER_CONFIG, 'config.json');
    await chmod(file, 0o644);

    const run = await login({ registry: 'docker.io', ...right, save: 'true' }, env);

    expect(run).toMatchObject({ exitCode: 0, stderr: '', json: { saved: file } });
    const auths = { 'other.example.com': other, [hubKey]: { auth: authOf('ada', secret) } };
    expect(await configOf(env)).toEqual({ ...config, auths });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(env.DOCKER_CONFIG)).toEqual(['config.json']);
  });

  test('makes folder and file, and what it wrote is read again', async () => {
    const DOCKER_CONFIG = join(await folders.create(), 'new', 'docker');
    const registry = registryOf('memory', 'htpasswd');
    await login({ registry, ...right, save: 'true' }, { DOCKER_CONFIG });
    expect(await configOf({ DOCKER_CONFIG })).toEqual({ auths: { [registry]: { auth: authOf('ada', secret) } } });
    const again = await login({ registry }, { DOCKER_CONFIG });
    expect(again).toMatchObject({ exitCode: 0, json: { authenticated: true, username: 'ada' } });
  });

  test('replaces an entry whole: an old token would come first', async () => {
    const registry = registryOf('memory', 'token');
    const env = await folders.dockerConfig({ auths: { [registry]: { identitytoken: 'old', auth: authOf('x', 'y') } } });
    await login({ registry, ...right, save: 'true' }, env);
    expect(await configOf(env)).toEqual({ auths: { [registry]: { auth: authOf('ada', secret) } } });
  });

  test('keeps a link a link', async () => {
    const real = await folders.create({ 'real.json': '{}' });
    const DOCKER_CONFIG = await folders.create();
    await symlink(join(real, 'real.json'), join(DOCKER_CONFIG, 'config.json'));
    await login({ registry: 'docker.io', ...right, save: 'true' }, { DOCKER_CONFIG });
    expect(await readFile(join(real, 'real.json'), 'utf8')).toContain(hubKey);
  });

  const helping = [
    ['credsStore', (_registry: string) => ({ credsStore: 'x' })],
    ['credHelpers', (registry: string) => ({ credHelpers: { [registry]: 'x' }, credsStore: 'not-there' })],
  ] as const;
  test.each(helping)('gives it to the helper of %s, and none to the file', async (_name, configFor) => {
    const helper = `#!/bin/sh\nprintf '%s ' "$@" > "$0.log"\ncat >> "$0.log"\n`;
    const { folder, env } = await folders.programs({ 'docker-credential-x': helper });
    const config = { ...configFor(hubKey), auths: { [hubKey]: { auth: authOf('ada', 'an-old-one') } } };
    const at = await folders.dockerConfig(config);

    const run = await login({ registry: 'docker.io', ...right, save: 'true' }, { ...env, ...at });

    expect(run).toMatchObject({ exitCode: 0, json: { authenticated: true, saved: 'docker-credential-x' } });
    const [verb, ...json] = (await readFile(join(folder, 'docker-credential-x.log'), 'utf8')).split(' ');
    expect(verb).toBe('store');
    expect(JSON.parse(json.join(' '))).toEqual({ ServerURL: hubKey, Username: 'ada', Secret: secret });
    expect(await configOf(at)).toEqual({ ...config, auths: { [hubKey]: {} } });
  });

  test('tells when the helper fails or is missing, and changes nothing', async () => {
    const { env } = await folders.programs({ 'docker-credential-x': `#!/bin/sh\necho "locked: $(cat)" >&2; exit 1\n` });
    const at = await folders.dockerConfig({ credsStore: 'x' });
    const failed = await login({ registry: 'docker.io', ...right, save: 'true' }, { ...env, ...at });
    expect(failed.exitCode).toBe(64);
    expect(failed.stderr).toContain('docker-credential-x store: locked');
    expect(await configOf(at)).toEqual({ credsStore: 'x' });
    const gone = await folders.dockerConfig({ credsStore: 'nowhere' });
    const missing = await login({ registry: 'docker.io', ...right, save: 'true' }, gone);
    expect(missing.exitCode).toBe(64);
    expect(missing.stderr).toContain('could not be run');
  });

  test('never keeps what was refused', async () => {
    for (const auth of ['htpasswd', 'token']) {
      const DOCKER_CONFIG = await folders.create();
      const run = await login({ registry: registryOf('memory', auth), ...wrong, save: 'true' }, { DOCKER_CONFIG });
      expect(run.exitCode).toBe(2);
      expect(await readdir(DOCKER_CONFIG)).toEqual([]);
    }
  });

  test('leaves a broken file alone, and sends nothing', async () => {
    const registry = registries.get('memory htpasswd');
    const env = await folders.dockerConfig('{ "auths": ');
    const before = registry?.requests.length;
    const run = await login({ registry: registry?.host ?? '', ...right, save: 'true' }, env);
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('is not a JSON object');
    expect(registry?.requests.length).toBe(before);
    expect(await readFile(join(env.DOCKER_CONFIG, 'config.json'), 'utf8')).toBe('{ "auths": ');
  });

  test('tells of a folder that cannot be written to', async () => {
    const folder = await folders.create();
    await writeFile(join(folder, 'file'), '');
    const DOCKER_CONFIG = join(folder, 'file', 'docker');
    const run = await login({ registry: 'docker.io', ...right, save: 'true' }, { DOCKER_CONFIG });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('cannot be written');
    expect(existsSync(DOCKER_CONFIG)).toBe(false);
  });

  test('needs something to keep, and both halves of it', async () => {
    const before = internet.requests.length;
    expect((await login({ registry: 'docker.io', save: 'true' })).exitCode).toBe(64);
    expect((await login({ registry: 'docker.io', username: 'ada' })).exitCode).toBe(64);
    expect(internet.requests.length).toBe(before);
  });
});
