import type { HttpAnswer } from '../../../http/message.js';
import {
  addressOf,
  brokenList,
  type Page,
  type PageRequest,
  type Pages,
  pageAt,
  paginate,
  readEntries,
  unreadableEntries,
} from '../../../http/paginate.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { countOf } from '../../../lib/json.js';
import { type HubSession, hubOrigin } from './session.js';

/** The most that the API gives at once. */
const pageSize = 100;

/**
 * The entries of a list, by pages of 100, as the pages' own `next` leads from one to the other.
 * @param path starts with a slash; already encoded
 * @param read undefined for any other entry
 * @throws Failure: not-found if no such list exists; server as `paginate`, and where a page leads to another host or
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
    read(answer: HttpAnswer, { url, operation, number }: PageRequest): Page<Entry> {
      // A page past the end is 404, not an empty list.
      if (answer.status === 404 && number > 1) return { entries: [], next: undefined, total };
      if (answer.status !== 200) throw failureOf(answer, operation, advice);
      const { results, next, count } = jsonObject(answer, operation);
      // `null` is an empty list; an answer without one does not mean that the list is empty.
      const values = results === null ? [] : results;
      if (!Array.isArray(values)) throw unreadableEntries(operation);
      const entries = readEntries(values, read, operation);
      const counted = countOf(count ?? 0);
      if (counted === undefined) throw brokenList(operation, 'its count is not a number');
      total = counted;
      const isLast = next === undefined || next === null || next === '';
      const following = isLast ? undefined : pageAt(hubOrigin, addressOf(next, { url, operation }), url);
      return { entries, next: following, total };
    },
  });
}
