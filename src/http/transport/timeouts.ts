import { formatSeconds } from '../../lib/duration.js';

/** Ends what takes too long, and all that is in flight when the command ends. */
export interface RequestTimeouts {
  /**
   * Starts the timeout of one request. @returns what ends it
   * @param end is called with the reason when the time is over
   * @throws the signal's reason when the command has ended already
   */
  begin(end: (reason: unknown) => void): () => void;
}

interface Started {
  readonly at: number;
  readonly end: (reason: unknown) => void;
}

/**
 * One timer and one listener for all that is in flight: a timer and signals of its own would be the dearest part of a
 * request.
 * @param signal of the command
 * @param limit milliseconds
 */
export function createTimeouts(signal: AbortSignal, limit: number): RequestTimeouts {
  const inFlight = createInFlight<Started>();
  let watching = false;

  /** Until nothing is in flight. The request that began first times out first. */
  function watch(): void {
    const [first] = inFlight.all();
    watching = first !== undefined;
    if (first === undefined) return;
    const wait = Math.max(1, Math.ceil(first.at + limit - performance.now()));
    // A timer that keeps no process alive.
    AbortSignal.timeout(wait).addEventListener('abort', () => {
      const latest = performance.now() - limit;
      const late = inFlight.all().filter(({ at }) => at <= latest);
      for (const { end } of late) end(new Error(`no answer within ${formatSeconds(limit)}`));
      watch();
    });
  }

  signal.addEventListener(
    'abort',
    () => {
      for (const { end } of inFlight.all()) end(signal.reason);
    },
    { once: true },
  );
  return {
    begin(end) {
      signal.throwIfAborted();
      const over = inFlight.add({
        at: performance.now(),
        end(reason) {
          over();
          end(reason);
        },
      });
      if (!watching) watch();
      return over;
    },
  };
}

/** The requests in flight, a few at a time, in the order in which they began. */
export interface InFlight<T> {
  /** Returns how to take it out again. */
  add(one: T): () => void;
  all(): readonly T[];
}

/**
 * An array and no Set: each time that V8 makes a new table for a Set, the former one leads to it. One that has grown
 * old leads to all that came after it, and what went through the Set since then, a hundred thousand requests, stays in
 * memory until the next full collection.
 */
export function createInFlight<T>(): InFlight<T> {
  const entries: { readonly one: T }[] = [];
  return {
    add(one) {
      const entry = { one };
      entries.push(entry);
      return () => {
        const at = entries.indexOf(entry);
        if (at >= 0) entries.splice(at, 1);
      };
    },
    all: () => entries.map(({ one }) => one),
  };
}
