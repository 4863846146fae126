import type { ExitCode } from '../../lib/errors.js';
import { failureObject } from '../../reports/failure.js';
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';
import { journalWords } from '../shared/deletion/journal-file.js';
import { imageDateObject } from '../shared/image-dates.js';
import { type CheckResult, type Outcome, type PrunedAfter, refOf } from './outcome.js';
import { signersOf } from './signatures/words.js';
import { headlineOf, summaryOf } from './summary.js';
import { isFullReference, nameOf, subjectOf } from './targets.js';

/** The report of a check, for every frontend. */
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
    get summary() {
      return summaryOf({ outcomes, failIfNotReady, ...(pruned && { pruned }) });
    },
    table: tableOf(outcomes),
    names: outcomes.flatMap((one) => (one.kind === 'checked' && one.pinned !== undefined ? [one.pinned] : [])),
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
    ...(single && { image: single.image, tag: single.tag ?? '', commit: single.commit ?? '' }),
    ...(single && { digest: single.digest ?? '', pinned: single.pinned ?? '' }),
    ...(single?.verified !== undefined && { verified: String(single.verified) }),
    ...(single?.signers !== undefined && { signer: JSON.stringify(single.signers[0] ?? {}) }),
    ...(single && { 'build-url': single.build?.url ?? '', 'build-conclusion': single.build?.conclusion ?? '' }),
    results: JSON.stringify(outcomes.map(resultOf)),
  };
}

function resultOf(outcome: Outcome): Record<string, unknown> {
  const { target } = outcome;
  const origin = target.kind === 'image' ? target.origin : undefined;
  const shared = {
    ...(origin && { repository: origin.repository, reference: origin.refName }),
    ...(target.where.length > 0 && { where: target.where }),
  };
  if (outcome.kind === 'failed') {
    const { commit, tag, image = isNamed(target) ? nameOf(target) : undefined } = outcome.known;
    return { ...shared, commit, image, tag, ...failureObject(outcome.failure) };
  }
  const { commit, image, tag, ready, digest, pinned, complete, verified, signers, date, readyAt, reason, build } =
    outcome;
  const built = build && { buildUrl: build.url, buildConclusion: build.conclusion };
  return {
    ...shared,
    commit,
    image,
    tag,
    ready,
    status: ready ? 'ready' : 'not-ready',
    digest,
    pinned,
    complete,
    verified,
    signers,
    ...imageDateObject(date),
    readyAt,
    reason,
    ...built,
  };
}

/** True if the name is known without a commit. */
function isNamed(target: Outcome['target']): boolean {
  return target.kind === 'unclear' || isFullReference(target);
}

/** Of one repository its result alone, so that `jq -r .image` works; of several a summary with the list. */
function jsonOf(outcomes: readonly Outcome[], ready: boolean): Record<string, unknown> {
  const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
  const [only, second] = results;
  if (only !== undefined && second === undefined) return only;
  const failed = outcomes.some(({ kind }) => kind === 'failed');
  return failed ? { status: 'error', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}

function prunedOf(pruned: PrunedAfter | undefined): Record<string, unknown> {
  if (pruned === undefined) return {};
  const { deleted, kept, journal } = pruned;
  return { pruned: { deletedCount: deleted, keptCount: kept, journal: journal ?? null } };
}

/** The image that was built for this check; null when none was. */
function builtImage(outcome: Outcome): string | null {
  return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}

/** A column only where one of the images has something for it. */
function tableOf(outcomes: readonly Outcome[]): Report['table'] {
  const rows = outcomes.map(rowOf);
  const columns = (['status', 'image', 'ref', 'commit', 'digest', 'signer', 'where'] as const).filter(
    (name) => name === 'digest' || rows.some((row) => row[name].text !== ''),
  );
  return { columns, rows: rows.map((row) => columns.map((name) => row[name])) };
}

function rowOf(
  outcome: Outcome,
): Readonly<Record<'status' | 'image' | 'ref' | 'commit' | 'digest' | 'signer' | 'where', Cell>> {
  const { target } = outcome;
  const shared = { ref: { text: refOf(outcome) ?? '' }, where: { text: target.where.join(', ') } };
  if (outcome.kind === 'failed') {
    const status: Cell = { text: 'error', tone: 'bad' };
    const { image = subjectOf(target), commit = '' } = outcome.known;
    const none = { digest: { text: '' }, signer: { text: '' } };
    return { ...shared, ...none, status, image: { text: image }, commit: { text: commit.slice(0, 12) } };
  }
  const { ready, image, commit = '', digest = '', signers = [] } = outcome;
  return {
    ...shared,
    status: ready ? { text: 'ready', tone: 'good' } : { text: 'not ready', tone: 'bad' },
    image: { text: image },
    commit: { text: commit.slice(0, 12) },
    digest: { text: digest.slice(0, 19) },
    signer: { text: signersOf(signers).join(', ') },
  };
}
