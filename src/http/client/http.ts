import { Failure } from '../../lib/errors.js';
import { sleep } from '../../lib/timers.js';
import { describe, type HttpAnswer, type HttpOptions, type HttpRequest } from '../message.js';
import { readNetworkError } from '../network-errors.js';
import { createConnections } from '../transport/connections.js';
import { createRoundTrip } from '../transport/round-trip.js';
import { createStreams, type Streams } from '../transport/streams.js';
import { createInFlight, createTimeouts } from '../transport/timeouts.js';
import { createLimiter } from './limiter.js';
import { follow } from './redirects.js';
import { type Attempt, createRetryLoop } from './retry-loop.js';

/** The one way out of this program. Answers of every status are returned; only network errors are thrown. */
export interface Http extends Streams {
  /**
   * @throws Failure (network, timeout, server for a body that is too large or a redirect that is refused, or the
   * signal's reason).
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Opens connections to this https host now, for so many requests that will follow (default one). */
  open(url: URL, requests?: number): void;
  /** Waits so many milliseconds, or until the signal's reason is thrown. */
  wait(milliseconds: number): Promise<void>;
  /** The requests without an answer so far, for the message when time runs out. */
  pending(): readonly string[];
  /** Closes idle connections. */
  close(): void;
}

const socketsPerHost = 8;
const tryTimeout = 30_000;

/**
 * A client with connections of its own, which stay open until `close`. 8 requests at a time to each host, 30 seconds
 * for each try.
 */
export function createHttp(options: HttpOptions): Http {
  const connections = createConnections();
  const limiter = createLimiter(socketsPerHost);
  const withRetries = createRetryLoop(options, limiter);
  const pending = createInFlight<HttpRequest>();
  const roundTrip = createRoundTrip(connections, createTimeouts(options.signal, tryTimeout), options.signal);

  async function whilePending<T>(wanted: HttpRequest, work: () => Promise<T>): Promise<T> {
    const over = pending.add(wanted);
    try {
      return await work();
    } finally {
      // After a timeout, the message names the request that was pending then.
      if (!options.signal.aborted) over();
    }
  }

  /** An answer, or the error that kept it from coming. The end of the whole command is thrown at once. */
  async function tryOnce(wanted: HttpRequest): Promise<Attempt<HttpAnswer>> {
    const leave = await limiter.acquire(wanted.url.host, options.signal);
    const begun = performance.now();
    const note = (end: string) =>
      options.trace(`${describe(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
    try {
      const answer = await roundTrip(wanted);
      note(String(answer.status));
      return answer;
    } catch (error) {
      if (options.signal.aborted) throw options.signal.reason;
      // A proxy that cannot be used stays so.
      if (error instanceof Failure) throw error;
      note(readNetworkError(error).words);
      return { error };
    } finally {
      leave();
    }
  }

  return {
    request: (wanted) => whilePending(wanted, () => follow(wanted, (one) => withRetries(one, () => tryOnce(one)))),
    ...createStreams({ options, connections, limiter, withRetries, whilePending }),
    open: (url, requests = 1) => connections.open(url, Math.min(requests, socketsPerHost)),
    wait: (milliseconds) => sleep(milliseconds, options.signal),
    pending: () => [...new Set(pending.all().map(describe))],
    close: connections.close,
  };
}
