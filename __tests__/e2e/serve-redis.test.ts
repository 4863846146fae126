import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../sandbox/index.js';
import { redisProgram, startRedis } from './support/redis.js';
import { requestsAbout } from './support/requests.js';
import { type Service, startService } from './support/service.js';
import { useInternet } from './support/surroundings.js';

const hooks: string[] = [];
const internet = await useInternet({
  hosts: {
    'fleet.example.com': async ({ url }) => {
      const [, name] = /^\/v2\/(.+)\/tags\/list$/.exec(url.pathname) ?? [];
      return { status: 200, body: JSON.stringify({ name, tags: ['1.0.0', '1.0.1'] }) };
    },
    'hooks.example.com': (async (request) => {
      hooks.push(await request.text());
      return { status: 204 };
    }) satisfies Host,
  },
});

const listed = (repository: string) =>
  requestsAbout(internet.requests, repository).filter((line) => line.includes('/tags/list')).length;
const isReady = ({ status }: { status: number }) => status === 200;

(redisProgram === undefined ? describe.skip : describe)('Redis or Valkey as the cache', () => {
  test('several instances have one set of lists, one refresher, and one notification', async () => {
    const redis = await startRedis();
    const args = ['fleet.example.com/shared:1.0.0', '--notify', 'https://hooks.example.com/'];
    const env = { IMAGE_GATE_CACHE_URL: redis.url };
    const all = await Promise.all(Array.from({ length: 3 }, () => startService(args, { internet, env })));
    for (const service of all) {
      await service.until('/readyz', isReady);
      expect((await service.get('/images/fleet.example.com/shared/1.0.0')).json?.tag).toBe('1.0.1');
    }
    expect(listed('shared')).toBe(1);
    while (hooks.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(all.map((service) => service.stop()));
    expect(hooks.filter((body) => body.includes('shared'))).toHaveLength(1);
    for (const service of all) expect(service.log()).not.toContain('redis-secret');
  });

  test('when it is killed the service goes on from memory and says so; it comes back by itself', async () => {
    const redis = await startRedis();
    const service: Service = await startService(['fleet.example.com/alone:1.0.0'], {
      internet,
      env: { IMAGE_GATE_CACHE_URL: redis.url },
    });
    await service.until('/readyz', ({ json }) => json?.status === 'ok');
    await redis.kill();
    const degraded = await service.until('/readyz', ({ json }) => json?.status === 'degraded');
    expect(degraded.status).toBe(200);
    expect((await service.get('/images/fleet.example.com/alone/1.0.0')).json?.tag).toBe('1.0.1');
    expect((await service.get('/images/fleet.example.com/alone/1.0.1')).json?.status).toBe('up-to-date');
    expect((await service.get('/')).text).toContain('The cache fails');
    expect((await service.get('/metrics')).text).toMatch(/^image_gate_store_up 0$/m);
    expect(service.log()).toContain('continues from memory');
    await redis.start();
    await service.until('/readyz', ({ json }) => json?.status === 'ok');
    expect(await service.stop()).toBe(0);
  });

  test('one that is not there at the start is no reason not to start', async () => {
    const redis = await startRedis();
    await redis.kill();
    const service = await startService(['fleet.example.com/absent:1.0.0'], {
      internet,
      env: { IMAGE_GATE_CACHE_URL: redis.url },
    });
    await service.until('/readyz', isReady);
    expect((await service.get('/images/fleet.example.com/absent/1.0.0')).json?.tag).toBe('1.0.1');
    await service.stop();
  });
});
