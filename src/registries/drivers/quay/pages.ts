import type { HttpAnswer } from '../../../http/message.js';
import { brokenList, type Page, type Pages, paginate, readEntries, unreadableEntries } from '../../../http/paginate.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { textOf } from '../../../lib/json.js';
import type { RepositorySummary } from '../driver.js';
import { type QuayTag, readTag } from './objects.js';

type Send = (url: URL) => Promise<HttpAnswer>;

/** A page of tags. */
export interface TagsPage {
  readonly entries: readonly QuayTag[];
  readonly hasMore: boolean;
}

/** @throws Failure (server) for an answer that cannot be read, and for a page that does not show if more follow */
export function readTags(answer: HttpAnswer, operation: string, advice: Advice): TagsPage {
  const { tags, has_additional: hasMore } = objectIn(answer, operation, advice);
  if (!Array.isArray(tags)) throw unreadableEntries(operation);
  if (typeof hasMore !== 'boolean') throw brokenList(operation, 'it does not report if more tags follow');
  return { entries: readEntries(tags, readTag, operation), hasMore };
}

/** The tags of a repository, by numbered pages. @param first has `page=1` */
export function listTags(first: URL, answer: HttpAnswer | undefined, send: Send, advice: Advice): Pages<QuayTag> {
  return paginate({
    first,
    ...(answer === undefined ? {} : { answer }),
    send,
    keyOf: ({ name }) => name,
    read(page, { url, operation, number }): Page<QuayTag> {
      const { entries, hasMore } = readTags(page, operation, advice);
      const next = new URL(url);
      next.searchParams.set('page', String(number + 1));
      return { entries, next: hasMore ? next : undefined };
    },
  });
}

/** The repositories of a namespace, by pages each of which has the token of the next. */
export function listByToken(
  first: URL,
  send: Send,
  read: (value: unknown) => RepositorySummary | undefined,
  advice: Advice,
): Pages<RepositorySummary> {
  return paginate({
    first,
    send,
    keyOf: ({ path }) => path,
    read(answer, { operation }): Page<RepositorySummary> {
      const { repositories, next_page: token } = objectIn(answer, operation, advice);
      if (!Array.isArray(repositories)) throw unreadableEntries(operation);
      const entries = readEntries(repositories, read, operation);
      if (token === undefined || token === null) return { entries, next: undefined };
      const following = textOf(token);
      if (following === undefined) throw brokenList(operation, 'the token of its next page is invalid');
      const next = new URL(first);
      next.searchParams.set('next_page', following);
      return { entries, next };
    },
  });
}

function objectIn(answer: HttpAnswer, operation: string, advice: Advice): Record<string, unknown> {
  if (answer.status !== 200) throw failureOf(answer, operation, advice);
  return jsonObject(answer, operation);
}
