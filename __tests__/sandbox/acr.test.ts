import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAcr } from '../../sandbox/hosts/acr/create.js';
import { createEntraDirectory } from '../../sandbox/hosts/entra/directory.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const HOST = 'acme.azurecr.io';
const ALL = 'pull,delete,metadata_read';
const platforms = ['linux/amd64', 'linux/arm64'];
let registry: RunningRegistry;
let count = 0;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A repository of its own in a world of its own. */
function given(options = { abac: false }) {
  count += 1;
  const { acr, hosts } = createAcr(registry, HOST, { ...options, entra: createEntraDirectory() });
  acr.users.set('admin', 'secret').set('ci', 'secret').set('eve', 'secret');
  const name = `team/app-${count}`;
  acr.repository(name, { private: true, members: ['admin', 'ci'] });
  const request = connectTo(hosts, HOST);
  const token = (scope: string, authorization?: string) => {
    const query = new URLSearchParams({ service: HOST, scope });
    return request('GET', `/oauth2/token?${query}`, authorization === undefined ? {} : { headers: { authorization } });
  };
  /** With a token for these actions. */
  const as = async (user: string | undefined, actions = ALL, on = name) => {
    const { json } = await token(`repository:${on}:${actions}`, user && basic(user, 'secret'));
    const headers = { authorization: `Bearer ${json.access_token}` };
    return (method: string, path: string) => request(method, path, { headers });
  };
  const at = `/acr/v1/${name}`;
  const tags = () => [...registry.ledger.tagged(name).keys()].sort();
  return {
    acr,
    hosts,
    name,
    at,
    request,
    token,
    as,
    tags,
    image: (tag: string, spec = {}) => acr.image(name, tag, spec),
  };
}

describe('lists', () => {
  test('of tags: digests, dates, locks; of one digest; none is null', async () => {
    const { acr, image, name, at, as } = given();
    const digest = await image('v1', { content: 'same', created: '2025-11-01T00:00:00.000Z' });
    await image('latest', { content: 'same', created: '2025-11-01T00:00:00.000Z' });
    await image('v2');
    await image('hidden');
    acr.locks.set(`${name}:v1`, { deleteEnabled: false }).set(`${name}:hidden`, { listEnabled: false });
    const call = await as('ci');
    const { json } = await call('GET', `${at}/_tags`);
    expect(json).toMatchObject({ registry: HOST, imageName: name });
    expect(json.tags.map((tag: { name: string }) => tag.name)).toEqual(['latest', 'v1', 'v2']);
    expect(json.tags[1]).toEqual({
      name: 'v1',
      digest,
      createdTime: '2025-11-01T00:00:00.0000000Z',
      lastUpdateTime: '2025-11-01T00:00:00.0000000Z',
      signed: false,
      changeableAttributes: { deleteEnabled: false, writeEnabled: true, readEnabled: true, listEnabled: true },
    });
    const onDigest = await call('GET', `${at}/_tags?digest=${encodeURIComponent(digest)}`);
    expect(onDigest.json.tags).toHaveLength(2);
    expect((await call('GET', `${at}/_tags?last=v2`)).json.tags).toBeNull();
    expect((await call('GET', `${at}/_tags/v1`)).json.tag).toMatchObject({ name: 'v1', digest });
  });

  test('of manifests: with the children of an index, and without its references', async () => {
    const { image, at, as } = given();
    const index = await image('v1', { platforms });
    const call = await as('ci');
    const { json } = await call('GET', `${at}/_manifests`);
    expect(json.manifests).toHaveLength(3);
    const found = json.manifests.find((one: { digest: string }) => one.digest === index);
    expect(found).toMatchObject({ tags: ['v1'], mediaType: 'application/vnd.oci.image.index.v1+json' });
    expect(found).not.toHaveProperty('references');
    const part = json.manifests.find((one: { tags?: string[] }) => one.tags === undefined);
    expect(part).toMatchObject({ configMediaType: 'application/vnd.oci.image.config.v1+json' });
    expect(part.imageSize).toBeGreaterThan(100);
    expect((await call('GET', `${at}/_manifests/${index}`)).json.manifest).toMatchObject({ digest: index });
  });

  test('a repository: its counts and its locks', async () => {
    const { acr, image, name, at, as } = given();
    await image('v1', { platforms, created: '2025-11-01T00:00:00.000Z' });
    acr.locks.set(name, { deleteEnabled: false });
    const call = await as('ci', 'metadata_read');
    expect((await call('GET', at)).json).toMatchObject({
      registry: HOST,
      imageName: name,
      createdTime: '2025-11-01T00:00:00.0000000Z',
      manifestCount: 3,
      tagCount: 1,
      changeableAttributes: { deleteEnabled: false, writeEnabled: true },
    });
    expect((await (await as('ci', 'pull'))('GET', at)).status).toBe(401);
    expect((await (await as('admin', ALL, 'none'))('GET', '/acr/v1/none')).status).toBe(404);
    expect((await call('DELETE', at)).status).toBe(404);
  });

  test('by pages of 100, at most 1000, by name or by time', async () => {
    const { acr, image, at, as, name } = given();
    await image('newest', { created: '2026-03-01T00:00:00.000Z' });
    await image('oldest', { created: '2026-01-01T00:00:00.000Z' });
    await image('middle', { created: '2026-02-01T00:00:00.000Z' });
    const call = await as('ci');
    const names = (json: { tags: { name: string }[] }) => json.tags.map((tag) => tag.name);
    const first = await call('GET', `${at}/_tags?n=2&orderby=timedesc`);
    expect(names(first.json)).toEqual(['newest', 'middle']);
    expect(first.headers.link).toBe(`<${at}/_tags?last=middle&n=2&orderby=timedesc>; rel="next"`);
    const second = await call('GET', `${at}/_tags?last=middle&n=2&orderby=timedesc`);
    expect([names(second.json), second.headers.link]).toEqual([['oldest'], undefined]);
    expect((await call('GET', `${at}/_tags?orderby=newest`)).status).toBe(400);
    const list = await call('GET', `/v2/${name}/tags/list?n=2`);
    expect([list.json.tags, list.headers.link]).toEqual([
      ['middle', 'newest'],
      `</v2/${name}/tags/list?last=newest&n=2&orderby=>; rel="next"`,
    ]);
    acr.images(name, 1500);
    const many = await call('GET', `${at}/_tags`);
    expect([many.json.tags.length, many.headers.link]).toEqual([100, expect.stringContaining('n=100')]);
    expect((await call('GET', `${at}/_manifests?n=10000`)).json.manifests).toHaveLength(1000);
  });

  test('of repositories require the catalog permission; an unknown repository is a 404', async () => {
    const { acr, image, name, request, token, as } = given();
    await image('v1');
    acr.repository('declared-only');
    const scoped = async (user: string) => {
      const { json } = await token('registry:catalog:*', basic(user, 'secret'));
      return request('GET', '/acr/v1/_catalog', { headers: { authorization: `Bearer ${json.access_token}` } });
    };
    expect((await scoped('ci')).json.repositories).toEqual([name]);
    acr.permissions.set('ci', new Set(['pull', 'metadata_read']));
    const refused = await scoped('ci');
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      `Bearer realm="https://${HOST}/oauth2/token",service="${HOST}",scope="registry:catalog:*"`,
    ]);
    const unknown = await (await as('admin', ALL, 'none'))('GET', '/acr/v1/none/_tags');
    expect([unknown.status, unknown.json.errors[0].code]).toEqual([404, 'NAME_UNKNOWN']);
  });
});

describe('deletes', () => {
  test('remove one tag, and its manifest stays even without any tag', async () => {
    const { image, at, as, tags, name } = given();
    const digest = await image('v1', { content: 'same' });
    await image('latest', { content: 'same' });
    const call = await as('ci');
    expect((await call('DELETE', `${at}/_tags/v1`)).status).toBe(202);
    expect(tags()).toEqual(['latest']);
    const gone = await call('DELETE', `${at}/_tags/v1`);
    expect([gone.status, gone.json.errors[0].code]).toEqual([404, 'TAG_UNKNOWN']);
    expect((await call('DELETE', `${at}/_tags/latest`)).status).toBe(202);
    expect(registry.ledger.manifests(name).has(digest)).toBe(true);
  });

  test('by digest remove all its tags, of the child of an index too; the registry refuses a tag', async () => {
    const { image, as, tags, name } = given();
    const digest = await image('v1', { content: 'same' });
    await image('latest', { content: 'same' });
    await image('multi', { platforms });
    const call = await as('ci');
    expect((await call('DELETE', `/v2/${name}/manifests/v1`)).status).toBe(405);
    expect((await call('DELETE', `/v2/${name}/manifests/${digest}`)).status).toBe(202);
    expect(tags()).toEqual(['multi']);
    const [part] = [...registry.ledger.manifests(name).values()].filter(({ tags }) => tags.size === 0);
    expect((await call('DELETE', `/v2/${name}/manifests/${part?.digest}`)).status).toBe(202);
  });

  test('are refused by a lock on the tag, the manifest or the repository, against writing too', async () => {
    const { acr, image, at, as, tags, name } = given();
    const digest = await image('v1', { content: 'same' });
    await image('latest', { content: 'same' });
    const call = await as('ci');
    const outcome = async (key: string, lock: 'deleteEnabled' | 'writeEnabled') => {
      acr.locks.set(key, { [lock]: false });
      const tag = await call('DELETE', `${at}/_tags/v1`);
      const manifest = await call('DELETE', `/v2/${name}/manifests/${digest}`);
      acr.locks.clear();
      return [tag.status, manifest.status];
    };
    expect(await outcome(`${name}:v1`, 'deleteEnabled')).toEqual([405, 405]);
    expect(await outcome(name, 'writeEnabled')).toEqual([405, 405]);
    acr.locks.set(`${name}@${digest}`, { writeEnabled: false });
    expect((await call('DELETE', `/v2/${name}/manifests/${digest}`)).json.errors[0]).toMatchObject({
      code: 'REGISTRY_DISALLOWED_OPERATION',
      message: expect.stringContaining('https://aka.ms/acr/faq/'),
    });
    acr.locks.set(`${name}:latest`, { readEnabled: false });
    expect((await call('GET', `/v2/${name}/manifests/latest`)).status).toBe(405);
    expect(tags()).toEqual(['latest', 'v1']);
  });
});

describe('rights', () => {
  test('a list requires metadata_read, a delete requires delete, and the challenge names it', async () => {
    const { acr, image, at, as, name } = given();
    await image('v1');
    const pullOnly = await as('ci', 'pull');
    expect((await pullOnly('GET', `/v2/${name}/manifests/v1`)).status).toBe(200);
    const list = await pullOnly('GET', `${at}/_tags`);
    expect([list.status, list.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining(`scope="repository:${name}:metadata_read"`),
    ]);
    expect(list.json.errors[0].detail).toEqual([{ Type: 'repository', Name: name, Action: 'metadata_read' }]);
    expect((await pullOnly('GET', `/v2/${name}/tags/list`)).status).toBe(200);
    acr.permissions.set('ci', new Set(['pull']));
    expect((await pullOnly('GET', `/v2/${name}/tags/list`)).status).toBe(401);
    acr.permissions.set('ci', new Set(['pull', 'metadata_read']));
    const reader = await as('ci');
    expect((await reader('GET', `${at}/_tags`)).status).toBe(200);
    expect((await reader('DELETE', `${at}/_tags/v1`)).status).toBe(401);
    expect((await (await as('eve'))('GET', `${at}/_tags`)).status).toBe(401);
    expect((await (await as(undefined))('GET', `${at}/_tags`)).status).toBe(401);
    acr.repository(name, { members: [] });
    expect((await (await as(undefined))('GET', `${at}/_tags`)).status).toBe(200);
  });

  test('the API accepts a password, but no refresh token and no password with a scope map', async () => {
    const { acr, image, at, request } = given();
    await image('v1');
    const status = async (user: string, secret = 'secret') =>
      (await request('GET', `${at}/_tags`, { headers: { authorization: basic(user, secret) } })).status;
    expect([await status('admin'), await status('admin', 'wrong'), await status('eve')]).toEqual([200, 401, 401]);
    acr.permissions.set('ci', new Set(['pull', 'metadata_read']));
    expect(await status('ci')).toBe(401);
    expect(await status('00000000-0000-0000-0000-000000000000', acr.tokens.refresh('ci'))).toBe(401);
  });

  test('the token endpoint accepts passwords and refresh tokens, and its access tokens expire', async () => {
    const { acr, name, at, image, request } = given();
    await image('v1');
    const post = (form: Record<string, string>) =>
      request('POST', '/oauth2/token', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ service: HOST, scope: `repository:${name}:metadata_read`, ...form }).toString(),
      });
    const refresh_token = acr.tokens.refresh('ci');
    const { json } = await post({ grant_type: 'refresh_token', refresh_token });
    expect(Object.keys(json)).toEqual(['access_token']);
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect((await request('GET', `${at}/_tags`, { headers })).status).toBe(200);
    expect((await post({ grant_type: 'password', username: 'ci', password: 'secret' })).status).toBe(200);
    expect((await post({ grant_type: 'password', username: 'ci', password: 'wrong' })).status).toBe(401);
    expect((await post({ grant_type: 'refresh_token', refresh_token: acr.tokens.refresh('ci', -1) })).status).toBe(401);
    expect((await post({ grant_type: 'refresh_token', refresh_token, service: 'other.azurecr.io' })).status).toBe(400);
    const docker = basic('00000000-0000-0000-0000-000000000000', refresh_token);
    const login = await request('GET', `/oauth2/token?service=${HOST}`, { headers: { authorization: docker } });
    expect(login.status).toBe(200);
    acr.tokens.lifetime = -1;
    const late = (await post({ grant_type: 'refresh_token', refresh_token })).json.access_token;
    const after = await request('GET', `${at}/_tags`, { headers: { authorization: `Bearer ${late}` } });
    expect(after.status).toBe(401);
  });

  test('a wildcard scope opens the repositories of the user, and none with permissions by repository', async () => {
    for (const [abac, expected] of [
      [false, 200],
      [true, 401],
    ] as const) {
      const { acr, image, at, as } = given({ abac });
      await image('v1');
      expect((await (await as('ci', '*', '*'))('GET', `${at}/_tags`)).status).toBe(expected);
      expect((await (await as('eve', '*', '*'))('GET', `${at}/_tags`)).status).toBe(401);
      expect((await (await as('ci', '*'))('GET', `${at}/_tags`)).status).toBe(200);
      const claims = JSON.parse(Buffer.from(acr.tokens.refresh('ci').split('.')[1] ?? '', 'base64url').toString());
      expect('aad_identity' in claims).toBe(abac);
    }
  });

  test('too many requests are refused for a second', async () => {
    const { acr, request } = given();
    acr.throttle.every = 1;
    const { status, headers, json } = await request('GET', '/v2/');
    expect([status, headers['retry-after'], json.errors[0].code]).toEqual([429, '1', 'TOOMANYREQUESTS']);
  });

  test('a blob is a redirect to storage', async () => {
    const { image, as, name, hosts } = given();
    await image('v1');
    const call = await as('ci');
    const { json } = await call('GET', `/v2/${name}/manifests/v1`);
    const { status, headers } = await call('GET', `/v2/${name}/blobs/${json.config.digest}`);
    const to = new URL(String(headers.location));
    expect([status, to.host]).toEqual([307, 'acmestorage.blob.core.windows.net']);
    expect((await connectTo(hosts, to.host)('GET', `${to.pathname}${to.search}`)).status).toBe(200);
  });
});
