import { formatSeconds } from '../../lib/duration.js';
import { Failure } from '../../lib/errors.js';
import { sleep } from '../../lib/timers.js';
import { describe, type HttpAnswer, type HttpOptions, type HttpRequest, refusal } from '../message.js';
import { readNetworkError } from '../network-errors.js';
import { BodyTooLarge } from '../transport/body.js';
import type { HostLimiter } from './limiter.js';
import { decideRetry, isTurnedAway, type TryOutcome } from './retry.js';

/** The outcome of one attempt: an answer, or the error that kept it from coming. */
export type Attempt<A extends HttpAnswer> = A | { readonly error: unknown };

/** Sends one request as often as the policy allows. */
export type RetryLoop = <A extends HttpAnswer>(wanted: HttpRequest, tryOnce: () => Promise<Attempt<A>>) => Promise<A>;

/** The policy of tries, waits and the deadline, for one client. */
export function createRetryLoop(options: HttpOptions, limiter: HostLimiter): RetryLoop {
  const random = options.random ?? Math.random;
  return async (wanted, tryOnce) => {
    const repeatable = wanted.repeatable ?? (wanted.method !== 'POST' && wanted.method !== 'PATCH');
    for (let attempt = 1; ; attempt += 1) {
      wanted.onTry?.();
      const outcome = await tryOnce();
      const read = readOutcome(outcome);
      const mayRepeat = repeatable || (read.kind === 'answer' && isTurnedAway(read));
      const decision = mayRepeat ? decideRetry(read, attempt, options.now(), random) : { again: false as const };
      if (!decision.again) return settle(wanted, outcome);
      const left = options.deadline.getTime() - options.now().getTime();
      if (decision.wait >= left) {
        return settle(
          wanted,
          outcome,
          `the next try would be in ${formatSeconds(decision.wait)}, and only ${formatSeconds(left)} are left`,
        );
      }
      options.trace(
        `${describe(wanted)}: again in ${formatSeconds(decision.wait)}${decision.byServer ? ', as the server requires' : ''}`,
      );
      if (decision.byServer) limiter.backOff(wanted.url.host, decision.wait);
      else await sleep(decision.wait, options.signal);
    }
  };
}

function readOutcome(attempt: Attempt<HttpAnswer>): TryOutcome {
  if (!('error' in attempt))
    return { kind: 'answer', status: attempt.status, header: attempt.header, body: attempt.body };
  return {
    kind: 'error',
    permanent: attempt.error instanceof BodyTooLarge || readNetworkError(attempt.error).permanent,
  };
}

/** The answer, with the reason why it is the last one if that needs explaining; or the error, thrown. */
function settle<A extends HttpAnswer>(wanted: HttpRequest, attempt: Attempt<A>, note?: string): A {
  if (!('error' in attempt)) return note === undefined ? attempt : { ...attempt, note };
  throw networkFailure(wanted, attempt.error, note);
}

/** A network error, or a body that is too long, as a Failure. */
export function networkFailure(wanted: Pick<HttpRequest, 'method' | 'url'>, error: unknown, note?: string): Failure {
  if (error instanceof BodyTooLarge) return refusal(wanted, error.message);
  const { words, advice, permanent } = readNetworkError(error);
  const reason = note === undefined ? words : `${words}; ${note}`;
  return new Failure('network', { operation: describe(wanted), reason, advice, permanent, cause: error });
}
