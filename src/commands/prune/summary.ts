import { formatImage, formatRepository } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import { columnChart } from '../../reports/chart.js';
import { failureList } from '../../reports/failure.js';
import {
  code,
  folded,
  heading,
  type Mark,
  type Markdown,
  paragraphs,
  plain,
  table,
  unbroken,
} from '../../reports/markdown.js';
import { countOf, formatBytes, formatTime } from '../../reports/quantities.js';
import { withoutMiddle } from '../../reports/table.js';
import { timeline } from '../../retention/timeline.js';
import { journalNote } from '../shared/deletion/journal-file.js';
import type { PruneResult } from './outcome.js';
import { byUrgency, type TagResult, wordOf } from './tag-results.js';

/** Rows of the folded table; the outputs have all. */
const mostRows = 2000;
/** Characters: the tags of signatures are twice as long, and would leave no room for the reasons. */
const longestName = 32;

/** The result in one sentence. */
export function headlineOf({ pruned, unread, dryRun }: PruneResult, results: readonly TagResult[]): string {
  const names = [...pruned, ...unread].map(({ repository }) => formatRepository(repository));
  const where = names.length === 1 ? names[0] : countOf(names.length, 'repository', 'repositories');
  if (pruned.length === 0 && unread.length === 1) return `${where}: not pruned`;
  const count = (outcome: TagResult['outcome']) => results.filter((one) => one.outcome === outcome).length;
  const headline = `${countOf(count('deleted'), 'tag')} ${dryRun ? 'would be deleted' : 'deleted'}`;
  const more = (['kept', 'blocked', 'failed'] as const).flatMap((outcome) =>
    count(outcome) > 0 || outcome === 'kept' ? [`${count(outcome)} ${outcome}`] : [],
  );
  const deletedOrphans = pruned.reduce((sum, one) => sum + one.deletedOrphans.length, 0);
  const parts =
    deletedOrphans === 0 ? [] : [`${countOf(deletedOrphans, 'untagged manifest')} ${dryRun ? 'too' : 'deleted'}`];
  const untouched = unread.length === 0 ? [] : [`${unread.length} not pruned`];
  const refused = pruned.flatMap(({ plan }) => plan.refusal ?? []);
  const counts = [headline, ...parts, ...more, ...untouched].join(', ');
  if (refused.length === 0) return `${where}: ${counts}`;
  const [only] = refused;
  return names.length === 1
    ? `${where}: the plan is refused, ${only}; ${counts}`
    : `${where}: ${counts}, ${countOf(refused.length, 'plan refused', 'plans refused')}`;
}

function markOf(dryRun: boolean, failures: readonly Failure[]): Mark {
  if (dryRun) return failures.length > 0 ? 'bad-dry-run' : 'dry-run';
  return failures.length > 0 ? 'bad' : 'good';
}

/** The summary: counts, a chart over time, the errors, and every tag with its reason. */
export function summaryOf(result: PruneResult, results: readonly TagResult[], failures: readonly Failure[]): Markdown {
  const { pruned, unread, journal } = result;
  return paragraphs(
    heading(markOf(result.dryRun, failures), headlineOf(result, results)),
    failureList(failures),
    pruned.length + unread.length > 1 || results.length === 0 ? undefined : spaceOf(results, result.dryRun),
    counts(result, results),
    results.some(({ outcome }) => outcome === 'deleted') ? picture(results) : undefined,
    journalNote(journal),
    everyTag(results, result.dryRun),
    everyPart(result),
  );
}

function counts({ pruned, unread, dryRun }: PruneResult, results: readonly TagResult[]): Markdown | undefined {
  if (pruned.length + unread.length < 2) return undefined;
  const head = ['Repository', dryRun ? 'Would be deleted' : 'Deleted', 'Kept', 'Blocked', 'Failed'].map(plain);
  const rows = pruned.map(({ repository }) => {
    const own = results.filter((one) => one.repository.path === repository.path);
    const cells = (['deleted', 'kept', 'blocked', 'failed'] as const).map((outcome) =>
      plain(String(own.filter((one) => one.outcome === outcome).length)),
    );
    return [code(formatRepository(repository)), ...cells];
  });
  const open = unread.map(({ repository }) => [code(formatRepository(repository)), plain('not pruned'), ...blank]);
  return table([head, ...rows, ...open]);
}

const blank = ['', '', ''].map(plain);

/** Layers that images share are counted with each of them: it is the most that may be freed. */
function spaceOf(results: readonly TagResult[], dryRun: boolean): Markdown | undefined {
  const bytes = results.reduce((sum, { outcome, size = 0 }) => (outcome === 'deleted' ? sum + size : sum), 0);
  if (bytes === 0) return undefined;
  return plain(
    `${dryRun ? 'The images that would be deleted have' : 'The deleted images had'} ${formatBytes(bytes)}; content that other images share is kept.`,
  );
}

function picture(results: readonly TagResult[]): Markdown | undefined {
  const dated = new Map(
    results.flatMap(({ digest, date, outcome }) =>
      date === undefined ? [] : [[digest, { date, deleted: outcome === 'deleted' }] as const],
    ),
  );
  const spans = timeline([...dated.values()]);
  const columns = spans.map(({ label, kept, deleted }) => ({ label, lower: kept, upper: deleted }));
  return columnChart('Kept (blue) and deleted (red) images, by date', 'images', columns);
}

/** The manifests without a tag: children of deleted indexes, and their referrers. */
function everyPart({ pruned }: PruneResult): Markdown | undefined {
  const rows = pruned.flatMap(({ repository, deletedOrphans }) =>
    deletedOrphans.map((digest) => [code(formatRepository(repository)), code(digest)]),
  );
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, mostRows);
  return folded(`Untagged manifests (${rows.length})`, table([['Repository', 'Digest'].map(plain), ...shown]));
}

function everyTag(results: readonly TagResult[], dryRun: boolean): Markdown | undefined {
  if (results.length === 0) return undefined;
  const one = new Set(results.map(({ repository }) => formatRepository(repository))).size === 1;
  const head = ['Action', one ? 'Tag' : 'Image', 'Reason', 'Date', 'Digest'].map(plain);
  const rows = byUrgency(results)
    .slice(0, mostRows)
    .map(({ outcome, repository, tag, date, reason, digest }) => [
      plain(wordOf(outcome, dryRun)),
      code(withoutMiddle(one ? tag : formatImage({ ...repository, tag }), longestName)),
      plain(reason),
      unbroken(date === undefined ? '' : formatTime(date)),
      code(digest.slice(0, 19)),
    ]);
  const more = results.length - rows.length;
  return paragraphs(
    folded(`Every tag and its reason (${results.length})`, table([head, ...rows])),
    more === 0 ? undefined : plain(`${more} further tags are in the outputs only.`),
  );
}
