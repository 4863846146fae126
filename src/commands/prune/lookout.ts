import { Failure } from '../../errors.js';
import { isIndex } from '../../registries/manifest.js';
import type { Repository } from '../../registries/repository.js';
import type { TaggedImage } from '../../retention/image.js';
import { eachOf } from '../each.js';

/** Looks out for what has come to need a manifest since the plan was made. */
export interface Lookout {
  /** The tag that has been put on this manifest since, or on an index that lists it; undefined: none. */
  needing(digest: string): Promise<string | undefined>;
  /** Those of these digests that nothing has come to need; looked at once for all of them. */
  free(digests: readonly string[]): Promise<readonly string[]>;
}

type Reader = Pick<Repository, 'tags' | 'head' | 'manifest'>;

const atOnce = 8;
/** Milliseconds: after that the tags that were known before are looked at again too. */
const fresh = 15_000;

/**
 * Where a digest goes with every tag on it, all tags have to be known at that moment: the list is read before each delete,
 * new names are looked at at once, the others every 15 seconds.
 */
export function createLookout(images: readonly TaggedImage[], access: Reader, now: () => Date): Lookout {
  const known = new Map(images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest] as const)));
  const needed = new Map<string, string>();
  let looked = now().getTime();

  async function refresh(): Promise<void> {
    const all = now().getTime() - looked > fresh;
    if (all) looked = now().getTime();
    const listed = new Set<string>();
    try {
      for await (const tag of access.tags()) listed.add(tag);
    } catch (fault) {
      // A repository whose last tag has just been deleted may be unknown.
      if (!(fault instanceof Failure) || fault.kind !== 'not-found') throw fault;
    }
    const open = [...listed].filter((tag) => all || !known.has(tag));
    await eachOf(open, atOnce, async (tag) => {
      const head = await access.head(tag);
      if (head === undefined || known.get(tag) === head.digest) return;
      await addNeeds(head.digest, isIndex(head), tag);
      known.set(tag, head.digest);
    });
  }

  async function addNeeds(digest: string, index: boolean, tag: string): Promise<void> {
    if (needed.has(digest)) return;
    needed.set(digest, tag);
    const manifest = index ? await access.manifest(digest) : undefined;
    if (manifest?.content.kind !== 'index') return;
    for (const child of manifest.content.manifests) await addNeeds(child.digest, isIndex(child), tag);
  }

  return {
    async needing(digest) {
      await refresh();
      return needed.get(digest);
    },
    async free(digests) {
      await refresh();
      return digests.filter((digest) => !needed.has(digest));
    },
  };
}
