import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';
import { Failure } from '../../lib/errors.js';
import { isLoopback } from '../../lib/loopback.js';
import { basicHeader } from '../headers.js';
import { credentialsAdvice, proxyFor } from './proxy.js';

/** The proxy for this address by the environment; none for this very machine. @throws Failure (usage) as `proxyFor` */
export function proxyOf(url: URL): URL | undefined {
  return isLoopback(url.host) ? undefined : proxyFor(url, process.env);
}

/** The host and port of an address as sockets want them: without brackets, the port always a number. */
export function endpointOf(url: URL): { readonly host: string; readonly port: number } {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

/** The header that logs in to a proxy whose address has a name and a password in it. */
export function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  return {
    'proxy-authorization': basicHeader(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password)),
  };
}

/**
 * A TLS connection to the host of an https address, through its proxy where it has one, ready for the first request.
 * @param closing ends it when it is aborted before it is ready
 */
export async function connectTls(url: URL, closing: AbortSignal): Promise<tls.TLSSocket> {
  const { host, port } = endpointOf(url);
  const proxy = proxyOf(url);
  const path = proxy === undefined ? { host, port } : { socket: await openTunnel(proxy, host, port, closing) };
  return handshake(tls.connect({ ...path, ...serverName(host) }), closing);
}

/** CONNECT (RFC 9110 §9.3.6): behind it the proxy sees neither paths nor headers. */
function openTunnel(proxy: URL, host: string, port: number, closing: AbortSignal): Promise<Socket> {
  const target = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? https : http).request({
      ...endpointOf(proxy),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyAuthorization(proxy) },
      agent: false,
      signal: closing,
    });
    const refuse = (answer: http.IncomingMessage) => {
      answer.destroy();
      if (answer.statusCode === 407) return reject(unauthorized(proxy, target));
      reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode} to CONNECT ${target}`));
    };
    request.once('error', reject);
    request.once('response', refuse);
    request.once('connect', (answer, socket) => (answer.statusCode === 200 ? resolve(socket) : refuse(answer)));
    request.end();
  });
}

/** Asking again would not help: the credentials have to be corrected. */
function unauthorized({ host }: URL, target: string): Failure {
  return new Failure('network', {
    operation: '',
    reason: `the proxy ${host} answered 407 to CONNECT ${target}`,
    advice: credentialsAdvice,
    permanent: true,
  });
}

/** An address is not a server name (RFC 6066 §3). */
function serverName(host: string): { servername?: string } {
  return /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}

function handshake(socket: tls.TLSSocket, closing: AbortSignal): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const stop = () => socket.destroy(closing.reason);
    closing.addEventListener('abort', stop, { once: true });
    socket.once('error', reject);
    if (closing.aborted) stop();
    socket.once('secureConnect', () => {
      socket.off('error', reject);
      closing.removeEventListener('abort', stop);
      // As an agent has it for its own: else the first request waits until the end of the handshake has been
      // acknowledged.
      socket.setNoDelay();
      // Idle until a request takes it over: an error then only means that the other side has hung up.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
