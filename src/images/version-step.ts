import type { Version } from './version.js';
import type { Qualifier } from './version-suffix.js';

/** The maximum size of a step, each larger than the one before: the same X.Y.Z, X.Y, X, any. */
export const strategies = ['patch', 'bugfix', 'minor', 'major'] as const;
export type Strategy = (typeof strategies)[number];

/**
 * The number in which the tag differs: the first, the second, the third, or none of them; of several versions the
 * farthest.
 */
export function stepTo(tag: Version, current: Version): Strategy {
  let level = firstChange(tag.release, current.release);
  for (const [at, counter] of tag.counters.entries()) {
    level = Math.min(level, counter.level + firstChange(counter.numbers, current.counters[at]?.numbers ?? []));
  }
  for (const [at, qualifier] of tag.qualifiers.entries()) {
    level = Math.min(level, qualifiedLevel(qualifier, current.qualifiers[at]));
  }
  return stepAt(level);
}

/** The same by the release alone. */
export function numberedStep(tag: Version, current: Version): Strategy {
  return stepAt(firstChange(tag.release, current.release));
}

function stepAt(level: number): Strategy {
  return strategies[Math.max(0, strategies.length - 1 - level)] ?? 'patch';
}

/** `-rc.1` and `-preview2.1` count builds; three numbers (`-dev-1.0.9`) are a version. */
function qualifiedLevel({ word, numbers }: Qualifier, before: Qualifier | undefined): number {
  if (before === undefined) return Number.POSITIVE_INFINITY;
  const lengths = [numbers.length, before.numbers.length];
  const isVersion = (word === before.word ? Math.max(...lengths) : Math.min(...lengths)) >= 3;
  return isVersion ? firstChange(numbers, before.numbers) : Number.POSITIVE_INFINITY;
}

/** The first position at which two lists of numbers differ, infinity for equal ones; a missing number is 0. */
function firstChange(one: readonly bigint[], other: readonly bigint[]): number {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at++) if ((one[at] ?? 0n) !== (other[at] ?? 0n)) return at;
  return Number.POSITIVE_INFINITY;
}
