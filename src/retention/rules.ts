import { formatDay, formatSpan } from '../lib/duration.js';
import { inputName } from '../lib/input-names.js';
import type { TaggedImage } from './image.js';
import type { CandidateRule, Judgement, Rule, Ruling } from './judgement.js';
import { groupsOf, type Policy } from './policy.js';

/**
 * The reason why an image is not looked at any further, and stays: one of its tags is in use, protected, excluded, or
 * not included, or the image is of no use.
 * @param used digests in use, and of indexes that list one, with the place that names them
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

/**
 * Judges candidates one after the other, from the newest to the oldest: one is deleted when each given rule agrees.
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
    const { keep, olderThan, groupBy } = policy;
    const rules: readonly CandidateRule[] = [
      ...(keep === undefined ? [] : [() => countOf(first, keep, groupBy !== undefined)]),
      ...(olderThan === undefined ? [] : [(one: TaggedImage) => ageOf(one, olderThan, now)]),
      ...policy.rules,
    ];
    return judgeBy(rules, candidate, now);
  };
}

/** By the first rule that keeps it, else by all of them. */
function judgeBy(rules: readonly CandidateRule[], candidate: TaggedImage, now: Date): Judgement {
  const rulings: Ruling[] = [];
  for (const rule of rules) {
    const judgement = rule(candidate, now);
    if (!judgement.goes) return judgement;
    rulings.push(judgement.ruling);
  }
  const [first, second] = rulings;
  if (first === undefined) return keptByNothing;
  if (second === undefined) return { goes: true, ruling: first };
  return { goes: true, ruling: { rule: first.rule, reason: rulings.map(({ reason }) => reason).join('; ') } };
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
