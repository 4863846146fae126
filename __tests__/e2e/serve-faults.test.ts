import { mkdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { redisProgram, startRedis } from './support/redis.js';
import { requestsAbout } from './support/requests.js';
import { type Service, startService } from './support/service.js';
import { useFolders, useInternet } from './support/surroundings.js';

const folders = useFolders();

/** What each repository answers to its next requests, one after the other; then its tags. */
const faults = new Map<
  string,
  (() => Promise<{ status: number; headers?: Record<string, string>; body?: string }>)[]
>();
const internet = await useInternet({
  hosts: {
    'fleet.example.com': async ({ url }) => {
      const [, name = ''] = /^\/v2\/(.+)\/tags\/list$/.exec(url.pathname) ?? [];
      const fault = faults.get(name)?.shift();
      return fault === undefined ? { status: 200, body: JSON.stringify({ name, tags: ['1.0.0', '1.0.1'] }) } : fault();
    },
  },
});
const listed = (repository: string) =>
  requestsAbout(internet.requests, repository).filter((line) => line.includes('/tags/list')).length;
const tagOf = async (service: Service, repository: string) =>
  (await service.get(`/images/fleet.example.com/${repository}/1.0.0`)).json?.tag;

test('a registry that limits requests is waited for, as it says', async () => {
  faults.set('limited', [async () => ({ status: 429, headers: { 'retry-after': '1' }, body: '{}' })]);
  const service = await startService(['fleet.example.com/limited:1.0.0'], { internet });
  await service.until('/readyz', ({ status }) => status === 200);
  expect(await tagOf(service, 'limited')).toBe('1.0.1');
  expect(listed('limited')).toBe(2);
  await service.stop();
});

test.each([
  ['half a list', async () => ({ status: 200, body: '{"tags":["1.0' })],
  ['a web page', async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>login</html>' })],
  [
    'a next page that is not understood',
    async () => ({ status: 200, headers: { link: 'next' }, body: '{"tags":["1.0.0"]}' }),
  ],
])('%s is an error, and no list', async (name, fault) => {
  const repository = `broken-${name.replaceAll(' ', '-')}`;
  faults.set(
    repository,
    Array.from({ length: 20 }, () => fault),
  );
  const service = await startService(['--allow', 'fleet.example.com'], { internet });
  const { status, json } = await service.get(`/images/fleet.example.com/${repository}/1.0.0`);
  expect([status, json?.kind]).toEqual([502, 'server']);
  await service.stop();
});

test('a registry that hangs holds up its own images alone', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  faults.set('hanging', [async () => held.then(() => ({ status: 503 }))]);
  const service = await startService(['fleet.example.com/well:1.0.0'], { internet });
  await service.until('/readyz', ({ status }) => status === 200);
  const hanging = tagOf(service, 'hanging');
  while (listed('hanging') === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await tagOf(service, 'well')).toBe('1.0.1');
  expect(await tagOf(service, 'another')).toBe('1.0.1');
  release();
  expect(await hanging).toBe('1.0.1');
  await service.stop();
});

test('a cache that cannot be written is reported, and nothing else is lost', async () => {
  const folder = await folders.create();
  // As on a full disk, each write fails.
  await mkdir(join(folder, 'notes.json'));
  const service = await startService(['fleet.example.com/full:1.0.0', '--cache-dir', folder], { internet });
  const { status, json } = await service.until('/readyz', (answer) => answer.json?.status === 'degraded');
  expect([status, json?.reason]).toEqual([200, expect.stringContaining('could not be written')]);
  expect(await tagOf(service, 'full')).toBe('1.0.1');
  expect(service.log()).toContain('notes.json');
  await service.stop();
});

test('thousands of connections and clients that never read keep nobody else from an answer', async () => {
  const service = await startService(['fleet.example.com/crowd:1.0.0'], { internet });
  await service.until('/readyz', ({ status }) => status === 200);
  const port = Number(new URL(service.url).port);
  const sockets: Socket[] = [];
  for (let at = 0; at < 1000; at += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
    sockets.push(socket);
  }
  for (const socket of sockets.slice(0, 20)) socket.pause().write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(50));
  for (let turn = 0; turn < 20; turn += 1) expect(await tagOf(service, 'crowd')).toBe('1.0.1');
  for (const socket of sockets) socket.destroy();
  expect(await service.stop()).toBe(0);
});

(redisProgram === undefined ? test.skip : test)(
  'Redis that is killed and restarted under load costs no answer',
  async () => {
    const redis = await startRedis();
    const service = await startService(['fleet.example.com/load:1.0.0'], {
      internet,
      env: { IMAGE_GATE_CACHE_URL: redis.url },
    });
    await service.until('/readyz', ({ json }) => json?.status === 'ok');
    let over = false;
    const tags = new Set<unknown>();
    const load = Promise.all(
      Array.from({ length: 20 }, async () => {
        while (!over) tags.add(await tagOf(service, 'load'));
      }),
    );
    await redis.kill();
    await service.until('/readyz', ({ json }) => json?.status === 'degraded');
    await redis.start();
    await service.until('/readyz', ({ json }) => json?.status === 'ok');
    over = true;
    await load;
    expect([...tags]).toEqual(['1.0.1']);
    await service.stop();
  },
);
