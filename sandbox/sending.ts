import { readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One HTTP request on a connection of its own. `ca` is the path of a PEM file. */
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
    const common = { method: options.method, headers, agent: false as const };
    const request =
      url.protocol === 'https:'
        ? secureRequest(url, { ...common, ...(options.ca !== undefined && { ca: readFileSync(options.ca) }) })
        : plainRequest(url, common);
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
