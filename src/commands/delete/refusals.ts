import { Failure } from '../../lib/errors.js';
import { childrenOf, readDown } from '../../registries/oci/graph.js';
import { isIndex } from '../../registries/oci/manifest.js';
import { isSignatureTag, subjectOfTag } from '../../retention/image.js';
import { type Inventory, imageOf } from './inventory.js';
import { fallbackTagOf, type Manifests, type RepositoryDeletion, type Staying } from './manifests.js';

/** The tags that stay and are on this very manifest: deleting it would take them along. */
export function tagsSharing(staying: Staying, digest: string): readonly string[] {
  return [...staying].filter(([, on]) => on.digest === digest).map(([tag]) => tag);
}

/**
 * Refuses to delete manifests that a tag that stays needs: because it is on the same manifest, or because its index
 * lists it.
 * @param because why it is the manifest that would be deleted
 * @throws Failure (unsupported) naming those tags, and whatever keeps an index from being read
 */
export async function refuseNeeded(
  { inventory, manifests, readStaying }: RepositoryDeletion,
  digests: readonly string[],
  because: string,
): Promise<void> {
  if (digests.length === 0) return;
  const staying = await readStaying();
  for (const digest of digests) {
    const sharing = tagsSharing(staying, digest);
    if (sharing.length === 0) continue;
    const tags = [...inventory.tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag);
    throw refusal(
      tags.length > 0 ? tags.map((tag) => imageOf(inventory, tag)).join(', ') : imageOf(inventory, digest),
      `${because}, and ${named(inventory, sharing)} ${sharing.length === 1 ? 'is' : 'are'} on the same one (${digest})`,
      'To delete all of them, name these tags too.',
    );
  }
  const parents = await indexesOver(inventory, staying, new Set(digests), manifests);
  for (const [digest, tags] of parents) {
    throw refusal(
      imageOf(inventory, digest),
      `${because}, and it is a part of ${named(inventory, tags)}, which could then no longer be pulled`,
      'Delete those first, or name them too.',
    );
  }
}

/**
 * Refuses to delete the last tag of a manifest whose signatures the registry would delete with it, and that were not
 * named: they are not in the journal.
 * @throws Failure (unsupported) naming them
 */
export async function refuseSigned({ inventory, readStaying }: RepositoryDeletion): Promise<void> {
  for (const digest of new Set([...inventory.tagsToDelete.values(), ...inventory.digestsToDelete])) {
    const signatures = inventory.others.filter((tag) => isSignatureTag(tag) && subjectOfTag(tag) === digest);
    if (signatures.length === 0 || tagsSharing(await readStaying(), digest).length > 0) continue;
    throw refusal(
      imageOf(inventory, digest),
      `with the last tag of a manifest this registry deletes its signatures: ${named(inventory, signatures)}`,
      'To delete these tags, name them too.',
    );
  }
}

function refusal(what: string, why: string, advice: string): Failure {
  return new Failure('unsupported', { operation: `Deleting ${what}`, reason: `${why}; nothing was deleted`, advice });
}

function named(inventory: Inventory, tags: readonly string[]): string {
  const shown = tags.slice(0, 10).map((tag) => imageOf(inventory, tag));
  return `${shown.join(', ')}${tags.length > shown.length ? ` and ${tags.length - shown.length} more` : ''}`;
}

/** For each of these digests that an index lists, the tags of such indexes that stay. Every index is read once. */
async function indexesOver(
  inventory: Inventory,
  staying: Staying,
  digests: ReadonlySet<string>,
  manifests: Manifests,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const listed = new Map<string, ReadonlySet<string>>();
  const found = new Map<string, string[]>();
  for (const [tag, descriptor] of staying) {
    if (!isIndex(descriptor)) continue;
    const under = listed.get(descriptor.digest) ?? (await digestsUnder(inventory, descriptor.digest));
    listed.set(descriptor.digest, under);
    for (const digest of digests) {
      const needs = under.has(digest) && tag !== fallbackTagOf(digest, manifests);
      if (needs) found.set(digest, [...(found.get(digest) ?? []), tag]);
    }
  }
  return found;
}

/** All digests that an index leads to. */
async function digestsUnder(inventory: Inventory, digest: string): Promise<ReadonlySet<string>> {
  const { oci } = inventory.opened;
  const topLevel = await oci.manifest(digest);
  if (topLevel === undefined) throw unreadable(inventory, digest, 'the registry lists it, but returns 404 for it');
  const read = await readDown(oci, topLevel, isIndex);
  return new Set(read.flatMap(childrenOf).map((child) => child.digest));
}

function unreadable(inventory: Inventory, digest: string, why: string): Failure {
  return new Failure('server', {
    operation: `Reading ${imageOf(inventory, digest)}`,
    reason: `${why}; nothing was deleted`,
    advice: 'An unreadable manifest may need the manifests to be deleted.',
  });
}
