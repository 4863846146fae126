import type { Strategy } from '../../images/newer.js';
import type { Version } from '../../images/version.js';
import { inputName } from '../../input-names.js';
import { mostTried, type Unfit } from './candidates.js';
import type { ListFacts } from './outcome.js';

/** Why the tag is the answer, as half a sentence. */
export function reasonToGo(tag: Version, step: Strategy, facts: ListFacts): string {
  const taken = `newer by a ${step} step`;
  return [taken, ...beyond(tag.text, facts), ...waiting(facts)].join('; ');
}

/** Why the tag that was asked about is. */
export function reasonToStay(facts: ListFacts, strategy: Strategy, unfit: Unfit | undefined): string {
  const tried = Math.min(facts.candidates, mostTried);
  const none = tried === 1 ? 'the newer tag cannot be taken' : `none of the ${tried} newest tags can be taken`;
  const because = unfit === undefined ? '' : ` (${unfit.tag}: ${unfit.why})`;
  return [
    tried === 0 ? `nothing is newer by a ${strategy} step or less` : `${none}${because}`,
    ...beyond(undefined, facts),
    ...waiting(facts),
  ].join('; ');
}

function beyond(taken: string | undefined, { newest, pending }: ListFacts): readonly string[] {
  return newest === undefined || newest === taken || pending.includes(newest) ? [] : [`the newest of all is ${newest}`];
}

function waiting({ pending }: ListFacts): readonly string[] {
  return pending.length === 0 ? [] : [`too young for ${inputName('min-age')}: ${pending.join(', ')}`];
}
