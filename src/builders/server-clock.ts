import type { HttpAnswer } from '../http/message.js';

/** The clock of a server, as far as its answers show it. */
export interface ServerClock {
  /** Reads the date of an answer that has just come. */
  read(answer: Pick<HttpAnswer, 'header'>): void;
  /** A moment of this machine on the clock of the server; as it is while no answer had a date. */
  at(moment: Date): Date;
}

/**
 * Compares the clocks by the dates of answers. A date is older than the moment at which its answer arrives, so the
 * latest estimate is the best, and `at` is never late.
 */
export function createServerClock(now: () => Date): ServerClock {
  let ahead = Number.NEGATIVE_INFINITY;
  return {
    read(answer) {
      const date = Date.parse(answer.header('date') ?? '');
      if (!Number.isNaN(date)) ahead = Math.max(ahead, date - now().getTime());
    },
    at: (moment) => new Date(moment.getTime() + (Number.isFinite(ahead) ? ahead : 0)),
  };
}

/** Servers give whole seconds, and the machine that dates an answer is not the one that starts a build. */
const tolerance = 2000;

/** True if something that the server made at `createdAt` may be what a request of `sentAt` (of this machine) made. */
export function mayBeOf(createdAt: Date, sentAt: Date, clock: ServerClock): boolean {
  return createdAt.getTime() >= clock.at(sentAt).getTime() - tolerance;
}
