import type { Plan, Verdict } from './plan.js';
import { groupsOf, type Policy } from './policy.js';

/**
 * The images by whose dates, links and use the deletes of a plan are right, by digest: those that are deleted, those
 * that `keep` counts before them, and one that stays. As long as these are read correctly, no mistake about another
 * image can delete anything: that image could only be one more that is deleted, or be counted before others too.
 */
export function groundsOf({ verdicts }: Plan, { keep, groupBy }: Policy): readonly string[] {
  const deleted = verdicts.filter(({ outcome }) => outcome === 'deleted');
  if (deleted.length === 0) return [];
  const groups = new Set(deleted.flatMap(({ image }) => groupsOf(image.tags, groupBy)));
  const counted = verdicts.filter(
    ({ outcome, rule, image }) =>
      outcome === 'kept' && rule === 'keep' && groupsOf(image.tags, groupBy).some((group) => groups.has(group)),
  );
  const staying = keep === 0 ? [] : stayingOf(verdicts);
  return [...new Set([...deleted, ...counted, ...staying].map(({ image }) => image.digest))];
}

/** The reason why images are kept: one that is kept, or if there is none, all that may need one. */
function stayingOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  const kept = verdicts.find(
    ({ outcome, referrer, image }) => outcome === 'kept' && !referrer && image.unusable === undefined,
  );
  return kept === undefined ? verdicts : [kept];
}
