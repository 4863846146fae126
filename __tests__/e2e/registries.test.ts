import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher, pushImage, type RegistryOptions, type RunningRegistry } from '../../sandbox/index.js';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { authOf, onPath } from './support/files.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

const ways = {
  anonymous: {},
  htpasswd: { auth: 'htpasswd' },
  token: { auth: 'token' },
  tls: { tls: true },
} as const satisfies Record<string, Omit<RegistryOptions, 'kind'>>;
type Way = keyof typeof ways;

const revision = 'org.opencontainers.image.revision';
const run = promisify(execFile);
const folders = useFolders();
const registries = new Map<string, RunningRegistry>();

const internet = await useInternet();
for (const kind of registryKinds) {
  for (const [way, options] of Object.entries(ways)) {
    registries.set(`${kind} ${way}`, await useRegistry({ kind, ...options }));
  }
}

function registryOf(kind: string, way: Way): RunningRegistry {
  const registry = registries.get(`${kind} ${way}`);
  if (registry === undefined) throw new Error(`there is no ${kind} registry with ${way}`);
  return registry;
}

/** What a check of that image needs beside credentials. */
function inputsFor({ host }: Pick<RunningRegistry, 'host'>, name: string, commit: string): CheckInputs {
  return { registry: host, image: name, repo: 'acme/app', ref: commit };
}

/** An image for a commit of its own, pushed. */
async function given(registry: RunningRegistry, name: string, spec?: ImageSpec) {
  const commit = commitOf(name);
  const tag = shortOf(commit);
  const { digest } = await pushImage(registry, name, tag, spec);
  const image = `${registry.host}/${name}`;
  const ready = { ready: true, status: 'ready', image: `${image}:${tag}`, digest, pinned: `${image}@${digest}` };
  const path = `${registry.host}/v2/${name}/manifests/${tag}`;
  const pushed = requestsAbout(registry.requests, name).length;
  /** What was asked of the registry since, about this image. */
  const asked = () => requestsAbout(registry.requests, name).slice(pushed);
  return { commit, tag, digest, ready, inputs: inputsFor(registry, name, commit), path, asked };
}

describe.each(registryKinds)('%s registry', (kind) => {
  describe('anonymous', () => {
    test.concurrent('ready: one HEAD, and the digest that was pushed', async () => {
      const registry = registryOf(kind, 'anonymous');
      const { inputs, ready, path, asked } = await given(registry, 'acme/plain');

      const { exitCode, json, stderr } = await check(inputs);

      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
      expect(json).toMatchObject(ready);
      expect(asked()).toEqual([`HEAD ${path} 200`]);
    });

    test.concurrent('an image’s name may bring its registry with the port', async () => {
      const registry = registryOf(kind, 'anonymous');
      const { inputs, ready } = await given(registry, 'acme/named');

      const { json } = await check({ repo: 'acme/app', ref: inputs.ref ?? '', image: `${registry.host}/acme/named` });

      expect(json).toMatchObject(ready);
    });

    test.concurrent('namespace and repo make the name; http:// may be in front', async () => {
      const registry = registryOf(kind, 'anonymous');
      const { commit, ready } = await given(registry, 'acme/team/namespaced');
      const inputs = { registry: registry.url, namespace: 'acme/team', repo: 'x/namespaced', ref: commit };

      expect((await check(inputs)).json).toMatchObject(ready);
    });

    test.concurrent.each([
      ['{sha}', (commit: string) => commit],
      ['{short-sha:12}', (commit: string) => commit.slice(0, 12)],
      ['v1-{short-sha}-amd64', (commit: string) => `v1-${commit.slice(0, 7)}-amd64`],
    ])('the tag is made by the template %s', async (template, tagOf) => {
      const registry = registryOf(kind, 'anonymous');
      const commit = commitOf(template);
      const { digest } = await pushImage(registry, 'acme/templates', tagOf(commit));

      const { json } = await check({ ...inputsFor(registry, 'acme/templates', commit), tag: template });

      expect(json).toMatchObject({ ready: true, tag: tagOf(commit), digest });
    });

    test.concurrent.each([
      ['tag', 'acme/no-tag'],
      ['repository', 'acme/nowhere'],
    ])('a %s that is missing is not ready', async (what, name) => {
      const registry = registryOf(kind, 'anonymous');
      if (what === 'tag') await given(registry, name);
      const commit = commitOf('never built');
      const tag = shortOf(commit);

      const { exitCode, json } = await check(inputsFor(registry, name, commit));

      expect(exitCode).toBe(1);
      expect(json).toEqual({
        repository: 'acme/app',
        reference: commit,
        commit,
        image: `${registry.host}/${name}:${tag}`,
        tag,
        ready: false,
        status: 'not-ready',
        reason: 'the registry has no such tag',
        'build-image': null,
      });
      expect(requestsAbout(registry.requests, tag)).toContain(`HEAD ${registry.host}/v2/${name}/manifests/${tag} 404`);
    });
  });

  describe('htpasswd', () => {
    test.concurrent('username and password: ready after one challenge', async () => {
      const registry = registryOf(kind, 'htpasswd');
      const { inputs, ready, path, asked } = await given(registry, 'acme/basic');

      const { exitCode, json } = await check({ ...inputs, username: 'ada', password: 'secret' });

      expect(exitCode).toBe(0);
      expect(json).toMatchObject(ready);
      expect(asked()).toEqual([`HEAD ${path} 401`, `HEAD ${path} 200`]);
    });

    test.concurrent('the Docker config: ready', async () => {
      const registry = registryOf(kind, 'htpasswd');
      const { inputs, ready } = await given(registry, 'acme/configured');
      const env = await folders.dockerConfig({ auths: { [registry.host]: { auth: authOf('ada', 'secret') } } });

      expect((await check(inputs, { env })).json).toMatchObject(ready);
    });

    test.concurrent.each([
      ['a wrong password', { username: 'ada', password: 'not-the-secret' }, 'rejected the credentials', [401, 401]],
      ['no credentials', {}, 'No credentials were given and the Docker config has none', [401]],
    ])('%s: exit code 2', async (what, credentials, advice, statuses) => {
      const registry = registryOf(kind, 'htpasswd');
      const name = `acme/${what.replaceAll(' ', '-')}`;
      const { inputs, path, tag, asked } = await given(registry, name);

      const { exitCode, json, stderr } = await check({ ...inputs, ...credentials });

      expect(exitCode).toBe(2);
      expect(json.error).toBe(`HEAD ${registry.url}/v2/${name}/manifests/${tag}: 401 Unauthorized`);
      expect(json).not.toHaveProperty('ready');
      expect(stderr).toContain(advice);
      expect(stderr).not.toContain('not-the-secret');
      expect(asked()).toEqual(statuses.map((status) => `HEAD ${path} ${status}`));
    });
  });

  describe('token authentication', () => {
    const tokenPath = (name: string) =>
      `token?service=image-gate-sandbox&scope=${encodeURIComponent(`repository:${name}:pull`)}`;

    test.concurrent.each([
      ['credentials: HEAD, token, HEAD, ready', { username: 'ada', password: 'secret' }, 0, [401, 200, 200]],
      ['nobody’s token is not enough: exit code 2', {}, 2, [401, 200, 401]],
      [
        'a wrong password: the token service refuses it, exit code 2',
        { username: 'ada', password: 'no' },
        2,
        [401, 401],
      ],
    ])('%s', async (_what, credentials, wanted, [first, second, third]) => {
      const registry = registryOf(kind, 'token');
      const name = `acme/token-${wanted}-${second}`;
      const { inputs, path, ready, asked } = await given(registry, name);

      const { exitCode, json } = await check({ ...inputs, ...credentials });

      expect(exitCode).toBe(wanted);
      expect(asked()).toEqual([
        `HEAD ${path} ${first}`,
        `GET ${registry.host}/${tokenPath(name)} ${second}`,
        ...(third === undefined ? [] : [`HEAD ${path} ${third}`]),
      ]);
      if (wanted === 0) expect(json).toMatchObject(ready);
      else expect(json).not.toHaveProperty('ready');
    });

    test.concurrent('the Docker config: ready', async () => {
      const registry = registryOf(kind, 'token');
      const { inputs, ready } = await given(registry, 'acme/token-config');
      const env = await folders.dockerConfig({ auths: { [registry.host]: { auth: authOf('ada', 'secret') } } });

      expect((await check(inputs, { env })).json).toMatchObject(ready);
    });

    test.concurrent('a repository that is missing is not ready', async () => {
      const registry = registryOf(kind, 'token');
      const inputs = inputsFor(registry, 'acme/token-nowhere', commitOf('nothing'));

      const { exitCode, json } = await check({ ...inputs, username: 'ada', password: 'secret' });

      expect(exitCode).toBe(1);
      expect(json).toMatchObject({ ready: false, reason: 'the registry has no such tag' });
    });

    test.concurrent('one token serves the manifests and the config', async () => {
      const registry = registryOf(kind, 'token');
      const { inputs, asked } = await given(registry, 'acme/token-once');

      const { exitCode } = await check({ ...inputs, username: 'ada', password: 'secret', platforms: 'linux/amd64' });

      expect(exitCode).toBe(0);
      expect(asked().map((line) => line.replace(/^(\w+ )[^/]*(\/\w+).*( \d+)$/, '$1$2$3'))).toEqual([
        'HEAD /v2 401',
        'GET /token 200',
        'HEAD /v2 200',
        'GET /v2 200',
        'GET /v2 200',
      ]);
    });
  });

  describe('TLS by a private authority', () => {
    test.concurrent('NODE_EXTRA_CA_CERTS: ready', async () => {
      const registry = registryOf(kind, 'tls');
      const { inputs, ready } = await given(registry, 'acme/tls');

      const { exitCode, json } = await check(
        { ...inputs, registry: registry.url },
        { env: { NODE_EXTRA_CA_CERTS: registry.ca ?? '' } },
      );

      expect(exitCode).toBe(0);
      expect(json).toMatchObject(ready);
    });

    test.concurrent('without it: exit code 6 at once, and the advice names it', async () => {
      const registry = registryOf(kind, 'tls');
      const { inputs, tag } = await given(registry, 'acme/tls-untrusted');

      const { exitCode, json, stderr } = await check({ ...inputs, registry: registry.url });

      expect(exitCode).toBe(6);
      expect(json.error).toMatch(
        `HEAD ${registry.url}/v2/acme/tls-untrusted/manifests/${tag}: the server's certificate is not trusted: `,
      );
      expect(stderr).toContain(
        'What to do: For a private certificate authority, set NODE_EXTRA_CA_CERTS to its PEM file for this step.',
      );
    });

    test.concurrent('plain HTTP to it is no answer either', async () => {
      const registry = registryOf(kind, 'tls');
      const { inputs } = await given(registry, 'acme/tls-plain');

      const { exitCode, json } = await check({ ...inputs, timeout: '2s' });

      expect([5, 6]).toContain(exitCode);
      expect(json).not.toHaveProperty('ready');
    });
  });

  describe('platforms', () => {
    const both = ['linux/amd64', 'linux/arm64'];
    const cases: [string, ImageSpec, string, string | undefined][] = [
      ['all there', { platforms: both }, 'linux/arm64, linux/amd64', undefined],
      ['one missing', { platforms: both }, 'linux/amd64,linux/arm/v7', 'it has no linux/arm/v7'],
      [
        'two missing',
        { platforms: both },
        'windows/amd64,linux/arm/v6',
        'it has no windows/amd64; it has no linux/arm/v6',
      ],
      ['arm64/v8 is arm64', { platforms: ['linux/amd64', 'linux/arm64/v8'] }, 'linux/arm64', undefined],
      ['arm64 is arm64/v8', { platforms: both }, 'linux/arm64/v8', undefined],
      [
        'arm/v7 is not arm/v6',
        { platforms: ['linux/arm/v7', 'linux/amd64'] },
        'linux/arm/v6',
        'it has no linux/arm/v6',
      ],
      [
        'amd64/v3 is not amd64',
        { platforms: ['linux/amd64/v3', 'linux/arm64'] },
        'linux/amd64',
        'it has no linux/amd64',
      ],
      ['attestations are beside them', { platforms: both, attestation: true }, 'linux/amd64,linux/arm64', undefined],
      ['attestations are none', { attestation: true }, 'unknown/unknown', 'it has no unknown/unknown'],
      ['an index in the index', { platforms: both, nested: true }, 'linux/amd64,linux/arm64', undefined],
      [
        'an index in the index lacks one',
        { platforms: both, nested: true },
        'linux/ppc64le',
        'it has no linux/ppc64le',
      ],
      ['Docker’s list', { platforms: both, format: 'docker' }, 'linux/amd64,linux/arm64', undefined],
      ['Docker’s list lacks one', { platforms: both, format: 'docker' }, 'linux/riscv64', 'it has no linux/riscv64'],
      ['a single image has its own', { platforms: ['linux/arm64'] }, 'linux/arm64', undefined],
      ['a single image has no other', { platforms: ['linux/arm64'] }, 'linux/amd64', 'it has no linux/amd64'],
      ['a single Docker image has its own', { format: 'docker' }, 'linux/amd64', undefined],
      ['a single Docker image has no other', { format: 'docker' }, 'linux/arm64', 'it has no linux/arm64'],
    ];

    test.concurrent.each(cases)('%s', async (what, spec, platforms, reason) => {
      const name = `platforms/${what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
      const { inputs, digest, ready } = await given(registryOf(kind, 'anonymous'), name, spec);

      const { exitCode, json } = await check({ ...inputs, platforms });

      if (reason === undefined) expect(json).toMatchObject(ready);
      else expect(json).toMatchObject({ ready: false, status: 'not-ready', reason, digest });
      expect(exitCode).toBe(reason === undefined ? 0 : 1);
      expect('pinned' in json).toBe(reason === undefined);
    });

    test.concurrent('an index says it itself: one GET, a HEAD of each required child, and no config', async () => {
      const registry = registryOf(kind, 'anonymous');
      const { inputs, path, digest, asked } = await given(registry, 'platforms/requests', { platforms: both });

      await check({ ...inputs, platforms: 'linux/amd64' });

      const manifests = `${registry.host}/v2/platforms/requests/manifests`;
      expect(asked()).toEqual([
        `HEAD ${path} 200`,
        `GET ${manifests}/${digest} 200`,
        expect.stringMatching(/^HEAD .*\/v2\/platforms\/requests\/manifests\/sha256:\w{64} 200$/),
      ]);
    });

    test.concurrent('an entry of an index without a platform is judged by its config', async () => {
      const registry = registryOf(kind, 'anonymous');
      const name = 'platforms/unsaid';
      const commit = commitOf(name);
      const { digest, size, mediaType: type } = await pushImage(registry, name, 'arm', { platforms: ['linux/arm64'] });
      const mediaType = 'application/vnd.oci.image.index.v1+json';
      await pusher(registry, name).manifest(
        { schemaVersion: 2, mediaType, manifests: [{ mediaType: type, digest, size }] },
        shortOf(commit),
      );
      const inputs = inputsFor(registry, name, commit);

      const [there, missing] = await Promise.all([
        check({ ...inputs, platforms: 'linux/arm64' }),
        check({ ...inputs, platforms: 'linux/amd64' }),
      ]);

      expect(there.json).toMatchObject({ ready: true });
      expect(missing.json).toMatchObject({ ready: false, reason: 'it has no linux/amd64' });
    });
  });

  describe('verify-revision', () => {
    const other = commitOf('another commit');
    const both = ['linux/amd64', 'linux/arm64'];
    const vcsRef = 'org.label-schema.vcs-ref';
    type Case = [string, (commit: string) => ImageSpec, ((commit: string) => string) | undefined];
    const cases: Case[] = [
      ['the index has it', (commit) => ({ platforms: both, indexAnnotations: { [revision]: commit } }), undefined],
      ['each manifest has it', (commit) => ({ platforms: both, annotations: { [revision]: commit } }), undefined],
      ['each config has it', (commit) => ({ platforms: both, labels: { [revision]: commit } }), undefined],
      ['a single manifest has it', (commit) => ({ annotations: { [revision]: commit } }), undefined],
      ['a single config has it', (commit) => ({ labels: { [revision]: commit } }), undefined],
      ['a Docker config has it', (commit) => ({ format: 'docker', labels: { [revision]: commit } }), undefined],
      ['the old label has it', (commit) => ({ labels: { [vcsRef]: commit } }), undefined],
      ['a short one', (commit) => ({ labels: { [revision]: commit.slice(0, 7) } }), undefined],
      [
        'beside attestations',
        (commit) => ({ platforms: both, labels: { [revision]: commit }, attestation: true }),
        undefined,
      ],
      ['in a nested index', (commit) => ({ platforms: both, labels: { [revision]: commit }, nested: true }), undefined],
      [
        'too short to tell',
        (commit) => ({ labels: { [revision]: commit.slice(0, 6) } }),
        (commit) => `the revision of its linux/amd64 is ${commit.slice(0, 6)}, not ${commit}`,
      ],
      [
        'another commit in the config',
        () => ({ labels: { [revision]: other } }),
        (commit) => `the revision of its linux/amd64 is ${other}, not ${commit}`,
      ],
      [
        'another commit in the index',
        (commit) => ({ platforms: both, labels: { [revision]: commit }, indexAnnotations: { [revision]: other } }),
        (commit) => `its revision is ${other}, not ${commit}`,
      ],
      ['no label', () => ({}), () => `its linux/amd64 has no label ${revision}`],
      [
        'no label anywhere',
        () => ({ platforms: both }),
        () => `its linux/amd64 has no label ${revision}; its linux/arm64 has no label ${revision}`,
      ],
    ];

    test.concurrent.each(cases)('%s', async (what, specOf, reasonOf) => {
      const name = `revision/${what.toLowerCase().replaceAll(' ', '-')}`;
      const { inputs, commit, digest, ready } = await given(
        registryOf(kind, 'anonymous'),
        name,
        specOf(commitOf(name)),
      );

      const { exitCode, json } = await check({ ...inputs, 'verify-revision': 'true' });

      if (reasonOf === undefined) expect(json).toMatchObject(ready);
      else expect(json).toMatchObject({ ready: false, reason: reasonOf(commit), digest });
      expect(exitCode).toBe(reasonOf === undefined ? 0 : 1);
    });

    test.concurrent('one platform is stale: not ready, unless it is not one of those asked for', async () => {
      const registry = registryOf(kind, 'anonymous');
      const name = 'revision/one-stale';
      const commit = commitOf(name);
      const fresh = await pushImage(registry, name, 'fresh', { labels: { [revision]: commit } });
      const stale = await pushImage(registry, name, 'stale', {
        platforms: ['linux/arm64'],
        labels: { [revision]: other },
      });
      const manifests = [...fresh.manifests, ...stale.manifests];
      const mediaType = 'application/vnd.oci.image.index.v1+json';
      await pusher(registry, name).manifest({ schemaVersion: 2, mediaType, manifests }, shortOf(commit));
      const inputs = { ...inputsFor(registry, name, commit), 'verify-revision': 'true' };
      const reason = `the revision of its linux/arm64 is ${other}, not ${commit}`;

      const [all, asked, alone] = await Promise.all([
        check(inputs),
        check({ ...inputs, platforms: 'linux/amd64,linux/arm64' }),
        check({ ...inputs, platforms: 'linux/amd64' }),
      ]);

      expect(all.json).toMatchObject({ ready: false, reason });
      expect(asked.json).toMatchObject({ ready: false, reason });
      expect(alone.json).toMatchObject({ ready: true });
    });

    test.concurrent('a missing platform and a wrong revision are both told', async () => {
      const { inputs, commit } = await given(registryOf(kind, 'anonymous'), 'revision/both-wrong', {
        labels: { [revision]: other },
      });

      const { json } = await check({ ...inputs, 'verify-revision': 'true', platforms: 'linux/amd64,linux/arm64' });

      expect(json.reason).toBe(`it has no linux/arm64; the revision of its linux/amd64 is ${other}, not ${commit}`);
    });
  });

  if (onPath('skopeo')) {
    describe('an image that skopeo pushed', () => {
      const copy = (...args: string[]) =>
        run('skopeo', ['--insecure-policy', 'copy', '--src-tls-verify=false', '--dest-tls-verify=false', ...args]);

      test.concurrent('from a folder, with a password', async () => {
        const registry = registryOf(kind, 'htpasswd');
        const name = 'skopeo/from-folder';
        const commit = commitOf(name);
        const { digest } = await pushImage(registryOf(kind, 'anonymous'), name, 'origin', { format: 'docker' });
        const folder = `dir:${await folders.create()}`;
        await copy(`docker://${registryOf(kind, 'anonymous').host}/${name}:origin`, folder);
        await copy('--dest-creds=ada:secret', folder, `docker://${registry.host}/${name}:${shortOf(commit)}`);

        const inputs = { ...inputsFor(registry, name, commit), username: 'ada', password: 'secret' };
        const [plain, demanding] = await Promise.all([check(inputs), check({ ...inputs, platforms: 'linux/amd64' })]);

        expect(plain.json).toMatchObject({ ready: true, digest, pinned: `${registry.host}/${name}@${digest}` });
        expect(demanding.json).toMatchObject({ ready: true, digest });
      });

      test.concurrent('from another registry, all platforms, unchanged', async () => {
        const [from, to] = [registryOf('memory', 'anonymous'), registryOf(kind, 'anonymous')];
        const name = 'skopeo/index';
        const commit = commitOf(name);
        const { digest } = await pushImage(from, 'skopeo/origin', shortOf(commit), {
          platforms: ['linux/amd64', 'linux/arm64'],
          labels: { [revision]: commit },
        });
        await copy(
          '--all',
          `docker://${from.host}/skopeo/origin:${shortOf(commit)}`,
          `docker://${to.host}/${name}:${shortOf(commit)}`,
        );
        const inputs = inputsFor(to, name, commit);

        const [has, lacks] = await Promise.all([
          check({ ...inputs, platforms: 'linux/amd64,linux/arm64', 'verify-revision': 'true' }),
          check({ ...inputs, platforms: 'linux/s390x' }),
        ]);

        expect(has.json).toMatchObject({ ready: true, digest });
        expect(lacks.json).toMatchObject({ ready: false, reason: 'it has no linux/s390x' });
      });

      test.concurrent.each(['oci', 'v2s2'])('in the format %s', async (format) => {
        const [from, to] = [registryOf('memory', 'anonymous'), registryOf(kind, 'anonymous')];
        const name = `skopeo/format-${format}`;
        const commit = commitOf(name);
        const origin = `skopeo/origin-${kind}-${format}`;
        const { digest } = await pushImage(from, origin, 'origin', {
          format: format === 'oci' ? 'docker' : 'oci',
          labels: { [revision]: commit },
        });
        const target = `docker://${to.host}/${name}:${shortOf(commit)}`;
        await copy(`--format=${format}`, `docker://${from.host}/${origin}:origin`, target);
        const told = await run('skopeo', ['inspect', '--tls-verify=false', '--format={{.Digest}}', target]);

        const { json } = await check({
          ...inputsFor(to, name, commit),
          platforms: 'linux/amd64',
          'verify-revision': 'true',
        });

        expect(json).toMatchObject({ ready: true, digest: told.stdout.trim() });
        expect(json.digest).not.toBe(digest);
      });
    });
  }
});

describe('a registry whose HEAD does not say enough', () => {
  const host = 'registry.example.com';

  /** An image there, and a registry that answers a HEAD for it as told. */
  async function spoiled(what: string, answer: { status: number; headers?: Record<string, string> }) {
    const name = `spoiled/${what}`;
    const commit = commitOf(name);
    const digest = await internet.generic.image(name, shortOf(commit));
    const path = `/v2/${name}/manifests/${shortOf(commit)}`;
    internet.inject({ host, method: 'HEAD', path, answer });
    const look = (more: CheckInputs = {}): Promise<CheckRun> =>
      check({ ...inputsFor({ host }, name, commit), ...more }, { internet });
    return { name, path, digest, look };
  }

  const manifest = 'application/vnd.oci.image.manifest.v1+json';
  const cases: [string, { status: number; headers?: Record<string, string> }][] = [
    ['no-digest', { status: 200, headers: { 'content-type': manifest } }],
    ['no-type', { status: 200, headers: { 'docker-content-digest': `sha256:${'0'.repeat(64)}` } }],
    ['broken-digest', { status: 200, headers: { 'content-type': manifest, 'docker-content-digest': 'sha256:12' } }],
    ['head-405', { status: 405 }],
    ['head-406', { status: 406 }],
  ];

  test.concurrent.each(cases)('%s: the GET decides, and its body is hashed', async (what, answer) => {
    const { name, path, digest, look } = await spoiled(what, answer);

    const { exitCode, json } = await look();

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ready: true, digest, pinned: `${host}/${name}@${digest}` });
    expect(requestsAbout(internet.requests, name)).toEqual([
      `HEAD ${host}${path} ${answer.status}`,
      `GET ${host}${path} 200`,
    ]);
  });

  test.concurrent('405, and the GET says 404: not ready', async () => {
    const { path, look } = await spoiled('head-405-get-404', { status: 405 });
    internet.inject({ host, method: 'GET', path, answer: { status: 404, body: '{"errors":[]}' } });

    const { exitCode, json } = await look();

    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ ready: false, reason: 'the registry has no such tag' });
  });

  test.concurrent('the GET has no digest either: it is that of the body', async () => {
    const { path, look } = await spoiled('digest-nowhere', { status: 405 });
    const config = {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: `sha256:${'a'.repeat(64)}`,
      size: 2,
    };
    const body = JSON.stringify({ schemaVersion: 2, mediaType: manifest, config, layers: [] });
    internet.inject({
      host,
      method: 'GET',
      path,
      answer: { status: 200, headers: { 'content-type': manifest }, body },
    });

    const { json } = await look();

    expect(json).toMatchObject({ ready: true, digest: `sha256:${createHash('sha256').update(body).digest('hex')}` });
  });

  test.concurrent('the GET has the digest of something else: exit code 5, never ready', async () => {
    const { path, digest, look } = await spoiled('digest-of-another', { status: 405 });
    const body = JSON.stringify({ schemaVersion: 2, mediaType: manifest, config: {}, layers: [] });
    const headers = { 'content-type': manifest, 'docker-content-digest': digest };
    internet.inject({ host, method: 'GET', path, answer: { status: 200, headers, body } });

    const { exitCode, json, stderr } = await look();

    expect(exitCode).toBe(5);
    expect(json.error).toContain(`the content is sha256:`);
    expect(json.error).toContain(`not ${digest} as it should be`);
    expect(json).not.toHaveProperty('ready');
    expect(stderr).toContain('do not deploy this image before you know why');
  });
});
