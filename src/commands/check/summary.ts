import { failureList } from '../../reports/failure.js';
import {
  code,
  codeBlock,
  heading,
  link,
  type Mark,
  type Markdown,
  markdown,
  pageList,
  paragraphs,
  plain,
  table,
} from '../../reports/markdown.js';
import { countOf } from '../../reports/quantities.js';
import { journalNote } from '../shared/deletion/journal-file.js';
import { type CheckResult, type Outcome, type PrunedAfter, refOf } from './outcome.js';
import { signersOf, wordsOfReady } from './signatures/words.js';
import { subjectOf } from './targets.js';

/** The result in one sentence. */
export function headlineOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return sentenceOf(only);
  const reasons = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' || outcome.ready ? [] : [`${outcome.image}${placesOf(outcome)} (${outcome.reason})`],
  );
  return reasons.length === 0 || outcomes.some(({ kind }) => kind === 'failed')
    ? tallyOf(outcomes)
    : `${tallyOf(outcomes)}: ${reasons.join(', ')}`;
}

/** All three counts, as far as they are not 0: `2 of 4 images are ready, 1 not ready, 1 error`. */
function tallyOf(outcomes: readonly Outcome[]): string {
  const errors = outcomes.filter(({ kind }) => kind === 'failed').length;
  const ready = outcomes.filter((outcome) => outcome.kind === 'checked' && outcome.ready).length;
  const waiting = outcomes.length - errors - ready;
  return [
    `${ready} of ${outcomes.length} images ${ready === 1 ? 'is' : 'are'} ${readyWords(outcomes)}`,
    ...(waiting === 0 ? [] : [`${waiting} not ready`]),
    ...(errors === 0 ? [] : [countOf(errors, 'error')]),
  ].join(', ');
}

function readyWords(outcomes: readonly Outcome[]): string {
  const has = (name: 'verified' | 'complete') =>
    outcomes.some((outcome) => outcome.kind === 'checked' && outcome[name]);
  return wordsOfReady({ verified: has('verified'), complete: has('complete') });
}

/** A step that goes on in spite of an image that is not ready looks different from one that fails. */
function markOf(outcomes: readonly Outcome[], failIfNotReady: boolean): Mark {
  if (outcomes.some(({ failure }) => failure !== undefined)) return 'bad';
  if (outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready)) return 'good';
  return failIfNotReady ? 'bad' : 'pause';
}

/** The same for a summary, below whose title everything else follows: no reasons of several, and no pages. */
function titleOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length !== 1 || only === undefined) return tallyOf(outcomes);
  if (only.kind === 'failed' || only.ready) return sentenceOf(only);
  if (only.failure?.kind === 'timeout') return `${only.image} is not ready, and its build has not finished`;
  if (only.failure !== undefined) return `${only.image} is not ready, and its build failed`;
  return only.build === undefined ? sentenceOf(only) : `${only.image} is not ready, although its build succeeded`;
}

function sentenceOf(outcome: Outcome): string {
  if (outcome.kind === 'failed') return `${failedName(outcome)} could not be checked`;
  return outcome.ready
    ? `${outcome.image} is ${readyWords([outcome])}`
    : `${outcome.image}${placesOf(outcome)} is not ready: ${outcome.reason}`;
}

function failedName({ target }: Outcome): string {
  const subject = subjectOf(target);
  return target.kind === 'image' && subject === target.origin?.name ? `the image of ${subject}` : subject;
}

/** `, in k8s/app.yaml:12`; nothing for an image that was given itself. */
function placesOf({ target: { where } }: Outcome): string {
  return where.length === 0 ? '' : `, in ${where.join(', ')},`;
}

const marks = { ready: '✅ ready', waiting: '❌ not ready', pause: '⏳ not ready', failed: '⚠️ error' };

/** The summary: every image, the reasons of those that are not ready, the errors, and the digests to deploy. */
export function summaryOf({ outcomes, failIfNotReady, pruned }: CheckResult): Markdown {
  const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
  const columns = shownColumns(outcomes);
  const head = [...columns, ...(builds ? ['Build'] : [])].map(plain);
  const rows = outcomes.map((outcome) => {
    const cells = cellsOf(outcome, failIfNotReady);
    return [...columns.map((column) => cells[column]), ...(builds ? [buildCell(outcome)] : [])];
  });
  return paragraphs(
    heading(markOf(outcomes, failIfNotReady), titleOf(outcomes)),
    codeBlock(outcomes.flatMap((one) => (one.kind === 'checked' && one.pinned !== undefined ? [one.pinned] : []))),
    table([head, ...rows]),
    remarksOf(outcomes),
    pruningOf(pruned),
  );
}

const columnsOfOrigin = ['Source repository', 'Ref', 'Commit'] as const;
type Column = 'Status' | (typeof columnsOfOrigin)[number] | 'Image' | 'Signed by' | 'Where';

/** Those of the commit where one plays a part, and the places where files name the images. */
function shownColumns(outcomes: readonly Outcome[]): readonly Column[] {
  const hasOrigin = outcomes.some(({ target }) => target.kind === 'image' && target.origin !== undefined);
  const hasPlaces = outcomes.some(({ target }) => target.where.length > 0);
  const hasRef = outcomes.some((outcome) => refOf(outcome) !== undefined);
  const ofOrigin = columnsOfOrigin.filter((column) => hasOrigin && (hasRef || column !== 'Ref'));
  const hasSigners = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.signers !== undefined);
  return [
    'Status',
    ...ofOrigin,
    'Image',
    ...(hasSigners ? (['Signed by'] as const) : []),
    ...(hasPlaces ? (['Where'] as const) : []),
  ];
}

function cellsOf(outcome: Outcome, failIfNotReady: boolean): Readonly<Record<Column, Markdown>> {
  const { target } = outcome;
  const origin = target.kind === 'image' ? target.origin : undefined;
  const shared = {
    'Source repository': codeOf(origin?.repository),
    Ref: codeOf(refOf(outcome)),
    Where: plain(target.where.join(', ')),
  };
  if (outcome.kind === 'failed') {
    const subject = subjectOf(target);
    const { commit, image = subject === origin?.name ? '' : subject } = outcome.known;
    const known = { Commit: codeOf(commit?.slice(0, 12)), Image: codeOf(image), 'Signed by': plain('') };
    return { ...shared, Status: plain(marks.failed), ...known };
  }
  const mark = outcome.ready ? marks.ready : failIfNotReady ? marks.waiting : marks.pause;
  const signers = signersOf(outcome.signers ?? []);
  return {
    ...shared,
    Status: plain(mark),
    Commit: codeOf(outcome.commit?.slice(0, 12)),
    Image: code(outcome.image),
    'Signed by': codeOf(signers.join(', ')),
  };
}

function codeOf(text: string | undefined): Markdown {
  return text === undefined || text === '' ? plain('') : code(text);
}

function buildCell(outcome: Outcome): Markdown {
  if (outcome.kind === 'failed' || outcome.build === undefined) return plain('');
  const { conclusion, url } = outcome.build;
  const unknown = outcome.failure?.kind === 'timeout' ? 'not finished' : 'not known';
  return url === undefined ? plain(conclusion) : link(conclusion || unknown, url);
}

/** The reason why an image is not ready, and the errors with the next steps. */
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

function pruningOf(pruned: PrunedAfter | undefined): Markdown | undefined {
  if (pruned === undefined) return undefined;
  const { headline, journal, failures, warned } = pruned;
  return paragraphs(markdown`Pruning ${plain(headline)}.`, journalNote(journal), failureList([...failures, ...warned]));
}
