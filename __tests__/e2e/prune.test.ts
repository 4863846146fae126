import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type ImageSpec,
  projectRoot,
  pushImage,
  type RunningRegistry,
  runAction,
  runCli,
} from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { ociManifest } from '../support/manifests.js';
import { changes } from './support/delete.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { registryKinds, useFolders, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const running = new Map<string, RunningRegistry>();
let count = 0;

for (const kind of registryKinds) running.set(kind, await useRegistry({ kind }));
for (const kind of registryKinds) running.set(`${kind} disabled`, await useRegistry({ kind, deletes: false }));

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A repository of its own in a registry of that kind, and a working directory. */
async function given(kind: string) {
  const registry = running.get(kind);
  if (registry === undefined) throw new Error(`there is no ${kind} registry`);
  count += 1;
  const path = `acme/pruned-${count}`;
  const cwd = await folders.create();
  return {
    registry,
    path,
    name: `${registry.host}/${path}`,
    cwd,
    looking: lookingAt(registry.url, path),
    push: (tag: string, spec: ImageSpec = {}) => pushImage(registry, path, tag, spec),
    /** `1.0` is the oldest, each further one a day younger. */
    async pushSeries(...tags: string[]) {
      for (const [at, tag] of tags.entries()) {
        await pushImage(registry, path, tag, { created: daysAgo(100 - at) });
      }
    },
    prune: (...args: string[]) => prune([`${registry.host}/${path}`, ...args], { cwd }),
    restore: (...args: string[]) => restore(args, { cwd }),
    changes: () => changes(registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/`))),
    sent: () => registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/`)),
    journals: async () => (await readdir(cwd)).filter((file) => file.endsWith('.jsonl')),
  };
}

describe.each(registryKinds)('on a registry: %s', (kind) => {
  test('the newest stay, the others go, the journal has them, and restore brings them back', async () => {
    const { pushSeries, prune: run, restore: back, looking, journals, cwd, name } = await given(kind);
    await pushSeries('1.0', '1.1', '1.2', '1.3');
    const before = await looking.tags();
    const pruned = await run('--keep', '2');
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', '1.1']);
    expect(tagsOf(pruned, 'kept')).toEqual(['1.2', '1.3']);
    expect(pruned.json).toMatchObject({
      deletedCount: 2,
      keptCount: 2,
      dryRun: false,
      blocked: [],
      failed: [],
    });
    expect(pruned.json.deleted).toContainEqual({
      image: `${name}:1.1`,
      tag: '1.1',
      digest: before.get('1.1'),
      created: expect.stringMatching(/^20\d\d-/),
      reason: 'number 3, and --keep is 2',
    });
    expect([...(await looking.tags()).keys()].sort()).toEqual(['1.2', '1.3']);

    const [journal = ''] = await journals();
    expect(pruned.json.journal).toBe(journal);
    expect((await stat(join(cwd, journal))).mode & 0o777).toBe(0o600);
    const { entries, complete } = readJournal(await readFile(join(cwd, journal), 'utf8'));
    expect(complete).toBe(true);
    expect(entries.flatMap(({ tags }) => tags).sort()).toEqual(['1.0', '1.1']);

    const planned = await back(journal, '--dry-run');
    expect(tagsOf(planned, 'restored')).toEqual(['1.0', '1.1']);
    expect([...(await looking.tags()).keys()].sort()).toEqual(['1.2', '1.3']);
    const restored = await back(journal);
    expect(restored).toMatchObject({ exitCode: 0, json: { restoredCount: 2, lost: [] } });
    expect(await looking.tags()).toEqual(before);
    for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
    const again = await back(journal);
    expect(again).toMatchObject({ exitCode: 0, json: { restoredCount: 0 } });
    expect(tagsOf(again, 'there')).toEqual(['1.0', '1.1']);
  });

  test('a second run does nothing and leaves no journal; a dry run says the same and changes nothing', async () => {
    const { pushSeries, prune: run, changes: changed, journals } = await given(kind);
    await pushSeries('1.0', '1.1', '1.2');
    const before = changed().length;
    const dry = await run('--keep', '1', '--dry-run');
    expect(changed()).toHaveLength(before);
    const done = await run('--keep', '1');
    expect(done.json.deleted).toEqual(dry.json.deleted);
    expect(done.json.kept).toEqual(dry.json.kept);
    const second = await run('--keep', '1');
    expect(second).toMatchObject({ exitCode: 0, json: { deletedCount: 0, journal: null } });
    expect(await journals()).toHaveLength(1);
  });

  test('what a kept index lists stays, tagged or not; shared digests and signatures too', async () => {
    const { push, prune: run, looking, registry, path } = await given(kind);
    const platforms = ['linux/amd64', 'linux/arm64'];
    const kept = await push('2.0', { platforms, attestation: true, created: daysAgo(1) });
    const old = await push('1.0', { platforms, nested: true, created: daysAgo(9), content: 'old' });
    await push('0.9', { created: daysAgo(20) });
    const child = kept.manifests[0];
    if (child === undefined) throw new Error('an index without children');
    const bytes = await fetch(new URL(`/v2/${path}/manifests/${child.digest}`, registry.url), {
      headers: { accept: child.mediaType },
    });
    await fetch(new URL(`/v2/${path}/manifests/2.0-amd64`, registry.url), {
      method: 'PUT',
      headers: { 'content-type': child.mediaType },
      body: await bytes.arrayBuffer(),
    });
    await push(`${kept.digest.replace(':', '-')}.sig`, { content: 'signature of 2.0', created: daysAgo(1) });
    await push(`${old.digest.replace(':', '-')}.sig`, { content: 'signature of 1.0', created: daysAgo(1) });
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1.0', `${old.digest.replace(':', '-')}.sig`].sort());
    expect(tagsOf(pruned, 'kept')).toEqual(['2.0', `${kept.digest.replace(':', '-')}.sig`].sort());
    expect(reasonsOf(pruned, 'blocked')).toEqual({ '2.0-amd64': 'a part of 2.0, which is kept' });
    for (const tag of ['2.0', '2.0-amd64', `${kept.digest.replace(':', '-')}.sig`]) {
      expect(await looking.lacking(tag)).toEqual([]);
    }
    expect(await looking.digestAt('1.0')).toBeUndefined();
  });

  test('two tags on one image are one image: both go, or both stay', async () => {
    const { push, pushSeries, prune: run, looking } = await given(kind);
    const same = { created: daysAgo(200), content: 'same' };
    await push('old', same);
    await push('older', same);
    await pushSeries('1.0', '1.1');
    expect(tagsOf(await run('--keep', '2', '--protect', '^older$'), 'deleted')).toEqual([]);
    expect(tagsOf(await run('--keep', '2'), 'deleted')).toEqual(['old', 'older']);
    expect([...(await looking.tags()).keys()].sort()).toEqual(['1.0', '1.1']);
  });

  test('one manifest request for each tag, one config request for each distinct image', async () => {
    const { push, pushSeries, prune: run, sent, registry } = await given(kind);
    const same = { created: daysAgo(200), content: 'same' };
    await push('old', same);
    await push('older', same);
    await pushSeries('1.0', '1.1');
    registry.requests.splice(0);
    await run('--keep', '9', '--dry-run');
    const asked = sent().map(({ method, path }) => `${method} ${/(tags\/list|manifests|blobs)/.exec(path)?.[0]}`);
    const count = (what: string) => asked.filter((one) => one === what).length;
    expect([count('GET tags/list'), count('GET manifests'), count('GET blobs'), asked.length]).toEqual([1, 4, 3, 8]);
  });

  test('what is in use stays, by tag and digest, in lists and files', async () => {
    const { pushSeries, prune: run, looking, cwd, path, registry } = await given(kind);
    await pushSeries('1.0', '1.1', '1.2', '1.3', '1.4');
    const yaml = `kind: Pod\nspec:\n  containers:\n    - image: ${registry.host}/${path}:1.1\n`;
    await writeFile(join(cwd, 'pod.yaml'), yaml);
    await writeFile(join(cwd, 'running.txt'), `${registry.host}/${path}@${await looking.digestAt('1.2')}\n`);
    const pruned = await run('--keep', '1', '--in-use', 'pod.yaml,running.txt,1.0');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.3']);
    expect(reasonsOf(pruned, 'kept')).toMatchObject({
      '1.0': 'in use: named in --in-use',
      '1.1': 'in use: pod.yaml:4',
      '1.2': 'in use: running.txt:1',
    });
  });

  test('keep of each group, and every release', async () => {
    const { pushSeries, prune: run } = await given(kind);
    await pushSeries('v1.0.0', 'a-1111111', 'a-2222222', 'b-1111111', 'v1.1.0', 'a-3333333');
    const pruned = await run('--keep', '1', '--group-by', '^(.+)-[0-9a-f]{7}$', '--protect', '^v\\d');
    expect(tagsOf(pruned, 'deleted')).toEqual(['a-1111111', 'a-2222222']);
  });
});

describe('what is refused, before anything is asked of anybody', () => {
  test.each([
    [['--keep', ''], 'keep is empty'],
    [['--keep=', '--older-than', '30d'], 'keep is empty'],
    [[], 'no rule is given'],
    [['--keep', '1.5'], 'not a whole number'],
    [['--keep', '-1'], 'not a whole number'],
    [['--keep', '1', '--include', '('], 'not a regular expression'],
    [['--keep', '1', '--protect', '['], 'not a regular expression'],
    [['--keep', '1', '--group-by', '^main-'], 'has no capture group'],
    [['--older-than', '1d', '--group-by', '(.)'], '--keep is not'],
    [['--keep', '1', '--max-delete', '101%'], 'neither a number nor a share'],
    [['--keep', '1', '--in-use', 'missing.yaml'], 'does not exist'],
    [['--keep', '1', '--in-use', 'chart.yaml'], 'contains {{ }}'],
    [['--keep', '1', '--in-use', 'broken.yaml'], 'cannot be read'],
    [['--keep', '1', '--in-use', 'open.yaml'], 'cannot be known'],
    [['--keep', '1', '--keeps', '2'], 'keep'],
    [['--keep', '1', '--journal', 'there'], 'exists'],
  ])('%j', async (args, words) => {
    const { name, cwd, registry, pushSeries, looking } = await given('memory');
    await pushSeries('1.0', '1.1');
    await writeFile(join(cwd, 'there'), '');
    await writeFile(join(cwd, 'chart.yaml'), 'image: app:{{ .Values.tag }}\n');
    await writeFile(join(cwd, 'broken.yaml'), 'a: [\n');
    await writeFile(join(cwd, 'open.yaml'), `image: ${name}:\${TAG}\n`);
    registry.requests.splice(0);
    const run = await prune([name, ...args], { cwd });
    expect(run.exitCode).toBe(64);
    expect(run.json.error).toContain(words);
    expect(registry.requests).toEqual([]);
    expect((await looking.tags()).size).toBe(2);
  });

  test('without a terminal and without --yes', async () => {
    const { name, cwd, pushSeries, looking } = await given('memory');
    await pushSeries('1.0', '1.1');
    const refused = await runCli({ args: ['prune', name, '--keep', '1'], cwd });
    expect(refused).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--yes') });
    expect((await looking.tags()).size).toBe(2);
    expect((await runCli({ args: ['prune', name, '--keep', '1', '--dry-run'], cwd })).exitCode).toBe(0);
  });
});

describe('a plan that is refused', () => {
  test.each([
    [['--keep', '1', '--max-delete', '2'], '3 of 4 tags would be deleted, and --max-delete is 2', 4],
    [['--keep', '1', '--max-delete', '50%'], '--max-delete is 50%', 4],
    [['--older-than', '1d'], 'all images would be deleted', 4],
    [['--keep', '1', '--max-delete', '75%'], undefined, 1],
    [['--keep', '0'], undefined, 0],
  ])('%j', async (args, words, left) => {
    const { pushSeries, prune: run, looking, changes: changed } = await given('memory');
    await pushSeries('1.0', '1.1', '1.2', '1.3');
    const before = changed().length;
    const result = await run(...args);
    expect(result.exitCode).toBe(words === undefined ? 0 : 1);
    if (words !== undefined) expect(result.json.error).toContain(words);
    if (words !== undefined) {
      expect(changed()).toHaveLength(before);
      expect(result.json).toMatchObject({ deletedCount: 0, deleted: [], keptCount: 4 });
      const reason = expect.stringMatching(/; the plan was refused$/);
      expect(result.json.kept).toContainEqual(expect.objectContaining({ tag: '1.0', reason }));
    }
    expect((await looking.tags()).size).toBe(left);
  });
});

describe('for people', () => {
  test('a plan that is refused is shown by a dry run, which fails too', async () => {
    const { name, cwd, pushSeries, prune: run, changes: changed, journals } = await given('memory');
    await pushSeries('1.0', '1.1', '1.2');
    const before = changed().length;
    const args = ['prune', name, '--keep', '1', '--max-delete', '1', '--dry-run'];
    const shown = await runCli({ args, cwd });
    expect(shown.exitCode).toBe(1);
    expect(shown.stdout).toMatch(/^would be deleted +1\.0 /m);
    expect(shown.stderr).toContain('2 of 3 tags would be deleted, and --max-delete is 1');
    const { json } = await run('--keep', '1', '--max-delete', '1', '--dry-run');
    expect(json).toMatchObject({ status: 'error', exitCode: 1, deletedCount: 2, keptCount: 1 });
    expect(changed()).toHaveLength(before);
    expect(await journals()).toEqual([]);
    const action = join(projectRoot(), 'prune', 'action.yml');
    const { summary } = await runAction({
      action,
      inputs: { image: name, keep: '1', 'max-delete': '1', 'dry-run': 'true' },
    });
    expect(summary).toMatch(/^### ❌ DRY RUN: /);
    expect(summary).toContain('the plan is refused\\, 2 of 3 tags would be deleted\\, and max\\-delete is 1');
    expect(summary).toContain('would be deleted');
  });

  test('the command line says where the journal is, a table of one repository has its tags', async () => {
    const { name, cwd, pushSeries, journals, restore: back } = await given('memory');
    await pushSeries('1.0', '1.1');
    const run = await runCli({ args: ['prune', name, '--keep', '1', '--yes'], cwd });
    const [journal = ''] = await journals();
    expect(run.stdout).toMatch(/^deleted +1\.0 /m);
    expect(run.stderr).toContain(`Journal: ${journal}. Keep it: image-gate restore ${journal} restores`);
    expect((await back(journal)).json.restoredCount).toBe(1);
    const deleted = await runCli({ args: ['delete', `${name}:1.0`, '--yes', '--journal', 'gone'], cwd });
    expect(deleted.stderr).toContain('Journal: gone. Keep it');
    const quiet = await runCli({ args: ['prune', name, '--keep', '0', '--yes', '--quiet'], cwd });
    expect(quiet).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('in-use that names no image of the repository is warned of', async () => {
    const { name, path, cwd, pushSeries, prune: run } = await given('memory');
    await pushSeries('1.0', '1.1');
    await writeFile(join(cwd, 'running.txt'), 'mirror.example.com/acme/other:1.0\n');
    const none = await run('--keep', '1', '--in-use', 'running.txt', '--dry-run');
    expect(none.stderr).toContain(`--in-use names no image of ${name}: it protects nothing`);
    await writeFile(join(cwd, 'running.txt'), `${path}:1.0\n`);
    const some = await run('--keep', '1', '--in-use', 'running.txt', '--dry-run');
    expect(some.stderr).not.toContain('protects nothing');
  });
});

describe('several repositories', () => {
  test('one that is refused is left as it is, the others are pruned, one journal has them all', async () => {
    const [one, other, third] = [await given('memory'), await given('memory'), await given('memory')];
    await one.pushSeries('1.0', '1.1', '1.2');
    await other.pushSeries('1.0', '1.1', '1.2', '1.3', '1.4');
    await third.pushSeries('1.0', '1.1');
    const missing = `${one.registry.host}/acme/nowhere`;
    const images = [one.name, other.name, missing, third.name].flatMap((name) => ['--image', name]);
    const run = await prune([...images, '--keep', '1', '--max-delete', '3'], { cwd: one.cwd });
    expect(run.exitCode).toBe(1);
    expect(run.json).toMatchObject({
      deletedCount: 3,
      refused: [{ image: other.name, reason: expect.stringContaining('--max-delete is 3') }],
      unread: [{ image: missing, exitCode: 3 }],
    });
    const dry = ['prune', ...images, '--keep', '2', '--dry-run'];
    const { stdout } = await runCli({ args: dry, cwd: one.cwd });
    expect(stdout).toMatch(/^ACTION +IMAGE +DATE +REASON\nerror +\S+\/acme\/nowhere +GET .*404/);
    expect([...(await one.looking.tags()).keys()]).toEqual(['1.2']);
    expect((await other.looking.tags()).size).toBe(5);
    const restored = await restore([String(run.json.journal)], { cwd: one.cwd });
    expect(restored.json.restoredCount).toBe(3);
    expect((await third.looking.tags()).size).toBe(2);
  });
});

describe('images without a date', () => {
  const undated = ['1970-01-01T00:00:00Z', '1980-01-01T00:00:01Z', '0001-01-01T00:00:00Z', 'yesterday'];

  test.each(registryKinds)('are kept by the version in their tags, which a warning says: %s', async (kind) => {
    const { push, prune: run, name } = await given(kind);
    for (const [at, created] of undated.entries()) await push(`1.${at + 8}`, { created });
    await push('0.9', { created: daysAgo(5) });
    const result = await run('--keep', '2', '--dry-run');
    expect([result.exitCode, tagsOf(result, 'kept'), tagsOf(result, 'deleted')]).toEqual([
      0,
      ['0.9', '1.11'],
      ['1.10', '1.8', '1.9'],
    ]);
    expect(result.stderr).toContain(`Warning: ${name}: 4 of 5 images have no date`);
    expect(result.stderr).toContain('--keep orders these by the version in their tags');
    expect(result.stderr).not.toContain('older-than');
    const aged = await run('--older-than', '1d', '--dry-run');
    expect([tagsOf(aged, 'deleted'), aged.stderr]).toEqual([
      ['0.9'],
      expect.stringContaining('--older-than never deletes them'),
    ]);
  });

  test('are no reason for a warning where no rule looks at their date', async () => {
    const { push, prune: run } = await given('memory');
    await push('v1', { created: '1970-01-01T00:00:00Z' });
    await push('2', { created: daysAgo(2) });
    await push('3', { created: daysAgo(1) });
    const result = await run('--keep', '1', '--protect', '^v', '--dry-run');
    expect([tagsOf(result, 'deleted'), result.stderr]).toEqual([['2'], expect.not.stringContaining('no date')]);
  });

  test('have the date of their annotation, where there is one', async () => {
    const { push, prune: run } = await given('memory');
    for (const [tag, days] of [
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ] as const) {
      const annotations = { 'org.opencontainers.image.created': daysAgo(days) };
      await push(tag, { created: '1970-01-01T00:00:00Z', annotations });
    }
    const result = await run('--keep', '2', '--dry-run');
    expect([tagsOf(result, 'deleted'), result.stderr]).toEqual([['c'], expect.not.stringContaining('no date')]);
  });
});

describe.each(registryKinds)('an image whose config the registry has lost: %s', (kind) => {
  /** Takes the config of an image away. */
  async function lose({ registry, path }: Awaited<ReturnType<typeof given>>, digest: string): Promise<string> {
    const url = new URL(`/v2/${path}/manifests/${digest}`, registry.url);
    const answer = await fetch(url, { headers: { accept: ociManifest } });
    const { config } = (await answer.json()) as { config: { digest: string } };
    const gone = await fetch(new URL(`/v2/${path}/blobs/${config.digest}`, registry.url), { method: 'DELETE' });
    expect(gone.status).toBe(202);
    return config.digest;
  }

  test('is kept, does not count, and is named with tag and digest; the others are pruned', async () => {
    const one = await given(kind);
    await one.pushSeries('1.0', '1.1', '1.2', '1.3');
    const digest = (await one.looking.digestAt('1.1')) ?? '';
    const config = await lose(one, digest);
    const pruned = await one.prune('--keep', '1');
    expect([pruned.exitCode, tagsOf(pruned, 'deleted'), tagsOf(pruned, 'kept')]).toEqual([
      0,
      ['1.0', '1.2'],
      ['1.1', '1.3'],
    ]);
    const why = `its config ${config} is missing: the registry returns 404`;
    expect(reasonsOf(pruned, 'kept')['1.1']).toBe(why);
    expect(pruned.stderr).toContain(`${one.name}: an image that cannot be used is kept: 1.1 (${digest}): ${why}`);
  });

  test('is an error that names manifest and config where the config is needed; in a list of tags it is one row', async () => {
    const one = await given(kind);
    await one.pushSeries('1.0', '1.1');
    const digest = (await one.looking.digestAt('1.0')) ?? '';
    const config = await lose(one, digest);
    const words = `the manifest ${digest}: its config ${config} is missing: the registry returns 404`;
    const inspected = await runCli({ args: ['inspect', `${one.name}:1.0`] });
    expect([inspected.exitCode, inspected.stderr]).toEqual([5, expect.stringContaining(`${one.name}:1.0: ${words}`)]);
    const listed = await runCli({ args: ['tags', one.name, '--details', '--json'] });
    expect([listed.exitCode, JSON.parse(listed.stdout).tags]).toEqual([
      5,
      [
        expect.objectContaining({ name: '1.0', error: `the tag 1.0: ${words}` }),
        expect.objectContaining({ platforms: ['linux/amd64'] }),
      ],
    ]);
  });

  test('so is an index of it, with the images that it lists, tagged or not', async () => {
    const one = await given(kind);
    const platforms = ['linux/amd64', 'linux/arm64'];
    const index = await one.push('1.0', { platforms, created: daysAgo(9) });
    await one.pushSeries('2.0', '2.1');
    const [first, second] = index.manifests;
    if (first === undefined || second === undefined) throw new Error('an index without children');
    await lose(one, first.digest);
    const pruned = await one.prune('--keep', '1');
    expect([pruned.exitCode, tagsOf(pruned, 'deleted')]).toEqual([0, ['2.0']]);
    expect(pruned.stderr).toContain(`1.0 (${index.digest}): its config sha256:`);
    expect(await one.looking.digestAt(second.digest)).toBe(second.digest);
  });

  test('alone it does not make a repository full: what would leave only it is refused', async () => {
    const one = await given(kind);
    await one.pushSeries('1.0', '1.1');
    await lose(one, (await one.looking.digestAt('1.1')) ?? '');
    const refused = await one.prune('--older-than', '1d');
    expect(refused.stderr).toContain('all images would be deleted (1 of 2 tags)');
    expect((await one.looking.tags()).size).toBe(2);
  });
});

describe.each(registryKinds)('deletes that are switched off: %s', (kind) => {
  test('exit 7, what to switch on, and no journal', async () => {
    const { pushSeries, prune: run, looking, journals } = await given(`${kind} disabled`);
    await pushSeries('1.0', '1.1');
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(7);
    expect(result.stderr).toContain('storage.delete.enabled: true');
    expect(tagsOf(result, 'failed')).toEqual(['1.0']);
    expect((await looking.tags()).size).toBe(2);
    expect(await journals()).toEqual([]);
  });

  test('of many images, three deletes are tried: a tag, its manifest, one more tag', async () => {
    const { pushSeries, prune: run, looking, changes: changed } = await given(`${kind} disabled`);
    await pushSeries(...Array.from({ length: 9 }, (_, at) => `1.${at}`));
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(7);
    expect(changed().filter((line) => line.startsWith('DELETE'))).toEqual([
      expect.stringMatching(/\/manifests\/1\.0 405$/),
      expect.stringMatching(/\/manifests\/sha256:[0-9a-f]+ 405$/),
      expect.stringMatching(/\/manifests\/1\.1 405$/),
    ]);
    expect(tagsOf(result, 'failed')).toHaveLength(8);
    expect((await looking.tags()).size).toBe(9);
  });
});

describe('restore', () => {
  test('a tag that has moved is left where it is', async () => {
    const { pushSeries, push, prune: run, restore: back, looking } = await given('memory');
    await pushSeries('1.0', '1.1', '1.2', '1.3');
    await run('--keep', '1', '--journal', 'journal');
    await push('1.1', { content: 'another one' });
    const moved = await looking.digestAt('1.1');
    const restored = await back('journal');
    expect(restored.exitCode).toBe(0);
    expect(tagsOf(restored, 'moved')).toEqual(['1.1']);
    expect(tagsOf(restored, 'restored')).toEqual(['1.0', '1.2']);
    expect(await looking.digestAt('1.1')).toBe(moved);
  });

  test.each(registryKinds)('what the registry has collected is lost, and said: %s', async (kind) => {
    const { pushSeries, prune: run, restore: back, looking, registry, path, cwd } = await given(kind);
    await pushSeries('1.0', '1.1', '1.2');
    await run('--keep', '1', '--journal', 'journal');
    const { entries } = readJournal(await readFile(join(cwd, 'journal'), 'utf8'));
    const old = entries.find(({ tags }) => tags.includes('1.0'));
    const { config } = JSON.parse(String(old?.bytes)) as { config: { digest: string } };
    await fetch(new URL(`/v2/${path}/blobs/${config.digest}`, registry.url), { method: 'DELETE' });
    const restored = await back('journal');
    expect(restored.exitCode).toBe(3);
    expect(tagsOf(restored, 'restored')).toEqual(['1.1']);
    expect(reasonsOf(restored, 'lost')['1.0']).toMatch(/BLOB_UNKNOWN|blob unknown/i);
    expect([...(await looking.tags()).keys()].sort()).toEqual(['1.1', '1.2']);
  });

  test.each([
    ['nothing', [], 'journal is required'],
    ['a file that is not there', ['missing'], 'cannot be read'],
    ['no journal', ['page'], 'is not a JSON object'],
    ['a journal that was changed', ['changed'], 'does not match its digest'],
    ['a name that leads elsewhere', ['elsewhere'], 'is not a repository'],
    ['another registry', ['journal', '--registry', 'ghcr.io'], '--registry is ghcr.io'],
    [
      'credentials for another registry',
      ['journal', '--username', 'ada'],
      '--username and --password are for docker.io',
    ],
  ])('%s: refused before any request', async (_name, args, words) => {
    const { pushSeries, prune: run, cwd, registry } = await given('memory');
    await pushSeries('1.0', '1.1');
    await run('--keep', '1', '--journal', 'journal');
    const text = await readFile(join(cwd, 'journal'), 'utf8');
    await writeFile(join(cwd, 'page'), '<html>\n');
    await writeFile(join(cwd, 'changed'), text.replace(/"bytes":"..../, '"bytes":"AAAA'));
    await writeFile(join(cwd, 'elsewhere'), text.replace(/"repository":"[^"]*"/, '"repository":"../../x"'));
    registry.requests.splice(0);
    const result = await restore(args, { cwd, env: { IMAGE_GATE_PASSWORD: args.includes('ada') ? 'secret' : '' } });
    expect(result.exitCode).toBe(64);
    expect(result.json.error).toContain(words);
    expect(registry.requests).toEqual([]);
  });
});

describe('as an action', () => {
  test('outputs, a summary with a picture and every tag, one annotation', async () => {
    const { pushSeries, name } = await given('memory');
    await pushSeries('1.0', '1.1', '1.2', '<b>'.replace(/[<>]/g, '_'));
    const result = await runAction({
      action: join(projectRoot(), 'prune', 'action.yml'),
      inputs: { image: name, keep: '2' },
    });
    expect(result.exitCode).toBe(0);
    expect(result.annotations).toEqual([]);
    expect(JSON.parse(result.outputs.deleted ?? '')).toHaveLength(2);
    expect(result.outputs).toMatchObject({ 'deleted-count': '2', 'kept-count': '2', blocked: '[]', failed: '[]' });
    expect(result.outputs.journal).toMatch(/^image-gate-journal-.*\.jsonl$/);
    expect(result.summary).toContain('2 tags deleted\\, 2 kept');
    expect(result.summary).toContain('```mermaid');
    expect(result.summary).toContain('Every tag and its reason (4)');
    expect(result.summary).toContain('restore image\\-gate\\-journal');
  });
});
