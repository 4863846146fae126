import { formatBytes } from '../../reports/quantities.js';
import type { ReportProgress } from '../shared/progress/collect.js';

/** The transferred bytes, and the total. */
export interface Meter {
  /** So many bytes more, or fewer, are to go. */
  expect(bytes: number): void;
  /** The same chunks, counted. */
  count(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
}

/** Counts over all blobs; a frontend shows bytes, and their share where it draws a bar. */
export function createMeter(reportProgress: ReportProgress): Meter {
  let expected = 0;
  let counted = 0;
  const words = () => {
    const share = expected === 0 ? 100 : Math.min(100, Math.floor((counted / expected) * 100));
    return `${formatBytes(counted)} of ${formatBytes(Math.max(counted, expected))} copied (${share} %)`;
  };
  return {
    expect(bytes) {
      expected += bytes;
    },
    async *count(chunks) {
      for await (const chunk of chunks) {
        counted += chunk.length;
        reportProgress(words, { done: counted, total: Math.max(counted, expected) });
        yield chunk;
      }
    },
  };
}
