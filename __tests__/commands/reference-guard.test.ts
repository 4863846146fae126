import { describe, expect, test } from '@jest/globals';
import {
  createReferenceGuard,
  type ReferenceGuardSettings,
} from '../../src/commands/shared/deletion/reference-guard.js';
import { Failure } from '../../src/lib/errors.js';
import { type Manifest, parseManifest } from '../../src/registries/oci/manifest.js';
import { documentOf, imageIndex, ociIndex, ociManifest, shaA, shaB } from '../support/manifests.js';

/** A repository in which these tags are on these manifests, as long as nobody moves one; and a clock. */
function given(tags: Readonly<Record<string, string>>, more: Partial<ReferenceGuardSettings> = {}) {
  const on = new Map(Object.entries(tags));
  const indexes = new Map<string, Manifest>();
  const heads: string[] = [];
  const oci: ReferenceGuardSettings['oci'] = {
    async *tags() {
      if (on.size === 0) throw new Failure('not-found', { operation: 'the list', reason: '404' });
      yield [...on.keys()];
    },
    async head(tag) {
      heads.push(tag);
      const digest = on.get(tag);
      return digest === undefined ? undefined : { digest, mediaType: indexes.has(digest) ? ociIndex : ociManifest };
    },
    manifest: async (digest) => indexes.get(digest),
  };
  const guard = createReferenceGuard({
    oci,
    driver: {},
    known: new Map(on),
    ...more,
  });
  return {
    guard,
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
    /** The tags that were looked at since the last call. */
    looked: () => heads.splice(0).sort(),
  };
}

describe('referencedBy', () => {
  test('none, as long as nothing has changed', async () => {
    const { guard } = given({ '1.0': shaA, '2.0': shaB });
    expect(await guard.referencedBy(shaA)).toBeUndefined();
  });

  test('a tag that was moved here, and one that is new', async () => {
    const moved = given({ '1.0': shaA, '2.0': shaB });
    moved.put('2.0', shaA);
    expect(await moved.guard.referencedBy(shaA)).toBe('2.0');
    const fresh = given({ '1.0': shaA });
    fresh.put('new', shaA);
    expect(await fresh.guard.referencedBy(shaA)).toBe('new');
  });

  test('a tag on an index that lists it, at any depth', async () => {
    const { guard, put, index } = given({ '1.0': shaA, '2.0': shaB });
    put('2.0', index(index(shaA)));
    expect(await guard.referencedBy(shaA)).toBe('2.0');
  });

  test('not the tag that is spared it; another on another index still', async () => {
    const exempts = (tag: string, digest: string) => tag === 'fallback' && digest === shaA;
    const { guard, put, index } = given({ fallback: shaB, '2.0': shaB }, { exempts });
    put('fallback', index(shaA));
    expect(await guard.referencedBy(shaA)).toBeUndefined();
    put('new', index(shaA, shaB));
    expect(await guard.referencedBy(shaA)).toBe('new');
  });

  test('a tag that the registry reports by itself', async () => {
    const tagsOn = async () => ['1.0', 'told'];
    const { guard } = given({ '1.0': shaA }, { driver: { tagsOn } });
    expect(await guard.referencedBy(shaA)).toBe('told');
  });

  test('none in a repository that does not exist since its last tag was deleted', async () => {
    const { guard, remove } = given({ '1.0': shaA });
    remove('1.0');
    expect(await guard.referencedBy(shaA)).toBeUndefined();
  });
});

test('all tags at first and after as many deletes as there are tags; in between the new ones alone', async () => {
  const tags = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`tag-${at}`, shaA]));
  const { guard, put, looked } = given(tags);
  await guard.referencedBy(shaA);
  expect(looked()).toHaveLength(30);
  put('new', shaB);
  await guard.referencedBy(shaA);
  expect(looked()).toEqual(['new']);
  for (let deletes = 2; deletes < 30; deletes += 1) await guard.referencedBy(shaA);
  expect(looked()).toEqual([]);
  await guard.referencedBy(shaA);
  expect(looked()).toHaveLength(31);
});

test('unreferenced: those that nothing needs, by a look at all at any time', async () => {
  const { guard, put, looked } = given({ '1.0': shaA, '2.0': shaB });
  await guard.referencedBy(shaA);
  looked();
  put('1.0', shaB);
  expect(await guard.unreferenced([shaA, shaB])).toEqual([shaA]);
  expect(looked()).toEqual(['1.0', '2.0']);
});

describe('stillUnreferenced', () => {
  test('by a look that is fresh: at new tags, and at deleted ones that exist again', async () => {
    const { guard, put, looked } = given({ '1.0': shaA, '2.0': shaB });
    await guard.unreferenced([]);
    looked();
    guard.deleted('1.0');
    // The tag is still, or again, on what it was on: the first delete of it was a reason for `free` to look no further.
    expect(await guard.unreferenced([shaA])).toEqual([shaA]);
    looked();
    expect(await guard.stillUnreferenced([shaA, shaB])).toEqual([shaB]);
    expect(looked()).toEqual(['1.0']);
    put('new', shaB);
    expect(await guard.stillUnreferenced([shaA, shaB])).toEqual([]);
    expect(looked()).toEqual(['1.0', 'new']);
  });

  test('a deleted tag that stays deleted needs nothing', async () => {
    const { guard, remove } = given({ '1.0': shaA, '2.0': shaB });
    guard.deleted('1.0');
    remove('1.0');
    expect(await guard.stillUnreferenced([shaA, shaB])).toEqual([shaA, shaB]);
  });

  test('what the index lists that a deleted tag is on again', async () => {
    const { guard, index } = given({ '1.0': given({}).index(shaA), '2.0': shaB });
    index(shaA);
    guard.deleted('1.0');
    expect(await guard.stillUnreferenced([shaA, shaB])).toEqual([shaB]);
  });
});
