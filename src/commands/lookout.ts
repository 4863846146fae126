import { Failure } from '../errors.js';
import type { RepositoryDriver } from '../registries/drivers/driver.js';
import { type Descriptor, isIndex } from '../registries/manifest.js';
import type { Repository } from '../registries/repository.js';
import { eachOf } from './each.js';
import { listTags } from './list-tags.js';

/** Looks out for what has come to need a manifest since the repository was read. */
export interface Lookout {
  /** The tag that has been put on this manifest since, or on an index that lists it; undefined: none. */
  needing(digest: string): Promise<string | undefined>;
  /** Those of these digests that nothing has come to need, by a look at every tag there is. */
  free(digests: readonly string[]): Promise<readonly string[]>;
  /**
   * The same by a look that may be as old as `needing` allows; new tags are always looked at, and a tag that was deleted
   * and is there again is one of them.
   */
  stillFree(digests: readonly string[]): Promise<readonly string[]>;
  /** That a tag has been deleted. */
  left(tag: string): void;
  /** What a tag was seen to be on, by the way. */
  saw(tag: string, on: Descriptor): Promise<void>;
}

export interface LookoutSettings {
  readonly access: Pick<Repository, 'tags' | 'head' | 'manifest'>;
  readonly driver: Pick<RepositoryDriver, 'tagsOn'>;
  readonly now: () => Date;
  /** Tag → digest, as the repository was when it was read. A tag that is found on another since has come to need that. */
  readonly known: ReadonlyMap<string, string>;
  /** Whether this tag does not need this digest, although it is on an index that lists it. */
  readonly spares?: (tag: string, digest: string) => boolean;
}

const atOnce = 8;
/** Milliseconds; and a look at all tags is not worth more than a fifth of the time. */
const fresh = 2000;
const share = 4;

/**
 * Where a digest goes with every tag on it, all tags have to be known at that moment. All are looked at before the first
 * delete, and again every two seconds (in large repositories: after four times as long as it takes); in between the list
 * is read before each delete, and new names are looked at. Where the registry tells the tags of a manifest, it is asked
 * for those instead. Every method throws the Failure of what cannot be read: it might need what is to be deleted.
 */
export function createLookout({ access, driver, now, known: before, spares = () => false }: LookoutSettings): Lookout {
  const known = new Map(before);
  const needed = new Map<string, string>();
  /** Tags that have been deleted, and what those need that are there again. */
  const gone = new Set<string>();
  const neededAgain = new Map<string, string>();
  let freshUntil = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  /** However many want it at the same time, it is one look. */
  function lookAtAll(): Promise<void> {
    looking ??= (async () => {
      const begun = now().getTime();
      await lookAt(await listed());
      const took = now().getTime() - begun;
      freshUntil = begun + Math.max(fresh, share * took);
    })().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function refresh(isNew: (tag: string) => boolean): Promise<void> {
    if (now().getTime() >= freshUntil) return lookAtAll();
    await lookAt((await listed()).filter(isNew));
  }

  function listed(): Promise<readonly string[]> {
    return listTags(access).catch(noneLeft);
  }

  async function lookAt(tags: readonly string[]): Promise<void> {
    await eachOf(tags, atOnce, async (tag) => {
      const head = await access.head(tag);
      if (head !== undefined) await saw(tag, head);
    });
  }

  async function saw(tag: string, on: Descriptor): Promise<void> {
    const isAsBefore = known.get(tag) === on.digest;
    if (isAsBefore && !gone.has(tag)) return;
    // Of a tag that has just been deleted, the registry may answer for a moment as before.
    await addNeeds(on.digest, isIndex(on), tag, isAsBefore ? neededAgain : needed);
    known.set(tag, on.digest);
  }

  async function addNeeds(digest: string, index: boolean, tag: string, into: Map<string, string>): Promise<void> {
    if (into.has(digest)) return;
    const manifest = index ? await access.manifest(digest) : undefined;
    const children = manifest?.content.kind === 'index' ? manifest.content.manifests : [];
    for (const child of children) {
      if (!spares(tag, child.digest)) await addNeeds(child.digest, isIndex(child), tag, into);
    }
    // Last: one that could not be read is read again, and needs what it lists as long as it has not been.
    into.set(digest, tag);
  }

  return {
    saw,
    async needing(digest) {
      if (driver.tagsOn === undefined || now().getTime() >= freshUntil) await refresh((tag) => !known.has(tag));
      const tags = (await driver.tagsOn?.(digest)) ?? [];
      return needed.get(digest) ?? tags.find((tag) => known.get(tag) !== digest);
    },
    async free(digests) {
      await lookAtAll();
      return digests.filter((digest) => !needed.has(digest));
    },
    async stillFree(digests) {
      await refresh((tag) => gone.has(tag) || !known.has(tag));
      return digests.filter((digest) => !needed.has(digest) && !neededAgain.has(digest));
    },
    left: (tag) => void gone.add(tag),
  };
}

/** A repository whose last tag has just been deleted may be unknown. */
function noneLeft(fault: unknown): readonly string[] {
  if (fault instanceof Failure && fault.kind === 'not-found') return [];
  throw fault;
}
