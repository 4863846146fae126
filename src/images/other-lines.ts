import type { Version } from './version.js';
import { compareNumbered, compareTags, compareVersions, compareWords } from './version-order.js';

/**
 * The newest tag of other lines that is ahead of the best one; of those that differ in numbers alone, if any exist.
 * From a release only releases count.
 */
export function findElsewhere(
  tags: readonly Version[],
  best: Version,
  isTaken: (tag: Version) => boolean,
): Version | undefined {
  const own = shapeOf(best);
  const pick = (some: readonly Version[]) =>
    // From the end, where the lists of registries have the newest: most of the others are then below it.
    some.reduceRight<Version | undefined>((found, tag) => {
      if (isBelow(tag.release, (found ?? best).release) || !isAhead(tag, best) || !isTaken(tag)) return found;
      return found === undefined || (compareVersions(found, tag) || compareTags(tag, found)) < 0 ? tag : found;
    }, undefined);
  const comparable: Version[] = [];
  let [release, below] = [best.release, false];
  for (const tag of tags) {
    // Neighbours in a list mostly share their numbers, and then the array that `parseTags` has read once.
    if (tag.release !== release) [release, below] = [tag.release, isBelow(tag.release, best.release)];
    if (below || tag.class !== best.class || release.length !== best.release.length) continue;
    if (tag.qualifiers.length === 0 || best.qualifiers.length > 0) comparable.push(tag);
  }
  return (
    pick(comparable.filter((tag) => shapeOf(tag) === own)) ??
    pick(comparable.filter(({ prefix }) => prefix === best.prefix))
  );
}

/** By its numbers, or where those are equal by a number in the words that are else the same: `-alpine3.19`. */
function isAhead(tag: Version, best: Version): boolean {
  const ahead = compareNumbered(tag, best);
  if (ahead !== 0) return ahead > 0;
  return shapeOf(tag) === shapeOf(best) && compareWords(wordsOf(tag), wordsOf(best)) < 0;
}

function isBelow(one: readonly bigint[], other: readonly bigint[]): boolean {
  for (const [at, number] of one.entries()) {
    const limit = other[at] ?? 0n;
    if (number !== limit) return number < limit;
  }
  return false;
}

function wordsOf({ prefix, flavour }: Version): string {
  return `${prefix}\n${flavour}`;
}

/** The words without the numbers in them. */
function shapeOf(tag: Version): string {
  return wordsOf(tag).replace(/\d+/g, '#');
}
