/** The events of a span of time. */
export interface Span {
  /** Its first day, month or year: `01-26`, `2026-01`, `2026`. */
  readonly label: string;
  readonly kept: number;
  readonly deleted: number;
}

interface Dated {
  readonly date: Date;
  readonly deleted: boolean;
}

/** More spans than that, and their names would not fit beside one another. */
const most = 18;
const oneDay = 86_400_000;

const ofDay = (begin: string) => begin.slice(5, 10);
const ofMonth = (begin: string) => begin.slice(0, 7);
const ofYear = (begin: string) => begin.slice(0, 4);

/** The beginnings of spans, in UTC, from the finest to the coarsest, and what they are called. */
const grains: readonly {
  readonly begin: (time: Date) => Date;
  readonly next: (begin: Date) => Date;
  readonly label: (begin: string) => string;
}[] = [
  { begin: (time) => day(time), next: (begin) => new Date(begin.getTime() + oneDay), label: ofDay },
  {
    begin: (time) => new Date(day(time).getTime() - ((time.getUTCDay() + 6) % 7) * oneDay),
    next: (begin) => new Date(begin.getTime() + 7 * oneDay),
    label: ofDay,
  },
  { begin: (time) => month(time, 1), next: (begin) => month(begin, 1, 1), label: ofMonth },
  { begin: (time) => month(time, 3), next: (begin) => month(begin, 3, 3), label: ofMonth },
  { begin: (time) => month(time, 12), next: (begin) => month(begin, 12, 12), label: ofYear },
];

/**
 * Images over time: days, weeks, months, quarters or years from the oldest to the newest, empty ones too, as fine as 18
 * spans allow (of many years the last 18).
 */
export function timeline(images: readonly Dated[]): readonly Span[] {
  const times = images.map(({ date }) => date.getTime());
  if (times.length === 0) return [];
  const newest = new Date(times.reduce((one, other) => Math.max(one, other)));
  const oldest = new Date(times.reduce((one, other) => Math.min(one, other)));
  for (const [at, { begin, next, label }] of grains.entries()) {
    const last = at === grains.length - 1;
    const begins: Date[] = [];
    for (let from = begin(oldest); from <= newest && (last || begins.length <= most); from = next(from)) {
      begins.push(from);
    }
    if (begins.length > most && !last) continue;
    const counts = new Map(begins.slice(-most).map((from) => [from.toISOString(), { kept: 0, deleted: 0 }]));
    for (const { date, deleted } of images) {
      const count = counts.get(begin(date).toISOString());
      if (count !== undefined) count[deleted ? 'deleted' : 'kept'] += 1;
    }
    return [...counts].map(([from, count]) => ({ label: label(from), ...count }));
  }
  return [];
}

function day(time: Date): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()));
}

/** The beginning of the span of so many months that a time is in, moved by so many months. */
function month(time: Date, size: number, plus = 0): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), Math.floor(time.getUTCMonth() / size) * size + plus, 1));
}
