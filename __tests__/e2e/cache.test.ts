import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pushImage } from '../../sandbox/index.js';
import { runJson } from './support/listing.js';
import { lookingAt } from './support/pulling.js';
import { useFolders, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const registry = await useRegistry({ kind: 'memory' });
let count = 0;

/** A repository with an index, an image on two tags and one image more, and a cache of its own. */
async function given() {
  const path = `cached/read-${count++}`;
  const folder = join(await folders.create(), 'cache');
  const created = '2026-01-01T00:00:00Z';
  await pushImage(registry, path, '1.0.0', { platforms: ['linux/amd64', 'linux/arm64'], created });
  for (const tag of ['1.0.1', '1.0']) await pushImage(registry, path, tag, { content: path, created });
  await pushImage(registry, path, '1.0.2', { created });
  /** Runs a command with the cache. @returns what it prints, and its requests */
  async function ask(command: string, inputs: Readonly<Record<string, string>>) {
    const before = registry.requests.length;
    const { json, exitCode, stderr } = await runJson(command, { 'cache-dir': folder, ...inputs });
    const requests = registry.requests.slice(before).map(({ method, path: at }) => `${method} ${at.split('/').at(-2)}`);
    return { json, exitCode, stderr, requests: requests.sort() };
  }
  const kinds = async () => (await readdir(folder)).map((name) => name.split('-')[0]).sort();
  return { path, image: `${registry.host}/${path}`, ask, kinds, looking: lookingAt(registry.url, path) };
}

const times = (number: number, request: string) => Array.from({ length: number }, () => request);

test('tags: the details of a second list cost one HEAD a tag', async () => {
  const { image, ask, kinds } = await given();
  const list = () => ask('tags', { image, details: 'true' });
  const first = await list();
  expect(first.exitCode).toBe(0);
  expect(first.requests).toHaveLength(1 + 4 + 2 + 4);
  const second = await list();
  expect(second.json).toEqual(first.json);
  expect(second.requests).toEqual(['GET tags', ...times(4, 'HEAD manifests')]);
  expect(await kinds()).toEqual(['contents']);
});

test('tags: what prune has read is shared, and the other way round', async () => {
  const { image, ask } = await given();
  await ask('prune', { image, keep: '9', 'dry-run': 'true' });
  const { requests } = await ask('tags', { image, details: 'true' });
  // The second platform of the index, which a date does not need.
  expect(requests).toEqual(['GET blobs', 'GET manifests', 'GET tags', ...times(4, 'HEAD manifests')]);
  const pruned = await ask('prune', { image, keep: '9', 'dry-run': 'true' });
  expect(pruned.requests).toEqual(['GET tags', ...times(4, 'HEAD manifests')]);
});

describe('inspect', () => {
  test.each(['tag', 'digest'])('by %s, a second time: one HEAD', async (by) => {
    const { image, ask, looking } = await given();
    const name = by === 'tag' ? `${image}:1.0.0` : `${image}@${await looking.digestAt('1.0.0')}`;
    const first = await ask('inspect', { image: name });
    expect(first.requests).toEqual([...times(2, 'GET blobs'), ...times(3, 'GET manifests')]);
    const second = await ask('inspect', { image: name });
    expect([second.json, second.exitCode]).toEqual([first.json, 0]);
    expect(second.requests).toEqual(['HEAD manifests']);
  });

  test.each(['tag', 'digest'])('by %s: what is deleted is not found, whatever is cached', async (by) => {
    const { path, image, ask, looking } = await given();
    const digest = (await looking.digestAt('1.0.2')) ?? '';
    const name = by === 'tag' ? `${image}:1.0.2` : `${image}@${digest}`;
    await ask('inspect', { image: name });
    await fetch(`${registry.url}/v2/${path}/manifests/${digest}`, { method: 'DELETE' });
    const { exitCode, requests } = await ask('inspect', { image: name });
    expect([exitCode, requests]).toEqual([3, ['HEAD manifests']]);
  });

  test('of several images in one repository, all are kept', async () => {
    const { image, ask } = await given();
    const names = ['1.0.0', '1.0.1', '1.0.2'].map((tag) => `${image}:${tag}`).join(',');
    const first = await ask('inspect', { image: names });
    const second = await ask('inspect', { image: names });
    expect(second.json).toEqual(first.json);
    expect(second.requests).toEqual(times(3, 'HEAD manifests'));
  });
});

test('latest: the dates of a second look are cached, beside the list of tags', async () => {
  const { image, ask, kinds } = await given();
  const look = () => ask('latest', { image: `${image}:1.0.0`, 'min-age': '1d', 'cache-ttl': '0s' });
  const first = await look();
  expect(first.json).toMatchObject({ tag: '1.0.2', created: '2026-01-01T00:00:00.000Z' });
  expect(first.requests.filter((one) => one === 'GET blobs')).toHaveLength(1);
  const second = await look();
  expect(second.json).toEqual(first.json);
  expect(second.requests.filter((one) => one !== 'HEAD manifests')).toEqual(['GET tags']);
  expect(await kinds()).toEqual(['contents', 'tags']);
});

describe('backup', () => {
  const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')).repositories;

  test('with details: what the images say, and a second time one HEAD a tag', async () => {
    const { image, ask } = await given();
    const file = join(await folders.create(), 'backup.json');
    const first = await ask('backup', { image, file, details: 'true' });
    expect(first.exitCode).toBe(0);
    // Three images, one of them on two tags, and the index of two platforms.
    expect(first.requests).toEqual([...times(4, 'GET blobs'), ...times(6, 'GET manifests'), 'GET tags']);
    const repositories = await read(file);
    expect(repositories[0].tags.find(({ name }: { name: string }) => name === '1.0.0')).toEqual({
      name: '1.0.0',
      digest: expect.stringMatching(/^sha256:/),
      mediaType: 'application/vnd.oci.image.index.v1+json',
      size: expect.any(Number),
      created: '2026-01-01T00:00:00.000Z',
      platforms: ['linux/amd64', 'linux/arm64'],
    });
    const second = await ask('backup', { image, file, details: 'true' });
    expect(second.requests).toEqual(['GET tags', ...times(4, 'HEAD manifests')]);
    expect(await read(file)).toEqual(repositories);
  });

  test('without details there is nothing to keep: wrong usage, and nothing is requested', async () => {
    const { image, ask } = await given();
    const { exitCode, json, requests } = await ask('backup', { image });
    expect([exitCode, json.error, requests]).toEqual([64, expect.stringContaining('details is not'), []]);
  });
});
