import { describe, expect, test } from '@jest/globals';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { authOf } from './support/files.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const folders = useFolders();

const internet = await useInternet();
internet.ghcr.users.set('ada', token).set('eve', 'ghp_of_somebody_else');

/** A package with one image for a commit of its own. */
async function given(name: string, options: { readonly private: boolean } = { private: false }) {
  const commit = commitOf(name);
  internet.ghcr.repository(name, { ...options, members: ['ada'] });
  return { commit, tag: shortOf(commit), digest: await internet.ghcr.image(name, shortOf(commit)) };
}

function look(inputs: CheckInputs, env: Readonly<Record<string, string>> = {}): Promise<CheckRun> {
  return check({ registry: 'ghcr.io', ...inputs }, { internet, env });
}

function tokenRequest(name: string, status: number): string {
  return `GET ghcr.io/token?service=ghcr.io&scope=${encodeURIComponent(`repository:${name}:pull`)} ${status}`;
}

function headRequest(name: string, tag: string, status: number): string {
  return `HEAD ghcr.io/v2/${name}/manifests/${tag} ${status}`;
}

describe('a public package', () => {
  test.concurrent('needs no credentials, two requests to ghcr.io alone, and no pull', async () => {
    const name = 'acme/public-app';
    const { commit, tag, digest } = await given(name);

    const { exitCode, json } = await look({ repo: 'acme/public-app', ref: commit });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      ready: true,
      image: `ghcr.io/${name}:${tag}`,
      digest,
      pinned: `ghcr.io/${name}@${digest}`,
    });
    expect(requestsAbout(internet.requests, name)).toEqual([tokenRequest(name, 200), headRequest(name, tag, 200)]);
  });

  test.concurrent('without that tag is not ready', async () => {
    const name = 'acme/no-such-tag';
    await given(name);
    const commit = commitOf('another one');

    const { exitCode, json } = await look({ repo: 'acme/no-such-tag', ref: commit });

    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ ready: false, reason: 'the registry has no such tag' });
    expect(requestsAbout(internet.requests, name)).toEqual([
      tokenRequest(name, 200),
      headRequest(name, shortOf(commit), 404),
    ]);
  });

  test.concurrent('has the owner’s name in lower case as its namespace', async () => {
    const { commit, tag, digest } = await given('loyaltoid/upper-case');

    const { exitCode, json } = await look({ owner: 'LoyaltoID', repo: 'Upper-Case', ref: commit });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      repository: 'LoyaltoID/Upper-Case',
      image: `ghcr.io/loyaltoid/upper-case:${tag}`,
      digest,
    });
  });

  test.concurrent('has the namespace that was given, and not the owner’s', async () => {
    const { commit, tag } = await given('images/namespaced');

    const { json } = await look({ owner: 'acme', repo: 'namespaced', ref: commit, namespace: 'images' });

    expect(json).toMatchObject({ ready: true, image: `ghcr.io/images/namespaced:${tag}` });
  });

  test.concurrent('may have more than two parts', async () => {
    const { commit, tag } = await given('acme/team/app/api');

    const { json } = await look({ repo: 'acme/app', ref: commit, image: 'ghcr.io/acme/team/app/api' });

    expect(json).toMatchObject({ ready: true, image: `ghcr.io/acme/team/app/api:${tag}` });
  });
});

describe('a private package', () => {
  test.concurrent('is found with a token, which goes to the token service alone', async () => {
    const name = 'acme/private-app';
    const { commit, tag, digest } = await given(name, { private: true });

    const { exitCode, json } = await look({ repo: name, ref: commit, username: 'ada', password: token });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true, digest });
    expect(requestsAbout(internet.requests, name)).toEqual([tokenRequest(name, 200), headRequest(name, tag, 200)]);
    const [asked, head] = recordsAbout(internet.requests, name);
    expect(asked?.headers.authorization).toBe(`Basic ${authOf('ada', token)}`);
    expect(head?.headers.authorization).toMatch(/^Bearer [\w-]{20,}$/);
  });

  test.concurrent('is found with what docker/login-action left in the Docker config', async () => {
    const { commit } = await given('acme/logged-in', { private: true });
    const env = await folders.dockerConfig({ auths: { 'ghcr.io': { auth: authOf('ada', token) } } });

    const { exitCode, json } = await look({ repo: 'acme/logged-in', ref: commit }, env);

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true });
  });

  test.concurrent.each([
    ['private', true],
    ['missing', false],
  ])('that is %s gets a stranger no token: exit code 2, and what to do', async (what, there) => {
    const name = `acme/hidden-${what}`;
    const commit = commitOf(name);
    if (there) await given(name, { private: true });

    const { exitCode, json, stderr } = await look({ repo: name, ref: commit });

    expect(exitCode).toBe(2);
    expect(json.error).toBe('GET https://ghcr.io/token: 401 Unauthorized; “UNAUTHORIZED: authentication required”');
    expect(json).not.toHaveProperty('ready');
    expect(stderr).toContain(
      'What to do: No credentials were given and the Docker config has none for ghcr.io. The package is private or ' +
        'does not exist. Give --username and, as --password, a token with read:packages',
    );
    expect(requestsAbout(internet.requests, name)).toEqual([tokenRequest(name, 401)]);
  });

  test.concurrent.each([
    ['of somebody else', 'ghp_of_somebody_else'],
    ['that is wrong', 'ghp_that_is_wrong'],
  ])('is denied with a token %s: ghcr.io says 403, so exit code 4', async (what, password) => {
    const name = `acme/denied-${what.replaceAll(' ', '-')}`;
    const { commit } = await given(name, { private: true });

    const { exitCode, json, stderr } = await look({ repo: name, ref: commit, username: 'eve', password });

    expect(exitCode).toBe(4);
    expect(json.error).toMatch(/^GET https:\/\/ghcr\.io\/token: 403 Forbidden; “DENIED: .*denied”$/);
    expect(stderr).toContain('a token with read:packages');
    expect(stderr).not.toContain(password);
    expect(requestsAbout(internet.requests, name)).toEqual([tokenRequest(name, 403)]);
  });
});

test('the tokens came from ghcr.io alone, and not one of these checks was a pull', () => {
  expect(new Set(internet.requests.map(({ host }) => host))).toEqual(new Set(['ghcr.io']));
  expect(internet.ghcr.pulls).toBe(0);
});
