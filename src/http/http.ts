import type { RequestOptions } from 'node:http';
import { Readable } from 'node:stream';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { version } from '../version.js';
import { readBody } from './body.js';
import { createConnections } from './connections.js';
import { readFault } from './faults.js';
import { createHosts, sleep } from './hosts.js';
import { describe, type HttpAnswer, type HttpRequest, headerReaders } from './message.js';
import { createPersist, seconds, type Tried } from './persist.js';
import { follow } from './redirects.js';
import { createStreams, type Streams } from './streams.js';

/** The one way out of this program. Answers of every status are returned; only the network's faults are thrown. */
export interface Http extends Streams {
  /** @throws Failure (network, timeout, server for a body that is too large or a redirect that is refused, or the signal's reason). */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Opens the connection to this https host now, for the request that will follow. */
  open(url: URL): void;
  /** Waits so many milliseconds, or until the signal's reason is thrown. */
  wait(milliseconds: number): Promise<void>;
  /** What has been asked and not been answered yet, for the message when time runs out. */
  pending(): readonly string[];
  /** Closes idle connections. */
  close(): void;
}

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

const socketsPerHost = 8;
const tryTimeout = 30_000;
const defaultLimit = 16 * 1024 * 1024;
export const userAgent = `image-gate/${version}`;

export function createHttp(options: HttpOptions): Http {
  const connections = createConnections();
  const hosts = createHosts(socketsPerHost);
  const persist = createPersist(options, hosts);
  const pending = new Set<string>();

  async function request(wanted: HttpRequest): Promise<HttpAnswer> {
    const label = describe(wanted);
    pending.add(label);
    try {
      return await follow(wanted, (one) => persist(one, () => tryOnce(one)));
    } finally {
      // When time has run out, what was pending then is what the message wants to name.
      if (!options.signal.aborted) pending.delete(label);
    }
  }

  /** An answer, or the fault that kept it from coming. The end of the whole command is thrown at once. */
  async function tryOnce(wanted: HttpRequest): Promise<Tried<HttpAnswer>> {
    const leave = await hosts.enter(wanted.url.host, options.signal);
    const patience = AbortSignal.timeout(tryTimeout);
    const begun = performance.now();
    const note = (end: string) =>
      options.trace(`${describe(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
    try {
      const answer = await exchange(wanted, AbortSignal.any([options.signal, patience]));
      note(String(answer.status));
      return answer;
    } catch (fault) {
      if (options.signal.aborted) throw options.signal.reason;
      const told = patience.aborted ? new Error(`no answer within ${seconds(tryTimeout)}`) : fault;
      note(readFault(told).words);
      return { fault: told };
    } finally {
      leave();
    }
  }

  async function exchange(wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const route = {
      prepareRequest(prepared: RequestOptions) {
        connections.route(wanted.url, prepared, signal);
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error('authentication is not handled here')),
    };
    const client = new HttpClient(userAgent, [route], { allowRedirects: false, allowRetries: false });
    // Node says nothing of an answer that switches protocols (101), and closes: only the signal ends such a try.
    const sent = client.request(wanted.method, wanted.url.href, bodyOf(wanted), headersOf(wanted));
    return readAnswer(await orEnded(sent, signal), wanted);
  }

  return {
    request,
    ...createStreams({ options, connections, hosts, persist, pending }),
    open: connections.open,
    wait: (milliseconds) => sleep(milliseconds, options.signal),
    pending: () => [...pending],
    close: connections.close,
  };
}

/** Bytes go as a stream: as text, some would change. */
function bodyOf({ body }: HttpRequest): string | Readable | null {
  return body === undefined || typeof body === 'string' ? (body ?? null) : Readable.from([body]);
}

function headersOf({ headers, body }: HttpRequest): Record<string, string> {
  return typeof body === 'string' || body === undefined
    ? { ...headers }
    : { ...headers, 'content-length': String(body.byteLength) };
}

async function orEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, ended]).finally(() => signal.removeEventListener('abort', stop));
}

async function readAnswer(sent: HttpClientResponse, wanted: HttpRequest): Promise<HttpAnswer> {
  const { headers, statusCode = 0 } = sent.message;
  const body = await readBody(sent.message, wanted.limit ?? defaultLimit);
  return { status: statusCode, ...headerReaders(headers), body, url: wanted.url };
}
