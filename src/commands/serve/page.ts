import { createHash } from 'node:crypto';
import { formatImage } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { countOf, formatTime } from '../../reports/quantities.js';
import type { Target } from '../latest/targets.js';
import { labelOf, why } from '../latest/words.js';
import type { Page } from './app.js';
import { type News, newerTag } from './news.js';
import { badRequest } from './problem.js';
import { routes } from './routes.js';

/** An image on the page. */
export interface PageRow {
  readonly target: Target;
  /** By each strategy; the failure without a list. */
  readonly news: readonly News[] | Failure;
}

export interface PageFacts {
  readonly rows: readonly PageRow[];
  readonly every: string;
  readonly fault: string | undefined;
  readonly now: Date;
}

const columns = routes.page.query.sort.schema.enum;
type Column = (typeof columns)[number];

const style = `
:root { color-scheme: light dark; --line: #d0d7de; --muted: #59636e; --good: #1a7f37; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --muted: #9198a1; --good: #3fb950; --bad: #f85149; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
p, small, .muted { color: var(--muted); }
form { margin: 1rem 0; display: flex; gap: .5rem; flex-wrap: wrap; }
input, button { font: inherit; padding: .25rem .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
.newer { color: var(--good); font-weight: 600; }
.error { color: var(--bad); }
`;
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The watched images as a page that needs no script. @throws Failure (usage) for parameters that it does not know */
export function renderPage(facts: PageFacts, query: ReadonlyMap<string, string>): Page {
  const sort = columnIn(query);
  const filter = (query.get('filter') ?? '').slice(0, 200);
  const rows = facts.rows
    .filter(
      ({ target }) =>
        formatImage(target.image).includes(filter.toLowerCase()) || formatImage(target.image).includes(filter),
    )
    .toSorted((one, other) => compareBy(sort, one, other));
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Image Gate: ${countOf(facts.rows.length, 'image')}</title>
<style>${style}</style>
</head>
<body>
<h1>Watched images</h1>
<p>${escapeHtml(headline(facts))}</p>
${facts.fault === undefined ? '' : `<p class="error">The cache fails: ${escapeHtml(facts.fault)}</p>`}
<form method="get" action="/">
<input type="search" name="filter" value="${escapeHtml(filter)}" placeholder="Part of a name" aria-label="Filter by name">
<input type="hidden" name="sort" value="${sort}">
<button>Filter</button>
</form>
<div class="scroll">
<table>
<thead><tr>${[heading('Image', 'image', sort, filter), heading('Newest within each strategy', 'newer', sort, filter), heading('Since', 'since', sort, filter), '<th scope="col">Status</th>', '<th scope="col">List read</th>'].join('')}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row)).join('\n')}
</tbody>
</table>
</div>
${rows.length === 0 ? '<p>No image matches the filter.</p>' : ''}
</body>
</html>
`;
  return { html, policy };
}

function columnIn(query: ReadonlyMap<string, string>): Column {
  const given = query.get('sort') ?? 'image';
  const found = columns.find((one) => one === given);
  if (found === undefined)
    throw badRequest(`sort is ${JSON.stringify(given)}, which is not one of ${columns.join(', ')}`);
  return found;
}

function headline({ rows, every, now }: PageFacts): string {
  const updates = rows.filter(isUpdate).length;
  return `${countOf(rows.length, 'image')}, ${updates} with a newer version; listed every ${every}; ${formatTime(now)} UTC`;
}

function heading(title: string, column: Column, sort: Column, filter: string): string {
  const sorted = column === sort ? ' aria-sort="ascending"' : '';
  const query = new URLSearchParams({ sort: column, ...(filter === '' ? {} : { filter }) });
  return `<th scope="col"${sorted}><a href="/?${escapeHtml(query.toString())}">${title}</a></th>`;
}

function rowOf({ target, news }: PageRow): string {
  const name = `<code>${escapeHtml(formatImage(target.image))}</code>${target.where.length === 0 ? '' : `<br><small>${escapeHtml(target.where.join(', '))}</small>`}`;
  if (news instanceof Failure) {
    return `<tr><td>${name}</td><td></td><td></td><td class="error">${escapeHtml(news.message)}</td><td></td></tr>`;
  }
  const [farthest] = news.slice(-1);
  const since = sinceOf(news);
  const cells = [
    name,
    distinct(news)
      .map(
        ({ tag, strategies }) =>
          `<code class="newer">${escapeHtml(tag)}</code> <small>${escapeHtml(strategies.join(', '))}</small>`,
      )
      .join('<br>') || '<span class="muted">nothing newer</span>',
    since === undefined ? '' : escapeHtml(`${formatTime(since)} UTC`),
    farthest === undefined ? '' : statusOf(farthest),
    farthest === undefined ? '' : listTime(farthest),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function statusOf({ answer: { outcome } }: News): string {
  return `${escapeHtml(labelOf(outcome))}<br><small>${escapeHtml(why(outcome))}</small>`;
}

function listTime({ answer: { list } }: News): string {
  const time = escapeHtml(`${formatTime(list.fetched)} UTC`);
  if (list.stale === undefined) return time;
  return `<span class="error">stale: ${time}</span><br><small>${escapeHtml(list.stale.failure.message)}</small>`;
}

/** Each newer tag once, with the strategies that lead to it. */
function distinct(news: readonly News[]): readonly { readonly tag: string; readonly strategies: readonly string[] }[] {
  const tags = new Map<string, string[]>();
  for (const { strategy, answer } of news) {
    const tag = newerTag(answer);
    if (tag !== undefined) tags.set(tag, [...(tags.get(tag) ?? []), strategy]);
  }
  return [...tags].map(([tag, strategies]) => ({ tag, strategies }));
}

/** When the first of its newer tags was seen. */
function sinceOf(news: PageRow['news']): Date | undefined {
  if (news instanceof Failure) return undefined;
  const times = news.flatMap(({ since }) => (since === undefined ? [] : [since.getTime()]));
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

export function isUpdate({ news }: PageRow): boolean {
  return !(news instanceof Failure) && news.some(({ answer }) => newerTag(answer) !== undefined);
}

/** Those with news come first, the latest on top; else by name. */
function compareBy(column: Column, one: PageRow, other: PageRow): number {
  const byName = formatImage(one.target.image).localeCompare(formatImage(other.target.image), 'en');
  if (column === 'image') return byName;
  if (column === 'newer') return Number(isUpdate(other)) - Number(isUpdate(one)) || byName;
  return (sinceOf(other.news)?.getTime() ?? 0) - (sinceOf(one.news)?.getTime() ?? 0) || byName;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
