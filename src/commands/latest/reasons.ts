import type { Newer } from '../../images/newer.js';
import type { Version } from '../../images/version.js';
import type { Strategy } from '../../images/version-step.js';
import { inputName } from '../../lib/input-names.js';
import { formatImageDate } from '../shared/image-dates.js';
import { type Chosen, mostTried, type Unfit } from './candidates.js';
import type { ListFacts } from './outcome.js';

/** The reason why the tag is the answer, as half a sentence. */
export function reasonToGo({ tag, date }: Chosen, step: Strategy, facts: ListFacts, found: Newer): string {
  const taken = `a newer ${step} version${date === undefined ? '' : `, ${formatImageDate(date)}`}`;
  return [taken, ...beyond(tag.text, facts), ...waiting(facts), ...notConsidered(tag, found)].join('; ');
}

/** The reason why the given tag is the answer. */
export function reasonToStay(
  current: Version,
  facts: ListFacts,
  strategy: Strategy,
  unfit: Unfit | undefined,
  found: Newer,
): string {
  const tried = Math.min(facts.candidates, mostTried);
  const none = tried === 1 ? 'the newer tag cannot be taken' : `none of the ${tried} newest tags can be taken`;
  const because = unfit === undefined ? '' : ` (${unfit.tag}: ${unfit.why})`;
  return [
    tried === 0 ? `no newer version within ${strategy}` : `${none}${because}`,
    ...beyond(undefined, facts),
    ...waiting(facts),
    ...notConsidered(current, found),
  ].join('; ');
}

/** The reason why it is unknown which tag is the newest, as half a sentence. */
export function reasonOfDoubt(current: Version, unordered: Version): string {
  return `${unordered.text} is newer than ${current.text} by one of its versions and older by another`;
}

/** Tags that may be newer, where flavours, prefixes or the v change with the releases. */
function notConsidered(tag: Version, { elsewhere }: Newer): readonly string[] {
  if (elsewhere === undefined) return [];
  const others = elsewhere.prefix === tag.prefix && elsewhere.v === tag.v ? 'other flavours' : 'other spellings';
  return [`${others} were not considered: ${elsewhere.text}`];
}

function beyond(taken: string | undefined, { newest, pending }: ListFacts): readonly string[] {
  const isNamed = newest === taken || pending.some(({ tag }) => tag === newest);
  return newest === undefined || isNamed ? [] : [`newest overall: ${newest}`];
}

function waiting({ pending }: ListFacts): readonly string[] {
  const tags = pending.map(({ tag, date }) => `${tag} (${formatImageDate(date)})`);
  return tags.length === 0 ? [] : [`too young for ${inputName('min-age')}: ${tags.join(', ')}`];
}
