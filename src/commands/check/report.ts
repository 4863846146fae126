import type { ExitCode } from '../../errors.js';
import { explainFailures } from '../../reports/failure.js';
import { code, folded, type Markdown, markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import type { Cell } from '../../reports/table.js';
import type { CheckResult, Outcome } from '../check.js';
import type { Report } from '../command.js';

/** What a check has to say, for every face. */
export function reportCheck({ outcomes, failIfNotReady }: CheckResult): Report {
  const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
  const ready = failures.length === 0 && outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
  const exitCode: ExitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
  return {
    outputs: outputsOf(outcomes, failures.length === 0 ? ready : undefined),
    json: jsonOf(outcomes, ready),
    summary: summaryOf(outcomes),
    table: { columns: ['status', 'image', 'ref', 'commit', 'digest'], rows: outcomes.map(rowOf) },
    headline: headlineOf(outcomes),
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
  const { commit, image, tag, ready, digest, pinned, reason } = outcome;
  return { ...asked, commit, image, tag, ready, status: ready ? 'ready' : 'not-ready', digest, pinned, reason };
}

/** Of one repository its result alone, so that `jq -r .image` works; of several a summary with the list. */
function jsonOf(outcomes: readonly Outcome[], ready: boolean): unknown {
  const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': null }));
  if (results.length === 1) return results[0];
  const failed = outcomes.some(({ kind }) => kind === 'failed');
  return failed ? { status: 'failed', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
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
  const rows = outcomes.map((outcome) => {
    const { sourceRepository, refName } = outcome.target;
    const asked = [code(sourceRepository), code(refName)];
    if (outcome.kind === 'failed') return [plain(marks.failed), ...asked, plain(''), plain('')];
    const mark = outcome.ready ? marks.ready : marks.waiting;
    return [plain(mark), ...asked, code(outcome.commit.slice(0, 12)), code(outcome.image)];
  });
  const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image'].map(plain);
  return paragraphs(
    markdown`### Image Gate: ${plain(headlineOf(outcomes))}`,
    table([head, ...rows]),
    remarksOf(outcomes),
    detailsOf(outcomes),
  );
}

/** Why an image is not ready, and what failed with what to do about it. */
function remarksOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const lines = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'checked') return outcome.ready || outcomes.length === 1 ? [] : [plain(sentenceOf(outcome))];
    return explainFailures([outcome.failure]).map(plain);
  });
  return lines.length === 0 ? undefined : ([...new Set(lines)].map((line) => `- ${line}`).join('\n') as Markdown);
}

function detailsOf(outcomes: readonly Outcome[]): Markdown | undefined {
  const rows = outcomes.flatMap((outcome) =>
    outcome.kind === 'checked' && outcome.ready ? [[code(outcome.commit), code(outcome.pinned ?? '')]] : [],
  );
  if (rows.length === 0) return undefined;
  return folded('By digest', table([[plain('Commit'), plain('Pinned: deploy this')], ...rows]));
}
