import { failureList } from '../../reports/failure.js';
import {
  code,
  folded,
  link,
  type Markdown,
  markdown,
  pageList,
  paragraphs,
  plain,
  table,
} from '../../reports/markdown.js';
import { journalNote } from '../journal-note.js';
import type { Outcome, PrunedAfter } from './outcome.js';

/** One sentence that says it all. */
export function headlineOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return sentenceOf(only);
  const reasons = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' || outcome.ready ? [] : [`${outcome.image} (${outcome.reason})`],
  );
  return reasons.length === 0 || outcomes.some(({ kind }) => kind === 'failed')
    ? tallyOf(outcomes)
    : `${tallyOf(outcomes)}: ${reasons.join(', ')}`;
}

function tallyOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ kind }) => kind === 'failed').length;
  if (failed > 0) return `${failed} of ${outcomes.length} images could not be checked`;
  const waiting = outcomes.filter((outcome) => outcome.kind === 'checked' && !outcome.ready).length;
  if (waiting === 0) return `all ${outcomes.length} images are ready`;
  return `${waiting} of ${outcomes.length} images ${waiting === 1 ? 'is' : 'are'} not ready`;
}

/** The same for a summary, below whose title everything else stands: no reasons of several, and no pages. */
function titleOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length !== 1 || only === undefined) return tallyOf(outcomes);
  if (only.kind === 'failed' || only.ready) return sentenceOf(only);
  if (only.failure?.kind === 'timeout') return `${only.image} is not ready, and its build has not finished`;
  if (only.failure !== undefined) return `${only.image} is not ready, and its build did not succeed`;
  return only.build === undefined ? sentenceOf(only) : `${only.image} is not ready, although its build succeeded`;
}

function sentenceOf(outcome: Outcome): string {
  if (outcome.kind === 'failed') return `the image of ${outcome.target.name} could not be checked`;
  return outcome.ready ? `${outcome.image} is ready` : `${outcome.image} is not ready: ${outcome.reason}`;
}

const marks = { ready: '✅ ready', waiting: '❌ not ready', failed: '⚠️ unknown' };

/** The summary: every image, why one is not ready, what failed, and the digests to deploy. */
export function summaryOf(outcomes: readonly Outcome[], pruned: PrunedAfter | undefined): Markdown {
  const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
  const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image', ...(builds ? ['Build'] : [])].map(plain);
  const rows = outcomes.map((outcome) => [...cellsOf(outcome), ...(builds ? [buildCell(outcome)] : [])]);
  return paragraphs(
    markdown`### Image Gate: ${plain(titleOf(outcomes))}`,
    table([head, ...rows]),
    remarksOf(outcomes),
    detailsOf(outcomes),
    pruningOf(pruned),
  );
}

function cellsOf(outcome: Outcome): readonly Markdown[] {
  const { sourceRepository, refName } = outcome.target;
  const asked = [code(sourceRepository), code(refName)];
  if (outcome.kind === 'failed') return [plain(marks.failed), ...asked, plain(''), plain('')];
  const mark = outcome.ready ? marks.ready : marks.waiting;
  return [plain(mark), ...asked, code(outcome.commit.slice(0, 12)), code(outcome.image)];
}

function buildCell(outcome: Outcome): Markdown {
  if (outcome.kind === 'failed' || outcome.build === undefined) return plain('');
  const { conclusion, url } = outcome.build;
  const unknown = outcome.failure?.kind === 'timeout' ? 'not finished' : 'not known';
  return url === undefined ? plain(conclusion) : link(conclusion || unknown, url);
}

/** Why an image is not ready, and what failed with what to do about it. */
function remarksOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const reasons = outcomes.flatMap((outcome) => {
    if (outcome.failure !== undefined || outcome.kind === 'failed' || outcome.ready) return [];
    return outcomes.length === 1 && outcome.build === undefined ? [] : [markdown`- ${plain(sentenceOf(outcome))}`];
  });
  const failed = failureList(outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])));
  const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
  const pages = pageList(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
  const parts = [...new Set(reasons), failed, pages].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : (parts.join('\n') as Markdown);
}

function detailsOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const rows = outcomes.flatMap((outcome) =>
    outcome.kind === 'checked' && outcome.ready ? [[code(outcome.pinned ?? ''), code(outcome.commit)]] : [],
  );
  if (rows.length === 0) return undefined;
  return folded('By digest: what to deploy', table([[plain('Image by its digest'), plain('Commit')], ...rows]));
}

function pruningOf(pruned: PrunedAfter | undefined): Markdown | undefined {
  if (pruned === undefined) return undefined;
  const { headline, journal, failures, warned } = pruned;
  return paragraphs(markdown`Pruning ${plain(headline)}.`, journalNote(journal), failureList([...failures, ...warned]));
}
