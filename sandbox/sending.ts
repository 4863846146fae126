import { readFileSync } from 'node:fs';
import { Agent, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Connections without TLS are used again: a test sends thousands of requests to one registry. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One HTTP request. With TLS it has a connection of its own. `ca` is the path of a PEM file. */
export function send(
  url: URL,
  options: {
    readonly method: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Buffer;
    readonly ca?: string | undefined;
  },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { ...options.headers, 'content-length': String(options.body?.length ?? 0) };
    const common = { method: options.method, headers };
    const request =
      url.protocol === 'https:'
        ? secureRequest(url, {
            ...common,
            agent: false,
            ...(options.ca !== undefined && { ca: readFileSync(options.ca) }),
          })
        : plainRequest(url, { ...common, agent });
    request.on('error', reject);
    request.on('response', (response) => {
      buffer(response).then((body) => {
        const received: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers)) received[name] = String(value);
        resolve({ status: response.statusCode ?? 0, headers: received, body });
      }, reject);
    });
    request.end(options.body);
  });
}
