import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Host, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { authOf } from './support/files.js';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const registries = new Map<string, RunningRegistry>();

const bearer = 'Bearer realm="https://odd.example.com/token",service="odd"';
/** A registry that has no `_catalog`, in the way that its port says. */
const refusing =
  (status: number, challenge?: string): Host =>
  async ({ url }) => {
    if (url.pathname === '/token') return { status: 200, body: '{"token":"given"}' };
    const names = JSON.stringify({ repositories: ['ok/app', '<img src=x>', 'a\u001b[31m', '../up'] });
    if (status === 200) return { status, body: names };
    return { status, headers: challenge === undefined ? {} : { 'www-authenticate': challenge } };
  };

/** A registry with these repositories, whose names say what their lists of tags are answered with. */
const mixed =
  (names: readonly string[]): Host =>
  async ({ url }) => {
    const headers = { 'content-type': 'application/json' };
    if (url.pathname === '/v2/_catalog') return { status: 200, headers, body: JSON.stringify({ repositories: names }) };
    if (url.pathname.includes('denied')) return { status: 403, body: '{}' };
    if (url.pathname.includes('gone')) return { status: 404, body: '{}' };
    if (url.pathname.includes('broken')) return { status: 500, headers: { 'retry-after': '9999' } };
    if (url.pathname.includes('html')) return { status: 200, body: '<html>' };
    return { status: 200, headers, body: JSON.stringify({ name: 'x', tags: ['1', '2'] }) };
  };

const internet = await useInternet({
  hosts: {
    'odd.example.com': refusing(401, bearer),
    'basic.example.com': refusing(401, 'Basic realm="x"'),
    'r404.example.com': refusing(404),
    'r405.example.com': refusing(405),
    'r403.example.com': refusing(403),
    'astray.example.com': async () => ({ status: 307, headers: { location: 'https://r404.example.com/x' } }),
    'r500.example.com': async () => ({ status: 500, headers: { 'retry-after': '9999' } }),
    'evil.example.com': refusing(200),
    'mixed.example.com': mixed(['a/ok', 'b/denied', 'c/gone', 'd/broken', 'e/ok', 'f/html']),
    'closed.example.com': mixed(Array.from({ length: 40 }, (_, at) => `denied/${at}`)),
  },
});
for (const kind of registryKinds) registries.set(kind, await useRegistry({ kind, auth: 'htpasswd' }));

describe('Docker Hub', () => {
  beforeAll(async () => {
    internet.hub.users.set('fleetbot', 'fleet-secret');
    for (let at = 0; at < 120; at += 1) {
      const name = `fleet/app-${String(at).padStart(3, '0')}`;
      internet.hub.repository(name, { private: at === 7 });
      internet.hub.details(name).pulls = at * 1000;
    }
  });

  test('names by pages of a hundred, and what a stranger may not see is not there', async () => {
    const { exitCode, json } = await runJson(
      'repositories',
      { namespace: 'fleet', include: '-00[678]$' },
      { internet },
    );
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ repositories: ['fleet/app-006', 'fleet/app-008'], count: 2, total: 119 });
    expect(requestsAbout(internet.requests, 'fleet')).toHaveLength(2);
  });

  test('details, charts and a matrix', async () => {
    const inputs = { namespace: 'fleet', details: 'true', shards: '7', username: 'fleetbot', password: 'fleet-secret' };
    const { outputs, summary, exitCode } = await runCommandAction('repositories', inputs, { internet });
    expect(exitCode).toBe(0);
    expect(outputs.count).toBe('120');
    expect(JSON.parse(outputs.repositories ?? '')[7]).toMatchObject({
      name: 'fleet/app-007',
      pulls: 7000,
      private: true,
    });
    const { include } = JSON.parse(outputs.matrix ?? '') as { include: { repositories: string; shards: number }[] };
    expect(include.map(({ shards }) => shards)).toEqual(Array(7).fill(7));
    expect(include.flatMap(({ repositories }) => repositories.split(',')).sort()).toHaveLength(120);
    expect(summary).toContain('xychart-beta horizontal');
    expect(summary).toContain('"app-119"');
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  });

  test('wrong credentials: exit code 2', async () => {
    const inputs = { namespace: 'fleet', username: 'fleetbot', password: 'not-the-secret' };
    expect((await runJson('repositories', inputs, { internet })).exitCode).toBe(2);
  });
});

describe.each(registryKinds)('%s registry', (kind) => {
  test('lists by _catalog, keeps the namespace, counts tags', async () => {
    const registry = registries.get(kind);
    if (registry === undefined) throw new Error(`no ${kind} registry`);
    for (const name of ['acme/one', 'acme/two', 'other/app']) await pushImage(registry, name, '1');
    await pushImage(registry, 'acme/two', '2');
    const credentials = { registry: registry.host, username: 'ada', password: 'secret' };

    const all = await runJson('repositories', credentials);
    expect(all.json).toMatchObject({ repositories: ['acme/one', 'acme/two', 'other/app'], total: 3 });
    const own = await runJson('repositories', { ...credentials, namespace: 'acme', details: 'true' });
    expect(own.json.repositories).toEqual([
      { name: 'acme/one', tags: 1 },
      { name: 'acme/two', tags: 2 },
    ]);
    expect(own.stderr).toContain('their tags were counted');
    expect((await runJson('repositories', { ...credentials, password: 'wrong' })).exitCode).toBe(2);
  });
});

describe('a registry without such a list', () => {
  const credentials = { username: 'ada', password: 'secret-of-ada' };

  test.concurrent.each([
    ['r404.example.com', {}, 7],
    ['r405.example.com', {}, 7],
    ['astray.example.com', {}, 5],
    ['ghcr.io', { namespace: 'acme' }, 7],
    ['odd.example.com', credentials, 7],
    ['odd.example.com', {}, 2],
    ['basic.example.com', credentials, 2],
    ['r403.example.com', credentials, 4],
    ['r500.example.com', {}, 5],
  ])('%s %j: exit code %d, and what to do', async (registry, more, code) => {
    const { exitCode, stderr } = await runJson('repositories', { registry, ...(more as object) }, { internet });
    expect(exitCode).toBe(code);
    expect(stderr).toContain('What to do: ');
  });

  test.concurrent('one that cannot be read has a row with its error, the others have their numbers', async () => {
    const inputs = { registry: 'mixed.example.com', details: 'true' };
    const { exitCode, json, stderr } = await runJson('repositories', inputs, { internet });
    expect(exitCode).toBe(4);
    expect(json).toMatchObject({ count: 6 });
    expect(json.repositories).toMatchObject([
      { name: 'a/ok', tags: 2 },
      { name: 'b/denied', error: expect.stringContaining('403 Forbidden') },
      { name: 'c/gone', tags: 0 },
      { name: 'd/broken', error: expect.stringContaining('500') },
      { name: 'e/ok', tags: 2 },
      { name: 'f/html', error: expect.stringContaining('not the JSON') },
    ]);
    expect(stderr).toContain('403 Forbidden');
    const { stdout } = await runText('repositories', inputs, { internet });
    expect(stdout).toMatch(/^REPOSITORY +TAGS +ERROR\na\/ok +2/);
    expect(stdout).toMatch(/\nb\/denied +GET .*403 Forbidden/);
    expect(stdout).toMatch(/\n\nmixed\.example\.com has 6 repositories, 3 errors\n/);
  });

  test.concurrent('where none can be read, the others are not tried', async () => {
    const inputs = { registry: 'closed.example.com', details: 'true' };
    const { exitCode, json } = await runJson('repositories', inputs, { internet });
    expect([exitCode, (json.repositories as object[]).length]).toEqual([4, 40]);
    expect((json.repositories as object[]).every((one) => 'error' in one)).toBe(true);
    expect(requestsAbout(internet.requests, 'closed.example.com').length).toBeLessThan(30);
  });

  test.concurrent('names that are no names are left out, and not shown', async () => {
    const { outputs, log, summary } = await runCommandAction(
      'repositories',
      { registry: 'evil.example.com' },
      { internet },
    );
    expect(outputs.repositories).toBe('["ok/app"]');
    expect(`${log}${summary}`).not.toMatch(/<img|(?!\n)\p{Cc}|\.\.\/up/u);
  });
});

test.each([
  [{}, '--namespace is required'],
  [{ namespace: 'a/b' }, 'is not a namespace on Docker Hub'],
  [{ namespace: 'localhost:5000' }, 'is not a namespace on Docker Hub'],
  [{ namespace: 'localhost:5000/team', registry: 'ghcr.io' }, 'is in localhost:5000, and --registry is ghcr.io'],
  [{ namespace: 'acme', shards: '257' }, 'not a whole number from 0 to 256'],
  [{ namespace: 'acme', shards: '0' }, 'at least one job'],
])('wrong usage %#: exit code 64', async (inputs, words) => {
  const env = await folders.dockerConfig({ auths: { 'ghcr.io': { auth: authOf('a', 'b') } } });
  const { exitCode, json } = await runJson('repositories', inputs as Record<string, string>, { env });
  expect([exitCode, json.error]).toEqual([64, expect.stringContaining(words)]);
});
