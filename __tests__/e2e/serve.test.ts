import { createHash, createHmac } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Host, IncomingRequest } from '../../sandbox/index.js';
import { runText } from './support/listing.js';
import { requestsAbout } from './support/requests.js';
import { type Service, startService } from './support/service.js';
import { useFolders, useInternet } from './support/surroundings.js';

const folders = useFolders();

/** The tags of every repository of fleet.example.com, and what happens to who asks for them. */
const fleet = { tags: ['1.0.0', '1.0.1', '1.1.0', '2.0.0'], status: 200, held: undefined as Promise<void> | undefined };
const fleetHost: Host = async ({ url, method }) => {
  const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(tags|manifests)\/([^/]+)$/.exec(url.pathname) ?? [];
  await fleet.held;
  if (fleet.status === 503) return { status: 503, headers: { 'retry-after': '9999' }, body: '{}' };
  if (fleet.status !== 200) return { status: fleet.status, body: '{}' };
  if (kind === 'tags') return { status: 200, body: JSON.stringify({ name, tags: fleet.tags }) };
  if (method !== 'HEAD' || !fleet.tags.includes(reference)) return { status: 404, body: '{}' };
  const digest = `sha256:${createHash('sha256').update(`${name}:${reference}`).digest('hex')}`;
  const type = 'application/vnd.oci.image.manifest.v1+json';
  return { status: 200, headers: { 'content-type': type, 'docker-content-digest': digest } };
};

/** Where notifications go, and what is answered to them, one after the other; at last 204. */
const hooks = { received: [] as { headers: IncomingRequest['headers']; body: string }[], statuses: [] as number[] };
const hookHost: Host = async (request) => {
  hooks.received.push({ headers: request.headers, body: await request.text() });
  return { status: hooks.statuses.shift() ?? 204 };
};

const internet = await useInternet({ hosts: { 'fleet.example.com': fleetHost, 'hooks.example.com': hookHost } });
for (const tag of [
  'v8.8.0-snapshot',
  'v8.8.1-snapshot',
  'v8.9.0-snapshot',
  'v9.0.0-snapshot',
  'v11.0.0',
  'v11.0.0-patch.1',
])
  await internet.hub.image('mojaloop/central-ledger', tag);

const serve = (...args: readonly string[]) => startService(args, { internet });
const listed = (repository: string) =>
  requestsAbout(internet.requests, repository).filter((line) => line.includes('/tags/list')).length;

async function ready(service: Service): Promise<Service> {
  await service.until('/readyz', ({ status }) => status === 200);
  return service;
}

describe('the routes of Image-Watcher', () => {
  test('answer its four requests and its own example, with one list', async () => {
    const service = await ready(await serve('mojaloop/central-ledger:v8.8.0-snapshot'));
    const before = listed('mojaloop/central-ledger');
    const tagBy = async (path: string) => (await service.get(path)).json?.tag;
    expect(await tagBy('/images/mojaloop/central-ledger/v8.8.0-snapshot?strategy=major')).toBe('v11.0.0-patch.1');
    expect(await tagBy('/images/mojaloop/central-ledger/v8.8.0-snapshot?strategy=minor')).toBe('v8.9.0-snapshot');
    expect(await tagBy('/images/mojaloop/central-ledger/v8.8.0-snapshot?strategy=bugfix')).toBe('v8.8.1-snapshot');
    expect(await tagBy('/images/mojaloop/central-ledger/v8.8.0-snapshot?strategy=patch')).toBe('v8.8.0-snapshot');
    const { json, status } = await service.get('/image/mojaloop/central-ledger/v11.0.0?strategy=patch');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      tag: 'v11.0.0-patch.1',
      fullImage: 'mojaloop/central-ledger:v11.0.0-patch.1',
      updateAvailable: true,
      step: 'patch',
    });
    expect(listed('mojaloop/central-ledger')).toBe(before);
    expect(await service.stop()).toBe(0);
  });

  test('are cached by ETag and Cache-Control, and answer HEAD', async () => {
    const service = await ready(await serve('fleet.example.com/etag:1.0.0', '--every', '10m'));
    const path = '/images/fleet.example.com/etag/1.0.0';
    const first = await service.get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=(?:[1-5]\d\d|600)$/);
    expect(first.headers.get('access-control-allow-origin')).toBeNull();
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await service.get(path, { 'if-none-match': given });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect((await service.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await fetch(`${service.url}${path}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    await service.stop();
  });

  test('one list serves a hundred requests for an image that is not watched', async () => {
    const service = await ready(await serve('--allow', 'fleet.example.com'));
    const paths = Array.from({ length: 100 }, (_, at) => `/images/fleet.example.com/many/1.0.${at % 2}?strategy=minor`);
    const answers = await Promise.all(paths.map((path) => service.get(path)));
    expect(new Set(answers.map(({ json }) => json?.tag))).toEqual(new Set(['1.1.0']));
    expect(requestsAbout(internet.requests, 'many')).toEqual(['GET fleet.example.com/v2/many/tags/list?n=1000 200']);
    await service.stop();
  });
});

describe('/ready', () => {
  test('answers as check does, and looks once for many', async () => {
    const service = await ready(await serve('--allow', 'docker.io,fleet.example.com'));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => service.get('/ready/mojaloop/central-ledger:v11.0.0')),
    );
    expect(answers[0]?.json).toMatchObject({
      ready: true,
      status: 'ready',
      tag: 'v11.0.0',
      pinned: expect.stringMatching(/^mojaloop\/central-ledger@sha256:[0-9a-f]{64}$/),
    });
    const heads = requestsAbout(internet.requests, 'central-ledger').filter((line) => line.startsWith('HEAD'));
    expect(heads).toHaveLength(1);
    const missing = await service.get('/ready/fleet.example.com/app:9.9.9');
    expect([missing.status, missing.json?.ready, missing.json?.reason]).toEqual([
      200,
      false,
      'the registry has no such tag',
    ]);
    const byDigest = await service.get(`/ready/${String(answers[0]?.json?.pinned)}`);
    expect(byDigest.json?.ready).toBe(true);
    const platform = await service.get('/ready/mojaloop/central-ledger:v11.0.0?platforms=linux/s390x');
    expect(platform.json?.ready).toBe(false);
    await service.stop();
  });
});

describe('requests that cannot be answered', () => {
  test('are problems with the kinds and exit codes of the command line', async () => {
    const service = await ready(await serve('fleet.example.com/odd:1.0.0'));
    const before = internet.requests.length;
    const table: readonly (readonly [string, number, string])[] = [
      ['/images/odd', 400, 'usage'],
      ['/images/', 400, 'usage'],
      ['/images/fleet.example.com/odd/1.0.0?strategy=huge', 400, 'usage'],
      ['/images/fleet.example.com/odd/1.0.0?strategy=major&strategy=minor', 400, 'usage'],
      ['/images/fleet.example.com/odd/1.0.0?x=1', 400, 'usage'],
      ['/images/fleet.example.com/odd/1.0.0?prerelease=yes', 400, 'usage'],
      ['/images/fleet.example.com/odd/%ff', 400, 'usage'],
      ['/images/fleet.example.com/odd/%00', 400, 'usage'],
      ['/images/fleet.example.com/ODD/1.0.0', 400, 'usage'],
      ['/images/fleet.example.com/odd:1/1.0.0', 400, 'usage'],
      ['/images/fleet.example.com/../../etc/passwd', 404, 'not-found'],
      ['/images/fleet.example.com/..%2f..%2fetc/1.0', 400, 'usage'],
      [`/images/fleet.example.com/odd/${'1'.repeat(129)}`, 400, 'usage'],
      [`/images/fleet.example.com/${'a/'.repeat(900)}1`, 400, 'usage'],
      ['/ready/fleet.example.com/odd', 400, 'usage'],
      ['/ready/fleet.example.com/odd@sha256:12', 400, 'usage'],
      ['/ready/fleet.example.com/odd:1?platforms=linux', 400, 'usage'],
      ['/?sort=size', 400, 'usage'],
      // Only the registries of watched images, and those that are allowed.
      ['/images/evil.example.com/a/1.0.0', 403, 'condition'],
      ['/ready/169.254.169.254/latest:1', 403, 'condition'],
      ['/ready/localhost:22/a:1', 403, 'condition'],
      ['/images/mojaloop/central-ledger/v11.0.0', 403, 'condition'],
      ['/nowhere', 404, 'not-found'],
    ];
    for (const [path, status, kind] of table) {
      const { status: given, headers, json } = await service.get(path);
      expect([path, given, json?.kind]).toEqual([path, status, kind]);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(json).toMatchObject({
        status,
        title: expect.any(String),
        detail: expect.any(String),
        exitCode: expect.any(Number),
      });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(internet.requests.length).toBe(before);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await fetch(`${service.url}/images/fleet.example.com/odd/1.0.0`, { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
    const missing = await service.get('/images/fleet.example.com/odd/3.0.0');
    expect([missing.status, missing.json?.kind, missing.json?.exitCode]).toEqual([404, 'not-found', 3]);
    await service.stop();
  });

  test.each([
    'GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n',
    'NONSENSE\r\n\r\n',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ])('what is no HTTP ends its own connection alone: %#', async (bytes) => {
    const service = await ready(await serve('--allow', 'fleet.example.com'));
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('error', reject).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await service.get('/healthz')).status).toBe(200);
    await service.stop();
  });

  test('a registry that refuses or fails is a problem of its kind, and is not asked again at once', async () => {
    const service = await ready(await serve('--allow', 'fleet.example.com'));
    fleet.status = 403;
    const denied = await service.get('/images/fleet.example.com/denied/1.0.0');
    fleet.status = 200;
    expect([denied.status, denied.json?.kind, denied.json?.exitCode]).toEqual([502, 'denied', 4]);
    const again = await service.get('/images/fleet.example.com/denied/1.0.0');
    expect(again.json?.kind).toBe('denied');
    expect(listed('denied')).toBe(1);
    await service.stop();
  });
});

test('a token is required, as Bearer or as the password of Basic; probes need none', async () => {
  const service = await startService(['--allow', 'fleet.example.com'], {
    internet,
    env: { IMAGE_GATE_TOKEN: 'open-sesame' },
  });
  const basic = (password: string) => `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;
  const statusWith = async (path: string, authorization?: string) =>
    (await service.get(path, authorization === undefined ? {} : { authorization })).status;
  for (const path of [
    '/',
    '/metrics',
    '/openapi.json',
    '/images/fleet.example.com/a/1.0.0',
    '/ready/fleet.example.com/a:1.0.0',
  ]) {
    expect([path, await statusWith(path)]).toEqual([path, 401]);
    expect([path, await statusWith(path, 'Bearer open-sesam')]).toEqual([path, 401]);
    expect([path, await statusWith(path, 'open-sesame')]).toEqual([path, 401]);
    expect([path, await statusWith(path, 'Bearer open-sesame')]).toEqual([path, 200]);
    expect([path, await statusWith(path, basic('open-sesame'))]).toEqual([path, 200]);
    expect([path, await statusWith(path, basic('other'))]).toEqual([path, 401]);
  }
  for (const path of ['/healthz', '/readyz']) expect([path, await statusWith(path)]).toEqual([path, 200]);
  const answer = await service.get('/images/fleet.example.com/a/1.0.0', { authorization: 'Bearer open-sesame' });
  expect(answer.headers.get('cache-control')).toMatch(/^private, /);
  expect(service.log()).not.toContain('open-sesame');
  await service.stop();
});

describe('watching', () => {
  test('SIGHUP reads the files anew; what cannot be read changes nothing', async () => {
    const folder = await folders.create({ 'images.txt': 'fleet.example.com/hup-one:1.0.0\n' });
    const file = join(folder, 'images.txt');
    const service = await ready(await serve(file));
    expect((await service.get('/')).text).toContain('hup-one');
    await writeFile(file, 'fleet.example.com/hup-two:1.0.0\n');
    service.child.kill('SIGHUP');
    const page = await service.until('/', ({ text }) => text.includes('hup-two') && text.includes('2.0.0'));
    expect(page.text).not.toContain('hup-one');
    await rm(file);
    service.child.kill('SIGHUP');
    while (!service.log().includes('watched images are unchanged'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await service.get('/')).text).toContain('hup-two');
    expect((await service.get('/healthz')).status).toBe(200);
    await service.stop();
  });

  test('lists again each period, goes on with an old list while the registry fails, and says so', async () => {
    const service = await ready(await serve('fleet.example.com/period:1.0.0', '--every', '10s', '--strategy', 'major'));
    const path = '/images/fleet.example.com/period/1.0.0?strategy=major';
    expect((await service.get(path)).json?.tag).toBe('2.0.0');
    fleet.status = 503;
    const stale = await service.until(path, ({ json }) => json?.stale !== undefined);
    expect([stale.status, stale.json?.tag, stale.json?.stale]).toEqual([200, '2.0.0', stale.json?.fetched]);
    expect((await service.get('/')).text).toContain('stale');
    fleet.status = 200;
    fleet.tags = [...fleet.tags, '3.0.0'];
    const fresh = await service.until(path, ({ json }) => json?.stale === undefined);
    expect(fresh.json?.tag).toBe('3.0.0');
    expect(service.log()).toContain('503');
    expect(service.log()).toContain('can be listed again');
    fleet.tags = fleet.tags.filter((tag) => tag !== '3.0.0');
    await service.stop();
  });

  test('metrics count requests, lists and newer versions', async () => {
    const service = await ready(await serve('fleet.example.com/metrics:1.0.0', 'fleet.example.com/metrics:2.0.0'));
    await service.get('/images/fleet.example.com/metrics/1.0.0');
    const { text, headers } = await service.get('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toMatch(/^image_gate_watched_images 2$/m);
    expect(text).toMatch(/^image_gate_newer_versions 1$/m);
    expect(text).toMatch(/^image_gate_list_refreshes_total\{result="success"\} 1$/m);
    expect(text).toMatch(/^image_gate_store_up 1$/m);
    expect(text).toMatch(/^image_gate_http_request_duration_seconds_count\{route="newer",status="200"\} 1$/m);
    await service.stop();
  });
});

describe('a folder as the cache', () => {
  test('a restart needs no request, and answers while the registry is down', async () => {
    const folder = await folders.create();
    const args = ['fleet.example.com/kept:1.0.0', '--cache-dir', folder];
    await (await ready(await serve(...args))).stop();
    expect(listed('kept')).toBe(1);
    fleet.status = 503;
    const again = await ready(await serve(...args));
    expect((await again.get('/images/fleet.example.com/kept/1.0.0')).json).toMatchObject({ tag: '1.0.1' });
    expect(listed('kept')).toBe(1);
    fleet.status = 200;
    await again.stop();
  });

  test('a process that is killed at any time leaves a cache that the next one can use', async () => {
    const folder = await folders.create();
    for (let turn = 0; turn < 4; turn += 1) {
      const names = Array.from({ length: 20 }, (_, at) => `fleet.example.com/killed-${turn}-${at}:1.0.0`);
      const service = await serve(...names, '--cache-dir', folder);
      await service.stop('SIGKILL');
    }
    const service = await ready(await serve('fleet.example.com/killed-0-0:1.0.0', '--cache-dir', folder));
    expect((await service.get('/images/fleet.example.com/killed-0-0/1.0.0')).json?.tag).toBe('1.0.1');
    expect(service.log()).not.toContain('Warning');
    await service.stop();
  });
});

describe('notifications', () => {
  const sent = (repository: string) => hooks.received.filter(({ body }) => body.includes(repository));
  const arrived = async (repository: string, count: number) => {
    while (sent(repository).length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test('are signed, sent once for each newer version, and not again after a restart', async () => {
    const folder = await folders.create();
    const args = [
      ...['fleet.example.com/news:1.0.0', 'fleet.example.com/news-none:2.0.0', '--cache-dir', folder],
      ...['--notify', 'https://hooks.example.com/images', '--strategy', 'minor'],
    ];
    const env = { IMAGE_GATE_NOTIFY_SECRET: 'hush-hush' };
    hooks.statuses = [503];
    const first = await startService(args, { internet, env });
    // The first is turned away, and comes again.
    await arrived('/news:', 2);
    await ready(first);
    const [one, other] = sent('/news:');
    expect(other?.body).toBe(one?.body);
    const { headers, body } = other ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toMatchObject({
      event: 'newer-version',
      strategy: 'minor',
      tag: '1.1.0',
      image: 'fleet.example.com/news:1.0.0',
    });
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', 'hush-hush').update(body).digest('hex')}`,
    );
    expect(headers['x-image-gate-delivery']).toBe(one?.headers['x-image-gate-delivery']);
    await first.until('/metrics', ({ text }) => text.includes('image_gate_notifications_total{result="success"} 1'));
    await first.stop();
    const again = await ready(await startService(args, { internet, env }));
    await again.get('/');
    await again.stop();
    expect(sent('/news:')).toHaveLength(2);
    expect(sent('/news-none')).toHaveLength(0);
    expect(first.log()).not.toContain('hush-hush');
  });
});

test('SIGTERM answers what is in flight, takes nothing more, and ends with 0', async () => {
  const service = await ready(await serve('--allow', 'fleet.example.com'));
  let release = () => {};
  fleet.held = new Promise((resolve) => {
    release = resolve;
  });
  const inFlight = service.get('/images/fleet.example.com/slow/1.0.0');
  while (requestsAbout(internet.requests, 'slow').length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const ended = service.stop();
  // Until it takes nothing more.
  for (;;) {
    const taken = await new Promise((resolve) => {
      const request = httpRequest(`${service.url}/healthz`, { agent: false }, (answer) => resolve(answer.resume()));
      request.on('error', () => resolve(undefined)).end();
    });
    if (taken === undefined) break;
  }
  release();
  fleet.held = undefined;
  expect((await inFlight).json?.tag).toBe('1.0.1');
  expect(await ended).toBe(0);
});

test('the OpenAPI document is valid, and describes the answers', async () => {
  const service = await ready(await serve('fleet.example.com/described:1.0.0'));
  const { json } = await service.get('/openapi.json');
  const { valid, errors } = await new Validator().validate(json ?? {});
  expect([valid, errors]).toEqual([true, undefined]);
  const { properties } = (json as { components: { schemas: { Newer: { properties: object } } } }).components.schemas
    .Newer;
  const answer = await service.get('/images/fleet.example.com/described/1.0.0');
  for (const name of Object.keys(answer.json ?? {})) expect(Object.keys(properties)).toContain(name);
  await service.stop();
});

test('the page sorts, filters, escapes, and needs nothing from elsewhere', async () => {
  const service = await ready(await serve('fleet.example.com/page-a:2.0.0', 'fleet.example.com/page-b:1.0.0'));
  const { text, headers } = await service.get('/');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
  );
  expect(text).not.toMatch(/<script|src=|https?:\/\/(?!fleet)/);
  expect(text.indexOf('page-a')).toBeLessThan(text.indexOf('page-b'));
  const sorted = (await service.get('/?sort=newer')).text;
  expect(sorted.indexOf('page-b')).toBeLessThan(sorted.indexOf('page-a'));
  const filtered = (await service.get('/?filter=page-b')).text;
  expect([filtered.includes('page-b:1.0.0'), filtered.includes('page-a:2.0.0')]).toEqual([true, false]);
  const odd = (await service.get(`/?filter=${encodeURIComponent('"><img src=x>')}`)).text;
  expect(odd).not.toContain('<img');
  await service.stop();
});

test.each<[string, Record<string, string>, RegExp]>([
  ['nothing to watch', {}, /watch is required/],
  ['a period that is too short', { watch: 'nginx:1', every: '5s' }, /shorter than 10s/],
  ['two caches', { watch: 'nginx:1', 'cache-dir': 'a', 'cache-url': 'redis://localhost' }, /cache-dir and --cache-url/],
  ['a cache that is no Redis', { watch: 'nginx:1', 'cache-url': 'http://localhost' }, /Redis or Valkey/],
  ['a host that is none', { watch: 'nginx:1', host: 'example.com' }, /not an address/],
  ['a notification to nowhere', { watch: 'nginx:1', notify: 'ftp://x' }, /not the URL/],
  ['a secret without notifications', { watch: 'nginx:1', 'notify-secret': 'x' }, /notify is not/],
  ['a registry that is none', { allow: 'not a host' }, /not a registry/],
  ['credentials that are half', { watch: 'nginx:1', username: 'ada' }, /password is not/],
  ['a file that does not exist', { watch: './none.yaml' }, /does not exist/],
])('%s is exit code 64', async (_name, inputs, message) => {
  const { exitCode, stderr } = await runText('serve', inputs, { internet });
  expect([exitCode, stderr]).toEqual([64, expect.stringMatching(message)]);
});
