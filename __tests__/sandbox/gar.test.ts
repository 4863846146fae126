import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGar } from '../../sandbox/hosts/gar/create.js';
import { pusher, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const HOST = 'europe-west1-docker.pkg.dev';
const key = JSON.stringify({ type: 'service_account', client_email: 'ci@acme.iam.gserviceaccount.com' });
let registry: RunningRegistry;
let count = 0;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A repository of its own in a world of its own, and how a principal asks for a scope and with the token. */
function given(host = HOST) {
  count += 1;
  const { gar, hosts } = createGar(registry);
  gar.users.set('ada', 'ya29.ada').set('eve', 'ya29.eve');
  const image = `acme/repo-${count}/app`;
  gar.repository(image, { private: true, members: ['ada'] });
  const request = connectTo(hosts, host);
  const token = (authorization: string | undefined, actions = 'push,pull', name = image) =>
    request('GET', `/v2/token?service=${host}&scope=repository:${name}:${actions}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
  const as = async (secret = 'ya29.ada') => {
    const { json } = await token(basic('oauth2accesstoken', secret));
    return (method: string, path: string) =>
      request(method, `/v2/${image}/${path}`, { headers: { authorization: `Bearer ${json?.token}` } });
  };
  return { gar, image, request, token, as };
}

describe('Artifact Registry’s list', () => {
  test('has every manifest with its tags and dates in one answer', async () => {
    const { gar, image, as } = given();
    const created = '2025-11-01T00:00:00.000Z';
    const index = await gar.image(image, 'v1', { platforms: ['linux/amd64', 'linux/arm64'], created });
    const alone = await gar.image(image, 'v2', { created });
    await gar.image(image, 'latest', { content: `${image}:v2\n`, created });
    await gar.image(`${image}/cache`, 'v1');
    const { status, json } = await (await as())('GET', 'tags/list');
    expect([status, json.name, json.tags, json.child]).toEqual([200, image, ['latest', 'v1', 'v2'], ['cache']]);
    expect(Object.keys(json.manifest)).toHaveLength(4);
    expect(json.manifest[alone]).toMatchObject({
      tag: ['v2', 'latest'],
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      timeCreatedMs: String(Date.parse(created)),
      timeUploadedMs: String(Date.parse(created)),
    });
    // An index has no config, and so no date of its publisher's.
    expect(json.manifest[index]).toMatchObject({ tag: ['v1'], timeCreatedMs: '-62135596800000' });
    expect(Number(json.manifest[alone].imageSizeBytes)).toBeGreaterThan(100);
  });

  test('pages where `n` is given, with the page’s manifests alone; Container Registry has no pages', async () => {
    const { gar, image, as } = given();
    for (const tag of ['a', 'b', 'c']) await gar.image(image, tag);
    const ask = await as();
    const first = await ask('GET', 'tags/list?n=2');
    expect([first.json.tags, Object.keys(first.json.manifest).length]).toEqual([['a', 'b'], 2]);
    expect(first.headers.link).toBe(`</v2/${image}/tags/list?n=2&last=b>; rel="next"`);
    const second = await ask('GET', 'tags/list?n=2&last=b');
    expect([second.json.tags, second.headers.link]).toEqual([['c'], undefined]);
    const gcr = given('gcr.io');
    await gcr.gar.image(gcr.image, 'a');
    await gcr.gar.image(gcr.image, 'b');
    const { json } = await (await gcr.as())('GET', 'tags/list?n=1');
    expect([json.tags, Object.keys(json.manifest).length]).toEqual([['a', 'b'], 2]);
    expect(Object.values(json.manifest)[0]).toMatchObject({ layerId: '' });
  });

  test('of an image that does not exist is 404, and empty at Container Registry', async () => {
    for (const [host, status] of [
      [HOST, 404],
      ['gcr.io', 200],
    ] as const) {
      const { as } = given(host);
      expect((await (await as())('GET', 'tags/list')).status).toBe(status);
    }
  });

  test('has 2,000 images in one answer; a further tag is no upload', async () => {
    const { gar, image, as } = given();
    gar.images(image, 2000);
    const { json } = await (await as())('GET', 'tags/list');
    const manifests: { tag: string[]; timeUploadedMs: string }[] = Object.values(json.manifest);
    expect([json.tags.length, manifests.length]).toEqual([2000, 2000]);
    const newest = manifests.find(({ tag }) => tag.includes('build-1999'));
    expect(newest?.timeUploadedMs).toBe(String(Date.UTC(2026, 0, 1) + 1999 * 60_000));
    const { bytes, mediaType } = [...registry.ledger.manifests(image).values()][0] ?? { bytes: '', mediaType: '' };
    await fetch(new URL(`/v2/${image}/manifests/other`, registry.url), {
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: new Uint8Array(Buffer.from(bytes)),
    });
    const [first] = Object.values((await (await as())('GET', 'tags/list')).json.manifest);
    expect(first).toMatchObject({ tag: ['build-0', 'other'], timeUploadedMs: String(Date.UTC(2026, 0, 1)) });
  });

  test('has dates that are numbers on us-docker.pkg.dev', async () => {
    const { gar, image, as } = given('us-docker.pkg.dev');
    const digest = await gar.image(image, 'v1');
    const { json } = await (await as())('GET', 'tags/list');
    expect(typeof json.manifest[digest].timeUploadedMs).toBe('number');
  });
});

describe('Artifact Registry’s deletes', () => {
  test('a digest goes after its tags, an index before its children, a referrer before its subject', async () => {
    const { gar, image, as } = given();
    const index = await gar.image(image, 'v1', { platforms: ['linux/amd64', 'linux/arm64'] });
    const all = registry.ledger.manifests(image);
    const [child = ''] = all.keys();
    const push = pusher(registry, image);
    const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const subject = { mediaType: all.get(index)?.mediaType ?? '', digest: index, size: 1 };
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const referrer = await push.manifest({ schemaVersion: 2, mediaType, config, layers: [], subject });
    const ask = await as();
    const remove = async (reference: string) => {
      const { status, json } = await ask('DELETE', `manifests/${reference}`);
      return status === 202 ? status : [status, json.errors[0].code];
    };
    expect(await remove(index)).toEqual([400, 'GOOGLE_MANIFEST_DANGLING_TAG']);
    expect(await remove('v1')).toBe(202);
    expect(all.has(index)).toBe(true);
    expect(await remove(child)).toEqual([400, 'GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE']);
    expect(await remove(index)).toEqual([400, 'GOOGLE_MANIFEST_REFERRING_MANIFEST']);
    expect([await remove(referrer.digest), await remove(index), await remove(child)]).toEqual([202, 202, 202]);
    expect(await remove(child)).toEqual([404, 'MANIFEST_UNKNOWN']);
  });

  test('an immutable repository keeps its tags where they are, and takes the same digest again', async () => {
    const { gar, image, request, token } = given();
    const digest = await gar.image(image, 'v1');
    gar.immutable.add(image.split('/').slice(0, 2).join('/'));
    const { json } = await token(basic('oauth2accesstoken', 'ya29.ada'));
    const { bytes, mediaType } = registry.ledger.manifests(image).get(digest) ?? { bytes: Buffer.of(), mediaType: '' };
    const send = (method: string, body: string | Buffer = '') =>
      request(method, `/v2/${image}/manifests/v1`, {
        headers: { authorization: `Bearer ${json.token}`, 'content-type': mediaType },
        body,
      });
    expect((await send('PUT', bytes)).status).toBe(201);
    const moved = await send('PUT', `${bytes} `);
    expect([moved.status, moved.text]).toEqual([400, expect.stringContaining('enabled tag immutability')]);
    expect((await send('DELETE')).status).toBe(400);
  });
});

describe('Artifact Registry’s rights', () => {
  test('the token service takes access tokens and keys, and refuses what the principal may not', async () => {
    const { gar, token } = given();
    gar.keys.set('ada', key);
    const status = async (...asked: Parameters<typeof token>) => (await token(...asked)).status;
    expect(await status(basic('oauth2accesstoken', 'ya29.ada'))).toBe(200);
    expect(await status(basic('_json_key', key))).toBe(200);
    expect(await status(basic('_json_key_base64', Buffer.from(key).toString('base64')))).toBe(200);
    expect(await status(basic('ada', 'ya29.ada'))).toBe(401);
    expect(await status(basic('oauth2accesstoken', 'wrong'))).toBe(401);
    const stranger = await token(basic('oauth2accesstoken', 'ya29.eve'), 'pull');
    expect([stranger.status, stranger.text]).toEqual([
      403,
      expect.stringMatching(/^.*Permission ."artifactregistry.repositories.downloadArtifacts." denied on resource/),
    ]);
    const [fresh, expired] = [gar.accessTokens.issue([], 'ada', 60), gar.accessTokens.issue([], 'ada', 0)];
    expect(await status(basic('oauth2accesstoken', fresh))).toBe(200);
    expect(await status(basic('oauth2accesstoken', expired))).toBe(401);
    const nobody = await token(undefined, 'pull');
    expect([nobody.status, nobody.text]).toEqual([403, expect.stringContaining('Unauthenticated request.')]);
  });

  test('roles: a reader pulls, a writer pushes, and only repoAdmin deletes', async () => {
    const { gar, image, token, as } = given();
    await gar.image(image, 'v1');
    gar.roles.set('ada', 'reader');
    expect((await token(basic('oauth2accesstoken', 'ya29.ada'))).status).toBe(403);
    gar.roles.set('ada', 'writer');
    const refused = await (await as())('DELETE', 'manifests/v1');
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('artifactregistry.tags.delete')]);
    gar.roles.set('ada', 'repoAdmin');
    expect((await (await as())('DELETE', 'manifests/v1')).status).toBe(202);
  });

  test('a delete takes the scope of a push, and a token of one host is none of another', async () => {
    const { image, token, request } = given();
    const pull = await token(basic('oauth2accesstoken', 'ya29.ada'), 'pull,delete');
    const bearer = { headers: { authorization: `Bearer ${pull.json.token}` } };
    const refused = await request('DELETE', `/v2/${image}/manifests/v1`, bearer);
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      `Bearer realm="https://${HOST}/v2/token",service="${HOST}",scope="repository:${image}:push,pull"`,
    ]);
    expect((await request('GET', `/v2/${image}/tags/list`, bearer)).status).toBe(404);
    const direct = { headers: { authorization: 'Bearer ya29.ada' } };
    expect((await request('GET', `/v2/${image}/tags/list`, direct)).status).toBe(404);
    expect((await given('gcr.io').request('GET', `/v2/${image}/tags/list`, bearer)).status).toBe(401);
  });

  test('the catalog is for those who may list projects', async () => {
    const { gar, image, request } = given();
    const ask = () => request('GET', '/v2/_catalog', { headers: { authorization: 'Bearer ya29.ada' } });
    expect((await ask()).status).toBe(403);
    gar.catalogReaders.add('ada');
    expect((await ask()).json).toEqual({ repositories: [image] });
  });

  test('a throttle refuses every n-th request', async () => {
    const { gar, token } = given();
    gar.throttle.every = 2;
    const asked = [await token(undefined), await token(undefined), await token(undefined)];
    expect(asked.map(({ status }) => status)).toEqual([403, 429, 403]);
  });
});
