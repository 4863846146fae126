import { cleanLine } from '../lib/clean-line.js';
import { formatDay } from '../lib/duration.js';
import type { CandidateRule, Judgement } from './judgement.js';

/**
 * The expiry of an image by its own labels. For an index without an annotation, the expiry of all its children
 * together.
 */
export type Expiry =
  /** Milliseconds from its date on; of several parts the longest. */
  | { readonly kind: 'after'; readonly span: number; readonly written: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const longestShown = 40;

/** Reads the value of a label as Quay does: a whole number and `s`, `m`, `h`, `d` or `w`. */
export function parseExpiry(text: string): Expiry {
  const written = text.trim();
  if (written === '') return { kind: 'none' };
  const [, count = '', unit = ''] = /^(\d{1,9})([smhdw])$/.exec(written) ?? [];
  const span = Number(count) * (units[unit] ?? 0);
  if (span > 0) return { kind: 'after', span, written };
  const shown = JSON.stringify(cleanLine(text, longestShown));
  return { kind: 'unreadable', reason: `is ${shown}, which is not a duration like 12h, 3d or 2w` };
}

/** The expiry of several children together: an image expires with the last of them. */
export function joinExpiries(parts: readonly Expiry[]): Expiry {
  const [first] = parts;
  if (first === undefined) return { kind: 'none' };
  return parts.reduce((one, other) => {
    if (one.kind !== 'after') return one;
    return other.kind === 'after' && other.span <= one.span ? one : other;
  }, first);
}

/**
 * An image is deleted when the time in its own label has passed since its date.
 * @param name of the label
 * @param expiries by digest, of the candidates
 */
export function createExpiresLabel(name: string, expiries: ReadonlyMap<string, Expiry>): CandidateRule {
  const judge = (goes: boolean, reason: string): Judgement => ({ goes, ruling: { rule: 'expires-label', reason } });
  return ({ digest, date }, now) => {
    const expiry = expiries.get(digest);
    if (expiry === undefined) return judge(false, `its label ${name} was not read`);
    if (expiry.kind === 'none') return judge(false, `without the label ${name}`);
    if (expiry.kind === 'unreadable') return judge(false, `its label ${name} ${expiry.reason}`);
    if (date === undefined) return judge(false, `without a date, from which ${name} counts`);
    const end = new Date(date.getTime() + expiry.span);
    const goes = end < now;
    return judge(
      goes,
      `${goes ? 'expired' : 'expires'} on ${formatEnd(end)}: ${expiry.written} from ${formatDay(date)} on`,
    );
  };
}

/** The day; a time that no calendar has is only late. */
function formatEnd(end: Date): string {
  return Number.isNaN(end.getTime()) ? 'not a date of the calendar' : formatDay(end);
}
