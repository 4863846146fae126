/** In UTC: `2026-01-31`. */
export function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** Milliseconds as the inputs take them: `30d`, `90s`, `1500ms`. */
export function formatSpan(milliseconds: number): string {
  const unit = units.find(([, size]) => milliseconds > 0 && milliseconds % size === 0);
  return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[1]}${unit[0]}`;
}
