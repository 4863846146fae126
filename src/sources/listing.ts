import { type LinkedList, listLinkedPages } from '../http/linked-pages.js';
import type { HttpAnswer } from '../http/message.js';
import {
  addressOf,
  brokenList,
  type PagedList,
  type PageRequest,
  type Pages,
  pageAt,
  paginate,
  readEntries,
} from '../http/paginate.js';
import { type Advice, failureOf, jsonObject } from '../http/responses.js';
import type { PullRequest } from './existing-refs.js';
import { checkOrigin, type RestApi, sendGet } from './rest.js';

/** An API as its lists are read. */
export interface ListApi {
  /** Without a slash at the end. */
  readonly base: string;
  readonly advice: Advice;
  readonly send: (url: URL) => Promise<HttpAnswer>;
}

/** A JSON API for its lists. */
export function listsOf(api: RestApi): ListApi {
  return { base: api.base, advice: api.advice, send: (url) => sendGet(api, url) };
}

type Where = Pick<PageRequest, 'url' | 'operation'>;

/**
 * A list of JSON arrays with the next page in `Link`. A full page without that header is followed by a look at the next:
 * a proxy may have left the header out.
 * @param path with a query that has the size of a page
 */
export async function* linkedList<Entry>(
  api: ListApi,
  path: string,
  pageSize: number,
  entries: Pick<LinkedList<Entry>, 'read' | 'keyOf'>,
): AsyncGenerator<readonly Entry[]> {
  yield* listLinkedPages({
    ...entries,
    origin: new URL(api.base),
    answer: await api.send(new URL(`${api.base}${path}`)),
    send: api.send,
    probe: (count, { url, number }) => (count < pageSize ? undefined : withQuery(url, 'page', number + 1)),
    failed: (answer, operation) => failureOf(answer, operation, api.advice),
  });
}

/**
 * A list of JSON objects with `values`.
 * @param nextOf the address of the next page by the object. @throws Failure (server) where that is not understood
 */
export function valuesList<Entry>(
  api: ListApi,
  path: string,
  nextOf: (body: Readonly<Record<string, unknown>>, at: Where) => URL | undefined,
  entries: { readonly read: (value: unknown) => Entry | undefined } & Pick<PagedList<Entry>, 'keyOf'>,
): Pages<Entry> {
  const origin = new URL(api.base);
  return paginate({
    first: new URL(`${api.base}${path}`),
    send: api.send,
    keyOf: entries.keyOf,
    read(answer, at) {
      checkOrigin(answer, { method: 'GET', url: at.url });
      if (answer.status !== 200) throw failureOf(answer, at.operation, api.advice);
      const body = jsonObject(answer, at.operation);
      if (!Array.isArray(body.values)) throw brokenList(at.operation, 'the answer has no list of values');
      const next = nextOf(body, at);
      return { entries: readEntries(body.values, entries.read, at.operation), next: pageAt(origin, next, at.url) };
    },
  });
}

/** Bitbucket Cloud: the address itself. */
export function nextByAddress({ next }: Readonly<Record<string, unknown>>, at: Where): URL | undefined {
  return next === undefined || next === null ? undefined : addressOf(next, at);
}

/** Bitbucket Data Center: where the next page starts. */
export function nextByStart(
  { isLastPage, nextPageStart }: Readonly<Record<string, unknown>>,
  { url, operation }: Where,
): URL | undefined {
  if (isLastPage === true) return undefined;
  if (isLastPage === false && Number.isSafeInteger(nextPageStart))
    return withQuery(url, 'start', Number(nextPageStart));
  throw brokenList(operation, 'the answer is not the last page, but does not name the next one');
}

function withQuery(url: URL, name: string, value: number): URL {
  const next = new URL(url);
  next.searchParams.set(name, String(value));
  return next;
}

/** A reader for a name at a path of keys, and the key of it. */
export function names(...path: readonly string[]) {
  return { read: (value: unknown) => textIn(value, path), keyOf: (name: string) => name };
}

/** A reader for pull requests: where they have their number and the name of their branch. */
export function pullRequests(number: string, branch: readonly string[]) {
  return {
    read(value: unknown): PullRequest | undefined {
      const found = valueIn(value, [number]);
      const name = textIn(value, branch);
      return typeof found === 'number' && Number.isSafeInteger(found) && name !== undefined
        ? { number: found, branch: name }
        : undefined;
    },
    keyOf: (one: PullRequest) => one.number,
  };
}

function textIn(value: unknown, path: readonly string[]): string | undefined {
  const found = valueIn(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function valueIn(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}
