import { formatImage, formatRepository } from '../../images/name.js';
import { failureList, failureObject } from '../../reports/failure.js';
import { code, folded, heading, type Mark, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf } from '../../reports/quantities.js';
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';
import type { Restored, RestoreResult } from './outcome.js';

const words: Record<Restored['kind'], string> = {
  restored: 'restored',
  planned: 'would be restored',
  there: 'already there',
  moved: 'skipped: the tag is on another image now',
  lost: 'lost',
  failed: 'failed',
};
const tones: Record<Restored['kind'], NonNullable<Cell['tone']>> = {
  restored: 'good',
  planned: 'good',
  there: 'muted',
  moved: 'muted',
  lost: 'bad',
  failed: 'bad',
};
const mostRows = 2000;

/**
 * The report of a restore, for every frontend. People see tags; children of indexes only when they are lost or failed.
 */
export function reportRestore(result: RestoreResult): Report {
  const { entries, dryRun, failure } = result;
  const tagged = entries.filter(({ tag }) => tag !== undefined);
  const back = tagged.filter(({ kind }) => kind === (dryRun ? 'planned' : 'restored'));
  const lost = entries.filter(({ kind }) => kind === 'lost');
  const bad = entries.filter(({ tag, kind }) => tag === undefined && (kind === 'lost' || kind === 'failed'));
  const shown = [...tagged, ...bad];
  const explained = isExplained(shown);
  return {
    names: back.map(nameOf),
    outputs: {
      restored: JSON.stringify(back.map(objectOf)),
      lost: JSON.stringify(lost.map(objectOf)),
      'restored-count': String(back.length),
    },
    json: {
      ...(failure && failureObject(failure)),
      dryRun,
      restored: back.map(objectOf),
      restoredCount: back.length,
      lost: lost.map(objectOf),
      failed: entries.filter(({ kind }) => kind === 'failed').map(objectOf),
      there: tagged.filter(({ kind }) => kind === 'there').map(objectOf),
      moved: tagged.filter(({ kind }) => kind === 'moved').map(objectOf),
    },
    summary: summaryOf(result, shown),
    table: {
      columns: ['status', 'image', 'digest', ...(explained ? ['why'] : [])],
      rows: shown.map((one) => [
        { text: words[one.kind], tone: tones[one.kind] },
        { text: nameOf(one) },
        { text: one.digest.slice(0, 19) },
        ...(explained ? [{ text: one.reason }] : []),
      ]),
    },
    headline: headlineOf(result),
    failures: failure === undefined ? [] : [failure],
    // A lost manifest was not found at the place that the journal names.
    exitCode: failure?.exitCode ?? (lost.length > 0 ? 3 : 0),
  };
}

/** If all succeeded, nothing needs a note. */
function isExplained(shown: readonly Restored[]): boolean {
  return shown.some(({ reason }) => reason !== '');
}

function headlineOf({ entries, dryRun }: RestoreResult): string {
  const tagged = entries.filter(({ tag }) => tag !== undefined);
  const count = (kind: Restored['kind']) => tagged.filter((one) => one.kind === kind).length;
  const back = dryRun
    ? `${countOf(count('planned'), 'tag')} would be restored`
    : `${countOf(count('restored'), 'tag')} restored`;
  const more = (['there', 'moved', 'lost', 'failed'] as const).flatMap((kind) =>
    count(kind) === 0 ? [] : [`${count(kind)} ${words[kind]}`],
  );
  return [back, ...more].join(', ');
}

function nameOf({ repository, tag, digest }: Restored): string {
  return formatImage(tag === undefined ? { ...repository, digest } : { ...repository, tag });
}

function objectOf(one: Restored): Record<string, unknown> {
  const { repository, tag, digest, reason } = one;
  return {
    image: nameOf(one),
    repository: formatRepository(repository),
    ...(tag === undefined ? {} : { tag }),
    digest,
    ...(reason === '' ? {} : { reason }),
  };
}

function markOf({ entries, dryRun, failure }: RestoreResult): Mark {
  if (failure !== undefined || entries.some(({ kind }) => kind === 'lost' || kind === 'failed')) return 'bad';
  return dryRun ? 'dry-run' : 'good';
}

function summaryOf(result: RestoreResult, shown: readonly Restored[]): Markdown {
  const { failure } = result;
  const explained = isExplained(shown);
  const head = ['Status', 'Image', 'Digest', ...(explained ? ['Why'] : [])].map(plain);
  const rows = shown
    .slice(0, mostRows)
    .map((one) => [
      plain(words[one.kind]),
      code(nameOf(one)),
      code(one.digest.slice(0, 19)),
      ...(explained ? [plain(one.reason)] : []),
    ]);
  const lost = shown.some(({ kind }) => kind === 'lost');
  return paragraphs(
    heading(markOf(result), headlineOf(result)),
    failure && failureList([failure]),
    lost
      ? plain(
          'The registry has collected the layers of lost images: build them again, or copy them from somewhere else.',
        )
      : undefined,
    rows.length === 0 ? undefined : folded(`Every tag (${shown.length})`, table([head, ...rows])),
  );
}
