import { execFile } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CliOptions, manyImages, projectRoot, pushImage, type RecordedRequest } from '../../sandbox/index.js';
import { oracle } from '../retention/support/oracle.js';
import { policy } from '../retention/support/repositories.js';
import { thorough } from '../support/thorough.js';
import { change, contentFile, contentFiles, type Parts, unpack } from './support/cache-file.js';
import { prune, reasonsOf, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { pushRecipe, recipes } from './support/random-repository.js';
import { useFolders, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const registry = await useRegistry({ kind: 'memory' });
let count = 0;

/** A repository of its own, and how to prune it with a cache of its own. */
async function given(tags: Readonly<Record<string, string>> = {}) {
  const path = `cached/app-${count++}`;
  const folder = join(await folders.create(), 'cache');
  const cwd = await folders.create();
  for (const [tag, created] of Object.entries(tags)) await pushImage(registry, path, tag, { created });
  const run = (args: readonly string[], options: Partial<CliOptions> = {}) =>
    prune([`${registry.host}/${path}`, '--cache-dir', folder, ...args], { cwd, ...options });
  /** What a run requests, by method and kind: `GET manifests`. */
  const requestsOf = async (work: () => Promise<unknown>) => {
    const before = registry.requests.length;
    await work();
    return countsOf(registry.requests.slice(before).filter((one) => one.path.startsWith(`/v2/${path}/`)));
  };
  const stored = () => {
    const found = registry.contents.get(path);
    if (found === undefined) throw new Error(`${path} is empty`);
    return found;
  };
  return { path, folder, cwd, run, requestsOf, stored, looking: lookingAt(registry.url, path) };
}

function countsOf(requests: readonly RecordedRequest[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, path } of requests) {
    const kind = `${method} ${/\/(tags|manifests|blobs|referrers)\//.exec(path)?.[1]}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const month = (number: number) => `2026-0${number}-01T00:00:00Z`;
const four = { '1.0': month(1), '2.0': month(2), '3.0': month(3), '4.0': month(4) };

describe('requests', () => {
  const tags = thorough ? 2000 : 1010;

  test(`of a second prune of ${tags} tags: at most 1.01 a tag`, async () => {
    const { path, run, requestsOf, folder } = await given();
    registry.adopt(manyImages(path, tags));
    const plan = () => run(['--keep', String(tags - 8), '--dry-run']);
    const first = await plan();
    const requests = await requestsOf(async () => {
      expect((await plan()).json).toEqual(first.json);
    });
    // This registry has referrers, and those of the eight images that go are requested.
    expect(requests).toEqual({ 'GET tags': Math.floor(tags / 1000) + 1, 'HEAD manifests': tags, 'GET referrers': 8 });
    expect(Object.values(requests).reduce((sum, one) => sum + one)).toBeLessThanOrEqual(1.01 * tags);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('what is new is read, and nothing else', async () => {
    const { path, run, requestsOf } = await given(four);
    const plan = () => run(['--keep', '9']);
    expect(await requestsOf(plan)).toEqual({ 'GET tags': 1, 'GET manifests': 4, 'GET blobs': 4 });
    expect(await requestsOf(plan)).toEqual({ 'GET tags': 1, 'HEAD manifests': 4 });
    await pushImage(registry, path, '5.0', { created: month(5), platforms: ['linux/amd64', 'linux/arm64'] });
    expect(await requestsOf(plan)).toEqual({
      'GET tags': 1,
      'HEAD manifests': 5,
      'GET manifests': 2,
      'GET blobs': 1,
    });
    expect(await requestsOf(plan)).toEqual({ 'GET tags': 1, 'HEAD manifests': 5 });
  });

  test('what the deletes rest on is confirmed', async () => {
    const { run, requestsOf } = await given(four);
    await run(['--keep', '9']);
    const requests = await requestsOf(async () => {
      expect(tagsOf(await run(['--keep', '2', '--protect', '^1']), 'deleted')).toEqual(['2.0']);
    });
    // The configs of what is deleted and of the two that count; the manifest that is deleted for the journal.
    expect(requests).toMatchObject({ 'GET blobs': 3, 'GET manifests': 1 });
  });
});

describe('what the registry has lost since', () => {
  test('an image that keep counts: the next one stays for it', async () => {
    const { run, stored, looking } = await given(four);
    await run(['--keep', '9']);
    const digest = (await looking.digestAt('4.0')) ?? '';
    const { config } = JSON.parse(String(stored().manifests.get(digest)?.bytes)) as { config: { digest: string } };
    stored().blobs.delete(config.digest);
    const pruned = await run(['--keep', '2']);
    expect([tagsOf(pruned, 'deleted'), pruned.exitCode]).toEqual([['1.0'], 0]);
    expect(reasonsOf(pruned, 'kept')['4.0']).toContain('is missing: the registry returns 404');
    expect(pruned.stderr).toContain('an image that cannot be used is kept: 4.0');
  });

  test('the child that an index was dated by: the next one dates it', async () => {
    const { path, run, stored, looking } = await given({ '1.0': month(3), '2.0': month(4) });
    const child = async (created: string) => {
      const { digest, mediaType, size } = await pushImage(registry, path, 'child', { created, content: created });
      return { digest, mediaType, size };
    };
    const [old, young] = [await child(month(1)), await child(month(5))];
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    await fetch(`${registry.url}/v2/${path}/manifests/index`, {
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: JSON.stringify({ schemaVersion: 2, mediaType, manifests: [old, young] }),
    });
    stored().tags.delete('child');
    await run(['--keep', '9']);
    stored().manifests.delete(old.digest);
    expect(await looking.digestAt('index')).toBeDefined();
    expect(tagsOf(await run(['--keep', '2']), 'deleted')).toEqual(['1.0']);
  });

  test('all that would stay: the plan is refused', async () => {
    const { run, stored, looking } = await given({ '1.0': month(1), '2.0': '2999-01-01T00:00:00Z' });
    await run(['--keep', '9']);
    const digest = (await looking.digestAt('2.0')) ?? '';
    const { config } = JSON.parse(String(stored().manifests.get(digest)?.bytes)) as { config: { digest: string } };
    stored().blobs.delete(config.digest);
    const pruned = await run(['--older-than', '1d']);
    expect([pruned.exitCode, tagsOf(pruned, 'deleted')]).toEqual([1, []]);
    expect(pruned.stderr).toContain('all images would be deleted');
  });
});

describe('what the registry has lost of an image that expires by its label', () => {
  const labels = { 'quay.expires-after': '1d' };
  const rule = ['--expires-label', 'true'];

  test.each([
    ['a config of its index', ['linux/amd64', 'linux/arm64']],
    ['its config', ['linux/amd64']],
  ])('%s: it stays', async (_what, platforms) => {
    const { path, run, stored } = await given({ '1.0': month(1) });
    const { manifests } = await pushImage(registry, path, '2.0', { created: month(2), labels, platforms });
    expect(tagsOf(await run([...rule, '--dry-run']), 'deleted')).toEqual(['2.0']);
    const last = manifests.at(-1)?.digest ?? '';
    const { config } = JSON.parse(String(stored().manifests.get(last)?.bytes)) as { config: { digest: string } };
    stored().blobs.delete(config.digest);
    const pruned = await run(rule);
    expect([pruned.exitCode, tagsOf(pruned, 'deleted'), tagsOf(pruned, 'kept')]).toEqual([0, [], ['1.0', '2.0']]);
    expect(reasonsOf(pruned, 'kept')['2.0']).toContain(`config ${config.digest}`);
  });
});

/** What happens to a file of contents between two runs, and what the second one warns of. */
const attacks: readonly (readonly [string, (file: string, other: string) => Promise<void>, RegExp | undefined])[] = [
  ['it is deleted', (file) => rm(file), undefined],
  ['it is truncated', async (file) => writeFile(file, (await readFile(file)).subarray(0, -20)), /cannot be read/],
  ['its contents are cut', (file) => change(file, (parts) => [...parts.slice(0, -1), Buffer.alloc(0)]), undefined],
  ['a byte is another', (file) => editBytes(file), /cannot be read/],
  ['it is of another repository', (file, other) => copyFile(other, file), /is damaged/],
  [
    'it is of another version',
    (file) => change(file, ([, ...parts]) => [Buffer.from('{"version":2}'), ...parts]),
    /is damaged/,
  ],
  ['it is empty', (file) => writeFile(file, ''), /cannot be read|is damaged/],
  ['it is no gzip', (file) => writeFile(file, 'contents'), /cannot be read/],
  [
    'a length leads out of it',
    (file) => writeFile(file, gzipSync(Buffer.from([255, 255, 255, 255]))),
    /it is truncated/,
  ],
  ['it has a million contents', (file) => change(file, (parts) => million(parts)), /more than 50000 contents/],
  ['it grows without end', (file) => writeFile(file, bomb()), /cannot be read/],
  [
    'it is a link',
    async (file, other) => {
      await rm(file);
      await symlink(other, file);
    },
    /it is not a regular file/,
  ],
  [
    'it is another name of a file',
    async (file, other) => {
      await rm(file);
      await link(other, file);
    },
    /is damaged/,
  ],
  ['all dates in it are old', (file) => change(file, forged(old)), undefined],
  ['all dates in it are young', (file) => change(file, forged(young)), undefined],
  ['its indexes list nothing', (file) => change(file, forged(childless)), undefined],
  ['its subjects are others', (file) => change(file, forged(unrelated)), undefined],
  ['its sizes and platforms are others', (file) => change(file, forged(resized)), undefined],
  [
    'its contents are swapped',
    (file) => change(file, ([header, ...parts]) => [header ?? none, ...parts.reverse()]),
    undefined,
  ],
  [
    'it has what the registry never had',
    (file) => change(file, (parts) => [...parts, ...forged(young)(parts)]),
    undefined,
  ],
];

const none = Buffer.alloc(0);
const million = ([header]: Parts) => [header ?? none, ...Array.from({ length: 1_000_000 }, () => none)];
const bomb = () => gzipSync(Buffer.alloc(130 * 1024 * 1024));

async function editBytes(file: string): Promise<void> {
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 255;
  await writeFile(file, bytes);
}

type Json = Record<string, unknown>;

function forged(edit: (value: Json) => Json): (parts: Parts) => Parts {
  return ([header, ...parts]) => [
    header ?? none,
    ...parts.map((part) => Buffer.from(JSON.stringify(edit(JSON.parse(String(part)))))),
  ];
}

const old = (value: Json) => ({ ...value, created: '2014-01-01T00:00:00Z' });
const young = (value: Json) => ({ ...value, created: new Date().toISOString() });
const childless = (value: Json) => ('manifests' in value ? { ...value, manifests: [] } : value);
const unrelated = (value: Json) =>
  'schemaVersion' in value
    ? { ...value, subject: { mediaType: 'x', digest: `sha256:${'0'.repeat(64)}`, size: 1 } }
    : value;
const resized = (value: Json) => ({ ...value, layers: [], os: 'plan9', architecture: 'mips' });

describe('the file', () => {
  const cases = attacks.map(([what, attack, warning], at) => {
    return { what, attack, warning, path: `attacked/app-${String(at).padStart(2, '0')}` };
  });
  /** What each of the runs before, after and after that says of a repository. */
  const said = new Map<string, readonly { readonly json: unknown; readonly warnings: readonly string[] }[]>();

  beforeAll(async () => {
    const folder = await folders.create();
    const spare = 'attacked/spare';
    const paths = [...cases.map(({ path }) => path), spare];
    await Promise.all(
      paths.map(async (path) => {
        for (const [tag, created] of Object.entries(four)) await pushImage(registry, path, tag, { created });
        await pushImage(registry, path, 'multi', { created: month(5), platforms: ['linux/amd64', 'linux/arm64'] });
      }),
    );
    const images = paths.flatMap((path) => ['--image', `${registry.host}/${path}`]);
    const plan = async () => {
      const args = [...images, '--cache-dir', folder, '--keep', '2', '--dry-run'];
      const { json, exitCode, stderr } = await prune(args, { timeoutMs: 100_000 });
      expect(exitCode).toBe(0);
      for (const { path } of cases) {
        const about = (key: string) => (json[key] as { image: string }[]).filter(({ image }) => image.includes(path));
        const warnings = stderr.split('\n').filter((line) => line.includes(`_${path.replace('/', '_')}-`));
        said.set(path, [
          ...(said.get(path) ?? []),
          { json: { deleted: about('deleted'), kept: about('kept'), blocked: about('blocked') }, warnings },
        ]);
      }
    };
    await plan();
    for (const { attack, path } of cases)
      await attack(await contentFile(folder, path), await contentFile(folder, spare));
    await plan();
    await plan();
  }, 120_000);

  test.each(cases)('$what: the plan is the same', ({ path, warning }) => {
    const [before, after, again] = said.get(path) ?? [];
    expect(before).toMatchObject({ json: { deleted: { length: 3 }, kept: { length: 2 } }, warnings: [] });
    expect([after?.json, again?.json]).toEqual([before?.json, before?.json]);
    expect(after?.warnings).toEqual(warning === undefined ? [] : [expect.stringMatching(warning)]);
    // What could not be used has been replaced.
    expect(again?.warnings).toEqual([]);
  });

  test('has the contents of its repository and nothing of tags, and only its owner reads it', async () => {
    const { path, folder, run, stored } = await given(four);
    await run(['--keep', '9']);
    const file = await contentFile(folder, path);
    const [header, ...parts] = unpack(await readFile(file));
    expect(JSON.parse(String(header))).toEqual({ version: 1, name: `${registry.host}/${path}` });
    const { manifests, blobs } = stored();
    const configs = [...blobs.values()].filter((blob) => blob[0] === 0x7b);
    const expected = [...[...manifests.values()].map(({ bytes }) => bytes), ...configs];
    expect(parts.map(String).sort()).toEqual(expected.map(String).sort());
    const { stdout } = await promisify(execFile)('stat', ['-c', '%a', file]);
    expect(stdout.trim()).toBe('600');
  });

  test('is written where the reading fails half-way, too', async () => {
    const { path, folder, run, stored } = await given(four);
    const digest = stored().tags.get('4.0') ?? '';
    const whole = stored().manifests.get(digest);
    if (whole !== undefined) stored().manifests.set(digest, { ...whole, bytes: Buffer.from('{') });
    expect((await run(['--keep', '2'])).exitCode).toBe(5);
    expect(unpack(await readFile(await contentFile(folder, path))).length).toBeGreaterThan(1);
  });
});

describe('random repositories, pruned by a cache that was changed', () => {
  const rules = [
    { flags: ['--keep', '1', '--group-by', '^(\\w+)-'], rule: policy({ keep: 1, groupBy: /^(\w+)-/u }) },
    { flags: ['--keep', '0', '--older-than', '1d'], rule: policy({ keep: 0, olderThan: 86_400_000 }) },
  ];

  test.each(rules.map(({ flags, rule }, at) => ({ name: flags.join(' '), flags, rule, at })))(
    '$name: what is left is what the oracle leaves',
    async ({ flags, rule, at }) => {
      const seed = Number(process.env.RANDOM_SEED ?? fc.readConfigureGlobal()?.seed ?? Date.now()) + at;
      // Each attack under one of the rules, and under both where the test is thorough.
      const chosen = attacks.filter((_, number) => thorough || number % rules.length === at);
      const folder = await folders.create();
      const cwd = await folders.create();
      const repositories = await Promise.all(
        fc.sample(recipes, { numRuns: chosen.length, seed }).map(async (recipe, number) => {
          const path = `random-cached/run-${at}-${number}`;
          return { path, stock: await pushRecipe(registry.url, path, recipe) };
        }),
      );
      const images = repositories.flatMap(({ path }) => ['--image', `${registry.host}/${path}`]);
      const run = (args: readonly string[]) =>
        prune([...images, '--cache-dir', folder, ...args], { cwd, timeoutMs: 100_000 });
      await run(['--keep', '99']);
      // A tag on a fallback index is not read where no image is: those have no file.
      const files = await contentFiles(folder);
      expect([seed, files.length]).toEqual([seed, repositories.length]);
      for (const [number, { path }] of repositories.entries()) {
        const [, attack] = chosen[number] ?? [];
        const next = repositories[(number + 1) % repositories.length]?.path ?? '';
        await attack?.(await contentFile(folder, path), await contentFile(folder, next).catch(() => files[0] ?? ''));
      }
      const pruned = await run(flags);
      expect([seed, pruned.exitCode, pruned.json]).toMatchObject([seed, 0, { failed: [], unread: [] }]);
      for (const { path, stock } of repositories) {
        const gone = oracle({ images: stock.images, graph: stock.graph }, rule, new Date());
        const left = stock.images.filter(({ digest }) => !gone.has(digest)).flatMap((image) => image.tags);
        const tags = [...(await lookingAt(registry.url, path).tags()).keys()];
        expect([seed, path, tags.sort()]).toEqual([seed, path, left.sort()]);
      }
    },
    120_000,
  );
});

describe('the folder', () => {
  test('a run that is killed while it writes leaves a whole file or none', async () => {
    const images = thorough ? 1000 : 300;
    const { path, folder, run } = await given();
    registry.adopt(manyImages(path, images));
    await mkdir(folder);
    const plan = ['--keep', '9', '--dry-run'];
    const written = new Promise<void>((resolve) => {
      const watcher = watch(folder, () => {
        watcher.close();
        resolve();
      });
    });
    await run(plan, { signalWhen: { happened: written, signal: 'SIGKILL' } });
    expect((await readdir(folder)).filter((name) => !name.endsWith('.gz') && !name.endsWith('.tmp'))).toEqual([]);
    const { exitCode, json, stderr } = await run(plan);
    expect([exitCode, json.keptCount, stderr]).toEqual([0, 9, expect.not.stringContaining('contents-')]);
    expect(unpack(await readFile(await contentFile(folder, path)))).toHaveLength(2 * images + 1);
  });

  test('a disk that is full is a warning', async () => {
    const { path, folder, cwd } = await given();
    registry.adopt(manyImages(path, 100));
    const bundle = join(projectRoot(), 'dist', 'index.js');
    const command = `ulimit -f 1; exec "${process.execPath}" "${bundle}" prune ${registry.host}/${path} --keep 50 --dry-run --cache-dir "${folder}"`;
    const { stderr } = await promisify(execFile)('sh', ['-c', command], { cwd, env: { HOME: cwd } });
    expect(stderr).toMatch(/Warning: .*contents-.* cannot be written: EFBIG/);
    expect(await readdir(folder)).toEqual([]);
  });

  (existsSync('/proc/version') ? test : test.skip)('one that nobody can write to is a warning', async () => {
    const { path, cwd } = await given(four);
    const pruned = await prune([`${registry.host}/${path}`, '--keep', '2', '--cache-dir', '/proc'], { cwd });
    expect([pruned.exitCode, tagsOf(pruned, 'deleted')]).toEqual([0, ['1.0', '2.0']]);
    expect(pruned.stderr).toMatch(/\/proc\/contents-.* cannot be written/);
  });

  test('one that cannot be made is wrong usage, and nothing is requested', async () => {
    const { folder, run, requestsOf } = await given(four);
    await writeFile(folder, 'a file');
    const requests = await requestsOf(async () => {
      const { exitCode, json } = await run(['--keep', '2']);
      expect([exitCode, json.error]).toEqual([64, expect.stringContaining('cannot be used')]);
    });
    expect(requests).toEqual({});
  });

  test('runs that share it at the same time: each plans right, and the file is whole', async () => {
    const { path, folder, run } = await given();
    registry.adopt(manyImages(path, 100));
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(['--keep', '30', '--dry-run'])));
    for (const { exitCode, json, stderr } of runs) {
      expect([exitCode, json.deletedCount, stderr]).toEqual([0, 70, expect.not.stringContaining('contents-')]);
    }
    expect(await readdir(folder)).toHaveLength(1);
    expect(unpack(await readFile(await contentFile(folder, path)))).toHaveLength(201);
  });
});
