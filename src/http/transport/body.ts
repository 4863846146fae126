import type { Readable } from 'node:stream';

/** Thrown when a body is longer than we are willing to hold. */
export class BodyTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the answer is longer than ${limit} bytes`);
    this.name = 'BodyTooLarge';
  }
}

/**
 * Reads a whole body of at most `limit` bytes; more destroys the stream.
 * @throws BodyTooLarge, and whatever the stream fails with: a body that is cut short is a failure, never a short body.
 */
export function readBody(stream: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) return;
      reject(new BodyTooLarge(limit));
      stream.destroy();
    });
    stream.once('end', () =>
      resolve(chunks[0] !== undefined && chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)),
    );
    stream.on('error', reject);
    stream.once('close', () => reject(new Error('the answer ended prematurely')));
  });
}
