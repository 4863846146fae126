import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDockerHub as createSandboxHub } from '../../sandbox/hosts/docker-hub.js';
import { available, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { collect } from '../support/collect.js';
import { setUpHub, signedIn } from '../support/docker-hub.js';
import { rejectionOf } from '../support/failures.js';
import { through } from '../support/sandbox-http.js';

const kinds = available() ? (['memory', 'distribution'] as const) : (['memory'] as const);

describe.each(kinds)('the client and the sandbox’s Docker Hub, on a registry of the kind %s', (kind) => {
  let registry: RunningRegistry;
  beforeAll(async () => {
    registry = await startRegistry({ kind });
  });
  afterAll(() => registry.stop());

  let sandbox: ReturnType<typeof createSandboxHub>['hub'];
  let connect: (credentials?: Credentials) => ReturnType<typeof setUpHub>;
  beforeEach(() => {
    const made = createSandboxHub(registry);
    sandbox = made.hub;
    sandbox.users.set('ann', 'dckr_pat_1').set('bob', 'secret');
    const host = made.hosts['hub.docker.com'];
    if (host === undefined) throw new Error('hub.docker.com is missing');
    connect = (credentials = signedIn) => setUpHub(through(host), credentials);
  });

  it('agree on tags: digests, sizes, platforms and dates', async () => {
    const created = '2025-11-01T00:00:00.000Z';
    const platforms = ['linux/amd64', 'linux/arm/v7'];
    const index = await sandbox.image('acme/list', 'v1', { platforms, attestation: true, created });
    const alone = await sandbox.image('acme/list', 'v2', { format: 'docker' });
    const tags = await collect(connect().hub.tags('acme', 'list'));
    expect(tags).toMatchObject([
      { name: 'v2', digest: alone, status: 'active', contentType: 'image', images: [{ digest: alone }] },
      {
        name: 'v1',
        digest: index,
        status: 'inactive',
        mediaType: 'application/vnd.oci.image.index.v1+json',
        pushed: new Date(created),
        pulled: undefined,
        images: [
          { platform: { os: 'linux', architecture: 'amd64' } },
          { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } },
          { platform: { os: 'unknown', architecture: 'unknown' } },
          { platform: { os: 'unknown', architecture: 'unknown' } },
        ],
      },
    ]);
    expect(tags.every(({ size = 0, images }) => size > 200 && size === images[0]?.size)).toBe(true);
  });

  it('agree on pages, and sign in once', async () => {
    const digest = await sandbox.image('acme/pages', 'first');
    const bytes = await fetch(`${registry.url}/v2/acme/pages/manifests/${digest}`, {
      headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
    }).then((answer) => answer.text());
    for (let count = 1; count < 201; count += 1) {
      const headers = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
      await fetch(`${registry.url}/v2/acme/pages/manifests/t${count}`, { method: 'PUT', headers, body: bytes });
    }
    const { hub, lines } = connect();
    expect(new Set((await collect(hub.tags('acme', 'pages'))).map(({ name }) => name)).size).toBe(201);
    expect(lines()).toHaveLength(4);
    expect(sandbox.sessions).toMatchObject({ logins: 1, refused: 0 });
  });

  it('agree on tokens that end', async () => {
    sandbox.repository('acme/tokens', { private: true });
    const { hub, later } = connect();
    expect(await hub.repository('acme', 'tokens')).toMatchObject({ private: true });
    sandbox.sessions.expire();
    expect(await hub.repository('acme', 'tokens')).toMatchObject({ private: true });
    expect(sandbox.sessions.logins).toBe(2);
    later(575);
    await hub.repository('acme', 'tokens');
    expect(sandbox.sessions.logins).toBe(3);
    const wrong = connect({ kind: 'password', username: 'ann', password: 'wrong' });
    expect(await rejectionOf(wrong.hub.repository('acme', 'tokens'))).toMatchObject({ kind: 'authentication' });
    expect(sandbox.sessions.refused).toBe(1);
  });

  it('agree on who sees what', async () => {
    sandbox.repository('acme/secret', { private: true, members: ['ann'] });
    sandbox.repository('acme/open');
    const names = async (credentials?: Credentials) =>
      (await collect(connect(credentials).hub.repositories('acme'))).map(({ name }) => name);
    expect(await names()).toEqual(['open', 'secret']);
    expect(await names(anonymous)).toEqual(['open']);
    expect(await collect(connect().hub.repositories('nobody'))).toEqual([]);
    expect(await connect(anonymous).hub.repository('acme', 'secret')).toBeUndefined();
    expect(await rejectionOf(collect(connect(anonymous).hub.tags('acme', 'secret')))).toMatchObject({ exitCode: 3 });
    sandbox.scopes.set('ann', 'repo:public_read');
    expect(await names()).toEqual(['open']);
  });

  it('agree on making and changing repositories', async () => {
    sandbox.details('ann/made').pulls = 7;
    const { hub } = connect();
    const wanted = { private: true, description: 'Made', fullDescription: '# Made' };
    const made = await hub.createRepository('ann', 'made', wanted);
    expect(made).toMatchObject({ created: true, repository: { ...wanted, pulls: 7, permissions: { admin: true } } });
    expect(await hub.createRepository('ann', 'made')).toEqual({ created: false, repository: made.repository });
    await hub.updateRepository('ann', 'made', { fullDescription: '# New' });
    await hub.setPrivate('ann', 'made', false);
    const now = { private: false, description: 'Made', fullDescription: '# New' };
    expect(await connect(anonymous).hub.repository('ann', 'made')).toMatchObject(now);
    const long = await rejectionOf(hub.updateRepository('ann', 'made', { description: 'x'.repeat(101) }));
    expect(long).toMatchObject({ kind: 'server' });
    expect(await rejectionOf(hub.createRepository('bob', 'app'))).toMatchObject({ kind: 'denied' });
    expect(await rejectionOf(hub.createRepository('ann', 'UPPER'))).toMatchObject({ kind: 'server' });
  });

  it('agree on deleting one tag of two, and on who may', async () => {
    const digest = await sandbox.image('acme/delete', 'one', { content: 'same' });
    expect(await sandbox.image('acme/delete', 'two', { content: 'same' })).toBe(digest);
    await sandbox.image('acme/delete', 'v1');
    const { hub } = connect();
    const names = async () => (await collect(hub.tags('acme', 'delete'))).map(({ name }) => name).sort();

    sandbox.scopes.set('ann', 'repo:write');
    expect(await rejectionOf(hub.deleteTag('acme', 'delete', 'one'))).toMatchObject({ kind: 'denied' });
    sandbox.scopes.set('ann', 'repo:admin');
    Object.assign(sandbox.details('acme/delete'), { immutable: ['v.*'], admins: new Set(['bob']) });
    expect(await rejectionOf(hub.deleteTag('acme', 'delete', 'one'))).toMatchObject({ kind: 'denied' });
    sandbox.details('acme/delete').admins = undefined;
    expect(await rejectionOf(hub.deleteTag('acme', 'delete', 'v1'))).toMatchObject({ kind: 'denied' });
    expect(await hub.repository('acme', 'delete')).toMatchObject({ immutableTags: ['v.*'] });
    const stranger = connect(anonymous).hub;
    expect(await rejectionOf(stranger.deleteTag('acme', 'delete', 'one'))).toMatchObject({ kind: 'authentication' });
    expect(await names()).toEqual(['one', 'two', 'v1']);

    expect(await hub.deleteTag('acme', 'delete', 'one')).toBe('deleted');
    expect(await hub.deleteTag('acme', 'delete', 'one')).toBe('missing');
    expect(await names()).toEqual(['two', 'v1']);
    expect((await collect(hub.tags('acme', 'delete'))).find(({ name }) => name === 'two')?.digest).toBe(digest);
  });
});
