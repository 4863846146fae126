import { countOf, formatTime } from '../../reports/quantities.js';
import type { Outcome, Status } from './outcome.js';

/** The words for a status. A failed request is an error; a variable without a value is not known. */
type Label = Status | 'error';

const words: Record<Label, string> = {
  update: 'newer version',
  'up-to-date': 'up to date',
  missing: 'missing',
  unsupported: 'not comparable',
  'not-found': 'not found',
  unknown: 'not known',
  error: 'error',
};

const icons: Record<Label, string> = {
  update: '⬆️',
  'up-to-date': '✅',
  missing: '❌',
  unsupported: '➖',
  'not-found': '❌',
  unknown: '❔',
  error: '⚠️',
};

const tones: Record<Label, 'good' | 'bad' | 'muted'> = {
  update: 'good',
  'up-to-date': 'muted',
  missing: 'bad',
  unsupported: 'muted',
  'not-found': 'bad',
  unknown: 'bad',
  error: 'bad',
};

const labels = Object.keys(words) as Label[];

function kindOf({ status, failure }: Outcome): Label {
  return status === 'unknown' && failure !== undefined ? 'error' : status;
}

export function labelOf(outcome: Outcome): string {
  return words[kindOf(outcome)];
}

/** The same with its icon, for a summary. */
export function markedLabelOf(outcome: Outcome): string {
  return `${icons[kindOf(outcome)]} ${labelOf(outcome)}`;
}

export function toneOf(outcome: Outcome): 'good' | 'bad' | 'muted' {
  return tones[kindOf(outcome)];
}

/** One sentence with every count that is not 0: `3 images: 1 newer version, 1 up to date, 1 missing`. */
export function headlineOf(outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return `${only.name}: ${labelOf(only)}${stepOf(only)}`;
  if (outcomes.length === 0) return 'the files name no image';
  const counts = labels.flatMap((label) => {
    const count = outcomes.filter((outcome) => kindOf(outcome) === label).length;
    const isNoun = label === 'update' || label === 'error';
    return count === 0 ? [] : [isNoun ? countOf(count, words[label]) : `${count} ${words[label]}`];
  });
  return `${countOf(outcomes.length, 'image')}: ${counts.join(', ')}`;
}

function stepOf({ status, answer, step }: Outcome): string {
  if (status !== 'update' || answer === undefined) return '';
  return step === 'digest' ? ` ${answer.digest ?? ''}` : ` ${answer.tag ?? ''} (${step})`;
}

/** The tag, or of a tag that has moved the digest, that is newer; empty where nothing is. */
export function newerTag({ answer, step }: Outcome): string {
  if (step === undefined) return '';
  return (step === 'digest' ? answer?.digest : answer?.tag) ?? '';
}

/** The reason, and the time of the list that it rests on; of an error what the server answered. */
export function why({ reason, list, failure, status }: Outcome): string {
  if (failure !== undefined && status !== 'missing') return failure.reason;
  const stale = list?.stale === undefined ? '' : `; tag list of ${formatTime(list.stale)} UTC`;
  return `${reason}${stale}`;
}
