import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../sandbox/index.js';
import { runJson } from './support/listing.js';
import { useFolders, useInternet } from './support/surroundings.js';

const folders = useFolders();
let registries = 0;

/** What each host answers now: its tags, or a status. */
const states = new Map<string, readonly string[] | number>();

const changing: Host = async ({ url, host, method }) => {
  const state = states.get(host) ?? [];
  // Nobody waits so long: the first such answer is the last.
  if (typeof state === 'number') return { status: state, headers: state < 429 ? {} : { 'retry-after': '9999' } };
  if (url.pathname.endsWith('/tags/list')) return { status: 200, body: JSON.stringify({ name: 'app', tags: state }) };
  if (method !== 'HEAD') return { status: 404 };
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const digest = `sha256:${'ab'.repeat(32)}`;
  return { status: 200, headers: { 'content-type': type, 'docker-content-digest': digest } };
};

const hosts = Array.from({ length: 40 }, (_, at) => [`r${at}.example.com`, changing]);
const internet = await useInternet({ hosts: Object.fromEntries(hosts) });

/** A registry and a cache of its own, and how to ask for its image. */
async function setUp() {
  const host = `r${registries++}.example.com`;
  const folder = join(await folders.create(), 'cache');
  states.set(host, ['1.0.0', '1.0.1']);
  const ask = (more: Record<string, string> = {}, options = {}) =>
    runJson('latest', { image: `${host}/acme/app:1.0.0`, 'cache-dir': folder, ...more }, { internet, ...options });
  const requests = () =>
    internet.requests.filter((request) => request.host === host).map(({ path }) => path.split('/').at(-1));
  const file = async () => join(folder, (await readdir(folder)).find((name) => name.startsWith('tags-')) ?? '');
  const change = async (edit: (kept: Record<string, unknown>) => unknown) =>
    writeFile(await file(), JSON.stringify(edit(JSON.parse(await readFile(await file(), 'utf8')))));
  const age = (milliseconds: number) =>
    change((kept) => ({ ...kept, fetched: new Date(Date.now() - milliseconds).toISOString() }));
  return { host, folder, ask, requests, file, change, age };
}

const hour = 3_600_000;
const list = 'list?n=1000';

describe('fresh', () => {
  test.concurrent('a second question within cache-ttl costs no list', async () => {
    const { host, ask, requests, folder, file } = await setUp();
    expect((await ask()).json).toMatchObject({ tag: '1.0.1', status: 'update' });
    states.set(host, ['1.0.0', '1.0.1', '1.0.2']);
    const second = await ask();
    expect([second.json.tag, second.json.stale, second.stderr]).toEqual(['1.0.1', undefined, '']);
    expect(requests()).toEqual([list, '1.0.1', '1.0.1']);
    expect(JSON.parse(await readFile(await file(), 'utf8'))).toEqual({
      version: 1,
      name: `${host}/acme/app`,
      fetched: expect.any(String),
      tags: ['1.0.0', '1.0.1'],
    });
    expect(await readdir(folder)).toEqual([
      expect.stringMatching(/^tags-r\d+\.example\.com_acme_app-[0-9a-f]{16}\.json$/),
    ]);
  });

  test.concurrent('after cache-ttl the list is read again, and replaced: a tag that is gone does not stay', async () => {
    const { host, ask, age, requests, file } = await setUp();
    await ask();
    await age(hour);
    states.set(host, ['1.0.0', '1.0.2']);
    expect((await ask()).json).toMatchObject({ tag: '1.0.2', candidates: 1 });
    expect(JSON.parse(await readFile(await file(), 'utf8')).tags).toEqual(['1.0.0', '1.0.2']);
    expect((await ask({ 'cache-ttl': '2h' })).json.tag).toBe('1.0.2');
    expect(requests().filter((path) => path === list)).toHaveLength(2);
    await ask({ 'cache-ttl': '0s' });
    expect(requests().filter((path) => path === list)).toHaveLength(3);
  });

  test.concurrent('what one account has seen does not answer another', async () => {
    const { host, ask, requests, folder } = await setUp();
    await ask();
    await ask({ registry: host, username: 'ada', password: 'secret-of-ada' });
    expect(requests().filter((path) => path === list)).toHaveLength(2);
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(`${names} ${texts}`).not.toContain('ada');
  });
});

describe('stale', () => {
  test.concurrent.each([429, 500, 503])('%d: the old answer, marked, exit code 0', async (status) => {
    const { host, ask, age, requests } = await setUp();
    await ask();
    await age(2 * hour);
    states.set(host, status);
    const { exitCode, json, stderr } = await ask();
    expect([exitCode, json.tag, json.status]).toEqual([0, '1.0.1', 'update']);
    expect(Date.now() - new Date(String(json.stale)).getTime()).toBeGreaterThan(2 * hour - 1000);
    expect(json.digest).toBeUndefined();
    expect(stderr).toContain(`The tags of ${host}/acme/app are as they were 2 h ago: GET https://${host}`);
    expect(requests()).toEqual([list, '1.0.1', list]);
  });

  test('nobody there: the old answer too; without a cache exit code 6', async () => {
    const { ask, age, host, change } = await setUp();
    await ask();
    await age(2 * hour);
    const down = internet.inject({ host, answer: 'reset' });
    const { exitCode, json } = await ask();
    expect([exitCode, json.tag, typeof json.stale]).toEqual([0, '1.0.1', 'string']);
    await change((kept) => ({ ...kept, tags: ['1.0.0'] }));
    expect((await ask()).json).toMatchObject({ status: 'up-to-date', stale: expect.any(String) });
    const without = await ask({ 'cache-dir': '' });
    expect([without.exitCode, without.json.status]).toEqual([6, 'unknown']);
    down();
  });

  test.concurrent('not after 7 days', async () => {
    const { host, ask, age } = await setUp();
    await ask();
    await age(8 * 24 * hour);
    states.set(host, 503);
    const { exitCode, json } = await ask();
    expect([exitCode, json.status]).toEqual([5, 'unknown']);
  });

  test.concurrent.each([
    [404, 3, 'not-found'],
    [403, 4, 'unknown'],
  ])('not for %d, which is an answer', async (status, code, word) => {
    const { host, ask, age } = await setUp();
    await ask();
    await age(hour);
    states.set(host, status);
    const { exitCode, json } = await runJson(
      'latest',
      { image: `${host}/acme/app:1.0.0`, 'cache-dir': '' },
      { internet },
    );
    expect([exitCode, json.status]).toEqual([code, word]);
    expect(await ask()).toMatchObject({ exitCode: code });
  });

  test.concurrent('not for a server that nobody vouches for', async () => {
    const { ask, age } = await setUp();
    await ask();
    await age(hour);
    const { exitCode, json } = await ask({}, { env: { NODE_EXTRA_CA_CERTS: '' } });
    expect([exitCode, json.status, json.error]).toEqual([6, 'unknown', expect.stringContaining('is not trusted')]);
  });

  test.concurrent('digests never come from an old list: where one is needed it is not known', async () => {
    const { host, ask, age } = await setUp();
    await ask();
    await age(hour);
    states.set(host, 503);
    const image = `${host}/acme/app:1.0.0@sha256:${'cd'.repeat(32)}`;
    for (const more of [{ image }, { 'min-age': '1d' }, { platform: 'linux/amd64' }]) {
      const { exitCode, json } = await ask(more as Record<string, string>);
      expect([exitCode, json.status]).toEqual([5, 'unknown']);
    }
  });
});

describe('the folder', () => {
  test.concurrent.each<[string, string]>([
    ['no JSON', '{"version":1,'],
    ['a list of another kind', '{"version":1,"name":"x","fetched":"2026-01-01T00:00:00Z","tags":["1.0.9"]}'],
    ['nothing', ''],
    ['an array', '[]'],
  ])('a broken file (%s) is not used, with a warning, and replaced', async (_name, text) => {
    const { ask, file } = await setUp();
    await ask();
    await writeFile(await file(), text);
    const { exitCode, json, stderr } = await ask();
    expect([exitCode, json.tag]).toEqual([0, '1.0.1']);
    expect(stderr).toMatch(/Warning: .*tags-.*is not used/);
    expect(JSON.parse(await readFile(await file(), 'utf8')).tags).toEqual(['1.0.0', '1.0.1']);
  });

  test.concurrent.each<[string, Record<string, unknown>]>([
    ['tags that are none', { tags: ['1.0.0', '../up'] }],
    ['a date that is to come', { fetched: '2999-01-01T00:00:00Z' }],
    ['no date', { fetched: 'yesterday' }],
    ['another form', { version: 2 }],
  ])('%s: not used, with a warning', async (_name, wrong) => {
    const { ask, change, requests } = await setUp();
    await ask();
    await change((kept) => ({ ...kept, ...wrong }));
    const { json, stderr } = await ask();
    expect([json.tag, stderr]).toEqual(['1.0.1', expect.stringContaining('is damaged')]);
    expect(requests().filter((path) => path === list)).toHaveLength(2);
  });

  test.concurrent('a link in it is not followed: neither read, nor what it leads to written over', async () => {
    const { ask, folder, file } = await setUp();
    await ask();
    const kept = await file();
    const other = join(folder, 'precious');
    await rename(kept, other);
    const before = await readFile(other, 'utf8');
    await symlink(other, kept);
    const { exitCode, json, stderr } = await ask();
    expect([exitCode, json.tag, stderr]).toEqual([0, '1.0.1', expect.stringContaining('it is not a regular file')]);
    expect((await lstat(kept)).isFile()).toBe(true);
    expect(await readFile(other, 'utf8')).toBe(before);
  });

  test.concurrent('a pipe in it is not waited for', async () => {
    const { ask, file } = await setUp();
    await ask();
    const kept = await file();
    await rm(kept);
    execFileSync('mkfifo', [kept]);
    const { exitCode, stderr } = await ask({ timeout: '20s' });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('it is not a regular file')]);
  });

  test.concurrent('a mountain in it is not read', async () => {
    const { ask, file } = await setUp();
    await ask();
    await truncate(await file(), 17 * 1024 * 1024);
    const { exitCode, stderr } = await ask();
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('at most 16777216 are read')]);
  });

  test.concurrent('eight steps side by side share it, and none reads half a file', async () => {
    const { host, ask, folder, file } = await setUp();
    const many = Array.from({ length: 20_000 }, (_, at) => `1.0.${at}`);
    states.set(host, many);
    const runs = await Promise.all(
      Array.from({ length: 8 }, (_, at) => ask(at % 2 === 0 ? { 'cache-ttl': '0s' } : {})),
    );
    for (const { exitCode, json, stderr } of runs) {
      // On a busy machine a run may take long enough to report its progress.
      const words = stderr.replace(/^.* images looked up\n/gm, '');
      expect([exitCode, json.tag, words]).toEqual([0, '1.0.19999', '']);
    }
    expect(await readdir(folder)).toHaveLength(1);
    expect(JSON.parse(await readFile(await file(), 'utf8')).tags).toHaveLength(many.length);
  });

  test.concurrent('a folder that cannot be one is wrong usage, and nothing is asked', async () => {
    const { folder, ask, requests } = await setUp();
    await writeFile(folder, 'a file');
    const { exitCode, json } = await ask();
    expect([exitCode, json.error]).toEqual([64, expect.stringContaining('cannot be used')]);
    expect(requests()).toEqual([]);
  });

  test.concurrent('what cannot be written is a warning', async () => {
    const { folder, ask, file } = await setUp();
    await ask();
    const path = await file();
    const blocked = join(folder, 'blocked');
    await mkdir(blocked);
    await mkdir(join(blocked, path.split('/').at(-1) ?? ''));
    const { exitCode, json, stderr } = await ask({ 'cache-dir': blocked });
    expect([exitCode, json.tag]).toEqual([0, '1.0.1']);
    expect(stderr).toContain('cannot be written');
  });
});

test.concurrent('the time of the file says nothing: what is in it does', async () => {
  const { ask, file, requests } = await setUp();
  await ask();
  await utimes(await file(), 0, 0);
  await ask();
  expect(requests().filter((path) => path === list)).toHaveLength(1);
});
