import * as http from 'node:http';
import * as https from 'node:https';
import { Readable } from 'node:stream';
import { HttpClient } from '@actions/http-client';
import { version } from '../../lib/project.js';
import { type HttpAnswer, type HttpRequest, headerReaders } from '../message.js';
import { readBody } from './body.js';
import type { Connections } from './connections.js';
import type { RequestTimeouts } from './timeouts.js';

/** One request and its answer, by @actions/http-client; whatever keeps the answer from coming is thrown. */
export type RoundTrip = (wanted: HttpRequest) => Promise<HttpAnswer>;

export const userAgent = `image-gate/${version}`;
const defaultLimit = 16 * 1024 * 1024;

/** @param signal of the command: until a connection exists, it ends the wait for one */
export function createRoundTrip(connections: Connections, timeouts: RequestTimeouts, signal: AbortSignal): RoundTrip {
  const client = new HttpClient(userAgent);

  return async (wanted) => {
    let sent: http.ClientRequest | undefined;
    let finish = () => {};
    try {
      return await new Promise((resolve, reject) => {
        finish = timeouts.begin((reason) => {
          // Node reports nothing of an answer that switches protocols (101), and closes: only this ends such a try.
          reject(reason);
          sent?.destroy();
        });
        const headers = headersOf(wanted, client.userAgent);
        const info = {
          parsedUrl: wanted.url,
          options: connections.options(wanted, headers, signal),
          httpModule: capturing(wanted.url.protocol === 'https:' ? https : http, (request) => {
            sent = request;
          }),
        };
        client.requestRawWithCallback(info, bodyOf(wanted), (error, response) => {
          if (response === undefined) return reject(error);
          const { message } = response;
          readBody(message, wanted.limit ?? defaultLimit).then(
            (body) => resolve(answerOf(wanted, message, body)),
            reject,
          );
        });
      });
    } finally {
      finish();
    }
  };
}

/** The client keeps its request to itself, and it must be possible to end it. */
function capturing(module: typeof http | typeof https, capture: (request: http.ClientRequest) => void): typeof http {
  return Object.create(module, {
    request: {
      value(options: https.RequestOptions, onResponse: (message: http.IncomingMessage) => void) {
        const request = module.request(options, onResponse);
        capture(request);
        return request;
      },
    },
  });
}

/** Bytes go as a stream: as text, some would change. */
function bodyOf({ body }: HttpRequest): string | Readable | null {
  return body === undefined || typeof body === 'string' ? (body ?? null) : Readable.from([body]);
}

function headersOf({ headers, body }: HttpRequest, agent = userAgent): Record<string, string> {
  const common = { ...headers, 'user-agent': agent };
  return typeof body === 'string' || body === undefined
    ? common
    : { ...common, 'content-length': String(body.byteLength) };
}

/** A description of an answer, with as much of its body as has been read. */
export function answerOf(
  { url }: Pick<HttpRequest, 'url'>,
  { headers, statusCode = 0 }: http.IncomingMessage,
  body: Buffer = Buffer.alloc(0),
): HttpAnswer {
  return { status: statusCode, ...headerReaders(headers), body, url };
}
