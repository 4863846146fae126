import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { Failure } from '../errors.js';
import { version } from '../version.js';
import { BodyTooLarge, readBody } from './body.js';
import { createConnections } from './connections.js';
import { readFault } from './faults.js';
import { createHosts, sleep } from './hosts.js';
import { describe, type HttpAnswer, type HttpRequest, refusal } from './message.js';
import { mayFollow, redirected } from './redirects.js';
import { decideRetry, type TryOutcome } from './retry.js';

/** The one way out of this program. Answers of every status are returned; only the network's faults are thrown. */
export interface Http {
  /** @throws Failure (network, timeout, server for a body that is too large or a redirect that is refused, or the signal's reason). */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Opens the connection to this https host now, for the request that will follow. */
  open(url: URL): void;
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
const redirectLimit = 5;
const userAgent = `image-gate/${version}`;

export function createHttp(options: HttpOptions): Http {
  const connections = createConnections();
  const hosts = createHosts(socketsPerHost);
  const random = options.random ?? Math.random;
  const pending = new Set<string>();

  async function request(wanted: HttpRequest): Promise<HttpAnswer> {
    const label = describe(wanted);
    pending.add(label);
    try {
      return await follow(wanted);
    } finally {
      // When time has run out, what was pending then is what the message wants to name.
      if (!options.signal.aborted) pending.delete(label);
    }
  }

  async function follow(wanted: HttpRequest): Promise<HttpAnswer> {
    let answer = await persist(wanted);
    for (let hop = 0; mayFollow(wanted, answer); hop += 1) {
      if (hop === redirectLimit) throw refusal(wanted, `it redirects more than ${redirectLimit} times`);
      answer = { ...(await persist(redirected(wanted, answer))), redirectedFrom: wanted.url };
    }
    return answer;
  }

  /** One address, as often as the policy says. */
  async function persist(wanted: HttpRequest): Promise<HttpAnswer> {
    const repeatable = wanted.repeatable ?? (wanted.method !== 'POST' && wanted.method !== 'PATCH');
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await tryOnce(wanted);
      const decision = repeatable
        ? decideRetry(readOutcome(outcome), attempt, options.now(), random)
        : { again: false as const };
      if (!decision.again) return settle(wanted, outcome);
      const left = options.deadline.getTime() - options.now().getTime();
      if (decision.wait >= left) {
        return settle(
          wanted,
          outcome,
          `the next try would be in ${seconds(decision.wait)}, and only ${seconds(left)} are left`,
        );
      }
      options.trace(
        `${describe(wanted)}: again in ${seconds(decision.wait)}${decision.asked ? ', as the server asked' : ''}`,
      );
      if (decision.asked) hosts.pause(wanted.url.host, decision.wait);
      else await sleep(decision.wait, options.signal);
    }
  }

  /** An answer, or the fault that kept it from coming. The end of the whole command is thrown at once. */
  async function tryOnce(wanted: HttpRequest): Promise<HttpAnswer | { readonly fault: unknown }> {
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
    const sent = client.request(wanted.method, wanted.url.href, wanted.body ?? null, { ...wanted.headers });
    return readAnswer(await orEnded(sent, signal), wanted);
  }

  return { request, open: connections.open, pending: () => [...pending], close: connections.close };
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
  return {
    status: statusCode,
    header: (name) => headerValues(headers, name)[0],
    headerValues: (name) => headerValues(headers, name),
    body,
    url: wanted.url,
  };
}

function headerValues(headers: IncomingHttpHeaders, name: string): readonly string[] {
  const value = headers[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

type Tried = HttpAnswer | { readonly fault: unknown };

function readOutcome(tried: Tried): TryOutcome {
  if (!('fault' in tried)) return { kind: 'answer', status: tried.status, header: tried.header };
  return { kind: 'fault', permanent: tried.fault instanceof BodyTooLarge || readFault(tried.fault).permanent };
}

/** The answer, with why it is the last one where that needs saying; or the fault, thrown. */
function settle(wanted: HttpRequest, tried: Tried, note?: string): HttpAnswer {
  if (!('fault' in tried)) return note === undefined ? tried : { ...tried, note };
  if (tried.fault instanceof BodyTooLarge) throw refusal(wanted, tried.fault.message);
  const { words, advice, permanent } = readFault(tried.fault);
  const answered = note === undefined ? words : `${words}; ${note}`;
  throw new Failure('network', { asked: describe(wanted), answered, advice, permanent, cause: tried.fault });
}

function seconds(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / 100) / 10)} s`;
}
