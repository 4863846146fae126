import type { CandidateRule } from './judgement.js';

/** The rules for keeping and deleting. Everything is checked already. */
export interface Policy {
  /**
   * The number of newest images to keep, in each group. At least one rule exists: this, `olderThan`, or one of `rules`.
   */
  readonly keep: number | undefined;
  /** Milliseconds: younger images are kept. */
  readonly olderThan: number | undefined;
  /** The other rules for candidates: an image is deleted only if all of them agree. */
  readonly rules: readonly CandidateRule[];
  /** Only images whose every tag matches are looked at; the others stay. */
  readonly include: RegExp | undefined;
  /** Images with a tag that matches stay, and do not count. */
  readonly exclude: RegExp | undefined;
  /** The same, for images that must never be deleted. */
  readonly protect: RegExp | undefined;
  /** An image that is named somewhere as being in use is kept, with all the tags on it. */
  readonly inUse: InUse;
  /** Digests that are kept even where the rules would delete them, and count like all others; each with the reason. */
  readonly exempt: ReadonlyMap<string, string>;
  /** A pattern with a capture: the captured part of a tag is the group of its image. */
  readonly groupBy: RegExp | undefined;
  /** The most tags that may go; a larger plan is refused. */
  readonly maxDelete: Limit | undefined;
}

/** Each with where it is named, for the reason. */
export interface InUse {
  readonly tags: ReadonlyMap<string, string>;
  readonly digests: ReadonlyMap<string, string>;
}

export type Limit = { readonly kind: 'count' | 'percent'; readonly value: number };

/** `10`, `25%`; undefined for anything else. */
export function parseLimit(text: string): Limit | undefined {
  const [, digits, percent] = /^(\d{1,9})(%?)$/.exec(text) ?? [];
  if (digits === undefined || (percent === '%' && Number(digits) > 100)) return undefined;
  return { kind: percent === '%' ? 'percent' : 'count', value: Number(digits) };
}

/** `10`, `25%` */
export function formatLimit({ kind, value }: Limit): string {
  return kind === 'percent' ? `${value}%` : String(value);
}

/** True if so many of so many are more than the limit allows. */
export function exceeds({ kind, value }: Limit, part: number, whole: number): boolean {
  return kind === 'percent' ? part * 100 > value * whole : part > value;
}

/**
 * The groups of an image: what the pattern captures of each of its tags, in their order; '' for tags that it does not
 * match.
 */
export function groupsOf(tags: readonly string[], groupBy: RegExp | undefined): readonly string[] {
  if (groupBy === undefined) return [''];
  return [...new Set(tags.map((tag) => captured(groupBy.exec(tag))))];
}

function captured(match: RegExpExecArray | null): string {
  return (match?.slice(1) ?? []).filter((part) => part !== undefined).join(' ');
}
