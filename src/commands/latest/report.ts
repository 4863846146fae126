import { formatImage } from '../../images/name.js';
import type { Cell, Table } from '../../reports/table.js';
import type { Report } from '../command.js';
import { imageDateObject } from '../shared/image-dates.js';
import type { LatestResult, Outcome } from './outcome.js';
import { placesOf, summaryOf } from './summary.js';
import { headlineOf, labelOf, newerTag, toneOf, why } from './words.js';

/** The maximum number of jobs in a matrix of GitHub. */
export const mostJobs = 256;

/** The report on newer versions, for every frontend. */
export function reportLatest({ outcomes }: LatestResult): Report {
  const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const results = outcomes.map(resultOf);
  const headline = headlineOf(outcomes);
  const available = isAvailable(outcomes);
  const matrix = {
    include: outcomes
      .filter(({ status }) => status === 'update')
      .slice(0, mostJobs)
      .map(jobOf),
  };
  return {
    outputs: {
      ...singleOutputs(outcomes),
      ...(available === undefined ? {} : { 'update-available': String(available) }),
      results: JSON.stringify(results),
      matrix: JSON.stringify(matrix),
    },
    json: results.length === 1 ? results[0] : { updateAvailable: available, results },
    summary: summaryOf(outcomes, headline),
    table: tableOf(outcomes),
    names: outcomes.flatMap((one) =>
      one.status === 'update' && one.answer !== undefined ? [formatImage(named(one, one.answer))] : [],
    ),
    headline,
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

/** Something that is not known may be an update. */
function isAvailable(outcomes: readonly Outcome[]): boolean | undefined {
  if (outcomes.some(({ status, step }) => status === 'update' || (status === 'missing' && step !== undefined)))
    return true;
  return outcomes.some(({ failure, status }) => failure !== undefined || status === 'unknown') ? undefined : false;
}

function singleOutputs(outcomes: readonly Outcome[]): Record<string, string> {
  const [only] = outcomes;
  if (only === undefined || outcomes.length > 1) return {};
  const { answer, status, step } = only;
  return {
    tag: answer?.tag ?? '',
    image: answer === undefined ? '' : formatImage(named(only, answer)),
    digest: answer?.digest ?? '',
    status,
    step: step ?? '',
  };
}

/** The answer as the given image is written: with a digest where that has one, or where it is about digests. */
function named({ name, step }: Outcome, answer: NonNullable<Outcome['answer']>): NonNullable<Outcome['answer']> {
  const { digest, ...tagged } = answer;
  return name.includes('@') || step === 'digest' ? answer : tagged;
}

/** An outcome as JSON has it. */
export function resultOf(outcome: Outcome): Record<string, unknown> {
  const { name, where, status, answer, step, date, reason, list, failure } = outcome;
  return {
    image: name,
    ...(where.length === 0 ? {} : { where }),
    status,
    tag: answer?.tag,
    fullImage: answer === undefined ? undefined : formatImage(named(outcome, answer)),
    digest: answer?.digest,
    updateAvailable: isAvailable([outcome]),
    step,
    reason,
    ...imageDateObject(date),
    ...(list && { ...list, pending: list.pending.map(({ tag }) => tag) }),
    ...(failure === undefined ? {} : { error: failure.message, exitCode: failure.exitCode }),
  };
}

function jobOf(outcome: Outcome): Record<string, unknown> {
  const { image, tag, fullImage, digest, step } = resultOf(outcome);
  return { image, tag, fullImage, digest, step, where: outcome.where.join(', ') };
}

/** The places of the images only where files name them. */
function tableOf(outcomes: readonly Outcome[]): Table {
  const placed = outcomes.some(({ where }) => where.length > 0);
  return {
    columns: ['status', 'image', 'newer tag', 'reason', ...(placed ? ['where'] : [])],
    rows: outcomes.map((one) => [...rowOf(one), ...(placed ? [{ text: placesOf(one) }] : [])]),
  };
}

function rowOf(outcome: Outcome): readonly Cell[] {
  return [
    { text: labelOf(outcome), tone: toneOf(outcome) },
    { text: outcome.name },
    { text: newerTag(outcome) },
    { text: why(outcome) },
  ];
}
