import type { RepositoryName } from '../../images/name.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import type { Registry } from '../../registries/registry.js';
import { deletedTags } from '../../retention/plan.js';
import type { Context } from '../command.js';
import { createJournal, type JournalWriter } from '../shared/deletion/journal-file.js';
import { executePlan, imagesToDelete } from './execute-plan.js';
import { type Journaled, journalImages } from './journaling.js';
import type { PrunedRepository, PruneResult, UnreadRepository } from './outcome.js';
import { type Planned, type PruneOrder, planAll, planNext, refusalOf } from './planning.js';

/**
 * Prunes one repository after the other: its plan, its part of the journal, its deletes, the look back. A run that is
 * stopped has made progress, and a repository that cannot be read, or whose plan is refused, is left as it is and holds
 * back no other.
 * @throws Failure (usage) where the journal cannot be written, and for what `planAll` refuses
 */
export async function pruneAll(order: PruneOrder, registry: Registry, context: Context): Promise<PruneResult> {
  const pruned: PrunedRepository[] = [];
  const unread: UnreadRepository[] = [];
  let journal: JournalWriter | undefined;
  const open = async () => {
    journal ??= await createJournal(order.journal, registry.name, context.now());
    return journal;
  };
  // A word of in-use that is not a tag anywhere would protect nothing: that shows when all are read.
  const plans = order.tagsInUse.length === 0 ? undefined : await planAll(order, registry, context);
  async function planAndPrune(repository: RepositoryName): Promise<PrunedRepository | UnreadRepository> {
    const planned = plans?.get(repository) ?? (await planNext(repository, order, registry, context));
    return 'plan' in planned ? pruneOne(planned, order, open, context) : planned;
  }
  // Once something has been deleted, the report of it is never lost.
  const leftAsItIs = (repository: RepositoryName) => (thrown: unknown) => {
    if (!pruned.some((one) => one.changed)) throw thrown;
    return { repository, failure: asFailure(thrown) };
  };
  try {
    for (const repository of order.repositories) {
      const one = await planAndPrune(repository).catch(leftAsItIs(repository));
      if ('plan' in one) pruned.push(one);
      else unread.push(one);
    }
  } catch (thrown) {
    await journal?.discard();
    throw thrown;
  }
  const changed = pruned.some((one) => one.changed);
  if (changed) await journal?.close();
  else await journal?.discard();
  return { pruned, unread, dryRun: order.dryRun, journal: changed ? order.journal : undefined };
}

async function pruneOne(
  planned: Planned,
  { dryRun }: PruneOrder,
  open: () => Promise<JournalWriter>,
  context: Context,
): Promise<PrunedRepository | UnreadRepository> {
  // A plan that is refused is reported, and not executed.
  const refusal = refusalOf(planned);
  if (dryRun) return untouched(planned, planned.orphans, refusal);
  if (refusal !== undefined || deletedTags(planned.plan) === 0) return untouched(planned, [], refusal);
  if (context.signal.aborted) return untouched(planned, [], asFailure(context.signal.reason));
  const { opened, plan, orphans } = planned;
  const journal = await open();
  let journaled: Journaled;
  try {
    await opened.driver.prepareDelete?.();
    const deletions = { repository: opened.name, access: opened.oci, images: imagesToDelete(plan), orphans };
    journaled = await journalImages(deletions, journal, context);
  } catch (thrown) {
    if (context.signal.aborted) throw context.signal.reason;
    // Manifests that could not be read for the journal are not deleted.
    return { repository: opened.name, failure: asFailure(thrown) };
  }
  // All of it is on the disk before the first delete.
  await journal.seal();
  return executePlan(planned, journaled, context);
}

function untouched(
  { opened, plan }: Planned,
  deletedOrphans: readonly string[],
  failure: Failure | undefined = undefined,
): PrunedRepository {
  return { repository: opened.name, plan, removals: new Map(), deletedOrphans, changed: false, failure };
}
