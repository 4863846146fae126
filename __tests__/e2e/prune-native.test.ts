import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, type PushTarget, pusher } from '../../sandbox/index.js';
import { thorough } from '../support/thorough.js';
import { runJson } from './support/listing.js';
import { prune, reasonsOf, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const secret = 'a-secret-0123456789';
const folders = useFolders();
let count = 0;
const today = Date.now();

const internet = await useInternet();
internet.hub.users.set('ada', secret);
internet.ghcr.users.set('ada', token);
internet.harbor.users.set('robot$library+ci', secret);

const services = {
  'docker.io': { owner: 'acme', user: 'ada', password: secret },
  'ghcr.io': { owner: 'acme', user: 'ada', password: token },
  'harbor.example.com': { owner: 'library', user: 'robot$library+ci', password: secret },
};
type Service = keyof typeof services;
const hosts = Object.keys(services) as Service[];

/** A repository of its own there, and a working directory. */
async function given(host: Service) {
  count += 1;
  const { owner, user, password } = services[host];
  const path = `${owner}/pruned-${count}`;
  const accounts = { 'docker.io': internet.hub, 'ghcr.io': internet.ghcr, 'harbor.example.com': internet.harbor }[host];
  accounts.repository(path, { members: [user], private: true });
  const cwd = await folders.create();
  const env = { IMAGE_GATE_REGISTRY: host, IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: password };
  const { registry } = accounts;
  return {
    path,
    cwd,
    env,
    registry,
    /** Dated so many days ago. */
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      accounts.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * 86_400_000).toISOString(),
        ...spec,
      }),
    looking: lookingAt(registry.url, path),
    prune: (...args: string[]) => prune([path, ...args], { internet, cwd, env, timeoutMs: 120_000 }),
    sent: () => recordsAbout(internet.requests, path.split('/')[1] ?? ''),
  };
}

describe.each(hosts)('on %s', (host) => {
  test('a dry run asks for lists alone, and says the same', async () => {
    const { push, prune: run, sent } = await given(host);
    for (const [days, tag] of ['1.3', '1.2', '1.1', '1.0'].entries()) await push(tag, days);
    internet.forget();
    const dry = await run('--keep', '4', '--dry-run');
    expect(tagsOf(dry, 'kept')).toHaveLength(4);
    expect(sent().filter(({ path }) => /\/(?:manifests|blobs)\//.test(path))).toEqual([]);
    const planned = await run('--keep', '1', '--dry-run');
    expect(sent().every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true);
    const done = await run('--keep', '1');
    expect(done.json.deleted).toEqual(planned.json.deleted);
  });

  test('the date is that of the push: what was pushed again is young', async () => {
    const { push, prune: run } = await given(host);
    await push('1.0', 40);
    await push('1.1', 20);
    await push('1.2', 10);
    expect(tagsOf(await run('--older-than', '15d'), 'deleted')).toEqual(['1.0', '1.1']);
  });
});

describe('with a cache', () => {
  const all = ['--keep', '1', '--dry-run', '--cache-dir', 'cache'];

  test('where the list has what a plan needs, nothing is kept', async () => {
    const { push, prune: run, cwd } = await given('docker.io');
    for (const [days, tag] of ['1.2', '1.1', '1.0'].entries()) await push(tag, days);
    expect(tagsOf(await run(...all), 'deleted')).toEqual(['1.0', '1.1']);
    expect(await readdir(join(cwd, 'cache'))).toEqual([]);
  });

  test('where the list has no children, each manifest is read once', async () => {
    const { push, prune: run, sent } = await given('ghcr.io');
    const platforms = ['linux/amd64', 'linux/arm64'];
    for (const [days, tag] of ['1.2', '1.1', '1.0'].entries()) await push(tag, days, { platforms });
    const first = await run(...all);
    expect(tagsOf(first, 'deleted')).toEqual(['1.0', '1.1']);
    internet.forget();
    expect((await run(...all)).json).toEqual(first.json);
    expect(sent().filter(({ path }) => /\/(?:manifests|blobs)\//.test(path))).toEqual([]);
  });

  test('tags: where the list has the digests, no tag is requested', async () => {
    const { push, path, cwd, env, sent } = await given('ghcr.io');
    for (const [days, tag] of ['1.1', '1.0'].entries()) await push(tag, days);
    const list = () => runJson('tags', { image: path, details: 'true', 'cache-dir': 'cache' }, { internet, cwd, env });
    const first = await list();
    expect(first.json).toMatchObject({ tags: [{ platforms: ['linux/amd64'] }, { platforms: ['linux/amd64'] }] });
    internet.forget();
    expect((await list()).json).toEqual(first.json);
    expect(sent().filter((one) => /\/(?:manifests|blobs)\//.test(one.path))).toEqual([]);
  });
});

describe('ghcr.io', () => {
  test('deletes the versions that only deleted images led to, and no others', async () => {
    const { push, prune: run, path, looking } = await given('ghcr.io');
    const platforms = ['linux/amd64', 'linux/arm64'];
    await push('2.0', 1, { platforms, content: 'new' });
    const old = await push('1.0', 9, { platforms, content: 'old', attestation: true });
    // An index that has lost its tag, and shares its parts with one that goes.
    const stray = await push('moving', 9, { platforms, content: 'old', indexAnnotations: { stray: 'yes' } });
    await push('moving', 0, { content: 'moved' });
    await push(`${old.replace(':', '-')}.sig`, 9, { content: 'signature' });
    const before = internet.packages.versions(path).size;
    const pruned = await run('--keep', '2');
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', `${old.replace(':', '-')}.sig`]);
    expect(await looking.lacking(stray)).toEqual([]);
    expect(await looking.lacking('2.0')).toEqual([]);
    // Gone are the index, its signature, and its attestations; its images are the stray's too.
    expect(pruned.json.cleared).toHaveLength(2);
    expect(internet.packages.versions(path).size).toBe(before - 4);
  });

  test('a tagged child of an index that stays is blocked: GitHub would delete it all the same', async () => {
    const { push, prune: run, registry, path, looking } = await given('ghcr.io');
    await push('2.0', 1, { platforms: ['linux/amd64', 'linux/arm64'] });
    const [child] = [...internet.packages.versions(path).values()].filter(({ mediaType }) =>
      mediaType.includes('manifest.v1'),
    );
    const target: PushTarget = { url: registry.url };
    await pusher(target, path).manifest(JSON.parse(String(child?.bytes)), 'part');
    await push('1.0', 9);
    const pruned = await run('--keep', '0', '--protect', '^2');
    expect(reasonsOf(pruned, 'blocked').part).toBe('a part of 2.0, which is kept');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(await looking.lacking('2.0')).toEqual([]);
  });

  test('what GitHub never deletes fails by name, and the others go', async () => {
    const { push, prune: run, path } = await given('ghcr.io');
    internet.ghcr.repository(path, { members: ['ada'] });
    await push('2.0', 1);
    await push('1.1', 8);
    internet.packages.popular.add(await push('1.0', 9));
    await push('0.9', 10);
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).not.toBe(0);
    expect(tagsOf(pruned, 'failed')).toEqual(['1.0']);
    expect(tagsOf(pruned, 'deleted')).toContain('0.9');
  });

  test('anonymous: exit 2, and what to give', async () => {
    const { path, cwd } = await given('ghcr.io');
    const result = await prune([`ghcr.io/${path}`, '--keep', '1'], { internet, cwd });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('delete:packages');
  });
});

describe('many tags', () => {
  const many = thorough ? 5000 : 1000;
  const limited = many / 250;

  /** All of one layer and one config: one request each. */
  async function fill(target: PushTarget, path: string): Promise<void> {
    const push = pusher(target, path);
    const config = await push.blob(
      'application/vnd.oci.image.config.v1+json',
      Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', created: '2026-01-01T00:00:00Z' })),
    );
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    for (let at = 0; at < many; at += 1) {
      const annotations = { number: String(at) };
      await push.manifest({ schemaVersion: 2, mediaType, config, layers: [], annotations }, `1.${at}`);
    }
  }

  test.each([
    ['docker.io', /^\/v2\/namespaces\/[^/]+\/repositories\/[^/]+\/tags/, 'hub.docker.com'],
    ['ghcr.io', /\/versions\?/, 'api.github.com'],
  ] as const)(
    'on %s: as many pages as its API needs, and a limit in the middle slows it',
    async (host, page, api) => {
      const { prune: run, registry, path, sent } = await given(host);
      await fill(registry, path);
      const start = Date.now() - many * 60_000;
      for (let at = 0; at < many; at += 1) {
        if (host === 'docker.io') internet.hub.tagged(path, `1.${at}`).pushed = new Date(start + at * 60_000);
      }
      if (host === 'ghcr.io') {
        for (const [at, version] of [...internet.packages.versions(path).values()].entries()) {
          Object.assign(version, { created: new Date(start + at * 60_000), updated: new Date(start + at * 60_000) });
        }
      }
      internet.forget();
      let seen = 0;
      internet.inject({
        host: api,
        method: 'GET',
        answer({ path: asked }) {
          if (!page.test(asked) || !asked.includes(path.split('/')[1] ?? '')) return undefined;
          seen += 1;
          return seen === limited
            ? { status: 429, headers: { 'retry-after': '2' }, body: '{"message":"slow down"}' }
            : undefined;
        },
      });
      const pruned = await run('--keep', String(many - 10), '--dry-run');
      expect(pruned.stderr).not.toContain('Error');
      expect(pruned.exitCode).toBe(0);
      expect(pruned.json).toMatchObject({ deletedCount: 10, keptCount: many - 10 });
      expect(tagsOf(pruned, 'deleted')[0]).toBe('1.0');
      expect(pruned.durationMs).toBeGreaterThan(1950);
      const pages = sent().filter((one) => one.host === api && page.test(one.path));
      expect(pages.filter(({ status }) => status === 200)).toHaveLength(many / 100);
      expect(sent().filter((one) => one.path.includes('/blobs/'))).toEqual([]);
      // What an index lists GitHub's list does not tell: there each manifest is read once, and only because something goes.
      const manifests = sent().filter((one) => one.path.includes('/manifests/')).length;
      expect(manifests).toBe(host === 'docker.io' ? 0 : many);
    },
    180_000,
  );
});
