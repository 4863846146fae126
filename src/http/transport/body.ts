import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { formatSeconds } from '../../lib/duration.js';

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

/**
 * The chunks of a body, as they come. Only the time that we wait for the other side counts as its silence.
 * @param silence milliseconds without a byte after which the body counts as broken
 * @param end is called once, when nothing more can be read or the reader has left
 */
export async function* readChunks(message: IncomingMessage, silence: number, end: () => void): AsyncGenerator<Buffer> {
  let waiting = true;
  const timer = setTimeout(() => {
    if (waiting) message.destroy(new Error(`no data came for ${formatSeconds(silence)}`));
    else timer.refresh();
  }, silence);
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      waiting = false;
      yield chunk;
      waiting = true;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
    end();
  }
}
