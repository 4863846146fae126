import type { Http } from '../../src/http/client/http.js';
import type { HttpAnswer, HttpRequest } from '../../src/http/message.js';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A reader of headers, as an answer has one. */
export function headersOf(headers: Headers): (name: string) => string | undefined {
  return (name) => [headers[name] ?? []].flat()[0];
}

export interface AnswerParts {
  readonly headers?: Headers;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly url?: URL;
  readonly note?: string;
}

/** An answer as the HTTP client gives it. */
export function answerOf(status: number, { headers = {}, body = '', url, note }: AnswerParts = {}): HttpAnswer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    status,
    header: headersOf(headers),
    headerValues: (name) => [headers[name] ?? []].flat(),
    body: bytes,
    url: url ?? new URL('https://server.test/path'),
    ...(note === undefined ? {} : { note }),
  };
}

type Handler = (request: HttpRequest, count: number) => HttpAnswer | Promise<HttpAnswer>;

export interface FakeHttp extends Http {
  readonly requests: readonly HttpRequest[];
  readonly opened: readonly string[];
  /** `GET https://…` of each request, with the query. */
  lines(): readonly string[];
}

/** An HTTP client that asks a function. An answer without an address of its own comes from where it was asked. */
export function fakeHttp(handle: Handler): FakeHttp {
  const requests: HttpRequest[] = [];
  const opened: string[] = [];
  return {
    requests,
    opened,
    lines: () => requests.map(({ method, url }) => `${method} ${url.href}`),
    async request(request) {
      const answer = await handle(request, requests.push(request));
      return answer.url.host === 'server.test' ? { ...answer, url: request.url } : answer;
    },
    download: () => Promise.reject(new Error('nothing is streamed here')),
    upload: () => Promise.reject(new Error('nothing is streamed here')),
    wait: () => Promise.resolve(),
    open: (url) => void opened.push(url.origin),
    pending: () => [],
    close: () => undefined,
  };
}
