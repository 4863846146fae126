import type { Http } from '../http/client/http.js';
import type { HttpRequest } from '../http/message.js';

const bodyless = new Set([204, 205, 304]);
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * This program's HTTP client in the shape of `fetch`, for Octokit: so its requests have the same retries, limits,
 * deadline and proxy as all others. Takes what Octokit sends: string bodies and a plain object of headers.
 */
export function fetchThrough(http: Pick<Http, 'request'>): typeof fetch {
  return async (input, init = {}) => {
    const method = init.method ?? 'GET';
    if (!isMethod(method)) throw new TypeError(`the method ${method} is not supported`);
    const answer = await http.request({
      method,
      url: new URL(input instanceof Request ? input.url : input),
      headers: Object.fromEntries(new Headers(init.headers).entries()),
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
    });
    const names = ['content-type', 'date', 'etag', 'link', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'];
    const headers = names.flatMap((name) => answer.headerValues(name).map((value): [string, string] => [name, value]));
    return new Response(bodyless.has(answer.status) ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers,
    });
  };
}

function isMethod(method: string): method is HttpRequest['method'] {
  return methods.has(method);
}
