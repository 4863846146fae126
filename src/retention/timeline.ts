/** What is from a span of time. */
export interface Span {
  /** Its first day, month or year: `2026-01-26`, `2026-01`, `2026`. */
  readonly label: string;
  readonly kept: number;
  readonly deleted: number;
}

interface Dated {
  readonly date: Date;
  readonly deleted: boolean;
}

/** More spans than that nobody can read. */
const most = 24;
const oneDay = 86_400_000;

/** The beginnings of spans, in UTC, from the finest to the coarsest, and what they are called. */
const grains: readonly {
  readonly begin: (time: Date) => Date;
  readonly next: (begin: Date) => Date;
  readonly digits: number;
}[] = [
  { begin: (time) => day(time), next: (begin) => new Date(begin.getTime() + oneDay), digits: 10 },
  {
    begin: (time) => new Date(day(time).getTime() - ((time.getUTCDay() + 6) % 7) * oneDay),
    next: (begin) => new Date(begin.getTime() + 7 * oneDay),
    digits: 10,
  },
  { begin: (time) => month(time, 1), next: (begin) => month(begin, 1, 1), digits: 7 },
  { begin: (time) => month(time, 3), next: (begin) => month(begin, 3, 3), digits: 7 },
  { begin: (time) => month(time, 12), next: (begin) => month(begin, 12, 12), digits: 4 },
];

/**
 * Images over time: days, weeks, months, quarters or years from the oldest to the newest, empty ones too, as fine as 24
 * spans allow (of many years the last 24).
 */
export function timeline(images: readonly Dated[]): readonly Span[] {
  const times = images.map(({ date }) => date.getTime());
  if (times.length === 0) return [];
  const newest = new Date(times.reduce((one, other) => Math.max(one, other)));
  const oldest = new Date(times.reduce((one, other) => Math.min(one, other)));
  for (const [at, { begin, next, digits }] of grains.entries()) {
    const begins: Date[] = [];
    const last = at === grains.length - 1;
    for (let from = begin(oldest); from <= newest && (last || begins.length <= most); from = next(from))
      begins.push(from);
    if (begins.length > most && !last) continue;
    const labels = begins.slice(-most).map((from) => from.toISOString().slice(0, digits));
    const counts = new Map(labels.map((label) => [label, { kept: 0, deleted: 0 }]));
    for (const { date, deleted } of images) {
      const count = counts.get(begin(date).toISOString().slice(0, digits));
      if (count !== undefined) count[deleted ? 'deleted' : 'kept'] += 1;
    }
    return [...counts].map(([label, count]) => ({ label, ...count }));
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
