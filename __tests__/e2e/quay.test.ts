import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, runCli } from '../../sandbox/index.js';
import { deleteImages } from './support/delete.js';
import { runJson } from './support/listing.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const oauth = { username: '$oauthtoken', password: 'oauth-0123456789' };
const robot = { username: 'acme+ci', password: 'robot-0123456789' };
const hosts = ['quay.io', 'quay.example.com'];

const folders = useFolders();
const today = Date.now();
const internet = await useInternet();
const { quay } = internet;
quay.users.set(robot.username, robot.password);
quay.applications.set(oauth.password, { user: 'ada', scope: 'repo:write' });
let count = 0;

/** A private repository of its own on that host, and a working directory. */
async function given(as = oauth, host = 'quay.io') {
  count += 1;
  const path = `acme/quay-${count}`;
  quay.repository(path, { private: true, members: ['ada', robot.username] });
  const cwd = await folders.create();
  const { username, password } = as;
  const env = { IMAGE_GATE_REGISTRY: host, IMAGE_GATE_USERNAME: username, IMAGE_GATE_PASSWORD: password };
  const options = { internet, cwd, env, timeoutMs: 120_000 };
  return {
    path,
    options,
    image: `${host}/${path}`,
    /** Dated so many days ago. */
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      quay.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * 86_400_000).toISOString(),
        ...spec,
      }),
    alive: () =>
      quay.history
        .alive(path)
        .map(({ name }) => name)
        .sort(),
    digestAt: (tag: string) => quay.history.current(path, tag)?.digest,
    prune: (...args: string[]) => prune([path, ...args], options),
    delete: (...args: string[]) => deleteImages(args, options),
    restore: (...args: string[]) => restore(args, options),
    json: (command: string, inputs: Readonly<Record<string, string>> = {}) => runJson(command, inputs, options),
    sent: () => recordsAbout(internet.requests, path.split('/')[1] ?? ''),
    lists: () => recordsAbout(internet.requests, path.split('/')[1] ?? '').filter((one) => one.path.includes('/tag/?')),
  };
}

const manifestsIn = (sent: readonly { path: string }[]) =>
  sent.filter(({ path }) => /\/(?:manifests|blobs)\//.test(path));
const platforms = ['linux/amd64', 'linux/arm64'];

describe.each(hosts)('with an OAuth access token on %s', (host) => {
  test('prunes by its list, tag by tag, and the time machine brings all back', async () => {
    const { push, prune: run, restore: back, alive, digestAt, path, sent } = await given(oauth, host);
    const kept = await push('2.0', 1, { platforms, content: 'same' });
    const old = await push('1.0', 9, { platforms, content: 'old' });
    await push('1', 9, { platforms, content: 'old' });
    await push('0.9', 20);
    const pruned = await run('--keep', '1', '--journal', 'journal');
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned).toMatchObject({ exitCode: 0, json: { failed: [], blocked: [] } });
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1', '1.0']);
    expect(alive()).toEqual(['2.0']);
    expect(digestAt('2.0')).toBe(kept);
    const deletes = sent().filter(({ method }) => method === 'DELETE');
    expect(deletes.map((one) => one.path).sort()).toEqual(
      ['0.9', '1', '1.0'].map((tag) => `/api/v1/repository/${path}/tag/${tag}`),
    );
    const restored = await back('journal');
    expect(restored.stderr).not.toContain('Error');
    expect(restored).toMatchObject({ exitCode: 0, json: { lost: [], restoredCount: 3 } });
    expect(alive()).toEqual(['0.9', '1', '1.0', '2.0']);
    expect([digestAt('1'), digestAt('1.0')]).toEqual([old, old]);
    const restores = sent().filter(({ method, path: at }) => method === 'POST' && at.endsWith('/restore'));
    expect(restores.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await back('journal')).json).toMatchObject({ restoredCount: 0, lost: [] });
  });

  test('tags by the date of the push, with sizes, without a manifest read', async () => {
    const { push, json, image, sent } = await given(oauth, host);
    await push('new', 1, { platforms });
    await push('old', 30);
    await push('middle', 10);
    expect((await json('tags', { image, sort: 'pushed' })).json).toMatchObject({ tags: ['new', 'middle', 'old'] });
    expect(manifestsIn(sent())).toEqual([]);
  });

  test('a tag that is deleted leaves the others on its manifest, by one request', async () => {
    const { push, delete: run, alive, image, sent } = await given(oauth, host);
    for (const tag of ['1.0', 'also', 'stable']) await push(tag, 3, { content: 'same' });
    const deleted = await run(`${image}:also`);
    expect(deleted).toMatchObject({ exitCode: 0, json: { deleted: [{ tag: 'also' }] } });
    expect(alive()).toEqual(['1.0', 'stable']);
    expect(sent().filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });
});

describe('the list of Quay’s API', () => {
  test('2,000 tags are planned in with 20 requests, and one for each index', async () => {
    const { path, prune: run, push, sent, lists } = await given();
    quay.images(path, 1998);
    await push('multi-1', 400, { platforms });
    await push('multi-2', 401, { platforms, content: 'other' });
    internet.forget();
    const planned = await run('--keep', '100', '--dry-run');
    expect(planned.exitCode).toBe(0);
    expect(tagsOf(planned, 'deleted')).toHaveLength(1900);
    expect(lists()).toHaveLength(20);
    const others = sent().filter(({ path: at }) => !at.includes('/tag/?'));
    // A token, and the two indexes.
    expect(others.map(({ path: at, status }) => `${at.replace(/[?:].*|acme.*\//g, '')} ${status}`).sort()).toEqual([
      '/v2/auth 200',
      '/v2/sha256 200',
      '/v2/sha256 200',
    ]);
  });

  test('half a list, a page without its end and an entry without a digest stop everything', async () => {
    const spoilt: readonly ((page: { tags: Record<string, unknown>[]; has_additional?: unknown }) => unknown)[] = [
      ({ tags }) => ({ tags, page: 1 }),
      ({ tags }) => ({ tags, has_additional: true }),
      ({ tags }) => ({ tags: tags.map(({ manifest_digest: _, ...others }) => others), has_additional: false }),
      () => ({ page: 1, has_additional: false }),
    ];
    for (const spoil of spoilt) {
      const { push, prune: run, alive, path } = await given();
      await push('2.0', 1);
      await push('1.0', 9);
      const putRight = internet.inject({
        host: 'quay.io',
        path: new RegExp(`${path}/tag/\\?`),
        answer: {
          alter: ({ headers, body, status }) => ({
            status,
            headers: { 'content-type': String(headers?.['content-type']) },
            body: JSON.stringify(spoil(JSON.parse(body.toString()))),
          }),
        },
      });
      const pruned = await run('--keep', '1');
      putRight();
      expect(pruned.exitCode).toBe(5);
      expect(alive()).toEqual(['1.0', '2.0']);
    }
  });

  test('a page that is refused, or whose server fails, is no end of the list', async () => {
    const { path, prune: run } = await given();
    quay.images(path, 150);
    const putRight = internet.inject({
      host: 'quay.io',
      path: new RegExp(`${path}/tag/\\?.*page=2`),
      answer: { status: 403, body: '{"detail":"Unauthorized"}' },
    });
    const pruned = await run('--keep', '1');
    putRight();
    expect(pruned).toMatchObject({ exitCode: 4 });
    expect(quay.history.alive(path)).toHaveLength(150);
  });

  test('what stays is looked for after a delete in a list that was read after it', async () => {
    const { path, push, delete: run, image } = await given();
    await push('2.0', 1);
    await push('1.0', 9);
    const putRight = internet.inject({
      method: 'DELETE',
      path: new RegExp(path),
      answer: {
        hold: async () => {
          Object.assign(quay.history.current(path, '2.0') ?? {}, { end: new Date(Date.now() - 1) });
        },
      },
    });
    const deleted = await run(`${image}:1.0`);
    putRight();
    expect(deleted.exitCode).toBe(5);
    expect(deleted.stderr).toContain(`${image}:2.0 after the deletes: it is deleted too`);
  });

  test('immutable tags are held, and those that are not stay prunable', async () => {
    const { path, push, prune: run, alive, delete: remove, image } = await given();
    await push('2.0', 1);
    await push('1.0', 9);
    await push('0.9', 10);
    const held = quay.history.current(path, '1.0');
    if (held !== undefined) held.immutable = true;
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).toBe(0);
    expect(reasonsOf(pruned, 'blocked')).toEqual({ '1.0': expect.stringContaining('1.0 is immutable on Quay') });
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9']);
    expect(alive()).toEqual(['1.0', '2.0']);
    const refused = await remove(`${image}:1.0`);
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toContain("Cannot delete immutable tag '1.0'");
  });

  test('tags that will expire are tags, and those that have expired are none', async () => {
    const { path, push, prune: run, json, image } = await given();
    await push('2.0', 1);
    await push('soon', 9);
    await push('over', 10);
    const endIn = (tag: string, seconds: number) => {
      const current = quay.history.current(path, tag);
      if (current !== undefined) current.end = new Date(Date.now() + seconds * 1000);
    };
    endIn('soon', 3600);
    endIn('over', -1);
    expect((await json('tags', { image, sort: 'pushed' })).json).toMatchObject({ tags: ['2.0', 'soon'] });
    expect(tagsOf(await run('--keep', '1'), 'deleted')).toEqual(['soon']);
  });
});

describe('signatures, which Quay deletes with the last tag of what they sign', () => {
  test.each([oauth, robot])('go and come back with it ($username)', async (as) => {
    const { push, prune: run, restore: back, alive } = await given(as);
    await push('2.0', 1);
    const old = await push('1.0', 9);
    const signature = `${old.replace(':', '-')}.sig`;
    await push(signature, 9);
    const pruned = await run('--keep', '1', '--journal', 'journal');
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', signature]);
    expect(alive()).toEqual(['2.0']);
    expect((await back('journal')).json).toMatchObject({ restoredCount: 2, lost: [] });
    expect(alive()).toEqual(['1.0', '2.0', signature]);
  });

  test.each([oauth, robot])('one that stays holds its image ($username)', async (as) => {
    for (const hold of ['--protect', '--exclude']) {
      const { push, prune: run, alive } = await given(as);
      await push('2.0', 1);
      const signature = `${(await push('1.0', 9)).replace(':', '-')}.sig`;
      await push(signature, 9);
      await push('0.9', 20);
      const pruned = await run('--keep', '1', hold, '^sha256-');
      expect(pruned.exitCode).toBe(0);
      expect(reasonsOf(pruned, 'blocked')['1.0']).toBe(`${signature} is kept, and the registry would delete it too`);
      expect(alive()).toEqual(['1.0', '2.0', signature]);
    }
  });

  test.each([oauth, robot])('that delete does not name keep their image ($username)', async (as) => {
    const { push, delete: run, alive, image } = await given(as);
    await push('2.0', 1);
    const old = await push('1.0', 9, { content: 'same' });
    await push('stable', 9, { content: 'same' });
    const signature = `${old.replace(':', '-')}.sig`;
    await push(signature, 9);
    expect((await run(`${image}:stable`)).exitCode).toBe(0);
    for (const also of [[], [`${image}@${old}`]]) {
      const refused = await run([`${image}:1.0`, ...also].join(','));
      expect(refused.exitCode).toBe(7);
      expect(refused.stderr).toContain(`${signature}; nothing was deleted`);
    }
    expect(alive()).toEqual(['1.0', '2.0', signature]);
    expect((await run('--image', `${image}:1.0`, '--image', `${image}:${signature}`)).exitCode).toBe(0);
    expect(alive()).toEqual(['2.0']);
  });
});

describe('the time machine', () => {
  const lacksBlobs = () =>
    internet.inject({
      host: 'quay.io',
      method: 'PUT',
      path: /\/manifests\//,
      answer: { status: 404, body: '{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown"}]}' },
    });

  test('brings back what could not be pushed again, an index with what it lists', async () => {
    const { push, prune: run, restore: back, alive } = await given();
    await push('2.0', 1);
    await push('1.0', 9, { platforms });
    await push('0.9', 10);
    expect((await run('--keep', '1', '--journal', 'journal')).exitCode).toBe(0);
    const putRight = lacksBlobs();
    const restored = await back('journal');
    putRight();
    expect(restored).toMatchObject({ exitCode: 0, json: { restoredCount: 2, lost: [] } });
    expect(alive()).toEqual(['0.9', '1.0', '2.0']);
  });

  test('does not put a tag back that is on another image now, and has nothing after its time', async () => {
    const { path, push, prune: run, restore: back, alive, digestAt } = await given();
    await push('2.0', 1);
    await push('1.0', 9, { content: 'same' });
    await push('stable', 9, { content: 'same' });
    expect((await run('--keep', '1', '--journal', 'journal')).exitCode).toBe(0);
    const moved = await push('stable', 0, { content: 'moved' });
    const restored = await back('journal');
    expect(tagsOf(restored, 'restored')).toEqual(['1.0']);
    expect(tagsOf(restored, 'moved')).toEqual(['stable']);
    expect(digestAt('stable')).toBe(moved);
    const pruned = await run('--keep', '2', '--journal', 'second');
    expect(tagsOf(pruned, 'deleted')).toHaveLength(1);
    quay.timeMachine = 0;
    await quay.collectGarbage(path);
    const putRight = lacksBlobs();
    const lost = await back('second');
    putRight();
    quay.timeMachine = 1_209_600;
    expect([lost.exitCode, tagsOf(lost, 'lost')]).toEqual([3, tagsOf(pruned, 'deleted')]);
    expect(alive()).toHaveLength(2);
  });
});

describe('who asks', () => {
  test('a robot is nobody to the API: what is private goes the way of the registry', async () => {
    const { push, prune: run, restore: back, alive, sent, json, image } = await given(robot);
    await push('2.0', 1, { platforms });
    await push('1.0', 9, { platforms, content: 'old' });
    expect((await json('tags', { image, sort: 'pushed' })).json).toMatchObject({ tags: ['2.0', '1.0'] });
    const pruned = await run('--keep', '1', '--journal', 'journal');
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(alive()).toEqual(['2.0']);
    const byApi = sent().filter(({ path }) => path.startsWith('/api/'));
    expect(new Set(byApi.map(({ status, headers }) => `${status} ${headers.authorization}`))).toEqual(
      new Set(['401 undefined']),
    );
    expect((await back('journal')).json).toMatchObject({ lost: [], restoredCount: 1 });
    expect(alive()).toEqual(['1.0', '2.0']);
  });

  test('what is public is listed without credentials, and a robot deletes in it by the registry', async () => {
    const { path, push, prune: run, json, image, sent } = await given(robot);
    quay.repository(path, { members: ['ada', robot.username] });
    await push('2.0', 1);
    await push('1.0', 9);
    expect(tagsOf(await run('--keep', '1'), 'deleted')).toEqual(['1.0']);
    const deletes = sent().filter(({ method, status }) => method === 'DELETE' && status === 202);
    expect(deletes).toMatchObject([{ path: `/v2/${path}/manifests/1.0` }]);
    const anonymous = { internet, env: {} };
    await push('1.1', 5);
    internet.forget();
    const { json: tags } = await runJson('tags', { image, sort: 'pushed' }, anonymous);
    expect(tags).toMatchObject({ tags: ['2.0', '1.1'] });
    expect(manifestsIn(sent())).toEqual([]);
    expect((await json('tags', { image, sort: 'pushed' })).json).toMatchObject({ tags: ['2.0', '1.1'] });
  });

  test('an expired OAuth token is refused, and not taken for an empty repository', async () => {
    const { push, prune: run, options, image, alive } = await given({ ...oauth, password: 'oauth-expired' });
    await push('2.0', 1);
    await push('1.0', 9);
    const listed = await runCli({ ...options, args: ['tags', image, '--sort', 'pushed'] });
    for (const result of [await run('--keep', '1'), listed]) {
      expect(result.exitCode).toBe(2);
      expect(result.stderr).toContain('OAuth access token could not be validated');
    }
    expect(alive()).toEqual(['1.0', '2.0']);
  });

  test('a token that may only read plans, and is denied the delete', async () => {
    quay.applications.set('oauth-reader', { user: 'ada', scope: 'repo:read' });
    const { push, prune: run, alive } = await given({ ...oauth, password: 'oauth-reader' });
    await push('2.0', 1);
    await push('1.0', 9);
    expect(tagsOf(await run('--keep', '1', '--dry-run'), 'deleted')).toEqual(['1.0']);
    const denied = await run('--keep', '1');
    expect(denied.exitCode).toBe(4);
    expect(denied.stderr).toContain('repo:write');
    expect(alive()).toEqual(['1.0', '2.0']);
  });
});

describe('latest, inspect, backup', () => {
  test('the age of a tag is that of its push, by one request, not that of its config', async () => {
    const { path, push, json, image, lists } = await given();
    for (const tag of ['1.0.0', '1.0.1', '1.0.2']) await push(tag, 400);
    for (const [tag, days] of [
      ['1.0.1', 10],
      ['1.0.2', 1],
    ] as const) {
      const current = quay.history.current(path, tag);
      if (current !== undefined) current.start = new Date(today - days * 86_400_000);
    }
    internet.forget();
    const { json: found } = await json('latest', { image: `${image}:1.0.0`, 'min-age': '7d' });
    expect(found).toMatchObject({ status: 'update', tag: '1.0.1' });
    expect(found.reason).toContain('too young for --min-age: 1.0.2');
    expect(lists().length).toBeLessThanOrEqual(2);
  });

  test('without credentials too, where the repository is public', async () => {
    const { path, push, image } = await given();
    quay.repository(path, { members: ['ada'] });
    for (const tag of ['1.0.0', '1.0.1']) await push(tag, 400);
    const current = quay.history.current(path, '1.0.1');
    if (current !== undefined) current.start = new Date(today);
    const { json: found } = await runJson('latest', { image: `${image}:1.0.0`, 'min-age': '7d' }, { internet });
    expect(found.reason).toContain('too young for --min-age: 1.0.1');
  });

  test('a backup has digests, dates and sizes of the list; inspect looks into an index', async () => {
    const { path, push, options, json, image, sent } = await given();
    const digest = await push('1.0', 9);
    await push('multi', 3, { platforms });
    expect((await json('backup', { image })).exitCode).toBe(0);
    const document = JSON.parse(await readFile(join(options.cwd, 'image-gate-backup.json'), 'utf8'));
    const pushed = new Date(Math.floor((today - 9 * 86_400_000) / 1000) * 1000).toISOString();
    expect(document.repositories).toMatchObject([
      { name: path, tags: [{ name: '1.0', digest, pushed, size: expect.any(Number) }, { name: 'multi' }] },
    ]);
    expect(manifestsIn(sent())).toEqual([]);
    const { json: inspected } = await runJson('inspect', { image: `${image}:multi` }, options);
    expect(inspected).toMatchObject({ platforms });
  });
});

describe('repositories', () => {
  const namespace = 'listed';
  for (let at = 0; at < 105; at += 1) quay.repository(`${namespace}/app-${at}`, { private: true, members: ['ada'] });
  quay.repository(`${namespace}/open`, { members: [] });
  const ask = (inputs: Readonly<Record<string, string>>, { username, password }: Partial<typeof oauth> = {}) => {
    const given = username === undefined ? {} : { username, password: password ?? '' };
    return runCli({
      internet,
      args: ['repositories', ...Object.entries({ ...given, ...inputs }).map(([key, value]) => `--${key}=${value}`)],
    });
  };
  const linesOf = ({ stdout }: { stdout: string }) => stdout.trim().split('\n');

  test.each(hosts)('of a namespace on %s, by the API', async (registry) => {
    const all = await ask({ registry, namespace }, oauth);
    expect(all.exitCode).toBe(0);
    expect(linesOf(all)).toHaveLength(106);
    const open = await ask({ registry, namespace });
    expect([open.exitCode, linesOf(open)]).toEqual([0, [`${namespace}/open`]]);
    expect(linesOf(await ask({ registry, namespace, details: 'true' }, oauth)).join('\n')).toContain('private');
  });

  test.each(hosts)('a robot account and an expired token do not see half of them on %s', async (registry) => {
    const refused = await ask({ registry, namespace }, robot);
    expect([refused.exitCode, refused.stdout]).toEqual([7, '']);
    expect(refused.stderr).toContain("--username '$oauthtoken'");
    const expired = await ask({ registry, namespace }, { ...oauth, password: 'oauth-expired' });
    expect([expired.exitCode, expired.stdout]).toEqual([2, '']);
  });

  test('without a namespace it is needed, and no request to `_catalog` fails for it', async () => {
    expect(await ask({ registry: 'quay.io' }, oauth)).toMatchObject({ exitCode: 64 });
    const own = await ask({ registry: 'quay.example.com' }, oauth);
    expect(own.exitCode).toBe(7);
    expect(own.stderr).toContain('--namespace');
  });
});
