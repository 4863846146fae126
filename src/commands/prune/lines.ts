import type { RepositoryName } from '../../images/name.js';
import type { Fate, Verdict } from '../../retention/plan.js';
import type { Removal } from '../shared/deletion/removal.js';
import type { PrunedRepository } from './outcome.js';

/** What became of one tag, and why. */
export interface Line {
  readonly repository: RepositoryName;
  readonly tag: string;
  readonly digest: string;
  readonly date: Date | undefined;
  readonly fate: Fate | 'failed';
  readonly reason: string;
  /** Bytes of its image, told once for all its tags. */
  readonly size: number | undefined;
}

/**
 * Every tag of a repository, in the plan's order. In a dry run what the plan deletes counts as deleted; of a plan that was
 * refused it stays.
 */
export function linesOf({ repository, plan, removals }: PrunedRepository, dryRun: boolean): readonly Line[] {
  const becameOf = (reason: string, tag: string): Pick<Line, 'fate' | 'reason'> =>
    plan.refusal === undefined
      ? outcomeOf(removals.get(tag), reason)
      : { fate: 'kept', reason: `${reason}; the plan was refused` };
  return plan.verdicts.flatMap((verdict) =>
    verdict.image.tags.map((tag, at): Line => {
      const { digest, date, size } = verdict.image;
      const planned = { fate: verdict.fate, reason: reasonOf(verdict, tag) };
      const { fate, reason } = planned.fate !== 'deleted' || dryRun ? planned : becameOf(planned.reason, tag);
      return { repository, tag, digest, date, fate, reason, size: at === 0 ? size : undefined };
    }),
  );
}

/** A rule may have been about another tag of the same image. */
function reasonOf({ tag: about, reason }: Verdict, tag: string): string {
  return about === undefined || about === tag ? reason : `on the same image as ${about}: ${reason}`;
}

function outcomeOf(removal: Removal | undefined, reason: string): Pick<Line, 'fate' | 'reason'> {
  if (removal === undefined) return { fate: 'failed', reason: 'not tried, because of what went wrong before' };
  if (removal.kind === 'deleted' || removal.kind === 'missing') {
    return { fate: 'deleted', reason: removal.kind === 'deleted' ? reason : `${reason}; it was gone already` };
  }
  const fates = { failed: 'failed', locked: 'blocked', moved: 'kept', needed: 'kept' } as const;
  return { fate: fates[removal.kind], reason: removal.reason };
}

/** In a dry run nothing is deleted yet. */
export function wordOf(fate: Line['fate'], dryRun: boolean): string {
  return dryRun && fate === 'deleted' ? 'would be deleted' : fate;
}

const urgency: readonly Line['fate'][] = ['failed', 'blocked', 'deleted', 'kept'];

/** What is in the way and what goes first, each in its order: nobody reads to the end of what stays. */
export function byUrgency(lines: readonly Line[]): readonly Line[] {
  return urgency.flatMap((fate) => lines.filter((line) => line.fate === fate));
}
