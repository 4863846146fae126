import { formatImage, formatRepository } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { Descriptor } from '../../registries/oci/manifest.js';
import type { Access } from '../../registries/oci/repository.js';
import type { OpenRepository, Registry } from '../../registries/registry.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { listWhereNeeded, lookUp, type Unserved, unservedOf } from './lookups.js';
import type { Targets } from './targets.js';

/** The contents of a repository: the manifests to delete and the manifests to keep. */
export interface Inventory extends Targets {
  readonly opened: OpenRepository;
  /** The requested tags that exist: tag → digest. */
  readonly tagsToDelete: ReadonlyMap<string, string>;
  readonly digestsToDelete: readonly string[];
  /** The requested tags that are listed, but whose manifest the registry does not serve. */
  readonly unserved: ReadonlyMap<string, Unserved>;
  /** The requested tags and digests that do not exist. */
  readonly missing: readonly string[];
  /** The names of the tags that stay, where the list was read. */
  readonly others: readonly string[];
}

const atOnce = 8;

/**
 * Looks at what was named, and lists the tags of the repository where anything of it exists.
 * @throws Failure for a list or a tag that cannot be read: an unreadable manifest might need one that is to be deleted.
 */
export async function readInventory(targets: Targets, registry: Registry, allowed: Access): Promise<Inventory> {
  const { repository, tags, digests } = targets;
  const oci = registry.repository(repository, allowed);
  const lookups = await mapConcurrent([...tags, ...digests], atOnce, (reference) => lookUp(oci, reference));
  const listed = await listWhereNeeded(oci, lookups);
  const unserved = await unservedOf(oci, lookups, listed);
  const there = new Map(lookups.flatMap(({ reference, found }) => (found ? [[reference, found.digest] as const] : [])));
  const tagsToDelete = new Map(
    tags.flatMap((tag) => {
      const digest = there.get(tag);
      return digest === undefined ? [] : [[tag, digest] as const];
    }),
  );
  return {
    ...targets,
    // Here the registry has answered: which driver is its own is known.
    opened: await registry.open(repository, allowed),
    tagsToDelete,
    digestsToDelete: digests.filter((digest) => there.has(digest)),
    unserved,
    missing: [...tags, ...digests].filter((reference) => !there.has(reference) && !unserved.has(reference)),
    others: listed.filter((tag) => !tags.includes(tag)),
  };
}

/**
 * The tags that stay with their manifests, as they are now: one HEAD a tag. @throws Failure for one that cannot be read
 */
export async function readStaying(
  { repository, opened, others }: Inventory,
  context: Pick<Context, 'progress' | 'now'>,
): Promise<ReadonlyMap<string, Descriptor>> {
  const reportProgress = throttledProgress(context);
  const total = others.length;
  let done = 0;
  const staying = await mapConcurrent(others, atOnce, async (tag) => {
    const descriptor = await opened.oci.head(tag);
    done += 1;
    reportProgress(() => `${formatRepository(repository)}: ${done} of ${total} tags looked at`, { done, total });
    // Gone since the list was made.
    return descriptor === undefined ? [] : [[tag, descriptor] as const];
  });
  return new Map(staying.flat());
}

/** @throws Failure (not-found) naming what does not exist, unless that is accepted */
export function refuseMissing(inventories: readonly Inventory[], missingOk: boolean): void {
  const images = inventories.flatMap((inventory) =>
    inventory.missing.map((reference) => imageOf(inventory, reference)),
  );
  if (missingOk || images.length === 0) return;
  throw new Failure('not-found', {
    operation: `Looking for ${images.join(', ')}`,
    reason: 'does not exist; nothing was deleted',
    advice: `Check the names, or set ${inputName('missing-ok')} to accept missing images.`,
  });
}

/** A tag or digest of this repository, as people write it. */
export function imageOf({ repository }: Pick<Targets, 'repository'>, reference: string): string {
  return formatImage(
    reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference },
  );
}
