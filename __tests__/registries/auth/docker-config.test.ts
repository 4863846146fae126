import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRegistry } from '../../../src/images/name.js';
import { configFile, readDockerConfig } from '../../../src/registries/auth/docker-config.js';
import { rejectionOf } from '../../support/failures.js';
import { temporaryFiles } from '../../support/files.js';
import { fakeExecute } from '../../support/processes.js';

const files = temporaryFiles();
const auth = Buffer.from('ann:secret:2').toString('base64');
const fromAuth = { kind: 'password', username: 'ann', password: 'secret:2' };
const anonymous = { kind: 'anonymous' };

const homeOf = async (...asked: Parameters<typeof readDockerConfig>) => (await readDockerConfig(...asked)).home();

async function read(
  config: unknown,
  registry = 'ghcr.io',
  helper = fakeExecute({ exitCode: 1, stdout: 'credentials not found in native keychain' }),
) {
  files.write('config.json', config);
  const warnings: string[] = [];
  const credentials = await homeOf(parseRegistry(registry), {
    environment: { DOCKER_CONFIG: files.folder, PATH: '/bin' },
    execute: helper.execute,
    signal: new AbortController().signal,
    warn: (text) => warnings.push(text),
  });
  return { credentials, warnings, calls: helper.calls };
}

describe('auths', () => {
  it.each([
    ['ghcr.io', 'ghcr.io'],
    ['ghcr.io', 'https://ghcr.io'],
    ['ghcr.io', 'https://ghcr.io/v2/'],
    ['ghcr.io', 'http://ghcr.io/'],
    ['ghcr.io', 'GHCR.IO'],
    ['registry.lan:5000', 'registry.lan:5000'],
    ['docker.io', 'https://index.docker.io/v1/'],
    ['docker.io', 'index.docker.io'],
    ['docker.io', 'docker.io'],
    ['docker.io', 'registry-1.docker.io'],
    ['docker.io', 'https://docker.io/v2/'],
  ])('of %s under %s', async (registry, key) => {
    const { credentials, warnings } = await read({ auths: { [key]: { auth } } }, registry);
    expect(credentials).toEqual(fromAuth);
    expect(warnings).toEqual([]);
  });

  it.each<[string, unknown, unknown]>([
    ['an auth', { auth }, fromAuth],
    [
      'an auth with zeros at its end',
      { auth: Buffer.from('ann:secret\0\0').toString('base64') },
      { kind: 'password', username: 'ann', password: 'secret' },
    ],
    ['username and password', { username: 'ann', password: 'x' }, { kind: 'password', username: 'ann', password: 'x' }],
    ['an auth before username and password', { auth, username: 'bob', password: 'x' }, fromAuth],
    [
      'an identity token',
      { auth: Buffer.from('ann:').toString('base64'), identitytoken: 'id' },
      { kind: 'identity', username: 'ann', token: 'id' },
    ],
    ['an identity token alone', { identitytoken: 'id' }, { kind: 'identity', username: '<token>', token: 'id' }],
    ['a registry token', { registrytoken: 'reg', auth }, { kind: 'bearer', token: 'reg' }],
    ['an empty entry', {}, anonymous],
    ['an entry without a password', { auth: Buffer.from('ann:').toString('base64') }, anonymous],
    ['an entry that is no object', 'x', anonymous],
  ])('with %s', async (_name, entry, expected) => {
    expect((await read({ auths: { 'ghcr.io': entry } })).credentials).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['another registry', { auths: { 'quay.io': { auth } } }],
    ['another port', { auths: { 'ghcr.io:8443': { auth } } }],
    ['a host that ends the same', { auths: { 'not-ghcr.io': { auth } } }],
    ['auths that is a list', { auths: [{ auth }] }],
    ['an empty config', {}],
  ])('anonymous with %s', async (_name, config) => expect((await read(config)).credentials).toEqual(anonymous));

  it.each(['not base64 of a pair', Buffer.from('nocolon').toString('base64'), Buffer.from(':x').toString('base64')])(
    'refuses the auth %j and does not show it',
    async (broken) => {
      const failure = await rejectionOf(read({ auths: { 'ghcr.io': { auth: broken } } }));
      expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
      expect(failure.message).toContain('the entry "ghcr.io" in ');
      expect(failure.message).not.toContain(broken);
    },
  );
});

describe('entries of paths', () => {
  const pair = (user: string) => ({ auth: Buffer.from(`${user}:x`).toString('base64') });
  const userOf = async (auths: object, registry: string, path: string) => {
    files.write('config.json', { auths });
    const { of: find } = await readDockerConfig(parseRegistry(registry), {
      environment: { DOCKER_CONFIG: files.folder },
      execute: fakeExecute({}).execute,
      signal: new AbortController().signal,
      warn: () => undefined,
    });
    const found = await find?.(path);
    return found?.kind === 'password' ? found.username : undefined;
  };

  it.each<[string, object, string | undefined]>([
    ['a/b/c', { 'r.test/a': pair('one'), 'r.test/a/b': pair('two'), 'r.test': pair('host') }, 'two'],
    ['a/b/c', { 'https://r.test/a/b/c/': pair('one'), 'r.test/a/b': pair('two') }, 'one'],
    ['a/b', { 'http://R.TEST/v1/a': pair('one') }, 'one'],
    ['a/b', { 'https://r.test/v2/a/b': pair('other form'), 'r.test/a/b': pair('as written') }, 'as written'],
    ['ab/c', { 'r.test/a': pair('one') }, undefined],
    ['a/b', { 'r.test:5000/a': pair('port') }, undefined],
    ['a/b', { 'r.test/A': pair('case') }, undefined],
    ['a/b', { 'r.test/a/b': {}, 'r.test/a': pair('above') }, 'above'],
    ['a/b', { 'r.test': pair('host'), 'r.test/v2/': pair('host') }, undefined],
    ['constructor/b', { 'r.test/a': pair('one') }, undefined],
  ])('of %s in %j', async (path, auths, expected) => expect(await userOf(auths, 'r.test', path)).toBe(expected));

  it('may have any of Docker Hub’s names', async () => {
    for (const host of ['docker.io', 'index.docker.io', 'https://registry-1.docker.io']) {
      expect(await userOf({ [`${host}/acme`]: pair('one') }, 'docker.io', 'acme/app')).toBe('one');
    }
  });

  it.each(['r.test/a', 'https://r.test/a/', 'https://r.test/v2/a'])('%s is not for the registry', async (key) => {
    expect((await read({ auths: { [key]: { auth } } }, 'r.test')).credentials).toEqual(anonymous);
  });
});

describe('helpers', () => {
  const answer = { Username: 'ann', Secret: 'from-helper' };
  const helper = (result: Parameters<typeof fakeExecute>[0] = { stdout: JSON.stringify(answer) }) =>
    fakeExecute(result);
  const helped = { kind: 'password', username: 'ann', password: 'from-helper' };

  it('uses credHelpers before credsStore before auths', async () => {
    const all = { auths: { 'ghcr.io': { auth } }, credsStore: 'store', credHelpers: { 'ghcr.io': 'own' } };
    const { credentials, calls } = await read(all, 'ghcr.io', helper());
    expect(credentials).toEqual(helped);
    expect(calls).toMatchObject([
      { program: 'docker-credential-own', args: ['get'], input: 'ghcr.io\n', env: { PATH: '/bin' } },
    ]);
  });

  it('uses credsStore if no helper is named for this registry', async () => {
    const { calls } = await read({ credsStore: 'store', credHelpers: { 'quay.io': 'own' } }, 'docker.io', helper());
    expect(calls).toMatchObject([{ program: 'docker-credential-store', input: 'https://index.docker.io/v1/\n' }]);
  });

  it('reads <token> as an identity token', async () => {
    const stdout = JSON.stringify({ Username: '<token>', Secret: 'id' });
    const { credentials } = await read({ credsStore: 'store' }, 'ghcr.io', helper({ stdout }));
    expect(credentials).toEqual({ kind: 'identity', username: '<token>', token: 'id' });
  });

  it.each<[string, Parameters<typeof fakeExecute>[0], string | undefined]>([
    ['has none', { exitCode: 1, stdout: 'credentials not found in native keychain\n' }, undefined],
    ['has none, said on stderr', { exitCode: 1, stderr: 'Credentials not found' }, undefined],
    ['fails', { exitCode: 3, stderr: 'locked\n::error::x' }, 'docker-credential-store failed: locked ::error::x'],
    ['fails without a word', { exitCode: 3 }, 'docker-credential-store failed: exit code 3'],
    [
      'is not there',
      new Error('Unable to locate executable file'),
      'docker-credential-store, which the Docker config names, could not be run: Error: Unable to locate',
    ],
    ['answers nonsense', { stdout: 'hello' }, 'docker-credential-store answered something that is not a JSON object'],
    ['answers an empty secret', { stdout: JSON.stringify({ Username: 'ann', Secret: '' }) }, undefined],
  ])('goes on with auths where the helper %s', async (_name, result, warning) => {
    const { credentials, warnings } = await read(
      { credsStore: 'store', auths: { 'ghcr.io': { auth } } },
      'ghcr.io',
      helper(result),
    );
    expect(credentials).toEqual(fromAuth);
    expect(warnings).toEqual(warning === undefined ? [] : [expect.stringContaining(warning)]);
  });

  it.each(['../evil', 'a b', '/bin/sh', '-x', 'a;b'])('refuses a helper named %j', async (name) => {
    const failed = helper();
    expect(await rejectionOf(read({ credsStore: name }, 'ghcr.io', failed))).toMatchObject({
      kind: 'usage',
      exitCode: 64,
    });
    expect(failed.calls).toEqual([]);
  });

  it('ends with the command when that was cancelled', async () => {
    files.write('config.json', { credsStore: 'store' });
    const signal = AbortSignal.abort(new Error('cancelled'));
    const settings = {
      environment: { DOCKER_CONFIG: files.folder },
      execute: helper(new Error('killed')).execute,
      signal,
      warn: () => undefined,
    };
    await expect(homeOf(parseRegistry('ghcr.io'), settings)).rejects.toThrow('cancelled');
  });
});

describe('the file', () => {
  const settings = { execute: fakeExecute({}).execute, signal: new AbortController().signal, warn: () => undefined };
  const ghcr = parseRegistry('ghcr.io');

  it('is no config when it is empty, as the Docker command line takes it', async () => {
    expect(await read('\n')).toEqual({ credentials: anonymous, warnings: [], calls: [] });
  });

  it.each(['not JSON', '[]', 'null', '"x"'])('is refused with %j in it', async (content) => {
    const failure = await rejectionOf(read(content));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain('config.json is not a JSON object');
  });

  it('may be absent', async () => {
    const environment = { DOCKER_CONFIG: join(files.folder, 'nowhere') };
    expect(await homeOf(ghcr, { ...settings, environment })).toEqual(anonymous);
    const nowhere = join(files.folder, 'nowhere');
    const home = { HOME: nowhere, USERPROFILE: nowhere };
    expect(await homeOf(ghcr, { ...settings, environment: home })).toEqual(anonymous);
  });

  it('is that of the home directory where DOCKER_CONFIG is empty', async () => {
    mkdirSync(join(files.folder, '.docker'));
    files.write('.docker/config.json', { auths: { 'ghcr.io': { auth } } });
    const environment = { DOCKER_CONFIG: '', HOME: files.folder, USERPROFILE: files.folder };
    expect(await homeOf(ghcr, { ...settings, environment })).toEqual(fromAuth);
  });

  it.each([
    ['linux', { HOME: '/home/ann', USERPROFILE: '/users/ann' }, '/home/ann'],
    ['darwin', { HOME: '/home/ann' }, '/home/ann'],
    ['win32', { HOME: '/git/home', USERPROFILE: '/users/ann' }, '/users/ann'],
    ['linux', {}, userInfo().homedir],
    ['win32', { HOME: '/git/home' }, userInfo().homedir],
  ] as const)('on %s with %j is in %s', (platform, environment, home) => {
    expect(configFile(environment, platform)).toBe(join(home, '.docker', 'config.json'));
    const given = { ...environment, DOCKER_CONFIG: '/elsewhere' };
    expect(configFile(given, platform)).toBe(join('/elsewhere', 'config.json'));
  });

  it('is a failure where it cannot be read', async () => {
    mkdirSync(join(files.folder, 'folder', 'config.json'), { recursive: true });
    const environment = { DOCKER_CONFIG: join(files.folder, 'folder') };
    const failure = await rejectionOf(homeOf(ghcr, { ...settings, environment }));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain('cannot be read: EISDIR');
  });
});
