import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createGhcr } from '../../sandbox/hosts/ghcr.js';
import { createGitHub } from '../../sandbox/hosts/github.js';
import { createGitHubPackages } from '../../sandbox/hosts/github-packages.js';
import { createHarbor as createSandboxHarbor } from '../../sandbox/hosts/harbor.js';
import { available, pusher, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { createTimers } from '../../sandbox/timers.js';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { idsByDigest } from '../../src/registries/drivers/ghcr/packages.js';
import { createHarbor } from '../../src/registries/drivers/harbor/api.js';
import { collect } from '../support/collect.js';
import { rejectionOf } from '../support/failures.js';
import { setUpPackages } from '../support/ghcr.js';
import { fakeHttp } from '../support/http.js';
import { ociIndex } from '../support/manifests.js';
import { through } from '../support/sandbox-http.js';

const kinds = available() ? (['memory', 'distribution'] as const) : (['memory'] as const);
let count = 0;

/** Puts so many images that share their blobs, each with a tag of its own, beside the first. */
async function fill(registry: RunningRegistry, name: string, images: number): Promise<void> {
  const push = pusher(registry, name);
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const config = await push.blob('application/vnd.oci.image.config.v1+json', Buffer.from('{}'));
  for (let number = 0; number < images; number += 1) {
    const annotations = { number: String(number) };
    await push.manifest({ schemaVersion: 2, mediaType, config, layers: [], annotations }, `t${number}`);
  }
}

describe.each(kinds)('the client of packages and the sandbox’s GitHub, on a registry of the kind %s', (kind) => {
  let registry: RunningRegistry;
  beforeAll(async () => {
    registry = await startRegistry({ kind });
  });
  afterAll(() => registry.stop());

  function given(token = 'ghp_ann') {
    count += 1;
    const path = `acme/team/app-${count}`;
    const { ghcr } = createGhcr(registry);
    ghcr.users.set('ann', 'ghp_ann').set('eve', 'ghp_eve');
    ghcr.repository(path, { members: ['ann'] });
    const sandbox = createGitHubPackages(ghcr);
    const host = createGitHub(createTimers(), sandbox.answer).hosts['api.github.com'];
    if (host === undefined) throw new Error('api.github.com is missing');
    const connect = (token: string) => setUpPackages(through(host), path, token);
    return { path, ghcr, sandbox, connect, ...connect(token) };
  }

  it('agree on versions: every manifest, its tags and its dates', async () => {
    const { ghcr, path, packages } = given();
    const created = '2025-11-01T00:00:00Z';
    const index = await ghcr.image(path, 'v1', { platforms: ['linux/amd64', 'linux/arm64'], created });
    const alone = await ghcr.image(path, 'v2');
    await ghcr.image(path, 'latest', { content: `${path}:v2\n` });
    const versions = await collect(packages.versions('active'));
    expect(versions).toHaveLength(4);
    expect(versions[0]).toMatchObject({ digest: alone, tags: ['v2', 'latest'] });
    expect(versions[1]).toMatchObject({ digest: index, tags: ['v1'], created: new Date(created) });
    expect(versions.slice(2).map(({ tags, updated }) => [tags, updated])).toEqual([
      [[], new Date(created)],
      [[], new Date(created)],
    ]);
    await ghcr.image(path, 'v2', { content: 'new' });
    expect((await collect(packages.versions('active'))).find(({ digest }) => digest === alone)?.tags).toEqual([
      'latest',
    ]);
  });

  it('agree on pages, of an organization and of a user', async () => {
    const { path, packages, sandbox, connect, lines } = given();
    await fill(registry, path, 201);
    expect((await idsByDigest(packages.versions('active'))).size).toBe(201);
    expect(lines()).toHaveLength(3);
    expect(lines()[1]).toContain('GET /organizations/');
    sandbox.users.add('acme');
    const other = connect('ghp_ann');
    expect((await idsByDigest(other.packages.versions('active'))).size).toBe(201);
    expect(other.lines().map((line) => line.split('/')[1])).toEqual(['orgs', 'users', 'user', 'user']);
  });

  it('agree on deleting and restoring, with id, dates and tags', async () => {
    const { ghcr, path, packages } = given();
    const created = '2025-11-01T00:00:00Z';
    const digest = await ghcr.image(path, 'v1', { content: 'one', created });
    await ghcr.image(path, 'also', { content: 'one', created });
    await ghcr.image(path, 'v2');
    const before = await collect(packages.versions('active'));
    const id = before.find((version) => version.digest === digest)?.id ?? 0;
    expect(await packages.deleteVersion(id)).toBe('deleted');
    expect(await packages.deleteVersion(id)).toBe('missing');
    expect(await collect(packages.versions('active'))).toHaveLength(1);
    expect(await collect(packages.versions('deleted'))).toMatchObject([{ id, digest, tags: ['v1', 'also'] }]);
    expect(await packages.restoreVersion(id)).toBe('restored');
    expect(await packages.restoreVersion(id)).toBe('restored');
    expect(await collect(packages.versions('active'))).toEqual(expect.arrayContaining(before));
    expect(await collect(packages.versions('deleted'))).toEqual([]);
    const pull = await fetch(`${registry.url}/v2/${path}/manifests/also`, {
      headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
    });
    expect(pull.headers.get('docker-content-digest')).toBe(digest);
  });

  it('agree on what is never deleted, and on what is gone', async () => {
    const { ghcr, path, packages, sandbox } = given();
    const digest = await ghcr.image(path, 'v1');
    const id = (await idsByDigest(packages.versions('active'))).get(digest) ?? 0;
    const last = await rejectionOf(packages.deleteVersion(id));
    expect(last).toMatchObject({ kind: 'unsupported', message: expect.stringContaining('last tagged version') });
    await ghcr.image(path, 'v2');
    sandbox.popular.add(digest);
    expect(await rejectionOf(packages.deleteVersion(id))).toMatchObject({ kind: 'unsupported' });
    sandbox.popular.clear();
    await packages.deleteVersion(id);
    const deleted = sandbox.deleted(path).get(id);
    if (deleted !== undefined) deleted.deletedAt = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    expect(await packages.restoreVersion(id)).toBe('missing');
    expect(await collect(packages.versions('deleted'))).toEqual([]);
  });

  it('agree on who may do what', async () => {
    const { ghcr, path, packages, sandbox, connect } = given();
    const digest = await ghcr.image(path, 'v1');
    await ghcr.image(path, 'v2');
    const id = (await idsByDigest(packages.versions('active'))).get(digest) ?? 0;
    const eve = connect('ghp_eve').packages;
    expect((await idsByDigest(eve.versions('active'))).size).toBe(2);
    expect(await rejectionOf(eve.deleteVersion(id))).toMatchObject({ kind: 'denied' });
    expect(await rejectionOf(idsByDigest(connect('wrong').packages.versions('active')))).toMatchObject({
      kind: 'authentication',
    });
    for (const scopes of [[], ['read:packages'], ['write:packages']] as const) {
      sandbox.scopes.set('ann', new Set(scopes));
      expect(await rejectionOf(packages.deleteVersion(id))).toMatchObject({ kind: 'denied' });
    }
    sandbox.scopes.delete('ann');
    sandbox.admins.set(path, new Set(['bob']));
    expect(await rejectionOf(packages.deleteVersion(id))).toMatchObject({ kind: 'denied' });
    ghcr.repository(path, { private: true, members: ['ann'] });
    expect(await rejectionOf(idsByDigest(connect('ghp_eve').packages.versions('active')))).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('the client of Harbor and the sandbox’s', () => {
  let registry: RunningRegistry;
  let sandbox: ReturnType<typeof createSandboxHarbor>['harbor'];
  let host: NonNullable<ReturnType<typeof createSandboxHarbor>['hosts'][string]>;
  beforeAll(async () => {
    registry = await startRegistry({ kind: 'memory' });
  });
  afterAll(() => registry.stop());
  beforeEach(() => {
    const made = createSandboxHarbor(registry);
    sandbox = made.harbor;
    sandbox.users.set('ann', 'secret').set('eve', 'secret');
    if (made.hosts['harbor.example.com'] === undefined) throw new Error('harbor.example.com is missing');
    host = made.hosts['harbor.example.com'];
  });

  function given(credentials: Credentials = { kind: 'password', username: 'ann', password: 'secret' }) {
    count += 1;
    const path = `library/team/app-${count}`;
    sandbox.repository(path, { members: ['ann'] });
    const http = fakeHttp(through(host));
    const repository = repositoryName(parseRegistry('harbor.example.com'), path);
    const connect = (credentials: Credentials) =>
      createHarbor(repository, { http, credentials, origin: new URL(`https://${repository.registry.host}`) });
    return { path, http, connect, harbor: connect(credentials) };
  }

  it('agree on artifacts: tags, children and accessories', async () => {
    const { path, harbor } = given();
    const push = pusher(registry, path);
    const index = await sandbox.image(path, 'v1', { platforms: ['linux/amd64', 'linux/arm64'] });
    const alone = await sandbox.image(path, 'v2', { content: 'x' });
    await sandbox.image(path, 'keep', { content: 'x' });
    const [, , children] = [...registry.ledger.manifests(path).values()];
    const subject = { mediaType: ociIndex, digest: index, size: children?.bytes.length ?? 0 };
    const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const signature = await push.manifest({ schemaVersion: 2, mediaType, config, layers: [], subject });
    sandbox.immutable.set(path, ['keep']);
    const artifacts = await collect(harbor.artifacts());
    expect(artifacts).toMatchObject([
      {
        digest: alone,
        tags: [
          { name: 'v2', immutable: false },
          { name: 'keep', immutable: true },
        ],
        children: [],
        accessories: [],
      },
      { digest: index, tags: [{ name: 'v1' }], accessories: [signature.digest] },
    ]);
    expect(artifacts[1]?.children).toHaveLength(2);
    expect(artifacts.every(({ pushed, size = 0 }) => pushed !== undefined && size > 100)).toBe(true);
  });

  it('agree on pages', async () => {
    const { path, harbor, http } = given();
    await fill(registry, path, 201);
    expect(await collect(harbor.artifacts())).toHaveLength(201);
    expect(http.requests).toHaveLength(3);
  });

  it('agree on deleting one tag of two, and on who may', async () => {
    const { path, harbor, connect } = given();
    const digest = await sandbox.image(path, 'one', { content: 'same' });
    await sandbox.image(path, 'two', { content: 'same' });
    const eve = connect({ kind: 'password', username: 'eve', password: 'secret' });
    expect(await collect(eve.artifacts())).toHaveLength(1);
    expect(await rejectionOf(eve.deleteTag(digest, 'one'))).toMatchObject({ kind: 'denied' });
    expect(await rejectionOf(connect(anonymous).deleteTag(digest, 'one'))).toMatchObject({ kind: 'authentication' });
    sandbox.immutable.set(path, ['two']);
    expect(await rejectionOf(harbor.deleteTag(digest, 'two'))).toMatchObject({ kind: 'denied' });
    expect(await harbor.deleteTag(digest, 'one')).toBe('deleted');
    expect(await harbor.deleteTag(digest, 'one')).toBe('missing');
    expect((await collect(harbor.artifacts()))[0]?.tags).toMatchObject([{ name: 'two' }]);
    sandbox.repository(path, { private: true, members: ['ann'] });
    expect(await rejectionOf(collect(eve.artifacts()))).toMatchObject({ kind: 'denied' });
    expect(await rejectionOf(collect(connect(anonymous).artifacts()))).toMatchObject({ kind: 'authentication' });
  });

  it('a GET is a pull, and a HEAD is none', async () => {
    const { path, http } = given();
    await sandbox.image(path, 'v1');
    const address = `projects/library/repositories/${encodeURIComponent(encodeURIComponent(path.slice('library/'.length)))}`;
    const pulled = async () => {
      const url = new URL(`https://harbor.example.com/api/v2.0/${address}/artifacts`);
      return JSON.parse(String((await http.request({ method: 'GET', url })).body))[0].pull_time.slice(0, 4);
    };
    const scope = encodeURIComponent(`repository:${path}:pull`);
    const { body } = await http.request({
      method: 'GET',
      url: new URL(`https://harbor.example.com/service/token?scope=${scope}`),
    });
    const headers = { authorization: `Bearer ${JSON.parse(String(body)).token}` };
    const url = new URL(`https://harbor.example.com/v2/${path}/manifests/v1`);
    expect((await http.request({ method: 'HEAD', url, headers })).status).toBe(200);
    expect(await pulled()).toBe('0001');
    await http.request({ method: 'GET', url, headers });
    expect(await pulled()).not.toBe('0001');
  });

  it('a name encoded once is another path', async () => {
    const { path, http } = given();
    const [project, ...rest] = path.split('/');
    const at = (name: string) =>
      http.request({
        method: 'GET',
        url: new URL(`https://harbor.example.com/api/v2.0/projects/${project}/repositories/${name}`),
      });
    expect((await at(encodeURIComponent(encodeURIComponent(rest.join('/'))))).status).toBe(200);
    expect((await at(encodeURIComponent(rest.join('/')))).status).toBe(404);
  });
});
