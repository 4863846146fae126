import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type Contents, openContents } from '../../../../src/commands/shared/cache/contents.js';
import { openCacheFolder } from '../../../../src/commands/shared/cache/folder.js';
import { digestOf } from '../../../../src/images/digest.js';
import { parseRegistry } from '../../../../src/images/name.js';
import { contentFiles } from '../../../e2e/support/cache-file.js';
import { createFolders } from '../../../e2e/support/files.js';
import { recordedLog } from '../../../support/logs.js';

const folders = createFolders();
afterAll(() => folders.remove());
const name = { registry: parseRegistry('registry.example.com'), path: 'acme/app' };

/** How to open the contents of one repository, again and again. */
async function given() {
  const path = join(await folders.create(), 'cache');
  const folder = await openCacheFolder(path, { log: recordedLog() });
  if (folder === undefined) throw new Error('no folder');
  return { path, open: () => openContents(folder, name) };
}

const content = (number: number, size = 0) => Buffer.from(`${number}${' '.repeat(size)}`);
const has = (contents: Contents, number: number, size = 0) =>
  contents.find(digestOf(content(number, size))) !== undefined;

test('the contents used last are kept, 50,000 at most', async () => {
  const { open } = await given();
  const first = await open();
  for (let at = 0; at < 50_000; at += 1) first.add(content(at));
  await first.save();
  const second = await open();
  expect([second.isWarm, has(second, 0), has(second, 1)]).toEqual([true, true, true]);
  second.add(content(50_000));
  second.add(content(50_001));
  await second.save();
  const third = await open();
  expect([0, 1, 2, 3, 4, 49_999, 50_000, 50_001].filter((number) => has(third, number))).toEqual([
    0, 1, 4, 49_999, 50_000, 50_001,
  ]);
});

test('at most 128 MiB are kept', async () => {
  const { open } = await given();
  const size = 3 * 1024 * 1024;
  const first = await open();
  for (let at = 0; at < 45; at += 1) first.add(content(at, size));
  await first.save();
  const second = await open();
  const kept = Array.from({ length: 45 }, (_, at) => at).filter((at) => has(second, at, size));
  expect(kept).toEqual(Array.from({ length: 42 }, (_, at) => at + 3));
});

test('content that is larger than any manifest is not kept', async () => {
  const { path, open } = await given();
  const contents = await open();
  contents.add(Buffer.alloc(4 * 1024 * 1024 + 1));
  await contents.save();
  expect(await contentFiles(path)).toEqual([]);
});

test('where nothing is new, nothing is written', async () => {
  const { path, open } = await given();
  const first = await open();
  first.add(content(1));
  await first.save();
  const [file = ''] = await contentFiles(path);
  const { ino } = await stat(file);
  const second = await open();
  expect(has(second, 1)).toBe(true);
  await second.save();
  expect((await stat(file)).ino).toBe(ino);
});

test.each(['../../../etc/passwd', 'a/../b', '.', 'registry.example.com/\u0000/x', 'x'.repeat(5000)])(
  'the file of %j is in the folder',
  async (odd) => {
    const { path } = await given();
    const folder = await openCacheFolder(path, { log: recordedLog() });
    if (folder === undefined) throw new Error('no folder');
    const contents = await openContents(folder, { ...name, path: odd });
    contents.add(content(1));
    await contents.save();
    expect(await contentFiles(path)).toHaveLength(1);
  },
);
