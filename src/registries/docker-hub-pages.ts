import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import type { HttpAnswer } from '../http/message.js';
import { type HubSession, hubOrigin } from './docker-hub-session.js';
import { countOf } from './json-values.js';
import { brokenList, type Page, type PageRequest, type Pages, pageAt, paginate } from './paginate.js';

/** The most that the API gives at once. */
const pageSize = 100;

/**
 * The entries of a list, by pages of 100, as the pages' own `next` leads from one to the other.
 * @param path starts with a slash; already encoded
 * @param read undefined for what is no such entry
 * @throws Failure: not-found when there is no such list; server as `paginate`, and where a page leads to another host or
 * holds what cannot be read
 */
export function listHubPages<Entry extends { readonly name: string }>(
  session: HubSession,
  path: string,
  read: (value: unknown) => Entry | undefined,
  advice: Advice,
): Pages<Entry> {
  let total = 0;
  return paginate({
    first: new URL(`${path}${path.includes('?') ? '&' : '?'}page_size=${pageSize}`, hubOrigin),
    send: (url) => session.send({ method: 'GET', url, headers: { accept: 'application/json' } }),
    keyOf: ({ name }) => name,
    read(answer: HttpAnswer, { url, asked, number }: PageRequest): Page<Entry> {
      // A page past the end is 404, not an empty list.
      if (answer.status === 404 && number > 1) return { entries: [], next: undefined, total };
      if (answer.status !== 200) throw failureOf(answer, asked, advice);
      const { results, next, count } = jsonObject(answer, asked);
      // `null` is an empty list; an answer without one does not say that there is nothing.
      const entries = readAll(results === null ? [] : results, read);
      if (entries === undefined) throw brokenList(asked, 'its list has something in it that cannot be read');
      const counted = countOf(count ?? 0);
      if (counted === undefined) throw brokenList(asked, 'its count is not a number');
      total = counted;
      return { entries, next: pageAt(hubOrigin, nextPage(next, url, asked), url), total };
    },
  });
}

function readAll<Entry>(results: unknown, read: (value: unknown) => Entry | undefined): readonly Entry[] | undefined {
  if (!Array.isArray(results)) return undefined;
  const entries = results.map(read).filter((entry) => entry !== undefined);
  return entries.length === results.length ? entries : undefined;
}

function nextPage(next: unknown, url: URL, asked: string): URL | undefined {
  if (next === undefined || next === null || next === '') return undefined;
  if (typeof next === 'string' && URL.canParse(next, url.href)) return new URL(next, url);
  throw brokenList(asked, 'its next page is no address');
}
