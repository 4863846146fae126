import { formatDuration } from '../../../lib/duration.js';
import type { Progress } from '../../../lib/log.js';

/** The time that a request may take without a line about it, in milliseconds. */
const slowAfter = 5000;
const look = 1000;
const mostNamed = 3;

/**
 * The progress of a command: at most one line in the time that its frontend can show one, and while there is none, a
 * line about requests that have had no answer for long.
 */
export interface SlownessWatch {
  readonly progress: Progress;
  stop(): void;
}

/** @param pending the requests without an answer so far, their retries and waits included */
export function watchSlowness(progress: Progress, pending: () => readonly string[]): SlownessWatch {
  let reportedAt = Date.now();
  let shown = Number.NEGATIVE_INFINITY;
  let since = new Map<string, number>();
  const reportProgress = () => {
    const now = Date.now();
    since = new Map(pending().map((request) => [request, since.get(request) ?? now]));
    const slow = [...since].filter(([, begun]) => now - begun >= slowAfter);
    if (slow.length === 0 || now - reportedAt < slowAfter) return;
    reportedAt = now;
    shown = now;
    const longest = now - Math.min(...slow.map(([, begun]) => begun));
    const names = slow.slice(0, mostNamed).map(([request]) => request);
    progress.update(`waiting ${formatDuration(longest)} for ${names.join(', ')}`);
  };
  const timer = setInterval(reportProgress, look).unref();
  return {
    progress: {
      ...progress,
      update(line, part) {
        reportedAt = Date.now();
        if (reportedAt - shown < progress.pause) return;
        shown = reportedAt;
        progress.update(line, part);
      },
    },
    stop: () => clearInterval(timer),
  };
}
