import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGitLab } from '../../sandbox/hosts/gitlab.js';
import { createGitLabRegistry } from '../../sandbox/hosts/gitlab-registry/create.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { basic, connectTo } from '../support/sandbox-http.js';

let registry: RunningRegistry;
let count = 0;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A repository of its own in a world of its own. */
function given(host = 'registry.gitlab.com') {
  count += 1;
  const { gitlabRegistry: gitlab, tokenService, hosts } = createGitLabRegistry(registry);
  gitlab.users.set('ada', 'glpat-ada').set('eve', 'glpat-eve');
  const name = `acme/app-${count}`;
  gitlab.repository(name, { private: true, members: ['ada'] });
  const request = connectTo(hosts, host);
  const atGitLab = connectTo(createGitLab(tokenService).hosts, 'gitlab.com');
  const token = (user: string | undefined, actions: string, repository = name) =>
    atGitLab('GET', `/jwt/auth?service=container_registry&scope=repository:${repository}:${actions}`, {
      headers: user === undefined ? {} : { authorization: basic(user, `glpat-${user}`) },
    });
  const as = async (user: string | undefined, actions = 'pull,push,delete') => {
    const { json } = await token(user, actions);
    return (method: string, path: string, more: { body?: Buffer; type?: string } = {}) =>
      request(method, path, {
        headers: {
          authorization: `Bearer ${json?.token}`,
          ...(more.type !== undefined && { 'content-type': more.type }),
        },
        ...(more.body !== undefined && { body: more.body }),
      });
  };
  return { gitlab, name, request, atGitLab, token, as, list: `/gitlab/v1/repositories/${name}/tags/list/` };
}

function names({ json }: { readonly json: unknown }): string[] {
  return Array.isArray(json) ? json.map(({ name }) => name) : [];
}

describe('GitLab’s list of tags', () => {
  test('has digests, sizes and dates; a tag that was moved has `updated_at`, one that was pushed again has not', async () => {
    const { gitlab, name, as, list } = given();
    const created = '2025-11-01T00:00:00.000Z';
    const digest = await gitlab.image(name, 'v1', { created });
    await gitlab.image(name, 'v1', { created });
    await gitlab.image(name, 'moving', { created });
    const index = await gitlab.image(name, 'moving', { platforms: ['linux/amd64', 'linux/arm64'] });
    const { status, json } = await (await as('ada', 'pull'))('GET', list);
    expect([status, json.length]).toEqual([200, 2]);
    const [moving, v1] = json;
    expect(v1).toMatchObject({ name: 'v1', digest, created_at: created, published_at: created });
    expect(Object.keys(v1)).toEqual([
      'name',
      'digest',
      'config_digest',
      'media_type',
      'size_bytes',
      'created_at',
      'published_at',
    ]);
    expect(moving).toMatchObject({ digest: index, created_at: created, published_at: moving.updated_at });
    expect(moving.config_digest).toBeUndefined();
  });

  test('pages, with a `Link` to the next and the previous one', async () => {
    const { gitlab, name, as, list } = given();
    for (const tag of ['a', 'b', 'c', 'd', 'e']) await gitlab.image(name, tag, { content: 'same' });
    const ask = await as('ada');
    const [first, second, third] = [
      await ask('GET', `${list}?n=2`),
      await ask('GET', `${list}?n=2&last=b`),
      await ask('GET', `${list}?n=2&last=d`),
    ];
    expect([first, second, third].map(names)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    const page = (query: string) => `<https://registry.gitlab.com${list}?n=2&${query}>`;
    expect(first.headers.link).toBe(`${page('last=b')}; rel="next"`);
    expect(second.headers.link).toBe(`${page('before=c')}; rel="previous", ${page('last=d')}; rel="next"`);
    expect(third.headers.link).toBe(`${page('before=e')}; rel="previous"`);
    expect(names(await ask('GET', `${list}?n=2&before=c`))).toEqual(['a', 'b']);
    expect(names(await ask('GET', `${list}?sort=-name&last=c`))).toEqual(['b', 'a']);
    expect(names(await ask('GET', `${list}?sort=-name&n=2&before=d`))).toEqual(['e']);
    expect(names(await ask('GET', `${list}?name_exact=c`))).toEqual(['c']);
    expect(names(await ask('GET', `${list}?name=z`))).toEqual([]);
  });

  test('has 2,000 images in two pages', async () => {
    const { gitlab, name, as, list } = given();
    gitlab.images(name, 2000);
    const ask = await as('ada');
    const [first, second] = [await ask('GET', `${list}?n=1000`), await ask('GET', `${list}?n=1000&last=build-1898`)];
    expect(first.headers.link).toContain('n=1000&last=build-1898>');
    expect(new Set([...names(first), ...names(second)]).size).toBe(2000);
    expect(first.json[0]).toMatchObject({ name: 'build-0', published_at: '2026-01-01T00:00:00.000Z' });
  });

  test('in the order of dates', async () => {
    const { gitlab, name, as, list } = given();
    for (const [tag, created] of [
      ['old', '2025-03-01T00:00:00Z'],
      ['older', '2025-01-01T00:00:00Z'],
      ['new', '2025-06-01T00:00:00Z'],
    ] as const)
      await gitlab.image(name, tag, { created });
    const ask = await as('ada');
    const first = await ask('GET', `${list}?sort=-published_at&n=2`);
    expect(names(first)).toEqual(['new', 'old']);
    const marker = Buffer.from('2025-03-01T00:00:00.000Z|old').toString('base64');
    expect(new URL(/<([^>]+)>/.exec(String(first.headers.link))?.[1] ?? '').searchParams.get('last')).toBe(marker);
    expect(names(await ask('GET', `${list}?sort=-published_at&n=2&last=${encodeURIComponent(marker)}`))).toEqual([
      'older',
    ]);
  });

  test('refuses what its specification does', async () => {
    const { gitlab, name, as, list } = given();
    await gitlab.image(name, 'v1');
    const ask = await as('ada');
    for (const [query, code] of [
      ['n=1001', 'INVALID_QUERY_PARAMETER_VALUE'],
      ['n=0', 'INVALID_QUERY_PARAMETER_VALUE'],
      ['n=ten', 'INVALID_QUERY_PARAMETER_TYPE'],
      ['last=a&before=b', 'INVALID_QUERY_PARAMETER_VALUE'],
      ['last=%2Fa', 'INVALID_QUERY_PARAMETER_VALUE'],
      ['sort=size', 'INVALID_QUERY_PARAMETER_VALUE'],
    ] as const) {
      const { status, json } = await ask('GET', `${list}?${query}`);
      expect([query, status, json.errors[0].code]).toEqual([query, 400, code]);
    }
    expect((await ask('GET', list.slice(0, -1))).headers.location).toBe(list);
    expect((await ask('GET', list.replace(/app-\d+/, '$&/other'))).status).toBe(401);
  });

  test('names the referrers of what a tag is on', async () => {
    const { gitlab, name, as, list } = given();
    const digest = await gitlab.image(name, 'v1');
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const subject = { mediaType, digest, size: 1 };
    const signature = await gitlab.image(name, 'sig', { subject, artifactType: 'application/x.sig' });
    const ask = await as('ada');
    const [, v1] = (await ask('GET', `${list}?referrers=true`)).json;
    expect(v1.referrers).toEqual([{ artifactType: 'application/x.sig', digest: signature }]);
    expect((await ask('GET', `${list}?referrers=true&referrer_type=application/x.other`)).json[1].referrers).toBe(
      undefined,
    );
  });
});

test('`/gitlab/v1/`: 401 without a token, 200 with a metadata database, 404 without', async () => {
  const own = given('registry.gitlab.example.com');
  expect((await own.request('GET', '/gitlab/v1/')).headers['www-authenticate']).toBe(
    'Bearer realm="https://gitlab.example.com/jwt/auth",service="container_registry"',
  );
  const ask = await own.as('ada');
  await own.gitlab.image(own.name, 'v1');
  expect((await ask('GET', '/gitlab/v1/')).status).toBe(200);
  expect((await ask('GET', `/gitlab/v1/repositories/${own.name}/`)).json).toMatchObject({ path: own.name });
  own.gitlab.metadataDatabase = false;
  expect((await ask('GET', '/gitlab/v1/')).status).toBe(404);
  expect((await ask('GET', own.list)).status).toBe(404);
  expect((await ask('GET', `/v2/${own.name}/tags/list`)).json).toEqual({ name: own.name, tags: ['v1'] });
});

describe('GitLab’s deletes', () => {
  test('a tag goes alone, a digest with its tags, and no child of an index', async () => {
    const { gitlab, name, as } = given();
    const digest = await gitlab.image(name, 'v1', { content: 'same' });
    await gitlab.image(name, 'also', { content: 'same' });
    await gitlab.image(name, 'multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const [, child = ''] = registry.ledger.manifests(name).keys();
    const ask = await as('ada', 'delete');
    const remove = async (reference: string) => (await ask('DELETE', `/v2/${name}/manifests/${reference}`)).status;
    expect([await remove('v1'), await remove('v1'), await remove(child)]).toEqual([202, 404, 409]);
    expect([...registry.ledger.tagged(name).keys()]).toEqual(['also', 'multi']);
    expect([await remove(digest), registry.ledger.tagged(name).has('also')]).toEqual([202, false]);
  });

  test('protected and immutable tags are 401 without a challenge, and so is every digest then', async () => {
    const { gitlab, name, as } = given();
    const digest = await gitlab.image(name, 'v1');
    await gitlab.image(name, 'dev');
    const ask = await as('ada');
    const { bytes, mediaType } = registry.ledger.manifests(name).get(digest) ?? { bytes: Buffer.of(), mediaType: '' };
    const asked = async (method: string, reference: string, more = {}) => {
      const { status, json, headers } = await ask(method, `/v2/${name}/manifests/${reference}`, more);
      return [status, json?.errors?.[0].code, headers['www-authenticate']];
    };
    const push = { body: bytes, type: mediaType };
    gitlab.protected.set(name, { push: ['^release-'], delete: ['^v'] });
    expect(await asked('DELETE', 'v1')).toEqual([401, 'PROTECTED_TAG', undefined]);
    expect(await asked('DELETE', digest)).toEqual([401, 'PROTECTED_MANIFEST', undefined]);
    expect(await asked('DELETE', 'v2')).toEqual([404, 'MANIFEST_UNKNOWN', undefined]);
    expect(await asked('PUT', 'release-1', push)).toEqual([401, 'PROTECTED_TAG', undefined]);
    expect(await asked('DELETE', 'dev')).toEqual([202, undefined, undefined]);
    gitlab.protected.clear();
    gitlab.immutable.set(name, ['^v']);
    expect(await asked('DELETE', 'v1')).toEqual([401, 'IMMUTABLE_TAG', undefined]);
    expect(await asked('PUT', 'v1', push)).toEqual([401, 'IMMUTABLE_TAG', undefined]);
    expect(await asked('PUT', 'v9', push)).toEqual([201, undefined, undefined]);
  });
});

describe('GitLab’s rights', () => {
  test('roles: a reporter pulls, a deploy token pushes too, a developer deletes', async () => {
    const { gitlab, name, as } = given();
    await gitlab.image(name, 'v1');
    const remove = async () => (await as('ada'))('DELETE', `/v2/${name}/manifests/v1`);
    for (const role of ['reporter', 'deploy-token'] as const) {
      gitlab.roles.set('ada', role);
      const { status, headers } = await remove();
      expect([status, String(headers['www-authenticate'])]).toEqual([
        401,
        expect.stringMatching(/scope="repository:acme\/app-\d+:delete",error="insufficient_scope"$/),
      ]);
    }
    gitlab.roles.clear();
    expect((await remove()).status).toBe(202);
  });

  test('the token service: strangers get a token without actions, wrong secrets 401, and POST 404', async () => {
    const { gitlab, name, token, as, atGitLab } = given();
    await gitlab.image(name, 'v1');
    const answer = await token('eve', 'pull');
    expect([answer.status, Object.keys(answer.json)]).toEqual([200, ['token']]);
    expect((await (await as('eve'))('GET', `/v2/${name}/manifests/v1`)).status).toBe(401);
    const scope = `scope=repository:${name}:pull`;
    const wrong = { headers: { authorization: basic('ada', 'wrong') } };
    expect((await atGitLab('GET', `/jwt/auth?service=container_registry&${scope}`, wrong)).status).toBe(401);
    expect((await atGitLab('GET', '/jwt/auth?service=container_registry')).status).toBe(403);
    expect((await atGitLab('POST', '/jwt/auth')).status).toBe(404);
    gitlab.repository(name, { members: ['ada'] });
    expect((await (await as(undefined))('GET', `/v2/${name}/manifests/v1`)).status).toBe(200);
  });

  test('`tags/list` has 100 names a page, and the catalog is not available', async () => {
    const { gitlab, name, as, request } = given();
    await gitlab.image(name, 't0', { content: 'same' });
    const { bytes, mediaType } = [...registry.ledger.manifests(name).values()][0] ?? {
      bytes: Buffer.of(),
      mediaType: '',
    };
    const ask = await as('ada');
    for (let at = 1; at <= 100; at += 1) {
      await ask('PUT', `/v2/${name}/manifests/t${at}`, { body: bytes, type: mediaType });
    }
    const { json, headers } = await ask('GET', `/v2/${name}/tags/list`);
    expect([json.tags.length, headers.link]).toEqual([100, `</v2/${name}/tags/list?n=100&last=t98>; rel="next"`]);
    expect((await request('GET', '/v2/_catalog')).status).toBe(401);
  });

  test('a throttle refuses every n-th request and names the time of the next one', async () => {
    const { gitlab, request } = given();
    gitlab.throttle.every = 2;
    await request('GET', '/v2/');
    expect(await request('GET', '/v2/')).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  });
});
