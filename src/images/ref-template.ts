import { usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/** The source of a tag's name: `ref` is a branch or a tag of the source; `commit` is a commit only. */
export type Named = 'branch' | 'tag' | 'ref' | 'pr' | 'commit';

/** The form in which tags of images name refs: `pr-{pr}`, `{branch}-{short-sha}`, `sha-{short-sha}`. */
export interface RefTemplate {
  readonly named: Named;
  /** The text before the name in a tag, and after it; for a commit, all of it is before. */
  readonly before: Side;
  readonly after: Side;
}

interface Side {
  readonly pattern: RegExp;
  /** In characters; undefined where it is not always the same. */
  readonly length: number | undefined;
}

const placeholders = '{branch}, {tag}, {ref} or {pr}';
const refKinds: readonly Named[] = ['branch', 'tag', 'ref', 'pr'];
const usualDigits = 7;

/**
 * Reads a template: text, `{branch}`, `{tag}`, `{ref}` (either) or `{pr}` (a number), `{short-sha}` (7 digits),
 * `{short-sha:N}`, `{sha}`, and `*` for any text.
 * @throws Failure (usage) for anything else, and for one that names neither a ref nor a commit
 */
export function parseRefTemplate(text: string): RefTemplate {
  let named: Named = 'commit';
  const pieces: Record<'before' | 'after', Piece[]> = { before: [], after: [] };
  let hasCommit = false;
  if (text.split('*').length > 3) throw faulty(text, 'has more than two *');
  for (const piece of text.match(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g) ?? []) {
    const kind = refKinds.find((one) => piece === `{${one}}`);
    if (kind !== undefined && named !== 'commit') throw faulty(text, `names two refs, ${piece} among them`);
    if (kind !== undefined) named = kind;
    else pieces[named === 'commit' ? 'before' : 'after'].push(readPiece(piece, text));
    hasCommit ||= /^\{(?:short-)?sha/.test(piece);
  }
  if (named === 'commit' && !hasCommit) throw faulty(text, 'names no ref');
  return { named, before: sideOf(pieces.before), after: sideOf(pieces.after) };
}

/**
 * The possible names in a tag, by this template, the longest first; none if it does not match. For the tag of a commit,
 * ''.
 */
export function namesIn(tag: string, { named, before, after }: RefTemplate): readonly string[] {
  if (named === 'commit') return before.pattern.test(tag) ? [''] : [];
  const placesOf = (fixed: number | undefined) =>
    fixed === undefined ? Array.from({ length: tag.length + 1 }, (_, at) => at) : [fixed];
  const starts = placesOf(before.length).filter((at) => before.pattern.test(tag.slice(0, at)));
  if (starts.length === 0) return [];
  const last = after.length === undefined ? undefined : tag.length - after.length;
  const ends = placesOf(last).filter((at) => after.pattern.test(tag.slice(at)));
  const names = starts.flatMap((start) => ends.flatMap((end) => (end > start ? [tag.slice(start, end)] : [])));
  const fitting = named === 'pr' ? names.filter((name) => /^[1-9]\d{0,14}$/.test(name)) : names;
  return fitting.sort((one, other) => other.length - one.length);
}

interface Piece {
  readonly pattern: string;
  readonly length: number | undefined;
}

function readPiece(piece: string, whole: string): Piece {
  if (piece === '*') return { pattern: '.+', length: undefined };
  if (piece === '{sha}') return { pattern: '(?:[0-9a-f]{40}|[0-9a-f]{64})', length: undefined };
  const [, digits = piece === '{short-sha}' ? usualDigits : undefined] = /^\{short-sha:(\d{1,2})\}$/.exec(piece) ?? [];
  const length = Number(digits);
  if (length >= 4 && length <= 64) return { pattern: `[0-9a-f]{${length}}`, length };
  if (/^[\w.-]+$/.test(piece)) return { pattern: piece.replaceAll('.', '\\.'), length: piece.length };
  throw faulty(whole, `has ${JSON.stringify(piece)}`);
}

function sideOf(pieces: readonly Piece[]): Side {
  const pattern = new RegExp(`^${pieces.map((piece) => piece.pattern).join('')}$`);
  const isFixed = pieces.every(({ length }) => length !== undefined);
  return { pattern, length: isFixed ? pieces.reduce((sum, { length = 0 }) => sum + length, 0) : undefined };
}

function faulty(text: string, what: string) {
  return usageFailure(
    `${inputName('gone-refs')}: the template ${JSON.stringify(text)} ${what}`,
    `Write how a tag names a ref: one of ${placeholders}, with {short-sha}, {short-sha:N}, {sha}, * or text around it. For the tags of docker/metadata-action: {branch}, pr-{pr}, sha-{short-sha}.`,
  );
}
