/** Container registries began in 2013: an older date (the epoch, 1980) only shows that the build is reproducible. */
const firstDate = Date.UTC(2013, 0, 1);

/**
 * A time from outside (RFC 3339, UTC where no zone is given): `2021-01-05T21:06:53.506400Z`.
 * @returns undefined for anything else, and for times before 1970: Go's zero time, the year 1, is none
 */
export function timeOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const [, day, clock, zone] =
    /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:?\d\d)?$/i.exec(value) ?? [];
  if (day === undefined) return undefined;
  const time = new Date(`${day}T${clock}${(zone ?? 'Z').toUpperCase()}`);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 ? undefined : time;
}

/** The date, where it can be true. */
export function plausibleDate(date: Date | undefined): Date | undefined {
  return date === undefined || Number.isNaN(date.getTime()) || date.getTime() < firstDate ? undefined : date;
}

/** When an image was pulled last. */
export type LastPull = Date | 'never';

/**
 * The last pull as registries write it: a time; `null`, or Go's zero time, for an image that was never pulled.
 * @returns undefined for anything else: a missing date does not mean that it was never pulled
 */
export function lastPullOf(value: unknown): LastPull | undefined {
  if (value === null || (typeof value === 'string' && value.startsWith('0001-01-01T00:00:00'))) return 'never';
  return plausibleDate(timeOf(value));
}

/** The later one of two pulls; undefined where one is not known. */
export function laterPull(one: LastPull | undefined, other: LastPull | undefined): LastPull | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (one === 'never' || other === 'never') return one === 'never' ? other : one;
  return later(one, other);
}

/** The later one, where there are two. */
export function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
