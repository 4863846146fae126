import { createHash } from 'node:crypto';
import { type Answer, type IncomingRequest, json } from '../exchange.js';

/** The URLs of the API and the pages of one GitHub, without a slash at the end. */
export interface GitHubSite {
  readonly api: string;
  readonly web: string;
}

/** GitHub's error body. */
export function failed(status: number, message: string, documentation = ''): Answer {
  const documentation_url = `https://docs.github.com/rest${documentation}`;
  return json(status, { message, documentation_url, status: String(status) });
}

/** The answer with an ETag, or 304 when the caller has it already. */
export function conditional(request: IncomingRequest, answer: Answer): Answer {
  if (request.method !== 'GET' || answer.status !== 200 || typeof answer.body !== 'string') return answer;
  const etag = `W/"${createHash('sha256').update(answer.body).digest('hex')}"`;
  const known = (request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  if (known.includes(etag)) return { status: 304, headers: { etag } };
  return { ...answer, headers: { ...answer.headers, etag } };
}

/** One page of a list, `per_page` (30, at most 100) at a time, with its neighbour in `link`. */
export function paged<T>(
  request: IncomingRequest,
  all: readonly T[],
  name: string,
  describe: (item: T) => unknown,
): Answer {
  const { items, link } = pageOf(request, all, request.path);
  return json(200, { total_count: all.length, [name]: items.map(describe) }, link);
}

/** @param path where the list is, as `link` should name it; its query does not matter */
export function pageOf<T>(request: IncomingRequest, all: readonly T[], path: string) {
  const number = (key: string, otherwise: number): number => Number(request.url.searchParams.get(key)) || otherwise;
  const size = Math.min(100, Math.max(1, number('per_page', 30)));
  const page = Math.max(1, number('page', 1));
  const next = new URL(path, `https://${request.host}`);
  next.search = request.url.search;
  next.searchParams.set('page', String(page + 1));
  const link: Record<string, string> = page * size < all.length ? { link: `<${next.href}>; rel="next"` } : {};
  return { items: all.slice((page - 1) * size, page * size), last: page * size, link };
}
