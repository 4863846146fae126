import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '../lib/errors.js';
import type { HeaderReader } from './client/retry-after.js';

/** One request. Of GET and HEAD redirects are followed, of the others they are the answer. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** Lower-case names. `authorization` stays with this origin when a redirect leads elsewhere. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The most bytes of body to accept; more is a failure. Default 16 MiB. */
  readonly limit?: number;
  /** Bytes of body that a download will have, as far as that is known. */
  readonly expects?: number;
  /** A redirect to another origin is not followed; it is the answer. */
  readonly sameOriginOnly?: true;
  /**
   * True if the request may be sent twice (is idempotent). Default: true for all methods but POST and PATCH, which are
   * sent again only when they were turned away.
   */
  readonly repeatable?: boolean;
  /** Called before each try. */
  readonly onTry?: () => void;
}

/** An answer of any status, its whole body read. */
export interface HttpAnswer {
  readonly status: number;
  readonly header: HeaderReader;
  /** All values of a header that may come several times, such as `www-authenticate`. */
  readonly headerValues: (name: string) => readonly string[];
  readonly body: Buffer;
  /** The URL of the answer, after redirects. */
  readonly url: URL;
  /** The address of the first request, when the answer came from where a redirect led. */
  readonly redirectedFrom?: URL;
  /** The reason why there was no retry although the status calls for one, where that needs explaining. */
  readonly note?: string;
}

/** An answer whose body is read in chunks. */
export interface Download extends HttpAnswer {
  /**
   * Of 200 and 206; `body` is empty then. Throws the error of a body that is cut, or silent for 30 seconds. A chunk may
   * be overwritten once the next but one is requested.
   */
  readonly content?: AsyncIterable<Buffer>;
}

/** A body that is sent in chunks. */
export interface UploadContent {
  /** Bytes, exactly. */
  readonly length: number;
  /** The next is requested when the last one has been taken by the network. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** The state that all requests of one run share. */
export interface HttpOptions {
  /** Ends every request when aborted; its reason is thrown. */
  readonly signal: AbortSignal;
  /** When the whole command must be done, on the clock of `now`. */
  readonly deadline: Date;
  readonly now: () => Date;
  /** A line of detail for each try: method, address, status, milliseconds. */
  readonly trace: (line: string) => void;
  /** From 0 to 1; spreads retries. */
  readonly random?: () => number;
}

/** Method and address, without the query: it may hold secrets. */
export function describe(request: Pick<HttpRequest, 'method' | 'url'>): string {
  return `${request.method} ${request.url.origin}${request.url.pathname}`;
}

/** An answer that must not be used, from any server. */
export function refusal(wanted: Pick<HttpRequest, 'method' | 'url'>, reason: string): Failure {
  return new Failure('server', {
    operation: describe(wanted),
    reason,
    advice: 'Check that the address is the service’s own.',
  });
}

/** Encodes each part of a path and keeps the slashes between them. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The functions that read the headers of an answer. */
export function headerReaders(headers: IncomingHttpHeaders): Pick<HttpAnswer, 'header' | 'headerValues'> {
  const headerValues = (name: string): readonly string[] => {
    const value = headers[name];
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  };
  return { header: (name) => headerValues(name)[0], headerValues };
}
