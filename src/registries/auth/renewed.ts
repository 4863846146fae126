import { Failure } from '../../lib/errors.js';

/** Something that ends. */
export interface Ending {
  readonly until: Date;
}

/** Milliseconds. */
const refusalLife = 60_000;

/** Milliseconds before its end, or a tenth of its life where that is less, after which a password is no longer used. */
const usualMargin = (life: number) => Math.min(60_000, life / 10);

/**
 * A value that is issued with the first call, returned to all who request it, and issued again shortly before it ends.
 * A refusal is kept for a minute, in which it would be the same again; other failures are not.
 * @param margin milliseconds before the end after which it is no longer used, by its life in milliseconds
 */
export function renewed<T extends Ending>(
  issue: () => Promise<T>,
  now: () => Date,
  margin: (life: number) => number = usualMargin,
): () => Promise<T> {
  let current: Promise<{ readonly issued: T; readonly usableUntil: number }> | undefined;

  /** Milliseconds since 1970; of what has failed. */
  let forgetAt = Number.POSITIVE_INFINITY;

  function issueAgain() {
    const issuing = issue().then((issued) => {
      const until = issued.until.getTime();
      return { issued, usableUntil: until - margin(until - now().getTime()) };
    });
    current = issuing;
    forgetAt = Number.POSITIVE_INFINITY;
    issuing.catch((thrown: unknown) => {
      if (current === issuing) forgetAt = isRefusal(thrown) ? now().getTime() + refusalLife : 0;
    });
    return issuing;
  }

  return async () => {
    if (forgetAt <= now().getTime()) current = undefined;
    const known = current;
    const { issued, usableUntil } = await (known ?? issueAgain());
    // One that was issued for this call is used even if it lasts for no time at all.
    if (known === undefined || usableUntil > now().getTime()) return issued;
    // Whoever comes first requests another, and the others wait for the same.
    return (await (current === known ? issueAgain() : (current ?? issueAgain()))).issued;
  };
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Failure && (thrown.kind === 'authentication' || thrown.kind === 'denied');
}
