import { code, folded, heading, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf, formatCount, formatTime } from '../../reports/quantities.js';
import type { Report } from '../command.js';
import type { BackedUpRepository, Backup } from './document.js';

/** The result of `backup`. */
export interface BackupResult extends Backup {
  readonly file: string;
}

/** Rows of the summary that are shown, and those that are folded; the file has all. */
const open = 50;
const most = 2000;

/** The report of a backup, for every frontend. */
export function reportBackup(result: BackupResult): Report {
  const { file, registry, repositories } = result;
  const headline = headlineOf(result);
  const [columns = [], ...rows] = withoutEmpty([heads, ...repositories.map(cellsOf)]);
  const markdownRows = rows.slice(0, most).map(([name = '', ...cells]) => [code(name), ...cells.map(plain)]);
  const withHead = (some: readonly (readonly Markdown[])[]) => table([columns.map(plain), ...some]);
  const more = markdownRows.slice(open);
  return {
    outputs: { file, count: String(repositories.length) },
    json: {
      file,
      registry,
      count: repositories.length,
      repositories: repositories.map(({ name, tags }) => ({ name, tags: tags.length })),
    },
    summary: paragraphs(
      heading('good', headline),
      repositories.length === 0 ? undefined : withHead(markdownRows.slice(0, open)),
      more.length === 0
        ? undefined
        : folded(countOf(more.length, 'more repository', 'more repositories'), withHead(more)),
      rows.length > most ? plain(`${rows.length - most} further repositories are in the file only.`) : undefined,
    ),
    table: {
      columns,
      rows: rows.map((cells) => cells.map((text) => ({ text }))),
    },
    headline,
    failures: [],
    exitCode: 0,
  };
}

const heads = ['Repository', 'Visibility', 'Tags', 'Last push'];

/** Without the columns that no row has: few registries report some of them. */
function withoutEmpty(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [, ...rows] = lines;
  return lines.map((cells) => cells.filter((_, at) => rows.some((row) => row[at] !== '')));
}

function cellsOf({ name, settings, tags }: BackedUpRepository): readonly string[] {
  const visibility = settings?.private === undefined ? '' : settings.private ? 'private' : 'public';
  const times = tags.flatMap(({ pushed }) => (pushed === undefined ? [] : [pushed.getTime()]));
  const last = times.reduce((latest, time) => Math.max(latest, time), 0);
  return [name, visibility, formatCount(tags.length), last === 0 ? '' : formatTime(new Date(last))];
}

function headlineOf({ registry, repositories, file }: BackupResult): string {
  const tags = repositories.reduce((sum, repository) => sum + repository.tags.length, 0);
  return `${countOf(repositories.length, 'repository', 'repositories')} of ${registry} with ${countOf(tags, 'tag')}: written to ${file}`;
}
