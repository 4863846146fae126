import { once } from 'node:events';
import { PassThrough } from 'node:stream';

/** The maximum that may wait for a branch that is slower than the others, in bytes. */
const buffer = 1024 * 1024;

/** One source for several readers. */
export interface Tee {
  readonly branches: readonly PassThrough[];
  /**
   * Settles when the source has been read to its end, or nothing reads it any more; rejects with the source's own
   * error.
   */
  readonly done: Promise<void>;
}

/**
 * Reads the source once for all branches, at the pace of the slowest. A branch that is destroyed drops out, the others
 * go on; an error of the source ends them all.
 */
export function tee(source: AsyncIterable<Buffer>, count: number): Tee {
  const branches = Array.from({ length: count }, () => {
    const branch = new PassThrough({ highWaterMark: buffer });
    // The reader gets the error; nothing else listens.
    branch.on('error', () => undefined);
    return branch;
  });
  return { branches, done: pump(source, branches) };
}

async function pump(source: AsyncIterable<Buffer>, branches: readonly PassThrough[]): Promise<void> {
  try {
    for await (const chunk of source) {
      // The source may use its memory again, and a slower branch still needs it.
      const kept = Buffer.from(chunk);
      await Promise.all(branches.map((branch) => give(branch, kept)));
      if (branches.every(({ destroyed }) => destroyed)) return;
    }
    for (const branch of branches) branch.end();
  } catch (error) {
    for (const branch of branches) branch.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function give(branch: PassThrough, chunk: Buffer): Promise<void> {
  if (branch.destroyed || branch.write(chunk)) return;
  const left = new AbortController();
  const { signal } = left;
  await Promise.race([once(branch, 'drain', { signal }), once(branch, 'close', { signal })]).catch(() => undefined);
  left.abort();
}
