import { asFailure, Failure } from '../../lib/errors.js';
import { referrersTag } from '../../registries/oci/fallback-index.js';
import { addTree } from '../../registries/oci/graph.js';
import type { Descriptor, Manifest } from '../../registries/oci/manifest.js';
import type { JournalEntry } from '../../retention/journal.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { type Inventory, imageOf } from './inventory.js';
import { unservedAnswer } from './lookups.js';

/** The manifests that go, and what their indexes list, by digest; children come before the index that lists them. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** The tags that stay, with the manifests that they are on. */
export type Staying = ReadonlyMap<string, Descriptor>;

/** One repository, all that was found out about it, and all that is in the journal. */
export interface RepositoryDeletion {
  readonly inventory: Inventory;
  readonly manifests: Manifests;
  /** The tags that stay as they were at the first call: one HEAD a tag. */
  readonly readStaying: () => Promise<Staying>;
  /** True if they have been read. */
  readonly isStayingRead: () => boolean;
}

/**
 * Reads what is to be in the journal. A tag whose manifest the registry names and does not serve is left with its name.
 * @throws Failure for any other that cannot be read: only manifests in the journal are deleted
 */
export async function readManifests(
  inventory: Inventory,
): Promise<Pick<RepositoryDeletion, 'inventory' | 'manifests'>> {
  const manifests = new Map<string, Manifest>();
  const unserved = new Map<string, string>();
  await mapConcurrent(manifestsToDelete(inventory), 1, async (digest) => {
    const topLevel = await readTopLevel(inventory, digest);
    if (typeof topLevel === 'string') unserved.set(digest, topLevel);
    else await addTree(inventory.opened.oci, topLevel, manifests);
  });
  return { inventory: withoutManifests(inventory, unserved), manifests };
}

/** @returns the manifest, or what the registry answers for one that only tags lead to */
async function readTopLevel(inventory: Inventory, digest: string): Promise<Manifest | string> {
  const { opened, tagsToDelete, digestsToDelete } = inventory;
  const { oci } = opened;
  const read = await oci.manifest(digest).catch(asFailure);
  if (read !== undefined && !(read instanceof Failure)) return read;
  const [tag] = [...tagsToDelete].find(([, on]) => on === digest) ?? [];
  const isLost = read === undefined || read.status === 500;
  if (isLost && tag !== undefined && !digestsToDelete.includes(digest)) {
    const answer = (await oci.head(tag))?.digest === digest ? await unservedAnswer(oci, tag) : undefined;
    if (answer !== undefined) return answer;
  }
  throw read ?? vanished(inventory, digest);
}

function withoutManifests(inventory: Inventory, lost: ReadonlyMap<string, string>): Inventory {
  const unserved = new Map(inventory.unserved);
  const tagsToDelete = new Map(inventory.tagsToDelete);
  for (const [tag, digest] of inventory.tagsToDelete) {
    const answer = lost.get(digest);
    if (answer === undefined) continue;
    unserved.set(tag, { digest, answer });
    tagsToDelete.delete(tag);
  }
  return { ...inventory, tagsToDelete, unserved };
}

/** The digests that this run may delete: those on the tags that go, and those that were named. */
export function manifestsToDelete({ tagsToDelete, digestsToDelete }: Inventory): readonly string[] {
  return [...new Set([...tagsToDelete.values(), ...digestsToDelete])];
}

/**
 * The tag with the index of referrers that clients keep where a registry has no referrers API, if this manifest is one
 * of them. That index needs none of its entries: it is made true again when one goes.
 */
export function fallbackTagOf(digest: string, manifests: Manifests): string | undefined {
  const subject = manifests.get(digest)?.subject;
  return subject && referrersTag(subject);
}

/** The lines of the journal for this repository. */
export function journalEntries(inventory: Inventory, manifests: Manifests): readonly JournalEntry[] {
  const { tagsToDelete, repository } = inventory;
  return [...manifests.values()].map(({ descriptor: { digest, mediaType }, bytes }) => ({
    repository: repository.path,
    digest,
    mediaType,
    tags: [...tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag),
    bytes,
  }));
}

function vanished(inventory: Inventory, digest: string): Failure {
  return new Failure('server', {
    operation: `Reading ${imageOf(inventory, digest)}`,
    reason: 'the registry lists it, but returns 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
