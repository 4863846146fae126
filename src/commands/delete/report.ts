import type { ExitCode } from '../../lib/errors.js';
import { failureList, failureObject } from '../../reports/failure.js';
import { code, heading, type Mark, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf } from '../../reports/quantities.js';
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';
import { journalNote, journalWords } from '../shared/deletion/journal-file.js';
import type { DeleteResult, Outcome } from './outcome.js';

/** The report of a delete, for every frontend. */
export function reportDelete(result: DeleteResult): Report {
  const { outcomes, dryRun, journal, failure } = result;
  const deleted = deletedOf(result);
  const isPreview = isPreviewOf(result);
  // A tag that was left alone still exists: the delete was not successful.
  const exitCode: ExitCode = failure?.exitCode ?? (outcomes.some(isLeftAlone) ? 1 : 0);
  return {
    outputs: {
      deleted: JSON.stringify(deleted.map(objectOf)),
      'deleted-count': String(deleted.length),
      journal: journal ?? '',
    },
    json: {
      ...(failure && failureObject(failure)),
      dryRun,
      deleted: deleted.map(objectOf),
      deletedCount: deleted.length,
      missing: imagesOf(outcomes, 'missing'),
      moved: imagesOf(outcomes, 'moved'),
      needed: imagesOf(outcomes, 'needed'),
      notDeleted: notDeletedOf(result),
      journal: journal ?? null,
    },
    summary: summaryOf(result),
    table: { columns: ['status', 'image', 'digest'], rows: outcomes.map((outcome) => rowOf(outcome, isPreview)) },
    names: deleted.map(({ image }) => image),
    headline: headlineOf(result),
    note: journalWords(journal),
    failures: failure === undefined ? [] : [failure],
    exitCode,
  };
}

/** True if it reports what would be deleted: a dry run in which nothing was refused. */
function isPreviewOf({ dryRun, failure }: DeleteResult): boolean {
  return dryRun && failure === undefined;
}

/** The deleted tags; in a dry run those that would be deleted. */
function deletedOf(result: DeleteResult): readonly Outcome[] {
  const wanted = isPreviewOf(result) ? 'planned' : 'deleted';
  return result.outcomes.filter(({ kind }) => kind === wanted);
}

/** The tags and digests that a failure has left, before their turn or when it came. */
function notDeletedOf(result: DeleteResult): readonly string[] {
  return isPreviewOf(result) ? [] : imagesOf(result.outcomes, 'planned');
}

function imagesOf(outcomes: readonly Outcome[], wanted: Outcome['kind']): readonly string[] {
  return outcomes.filter(({ kind }) => kind === wanted).map(({ image }) => image);
}

function objectOf({ image, repository, tag, digest }: Outcome): Record<string, unknown> {
  return { image, repository, ...(tag === undefined ? {} : { tag }), digest };
}

const words: Record<Outcome['kind'], string> = {
  deleted: 'deleted',
  // Only a failure leaves one so.
  planned: 'not deleted',
  missing: 'not found',
  moved: 'kept: pushed again',
  needed: 'kept: needed meanwhile',
};

function headlineOf(result: DeleteResult): string {
  const { outcomes, dryRun } = result;
  const deleted = deletedOf(result);
  const [only] = deleted;
  const counted =
    deleted.length === 1 && only !== undefined
      ? only.image
      : countOf(deleted.length, outcomes.every(({ tag }) => tag !== undefined) ? 'tag' : 'image');
  const begin = dryRun ? `${counted} would be deleted` : `${counted} deleted`;
  const rest = (['missing', 'moved', 'needed'] as const).flatMap((kind) => {
    const count = imagesOf(outcomes, kind).length;
    return count === 0 ? [] : [`${count} ${words[kind]}`];
  });
  // By name: these are the reader's next concern.
  const left = notDeletedOf(result);
  const notDeleted = left.length === 0 ? [] : [`${named(left)} ${words.planned}`];
  return deleted.length === 0 && left.length > 0
    ? [...notDeleted, ...rest].join(', ')
    : [begin, ...rest, ...notDeleted].join(', ');
}

const mostNamed = 5;

/** `a:1, a:2 and 3 more` */
function named(images: readonly string[]): string {
  const shown = images.slice(0, mostNamed).join(', ');
  return images.length > mostNamed ? `${shown} and ${images.length - mostNamed} more` : shown;
}

function isLeftAlone({ kind }: Outcome): boolean {
  return kind === 'moved' || kind === 'needed';
}

function statusOf({ kind, reason }: Outcome, isPreview: boolean): string {
  if (reason !== undefined) return `kept: ${reason}`;
  return isPreview && kind === 'planned' ? 'would be deleted' : words[kind];
}

function rowOf(outcome: Outcome, isPreview: boolean): readonly Cell[] {
  const { kind, image, digest } = outcome;
  const good = kind === 'deleted' || (kind === 'planned' && isPreview);
  const tone = good ? 'good' : kind === 'missing' ? 'muted' : 'bad';
  return [{ text: statusOf(outcome, isPreview), tone }, { text: image }, { text: digest?.slice(0, 19) ?? '' }];
}

function markOf({ outcomes, dryRun, failure }: DeleteResult): Mark {
  if (failure !== undefined) return 'bad';
  if (dryRun) return 'dry-run';
  return outcomes.some(isLeftAlone) ? 'bad' : 'good';
}

function summaryOf(result: DeleteResult): Markdown {
  const { outcomes, journal, failure } = result;
  const head = ['Status', 'Image', 'Digest'].map(plain);
  const rows = outcomes.map((outcome) => [
    plain(statusOf(outcome, isPreviewOf(result))),
    code(outcome.image),
    code(outcome.digest ?? ''),
  ]);
  return paragraphs(
    heading(markOf(result), headlineOf(result)),
    failure && failureList([failure]),
    rows.length === 0 ? undefined : table([head, ...rows]),
    journalNote(journal),
  );
}
