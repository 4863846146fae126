import type { Http } from '../http/client/http.js';
import { describe, type HttpAnswer, type HttpRequest } from '../http/message.js';
import { type Advice, failureOf, isMissing, jsonObject } from '../http/responses.js';
import { sameOrigin } from '../http/url-policy.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/** The connection to one service's JSON API. */
export interface RestApi {
  readonly http: Http;
  /** Without a slash at the end. */
  readonly base: string;
  readonly authorization: string | undefined;
  readonly advice: Advice;
}

/**
 * GETs a JSON object below the API's base address; undefined on 404.
 * @param path starts with a slash; already encoded
 * @throws Failure for every other status and for anything but JSON.
 */
export async function getJson(api: RestApi, path: string): Promise<Record<string, unknown> | undefined> {
  const request = { method: 'GET' as const, url: new URL(`${api.base}${path}`) };
  const answer = await sendGet(api, request.url);
  checkOrigin(answer, request);
  if (isMissing(answer)) return undefined;
  if (answer.status !== 200) throw failureOf(answer, describe(request), api.advice);
  return jsonObject(answer, describe(request));
}

/** GETs an address of the API, whatever comes. */
export function sendGet({ http, authorization }: RestApi, url: URL): Promise<HttpAnswer> {
  const headers = { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) };
  return http.request({ method: 'GET', url, headers });
}

/**
 * A commit, or its absence, is only believed from the server that the request went to.
 * @throws Failure (server) when a redirect led to another.
 */
export function checkOrigin(answer: HttpAnswer, request: Pick<HttpRequest, 'method' | 'url'>): void {
  if (sameOrigin(answer.url, request.url)) return;
  throw new Failure('server', {
    operation: describe(request),
    reason: `it redirects to ${answer.url.origin}, to which no request went`,
    advice: `Check ${inputName('source-url')}: give the address that the service has now.`,
  });
}

/**
 * The text at a path of keys (`target`, `hash`): an empty string if none exists, which no SHA is; null where the
 * way ends in null, as GitLab has it for the commit of a tag that is of none.
 */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object') return undefined;
    return inner === null ? null : (inner as Record<string | number, unknown>)[key];
  }, value);
  if (found === null) return null;
  return typeof found === 'string' ? found.toLowerCase() : '';
}

/** The server's address without a slash at the end and without a path that the API adds itself. */
export function apiBase(url: URL | undefined, usual: string, path: RegExp, suffix: string): string {
  if (url === undefined) return usual;
  const given = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return `${given.replace(path, '')}${suffix}`;
}
