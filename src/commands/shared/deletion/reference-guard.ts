import { Failure } from '../../../lib/errors.js';
import type { RepositoryDriver } from '../../../registries/drivers/driver.js';
import { childrenOf, readDown } from '../../../registries/oci/graph.js';
import { type Descriptor, isIndex } from '../../../registries/oci/manifest.js';
import type { Repository } from '../../../registries/oci/repository.js';
import { mapConcurrent } from '../concurrency.js';
import { listTags } from './verify.js';

/** Finds the tags that have come to reference a manifest since the repository was read. */
export interface ReferenceGuard {
  /** A tag that has been put on this manifest since, or on an index that lists it; undefined: none. */
  referencedBy(digest: string): Promise<string | undefined>;
  /** Those of these digests that no tag has come to reference, by a look at every tag. */
  unreferenced(digests: readonly string[]): Promise<readonly string[]>;
  /**
   * The same by a look that may be as old as `referencedBy` allows. New tags are always looked at, and a tag that was
   * deleted and exists again is one of them.
   */
  stillUnreferenced(digests: readonly string[]): Promise<readonly string[]>;
  /** Adds tags to those that are known, as they were when they were read. */
  know(tags: ReadonlyMap<string, string>): void;
  /** Notes that a tag has been deleted. */
  deleted(tag: string): void;
  /** Notes the manifest that a tag was seen on. */
  observe(tag: string, on: Descriptor): Promise<void>;
}

export interface ReferenceGuardSettings {
  readonly oci: Pick<Repository, 'tags' | 'head' | 'manifest'>;
  readonly driver: Pick<RepositoryDriver, 'tagsOn'>;
  /** Tag → digest, as the repository was when it was read. A tag that is on another digest now references that one. */
  readonly known: ReadonlyMap<string, string>;
  /** True if this tag does not need this digest, although it is on an index that lists it. */
  readonly exempts?: (tag: string, digest: string) => boolean;
}

const atOnce = 8;
/** The fewest deletes between two looks at all tags. */
const fewest = 25;

/**
 * Where a digest goes with every tag on it, all tags have to be known at that moment. All are looked at before the
 * first delete, and again after as many deletes as the repository has tags. In between the list is read, and new names
 * are looked at: before each delete where the list is one page, else after twice as many deletes as it has pages. So a
 * delete costs two requests more at most, for any number of tags. Where the registry reports the tags of a manifest, it
 * is queried for those before each delete instead. Every method throws the Failure of what cannot be read: it might
 * need what is to be deleted.
 */
export function createReferenceGuard({
  oci,
  driver,
  known: before,
  exempts = () => false,
}: ReferenceGuardSettings): ReferenceGuard {
  const known = new Map(before);
  const referenced = new Map<string, string>();
  /** Tags that have been deleted, and what those reference that exist again. */
  const deleted = new Set<string>();
  const referencedAgain = new Map<string, string>();
  /** The number of digests that may be checked until the list has to be read, and all tags have to be looked at. */
  let untilList = 0;
  let untilCheck = 0;
  let looking: Promise<void> | undefined;
  let listing: Promise<void> | undefined;

  /** However many want it at the same time, it is one look. */
  function lookAtAll(): Promise<void> {
    looking ??= (async () => {
      const tags = await listed();
      await lookAt(tags);
      untilCheck = Math.max(fewest, tags.length);
    })().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function lookAtNew(isNew: (tag: string) => boolean): Promise<void> {
    listing ??= (async () => {
      await lookAt((await listed()).filter(isNew));
    })().finally(() => {
      listing = undefined;
    });
    return listing;
  }

  /** Before this many deletes. */
  async function refresh(deletes: number, isNew: (tag: string) => boolean): Promise<void> {
    if (looking !== undefined || untilCheck <= 0) await lookAtAll();
    else if (listing !== undefined || untilList <= 0) await lookAtNew(isNew);
    untilCheck -= deletes;
    untilList -= deletes;
  }

  async function listed(): Promise<readonly string[]> {
    let pages = 0;
    const tags = await listTags(oci, () => {
      pages += 1;
    }).catch(noneLeft);
    untilList = pages <= 1 ? 1 : 2 * pages;
    return tags;
  }

  async function lookAt(tags: readonly string[]): Promise<void> {
    await mapConcurrent(tags, atOnce, async (tag) => {
      const head = await oci.head(tag);
      if (head !== undefined) await observe(tag, head);
    });
  }

  async function observe(tag: string, on: Descriptor): Promise<void> {
    const isAsBefore = known.get(tag) === on.digest;
    if (isAsBefore && !deleted.has(tag)) return;
    // Of a tag that has just been deleted, the registry may answer for a moment as before.
    await addReferences(on.digest, isIndex(on), tag, isAsBefore ? referencedAgain : referenced);
    known.set(tag, on.digest);
  }

  async function addReferences(digest: string, index: boolean, tag: string, into: Map<string, string>): Promise<void> {
    if (into.has(digest)) return;
    const root = index ? await oci.manifest(digest) : undefined;
    const isNew = (child: Descriptor) => !into.has(child.digest) && !exempts(tag, child.digest);
    const read = root === undefined ? [] : await readDown(oci, root, (child) => isIndex(child) && isNew(child));
    // When all is read: one that could not be read is read again, and needs what it lists as long as it has not been.
    for (const child of read.flatMap(childrenOf)) if (isNew(child)) into.set(child.digest, tag);
    into.set(digest, tag);
  }

  return {
    observe,
    async referencedBy(digest) {
      if (driver.tagsOn === undefined || untilCheck <= 0) await refresh(1, (tag) => !known.has(tag));
      else untilCheck -= 1;
      const tags = (await driver.tagsOn?.(digest)) ?? [];
      return referenced.get(digest) ?? tags.find((tag) => known.get(tag) !== digest);
    },
    async unreferenced(digests) {
      await lookAtAll();
      return digests.filter((digest) => !referenced.has(digest));
    },
    async stillUnreferenced(digests) {
      await listing;
      untilList = 0;
      await refresh(digests.length, (tag) => deleted.has(tag) || !known.has(tag));
      return digests.filter((digest) => !referenced.has(digest) && !referencedAgain.has(digest));
    },
    know(tags) {
      for (const [tag, digest] of tags) known.set(tag, digest);
    },
    deleted: (tag) => void deleted.add(tag),
  };
}

/** A repository whose last tag has just been deleted may be unknown. */
function noneLeft(error: unknown): readonly string[] {
  if (error instanceof Failure && error.kind === 'not-found') return [];
  throw error;
}
