import { formatImage, formatRepository } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import { failureObject } from '../../reports/failure.js';
import { formatTime } from '../../reports/quantities.js';
import type { Cell, Table } from '../../reports/table.js';
import type { Report } from '../command.js';
import { journalWords } from '../shared/deletion/journal-file.js';
import { byUrgency, type Line, linesOf, wordOf } from './lines.js';
import type { PruneResult } from './outcome.js';
import { headlineOf, summaryOf } from './summary.js';

/** Rows for people; all are in the outputs and in the summary. */
const mostRows = 200;

/** What a prune has to say, for every frontend. */
export function reportPrune(result: PruneResult): Report {
  const { pruned, unread, dryRun, journal } = result;
  const lines = pruned.flatMap((one) => linesOf(one, dryRun));
  const objects = (fate: Line['fate']) => lines.filter((line) => line.fate === fate).map(objectOf);
  const failures = failuresOf(result);
  const deleted = lines.filter(({ fate }) => fate === 'deleted').length;
  const left = lines.length - deleted;
  // Made when they are asked for: of tens of thousands of tags each is several megabytes, and no frontend wants all.
  return {
    get outputs() {
      return {
        deleted: JSON.stringify(objects('deleted')),
        kept: JSON.stringify(objects('kept')),
        blocked: JSON.stringify(objects('blocked')),
        failed: JSON.stringify(objects('failed')),
        'deleted-count': String(deleted),
        'kept-count': String(left),
        journal: journal ?? '',
      };
    },
    get json() {
      return {
        ...statusOf(failures),
        dryRun,
        deleted: objects('deleted'),
        kept: objects('kept'),
        blocked: objects('blocked'),
        failed: objects('failed'),
        deletedCount: deleted,
        keptCount: left,
        cleared: pruned.flatMap(({ repository, cleared }) =>
          cleared.map((digest) => ({ image: formatImage({ ...repository, digest }), digest })),
        ),
        refused: pruned.flatMap(({ repository, plan: { refusal } }) =>
          refusal === undefined ? [] : [{ image: formatRepository(repository), reason: refusal }],
        ),
        unread: unread.map(({ repository, failure }) => ({
          image: formatRepository(repository),
          error: failure.message,
          exitCode: failure.exitCode,
        })),
        journal: journal ?? null,
      };
    },
    get summary() {
      return summaryOf(result, lines, failures);
    },
    get names() {
      return lines
        .filter(({ fate }) => fate === 'deleted')
        .map(({ repository, tag }) => formatImage({ ...repository, tag }));
    },
    table: tableOf(result, lines),
    headline: headlineOf(result, lines),
    note: journalWords(journal),
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

function failuresOf({ pruned, unread }: PruneResult): readonly Failure[] {
  const inside = pruned.flatMap(({ failure, removals }) => [
    ...(failure === undefined ? [] : [failure]),
    ...[...removals.values()].flatMap((removal) =>
      removal.kind === 'failed' && removal.failure !== undefined ? [removal.failure] : [],
    ),
  ]);
  return [...new Set([...inside, ...unread.map(({ failure }) => failure)])];
}

function statusOf([first]: readonly Failure[]): Record<string, unknown> {
  return first === undefined ? {} : failureObject(first);
}

function objectOf({ repository, tag, digest, date, reason }: Line): Record<string, unknown> {
  return { image: formatImage({ ...repository, tag }), tag, digest, created: date ?? null, reason };
}

const tones: Record<Line['fate'], NonNullable<Cell['tone']>> = {
  deleted: 'good',
  failed: 'bad',
  blocked: 'bad',
  kept: 'muted',
};

/** The tags of one repository need no name in front, which would leave no room for them on a narrow terminal. */
function tableOf({ pruned, unread, dryRun }: PruneResult, lines: readonly Line[]): Table {
  const several = pruned.length + unread.length > 1;
  const sorted = byUrgency(lines);
  const left = unread.map(({ repository, failure }): readonly Cell[] => [
    { text: 'error', tone: 'bad' },
    { text: formatRepository(repository) },
    { text: '' },
    { text: failure.message },
  ]);
  const rows = sorted
    .slice(0, mostRows)
    .map(({ fate, repository, tag, date, reason }): readonly Cell[] => [
      { text: wordOf(fate, dryRun), tone: tones[fate] },
      { text: several ? formatImage({ ...repository, tag }) : tag },
      { text: date === undefined ? '' : formatTime(date) },
      { text: reason },
    ]);
  const more = sorted.length - rows.length;
  const last = [{ text: '…' }, { text: `${more} more` }, { text: '' }, { text: 'the JSON has all of them' }];
  const columns = ['action', several ? 'image' : 'tag', 'date', 'reason'];
  return { columns, rows: [...left, ...rows, ...(more === 0 ? [] : [last])] };
}
