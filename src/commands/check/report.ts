import type { ExitCode } from '../../errors.js';
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
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';
import { journalNote, journalWords } from '../journal-note.js';
import type { CheckResult, Outcome } from './outcome.js';
import type { PrunedAfter } from './prune-after.js';

/** What a check has to say, for every face. */
export function reportCheck({ outcomes, failIfNotReady, pruned }: CheckResult): Report {
  const failures = [
    ...outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
    ...(pruned?.failures ?? []),
  ];
  const unknown = outcomes.some(({ kind }) => kind === 'failed');
  const ready = outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
  const exitCode: ExitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
  return {
    outputs: outputsOf(outcomes, unknown ? undefined : ready),
    json: { ...jsonOf(outcomes, ready), ...prunedOf(pruned) },
    summary: paragraphs(summaryOf(outcomes), pruningOf(pruned)),
    table: { columns: ['status', 'image', 'ref', 'commit', 'digest'], rows: outcomes.map(rowOf) },
    headline: headlineOf(outcomes),
    note: journalWords(pruned?.journal),
    failures,
    exitCode,
  };
}

/** @param ready undefined when it could not be found out for all: then the output is not set */
function outputsOf(outcomes: readonly Outcome[], ready: boolean | undefined): Record<string, string> {
  const [only] = outcomes.length === 1 ? outcomes : [];
  const single = only?.kind === 'checked' ? only : undefined;
  return {
    ...(ready === undefined ? {} : { ready: String(ready), status: ready ? 'ready' : 'not-ready' }),
    ...(single && { image: single.image, tag: single.tag, commit: single.commit }),
    ...(single && { digest: single.digest ?? '', pinned: single.pinned ?? '' }),
    ...(single && { 'build-url': single.build?.url ?? '', 'build-conclusion': single.build?.conclusion ?? '' }),
    results: JSON.stringify(outcomes.map(resultOf)),
  };
}

function resultOf(outcome: Outcome): Record<string, unknown> {
  const { name, refName } = outcome.target;
  const asked = { repository: name, reference: refName };
  if (outcome.kind === 'failed') {
    const { message, exitCode } = outcome.failure;
    return { ...asked, status: 'failed', error: message, 'exit-code': exitCode };
  }
  const { commit, image, tag, ready, digest, pinned, reason, build } = outcome;
  const built = build && { 'build-url': build.url, 'build-conclusion': build.conclusion };
  return {
    ...asked,
    commit,
    image,
    tag,
    ready,
    status: ready ? 'ready' : 'not-ready',
    digest,
    pinned,
    reason,
    ...built,
  };
}

/** Of one repository its result alone, so that `jq -r .image` works; of several a summary with the list. */
function jsonOf(outcomes: readonly Outcome[], ready: boolean): Record<string, unknown> {
  const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
  const [only, second] = results;
  if (only !== undefined && second === undefined) return only;
  const failed = outcomes.some(({ kind }) => kind === 'failed');
  return failed ? { status: 'failed', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}

function prunedOf(pruned: PrunedAfter | undefined): Record<string, unknown> {
  if (pruned === undefined) return {};
  const { deleted, kept, journal } = pruned;
  return { pruned: { 'deleted-count': deleted, 'kept-count': kept, journal: journal ?? null } };
}

function pruningOf(pruned: PrunedAfter | undefined): Markdown | undefined {
  if (pruned === undefined) return undefined;
  const { headline, journal, failures, warned } = pruned;
  return paragraphs(markdown`Pruning ${plain(headline)}.`, journalNote(journal), failureList([...failures, ...warned]));
}

/** The image that was built for this check; null when none was. */
function builtImage(outcome: Outcome): string | null {
  return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}

function headlineOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return sentenceOf(only);
  const waiting = outcomes.filter((outcome) => outcome.kind === 'checked' && !outcome.ready);
  const failed = outcomes.filter(({ kind }) => kind === 'failed');
  if (failed.length > 0) return `${failed.length} of ${outcomes.length} images could not be checked`;
  if (waiting.length === 0) return `all ${outcomes.length} images are ready`;
  return `${waiting.length} of ${outcomes.length} images are not ready: ${waiting.map(sentenceOf).join(', ')}`;
}

function sentenceOf(outcome: Outcome): string {
  if (outcome.kind === 'failed') return `the image of ${outcome.target.name} could not be checked`;
  return outcome.ready ? `${outcome.image} is ready` : `${outcome.image} is not ready: ${outcome.reason}`;
}

function rowOf(outcome: Outcome): readonly Cell[] {
  const { name, refName } = outcome.target;
  if (outcome.kind === 'failed')
    return [{ text: 'failed', tone: 'bad' }, { text: name }, { text: refName }, { text: '' }, { text: '' }];
  const { ready, image, commit, digest } = outcome;
  const status: Cell = ready ? { text: 'ready', tone: 'good' } : { text: 'not ready', tone: 'bad' };
  return [
    status,
    { text: image },
    { text: refName },
    { text: commit.slice(0, 12) },
    { text: digest?.slice(0, 19) ?? '' },
  ];
}

const marks = { ready: '✅ ready', waiting: '❌ not ready', failed: '⚠️ unknown' };

function summaryOf(outcomes: readonly Outcome[]): Markdown {
  const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
  const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image', ...(builds ? ['Build'] : [])].map(plain);
  const rows = outcomes.map((outcome) => [...cellsOf(outcome), ...(builds ? [buildCell(outcome)] : [])]);
  return paragraphs(
    markdown`### Image Gate: ${plain(headlineOf(outcomes))}`,
    table([head, ...rows]),
    remarksOf(outcomes),
    detailsOf(outcomes),
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
  return url === undefined ? plain(conclusion) : link(conclusion || 'not known', url);
}

/** Why an image is not ready, and what failed with what to do about it. */
function remarksOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const reasons = outcomes.flatMap((outcome) => {
    if (outcome.failure !== undefined || outcome.kind === 'failed' || outcome.ready) return [];
    return outcomes.length === 1 ? [] : [markdown`- ${plain(sentenceOf(outcome))}`];
  });
  const failed = failureList(outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])));
  const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
  const pages = pageList(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
  const parts = [...new Set(reasons), failed, pages].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : (parts.join('\n') as Markdown);
}

function detailsOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const rows = outcomes.flatMap((outcome) =>
    outcome.kind === 'checked' && outcome.ready ? [[code(outcome.commit), code(outcome.pinned ?? '')]] : [],
  );
  if (rows.length === 0) return undefined;
  return folded('By digest: what to deploy', table([[plain('Commit'), plain('Image by its digest')], ...rows]));
}
