import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher } from '../../sandbox/index.js';
import { runJson } from './support/command.js';
import { changes, deleteImages } from './support/delete.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const secret = 'glpat-of-ada-0123456789';
const folders = useFolders();
const internet = await useInternet();
const { gitlabRegistry: gitlab } = internet;
gitlab.users.set('ada', secret).set('eve', 'glpat-of-eve');
const { ledger } = gitlab.registry;
const today = Date.now();
const platforms = ['linux/amd64', 'linux/arm64'];
let count = 0;

const dotCom = 'registry.gitlab.com';
const selfManaged = 'registry.gitlab.example.com';
/** registry.gitlab.com always has a metadata database. */
const places = [
  { host: dotCom, database: true },
  { host: selfManaged, database: true },
  { host: selfManaged, database: false },
] as const;

/** Only registry.gitlab.com is known ahead; elsewhere the first delete shows the scope that it takes. */
function toLearn(host: string, line: string): readonly string[] {
  return host === dotCom ? [] : [line];
}

/** A private repository of its own there, and a working directory. */
async function given(host: string = dotCom, database = true) {
  count += 1;
  gitlab.metadataDatabase = database;
  const unique = `of-gitlab-${count}`;
  const path = `acme/${unique}/app`;
  const name = `${host}/${path}`;
  gitlab.repository(path, { members: ['ada'], private: true });
  const cwd = await folders.create();
  const credentials = { username: 'ada', password: secret };
  const env = { IMAGE_GATE_REGISTRY: host, IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: secret };
  const options = { internet, cwd, env, timeoutMs: 120_000 };
  const records = () => recordsAbout(internet.requests, unique);
  return {
    path,
    name,
    cwd,
    credentials,
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      gitlab.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * 86_400_000).toISOString(),
        ...spec,
      }),
    tags: () => [...ledger.tagged(path).keys()].sort(),
    has: (digest: string) => ledger.manifests(path).has(digest),
    looking: lookingAt(gitlab.registry.url, path),
    prune: (...args: string[]) => prune([path, ...args], options),
    restore: (...args: string[]) => restore(args, options),
    delete: (references: readonly string[], ...more: string[]) =>
      deleteImages([...references.flatMap((one) => ['--image', `${name}${one}`]), ...more], options),
    run: (command: string, inputs: Record<string, string>, as = credentials) =>
      runJson(command, { ...as, ...inputs }, { internet, cwd }),
    changes: () => changes(records()),
    /** The paths of what was sent, without tokens. */
    sent: () => records().flatMap(({ method, path: to }) => (to.startsWith('/jwt/') ? [] : [`${method} ${to}`])),
    list: `/gitlab/v1/repositories/${path}/tags/list/`,
  };
}

describe.each(places)('$host, metadata database: $database', ({ host, database }) => {
  test('prunes tags and what signs them, leaves what is needed, and brings all back', async () => {
    const { push, prune: run, restore: back, looking } = await given(host, database);
    const kept = await push('2.0', 1, { platforms, content: 'same' });
    const old = await push('1.0', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    await push('1', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    await push('0.9', 20);
    await push(`${old.replace(':', '-')}.sig`, 9, { content: 'signature' });
    const before = await looking.tags();
    const pruned = await run('--keep', '1', '--journal', 'journal');
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned).toMatchObject({ exitCode: 0, json: { failed: [], blocked: [] } });
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1', '1.0', `${old.replace(':', '-')}.sig`]);
    expect([...(await looking.tags())]).toEqual([['2.0', kept]]);
    expect(await looking.lacking('2.0')).toEqual([]);

    const restored = await back('journal');
    expect(restored).toMatchObject({ exitCode: 0, json: { lost: [], restoredCount: 4 } });
    expect(await looking.tags()).toEqual(before);
    for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
  });

  test('deletes one tag of several, and a digest with all of its tags', async () => {
    const { push, delete: remove, tags, changes: changed, path, has } = await given(host, database);
    const digest = await push('1.0', 3, { content: 'same', created: '2026-01-01T00:00:00Z' });
    await push('stable', 3, { content: 'same', created: '2026-01-01T00:00:00Z' });
    await push('2.0', 1);
    expect(await remove([':1.0'])).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
    expect(changed()).toEqual([
      ...toLearn(host, `DELETE /v2/${path}/manifests/1.0 401`),
      `DELETE /v2/${path}/manifests/1.0 202`,
    ]);
    expect(tags()).toEqual(['2.0', 'stable']);
    expect((await remove([`@${digest}`])).exitCode).toBe(7);
    expect(await remove([`@${digest}`, ':stable'])).toMatchObject({ exitCode: 0, json: { deletedCount: 2 } });
    expect([tags(), has(digest)]).toEqual([['2.0'], false]);
  });

  test('a prune holds protected and immutable tags, with the server’s words; the others go', async () => {
    const { push, prune: run, tags, path, sent } = await given(host, database);
    for (const [at, tag] of ['v1', 'v2', 'v3', 'v4', 'dev-1', 'dev-2', 'fixed'].entries()) await push(tag, 90 - at);
    await push('now', 1);
    gitlab.protected.set(path, { delete: ['^v'] });
    gitlab.immutable.set(path, ['^fixed$']);
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'blocked')).toEqual(['fixed', 'v1', 'v2', 'v3', 'v4']);
    expect(reasonsOf(pruned, 'blocked').v1).toContain('tag "v1" is protected');
    expect(reasonsOf(pruned, 'blocked').fixed).toContain('tag "fixed" is immutable');
    expect(tagsOf(pruned, 'deleted')).toEqual(['dev-1', 'dev-2']);
    expect(tags()).toEqual(['fixed', 'now', 'v1', 'v2', 'v3', 'v4']);
    expect(sent().filter((line) => line.startsWith('DELETE'))).toHaveLength(host === dotCom ? 7 : 8);
  });

  test('a tag or digest that is protected: exit 4, and no token is fetched for it again', async () => {
    const { push, delete: remove, tags, changes: changed, path } = await given(host, database);
    const digest = await push('v1', 3);
    await push('dev', 1);
    gitlab.protected.set(path, { delete: ['^v'] });
    const tag = await remove([':v1']);
    expect([tag.exitCode, tag.json.error]).toEqual([4, expect.stringContaining('tag "v1" is protected')]);
    expect(tag.stderr).toContain('protected and immutable tags');
    const refusal = `DELETE /v2/${path}/manifests/v1 401`;
    expect(changed()).toEqual([...toLearn(host, refusal), refusal]);
    gitlab.protected.set(path, { delete: ['^nothing$'] });
    const whole = await remove([':v1', `@${digest}`]);
    expect(whole.stderr).toContain('a manifest cannot be deleted where tags are protected');
    expect([whole.exitCode, tags()]).toEqual([4, ['dev']]);
  });

  test('a part of an index without a tag: exit 7, and nothing has changed', async () => {
    const { push, delete: remove, path, has } = await given(host, database);
    const index = await push('multi', 3, { platforms });
    await push('1.0', 1);
    const child = [...ledger.manifests(path).values()].find(
      ({ tags: on, digest }) => on.size === 0 && digest !== index,
    );
    await push('multi', 0);
    const refused = await remove([`@${child?.digest}`]);
    expect(refused.json.error).toContain('manifest referenced by a manifest list');
    expect([refused.exitCode, has(child?.digest ?? '')]).toEqual([7, true]);
  });

  test('the right to read is not the right to delete, and a stranger may do neither', async () => {
    const { push, prune: run, tags, run: command, name } = await given(host, database);
    for (const [at, tag] of ['1.0', '1.1', '1.2'].entries()) await push(tag, 9 - at);
    gitlab.roles.set('ada', 'reporter');
    const refused = await run('--keep', '1');
    gitlab.roles.clear();
    expect([refused.exitCode, tags()]).toEqual([2, ['1.0', '1.1', '1.2']]);
    expect(refused.stderr).toContain('write_registry');
    const eve = { username: 'eve', password: 'glpat-of-eve' };
    const listed = await command('tags', { image: name, sort: 'pushed' }, eve);
    expect([listed.exitCode, listed.stderr]).toEqual([2, expect.stringContaining('read_registry')]);
  });

  test('a limit is waited for', async () => {
    const { push, prune: run, tags } = await given(host, database);
    for (const [at, tag] of ['1.0', '1.1', '1.2'].entries()) await push(tag, 9 - at);
    gitlab.throttle.every = 5;
    const pruned = await run('--keep', '1');
    gitlab.throttle.every = undefined;
    expect([pruned.exitCode, tags()]).toEqual([0, ['1.2']]);
  });
});

describe.each([dotCom, selfManaged])('the list of %s', (host) => {
  const beyond = host === dotCom ? [] : ['GET /v2/PATH/tags/list?n=1000', 'GET /v2/PATH/tags/list?n=1000'];

  test('2,000 tags are planned with two requests for the list, and no manifest', async () => {
    const { path, prune: run, sent, list } = await given(host);
    gitlab.images(path, 2000);
    const pages = [`GET ${list}?n=1000`, `GET ${list}?n=1000&last=build-1898`];
    internet.forget();
    const dry = await run('--keep', '500', '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, json: { deletedCount: 1500, keptCount: 500 } });
    expect(sent()).toEqual([...beyond.map((line) => line.replace('PATH', path)), ...pages]);
    const probes = internet.requests.filter(({ path: to }) => to === '/gitlab/v1/');
    expect(probes).toHaveLength(host === dotCom ? 0 : 1);
    expect(internet.requests.filter(({ path: to }) => to.startsWith('/jwt/auth'))).toHaveLength(1);
  });

  test('dates are those of the last push: of `tags`, `backup` and `latest`, one request each', async () => {
    const { push, name, run, cwd, sent, list, path } = await given(host);
    const old = '2025-01-01T00:00:00.000Z';
    const digest = await push('1.0.0', 0, { created: old });
    await push('1.0.1', 300, { platforms });
    // Built long ago, pushed just now.
    await push('1.0.2', 0, { created: '2024-01-01T00:00:00.000Z' });
    const recent = new Date(today - 3_600_000);
    const dates = gitlab.tagDates.get(`${path}:1.0.2`);
    if (dates !== undefined) dates.created = recent;
    internet.forget();
    const listed = await run('tags', { image: name, sort: 'pushed' });
    expect(listed.json.tags).toEqual(['1.0.2', '1.0.1', '1.0.0']);
    expect(listed.stderr).not.toContain('Warning');
    expect(sent().filter((line) => line.includes('/gitlab/'))).toEqual([`GET ${list}?n=1000`]);
    const details = (await run('tags', { image: name, details: 'true' })).json.tags;
    expect(details).toContainEqual(
      expect.objectContaining({ name: '1.0.0', digest, pushed: old, platforms: ['linux/amd64'] }),
    );
    await run('backup', { image: name, file: 'backup.json' });
    const [kept] = JSON.parse(await readFile(join(cwd, 'backup.json'), 'utf8')).repositories;
    expect(kept.tags).toContainEqual(
      expect.objectContaining({ name: '1.0.2', pushed: recent.toISOString(), size: expect.any(Number) }),
    );
    internet.forget();
    const newer = await run('latest', { image: `${name}:1.0.0`, 'min-age': '7d' });
    expect(newer.json).toMatchObject({ tag: '1.0.1', pending: ['1.0.2'] });
    expect(sent().filter((line) => line.includes('/gitlab/'))).toEqual([
      `GET ${list}?n=1000&name_exact=1.0.2`,
      `GET ${list}?n=1000&name_exact=1.0.1`,
    ]);
    expect((await run('inspect', { image: `${name}:1.0.0` })).json).toMatchObject({ digest });
  });

  test('an artifact with a tag goes and stays with the image that it refers to', async () => {
    const { push, prune: run, path, tags } = await given(host);
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const target = pusher({ url: gitlab.registry.url }, path);
    const config = await target.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    for (const [tag, days] of [
      ['1.0', 9],
      ['2.0', 2],
    ] as const) {
      const subject = { mediaType, digest: await push(tag, days), size: 1 };
      const artifactType = 'application/spdx+json';
      await target.manifest({ schemaVersion: 2, mediaType, artifactType, config, layers: [], subject }, `sbom-${tag}`);
    }
    const pruned = await run('--keep', '1');
    expect([pruned.exitCode, tagsOf(pruned, 'deleted')]).toEqual([0, ['1.0', 'sbom-1.0']]);
    expect(tags()).toEqual(['2.0', 'sbom-2.0']);
  });

  test('a prune reads the manifests of indexes alone for its plan', async () => {
    const { push, prune: run, sent } = await given(host);
    for (const [at, tag] of ['1.0', '1.1', '1.2'].entries()) await push(tag, 9 - at);
    const index = await push('2.0', 1, { platforms });
    internet.forget();
    expect((await run('--keep', '2', '--dry-run')).json).toMatchObject({ deletedCount: 2 });
    const manifests = sent().filter((line) => line.includes('/manifests/'));
    expect(manifests).toEqual([expect.stringMatching(new RegExp(`^GET .*/manifests/${index}$`))]);
  });

  test.each([
    ['a page that fails', { status: 500, body: '{}' }, '500'],
    ['a page that is none', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }, 'JSON'],
    ['an entry without a digest', { status: 200, body: '[{"name":"build-1"}]' }, 'cannot be read'],
    ['a digest that is none', { status: 200, body: '[{"name":"build-1","digest":"sha256:1"}]' }, 'cannot be read'],
    [
      'a Link elsewhere',
      { status: 200, headers: { link: '<https://evil.test/>; rel="next"' }, body: '[]' },
      'evil.test',
    ],
    ['a Link that is none', { status: 200, headers: { link: 'next' }, body: '[]' }, 'not understood'],
  ])('half a list, %s: exit 5, and nothing is deleted', async (_, answer, words) => {
    const { path, prune: run, changes: changed, list, tags } = await given(host);
    gitlab.images(path, 1001);
    const second = internet.inject({ host, path: new RegExp(`${list}\\?n=1000&last=`), answer });
    const pruned = await run('--keep', '1', '--timeout', '20s');
    second();
    expect([pruned.exitCode, changed(), tags().length]).toEqual([5, [], 1001]);
    expect(pruned.stderr).toContain(words);
  });
});

describe('a self-managed GitLab', () => {
  test.each([403, 404, 405])('whose API answers %s is read as any registry is', async (status) => {
    const { push, prune: run, tags, run: command, name } = await given(selfManaged);
    for (const [at, tag] of ['1.0', '1.1'].entries()) await push(tag, 9 - at);
    const remove = internet.inject({ host: selfManaged, path: '/gitlab/v1/', answer: { status, body: 'no' } });
    const listed = await command('tags', { image: name, sort: 'pushed' });
    const pruned = await run('--keep', '1');
    remove();
    expect([listed.exitCode, listed.json.tags]).toEqual([0, ['1.1', '1.0']]);
    expect([pruned.exitCode, tags()]).toEqual([0, ['1.1']]);
  });

  test('whose API fails is not taken for one that has none', async () => {
    const { push, prune: run, tags } = await given(selfManaged);
    for (const [at, tag] of ['1.0', '1.1'].entries()) await push(tag, 9 - at);
    const remove = internet.inject({ host: selfManaged, path: '/gitlab/v1/', answer: { status: 500, body: '' } });
    const pruned = await run('--keep', '1', '--timeout', '20s');
    remove();
    expect([pruned.exitCode, tags()]).toEqual([5, ['1.0', '1.1']]);
    expect(pruned.stderr).toContain('/gitlab/v1/');
  });
});

test('a push of a protected tag: exit 4, with the server’s words', async () => {
  const { push, prune: run, restore: back, path, sent } = await given();
  await push('v1', 9);
  await push('now', 1);
  await run('--keep', '1', '--journal', 'journal');
  gitlab.protected.set(path, { push: ['^v'] });
  internet.forget();
  const refused = await back('journal');
  expect([refused.exitCode, refused.stderr]).toEqual([4, expect.stringContaining('tag "v1" is protected')]);
  expect(sent().filter((line) => line.startsWith('PUT'))).toHaveLength(1);
});

test('the catalog is nobody’s: exit 7, and how GitLab lists its images', async () => {
  const { run } = await given();
  const listed = await run('repositories', { registry: dotCom, namespace: 'acme' });
  expect([listed.exitCode, listed.stderr]).toEqual([7, expect.stringContaining('/registry/repositories')]);
});
