import { formatDay, formatSpan } from '../lib/duration.js';
import { inputName } from '../lib/input-names.js';
import type { CandidateRule } from './judgement.js';

/** An image goes when it was last pulled, and pushed, longer ago than this. @param span milliseconds */
export function createNotPulledFor(span: number): CandidateRule {
  const rule = 'not-pulled-for';
  return ({ lastUse }, now) => {
    if (lastUse === undefined) {
      return {
        goes: false,
        ruling: { rule, reason: `without a date of a pull, which ${inputName(rule)} never deletes` },
      };
    }
    const { kind, at } = lastUse;
    const goes = now.getTime() - at.getTime() > span;
    const last =
      kind === 'pulled' ? `last pulled on ${formatDay(at)}` : `not pulled since its push on ${formatDay(at)}`;
    return {
      goes,
      ruling: { rule, reason: `${last}, ${goes ? 'longer' : 'not longer'} ago than ${formatSpan(span)}` },
    };
  };
}
