import { asFailure, type Failure } from '../../lib/errors.js';
import { notDeletable } from '../../registries/oci/deletion.js';
import { childrenOf, inLevels } from '../../registries/oci/graph.js';
import { takeFromReferrersTag } from '../../registries/oci/referrers-tag.js';
import type { Context } from '../command.js';
import { createReferenceGuard } from '../shared/deletion/reference-guard.js';
import { createRemover, pushedAgain, type Removable, type Removal } from '../shared/deletion/remover.js';
import { verifyKept } from '../shared/deletion/verify.js';
import { type Inventory, imageOf } from './inventory.js';
import { lookUp } from './lookups.js';
import { fallbackTagOf, manifestsToDelete, type RepositoryDeletion, type Staying } from './manifests.js';

export interface RemovalSettings {
  /**
   * Called before the first manifest is deleted in place of its tag. @throws Failure where a tag that stays needs one
   */
  readonly beforeManifest: (because: string) => Promise<void>;
  readonly onDeleted: (tag: string) => void;
  readonly signal: Context['signal'];
}

/** The outcome of one repository. */
export interface Executed {
  readonly removals: ReadonlyMap<string, Removal>;
  /** True if anything was deleted, or may have been. */
  readonly changed: boolean;
  readonly failure: Failure | undefined;
}

/**
 * Deletes tags first, then what is deleted by its digest; afterwards looks whether all exists that has to. The first
 * delete that is refused or fails ends it.
 */
export async function removeFrom(one: RepositoryDeletion, settings: RemovalSettings): Promise<Executed> {
  const { inventory, manifests } = one;
  const { opened, tagsToDelete, digestsToDelete } = inventory;
  const { oci, driver } = opened;
  const exempts = (tag: string, digest: string) => tag === fallbackTagOf(digest, manifests);
  const guard = createReferenceGuard({ oci, driver, known: new Map(), exempts });
  if (one.isStayingRead()) guard.know(digestsOf(await one.readStaying()));
  const manifestsDeleted = new Set<string>();
  const remover = createRemover({
    opened,
    guard,
    signal: settings.signal,
    mostRefusals: 1,
    onDeleted: settings.onDeleted,
    async beforeManifest(because) {
      await settings.beforeManifest(because);
      guard.know(digestsOf(await one.readStaying()));
      guard.know(tagsToDelete);
    },
    async onManifestDeleted(digest) {
      manifestsDeleted.add(digest);
      await keepReferrersTrue(one, digest);
    },
  });
  const others = new Map<string, Removal>();
  let failure: Failure | undefined;
  try {
    const images = inOrder(one, manifestsToDelete(inventory)).flatMap((digest) => removable(inventory, digest));
    for (const level of inLevels(images, (digest) => childrenIn(one, digest))) await remover.remove(level);
    for (const tag of inventory.unserved.keys()) {
      if (remover.stopped() === undefined) others.set(tag, await removeUnserved(tag, inventory, settings));
    }
    for (const digest of digestsToDelete) if (manifestsDeleted.has(digest)) others.set(digest, { kind: 'deleted' });
    const left = inOrder(one, digestsToDelete).filter((digest) => !manifestsDeleted.has(digest));
    await remover.removeManifests(left.map((digest) => ({ digest, tags: [] })));
    const isRead = one.isStayingRead();
    const kept = isRead ? [...(await one.readStaying()).keys()] : inventory.others;
    if (remover.changed() || others.size > 0) await verifyKept(opened, kept, isRead);
  } catch (thrown) {
    failure = asFailure(thrown);
  }
  const removals = new Map([...remover.removals, ...others]);
  return { removals, changed: remover.changed() || others.size > 0, failure: remover.stopped() ?? failure };
}

/** Indexes before what they list, as some registries keep what an index still needs; all others as they were named. */
function inOrder({ manifests }: RepositoryDeletion, digests: readonly string[]): readonly string[] {
  const isIndex = (digest: string) => manifests.get(digest)?.content.kind === 'index';
  const indexes = [...manifests.keys()].reverse().filter((digest) => digests.includes(digest) && isIndex(digest));
  return [...indexes, ...digests.filter((digest) => manifests.has(digest) && !isIndex(digest))];
}

function childrenIn({ manifests }: RepositoryDeletion, digest: string): readonly string[] {
  const manifest = manifests.get(digest);
  return manifest === undefined ? [] : childrenOf(manifest).map((child) => child.digest);
}

function digestsOf(staying: Staying): ReadonlyMap<string, string> {
  return new Map([...staying].map(([tag, { digest }]) => [tag, digest] as const));
}

function removable({ tagsToDelete }: Inventory, digest: string): readonly Removable[] {
  const tags = [...tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag);
  return tags.length === 0 ? [] : [{ digest, tags }];
}

/** A tag on nothing that the registry serves, unless it is on something now. @throws Failure where that is refused */
async function removeUnserved(tag: string, inventory: Inventory, { onDeleted }: RemovalSettings): Promise<Removal> {
  const { oci, driver } = inventory.opened;
  const digest = inventory.unserved.get(tag)?.digest;
  const now = digest === undefined ? (await lookUp(oci, tag)).found : await oci.head(tag);
  if (now?.digest !== digest) return now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: pushedAgain };
  const deletion = await driver.deleteTag?.(tag, digest ?? tag);
  if (deletion === undefined || deletion.kind === 'unsupported') {
    throw notDeletable(imageOf(inventory, tag), deletion?.words ?? '');
  }
  if (deletion.kind === 'locked') throw deletion.failure;
  if (deletion.kind === 'deleted') onDeleted(tag);
  return deletion;
}

/**
 * Takes a deleted referrer out of the index that clients keep at `sha256-<hex>` where a registry has no referrers API.
 */
async function keepReferrersTrue(
  { inventory, manifests, readStaying }: RepositoryDeletion,
  digest: string,
): Promise<void> {
  const tag = fallbackTagOf(digest, manifests);
  if (tag !== undefined && (await readStaying()).has(tag))
    await takeFromReferrersTag(inventory.opened.oci, tag, digest);
}
