import { usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/** What a tag is named after: `ref` a branch or a tag of the source; `commit` nothing but a commit. */
export type Named = 'branch' | 'tag' | 'ref' | 'pr' | 'commit';

/** How the tags of images name refs: `pr-{pr}`, `{branch}-{short-sha}`, `sha-{short-sha}`. */
export interface RefTemplate {
  readonly named: Named;
  /** What a tag has in front of the name, and behind it; of a commit's, all of it in front. */
  readonly before: RegExp;
  readonly after: RegExp;
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
  const parts = { before: '', after: '' };
  let hasCommit = false;
  if (text.split('*').length > 3) throw faulty(text, 'has more than two *');
  for (const piece of text.match(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g) ?? []) {
    const kind = refKinds.find((one) => piece === `{${one}}`);
    if (kind !== undefined && named !== 'commit') throw faulty(text, `names two refs, ${piece} among them`);
    if (kind !== undefined) named = kind;
    else parts[named === 'commit' ? 'before' : 'after'] += patternOf(piece, text);
    hasCommit ||= /^\{(?:short-)?sha/.test(piece);
  }
  if (named === 'commit' && !hasCommit) throw faulty(text, 'names no ref');
  return { named, before: new RegExp(`^${parts.before}$`), after: new RegExp(`^${parts.after}$`) };
}

/** What a tag may have as the name, by this template, the longest first; nothing where it does not match. A commit's tag has '' there. */
export function namesIn(tag: string, { named, before, after }: RefTemplate): readonly string[] {
  if (named === 'commit') return before.test(tag) ? [''] : [];
  const places = Array.from({ length: tag.length + 1 }, (_, at) => at);
  const starts = places.filter((at) => before.test(tag.slice(0, at)));
  const ends = places.filter((at) => after.test(tag.slice(at)));
  const names = starts.flatMap((start) => ends.flatMap((end) => (end > start ? [tag.slice(start, end)] : [])));
  const fitting = named === 'pr' ? names.filter((name) => /^[1-9]\d{0,14}$/.test(name)) : names;
  return fitting.sort((one, other) => other.length - one.length);
}

function patternOf(piece: string, whole: string): string {
  if (piece === '*') return '.+';
  if (piece === '{sha}') return '(?:[0-9a-f]{40}|[0-9a-f]{64})';
  if (piece === '{short-sha}') return `[0-9a-f]{${usualDigits}}`;
  const [, digits] = /^\{short-sha:(\d{1,2})\}$/.exec(piece) ?? [];
  if (digits !== undefined && Number(digits) >= 4 && Number(digits) <= 64) return `[0-9a-f]{${Number(digits)}}`;
  if (/^[\w.-]+$/.test(piece)) return piece.replaceAll('.', '\\.');
  throw faulty(whole, `has ${JSON.stringify(piece)}`);
}

function faulty(text: string, what: string) {
  return usageFailure(
    `${inputName('gone-refs')}: the template ${JSON.stringify(text)} ${what}`,
    `Write how a tag names a ref: one of ${placeholders}, with {short-sha}, {short-sha:N}, {sha}, * or text around it. For the tags of docker/metadata-action: {branch}, pr-{pr}, sha-{short-sha}.`,
  );
}
