import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** A request as it came in. Header names are lower case; `path` is as it was sent, query included. */
export interface IncomingRequest {
  readonly method: string;
  /** True if it came over TLS. */
  readonly scheme: 'http' | 'https';
  /** The host in the `Host` header, without a default port. */
  readonly host: string;
  readonly path: string;
  /** The path and query, parsed. Percent-encoding is kept in `url.pathname`. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
  /** The whole body as UTF-8; to be called once, and not after reading `body`. */
  text(): Promise<string>;
}

/** A well-behaved answer. Without a `content-length` of its own, a string or Buffer body brings it. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer | Readable;
}

/** The handler of one host name. */
export type Host = (request: IncomingRequest) => Promise<Answer>;

/** One request in the order of arrival, filled in as it is answered. Times are `performance.now()`, in milliseconds. */
export interface RecordedRequest {
  readonly at: number;
  /** When the last byte of the answer was handed to the socket, or the connection ended. */
  answeredAt?: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text bodies (JSON, forms, plain text) up to 1 MiB. */
  body?: string;
  status?: number;
}

/** The whole body of a request, and the request with a body that can still be read. */
export async function buffered(request: IncomingRequest): Promise<{ bytes: Buffer; request: IncomingRequest }> {
  const bytes = await buffer(request.body);
  const body = Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false });
  return { bytes, request: { ...request, body, text: async () => bytes.toString('utf8') } };
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An answer with a plain text body. */
export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

/** The user name and secret of a Basic `Authorization` header. */
export function basicCredentials(header: string | undefined): { user: string; secret: string } | undefined {
  const encoded = /^basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : { user: decoded.slice(0, colon), secret: decoded.slice(colon + 1) };
}

/** The token of a Bearer `Authorization` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
}

/** Path segments, each percent-decoded on its own; a malformed escape stays as it is. */
export function segments(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });
}
