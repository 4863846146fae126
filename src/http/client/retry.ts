import type { HttpAnswer } from '../message.js';
import { limitIsUsedUp, retryAfter } from './retry-after.js';

/** The parts of an answer that decide about a retry. */
type Judged = Pick<HttpAnswer, 'status' | 'header' | 'body'>;

/** The outcome of one attempt: an answer, or a network error. */
export type TryOutcome =
  | ({ readonly kind: 'answer' } & Judged)
  | { readonly kind: 'error'; readonly permanent: boolean };

/**
 * The step after a try: take the answer as it is, or try again after a wait, which the server requires if it is
 * `byServer`.
 */
export type RetryDecision =
  | { readonly again: false }
  | { readonly again: true; readonly wait: number; readonly byServer: boolean };

const retriedStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Milliseconds before the second try; each further wait is twice the one before. */
const firstWait = { error: 300, limit: 1000 };
const tries = { error: 4, limit: 6 };
/**
 * The wait that GitHub requires after a secondary limit without a Retry-After (docs.github.com, rate limits for the
 * REST API).
 */
const secondaryWait = 60_000;
/** The part of a wait that chance may add, so that many clients do not come back at once. */
const jitter = 0.25;

/**
 * Decides on another try after try number `attempt` (from 1), and its delay. Limits (429, and GitHub's 403) are given
 * more attempts than errors: they pass. The wait is never shorter than what the server requires.
 * @param random from 0 to 1
 */
export function decideRetry(outcome: TryOutcome, attempt: number, now: Date, random: () => number): RetryDecision {
  const cause = retryCause(outcome);
  if (cause === undefined || attempt >= tries[cause]) return { again: false };
  const own = firstWait[cause] * 2 ** (attempt - 1);
  const serverWait = outcome.kind === 'answer' ? serverWaitOf(outcome, now) : undefined;
  const wait = Math.max(own, serverWait ?? 0) + own * jitter * random();
  return { again: true, wait: Math.ceil(wait), byServer: serverWait !== undefined };
}

function serverWaitOf(answer: Judged, now: Date): number | undefined {
  return retryAfter(answer.header, now) ?? (saysSecondaryLimit(answer) ? secondaryWait : undefined);
}

function retryCause(outcome: TryOutcome): 'error' | 'limit' | undefined {
  if (outcome.kind === 'error') return outcome.permanent ? undefined : 'error';
  if (isLimit(outcome)) return 'limit';
  return retriedStatuses.has(outcome.status) ? 'error' : undefined;
}

/**
 * True if this answer is about a limit, and not about permissions: 429, or a 403 with a message about it or a time to
 * come back (GitHub).
 */
export function isLimit(answer: Judged): boolean {
  const { status, header } = answer;
  if (status !== 403) return status === 429;
  return limitIsUsedUp(header) || header('retry-after') !== undefined || saysSecondaryLimit(answer);
}

/**
 * True if the server has refused the request without acting on it: a limit, or a 503 with a time to come back. Such
 * a request has started nothing, and may be sent again whatever it does.
 */
export function isTurnedAway(answer: Judged): boolean {
  return isLimit(answer) || (answer.status === 503 && answer.header('retry-after') !== undefined);
}

/** GitHub shows a secondary limit by its words, and not always by a header too. */
function saysSecondaryLimit({ status, body }: Judged): boolean {
  const words = Buffer.from(body.subarray(0, 1000)).toString('utf8');
  return (status === 403 || status === 429) && /secondary rate limit/i.test(words);
}
