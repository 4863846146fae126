import { describe, expect, it } from '@jest/globals';
import { createDates, type DateSettings } from '../../src/commands/shared/image-dates.js';
import type { ListedManifest, RepositoryDriver } from '../../src/registries/drivers/driver.js';
import type { ImageReader } from '../../src/registries/oci/repository.js';
import { shaA, shaB } from '../support/manifests.js';

const name = { registry: { host: 'registry.example.com', plainHttp: false }, path: 'acme/app' };
const on = (day: number) => new Date(Date.UTC(2026, 0, day));
const pushed = (day: number) => ({ kind: 'pushed', at: on(day) });

/** The registry serves no manifest: what its API does not date has no date. */
const unserved = { manifest: async () => undefined } as unknown as ImageReader;

/** Dates of a registry whose driver has these; the clock can be moved. */
function dates(driver: Pick<RepositoryDriver, 'find' | 'list'>) {
  let time = 0;
  const opened = { driver, kind: { capabilities: { lists: ['pushed'] } } };
  const connection = { registry: { open: async () => opened } };
  const connect = (async () => connection) as unknown as DateSettings['connect'];
  const dateOf = createDates({ connect, platform: undefined, now: () => new Date(time) });
  return {
    pass(milliseconds: number) {
      time += milliseconds;
    },
    of: (reference: { readonly tag?: string; readonly digest?: string }, digest = shaA) =>
      dateOf({ ...name, ...reference }, digest, unserved),
  };
}

/** A list that is another one at each reading, the last again and again; a Failure instead is thrown. */
function lists(...readings: readonly (readonly ListedManifest[] | Error)[]) {
  let count = 0;
  async function* list() {
    const reading = readings[Math.min(count, readings.length - 1)] ?? [];
    count += 1;
    if (reading instanceof Error) throw reading;
    yield reading;
  }
  return { list, count: () => count };
}

const entry = (digest: string, tags: Readonly<Record<string, number>>, day?: number): ListedManifest => ({
  digest,
  tags: Object.entries(tags).map(([tag, at]) => ({ name: tag, pushed: on(at) })),
  ...(day === undefined ? {} : { pushed: on(day) }),
});

describe('the date by a list', () => {
  it('is that of the tag; of a digest, and of a tag that is not on it, that of its first push', async () => {
    const { list } = lists([entry(shaA, { old: 2, new: 9 }, 9), entry(shaB, { other: 5 })]);
    const { of } = dates({ list });
    expect(await of({ tag: 'new' })).toEqual(pushed(9));
    expect(await of({ digest: shaA })).toEqual(pushed(2));
    expect(await of({ tag: 'other' })).toEqual(pushed(2));
    expect(await of({ tag: 'other' }, shaB)).toEqual(pushed(5));
  });

  it('of an API that lists a digest several times, with a tag each, is the first of all', async () => {
    const { list } = lists([entry(shaA, { b: 7 }), entry(shaA, { a: 3 })]);
    expect(await dates({ list }).of({ digest: shaA })).toEqual(pushed(3));
  });

  it('is none where the list has none that can be true', async () => {
    const { list } = lists([{ digest: shaA, tags: [{ name: '1.0' }], pushed: new Date(0) }]);
    expect(await dates({ list }).of({ tag: '1.0' })).toBeUndefined();
  });

  it('is read once, also for many at the same time; again only after a minute, where an image is not in it', async () => {
    const { list, count } = lists([entry(shaA, { one: 1 })], [entry(shaA, { one: 1 }), entry(shaB, { two: 2 })]);
    const { of, pass } = dates({ list });
    const both = [of({ tag: 'one' }), of({ tag: 'two' }, shaB)];
    expect(await Promise.all(both)).toEqual([pushed(1), undefined]);
    pass(60_000);
    expect([await of({ tag: 'two' }, shaB), count()]).toEqual([undefined, 1]);
    pass(1);
    expect([await of({ tag: 'one' }), count()]).toEqual([pushed(1), 1]);
    expect([await of({ tag: 'two' }, shaB), count()]).toEqual([pushed(2), 2]);
  });

  it('is not lost to a list that failed once', async () => {
    const { list } = lists(new Error('down'), [entry(shaA, { one: 1 })]);
    const { of } = dates({ list });
    await expect(of({ tag: 'one' })).rejects.toThrow('down');
    expect(await of({ tag: 'one' })).toEqual(pushed(1));
  });
});

describe('the date of one tag', () => {
  it('comes by one request, which is not repeated, and is none while the API is behind', async () => {
    const found: string[] = [];
    const find = async (tag: string) => {
      found.push(tag);
      return tag === 'behind' ? entry(shaB, { [tag]: 4 }) : entry(shaA, { [tag]: 4 });
    };
    const { list, count } = lists([entry(shaA, { behind: 1 })]);
    const { of } = dates({ find, list });
    expect([await of({ tag: '1.0' }), await of({ tag: '1.0' })]).toEqual([pushed(4), pushed(4)]);
    expect([await of({ tag: 'behind' }), found, count()]).toEqual([undefined, ['1.0', 'behind'], 0]);
  });

  it('that is pinned to another digest is that of the digest, by the list', async () => {
    const { list } = lists([entry(shaA, { old: 2 })]);
    const find = async (tag: string) => entry(shaB, { [tag]: 9 });
    expect(await dates({ find, list }).of({ tag: 'moved', digest: shaA })).toEqual(pushed(2));
  });
});
