/** Reads a header of an answer by its lower-case name. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * A number this large is a moment (unix seconds), not a delay: Docker Hub's X-Retry-After, GitHub's x-ratelimit-reset.
 */
const momentsBeginAt = 1_000_000_000;

/**
 * The time for which the server wants no requests, in milliseconds from now; undefined if it does not report it.
 * Takes `Retry-After` as seconds or as an HTTP date, `X-Retry-After` as a unix time or seconds, and the
 * `x-ratelimit-reset` of a limit that is used up. Dates are measured against the server's own `Date`,
 * so that a clock that is off here does no harm. A moment that is past means 0.
 */
export function retryAfter(header: HeaderReader, now: Date): number | undefined {
  const serverNow = parseDate(header('date')) ?? now.getTime();
  return (
    delayOf(header('retry-after'), serverNow) ??
    delayOf(header('x-retry-after'), serverNow) ??
    (limitIsUsedUp(header) ? delayOf(header('x-ratelimit-reset'), serverNow) : undefined)
  );
}

/** GitHub and Docker Hub answer 403 or 429 with a remaining count of 0 when a limit is used up. */
export function limitIsUsedUp(header: HeaderReader): boolean {
  return header('x-ratelimit-remaining')?.trim() === '0';
}

function delayOf(value: string | undefined, serverNow: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    return Math.max(0, number >= momentsBeginAt ? number * 1000 - serverNow : number * 1000);
  }
  const moment = parseDate(text);
  return moment === undefined ? undefined : Math.max(0, moment - serverNow);
}

/** An HTTP date (RFC 9110 §5.6.7, the preferred form and the two old ones) as milliseconds since 1970. */
function parseDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Za-z]{3,9}[, ]/.test(text)) return undefined;
  // The form of asctime has no zone, and means GMT.
  const moment = Date.parse(/GMT$/i.test(text.trim()) ? text : `${text} GMT`);
  return Number.isNaN(moment) ? undefined : moment;
}
