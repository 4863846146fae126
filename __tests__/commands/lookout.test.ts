import { describe, expect, test } from '@jest/globals';
import { createLookout, type LookoutSettings } from '../../src/commands/lookout.js';
import { Failure } from '../../src/errors.js';
import { type Manifest, parseManifest } from '../../src/registries/manifest.js';
import { documentOf, imageIndex, ociIndex, ociManifest, shaA, shaB } from '../support/manifests.js';

/** A repository in which these tags are on these manifests, as long as nobody moves one; and a clock. */
function given(tags: Readonly<Record<string, string>>, more: Partial<LookoutSettings> = {}) {
  const on = new Map(Object.entries(tags));
  const indexes = new Map<string, Manifest>();
  const heads: string[] = [];
  let time = 0;
  const access: LookoutSettings['access'] = {
    async *tags() {
      if (on.size === 0) throw new Failure('not-found', { asked: 'the list', answered: '404' });
      yield [...on.keys()];
    },
    async head(tag) {
      heads.push(tag);
      const digest = on.get(tag);
      return digest === undefined ? undefined : { digest, mediaType: indexes.has(digest) ? ociIndex : ociManifest };
    },
    manifest: async (digest) => indexes.get(digest),
  };
  const lookout = createLookout({
    access,
    driver: {},
    now: () => new Date(time),
    known: new Map(on),
    ...more,
  });
  return {
    lookout,
    put: (tag: string, digest: string) => void on.set(tag, digest),
    remove: (tag: string) => void on.delete(tag),
    /** The digest of an index that lists these. */
    index(...listed: string[]): string {
      const content = imageIndex(
        listed.map((digest) => ({ mediaType: indexes.has(digest) ? ociIndex : ociManifest, digest, size: 1 })),
      );
      const { bytes, digest } = documentOf(content);
      const manifest = parseManifest(bytes, ociIndex);
      if (manifest !== undefined) indexes.set(digest, manifest);
      return digest;
    },
    later(milliseconds: number): void {
      time += milliseconds;
    },
    /** The tags that were looked at since the last call. */
    looked: () => heads.splice(0).sort(),
  };
}

describe('needing', () => {
  test('nobody, as long as all is as it was', async () => {
    const { lookout } = given({ '1.0': shaA, '2.0': shaB });
    expect(await lookout.needing(shaA)).toBeUndefined();
  });

  test('a tag that was moved here, and one that is new', async () => {
    const moved = given({ '1.0': shaA, '2.0': shaB });
    moved.put('2.0', shaA);
    expect(await moved.lookout.needing(shaA)).toBe('2.0');
    const fresh = given({ '1.0': shaA });
    fresh.put('new', shaA);
    expect(await fresh.lookout.needing(shaA)).toBe('new');
  });

  test('a tag on an index that lists it, at any depth', async () => {
    const { lookout, put, index } = given({ '1.0': shaA, '2.0': shaB });
    put('2.0', index(index(shaA)));
    expect(await lookout.needing(shaA)).toBe('2.0');
  });

  test('not the tag that is spared it; another on another index still', async () => {
    const spares = (tag: string, digest: string) => tag === 'fallback' && digest === shaA;
    const { lookout, put, index } = given({ fallback: shaB, '2.0': shaB }, { spares });
    put('fallback', index(shaA));
    expect(await lookout.needing(shaA)).toBeUndefined();
    put('new', index(shaA, shaB));
    expect(await lookout.needing(shaA)).toBe('new');
  });

  test('a tag that the registry tells of by itself', async () => {
    const tagsOn = async () => ['1.0', 'told'];
    const { lookout } = given({ '1.0': shaA }, { driver: { tagsOn } });
    expect(await lookout.needing(shaA)).toBe('told');
  });

  test('nobody in a repository that is unknown since its last tag went', async () => {
    const { lookout, remove } = given({ '1.0': shaA });
    remove('1.0');
    expect(await lookout.needing(shaA)).toBeUndefined();
  });
});

test('all tags at first and after two seconds, in between the new ones alone', async () => {
  const { lookout, put, later, looked } = given({ '1.0': shaA, '2.0': shaB });
  await lookout.needing(shaA);
  expect(looked()).toEqual(['1.0', '2.0']);
  put('new', shaB);
  later(1999);
  await lookout.needing(shaA);
  expect(looked()).toEqual(['new']);
  later(1);
  await lookout.needing(shaA);
  expect(looked()).toEqual(['1.0', '2.0', 'new']);
});

test('free: those that nothing needs, by a look at all at any time', async () => {
  const { lookout, put, looked } = given({ '1.0': shaA, '2.0': shaB });
  await lookout.needing(shaA);
  looked();
  put('1.0', shaB);
  expect(await lookout.free([shaA, shaB])).toEqual([shaA]);
  expect(looked()).toEqual(['1.0', '2.0']);
});

describe('stillFree', () => {
  test('by a look that is fresh: at new tags, and at deleted ones that are there again', async () => {
    const { lookout, put, looked, later } = given({ '1.0': shaA, '2.0': shaB });
    await lookout.free([]);
    looked();
    lookout.left('1.0');
    // The tag is still, or again, on what it was on: the first delete of it was a reason for `free` to look no further.
    expect(await lookout.free([shaA])).toEqual([shaA]);
    looked();
    expect(await lookout.stillFree([shaA, shaB])).toEqual([shaB]);
    expect(looked()).toEqual(['1.0']);
    put('new', shaB);
    expect(await lookout.stillFree([shaA, shaB])).toEqual([]);
    expect(looked()).toEqual(['1.0', 'new']);
    later(2000);
    await lookout.stillFree([shaA]);
    expect(looked()).toEqual(['1.0', '2.0', 'new']);
  });

  test('a deleted tag that is gone needs nothing', async () => {
    const { lookout, remove } = given({ '1.0': shaA, '2.0': shaB });
    lookout.left('1.0');
    remove('1.0');
    expect(await lookout.stillFree([shaA, shaB])).toEqual([shaA, shaB]);
  });

  test('what the index lists that a deleted tag is on again', async () => {
    const { lookout, index } = given({ '1.0': given({}).index(shaA), '2.0': shaB });
    index(shaA);
    lookout.left('1.0');
    expect(await lookout.stillFree([shaA, shaB])).toEqual([shaB]);
  });
});
