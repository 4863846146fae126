import { failureList, failureTitles } from '../../reports/failure.js';
import { code, folded, heading, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf, formatTime } from '../../reports/quantities.js';
import type { Outcome } from './outcome.js';

/** Rows that stand open, and those that are folded; the output has all. */
const open = 50;
const most = 2000;

/** What is to be done comes first. */
export function summaryOf(outcomes: readonly Outcome[], headline: string): Markdown {
  const inOrder = [...outcomes].sort((one, other) => rankOf(one) - rankOf(other));
  const placed = outcomes.some(({ where }) => where.length > 0);
  const head = ['Status', 'Image', 'Tag', 'Why', ...(placed ? ['Where'] : [])].map(plain);
  const rowsOf = (some: readonly Outcome[]) =>
    table([head, ...some.map((one) => [...summaryRow(one), ...(placed ? [plain(placesOf(one))] : [])])]);
  const more = inOrder.slice(open, most);
  const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  return paragraphs(
    heading(failures.length > 0 ? 'bad' : 'none', headline),
    outcomes.length === 0 ? undefined : rowsOf(inOrder.slice(0, open)),
    more.length === 0 ? undefined : folded(countOf(more.length, 'more image'), rowsOf(more)),
    outcomes.length > most ? plain(`${outcomes.length - most} further images are in the output only.`) : undefined,
    failureList(failures),
  );
}

function rankOf({ status }: Outcome): number {
  return (['update', 'missing', 'unknown', 'not-found', 'unsupported', 'up-to-date'] as const).indexOf(status);
}

function summaryRow(outcome: Outcome): readonly Markdown[] {
  const { status, asked, answer } = outcome;
  return [plain(status), code(asked), code(answer?.tag ?? ''), plain(why(outcome))];
}

/** The first file and line where it stands, and how many more there are; empty of an image that was given itself. */
export function placesOf({ where: [first = '', ...others] }: Outcome): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** The reason, and how old what it rests on is; of what failed the kind alone: the whole message stands below. */
export function why({ reason, list, failure, status }: Outcome): string {
  if (failure !== undefined && status !== 'missing') return failureTitles[failure.kind];
  const stale = list?.stale === undefined ? '' : `; by a list of ${formatTime(list.stale)} UTC`;
  return `${reason}${stale}`;
}
