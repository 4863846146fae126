import { Readable } from 'node:stream';
import type { Answer, Host } from '../../sandbox/exchange.js';
import { anonymous, type Credentials } from '../../src/registries/credentials.js';
import { createDockerHub, type DockerHub } from '../../src/registries/docker-hub.js';
import { answerOf, type FakeHttp, fakeHttp } from './http.js';

export const signedIn: Credentials = { kind: 'password', username: 'ann', password: 'dckr_pat_1' };

/** A token as Docker Hub gives it; `life` in seconds. */
export function jwt(number: number, claims: object = { iat: 1_700_000_000, exp: 1_700_000_600 }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ ...claims, number })}.sig`;
}

export interface HubSetUp {
  readonly hub: DockerHub;
  readonly http: FakeHttp;
  readonly masked: readonly string[];
  /** Lets so many seconds go by. */
  later(seconds: number): void;
  /** `POST /v2/auth/token` and the like, with the query. */
  lines(): readonly string[];
}

/** A client on this HTTP, with a clock of its own. */
export function setUpHub(handle: Parameters<typeof fakeHttp>[0], credentials: Credentials = anonymous): HubSetUp {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const masked: string[] = [];
  const http = fakeHttp(handle);
  const hub = createDockerHub({
    http,
    credentials,
    now: () => new Date(now),
    mask: (secret) => masked.push(secret),
  });
  return {
    hub,
    http,
    masked,
    later(seconds) {
      now += seconds * 1000;
    },
    lines: () => http.lines().map((line) => line.replace('https://hub.docker.com', '')),
  };
}

/** The HTTP that one of the sandbox's hosts answers, without a network. */
export function through(host: Host): Parameters<typeof fakeHttp>[0] {
  return async ({ method, url, headers = {}, body = '' }) => {
    const answer: Answer = await host({
      method,
      scheme: 'https',
      host: url.host,
      path: `${url.pathname}${url.search}`,
      url,
      headers,
      body: Readable.from([]),
      text: async () => String(body),
    });
    return answerOf(answer.status, {
      ...(answer.headers === undefined ? {} : { headers: answer.headers }),
      body: answer.body,
    });
  };
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
