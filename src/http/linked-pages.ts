import type { Failure } from '../lib/errors.js';
import { type HttpAnswer, refusal } from './message.js';
import {
  brokenList,
  linkedPage,
  type Page,
  type PageRequest,
  type Pages,
  pageAt,
  paginate,
  readEntries,
} from './paginate.js';
import { jsonArray } from './responses.js';
import { sameOrigin } from './url-policy.js';

/** A list of an API: JSON arrays, each with the address of the next one in `Link`. */
export interface LinkedList<Entry> {
  /** The only origin that requests go to. */
  readonly origin: URL;
  /** The answer with the first page. */
  readonly answer: HttpAnswer;
  readonly send: (url: URL) => Promise<HttpAnswer>;
  /** undefined for any other entry. */
  readonly read: (value: unknown) => Entry | undefined;
  /** A key that no two entries share. */
  readonly keyOf: (entry: Entry) => string | number;
  /** The page after one of so many entries that names none, where a server may leave out the header. */
  readonly probe?: (entries: number, at: PageRequest) => URL | undefined;
  /** The meaning of an answer other than 200. @param page from 1 */
  readonly failed: (answer: HttpAnswer, operation: string, page: number) => Failure;
}

/**
 * The entries of such a list.
 * @throws Failure: server as `paginate`, and where a page leads to another host, holds what cannot be read, or counts
 * fewer entries in `X-Total-Count` than the one before it
 */
export function listLinkedPages<Entry>(list: LinkedList<Entry>): Pages<Entry> {
  let total = 0;
  const read = (answer: HttpAnswer, at: PageRequest): Page<Entry> => {
    const { operation, url } = at;
    if (answer.status !== 200) throw list.failed(answer, operation, at.number);
    if (!sameOrigin(answer.url, list.origin))
      throw refusal({ method: 'GET', url: answer.url }, `a redirect led there, and not to ${list.origin.host}`);
    const entries = readEntries(jsonArray(answer, operation), list.read, operation);
    const written = answer.header('x-total-count') ?? '';
    const counted = /^\d{1,9}$/.test(written) ? Number(written) : total;
    // Entries after a deleted one have moved to a page that has been read.
    if (counted < total) throw brokenList(operation, 'something was deleted while its list was read');
    total = counted;
    const next = pageAt(list.origin, linkedPage(answer, at), url);
    return { entries, next, total, probe: list.probe?.(entries.length, at) };
  };
  return paginate({ ...list, first: list.answer.url, read });
}
