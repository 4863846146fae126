import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { createDockerHub, type DockerHub } from '../../src/registries/drivers/docker-hub/api.js';
import { type FakeHttp, fakeHttp } from './http.js';

export const loggedIn: Credentials = { kind: 'password', username: 'ann', password: 'dckr_pat_1' };

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
