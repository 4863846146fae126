import { describe, expect, test } from '@jest/globals';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { authOf } from './support/files.js';
import { requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const user = 'acmebot';
const password = 'correct-horse';
const token = 'dckr_pat_0123456789abcdefghijklmnopq';
const folders = useFolders();

const internet = await useInternet();
internet.hub.users.set(user, password).set('patbot', token).set('stranger', 'nothing-to-see');

/** A repository with one image for a commit of its own. */
async function given(name: string, options: { readonly private: boolean } = { private: false }) {
  const commit = commitOf(name);
  internet.hub.repository(name, { ...options, members: [user, 'patbot'] });
  return { commit, tag: shortOf(commit), digest: await internet.hub.image(name, shortOf(commit)) };
}

function look(inputs: CheckInputs, env: Readonly<Record<string, string>> = {}): Promise<CheckRun> {
  return check({ owner: 'acme', ...inputs }, { internet, env });
}

/** The two requests of a check on Docker Hub, with the statuses they should have. */
function twoRequests(name: string, tag: string, head: number): string[] {
  const scope = encodeURIComponent(`repository:${name}:pull`);
  return [
    `GET auth.docker.io/token?service=registry.docker.io&scope=${scope} 200`,
    `HEAD registry-1.docker.io/v2/${name}/manifests/${tag} ${head}`,
  ];
}

describe('a public image', () => {
  test.concurrent('needs no credentials, two requests, and no pull', async () => {
    const name = 'acme/public-app';
    const { commit, tag, digest } = await given(name);

    const { exitCode, json } = await look({ repo: 'public-app', ref: commit, namespace: 'acme' });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      ready: true,
      status: 'ready',
      image: `${name}:${tag}`,
      digest,
      pinned: `${name}@${digest}`,
    });
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, tag, 200));
  });

  test.concurrent('is not ready when its tag is missing', async () => {
    const name = 'acme/no-such-tag';
    const commit = commitOf('another one');
    await given(name);

    const { exitCode, json } = await look({ repo: 'no-such-tag', ref: commit, namespace: 'acme' });

    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ ready: false, status: 'not-ready', reason: 'the registry has no such tag' });
    expect(json).not.toHaveProperty('pinned');
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, shortOf(commit), 404));
  });

  test.concurrent('of Docker itself is in library/, which is not shown', async () => {
    const name = 'library/official';
    const { commit, tag, digest } = await given(name);

    const { json } = await look({ repo: 'acme/app', ref: commit, image: 'official' });

    expect(json).toMatchObject({ ready: true, image: `official:${tag}`, digest, pinned: `official@${digest}` });
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, tag, 200));
  });

  test.concurrent('of Docker itself may also be written with library/', async () => {
    const { commit, tag } = await given('library/written-out');

    const { json } = await look({ repo: 'acme/app', ref: commit, image: 'library/written-out' });

    expect(json).toMatchObject({ ready: true, image: `written-out:${tag}` });
  });

  test.concurrent.each([
    'docker.io',
    'index.docker.io',
    'registry-1.docker.io',
    'https://index.docker.io/v1/',
    'Docker.IO',
  ])('is the same at the registry %s', async (registry) => {
    const app = `alias-${commitOf(registry).slice(0, 8)}`;
    const name = `acme/${app}`;
    const { commit, tag } = await given(name);

    const { json, exitCode } = await look({ repo: app, ref: commit, namespace: 'acme', registry });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true, image: `${name}:${tag}` });
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, tag, 200));
  });

  test.concurrent.each(['docker.io', 'index.docker.io', 'registry-1.docker.io'])(
    'may be named in full with %s in front',
    async (alias) => {
      const name = `acme/full-${commitOf(alias).slice(0, 8)}`;
      const { commit, tag } = await given(name);

      const { json } = await look({ repo: 'acme/app', ref: commit, image: `${alias}/${name}` });

      expect(json).toMatchObject({ ready: true, image: `${name}:${tag}` });
    },
  );

  test.concurrent('needs a namespace', async () => {
    const { exitCode, json, stderr } = await look({ repo: 'no-namespace', ref: commitOf('x') });

    expect(exitCode).toBe(64);
    expect(json).toEqual({
      status: 'error',
      error: '--namespace is required for images in docker.io',
      exitCode: 64,
    });
    expect(stderr).toContain('What to do: Give the user or organization that the image is pushed to');
    expect(requestsAbout(internet.requests, 'no-namespace')).toEqual([]);
  });
});

describe('a private image', () => {
  test.concurrent.each([
    ['a password', user, password],
    ['a personal access token', 'patbot', token],
  ])('is found with %s, in two requests', async (what, username, secret) => {
    const app = `private-${what.replaceAll(' ', '-')}`;
    const name = `acme/${app}`;
    const { commit, tag, digest } = await given(name, { private: true });

    const { exitCode, json } = await look({ repo: app, ref: commit, namespace: 'acme', username, password: secret });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true, digest });
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, tag, 200));
  });

  test.concurrent.each([
    ['private', true],
    ['missing', false],
  ])('that is %s looks the same to a stranger, who is told so', async (what, there) => {
    const app = `hidden-${what}`;
    const commit = commitOf(`acme/${app}`);
    if (there) await given(`acme/${app}`, { private: true });

    const { exitCode, json, stderr } = await look({ repo: app, ref: commit, namespace: 'acme' });

    expect(exitCode).toBe(2);
    expect(json).toMatchObject({ repository: `acme/${app}`, reference: commit, status: 'error', exitCode: 2 });
    expect(json).not.toHaveProperty('ready');
    expect(stderr).toMatch(
      /^Error: HEAD https:\/\/registry-1\.docker\.io\/v2\/acme\/hidden-\w+\/manifests\/\w{7}: 401/m,
    );
    expect(stderr).toContain(
      'What to do: No credentials were given and the Docker config has none for docker.io. Docker Hub returns the same for a ' +
        'private repository and for one that does not exist: check the name, and give --username and --password',
    );
    expect(requestsAbout(internet.requests, `acme/${app}`)).toEqual(twoRequests(`acme/${app}`, shortOf(commit), 401));
  });

  test.concurrent('is refused to a user without rights on it: 401, never not ready', async () => {
    const name = 'acme/not-yours';
    const { commit, tag } = await given(name, { private: true });

    const { exitCode, stderr } = await look({
      repo: 'not-yours',
      ref: commit,
      namespace: 'acme',
      username: 'stranger',
      password: 'nothing-to-see',
    });

    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'What to do: docker.io rejected the credentials. Docker Hub returns the same for a private',
    );
    expect(requestsAbout(internet.requests, name)).toEqual(twoRequests(name, tag, 401));
  });

  test.concurrent('is refused with a wrong password, which the registry itself never sees', async () => {
    const name = 'acme/wrong-password';
    const { commit } = await given(name, { private: true });

    const { exitCode, json, stderr } = await look({
      repo: 'wrong-password',
      ref: commit,
      namespace: 'acme',
      username: user,
      password: 'not-the-password',
    });

    expect(exitCode).toBe(2);
    expect(json.error).toBe('GET https://auth.docker.io/token: 401 Unauthorized; “incorrect username or password”');
    expect(stderr).not.toContain('not-the-password');
    expect(requestsAbout(internet.requests, name)).toEqual([
      'GET auth.docker.io/token?service=registry.docker.io&scope=repository%3Aacme%2Fwrong-password%3Apull 401',
    ]);
  });

  test.concurrent.each([
    'https://index.docker.io/v1/',
    'https://index.docker.io/v1',
    'https://index.docker.io/v2/',
    'index.docker.io',
    'index.docker.io/v1/',
    'docker.io',
    'https://docker.io',
    'registry-1.docker.io',
    'https://registry-1.docker.io/v2/',
  ])('is found with the credentials that the Docker config has under %s', async (key) => {
    const app = `config-${commitOf(key).slice(0, 8)}`;
    const { commit, digest } = await given(`acme/${app}`, { private: true });
    const env = await folders.dockerConfig({ auths: { [key]: { auth: authOf(user, password) } } });

    const { exitCode, json } = await look({ repo: app, ref: commit, namespace: 'acme' }, env);

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true, digest });
  });

  test.concurrent('does not get the credentials of another registry', async () => {
    const { commit } = await given('acme/other-auths', { private: true });
    const auth = authOf(user, password);
    const keys = ['ghcr.io', 'notdocker.io', 'docker.io.example.com', 'hub.docker.com', 'quay.io'];
    const env = await folders.dockerConfig({ auths: Object.fromEntries(keys.map((key) => [key, { auth }])) });

    const { exitCode } = await look({ repo: 'other-auths', ref: commit, namespace: 'acme' }, env);

    expect(exitCode).toBe(2);
  });
});

test('not one of all these checks was a pull', () => {
  expect(internet.requests.length).toBeGreaterThan(40);
  expect(internet.hub.pulls).toBe(0);
});
