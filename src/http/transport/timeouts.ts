import { formatSeconds } from '../../lib/duration.js';
import { createInFlight } from '../client/in-flight.js';

/** Ends what takes too long, and all that is under way when the command ends. */
export interface RequestTimeouts {
  /**
   * From now on this has so much time. Gives back how to say that it is over.
   * @param end is called with the reason; then it is over
   * @throws the signal's reason when the command has ended already
   */
  begin(end: (reason: unknown) => void): () => void;
}

interface Begun {
  readonly at: number;
  readonly end: (reason: unknown) => void;
}

/**
 * One timer and one listener for all that is under way: a timer and signals of its own would be the dearest part of a
 * request.
 * @param signal of the command
 * @param limit milliseconds
 */
export function createTimeouts(signal: AbortSignal, limit: number): RequestTimeouts {
  const underWay = createInFlight<Begun>();
  let watching = false;

  /** Until nothing is under way. What has begun first runs out of time first. */
  function watch(): void {
    const [first] = underWay.all();
    watching = first !== undefined;
    if (first === undefined) return;
    const wait = Math.max(1, Math.ceil(first.at + limit - performance.now()));
    // A timer that keeps no process alive.
    AbortSignal.timeout(wait).addEventListener('abort', () => {
      const latest = performance.now() - limit;
      const late = underWay.all().filter(({ at }) => at <= latest);
      for (const { end } of late) end(new Error(`no answer within ${formatSeconds(limit)}`));
      watch();
    });
  }

  signal.addEventListener(
    'abort',
    () => {
      for (const { end } of underWay.all()) end(signal.reason);
    },
    { once: true },
  );
  return {
    begin(end) {
      signal.throwIfAborted();
      const over = underWay.add({
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
