import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createQuay } from '../../sandbox/hosts/quay/create.js';
import { pusher, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { createOidc } from '../../sandbox/oidc/index.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const { oidc } = createOidc();
let registry: RunningRegistry;
let count = 0;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A repository of its own in a world of its own. */
function given(host = 'quay.io') {
  count += 1;
  const { quay, hosts } = createQuay(registry, oidc.issuers);
  const owner = `acme${count}`;
  const robot = `${owner}+ci`;
  const name = `${owner}/app`;
  quay.users.set(robot, 'robot-secret').set('eve', 'eve-secret');
  quay.applications.set('oauth-ada', { user: 'ada', scope: 'repo:write' });
  quay.repository(name, { private: true, members: ['ada', robot] });
  const request = connectTo(hosts, host);
  const auth = (user: string | undefined, scope: string) =>
    request('GET', `/v2/auth?service=${host}&scope=${scope}`, {
      headers: user === undefined ? {} : { authorization: basic(user, user === 'eve' ? 'eve-secret' : 'robot-secret') },
    });
  const asRobot = async (actions = 'pull,push', repository = name) => {
    const { json } = await auth(robot, `repository:${repository}:${actions}`);
    return (method: string, path: string, more: { body?: Buffer; type?: string } = {}) =>
      request(method, `/v2/${repository}/${path}`, {
        headers: {
          authorization: `Bearer ${json?.token}`,
          ...(more.type !== undefined && { 'content-type': more.type }),
        },
        ...(more.body !== undefined && { body: more.body }),
      });
  };
  const api = (method: string, path: string, body?: unknown, token = 'oauth-ada') =>
    request(method, `/api/v1/repository/${name}/${path}`, {
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const listed = async (query = 'onlyActiveTags=true') =>
    (await api('GET', `tag/?${query}`)).json.tags.map(({ name }: { name: string }) => name);
  return { quay, name, robot, request, auth, asRobot, api, listed };
}

describe('Quay’s list of tags', () => {
  test('has digests, sizes and dates; of an index its children, and no size', async () => {
    const { quay, name, api } = given();
    const created = '2025-11-01T00:00:00.000Z';
    const digest = await quay.image(name, 'v1', { created });
    const index = await quay.image(name, 'multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const { status, json } = await api('GET', 'tag/?onlyActiveTags=true&limit=100');
    expect([status, json.page, json.has_additional]).toEqual([200, 1, false]);
    const [multi, v1] = json.tags;
    const start_ts = Date.parse(created) / 1000;
    expect(v1).toEqual({
      name: 'v1',
      reversion: false,
      immutable: false,
      start_ts,
      manifest_digest: digest,
      is_manifest_list: false,
      size: expect.any(Number),
      last_modified: 'Sat, 01 Nov 2025 00:00:00 -0000',
    });
    expect(multi).toMatchObject({
      manifest_digest: index,
      is_manifest_list: true,
      size: null,
      child_manifest_count: 2,
    });
  });

  test('pages, filters, and the history of what was moved and deleted', async () => {
    const { quay, name, api, listed } = given();
    for (const [day, tag] of ['a', 'b', 'c'].entries()) {
      await quay.image(name, tag, { created: `2025-11-0${day + 1}T00:00:00Z` });
    }
    const page = async (number: number) => (await api('GET', `tag/?onlyActiveTags=true&limit=2&page=${number}`)).json;
    expect((await page(1)).tags).toMatchObject([{ name: 'c' }, { name: 'b' }]);
    expect([await page(1), await page(2), await page(3)].map((one) => one.has_additional)).toEqual([
      true,
      false,
      false,
    ]);
    expect((await page(3)).tags).toEqual([]);
    expect(await listed('onlyActiveTags=true&filter_tag_name=like:b')).toEqual(['b']);
    expect(await listed('specificTag=a')).toEqual(['a']);
    await quay.image(name, 'a', { content: 'moved' });
    expect((await api('DELETE', 'tag/b')).status).toBe(204);
    expect((await listed()).sort()).toEqual(['a', 'c']);
    expect((await listed('')).sort()).toEqual(['a', 'a', 'b', 'c']);
    const [dead] = (await api('GET', 'tag/?specificTag=b')).json.tags;
    expect(dead).toMatchObject({ end_ts: expect.any(Number), expiration: expect.stringMatching(/-0000$/) });
    expect((await api('DELETE', 'tag/b')).status).toBe(404);
  });

  test('has 2,000 images in 20 pages, the newest first', async () => {
    const { quay, name, api } = given();
    quay.images(name, 2000);
    const last = (await api('GET', 'tag/?onlyActiveTags=true&limit=1000&page=20')).json;
    expect([last.tags.length, last.has_additional, last.tags[99].name]).toEqual([100, false, 'build-0']);
  });

  test('an older server reports nothing of immutability', async () => {
    const { quay, name, api } = given('quay.example.com');
    await quay.image(name, 'v1');
    expect((await api('GET', 'tag/')).json.tags[0]).not.toHaveProperty('immutable');
  });

  test('a tag with an expiration exists until then', async () => {
    const { quay, name, api, asRobot } = given();
    await quay.image(name, 'v1');
    const soon = Math.floor(Date.now() / 1000) + 3600;
    expect((await api('PUT', 'tag/v1', { expiration: soon })).status).toBe(201);
    expect((await api('GET', 'tag/?onlyActiveTags=true')).json.tags).toMatchObject([{ name: 'v1', end_ts: soon }]);
    const current = quay.history.current(name, 'v1');
    if (current !== undefined) current.end = new Date(Date.now() - 1);
    expect((await (await asRobot())('GET', 'manifests/v1')).json.errors[0].code).toBe('TAG_EXPIRED');
    expect((await api('PUT', 'tag/v1', { expiration: soon })).status).toBe(404);
  });
});

describe('Quay’s deletes and its time machine', () => {
  test('a manifest exists as long as a tag leads to it, and comes back', async () => {
    const { quay, name, api, asRobot, listed } = given();
    const index = await quay.image(name, 'v1', { platforms: ['linux/amd64', 'linux/arm64'] });
    const [child = ''] = registry.ledger.manifests(name).keys();
    const robot = await asRobot();
    const status = async (reference: string) => (await robot('GET', `manifests/${reference}`)).status;
    expect([await status('v1'), await status(index), await status(child)]).toEqual([200, 200, 200]);
    expect((await robot('DELETE', `manifests/${child}`)).status).toBe(404);
    expect((await api('DELETE', 'tag/v1')).status).toBe(204);
    expect([await status('v1'), await status(index), await status(child)]).toEqual([404, 404, 404]);
    expect((await robot('GET', 'manifests/v1')).json.errors[0].code).toBe('TAG_EXPIRED');
    expect((await robot('GET', 'manifests/v2')).json.errors[0].code).toBe('MANIFEST_UNKNOWN');
    await quay.collectGarbage(name);
    expect((await api('POST', 'tag/v1/restore', { manifest_digest: index })).json).toEqual({});
    expect([await status('v1'), await status(child)]).toEqual([200, 200]);
    expect((await api('GET', 'tag/?onlyActiveTags=true')).json.tags).toMatchObject([{ name: 'v1', reversion: true }]);
    expect(await listed()).toEqual(['v1']);
  });

  test('after the time machine’s time a manifest is deleted', async () => {
    const { quay, name, api } = given();
    const digest = await quay.image(name, 'v1');
    await api('DELETE', 'tag/v1');
    quay.timeMachine = 0;
    expect((await api('POST', 'tag/v1/restore', { manifest_digest: digest })).status).toBe(404);
    await quay.collectGarbage(name);
    expect(registry.ledger.manifests(name).size).toBe(0);
  });

  test('by the registry: a tag goes alone, a digest with its tags', async () => {
    const { quay, name, asRobot, listed } = given();
    const digest = await quay.image(name, 'v1', { content: 'same' });
    for (const tag of ['also', 'stable']) await quay.image(name, tag, { content: 'same' });
    const robot = await asRobot();
    const remove = async (reference: string) => (await robot('DELETE', `manifests/${reference}`)).status;
    expect([await remove('v1'), await remove('v1')]).toEqual([202, 404]);
    expect((await listed()).sort()).toEqual(['also', 'stable']);
    expect([await remove(digest), await remove(digest)]).toEqual([202, 404]);
    expect(await listed()).toEqual([]);
  });

  test('with the last tag of an image go its signatures', async () => {
    const { quay, name, api, listed } = given();
    const digest = await quay.image(name, 'v1', { content: 'same' });
    await quay.image(name, 'also', { content: 'same' });
    const signature = `${digest.replace(':', '-')}.sig`;
    await quay.image(name, signature);
    await api('DELETE', 'tag/v1');
    expect((await listed()).sort()).toEqual(['also', signature].sort());
    await api('DELETE', 'tag/also');
    expect(await listed()).toEqual([]);
    expect([...registry.ledger.tagged(name).keys()]).toEqual([]);
  });

  test('immutable tags are 409, by the API and by the registry', async () => {
    const { quay, name, api, asRobot } = given();
    const digest = await quay.image(name, 'v1');
    const current = quay.history.current(name, 'v1');
    if (current !== undefined) current.immutable = true;
    const refused = await api('DELETE', 'tag/v1');
    expect([refused.status, refused.json.error_type]).toEqual([409, 'tag_immutable']);
    expect((await api('POST', 'tag/v1/restore', { manifest_digest: digest })).status).toBe(409);
    const robot = await asRobot();
    const { bytes, mediaType } = registry.ledger.manifests(name).get(digest) ?? { bytes: Buffer.of(), mediaType: '' };
    for (const [method, reference] of [
      ['DELETE', 'v1'],
      ['DELETE', digest],
      ['PUT', 'v1'],
    ] as const) {
      const { status, json } = await robot(method, `manifests/${reference}`, { body: bytes, type: mediaType });
      expect([method, reference, status, json.errors[0].code]).toEqual([method, reference, 409, 'TAG_IMMUTABLE']);
    }
  });

  test('a manifest that was pushed by digest exists for an hour, and a referrer for ever', async () => {
    const { quay, name, asRobot } = given();
    const digest = await quay.image(name, 'v1');
    const push = pusher(registry, name);
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const plain = await push.manifest({ schemaVersion: 2, mediaType, config, layers: [] });
    const subject = { mediaType, digest, size: 1 };
    const referrer = await push.manifest({ schemaVersion: 2, mediaType, config, layers: [], subject });
    const robot = await asRobot();
    expect((await robot('GET', `manifests/${plain.digest}`)).status).toBe(200);
    expect((await robot('DELETE', `manifests/${plain.digest}`)).status).toBe(404);
    expect((await robot('GET', `referrers/${digest}`)).json.manifests).toMatchObject([{ digest: referrer.digest }]);
    expect((await robot('GET', `referrers/sha256:${'0'.repeat(64)}`)).status).toBe(400);
  });
});

describe('Quay’s rights', () => {
  test('the token service takes no `delete`, and gives fewer actions where a right is missing', async () => {
    const { quay, name, robot, auth, asRobot } = given();
    await quay.image(name, 'v1');
    const illegal = await auth(robot, `repository:${name}:pull,delete`);
    expect([illegal.status, illegal.json.errors[0].code]).toEqual([400, 'INVALID_REQUEST']);
    expect(Object.keys((await auth(robot, `repository:${name}:pull`)).json)).toEqual(['token']);
    expect((await auth('nobody', `repository:${name}:pull`)).status).toBe(401);
    quay.permissions.set(robot, 'repo:read');
    const refused = await (await asRobot())('DELETE', 'manifests/v1');
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      `Bearer realm="https://quay.io/v2/auth",service="quay.io",scope="repository:${name}:pull,push"`,
    ]);
  });

  test('the API takes OAuth tokens: a robot is anonymous, and a token of the registry is refused', async () => {
    const { quay, name, robot, request, auth, api } = given();
    await quay.image(name, 'v1');
    const at = (authorization: string) =>
      request('GET', `/api/v1/repository/${name}/tag/`, { headers: { authorization } });
    expect((await at(basic(robot, 'robot-secret'))).json).toMatchObject({
      status: 401,
      detail: 'Requires authentication',
    });
    const { json } = await auth(robot, `repository:${name}:pull`);
    expect((await at(`Bearer ${json.token}`)).status).toBe(401);
    expect((await at('Bearer expired')).status).toBe(401);
    quay.applications.set('oauth-ada', { user: 'ada', scope: 'repo:read' });
    expect((await api('GET', 'tag/')).status).toBe(200);
    expect((await api('DELETE', 'tag/v1')).json).toMatchObject({ status: 403, error_type: 'insufficient_scope' });
    quay.applications.set('oauth-eve', { user: 'eve', scope: 'repo:admin' });
    expect((await api('GET', 'tag/', undefined, 'oauth-eve')).status).toBe(403);
    expect(
      (await request('GET', `/api/v1/repository/${name}x/tag/`, { headers: { authorization: 'Bearer oauth-ada' } }))
        .status,
    ).toBe(404);
    quay.repository(name, { members: ['ada'] });
    expect((await at('Bearer expired')).status).toBe(200);
  });

  test('an OAuth token logs in to the registry as $oauthtoken, as far as its scope goes', async () => {
    const { quay, name, request } = given();
    const auth = async (token: string) => {
      const { status, json } = await request('GET', `/v2/auth?service=quay.io&scope=repository:${name}:pull,push`, {
        headers: { authorization: basic('$oauthtoken', token) },
      });
      return { status, json, covers: (action: string) => quay.tokens.covers(json.token, { name, actions: [action] }) };
    };
    const ada = await auth('oauth-ada');
    expect([ada.covers('pull'), ada.covers('push')]).toEqual([true, true]);
    quay.applications.set('oauth-reader', { user: 'ada', scope: 'repo:read' });
    const reader = await auth('oauth-reader');
    expect([reader.covers('pull'), reader.covers('push')]).toEqual([true, false]);
    const expired = await auth('oauth-expired');
    expect([expired.status, expired.json.errors[0].message]).toEqual([
      401,
      'OAuth access token could not be validated',
    ]);
  });

  test('a federated robot exchanges an ID token for a password of an hour', async () => {
    const { quay, name, robot, request, auth } = given();
    const issuer = oidc.gitlab.issuer.url;
    const subject = 'project_path:acme/app:ref_type:branch:ref:main';
    const exchange = async (token: string, user = robot) => {
      const { status, json } = await request('GET', '/oauth2/federation/robot/token', {
        headers: { authorization: basic(user, token) },
      });
      return { status, error: json.error, password: String(json.token) };
    };
    const why = async (...asked: Parameters<typeof exchange>) => (await exchange(...asked)).error;
    expect(await why(oidc.gitlab.token('quay'))).toBe('Robot does not have federated login configured');
    quay.federations.set(robot, [{ issuer, subject, audiences: ['quay'] }]);
    expect(await why(oidc.gitlab.token('other'))).toBe("Invalid token: Audience doesn't match");
    expect(await why(oidc.gitlab.token('quay', { exp: 1 }))).toBe('Invalid token: Signature has expired');
    expect(await why(oidc.gitlab.token('quay', { sub: `${subject}2` }))).toBe('Token does not match robot');
    expect(await why(oidc.bitbucket.token('quay'))).toMatch(/^issuer .* not configured for this robot$/);
    expect(await why(oidc.gitlab.token('quay'), 'ada')).toBe('Invalid robot');
    const { status, password } = await exchange(oidc.gitlab.token('quay'));
    expect(status).toBe(200);
    quay.users.set(robot, 'another');
    const scope = `repository:${name}:pull`;
    const login = await request('GET', `/v2/auth?service=quay.io&scope=${scope}`, {
      headers: { authorization: basic(robot, password) },
    });
    expect([login.status, (await auth(robot, scope)).status]).toEqual([200, 401]);
  });

  test('lists of repositories page by an opaque token', async () => {
    const { quay, name, request, robot, auth } = given();
    const owner = name.split('/')[0];
    for (let at = 0; at < 100; at += 1)
      quay.repository(`${owner}/app-${at}`, { private: true, members: ['ada', robot] });
    quay.repository(`${owner}/open`, { members: [] });
    const ask = (query: string) =>
      request('GET', `/api/v1/repository?${query}`, { headers: { authorization: 'Bearer oauth-ada' } });
    const first = (await ask(`namespace=${owner}`)).json;
    const second = (await ask(`namespace=${owner}&next_page=${first.next_page}`)).json;
    expect([first.repositories.length, second.repositories.length, second.next_page]).toEqual([100, 1, undefined]);
    expect(first.repositories[0]).toMatchObject({ namespace: owner, name: 'app', is_public: false, kind: 'image' });
    expect((await ask(`namespace=${owner}&public=true&next_page=${first.next_page}`)).json.repositories).toHaveLength(
      2,
    );
    expect((await ask('')).status).toBe(400);
    const { json } = await auth(robot, `repository:${name}:pull`);
    const catalog = await request('GET', '/v2/_catalog?n=1000', { headers: { authorization: `Bearer ${json.token}` } });
    expect([catalog.json.repositories.length, String(catalog.headers.link)]).toEqual([
      100,
      expect.stringMatching(/^<https:\/\/quay\.io\/v2\/_catalog\?n=100&next_page=[^>]+>; rel="next"$/),
    ]);
  });

  test('`tags/list` has 100 names a page at most, and a first push makes a private repository', async () => {
    const { quay, name, asRobot } = given();
    const digest = await quay.image(name, 't0');
    const { bytes, mediaType } = registry.ledger.manifests(name).get(digest) ?? { bytes: Buffer.of(), mediaType: '' };
    const robot = await asRobot();
    for (let at = 1; at <= 100; at += 1) await robot('PUT', `manifests/t${at}`, { body: bytes, type: mediaType });
    const { json, headers } = await robot('GET', 'tags/list?n=1000');
    const link = `<https://quay.io/v2/${name}/tags/list?n=100&last=t98>; rel="next"`;
    expect([json.tags.length, headers.link]).toEqual([100, link]);
    const other = name.replace('/app', '/other');
    const push = await asRobot('pull,push', other);
    const blobs = await push('POST', 'blobs/uploads/');
    expect(blobs.status).toBe(202);
    await push('PUT', 'manifests/v1', { body: bytes, type: mediaType });
    expect(quay.repositories.get(other)?.private).toBe(true);
  });

  test('a throttle refuses every n-th request', async () => {
    const { quay, request } = given();
    quay.throttle.every = 2;
    const asked = [await request('GET', '/v2/'), await request('GET', '/v2/')];
    expect(asked.map(({ status }) => status)).toEqual([401, 429]);
  });
});
