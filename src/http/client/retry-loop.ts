import { formatSeconds } from '../../lib/duration.js';
import { Failure } from '../../lib/errors.js';
import { sleep } from '../../lib/timers.js';
import { describe, type HttpAnswer, type HttpOptions, type HttpRequest, refusal } from '../message.js';
import { readNetworkError } from '../network-errors.js';
import { BodyTooLarge } from '../transport/body.js';
import type { Hosts } from './limiter.js';
import { decideRetry, isTurnedAway, type TryOutcome } from './retry.js';

/** How one try ended: with an answer, or with the fault that kept it from coming. */
export type Tried<A extends HttpAnswer> = A | { readonly fault: unknown };

/** Asks one address as often as the policy says. */
export type RetryLoop = <A extends HttpAnswer>(wanted: HttpRequest, tryOnce: () => Promise<Tried<A>>) => Promise<A>;

/** The policy of tries, waits and the deadline, for one client. */
export function createRetryLoop(options: HttpOptions, hosts: Hosts): RetryLoop {
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
        `${describe(wanted)}: again in ${formatSeconds(decision.wait)}${decision.byServer ? ', as the server asked' : ''}`,
      );
      if (decision.byServer) hosts.pause(wanted.url.host, decision.wait);
      else await sleep(decision.wait, options.signal);
    }
  };
}

function readOutcome(tried: Tried<HttpAnswer>): TryOutcome {
  if (!('fault' in tried)) return { kind: 'answer', status: tried.status, header: tried.header, body: tried.body };
  return { kind: 'fault', permanent: tried.fault instanceof BodyTooLarge || readNetworkError(tried.fault).permanent };
}

/** The answer, with why it is the last one where that needs saying; or the fault, thrown. */
function settle<A extends HttpAnswer>(wanted: HttpRequest, tried: Tried<A>, note?: string): A {
  if (!('fault' in tried)) return note === undefined ? tried : { ...tried, note };
  throw networkFailure(wanted, tried.fault, note);
}

/** A fault of the network, or a body that is too long, as a Failure. */
export function networkFailure(wanted: Pick<HttpRequest, 'method' | 'url'>, fault: unknown, note?: string): Failure {
  if (fault instanceof BodyTooLarge) return refusal(wanted, fault.message);
  const { words, advice, permanent } = readNetworkError(fault);
  const reason = note === undefined ? words : `${words}; ${note}`;
  return new Failure('network', { operation: describe(wanted), reason, advice, permanent, cause: fault });
}
