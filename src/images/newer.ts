import type { ParsedTag, Version } from './version.js';
import { compareNumbered, compareText, compareVersions, maturityLadder } from './version-order.js';

/** How far a step may go, each farther than the one before: the same X.Y.Z, X.Y, X, any. */
export const strategies = ['patch', 'bugfix', 'minor', 'major'] as const;
export type Strategy = (typeof strategies)[number];

/** Which newer tags are wanted. */
export interface Policy {
  readonly strategy: Strategy;
  /** Whether a version that is no pre-release may go on to one. */
  readonly prerelease: boolean;
  readonly isSelected: (tag: string) => boolean;
}

/** Whether a tag is an update of the current one, and if not, what is in its way. */
export type Verdict = { readonly kind: 'candidate' | 'beyond'; readonly step: Strategy } | { readonly kind: Obstacle };

export type Obstacle =
  | 'current'
  | 'artefact'
  | 'unversioned'
  | 'prefix'
  | 'v'
  | 'class'
  | 'precision'
  | 'flavour'
  | 'counters'
  | 'same'
  | 'older'
  | 'rolling'
  | 'pre-release'
  | 'other-pre-release'
  | 'other-post-release'
  | 'not-selected';

/** What there is to go on to. */
export interface Newer {
  /** The best first. */
  readonly candidates: readonly Version[];
  /** The best of all steps, also of those that the strategy does not take. */
  readonly newest: Version | undefined;
  /** As new as the best candidate: post-releases of the same version by other words, which nothing orders. */
  readonly rivals: readonly Version[];
}

/** Judges a tag of the repository; a candidate's step is the first number that changes. */
export function judge(tag: ParsedTag, current: Version, policy: Policy): Verdict {
  if (tag.text === current.text) return { kind: 'current' };
  if (tag.kind !== 'version') return { kind: tag.kind };
  const obstacle = otherLine(tag, current) ?? notNewer(tag, current) ?? notWanted(tag, current, policy);
  if (obstacle !== undefined) return { kind: obstacle };
  const step = stepTo(tag, current);
  const within = strategies.indexOf(step) <= strategies.indexOf(policy.strategy);
  return { kind: within ? 'candidate' : 'beyond', step };
}

/** Finds what is newer in a list, in whatever order it is. */
export function findNewer(tags: readonly ParsedTag[], current: Version, policy: Policy): Newer {
  const judged = tags.flatMap((tag) => {
    const { kind } = judge(tag, current, policy);
    return tag.kind === 'version' && (kind === 'candidate' || kind === 'beyond') ? [{ tag, kind }] : [];
  });
  const ranked = judged.sort((one, other) => compareCandidates(one.tag, other.tag, current));
  const candidates = ranked.filter(({ kind }) => kind === 'candidate').map(({ tag }) => tag);
  const [best] = candidates;
  const rivals = best === undefined ? [] : candidates.filter((tag) => areRivals(tag, best, current));
  return { candidates, newest: ranked[0]?.tag, rivals };
}

/** The number in which the tag differs: the first, the second, the third, or none of them. */
export function stepTo(tag: Version, current: Version): Strategy {
  const at = tag.release.findIndex((number, index) => number !== current.release[index]);
  return (['major', 'minor', 'bugfix'] as const)[at] ?? 'patch';
}

/** A tag goes on only to tags of its own line, which are alike in all that is no order. */
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
  if (difference > 0) return undefined;
  return difference === 0 ? 'same' : 'older';
}

function notWanted(tag: Version, current: Version, policy: Policy): Obstacle | undefined {
  const [pre, post] = [words(tag, 'pre'), words(tag, 'post')];
  const [currentPre, currentPost] = [words(current, 'pre'), words(current, 'post')];
  const gains = (pre !== '' && currentPre === '') || (post !== '' && currentPost === '');
  if (pre !== '' && currentPre === '' && !policy.prerelease) return 'pre-release';
  if (gains && current.release.length < 3) return 'rolling';
  if (pre !== '' && currentPre !== '' && pre !== currentPre && !isRiper(tag, current)) return 'other-pre-release';
  if (post !== '' && currentPost !== '' && post !== currentPost && compareNumbered(tag, current) === 0) {
    return 'other-post-release';
  }
  return policy.isSelected(tag.text) ? undefined : 'not-selected';
}

/** `alpha` may become `beta` or `rc`, of the same X.Y.Z only. */
function isRiper(tag: Version, current: Version): boolean {
  const [mine, theirs] = [current, tag].map((one) => maturityLadder.indexOf(words(one, 'pre'))) as [number, number];
  return mine >= 0 && theirs > mine && stepTo(tag, current) === 'patch';
}

/** The words of a tag that make it a pre-release or a post-release; empty when there are none. */
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
