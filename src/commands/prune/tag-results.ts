import type { RepositoryName } from '../../images/name.js';
import type { PlannedOutcome, Verdict } from '../../retention/plan.js';
import type { Removal } from '../shared/deletion/remover.js';
import type { PrunedRepository } from './outcome.js';

/** The outcome of one tag, and the reason. */
export interface TagResult {
  readonly repository: RepositoryName;
  readonly tag: string;
  readonly digest: string;
  readonly date: Date | undefined;
  readonly outcome: PlannedOutcome | 'failed';
  readonly reason: string;
  /** Bytes of its image, counted once for all its tags. */
  readonly size: number | undefined;
}

/**
 * Every tag of a repository, in the plan's order. In a dry run what the plan deletes counts as deleted; of a plan that
 * was refused it stays.
 */
export function tagResultsOf({ repository, plan, removals }: PrunedRepository, dryRun: boolean): readonly TagResult[] {
  const becameOf = (reason: string, tag: string): Pick<TagResult, 'outcome' | 'reason'> =>
    plan.refusal === undefined
      ? outcomeOf(removals.get(tag), reason)
      : { outcome: 'kept', reason: `${reason}; the plan was refused` };
  return plan.verdicts.flatMap((verdict) =>
    verdict.image.tags.map((tag, at): TagResult => {
      const { digest, date, size } = verdict.image;
      const planned = { outcome: verdict.outcome, reason: reasonOf(verdict, tag) };
      const { outcome, reason } = planned.outcome !== 'deleted' || dryRun ? planned : becameOf(planned.reason, tag);
      return { repository, tag, digest, date, outcome, reason, size: at === 0 ? size : undefined };
    }),
  );
}

/** A rule may have been about another tag of the same image. */
function reasonOf({ tag: about, reason }: Verdict, tag: string): string {
  return about === undefined || about === tag ? reason : `on the same image as ${about}: ${reason}`;
}

function outcomeOf(removal: Removal | undefined, reason: string): Pick<TagResult, 'outcome' | 'reason'> {
  if (removal === undefined) return { outcome: 'failed', reason: 'not tried after the error before' };
  if (removal.kind === 'deleted' || removal.kind === 'missing') {
    return { outcome: 'deleted', reason: removal.kind === 'deleted' ? reason : `${reason}; it was already deleted` };
  }
  const outcomes = { failed: 'failed', locked: 'blocked', moved: 'kept', needed: 'kept' } as const;
  return { outcome: outcomes[removal.kind], reason: removal.reason };
}

/** In a dry run nothing is deleted yet. */
export function wordOf(outcome: TagResult['outcome'], dryRun: boolean): string {
  return dryRun && outcome === 'deleted' ? 'would be deleted' : outcome;
}

const urgency: readonly TagResult['outcome'][] = ['failed', 'blocked', 'deleted', 'kept'];

/** Failed and deleted ones first, each in their order: the list of kept ones is long. */
export function byUrgency(results: readonly TagResult[]): readonly TagResult[] {
  return urgency.flatMap((outcome) => results.filter((one) => one.outcome === outcome));
}
