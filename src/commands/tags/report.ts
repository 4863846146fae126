import { formatRepository } from '../../images/name.js';
import { failureList } from '../../reports/failure.js';
import { code, folded, heading, type Markdown, paragraphs, plain, table, unbroken } from '../../reports/markdown.js';
import { countOf, formatBytes, formatTime } from '../../reports/quantities.js';
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';
import type { ListedTag, TagsResult } from './listing.js';

/** Rows of the summary that are shown, and those that are folded; the output has all. */
const open = 50;
const most = 2000;

/** The report of a list of tags, for every frontend. */
export function reportTags(result: TagsResult): Report {
  const { image, tags, total, matching, detailed } = result;
  const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const columns = columnsOf(result);
  return {
    outputs: { tags: JSON.stringify(tags.map((tag) => jsonOf(tag, detailed))), count: String(tags.length) },
    json: {
      image: formatRepository(image),
      count: tags.length,
      matching,
      total,
      tags: tags.map((tag) => jsonOf(tag, detailed)),
    },
    summary: summaryOf(result),
    table: {
      columns: columns.map(({ title }) => title),
      rows: tags.map((tag) => columns.map(({ cell }) => cell(tag))),
    },
    names: tags.map(({ name }) => name),
    headline: headlineOf(result),
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

function jsonOf({ name, details, failure }: ListedTag, detailed: boolean): unknown {
  if (!detailed) return name;
  return {
    name,
    digest: details?.digest,
    mediaType: details?.mediaType,
    size: details?.size,
    platforms: details?.platforms,
    created: details?.created,
    pushed: details?.pushed,
    pulled: details?.pulled,
    unavailable: details?.unavailable,
    ...(failure === undefined ? {} : { error: failure.message, exitCode: failure.exitCode }),
  };
}

function headlineOf({ image, tags, total, matching }: TagsResult): string {
  const name = formatRepository(image);
  const chosen = matching === total ? '' : `, ${matching} as requested`;
  const shown = tags.length === matching ? '' : `, ${tags.length} of them shown`;
  const errors = tags.filter(({ failure }) => failure !== undefined).length;
  return `${name} has ${countOf(total, 'tag')}${chosen}${shown}${errors === 0 ? '' : `, ${countOf(errors, 'error')}`}`;
}

interface Column {
  readonly title: string;
  readonly cell: (tag: ListedTag) => Cell;
  readonly summary: (tag: ListedTag) => Markdown;
}

/** Empty columns are left out. */
function columnsOf({ tags, detailed }: TagsResult): readonly Column[] {
  const dates = (['created', 'pushed', 'pulled'] as const).map((key) =>
    textColumn(key, ({ details }) => (details?.[key] === undefined ? '' : formatTime(details[key])), unbroken),
  );
  const name: Column = {
    title: 'tag',
    cell: ({ name: text, failure }) => ({ text, ...(failure === undefined ? {} : { tone: 'bad' as const }) }),
    summary: ({ name: text }) => code(text),
  };
  const others = [
    ...dates,
    textColumn('size', ({ details }) => (details?.size === undefined ? '' : formatBytes(details.size)), unbroken),
    textColumn('platforms', ({ details }) => details?.platforms.join(', ') ?? ''),
    textColumn('unavailable', ({ details }) => details?.unavailable ?? ''),
    {
      ...textColumn('digest', ({ details }) => details?.digest?.slice(0, 19) ?? ''),
      summary: ({ details }: ListedTag) => code(details?.digest?.slice(0, 19) ?? ''),
    },
  ];
  // For `sort: pushed` the date is the reason of the order, details or not.
  const shown = detailed ? others : dates;
  return [name, ...shown.filter(({ cell }) => tags.some((tag) => cell(tag).text !== ''))];
}

function textColumn(title: string, text: (tag: ListedTag) => string, inSummary = plain): Column {
  return { title, cell: (tag) => ({ text: text(tag) }), summary: (tag) => inSummary(text(tag)) };
}

function summaryOf(result: TagsResult): Markdown {
  const { tags } = result;
  const columns = columnsOf(result);
  const head = columns.map(({ title }) => plain(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
  const rowsOf = (some: readonly ListedTag[]) =>
    table([head, ...some.map((tag) => columns.map(({ summary }) => summary(tag)))]);
  const more = tags.slice(open, most);
  const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  return paragraphs(
    heading(failures.length === 0 ? 'none' : 'bad', headlineOf(result)),
    tags.length === 0 ? undefined : rowsOf(tags.slice(0, open)),
    more.length === 0 ? undefined : folded(`${countOf(more.length, 'more tag')}`, rowsOf(more)),
    tags.length > most ? plain(`${tags.length - most} further tags are in the output only.`) : undefined,
    failureList(failures),
  );
}
