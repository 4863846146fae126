import type { ParsedTag, Version, VersionClass } from './version.js';
import type { Counter, Qualifier } from './version-suffix.js';

/**
 * The words of a pre-release from raw to ripe, as SemVer and PEP 440 have them. Others (snapshot, nightly) are on no
 * ladder.
 */
export const maturityLadder: readonly string[] = ['dev', 'alpha', 'milestone', 'beta', 'rc'];

/** The classes in the order in which a listing has them. */
const classes: readonly VersionClass[] = ['normal', 'year', 'date', 'long'];

/**
 * Compares two versions, for `Array.sort` from old to new: by release and revision (a number that is missing
 * counts as 0), qualifiers from left to right (pre-release < release < post-release), counters.
 * Says something only about tags of one line: same class, prefix, `v` and flavour, which it doesn't look at.
 * Pre-releases on no ladder come before those on it; they, and post-releases, are ordered by their words.
 * @returns 0 for twins, neither of which is newer: `v01.2.3` and `v1.2.3`, `1.2-rc1` and `1.2-rc.1`, `1.2` and `1.2.0`
 */
export function compareVersions(one: Version, other: Version): number {
  return (
    compareNumbered(one, other) ||
    compareLists(one.qualifiers, other.qualifiers, compareQualifiers) ||
    compareLists(one.counters, other.counters, compareCounters)
  );
}

/**
 * The same by release and revision alone: 0 for the images of one X.Y.Z, its pre-releases and post-releases among them.
 */
export function compareNumbered(one: Version, other: Version): number {
  return (
    compareLists(one.release, other.release, compareNumbers) ||
    compareLists(one.revision, other.revision, compareNumbers)
  );
}

/**
 * The order in which tags are listed, **newest first**, for `Array.sort`: by prefix, class and version; twins by
 * flavour, the shorter first, then by name. Tags without a version come last, by name. It is total: 0 means the same
 * tag.
 */
export function compareTags(one: ParsedTag, other: ParsedTag): number {
  if (one.kind === 'version' && other.kind === 'version') {
    return (
      compareWords(one.prefix, other.prefix) ||
      classes.indexOf(one.class) - classes.indexOf(other.class) ||
      compareVersions(other, one) ||
      compareWords(one.flavour, other.flavour) ||
      one.text.length - other.text.length ||
      compareText(one.text, other.text)
    );
  }
  if (one.kind === 'version') return -1;
  return other.kind === 'version' ? 1 : compareText(one.text, other.text);
}

/** Item by item; the comparison decides the meaning of an item that only one of the lists has. */
function compareLists<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item | undefined, other: Item | undefined) => number,
): number {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const difference = compare(one[index], other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareNumbers(one = 0n, other = 0n): number {
  return Number(one > other) - Number(one < other);
}

/** `-rc` comes before `-rc.0`: SemVer 2.0.0, 11.4.4. */
function compareCounts(one = -1n, other = -1n): number {
  return compareNumbers(one, other);
}

function compareQualifiers(one: Qualifier | undefined, other: Qualifier | undefined): number {
  const difference = standing(one) - standing(other);
  if (difference !== 0 || one === undefined || other === undefined) return difference;
  return (
    maturityLadder.indexOf(one.word) - maturityLadder.indexOf(other.word) ||
    compareText(one.word, other.word) ||
    compareLists(one.numbers, other.numbers, compareCounts)
  );
}

function standing(qualifier: Qualifier | undefined): number {
  if (qualifier === undefined) return 0;
  return qualifier.kind === 'pre' ? -1 : 1;
}

/** Of counters at the same place: by shape, then by number. */
export function compareCounters(one: Counter | undefined, other: Counter | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return compareText(one.shape, other.shape) || compareLists(one.numbers, other.numbers, compareCounts);
}

/** Words by name, the numbers in them from high to low: nothing, `-alpine3.18`, `-alpine3.9`, `-slim`. */
export function compareWords(one: string, other: string): number {
  if (one === other) return 0;
  const parts = (text: string) => text.split(/(\d+)/);
  return compareLists(parts(one), parts(other), (mine = '', theirs = '') => {
    const numbers = /^\d/.test(mine) && /^\d/.test(theirs);
    return numbers ? compareNumbers(BigInt(theirs), BigInt(mine)) : compareText(mine, theirs);
  });
}

/** By UTF-16 code unit, not by the machine's locale. */
export function compareText(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
