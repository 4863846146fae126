import { findElsewhere } from './other-lines.js';
import type { ParsedTag, Version } from './version.js';
import {
  compareCounters,
  compareNumbered,
  compareTags,
  compareText,
  compareVersions,
  maturityLadder,
} from './version-order.js';
import { numberedStep, type Strategy, stepTo, strategies } from './version-step.js';

/** The rules for newer tags. */
export interface Policy {
  readonly strategy: Strategy;
  /** True if a version that is not a pre-release may go on to one. */
  readonly prerelease: boolean;
  readonly isSelected: (tag: string) => boolean;
}

/** Decides if a tag is an update of the current one, and names the obstacle if it is not. */
export type Verdict = { readonly kind: 'candidate' | 'beyond'; readonly step: Strategy } | { readonly kind: Obstacle };

export type Obstacle =
  | 'current'
  | 'referrer'
  | 'unversioned'
  | 'prefix'
  | 'v'
  | 'class'
  | 'precision'
  | 'flavour'
  | 'counters'
  | 'same'
  | 'older'
  | 'unordered'
  | 'rolling'
  | 'pre-release'
  | 'other-pre-release'
  | 'other-post-release'
  | 'not-selected';

/** The candidates for an update. */
export interface Newer {
  /** The best first. */
  readonly candidates: readonly Version[];
  /** The best of all steps, also of those that the strategy does not take. */
  readonly newest: Version | undefined;
  /** As new as the best candidate: post-releases of the same version by other words, which nothing orders. */
  readonly rivals: readonly Version[];
  /** The newest of those that another flavour or spelling alone excludes, where it is ahead of all candidates. */
  readonly elsewhere: Version | undefined;
  /** Newer by one of its versions and older by another, within the strategy; where no candidate exists. */
  readonly unordered: Version | undefined;
}

/** Judges a tag of the repository; a candidate's step is the farthest number that changes. */
export function judge(tag: ParsedTag, current: Version, policy: Policy): Verdict {
  if (tag.text === current.text) return { kind: 'current' };
  if (tag.kind !== 'version') return { kind: tag.kind };
  const obstacle = otherLine(tag, current) ?? notNewer(tag, current) ?? notWanted(tag, current, policy);
  if (obstacle !== undefined) return { kind: obstacle };
  const step = stepTo(tag, current);
  return { kind: isWithin(step, policy) ? 'candidate' : 'beyond', step };
}

function isWithin(step: Strategy, { strategy }: Policy): boolean {
  return strategies.indexOf(step) <= strategies.indexOf(strategy);
}

/** Finds what is newer in a list, in whatever order it is. */
export function findNewer(tags: readonly ParsedTag[], current: Version, policy: Policy): Newer {
  const newer: { tag: Version; kind: 'candidate' | 'beyond' }[] = [];
  const others: Version[] = [];
  const unordered: Version[] = [];
  for (const tag of tags) {
    if (tag.kind !== 'version') continue;
    const { kind } = judge(tag, current, policy);
    if (kind === 'candidate' || kind === 'beyond') newer.push({ tag, kind });
    else if (lineObstacles.has(kind)) others.push(tag);
    else if (kind === 'unordered' && isWithin(stepTo(tag, current), policy)) unordered.push(tag);
  }
  const ranked = newer.sort((one, other) => compareCandidates(one.tag, other.tag, current));
  const candidates = ranked.filter(({ kind }) => kind === 'candidate').map(({ tag }) => tag);
  const [best] = candidates;
  const isTaken = (tag: Version) =>
    isWithin(numberedStep(tag, current), policy) && notWanted(tag, current, policy) === undefined;
  return {
    candidates,
    newest: ranked[0]?.tag,
    rivals: best === undefined ? [] : candidates.filter((tag) => areRivals(tag, best, current)),
    elsewhere: findElsewhere(others, best ?? current, isTaken),
    unordered: best === undefined ? unordered.sort(compareTags)[0] : undefined,
  };
}

/** Those that only spelling and flavour make. */
const lineObstacles: ReadonlySet<Verdict['kind']> = new Set<Obstacle>(['prefix', 'v', 'flavour', 'counters']);

/** A tag goes on only to tags of its own line, which are alike in all that is not an order. */
function otherLine(tag: Version, current: Version): Obstacle | undefined {
  if (tag.prefix !== current.prefix) return 'prefix';
  if (tag.v !== current.v) return 'v';
  if (tag.class !== current.class) return 'class';
  if (tag.flavour !== current.flavour) return 'flavour';
  if (tag.release.length !== current.release.length) return 'precision';
  const alike =
    tag.counters.length === current.counters.length &&
    tag.counters.every(({ shape }, at) => shape === current.counters[at]?.shape);
  return alike ? undefined : 'counters';
}

function notNewer(tag: Version, current: Version): Obstacle | undefined {
  const difference = compareVersions(tag, current);
  if (difference <= 0) return difference === 0 ? 'same' : 'older';
  const goesBack = tag.counters.some((counter, at) => {
    const before = current.counters[at];
    return counter.level === 0 && before !== undefined && compareCounters(counter, before) < 0;
  });
  return goesBack ? 'unordered' : undefined;
}

function notWanted(tag: Version, current: Version, policy: Policy): Obstacle | undefined {
  const [pre, post] = [words(tag, 'pre'), words(tag, 'post')];
  const [currentPre, currentPost] = [words(current, 'pre'), words(current, 'post')];
  const gains = (pre !== '' && currentPre === '') || (post !== '' && currentPost === '');
  if (pre !== '' && currentPre === '' && !policy.prerelease) return 'pre-release';
  // A version of PEP 440 is whole with any number of numbers.
  if (gains && current.release.length < 3 && post !== 'post') return 'rolling';
  if (pre !== '' && currentPre !== '' && pre !== currentPre && !isRiper(tag, current)) return 'other-pre-release';
  if (post !== '' && currentPost !== '' && post !== currentPost && compareNumbered(tag, current) === 0) {
    return 'other-post-release';
  }
  return policy.isSelected(tag.text) ? undefined : 'not-selected';
}

/** `alpha` may become `beta` or `rc`, of the same X.Y.Z only. */
function isRiper(tag: Version, current: Version): boolean {
  const [mine, theirs] = [current, tag].map((one) => maturityLadder.indexOf(words(one, 'pre'))) as [number, number];
  return mine >= 0 && theirs > mine && numberedStep(tag, current) === 'patch';
}

/** The words of a tag that make it a pre-release or a post-release; empty if none exist. */
function words({ qualifiers }: Version, kind: 'pre' | 'post'): string {
  return qualifiers.flatMap((one) => (one.kind === kind ? [one.word] : [])).join('.');
}

/**
 * The best first: the newest, of twins the shorter, then by text. Of two post-releases of one version (`-patch.7`,
 * `-hotfix.1`) the one by the current tag's own word; from a tag without one the last word by text.
 */
function compareCandidates(one: Version, other: Version, current: Version): number {
  const own = words(current, 'post');
  const preferred = (tag: Version) => Number(own !== '' && isPostRelease(tag) && words(tag, 'post') === own);
  const both = isPostRelease(one) && isPostRelease(other);
  return (
    compareNumbered(other, one) ||
    (both ? preferred(other) - preferred(one) : 0) ||
    compareVersions(other, one) ||
    one.text.length - other.text.length ||
    compareText(one.text, other.text)
  );
}

function areRivals(tag: Version, best: Version, current: Version): boolean {
  const [mine, theirs] = [words(best, 'post'), words(tag, 'post')];
  const isArbitrary = mine !== words(current, 'post') && isPostRelease(best) && isPostRelease(tag);
  return isArbitrary && theirs !== mine && compareNumbered(tag, best) === 0;
}

function isPostRelease({ qualifiers }: Version): boolean {
  return qualifiers[0]?.kind === 'post';
}
