import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import type { Answer, IncomingRequest, RecordedRequest } from './exchange.js';
import type { Breakage } from './faults.js';
import { misbehave } from './misbehaving.js';

const RECORDED_BODY_LIMIT = 1024 * 1024;

export interface Serving {
  /** Every request is added here on arrival. */
  readonly requests: RecordedRequest[];
  answer(request: IncomingRequest): Promise<Answer | Breakage>;
}

/** The listener of a `node:http` server that records, calls `answer`, and sends its result. */
export function listener(serving: Serving): RequestListener {
  return (message, response) => {
    exchange(serving, message, response).catch((error: unknown) => {
      // A client that goes away in the middle is not a fault of the sandbox; anything else is a bug in it, and is
      // shown.
      if (message.destroyed || response.destroyed || response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(`sandbox: ${String(error)}\n`);
    });
  };
}

async function exchange(serving: Serving, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = performance.now();
  const headers = flatten(message);
  const target = message.url ?? '/';
  const absolute = /^https?:\/\//i.test(target) ? new URL(target) : undefined;
  const host = (absolute?.host ?? headers.host ?? '').replace(/:(?:80|443)$/, '');
  const path = absolute === undefined ? target : `${absolute.pathname}${absolute.search}`;
  const record: RecordedRequest = { at, method: message.method ?? 'GET', host, path, headers };
  serving.requests.push(record);
  response.on('close', () => {
    record.answeredAt = performance.now();
  });

  let body: Readable = message;
  if (isText(headers)) {
    const bytes = await buffer(message);
    if (bytes.length > 0) record.body = bytes.toString('utf8');
    body = Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false });
  }
  const request: IncomingRequest = {
    method: record.method,
    scheme: message.socket instanceof TLSSocket ? 'https' : 'http',
    host,
    path,
    url: new URL(path.startsWith('/') ? `http://sandbox.invalid${path}` : 'http://sandbox.invalid/'),
    headers,
    body,
    text: async () => (await buffer(body)).toString('utf8'),
  };
  const answer = await serving.answer(request);
  if (typeof answer === 'string' || !('status' in answer)) {
    misbehave(answer, message.socket, response, record);
    return;
  }
  record.status = answer.status;
  await send(answer, message, response);
}

async function send(answer: Answer, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers: Record<string, string | readonly string[]> = { ...answer.headers };
  const whole = answer.body instanceof Readable ? undefined : Buffer.from(answer.body ?? '');
  if (whole !== undefined && headers['content-length'] === undefined && ![204, 304].includes(answer.status)) {
    headers['content-length'] = String(whole.length);
  }
  // An unread body would otherwise be taken for the next request.
  if (!message.complete) message.resume();
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(answer.status);
  if (answer.body instanceof Readable) await pipeline(answer.body, response);
  else response.end(message.method === 'HEAD' ? undefined : whole);
}

function flatten(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** True to read the body ahead: text, and not known to be large. */
function isText(headers: Readonly<Record<string, string>>): boolean {
  const length = Number(headers['content-length'] ?? 0);
  return length <= RECORDED_BODY_LIMIT && /json|x-www-form-urlencoded|^text\//i.test(headers['content-type'] ?? '');
}
