import type { IncomingMessage } from 'node:http';
import { formatSeconds } from '../../lib/duration.js';

/**
 * The pieces of a body, as they come. Only the time that we wait for the other side counts as its silence.
 * @param silence milliseconds without a byte after which the body counts as broken
 * @param end is called once, when there is nothing more to read or the reader has left
 */
export async function* readChunks(message: IncomingMessage, silence: number, end: () => void): AsyncGenerator<Buffer> {
  let waiting = true;
  const timer = setTimeout(() => {
    if (waiting) message.destroy(new Error(`nothing came for ${formatSeconds(silence)}`));
    else timer.refresh();
  }, silence);
  try {
    for await (const piece of message as AsyncIterable<Buffer>) {
      waiting = false;
      yield piece;
      waiting = true;
      timer.refresh();
    }
  } finally {
    clearTimeout(timer);
    end();
  }
}
