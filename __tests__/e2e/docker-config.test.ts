import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CliOptions, Internet } from '../../sandbox/index.js';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { authOf } from './support/files.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'registry.example.com';
const identity = 'identity-token-0123456789';
const folders = useFolders();
/** Internets whose token service does not know POST, by what it answers to one. */
const withoutPost = new Map<number, Internet>();

const internet = await useInternet();
for (const status of [404, 405]) {
  const other = await useInternet();
  other.inject({ host: 'auth.example.com', method: 'POST', answer: { status, body: 'no POST here' } });
  withoutPost.set(status, other);
}
for (const { generic } of [internet, ...withoutPost.values()]) {
  generic.auth = 'bearer';
  generic.users.set('ada', 'secret-of-ada').set('bob', 'secret-of-bob');
  generic.users.set('<token>', identity);
  generic.identityTokens.set(identity, '<token>');
}

/** A private repository that only these users may pull from, with an image for a commit of its own. */
async function given(name: string, members: readonly string[] = ['ada'], { generic } = internet): Promise<CheckInputs> {
  const commit = commitOf(name);
  generic.repository(name, { private: true, members });
  await generic.image(name, shortOf(commit));
  return { registry: host, image: name, repo: 'acme/app', ref: commit };
}

function look(inputs: CheckInputs, env: CliOptions['env'] = {}, options: CliOptions | object = {}): Promise<CheckRun> {
  return check(inputs, { internet, ...options, env });
}

/**
 * A credential helper: writes its argument and its input to a file beside it, then does as the script says.
 * (https://github.com/docker/docker-credential-helpers)
 */
function helper(script: string): string {
  return `#!/bin/sh\nprintf '%s ' "$@" >> "$0.log"\ncat >> "$0.log"\n${script}\n`;
}

function answers(user: string, secret: string): string {
  return helper(`printf '{"ServerURL":"x","Username":"%s","Secret":"%s"}' '${user}' '${secret}'`);
}

const notFound = helper(`echo 'credentials not found in native keychain'; exit 1`);

function asked(folder: string, program: string): Promise<string> {
  return readFile(join(folder, `${program}.log`), 'utf8');
}

describe('a credential helper', () => {
  test.concurrent('of this registry is asked for its host, and what it says is used', async () => {
    const inputs = await given('acme/cred-helper');
    const { folder, env } = await folders.programs({ 'docker-credential-x': answers('ada', 'secret-of-ada') });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'x' } });

    const { exitCode, json, stderr } = await look(inputs, { ...env, ...config });

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true });
    expect(await asked(folder, 'docker-credential-x')).toBe(`get ${host}\n`);
  });

  test.concurrent('of another registry is not asked', async () => {
    const inputs = await given('acme/other-helper');
    const { folder, env } = await folders.programs({ 'docker-credential-x': answers('ada', 'secret-of-ada') });
    const config = await folders.dockerConfig({ credHelpers: { 'other.example.com': 'x' } });

    const { exitCode } = await look(inputs, { ...env, ...config });

    expect(exitCode).toBe(2);
    expect(existsSync(join(folder, 'docker-credential-x.log'))).toBe(false);
  });

  test.concurrent('for everything, credsStore, is asked too', async () => {
    const inputs = await given('acme/creds-store');
    const { folder, env } = await folders.programs({ 'docker-credential-store': answers('ada', 'secret-of-ada') });
    const config = await folders.dockerConfig({ auths: { [host]: {} }, credsStore: 'store' });

    const { exitCode, stderr } = await look(inputs, { ...env, ...config });

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(await asked(folder, 'docker-credential-store')).toBe(`get ${host}\n`);
  });

  test.concurrent('is asked for Docker Hub by the key that docker login uses', async () => {
    const name = 'acme/hub-helper';
    internet.hub.users.set('hubbot', 'dckr_pat_hubbot');
    internet.hub.repository(name, { private: true, members: ['hubbot'] });
    await internet.hub.image(name, shortOf(commitOf(name)));
    const { folder, env } = await folders.programs({ 'docker-credential-x': answers('hubbot', 'dckr_pat_hubbot') });
    const config = await folders.dockerConfig({ credsStore: 'x' });

    const { exitCode } = await look({ repo: 'acme/app', image: name, ref: commitOf(name) }, { ...env, ...config });

    expect(exitCode).toBe(0);
    expect(await asked(folder, 'docker-credential-x')).toBe('get https://index.docker.io/v1/\n');
  });

  test.concurrent('of this registry comes before credsStore and auths', async () => {
    const inputs = await given('acme/precedence');
    const { folder, env } = await folders.programs({
      'docker-credential-x': answers('ada', 'secret-of-ada'),
      'docker-credential-store': answers('bob', 'secret-of-bob'),
    });
    const config = await folders.dockerConfig({
      auths: { [host]: { auth: authOf('bob', 'secret-of-bob') } },
      credHelpers: { [host]: 'x' },
      credsStore: 'store',
    });

    const { exitCode } = await look(inputs, { ...env, ...config });

    expect(exitCode).toBe(0);
    expect(existsSync(join(folder, 'docker-credential-store.log'))).toBe(false);
  });

  test.concurrent('that has nothing is no fault: auths is next, without a warning', async () => {
    const inputs = await given('acme/store-then-auths');
    const { env } = await folders.programs({ 'docker-credential-store': notFound });
    const auths = { [host]: { auth: authOf('ada', 'secret-of-ada') } };
    const config = await folders.dockerConfig({ auths, credsStore: 'store' });

    const { exitCode, stderr } = await look(inputs, { ...env, ...config });

    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
  });

  test.concurrent('that has nothing leaves the check anonymous, without a warning', async () => {
    const inputs = await given('acme/store-has-nothing');
    const { env } = await folders.programs({ 'docker-credential-store': notFound });
    const config = await folders.dockerConfig({ credsStore: 'store' });

    const { exitCode, stderr } = await look(inputs, { ...env, ...config });

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^Error: /m);
    expect(stderr).toContain('No credentials were given and the Docker config has none for registry.example.com');
  });

  test.concurrent('that fails is warned of, and the check goes on anonymously', async () => {
    const inputs = await given('acme/failing-helper');
    internet.generic.repository('acme/failing-helper', { private: false });
    const { env } = await folders.programs({
      'docker-credential-x': helper(`echo 'the keychain is locked' >&2; exit 3`),
    });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'x' } });

    const { exitCode, json, stderr } = await look(inputs, { ...env, ...config });

    expect(stderr).toBe('Warning: docker-credential-x failed: the keychain is locked\n');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true });
    const [, token] = recordsAbout(internet.requests, 'acme/failing-helper');
    expect(token).toMatchObject({ host: 'auth.example.com', status: 200 });
    expect(token?.headers).not.toHaveProperty('authorization');
  });

  test.concurrent('that is not there is warned of, and the check goes on anonymously', async () => {
    const inputs = await given('acme/missing-helper');
    internet.generic.repository('acme/missing-helper', { private: false });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'nowhere' } });

    const { exitCode, stderr } = await look(inputs, config);

    expect(stderr).toMatch(/^Warning: docker-credential-nowhere, which the Docker config names, could not be run: /);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(exitCode).toBe(0);
  });

  test.concurrent('that talks nonsense is warned of, and does not show what it said', async () => {
    const inputs = await given('acme/nonsense-helper');
    internet.generic.repository('acme/nonsense-helper', { private: false });
    const { env } = await folders.programs({ 'docker-credential-x': helper(`echo 'user ada secret s3cr3t'`) });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'x' } });

    const { exitCode, stderr } = await look(inputs, { ...env, ...config });

    expect(stderr).toMatch(/^Warning: docker-credential-x/);
    expect(stderr).not.toContain('s3cr3t');
    expect(exitCode).toBe(0);
  });

  test.concurrent('with a name that leads out of the PATH is refused before a program runs or a request is sent', async () => {
    const inputs = await given('acme/path-helper');
    const config = await folders.dockerConfig({ credHelpers: { [host]: '../../bin/sh' } });

    const { exitCode, json } = await look(inputs, config);

    expect(exitCode).toBe(64);
    expect(json.error).toBe('the Docker config names the credential helper "../../bin/sh", which cannot be one');
    expect(requestsAbout(internet.requests, 'acme/path-helper')).toEqual([]);
  });

  test.concurrent('that hangs ends with the time for the whole command, and so does the process', async () => {
    const inputs = await given('acme/hanging-helper');
    const { env } = await folders.programs({ 'docker-credential-x': helper('exec sleep 40') });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'x' } });

    const { exitCode, json } = await look({ ...inputs, timeout: '1s' }, { ...env, ...config }, { ownProcess: true });

    expect(exitCode).toBe(6);
    expect(json.error).toMatch(/^check: timed out after 1 s/);
  });
});

describe('an identity token', () => {
  test.concurrent('of a helper (user <token>) is exchanged by POST', async () => {
    const name = 'acme/identity-helper';
    const inputs = await given(name, ['<token>']);
    const { env } = await folders.programs({ 'docker-credential-x': answers('<token>', identity) });
    const config = await folders.dockerConfig({ credHelpers: { [host]: 'x' } });

    const { exitCode, json } = await look(inputs, { ...env, ...config });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true });
    expect(requestsAbout(internet.requests, name)).toEqual([
      `HEAD ${host}/v2/${name}/manifests/${shortOf(commitOf(name))} 401`,
      'POST auth.example.com/token 200',
      `HEAD ${host}/v2/${name}/manifests/${shortOf(commitOf(name))} 200`,
    ]);
    const [, post] = recordsAbout(internet.requests, name);
    expect(Object.fromEntries(new URLSearchParams(post?.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'image-gate',
      refresh_token: identity,
      service: host,
      scope: `repository:${name}:pull`,
    });
    expect(post?.headers).not.toHaveProperty('authorization');
  });

  test.concurrent('in auths is exchanged by POST', async () => {
    const name = 'acme/identity-auths';
    const inputs = await given(name, ['<token>']);
    const auth = authOf('00000000-0000-0000-0000-000000000000', '');
    const config = await folders.dockerConfig({ auths: { [host]: { auth, identitytoken: identity } } });

    const { exitCode } = await look(inputs, config);

    expect(exitCode).toBe(0);
    expect(requestsAbout(internet.requests, name)[1]).toBe('POST auth.example.com/token 200');
  });

  test.concurrent('that is wrong is exit code 2', async () => {
    const inputs = await given('acme/identity-wrong', ['<token>']);
    const config = await folders.dockerConfig({ auths: { [host]: { identitytoken: 'wrong-identity-token' } } });

    const { exitCode, json, stderr } = await look(inputs, config);

    expect(exitCode).toBe(2);
    expect(json.error).toBe(
      'POST https://auth.example.com/token: 401 Unauthorized; “UNAUTHORIZED: invalid credentials”',
    );
    expect(stderr).not.toContain('wrong-identity-token');
  });

  test.concurrent.each([404, 405])('falls back to GET where the service answers %i to POST', async (status) => {
    const other = withoutPost.get(status);
    if (other === undefined) throw new Error('no such internet');
    const name = `acme/identity-${status}`;
    const inputs = await given(name, ['<token>'], other);
    const config = await folders.dockerConfig({ auths: { [host]: { identitytoken: identity } } });

    const { exitCode } = await look(inputs, config, { internet: other });

    expect(exitCode).toBe(0);
    expect(requestsAbout(other.requests, name).slice(1, 3)).toEqual([
      `POST auth.example.com/token ${status}`,
      `GET auth.example.com/token?service=${host}&scope=${encodeURIComponent(`repository:${name}:pull`)} 200`,
    ]);
    const [, , fallback] = recordsAbout(other.requests, name);
    expect(fallback?.headers.authorization).toBe(`Basic ${authOf('<token>', identity)}`);
  });
});

describe('auths', () => {
  const right = { auth: authOf('ada', 'secret-of-ada') };
  const wrong = { auth: authOf('bob', 'secret-of-bob') };

  test.concurrent.each([
    [host],
    [`https://${host}`],
    [`https://${host}/v2/`],
    [`https://${host}/v1/`],
    ['Registry.Example.com'],
  ])('may have the registry as %s', async (key) => {
    const inputs = await given(`acme/key-${commitOf(key).slice(0, 8)}`);
    const config = await folders.dockerConfig({ auths: { 'other.example.com': wrong, [key]: right } });

    expect((await look(inputs, config)).exitCode).toBe(0);
  });

  test.concurrent('may have a username and a password of their own', async () => {
    const inputs = await given('acme/username-password');
    const config = await folders.dockerConfig({ auths: { [host]: { username: 'ada', password: 'secret-of-ada' } } });

    expect((await look(inputs, config)).exitCode).toBe(0);
  });

  test.concurrent('may have a registry token, which is sent as it is and nowhere else', async () => {
    const name = 'acme/registry-token';
    const inputs = await given(name);
    const config = await folders.dockerConfig({ auths: { [host]: { registrytoken: 'made-elsewhere' } } });

    const { exitCode, stderr } = await look(inputs, config);

    expect(exitCode).toBe(2);
    expect(stderr).not.toContain('made-elsewhere');
    expect(recordsAbout(internet.requests, name).map(({ headers }) => headers.authorization)).toEqual([
      'Bearer made-elsewhere',
    ]);
  });

  test.concurrent('are found in ~/.docker when DOCKER_CONFIG is not set', async () => {
    const inputs = await given('acme/home');
    const home = await folders.create();
    await mkdir(join(home, '.docker'));
    await writeFile(join(home, '.docker', 'config.json'), JSON.stringify({ auths: { [host]: right } }));

    expect((await look(inputs, {}, { home })).exitCode).toBe(0);
  });

  test.concurrent('of DOCKER_CONFIG come before those in ~/.docker', async () => {
    const inputs = await given('acme/home-and-config');
    const home = await folders.create();
    await mkdir(join(home, '.docker'));
    await writeFile(join(home, '.docker', 'config.json'), JSON.stringify({ auths: { [host]: wrong } }));
    const config = await folders.dockerConfig({ auths: { [host]: right } });

    expect((await look(inputs, config, { home })).exitCode).toBe(0);
  });

  test.concurrent('come after the username and password that were given', async () => {
    const inputs = await given('acme/given-first');
    const config = await folders.dockerConfig({ auths: { [host]: wrong } });

    const { exitCode } = await look({ ...inputs, username: 'ada', password: 'secret-of-ada' }, config);

    expect(exitCode).toBe(0);
  });

  test.concurrent('with a password that has colons and letters beyond ASCII', async () => {
    const inputs = await given('acme/odd-password', ['zoë']);
    internet.generic.users.set('zoë', 'pässword:with:colons');
    const config = await folders.dockerConfig({ auths: { [host]: { auth: authOf('zoë', 'pässword:with:colons') } } });

    expect((await look(inputs, config)).exitCode).toBe(0);
  });
});

describe('a Docker config that is broken', () => {
  test.concurrent.each([
    ['no JSON', '{"auths": {', 'is not a JSON object'],
    ['a list', '[]', 'is not a JSON object'],
    ['an auth that is no base64', { auths: { [host]: { auth: '!!!' } } }, 'has an auth that is not user:password'],
    ['an auth without a colon', { auths: { [host]: { auth: 'YWRh' } } }, 'has an auth that is not user:password'],
  ])('(%s) is exit code 64 before anything is asked', async (what, content, words) => {
    const name = `acme/broken-${what.replaceAll(/\W+/g, '-').toLowerCase()}`;
    const inputs = await given(name);
    const config = await folders.dockerConfig(content);

    const { exitCode, json, stderr } = await look({ ...inputs, repo: name, ref: 'main' }, config);

    expect(exitCode).toBe(64);
    expect(json.error).toContain(`${config.DOCKER_CONFIG}/config.json`);
    expect(json.error).toContain(words);
    expect(stderr).toMatch(/What to do: Log in again with docker login/);
    expect(requestsAbout(internet.requests, name)).toEqual([]);
  });

  test.concurrent('does not matter when username and password are given', async () => {
    const inputs = await given('acme/broken-and-given');
    const config = await folders.dockerConfig('{');

    const { exitCode } = await look({ ...inputs, username: 'ada', password: 'secret-of-ada' }, config);

    expect(exitCode).toBe(0);
  });

  test.concurrent('of another registry does not matter', async () => {
    const inputs = await given('acme/broken-elsewhere');
    const auths = { 'other.example.com': { auth: '!!!' }, [host]: { auth: authOf('ada', 'secret-of-ada') } };

    expect((await look(inputs, await folders.dockerConfig({ auths }))).exitCode).toBe(0);
  });

  test.concurrent('by being absent leaves the check anonymous', async () => {
    const inputs = await given('acme/no-config');
    internet.generic.repository('acme/no-config', { private: false });

    const { exitCode, stderr } = await look(inputs, { DOCKER_CONFIG: '/nowhere/at/all' });

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });
});
