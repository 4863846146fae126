import type { ClientRequest, IncomingMessage } from 'node:http';
import { formatSeconds } from '../../lib/duration.js';
import type { UploadContent } from '../message.js';

/** Milliseconds. */
interface SendTimeouts {
  /** The time that nothing may be taken. */
  readonly silence: number;
  /** The time that the answer may take once all is sent. */
  readonly thinking: number;
}

/**
 * Sends the content as the request's body, as fast as it is taken, and gives the answer, which may come before the end:
 * then the rest is left. Anything that goes wrong destroys the request, so that the other side sees a body cut short.
 * @throws what the content throws; Error for a content of another length, or a side that takes nothing
 */
export async function sendBody(
  content: UploadContent,
  request: ClientRequest,
  response: Promise<IncomingMessage>,
  timeouts: SendTimeouts,
): Promise<IncomingMessage> {
  let over = false;
  let wake = () => {};
  const finish = () => {
    over = true;
    wake();
  };
  response.then(finish, finish);
  const timer = setTimeout(() => {
    if (!waiting) timer.refresh();
    else request.destroy(new Error(`no data was accepted for ${formatSeconds(timeouts.silence)}`));
  }, timeouts.silence);
  let waiting = false;

  try {
    let sent = 0;
    for await (const chunk of content.chunks) {
      if (over) return await response;
      sent += chunk.length;
      if (sent > content.length) throw new Error(`the content is longer than its ${content.length} bytes`);
      waiting = true;
      timer.refresh();
      await new Promise<void>((resolve) => {
        wake = resolve;
        request.write(chunk, () => resolve());
        if (over) resolve();
      });
      waiting = false;
    }
    if (over) return await response;
    if (sent !== content.length) throw new Error(`the content ended after ${sent} of ${content.length} bytes`);
    request.end();
    clearTimeout(timer);
    return await answerTo(response, request, timeouts.thinking);
  } catch (error) {
    request.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function answerTo(
  response: Promise<IncomingMessage>,
  request: ClientRequest,
  timeout: number,
): Promise<IncomingMessage> {
  const timer = setTimeout(
    () => request.destroy(new Error(`no answer within ${formatSeconds(timeout)} after the whole body`)),
    timeout,
  );
  try {
    return await response;
  } finally {
    clearTimeout(timer);
  }
}
