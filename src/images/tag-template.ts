import { usageFailure } from '../lib/errors.js';
import { isTag } from './name.js';

/** A template that makes a tag of a commit: literal text and placeholders, in order. */
export type TagTemplate = readonly TagPart[];
type TagPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sha'; readonly length?: number }
  | { readonly kind: 'ref' };

/** The values for a template. */
export interface TagSource {
  /** The full commit SHA, 40 or 64 lower-case hexadecimal digits. */
  readonly commit: string;
  /** The ref's short name (`feature/x`), or the commit without a name. */
  readonly ref: string;
}

const placeholders = '{short-sha}, {short-sha:N}, {sha} and {ref}';
const shortest = 4;
const longest = 64;
const defaultLength = 7;

/**
 * Reads a tag template: `{short-sha}` (7 digits), `{short-sha:12}`, `{sha}`, `{ref}`, and legal tag characters between.
 * @throws Failure (usage) for an unknown placeholder, a length out of range, or text that no tag can have.
 */
export function parseTagTemplate(text: string): TagTemplate {
  const parts = (text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((piece) => readPart(piece, text));
  if (parts.length === 0) throw usageFailure('the tag template is empty', `The placeholders are ${placeholders}.`);
  const sample = fillTagTemplate(parts, { commit: 'a'.repeat(40), ref: 'a' });
  if (!isTag(sample)) {
    throw usageFailure(
      `the tag template ${JSON.stringify(text)} does not make a valid tag`,
      'A tag has at most 128 letters, digits, _, . and -, and does not start with . or -.',
    );
  }
  return parts;
}

/** True if the tag depends on the commit or the ref. */
export function hasPlaceholder(template: TagTemplate): boolean {
  return template.some(({ kind }) => kind !== 'text');
}

function readPart(piece: string, whole: string): TagPart {
  if (!piece.startsWith('{')) {
    if (/^[a-zA-Z0-9._-]+$/.test(piece)) return { kind: 'text', text: piece };
    throw usageFailure(
      `the tag template ${JSON.stringify(whole)} has ${JSON.stringify(piece)}, which no tag can have`,
      'Between placeholders, a tag has letters, digits, ., _ and -.',
    );
  }
  const [, name, length] = /^\{([^:{}]*)(?::([^{}]*))?\}$/.exec(piece) ?? [];
  if (name === 'sha' && length === undefined) return { kind: 'sha' };
  if (name === 'ref' && length === undefined) return { kind: 'ref' };
  if (name === 'short-sha')
    return { kind: 'sha', length: length === undefined ? defaultLength : readLength(length, whole) };
  throw usageFailure(
    `the tag template ${JSON.stringify(whole)} has the unknown placeholder ${JSON.stringify(piece)}`,
    `The placeholders are ${placeholders}.`,
  );
}

function readLength(text: string, whole: string): number {
  const length = /^[0-9]{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (length >= shortest && length <= longest) return length;
  throw usageFailure(
    `the tag template ${JSON.stringify(whole)} has the length ${JSON.stringify(text)}`,
    `{short-sha:N} takes a whole number from ${shortest} to ${longest}.`,
  );
}

/**
 * The tag of this commit. A ref's name is made legal the way docker/metadata-action does it for `type=ref`:
 * every run of other characters becomes one `-`.
 * @throws Failure (usage) where the filled-in tag is longer than a tag can be.
 */
export function fillTagTemplate(template: TagTemplate, source: TagSource): string {
  const tag = template.reduce((before, part) => before + fillPart(part, source, before === ''), '');
  if (!isTag(tag)) {
    throw usageFailure(
      `the ref ${JSON.stringify(source.ref)} does not make a valid tag with this template`,
      'Use {short-sha} instead of {ref}, or a shorter ref.',
    );
  }
  return tag;
}

function fillPart(part: TagPart, source: TagSource, first: boolean): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'sha') return part.length === undefined ? source.commit : source.commit.slice(0, part.length);
  const legal = source.ref.replace(/[^a-zA-Z0-9._-]+/g, '-');
  return first ? legal.replace(/^[.-]+/, '') : legal;
}
