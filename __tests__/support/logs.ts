import type { Log, Progress } from '../../src/lib/log.js';

export interface RecordedLog extends Log {
  readonly lines: {
    readonly info: string[];
    readonly detail: string[];
    readonly warn: string[];
    readonly secret: string[];
  };
}

/** A log that remembers. */
export function recordedLog(): RecordedLog {
  const lines = { info: [] as string[], detail: [] as string[], warn: [] as string[], secret: [] as string[] };
  return {
    lines,
    notice: (line) => void lines.info.push(line),
    info: (line) => void lines.info.push(line),
    detail: (line) => void lines.detail.push(line),
    verbose: true,
    warn: (line) => void lines.warn.push(line),
    group: () => ({ line: (text) => void lines.info.push(text), end: () => undefined }),
    secret: (value) => void lines.secret.push(value),
  };
}

/** Progress that remembers; `end` is the line “end”. */
export function recordedProgress(): Progress & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { lines, pause: 5000, update: (line) => void lines.push(line), end: () => void lines.push('end') };
}
