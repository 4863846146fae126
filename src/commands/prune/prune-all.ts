import { asFailure, Failure, usageFailure } from '../../errors.js';
import { formatRepository, type RepositoryName } from '../../images/name.js';
import { accessToDelete } from '../../registries/deleter.js';
import { deletedTags, plan } from '../../retention/plan.js';
import type { Policy } from '../../retention/policy.js';
import type { Context } from '../command.js';
import type { DeletingAccess } from '../deleting-access.js';
import { eachOf } from '../each.js';
import { createJournal, type JournalWriter } from '../journal-file.js';
import { matching } from '../matching.js';
import { carryOut, doomedOf, type Planned } from './carry-out.js';
import { journalImages } from './journaling.js';
import type { PrunedRepository, PruneResult, UnreadRepository } from './outcome.js';
import { readStock } from './read.js';
import type { Stock } from './stock.js';

/** What to prune, and how. Everything is checked already. */
export interface PruneOrder {
  readonly repositories: readonly RepositoryName[];
  readonly policyFor: (repository: RepositoryName) => Policy;
  /** Tags that must be in one of the repositories: a misspelt one would protect nothing. */
  readonly tagsInUse: readonly string[];
  readonly dryRun: boolean;
  /** The file to write, which is not there yet. */
  readonly journal: string;
}

/**
 * Plans every repository, writes the journal of all of them, and deletes. A repository that cannot be read, or whose plan
 * is refused, is left as it is; the others are pruned.
 */
export async function pruneAll(order: PruneOrder, access: DeletingAccess, context: Context): Promise<PruneResult> {
  const planned: Planned[] = [];
  const unread: UnreadRepository[] = [];
  await eachOf(order.repositories, 1, async (repository) => {
    try {
      const one = await planOne(repository, order, access, context);
      const refused = refusalOf(one);
      // A dry run shows a plan that is refused: somebody has to look at it.
      if (refused !== undefined && !order.dryRun) throw refused;
      tellOf(one, context);
      planned.push(one);
    } catch (thrown) {
      if (context.signal.aborted) throw context.signal.reason;
      unread.push({ repository, failure: asFailure(thrown) });
    }
  });
  if (unread.length === 0) refuseUnknown(order.tagsInUse, planned);
  const going = planned.filter(({ plan: one }) => deletedTags(one) > 0);
  const idle = planned.filter((one) => !going.includes(one)).map((one) => untouched(one, []));
  if (order.dryRun || going.length === 0) {
    const clears = order.dryRun && access.deleter.clearsLeftovers;
    const pruned = planned.map((one) => untouched(one, clears ? one.plan.leftovers : [], refusalOf(one)));
    return { pruned, unread, dryRun: order.dryRun, journal: undefined };
  }
  const { ready, failed, journal } = await writeJournal(going, order.journal, access, context);
  const pruned: PrunedRepository[] = [];
  for (const { planned: one, journaled } of ready) {
    const stopped = context.signal.aborted ? asFailure(context.signal.reason) : undefined;
    pruned.push(stopped ? untouched(one, [], stopped) : await carryOut(one, journaled, access.deleter, context));
  }
  const changed = pruned.some((one) => one.changed);
  if (!changed) await journal.discard();
  const all = inOrder(order.repositories, [...pruned, ...idle]);
  return { pruned: all, unread: [...unread, ...failed], dryRun: false, journal: changed ? order.journal : undefined };
}

async function planOne(
  repository: RepositoryName,
  order: PruneOrder,
  access: DeletingAccess,
  context: Context,
): Promise<Planned> {
  const rights = order.dryRun ? 'pull' : accessToDelete(access.name, { digests: false });
  const reader = access.registry.repository(repository, rights);
  const policy = order.policyFor(repository);
  const stock = await readStock(repository, reader, policy.inUse.digests.keys(), access, context);
  const { include, exclude, protect, groupBy } = policy;
  const planned = (of: Stock) =>
    matching({ include, exclude, protect, 'group-by': groupBy }, () => plan(of, policy, context.now()));
  const made = planned(stock);
  if (stock.deepen !== undefined && deletedTags(made) > 0) {
    const whole = { ...stock, graph: await stock.deepen() };
    return { repository, access: reader, stock: whole, plan: planned(whole) };
  }
  return { repository, access: reader, stock, plan: made };
}

/** @throws Failure (usage) naming a word of in-use that is no tag here */
function refuseUnknown(words: readonly string[], planned: readonly Planned[]): void {
  const tags = new Set(planned.flatMap(({ stock }) => stock.images.flatMap((image) => image.tags)));
  const unknown = words.find((word) => !tags.has(word));
  if (unknown === undefined) return;
  throw usageFailure(
    `in-use: ${JSON.stringify(unknown)} is no file here, and no tag of ${planned.map(({ repository }) => formatRepository(repository)).join(', ')}`,
    'Nothing was deleted: correct it, or leave it out. A file is looked for in the working directory.',
  );
}

function tellOf({ repository, stock }: Planned, { log }: Context): void {
  if (stock.dangling.length === 0) return;
  const [first] = stock.dangling;
  const others = stock.dangling.length - 1;
  log.warn(
    `${formatRepository(repository)}: the registry lists ${first}${others === 0 ? '' : ` and ${others} more tags`} without a ` +
      'manifest that could be read by that name: left alone',
  );
}

/** Why a plan must not be carried out; undefined for one that may. */
function refusalOf({ repository, plan: { refusal } }: Planned): Failure | undefined {
  if (refusal === undefined) return undefined;
  return new Failure('usage', {
    asked: `Pruning ${formatRepository(repository)}`,
    answered: `${refusal}; nothing was deleted`,
    advice: 'Look at the plan with dry-run. Change the rules, or if it is meant so, say so by keep or max-delete.',
  });
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
  { name, deleter }: DeletingAccess,
  context: Context,
): Promise<Journaled> {
  const journal = await createJournal(path, name, context.now());
  const ready: Journaled['ready'][number][] = [];
  const failed: UnreadRepository[] = [];
  try {
    for (const one of going) {
      try {
        await deleter.prepare?.(one.repository);
        const { repository, access, plan: made } = one;
        const leftovers = deleter.clearsLeftovers ? made.leftovers : [];
        const doomed = { repository, access, images: doomedOf(made), leftovers };
        ready.push({ planned: one, journaled: await journalImages(doomed, journal, context) });
      } catch (thrown) {
        if (context.signal.aborted) throw context.signal.reason;
        failed.push({ repository: one.repository, failure: asFailure(thrown) });
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
  { repository, plan: made }: Planned,
  cleared: readonly string[],
  failure: Failure | undefined = undefined,
): PrunedRepository {
  return { repository, plan: made, removals: new Map(), cleared, changed: false, failure };
}

function inOrder(names: readonly RepositoryName[], pruned: readonly PrunedRepository[]): readonly PrunedRepository[] {
  return names.flatMap((name) => pruned.filter(({ repository }) => repository.path === name.path));
}
