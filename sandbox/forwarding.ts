import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Answer, IncomingRequest } from './exchange.js';

/** Headers that belong to one connection and not to the message. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'upgrade',
]);

export interface Forwarder {
  /** Sends the request on as it is, body streamed, and resolves with the answer, body streamed too. */
  forward(request: IncomingRequest): Promise<Answer>;
  stop(): void;
}

/** A reverse proxy's inner half: to one plain HTTP server, over a few kept-alive connections. */
export function forwardTo(origin: string): Forwarder {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    forward: (request) =>
      new Promise<Answer>((resolve, reject) => {
        // A registry builds its `Location` headers from the host and the scheme that it receives.
        const headers = { ...without(request.headers), host: request.host, 'x-forwarded-proto': request.scheme };
        const onward = httpRequest(new URL(request.path, origin), { method: request.method, headers, agent });
        onward.on('error', reject);
        onward.on('response', (response) => {
          const body = request.method === 'HEAD' ? undefined : response;
          if (body === undefined) response.resume();
          const status = response.statusCode ?? 502;
          resolve({ status, headers: without(response.headers), ...(body && { body }) });
        });
        request.body.on('error', () => onward.destroy());
        request.body.pipe(onward);
      }),
    stop: () => agent.destroy(),
  };
}

function without(headers: IncomingHttpHeaders | Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name)) continue;
    kept[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return kept;
}
