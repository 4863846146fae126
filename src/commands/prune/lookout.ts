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
/** The tags that are on a manifest, where the registry tells that by itself. */
type TagsOn = (digest: string) => Promise<readonly string[]>;

const atOnce = 8;
/** Milliseconds: after that the tags that were known before are looked at again too. */
const fresh = 15_000;

/**
 * Where a digest goes with every tag on it, all tags have to be known at that moment: the list is read before each delete,
 * new names are looked at at once, the others every 15 seconds. Where the registry tells the tags of a manifest, it is
 * asked for those, and the list is read every 15 seconds.
 */
export function createLookout(
  images: readonly TaggedImage[],
  access: Reader,
  now: () => Date,
  tagsOn: TagsOn | undefined,
): Lookout {
  const known = new Map(images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest] as const)));
  const needed = new Map<string, string>();
  let looked = now().getTime();
  const isStale = () => now().getTime() - looked > fresh;

  async function refresh(): Promise<void> {
    const begun = now().getTime();
    const all = isStale();
    const open = (await list()).filter((tag) => all || !known.has(tag));
    await eachOf(open, atOnce, async (tag) => {
      const head = await access.head(tag);
      if (head === undefined || known.get(tag) === head.digest) return;
      await addNeeds(head.digest, isIndex(head), tag);
      known.set(tag, head.digest);
    });
    if (all) looked = begun;
  }

  async function list(): Promise<readonly string[]> {
    const listed = new Set<string>();
    try {
      for await (const tag of access.tags()) listed.add(tag);
    } catch (fault) {
      // A repository whose last tag has just been deleted may be unknown.
      if (!(fault instanceof Failure) || fault.kind !== 'not-found') throw fault;
    }
    return [...listed];
  }

  async function newcomer(digest: string): Promise<string | undefined> {
    const tags = (await tagsOn?.(digest)) ?? [];
    return tags.find((tag) => known.get(tag) !== digest);
  }

  async function addNeeds(digest: string, index: boolean, tag: string): Promise<void> {
    if (needed.has(digest)) return;
    const manifest = index ? await access.manifest(digest) : undefined;
    const children = manifest?.content.kind === 'index' ? manifest.content.manifests : [];
    for (const child of children) await addNeeds(child.digest, isIndex(child), tag);
    // Last: one that could not be read is read again, and needs what it lists as long as it has not been.
    needed.set(digest, tag);
  }

  return {
    async needing(digest) {
      if (tagsOn === undefined || isStale()) await refresh();
      return needed.get(digest) ?? newcomer(digest);
    },
    async free(digests) {
      await refresh();
      return digests.filter((digest) => !needed.has(digest));
    },
  };
}
