import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Host } from '../../sandbox/exchange.js';
import { answerOf, type fakeHttp } from './http.js';

export interface AskedOf {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a host of the sandbox answers, without a network. */
export async function ask(host: Host, method: string, url: URL, { headers = {}, body = '' }: AskedOf = {}) {
  const bytes = Buffer.from(body);
  const answer = await host({
    method,
    scheme: 'https',
    host: url.host,
    path: `${url.pathname}${url.search}`,
    url,
    headers,
    body: Readable.from(bytes.length > 0 ? [bytes] : [], { objectMode: false }),
    text: async () => bytes.toString('utf8'),
  });
  const content = answer.body instanceof Readable ? await buffer(answer.body) : Buffer.from(answer.body ?? '');
  return { status: answer.status, headers: answer.headers ?? {}, body: content };
}

/** The HTTP that one of the sandbox's hosts answers, without a network. */
export function through(host: Host): Parameters<typeof fakeHttp>[0] {
  return async ({ method, url, headers = {}, body = '' }) => {
    const answer = await ask(host, method, url, { headers, body: String(body) });
    return answerOf(answer.status, { headers: answer.headers, body: answer.body });
  };
}

/** Requests to one host; a body that is JSON comes parsed. */
export function connectTo(hosts: Readonly<Record<string, Host>>, name: string) {
  const host = hosts[name];
  if (host === undefined) throw new Error(`${name} is missing`);
  return async (method: string, path: string, asked: AskedOf = {}) => {
    const { status, headers, body } = await ask(host, method, new URL(path, `https://${name}`), asked);
    const text = body.toString('utf8');
    const isJson = /json/.test(String(headers['content-type'] ?? ''));
    return { status, headers, text, json: isJson && text !== '' ? JSON.parse(text) : undefined };
  };
}

export function basic(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}
