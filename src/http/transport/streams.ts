import * as http from 'node:http';
import * as https from 'node:https';
import { formatSeconds } from '../../lib/duration.js';
import { Failure } from '../../lib/errors.js';
import type { HostLimiter } from '../client/limiter.js';
import { follow } from '../client/redirects.js';
import { type Attempt, networkFailure, type RetryLoop } from '../client/retry-loop.js';
import {
  type Download,
  describe,
  type HttpAnswer,
  type HttpOptions,
  type HttpRequest,
  type UploadContent,
} from '../message.js';
import { readNetworkError } from '../network-errors.js';
import { readBody, readChunks } from './body.js';
import type { Connections } from './connections.js';
import { readRaw } from './raw-bodies.js';
import { answerOf, userAgent } from './round-trip.js';
import { sendBody } from './send-body.js';

/** Bodies that are too long to hold: read and sent in chunks, with a limit on silence instead of one on the whole. */
export interface Streams {
  /**
   * Requests a body that is read in chunks; until its end it keeps one of the host's slots, so it must be read, or
   * left (`break`), at once. Retries, redirects and errors are those of `request`, up to the first byte of the body.
   */
  download(request: HttpRequest): Promise<Download>;
  /**
   * Sends a body in chunks, once: only the caller can make it again. It takes no slot of the host, so that it can never
   * wait for the very download that feeds it. A content that breaks, or has another length than it should, ends the
   * connection: a part never passes for the whole.
   * @throws Failure (network); errors of the content itself are thrown as they are
   */
  upload(request: HttpRequest, content: UploadContent): Promise<HttpAnswer>;
}

interface Parts {
  readonly options: HttpOptions;
  readonly connections: Connections;
  readonly limiter: HostLimiter;
  readonly withRetries: RetryLoop;
  /** Does work that the request is pending for. */
  readonly whilePending: <T>(wanted: HttpRequest, work: () => Promise<T>) => Promise<T>;
}

/** The time that nothing may come, or nothing be taken, in milliseconds. */
const silence = 30_000;
/** The time that a registry may take to process a body: it may be moving gigabytes. */
const thinking = 5 * 60_000;
/** Bytes from which a body is worth a connection that is closed after it. */
const longBody = 4 * 1024 * 1024;
const errorLimit = 1024 * 1024;

export function createStreams({ options, connections, limiter, withRetries, whilePending }: Parts): Streams {
  async function tryDownload(wanted: HttpRequest): Promise<Attempt<Download>> {
    const release = await limiter.acquire(wanted.url.host, options.signal);
    const note = noter(wanted);
    let streaming = false;
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${formatSeconds(silence)}`)), silence);
    try {
      const sent = send(wanted, {}, AbortSignal.any([options.signal, timeout.signal]));
      sent.end();
      const message = await responseOf(sent);
      clearTimeout(timer);
      note(String(message.statusCode));
      const answer = answerOf(wanted, message);
      if (answer.status !== 200 && answer.status !== 206) {
        return { ...answer, body: await readBody(message, errorLimit) };
      }
      streaming = true;
      return { ...answer, content: readRaw(message, silence, release) ?? readChunks(message, silence, release) };
    } catch (error) {
      if (options.signal.aborted) throw options.signal.reason;
      // A proxy that cannot be used stays so.
      if (error instanceof Failure) throw error;
      const cause = timeout.signal.aborted ? timeout.signal.reason : error;
      note(readNetworkError(cause).words);
      return { error: cause };
    } finally {
      clearTimeout(timer);
      // A content releases its slot at its own end; everything else is over here.
      if (!streaming) release();
    }
  }

  function send(wanted: HttpRequest, more: Record<string, string>, signal: AbortSignal): http.ClientRequest {
    const headers = { 'user-agent': userAgent, ...wanted.headers, ...more };
    const raw = (wanted.expects ?? 0) >= longBody;
    const prepared = { ...connections.options(wanted, headers, signal, raw), signal };
    return (wanted.url.protocol === 'https:' ? https : http).request(prepared);
  }

  function noter(wanted: HttpRequest): (end: string) => void {
    const begun = performance.now();
    return (end) => options.trace(`${describe(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
  }

  return {
    download: (wanted) =>
      whilePending(wanted, () => follow<Download>(wanted, (one) => withRetries(one, () => tryDownload(one)))),
    upload: (wanted, content) =>
      whilePending(wanted, async () => {
        await limiter.waitForBackOff(wanted.url.host, options.signal);
        const note = noter(wanted);
        const sent = send(wanted, { 'content-length': String(content.length) }, options.signal);
        try {
          const message = await sendBody(content, sent, responseOf(sent), { silence, thinking });
          const body = await readBody(message, errorLimit);
          note(String(message.statusCode));
          return { ...answerOf(wanted, message), body };
        } catch (error) {
          if (options.signal.aborted) throw options.signal.reason;
          // A proxy that cannot be used stays so.
          if (error instanceof Failure) throw error;
          note(readNetworkError(error).words);
          throw networkFailure(wanted, error);
        } finally {
          // An answer that came before the body was through: the rest will not be sent.
          if (!sent.writableFinished) sent.destroy();
        }
      }),
  };
}

function responseOf(sent: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    // Stays: an error after the answer is one of the answer's own stream.
    sent.on('error', reject);
  });
}
