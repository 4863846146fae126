import { formatDay, formatSpan } from '../lib/duration.js';
import { inputName } from '../lib/input-names.js';
import type { TaggedImage } from './image.js';
import { groupsOf, type Policy } from './policy.js';

/** What decided. `subject`: it goes and stays with what it refers to; `part`: an index that stays lists it. */
export type Rule =
  | 'keep'
  | 'older-than'
  | 'include'
  | 'exclude'
  | 'protect'
  | 'in-use'
  | 'subject'
  | 'part'
  | 'locked'
  | 'unusable';

/** What one rule says of an image. */
export interface Ruling {
  readonly rule: Rule;
  readonly reason: string;
  /** The tag that it was said of; the others are on the same image. */
  readonly tag?: string;
}

/**
 * Why an image is not looked at any further, and stays: one of its tags is in use, protected, excluded, or not included, or
 * the image is of no use.
 * @param used digests in use, and of indexes that list one, with where that is said
 */
export function holdOf(
  { digest, tags, unusable }: TaggedImage,
  { inUse, protect, exclude, include }: Policy,
  used: ReadonlyMap<string, string>,
): Ruling | undefined {
  const place = used.get(digest);
  if (place !== undefined) return { rule: 'in-use', reason: `in use: ${place}` };
  const holds: readonly (readonly [Rule, (tag: string) => string | undefined])[] = [
    ['in-use', (tag) => (inUse.tags.has(tag) ? `in use: ${inUse.tags.get(tag)}` : undefined)],
    ['protect', (tag) => (protect?.test(tag) ? 'protected' : undefined)],
    ['exclude', (tag) => (exclude?.test(tag) ? 'excluded' : undefined)],
    ['include', (tag) => (include?.test(tag) === false ? 'not included' : undefined)],
  ];
  for (const [rule, said] of holds) {
    for (const tag of tags) {
      const reason = said(tag);
      if (reason !== undefined) return { rule, reason, tag };
    }
  }
  return unusable === undefined ? undefined : { rule: 'unusable', reason: unusable };
}

/** What `keep` and `older-than` say of a candidate. */
export interface Judgement {
  readonly goes: boolean;
  readonly ruling: Ruling;
}

/**
 * Judges candidates one after the other, from the newest to the oldest: one goes when each rule that was given says so.
 */
export function createJudge(policy: Policy, now: Date): (candidate: TaggedImage) => Judgement {
  const counts = new Map<string, number>();
  return (candidate) => {
    const ranks = groupsOf(candidate.tags, policy.groupBy).map((group) => {
      const rank = (counts.get(group) ?? 0) + 1;
      counts.set(group, rank);
      return { group, rank };
    });
    const [first = { group: '', rank: 0 }] = [...ranks].sort((one, other) => one.rank - other.rank);
    const counted = policy.keep === undefined ? undefined : countOf(first, policy.keep, policy.groupBy !== undefined);
    if (counted !== undefined && !counted.goes) return counted;
    const aged = policy.olderThan === undefined ? undefined : ageOf(candidate, policy.olderThan, now);
    if (aged === undefined || counted === undefined) return aged ?? counted ?? keptByNothing;
    if (!aged.goes) return aged;
    return { goes: true, ruling: { rule: 'keep', reason: `${counted.ruling.reason}; ${aged.ruling.reason}` } };
  };
}

/** Without a rule nothing goes. */
const keptByNothing: Judgement = { goes: false, ruling: { rule: 'keep', reason: 'no rule was given' } };

function countOf({ group, rank }: { group: string; rank: number }, keep: number, grouped: boolean): Judgement {
  const where = grouped ? ` of ${group === '' ? 'no group' : `group ${group}`}` : '';
  const goes = rank > keep;
  const reason = goes
    ? `number ${rank}${where}, and ${inputName('keep')} is ${keep}`
    : `one of the newest ${keep}${where}`;
  return { goes, ruling: { rule: 'keep', reason } };
}

function ageOf({ date }: TaggedImage, olderThan: number, now: Date): Judgement {
  if (date === undefined) {
    return {
      goes: false,
      ruling: { rule: 'older-than', reason: `without a date, which ${inputName('older-than')} never deletes` },
    };
  }
  const goes = now.getTime() - date.getTime() > olderThan;
  const reason = `of ${formatDay(date)}, ${goes ? 'older' : 'not older'} than ${formatSpan(olderThan)}`;
  return { goes, ruling: { rule: 'older-than', reason } };
}
