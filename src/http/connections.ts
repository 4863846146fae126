import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import { getProxyUrl } from '@actions/http-client';

/**
 * The one pool of connections: kept alive, through `HTTPS_PROXY`/`HTTP_PROXY` unless `NO_PROXY` says otherwise,
 * and opened ahead of the first request where it is known that one will come.
 *
 * The agents inside @actions/http-client are not used: the one for proxies (tunnel) closes each connection as soon as
 * it is free, so that every request through a proxy would pay for the TCP and TLS handshakes again.
 */
export interface Connections {
  /** Changes the options of a request to `url` so that it goes through this pool. */
  route(url: URL, options: http.RequestOptions): void;
  /** Begins to connect to the https host of this address. A fault is kept silent: the request will meet it, and say so. */
  open(url: URL): void;
  /** Closes what is idle, so that the process can end. */
  close(): void;
}

type Connected = (fault: Error | null, stream?: Duplex) => void;

export function createConnections(): Connections {
  const opened = new Map<string, Promise<tls.TLSSocket>>();
  const plain = new http.Agent({ keepAlive: true });
  const secure = new https.Agent({ keepAlive: true });
  const direct = secure.createConnection.bind(secure);

  Object.assign(secure, {
    createConnection(options: https.RequestOptions, callback: Connected): Duplex | null | undefined {
      const host = String(options.host);
      const origin = originOf(host, Number(options.port));
      const ahead = opened.get(origin);
      opened.delete(origin);
      const connect = (): Promise<Socket> | undefined => {
        const proxy = proxyOf(new URL(origin));
        return proxy && connectThrough(proxy, host, Number(options.port));
      };
      const pending = ahead ? ahead.catch(() => connect() ?? connectDirectly(host, Number(options.port))) : connect();
      if (pending === undefined) return direct(options, (fault, stream) => callback(fault, stream));
      pending.then(
        (socket) => callback(null, socket.ref()),
        (fault) => callback(fault),
      );
      return undefined;
    },
  });

  return {
    route(url, options) {
      const hostname = url.hostname.replace(/^\[|\]$/g, '');
      options.host = hostname;
      options.agent = url.protocol === 'https:' ? secure : plain;
      const proxy = url.protocol === 'http:' ? proxyOf(url) : undefined;
      if (proxy === undefined) return;
      // RFC 9112 §3.2.2: a plain HTTP request to a proxy names the whole address.
      Object.assign(options, { host: proxy.hostname, port: proxy.port || 80, path: url.href });
      Object.assign(options.headers ?? {}, { host: url.host, ...proxyAuthorization(proxy) });
    },
    open(url) {
      if (url.protocol !== 'https:' || opened.has(url.origin)) return;
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const port = Number(url.port || 443);
      const proxy = proxyOf(url);
      const pending = proxy ? connectThrough(proxy, host, port) : connectDirectly(host, port);
      opened.set(url.origin, pending);
      const forget = () => {
        if (opened.get(url.origin) === pending) opened.delete(url.origin);
      };
      pending.then((socket) => socket.unref().once('close', forget), forget);
    },
    close() {
      for (const pending of opened.values()) pending.then((socket) => socket.destroy()).catch(() => undefined);
      opened.clear();
      plain.destroy();
      secure.destroy();
    },
  };
}

function originOf(host: string, port: number): string {
  return new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

/** The proxy for this address by the environment (`https_proxy`, `no_proxy`, …), as every action of the toolkit finds it. */
function proxyOf(url: URL): URL | undefined {
  const address = getProxyUrl(url.href);
  return address ? new URL(address) : undefined;
}

function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

function connectDirectly(host: string, port: number): Promise<tls.TLSSocket> {
  return handshake(tls.connect({ host, port, ...serverName(host) }));
}

/** CONNECT (RFC 9110 §9.3.6), then TLS with the host itself: the proxy sees neither paths nor headers. */
async function connectThrough(proxy: URL, host: string, port: number): Promise<tls.TLSSocket> {
  const target = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  const request = (proxy.protocol === 'https:' ? https : http).request({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...proxyAuthorization(proxy) },
    agent: false,
  });
  const socket = await new Promise<Socket>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (answer) => {
      answer.resume();
      reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode} to CONNECT ${target}`));
    });
    request.once('connect', (answer, tunnel) => {
      if (answer.statusCode === 200) return resolve(tunnel);
      tunnel.destroy();
      reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode} to CONNECT ${target}`));
    });
    request.end();
  });
  return handshake(tls.connect({ socket, ...serverName(host) }));
}

/** An address is no server name (RFC 6066 §3). */
function serverName(host: string): { servername?: string } {
  return /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}

function handshake(socket: tls.TLSSocket): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      socket.off('error', reject);
      // Idle until a request takes it over: an error then only means that the other side has hung up.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
