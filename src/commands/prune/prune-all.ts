import { asFailure, type Failure } from '../../errors.js';
import type { RepositoryName } from '../../images/name.js';
import type { Registry } from '../../registries/registry.js';
import { deletedTags } from '../../retention/plan.js';
import type { Context } from '../command.js';

import { createJournal, type JournalWriter } from '../journal-file.js';
import { carryOut, doomedOf } from './carry-out.js';
import { journalImages } from './journaling.js';
import type { PrunedRepository, PruneResult, UnreadRepository } from './outcome.js';
import { type Planned, type PruneOrder, planAll, refusalOf } from './planning.js';

/**
 * Plans every repository, writes the journal of all of them, and deletes. A repository that cannot be read, or whose plan
 * is refused, is left as it is; the others are pruned.
 */
export async function pruneAll(order: PruneOrder, registry: Registry, context: Context): Promise<PruneResult> {
  const { planned, unread } = await planAll(order, registry, context);
  const going = planned.filter((one) => deletedTags(one.plan) > 0 && refusalOf(one) === undefined);
  // A plan that is refused is shown, and not carried out: somebody has to look at it.
  const idle = planned.filter((one) => !going.includes(one)).map((one) => untouched(one, [], refusalOf(one)));
  if (order.dryRun || going.length === 0) {
    const pruned = planned.map((one) => untouched(one, order.dryRun ? one.leftovers : [], refusalOf(one)));
    return { pruned, unread, dryRun: order.dryRun, journal: undefined };
  }
  const { ready, failed, journal } = await writeJournal(going, order.journal, registry, context);
  const pruned: PrunedRepository[] = [];
  for (const { planned: one, journaled } of ready) {
    const stopped = context.signal.aborted ? asFailure(context.signal.reason) : undefined;
    pruned.push(stopped ? untouched(one, [], stopped) : await carryOut(one, journaled, context));
  }
  const changed = pruned.some((one) => one.changed);
  if (!changed) await journal.discard();
  const all = inOrder(order.repositories, [...pruned, ...idle]);
  return { pruned: all, unread: [...unread, ...failed], dryRun: false, journal: changed ? order.journal : undefined };
}

interface Journaled {
  readonly journal: JournalWriter;
  readonly ready: readonly { readonly planned: Planned; readonly journaled: ReadonlySet<string> }[];
  readonly failed: readonly UnreadRepository[];
}

/** All of it is on the disk before the first delete. What could not be read for it is not deleted. */
async function writeJournal(
  going: readonly Planned[],
  path: string,
  { name }: Registry,
  context: Context,
): Promise<Journaled> {
  const journal = await createJournal(path, name, context.now());
  const ready: Journaled['ready'][number][] = [];
  const failed: UnreadRepository[] = [];
  try {
    for (const one of going) {
      try {
        const { opened, plan: made, leftovers } = one;
        await opened.driver.prepareDelete?.();
        const doomed = { repository: opened.name, access: opened.oci, images: doomedOf(made), leftovers };
        ready.push({ planned: one, journaled: await journalImages(doomed, journal, context) });
      } catch (thrown) {
        if (context.signal.aborted) throw context.signal.reason;
        failed.push({ repository: one.opened.name, failure: asFailure(thrown) });
      }
    }
    await journal.finish();
  } catch (thrown) {
    await journal.discard();
    throw thrown;
  }
  return { journal, ready, failed };
}

function untouched(
  { opened, plan: made }: Planned,
  cleared: readonly string[],
  failure: Failure | undefined = undefined,
): PrunedRepository {
  return { repository: opened.name, plan: made, removals: new Map(), cleared, changed: false, failure };
}

function inOrder(names: readonly RepositoryName[], pruned: readonly PrunedRepository[]): readonly PrunedRepository[] {
  return names.flatMap((name) => pruned.filter(({ repository }) => repository.path === name.path));
}
