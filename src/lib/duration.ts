/** Milliseconds for people: `45 s`, `65 m`, `2 h 5 m`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} m`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
}

/** Milliseconds as seconds with one decimal, never negative: `1.5 s`. */
export function formatSeconds(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / 100) / 10)} s`;
}

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
