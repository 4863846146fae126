import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImageSpec, IncomingRequest, Internet, Misbehaviour } from '../../../sandbox/index.js';
import { runJson } from './command.js';
import { deleteImages } from './delete.js';
import type { DriverRow } from './driver-rows.js';
import type { Folders } from './files.js';
import { prune, reasonsOf, restore, tagsOf } from './prune.js';
import { lookingAt } from './pulling.js';

const platforms = ['linux/amd64', 'linux/arm64'];
const today = Date.now();
const wait: Misbehaviour = { status: 429, headers: { 'retry-after': '1' }, body: '{"message":"slow down"}' };
const page: Misbehaviour = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };

/** What every registry has to do, through the bundle: declared once, run for every row of driver-rows.ts. */
export function describeDriver(row: DriverRow, internet: Internet, folders: Folders): void {
  const { host, owner, accounts, user, env, capabilities, isList, isDelete, throttled = wait } = row;
  const { deleteTag, deleteManifest, lists = [], keepsUntagged = false } = capabilities;
  const { registry } = accounts;
  const mends: (() => void)[] = [];
  let count = 0;

  /** A repository of its own, and a working directory. */
  async function given() {
    count += 1;
    const path = `${owner}/contract-${count}`;
    accounts.repository(path, { members: [user] });
    const cwd = await folders.create();
    const options = {
      ...(row.program === undefined ? {} : { program: row.program }),
      internet,
      cwd,
      env: { IMAGE_GATE_REGISTRY: host, ...env },
      timeoutMs: 120_000,
    };
    const name = `${host}/${path}`;
    return {
      path,
      cwd,
      looking: lookingAt(registry.url, path),
      /** Pushed so many days ago. */
      push: (tag: string, days: number, spec: ImageSpec = {}) =>
        accounts.image(path, tag, {
          content: `${path}:${tag}`,
          created: new Date(today - days * 86_400_000).toISOString(),
          ...spec,
        }),
      tags: (flags: Readonly<Record<string, string>> = {}) => runJson('tags', { image: name, ...flags }, options),
      remove: (...references: string[]) =>
        deleteImages(
          references.flatMap((one) => ['--image', `${name}${one}`]),
          options,
        ),
      prune: (...args: string[]) => prune([name, ...args], options),
      restore: (...args: string[]) => restore(args, options),
      killedPrune: (happened: Promise<unknown>, ...args: string[]) =>
        prune([name, ...args], { ...options, signalWhen: { happened, signal: 'SIGKILL' } }),
    };
  }

  /** Lets the so-manieth request of a kind, and only it, be answered otherwise. @returns when it has come */
  function interfere(
    isOne: (request: IncomingRequest) => boolean,
    at: number,
    answer: Misbehaviour | (() => Misbehaviour),
    times = 1,
  ): Promise<void> {
    let seen = 0;
    return new Promise((resolve) => {
      const mend = internet.inject({
        times,
        answer(request) {
          if (!isOne(request)) return undefined;
          seen += 1;
          if (seen < at) return undefined;
          resolve();
          return typeof answer === 'function' ? answer() : answer;
        },
      });
      mends.push(mend);
    });
  }

  const { page: entries = capabilities.pageSize } = row;
  const several = entries === undefined ? 3 : entries + 1;
  const laterPage = entries === undefined ? 1 : 2;
  const forever = Number.POSITIVE_INFINITY;

  describe(row.title ?? host, () => {
    beforeEach(() => row.prepare?.());
    afterEach(() => {
      for (const mend of mends.splice(0)) mend();
    });

    test('list: every tag once, with its digest, and the dates that the registry has', async () => {
      const { push, tags, looking } = await given();
      await push('2.0', 1, { platforms });
      await push('1.0', 9, { content: 'same' });
      await push('stable', 9, { content: 'same' });
      const listed = await tags({ details: 'true', sort: 'name' });
      expect(listed.stderr).not.toContain('Error');
      const found = listed.json.tags as readonly { name: string; digest: string; created?: string; pushed?: string }[];
      const there = await looking.tags();
      expect(found.map(({ name, digest }) => [name, digest]).sort()).toEqual([...there].sort());
      for (const { name, created, pushed } of found) {
        const days = name === '2.0' ? 1 : 9;
        const date = new Date(today - days * 86_400_000).toISOString();
        const told = lists.includes('pushed') ? pushed : created;
        expect([name, Math.floor(Date.parse(told ?? '') / 1000)]).toEqual([name, Math.floor(Date.parse(date) / 1000)]);
      }
    });

    test('list while somebody pushes: nothing is lost, and each tag comes once', async () => {
      const { path, tags } = await given();
      accounts.images(path, several);
      const pushes = async () => void (await accounts.image(path, 'pushed-meanwhile'));
      const begun = interfere(isList, laterPage, { hold: pushes });
      const listed = await tags(lists.includes('pushed') ? { sort: 'pushed' } : {});
      await begun;
      expect(listed.stderr).not.toContain('Error');
      const names = (listed.json.tags as readonly string[]).filter((tag) => tag !== 'pushed-meanwhile').sort();
      expect(names).toEqual(Array.from({ length: several }, (_, at) => `build-${at}`).sort());
    });

    test(`delete one tag of several on a digest: ${deleteTag === 'never' ? 'refused, in words' : 'the others stay and pull'}`, async () => {
      const { push, remove, looking } = await given();
      await push('2.0', 1);
      await push('1.0', 9, { platforms, content: 'same' });
      await push('stable', 9, { platforms, content: 'same' });
      const before = await looking.tags();
      const { exitCode, stderr, json } = await remove(':1.0');
      if (deleteTag === 'never') {
        expect(exitCode).toBe(7);
        expect(json.error).toContain('stable');
        expect(await looking.tags()).toEqual(before);
        return;
      }
      expect(stderr).not.toContain('Error');
      expect([exitCode, json.deletedCount]).toEqual([0, 1]);
      expect([...(await looking.tags())]).toEqual([...before].filter(([tag]) => tag !== '1.0'));
      expect(await looking.lacking('stable')).toEqual([]);
    });

    test(`delete a manifest with its tags: ${deleteManifest === 'never' ? 'refused, in words' : 'it goes, and nothing else'}`, async () => {
      const { path, push, remove, looking } = await given();
      await push('2.0', 1);
      const old = await push('1.0', 9, { content: 'same' });
      await push('stable', 9, { content: 'same' });
      const before = await looking.tags();
      const { exitCode, stderr } = await remove(`@${old}`, ':1.0', ':stable');
      if (deleteManifest === 'never') {
        expect(exitCode).toBe(7);
        expect(stderr).toContain(capabilities.refusal);
        expect(await looking.tags()).toEqual(before);
        return;
      }
      expect(stderr).not.toContain('Error');
      expect(exitCode).toBe(0);
      expect([...(await looking.tags()).keys()]).toEqual(['2.0']);
      expect(row.serves?.(path, old) ?? (await looking.digestAt(old)) !== undefined).toBe(false);
      expect(await looking.lacking('2.0')).toEqual([]);
    });

    test('missing: exit 3, and nothing is deleted', async () => {
      const { push, remove, looking } = await given();
      await push('1.0', 1);
      const { exitCode, json } = await remove(':nope');
      expect([exitCode, json.deletedCount ?? 0]).toEqual([3, 0]);
      expect([...(await looking.tags()).keys()]).toEqual(['1.0']);
    });

    test('denied: exit 2 or 4, and nothing changes', async () => {
      const { path, cwd, push, remove, prune: run, looking } = await given();
      await push('2.0', 1);
      await push('1.0', 9);
      const before = await looking.tags();
      const deny = row.deny ?? ((name: string) => accounts.repository(name, { members: [], private: false }));
      deny(path);
      const deleted = await remove(':1.0');
      const pruned = await run('--keep', '1');
      expect([2, 4]).toContain(deleted.exitCode);
      expect([2, 4]).toContain(pruned.exitCode);
      expect(tagsOf(pruned, 'deleted')).toEqual([]);
      expect(await looking.tags()).toEqual(before);
      for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
      expect((await readdir(cwd)).length).toBeLessThanOrEqual(1);
    });

    const { lock, hidesLocks = false } = row;
    if (lock !== undefined) {
      test('locked: prune holds it and says why, delete is refused, the others go', async () => {
        const { path, push, remove, prune: run, looking } = await given();
        await push('2.0', 1);
        const held = await push('locked', 9, { content: 'same' });
        await push('also', 9, { content: 'same' });
        await push('1.0', 10);
        lock(path, 'locked');
        const pruned = await run('--keep', '1');
        expect(pruned.stderr).not.toContain('Error');
        expect(pruned.exitCode).toBe(0);
        expect(reasonsOf(pruned, 'blocked').locked).toMatch(/immutable|locked|protected/);
        expect(tagsOf(pruned, 'deleted')).toEqual(hidesLocks ? ['1.0', 'also'] : ['1.0']);
        expect(await looking.digestAt('also')).toBe(hidesLocks ? undefined : held);
        const { exitCode } = await remove(':locked');
        expect([4, 7]).toContain(exitCode);
        expect(await looking.digestAt('locked')).toBe(held);
        expect(await looking.lacking('locked')).toEqual([]);
      });
    }

    test('half a list: exit 5, and nothing is deleted', async () => {
      const { path, prune: run, looking } = await given();
      accounts.images(path, several);
      interfere(isList, laterPage, page, forever);
      const { exitCode, json } = await run('--keep', '1');
      expect([exitCode, json.deletedCount ?? 0]).toEqual([5, 0]);
      expect((await looking.tags()).size).toBe(several);
    });

    test('throttled in the middle of a list and of the deletes: waited for', async () => {
      const { path, tags } = await given();
      accounts.images(path, several);
      const second = interfere(isList, laterPage, throttled);
      const listed = await tags(lists.includes('pushed') ? { sort: 'pushed' } : {});
      await second;
      expect([listed.exitCode, listed.json.total]).toEqual([0, several]);

      const small = await given();
      for (const [days, tag] of ['1.3', '1.2', '1.1', '1.0'].entries()) await small.push(tag, days);
      const deletes = interfere(isDelete, 3, throttled);
      const pruned = await small.prune('--keep', '1');
      await deletes;
      expect(pruned.stderr).not.toContain('Error');
      expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', '1.1', '1.2']);
      expect([...(await small.looking.tags()).keys()]).toEqual(['1.3']);
    });

    test('prune takes what the policy takes, leaves all that is needed, and restore brings it back', async () => {
      const { push, prune: run, restore: back, looking } = await given();
      const kept = await push('2.0', 1, { platforms, content: 'same' });
      const old = await push('1.0', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
      await push('1', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
      await push('0.9', 20);
      const before = await looking.tags();
      const pruned = await run('--keep', '1', '--journal', 'journal');
      expect(pruned.stderr).not.toContain('Error');
      expect(pruned).toMatchObject({ exitCode: 0, json: { failed: [], blocked: [] } });
      expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1', '1.0']);
      expect([...(await looking.tags())]).toEqual([['2.0', kept]]);
      expect(await looking.lacking('2.0')).toEqual([]);
      if (keepsUntagged) expect(await looking.digestAt(old)).toBeUndefined();
      expect((await run('--keep', '1')).json).toMatchObject({ deletedCount: 0, journal: null });

      const restored = await back('journal');
      expect(restored.stderr).not.toContain('Error');
      expect(restored).toMatchObject({ exitCode: 0, json: { lost: [], restoredCount: 3 } });
      expect(await looking.tags()).toEqual(before);
      for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
      expect((await back('journal')).json).toMatchObject({ restoredCount: 0, lost: [] });
    });

    test('killed half-way: what stays is whole, and restore brings all back', async () => {
      const { push, killedPrune, restore: back, looking } = await given();
      await push('2.0', 1, { platforms, content: 'same' });
      await push('1.0', 9, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
      for (const tag of ['0.9', '0.8', '0.7']) await push(tag, 20);
      const before = await looking.tags();
      // The third: the first may have been answered with a challenge.
      const killed = await killedPrune(interfere(isDelete, 3, 'hang'), '--keep', '1', '--journal', 'journal');
      expect(killed.signal).toBe('SIGKILL');
      expect((await looking.tags()).size).toBeLessThan(before.size);
      expect(await looking.lacking('2.0')).toEqual([]);
      for (const mend of mends.splice(0)) mend();
      expect(await back('journal')).toMatchObject({ exitCode: 0, json: { lost: [] } });
      expect(await looking.tags()).toEqual(before);
      for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
    });
  });
}
