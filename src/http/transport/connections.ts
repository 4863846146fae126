import { setMaxListeners } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { Failure } from '../../lib/errors.js';
import type { HttpRequest } from '../message.js';
import { createRawAgents } from './raw-bodies.js';
import { connectTls, endpointOf, proxyAuthorization, proxyOf } from './tunnel.js';

/**
 * The one pool of connections: kept alive, through `HTTPS_PROXY`/`HTTP_PROXY` unless `NO_PROXY` excludes the host,
 * and opened ahead of the first request where it is known that one will come.
 *
 * The agents inside @actions/http-client are not used: the one for proxies (tunnel) closes each connection as soon as
 * it is free, so that every request through a proxy would pay for the TCP and TLS handshakes again.
 */
export interface Connections {
  /**
   * The options of a request that goes through this pool, with these headers and more where a proxy wants them.
   * @param signal ends the wait for a connection
   * @param raw the body of the answer will be long: the connection is one that `readRaw` can read, where that is
   * possible
   */
  options(
    wanted: Pick<HttpRequest, 'method' | 'url'>,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    raw?: boolean,
  ): http.RequestOptions;
  /**
   * Begins to connect to the https host of this address, so that as many connections as that wait for requests. A fault
   * is kept silent: the request will meet it, and report it.
   */
  open(url: URL, count: number): void;
  /** Closes what is idle or not ready yet, so that the process can end. */
  close(): void;
}

/** Node takes `signal` out of what an agent gets to see; this goes through. */
const ending = Symbol('ending');
type Options = https.RequestOptions & { [ending]?: AbortSignal };

type Connected = (error: Error | null, stream?: Duplex) => void;

export function createConnections(): Connections {
  const opened = new Map<string, Promise<TLSSocket>[]>();
  const closing = new AbortController();
  // Each handshake in progress listens to it; that is not a leak.
  setMaxListeners(0, closing.signal);
  const plain = new http.Agent({ keepAlive: true });
  const secure = new https.Agent({ keepAlive: true });
  const direct = secure.createConnection.bind(secure);
  const raw = createRawAgents();

  const refusals = new Map<string, Promise<TLSSocket>>();
  /** A request that a proxy has refused (407) would be refused again: no further connection to that host is tried. */
  const connect = (url: URL): Promise<TLSSocket> => {
    const pending = refusals.get(url.origin) ?? connectTls(url, closing.signal);
    pending.catch((error: unknown) => {
      if (error instanceof Failure) refusals.set(url.origin, pending);
    });
    return pending;
  };

  Object.assign(secure, {
    createConnection(options: Options, callback: Connected): Duplex | null | undefined {
      const url = originOf(String(options.host), Number(options.port));
      const ahead = opened.get(url.origin)?.shift();
      if (ahead === undefined && proxyOf(url) === undefined) {
        return direct(options, (error, stream) => callback(error, stream));
      }
      const pending = ahead?.catch(() => connect(url)) ?? connect(url);
      handOver(pending, options[ending], callback);
      return undefined;
    },
  });

  /** Node reads the data that goes through a tunnel. */
  function agentFor(url: URL, isRaw: boolean): http.Agent {
    if (url.protocol !== 'https:') return isRaw ? raw.plain : plain;
    return isRaw && proxyOf(url) === undefined ? raw.secure : secure;
  }

  return {
    options({ method, url }, headers, signal, isRaw = false): Options {
      const agent = agentFor(url, isRaw);
      const direct = { ...endpointOf(url), path: url.pathname + url.search, method, headers, agent, [ending]: signal };
      const proxy = url.protocol === 'http:' ? proxyOf(url) : undefined;
      if (proxy === undefined) return direct;
      // RFC 9112 §3.2.2: a plain HTTP request to a proxy names the whole address.
      const named = { ...headers, host: url.host, ...proxyAuthorization(proxy) };
      return { ...direct, ...endpointOf(proxy), path: url.href, headers: named };
    },
    open(url, count) {
      if (url.protocol !== 'https:') return;
      const waiting = opened.get(url.origin) ?? [];
      opened.set(url.origin, waiting);
      while (waiting.length < count) {
        const pending = connect(url);
        waiting.push(pending);
        const forget = () => {
          const at = waiting.indexOf(pending);
          if (at >= 0) waiting.splice(at, 1);
        };
        pending.then((socket) => socket.unref().once('close', forget), forget);
      }
    },
    close() {
      closing.abort(new Error('the connections have been closed'));
      for (const pending of [...opened.values()].flat())
        pending.then((socket) => socket.destroy()).catch(() => undefined);
      opened.clear();
      for (const agent of [plain, secure, raw.plain, raw.secure]) agent.destroy();
    },
  };
}

function originOf(host: string, port: number): URL {
  return new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
}

/**
 * Gives the connection to the request that waits for it. Node destroys a request that is aborted, but reports it only
 * when its socket comes: so the end of the request is reported here, and a socket that comes too late is closed.
 */
function handOver(pending: Promise<TLSSocket>, signal: AbortSignal | undefined, callback: Connected): void {
  let given = false;
  const give: Connected = (error, socket) => {
    signal?.removeEventListener('abort', stop);
    if (given) socket?.destroy();
    else callback(error, socket);
    given = true;
  };
  const stop = () => give(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal?.addEventListener('abort', stop, { once: true });
  pending.then((socket) => give(null, socket.ref()), give);
}
