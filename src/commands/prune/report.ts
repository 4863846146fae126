import { formatImage, formatRepository } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import { failureObject } from '../../reports/failure.js';
import { formatTime } from '../../reports/quantities.js';
import type { Cell, Table } from '../../reports/table.js';
import type { Report } from '../command.js';
import { journalWords } from '../shared/deletion/journal-file.js';
import type { PruneResult } from './outcome.js';
import { headlineOf, summaryOf } from './summary.js';
import { byUrgency, type TagResult, tagResultsOf, wordOf } from './tag-results.js';

/** Rows for people; all are in the outputs and in the summary. */
const mostRows = 200;

/** The report of a prune, for every frontend. */
export function reportPrune(result: PruneResult): Report {
  const { pruned, unread, dryRun, journal } = result;
  const results = pruned.flatMap((one) => tagResultsOf(one, dryRun));
  const objects = (outcome: TagResult['outcome']) => results.filter((one) => one.outcome === outcome).map(objectOf);
  const failures = failuresOf(result);
  const deleted = results.filter(({ outcome }) => outcome === 'deleted').length;
  const left = results.length - deleted;
  // Made when they are needed: of tens of thousands of tags each is several megabytes, and no frontend wants all.
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
        cleared: pruned.flatMap(({ repository, deletedOrphans }) =>
          deletedOrphans.map((digest) => ({ image: formatImage({ ...repository, digest }), digest })),
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
      return summaryOf(result, results, failures);
    },
    get names() {
      return results
        .filter(({ outcome }) => outcome === 'deleted')
        .map(({ repository, tag }) => formatImage({ ...repository, tag }));
    },
    table: tableOf(result, results),
    headline: headlineOf(result, results),
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

function objectOf({ repository, tag, digest, date, reason }: TagResult): Record<string, unknown> {
  return { image: formatImage({ ...repository, tag }), tag, digest, created: date ?? null, reason };
}

const tones: Record<TagResult['outcome'], NonNullable<Cell['tone']>> = {
  deleted: 'good',
  failed: 'bad',
  blocked: 'bad',
  kept: 'muted',
};

/** The tags of one repository need no name in front, which would leave no room for them on a narrow terminal. */
function tableOf({ pruned, unread, dryRun }: PruneResult, results: readonly TagResult[]): Table {
  const several = pruned.length + unread.length > 1;
  const sorted = byUrgency(results);
  const left = unread.map(({ repository, failure }): readonly Cell[] => [
    { text: 'error', tone: 'bad' },
    { text: formatRepository(repository) },
    { text: '' },
    { text: failure.message },
  ]);
  const rows = sorted
    .slice(0, mostRows)
    .map(({ outcome, repository, tag, date, reason }): readonly Cell[] => [
      { text: wordOf(outcome, dryRun), tone: tones[outcome] },
      { text: several ? formatImage({ ...repository, tag }) : tag },
      { text: date === undefined ? '' : formatTime(date) },
      { text: reason },
    ]);
  const more = sorted.length - rows.length;
  const last = [{ text: '…' }, { text: `${more} more` }, { text: '' }, { text: 'the JSON has all of them' }];
  const columns = ['action', several ? 'image' : 'tag', 'date', 'reason'];
  return { columns, rows: [...left, ...rows, ...(more === 0 ? [] : [last])] };
}
