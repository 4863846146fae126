import { formatDuration } from '../../lib/duration.js';
import { heading, paragraphs } from '../../reports/markdown.js';
import { countOf } from '../../reports/quantities.js';
import type { Report } from '../command.js';

/** The result of a service that was stopped. */
export interface ServeResult {
  readonly requests: number;
  /** Milliseconds. */
  readonly time: number;
}

/** The last words of the service. */
export function reportServe({ requests, time }: ServeResult): Report {
  const headline = `stopped after ${formatDuration(time)} and ${countOf(requests, 'request')}`;
  return {
    outputs: {},
    json: { requests, time },
    summary: paragraphs(heading('none', headline)),
    table: { columns: [], rows: [] },
    headline,
    failures: [],
    exitCode: 0,
  };
}
