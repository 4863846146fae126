import { failureList } from '../../reports/failure.js';
import { code, folded, heading, type Mark, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf } from '../../reports/quantities.js';
import type { Outcome } from './outcome.js';
import { markedLabelOf, newerTag, why } from './words.js';

/** Rows that are shown, and those that are folded; the output has all. */
const open = 50;
const most = 2000;

/** Updates come first. */
export function summaryOf(outcomes: readonly Outcome[], headline: string): Markdown {
  const inOrder = [...outcomes].sort((one, other) => rankOf(one) - rankOf(other));
  const placed = outcomes.some(({ where }) => where.length > 0);
  const head = ['Status', 'Image', 'Newer tag', 'Reason', ...(placed ? ['Where'] : [])].map(plain);
  const rowsOf = (some: readonly Outcome[]) =>
    table([head, ...some.map((one) => [...summaryRow(one), ...(placed ? [plain(placesOf(one))] : [])])]);
  const more = inOrder.slice(open, most);
  const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  return paragraphs(
    heading(markOf(outcomes), headline),
    outcomes.length === 0 ? undefined : rowsOf(inOrder.slice(0, open)),
    more.length === 0 ? undefined : folded(countOf(more.length, 'more image'), rowsOf(more)),
    outcomes.length > most ? plain(`${outcomes.length - most} further images are in the output only.`) : undefined,
    failureList(failures),
  );
}

function rankOf({ status }: Outcome): number {
  return (['update', 'missing', 'unknown', 'not-found', 'unsupported', 'up-to-date'] as const).indexOf(status);
}

function markOf(outcomes: readonly Outcome[]): Mark {
  if (outcomes.some(({ failure }) => failure !== undefined)) return 'bad';
  if (outcomes.some(({ status }) => status === 'update')) return 'newer';
  return outcomes.every(({ status }) => status === 'up-to-date') ? 'good' : 'warning';
}

function summaryRow(outcome: Outcome): readonly Markdown[] {
  return [plain(markedLabelOf(outcome)), code(outcome.name), code(newerTag(outcome)), plain(why(outcome))];
}

/** Its first file and line, and the number of others; empty of an image that was given itself. */
export function placesOf({ where: [first = '', ...others] }: Outcome): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
