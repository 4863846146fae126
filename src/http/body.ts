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
export async function readBody(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      throw new BodyTooLarge(limit);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
