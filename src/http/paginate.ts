import { Failure } from '../lib/errors.js';
import { nextLink } from './headers.js';
import { describe, type HttpAnswer, refusal } from './message.js';
import { sameOrigin } from './url-policy.js';

/** A list as it comes, a page at a time: of long ones, a step for each entry would take longer than the entries. */
export type Pages<Entry> = AsyncIterable<readonly Entry[]>;

/** One page of a list. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** undefined: the server names no further page */
  readonly next: URL | undefined;
  /**
   * The place of further entries that the server does not report; requested only after a page that brought something
   * new.
   */
  readonly probe?: URL | undefined;
  /** The total number of entries, if the server reports it. */
  readonly total?: number | undefined;
}

/** A list that comes by pages. */
export interface PagedList<Entry> {
  readonly first: URL;
  /** The answer to the first request, where it has been sent. */
  readonly answer?: HttpAnswer;
  readonly send: (url: URL) => Promise<HttpAnswer>;
  /** @throws Failure for any other answer: half a list must not look like a whole one */
  readonly read: (answer: HttpAnswer, at: PageRequest) => Page<Entry>;
  /** A key that no two entries share. */
  readonly keyOf: (entry: Entry) => string | number;
  /**
   * True if a page may bring nothing new and still lead on: registries filter pages, and clients repeat them.
   */
  readonly mayRepeat?: true;
}

/** The request for one page: `number` from 1, `operation` in words. */
export interface PageRequest {
  readonly url: URL;
  readonly operation: string;
  readonly number: number;
}

/** The number of times that a list is read that grows while it is read. */
const mostPasses = 3;

/**
 * The entries of a list, each once: servers cut a list into pages anew for each request, so that a push between two
 * requests moves an entry onto the next page, and the new one is on a page that has been read. Where the total has
 * grown, the list is read again for it.
 * @throws Failure: server when the pages form a loop, or end before the total that the server has named; and as `send`
 * and `read` do
 */
export async function* paginate<Entry>(list: PagedList<Entry>): AsyncGenerator<readonly Entry[]> {
  const seen = new Set<string | number>();
  const addresses = new Set<string>();
  let url: URL | undefined = list.first;
  let passes = 1;
  let totalAtFirst: number | undefined;
  while (url !== undefined) {
    const operation = describe({ method: 'GET', url });
    if (addresses.has(url.href)) throw brokenList(operation, 'its pages form a loop');
    addresses.add(url.href);
    const number = addresses.size;
    const answer = (passes === 1 && number === 1 ? list.answer : undefined) ?? (await list.send(url));
    const page: Page<Entry> = list.read(answer, { url, operation, number });
    const fresh: Entry[] = [];
    for (const entry of page.entries) {
      const key = list.keyOf(entry);
      if (!seen.has(key)) fresh.push(entry);
      seen.add(key);
    }
    yield fresh;
    const { total = 0 } = page;
    totalAtFirst ??= total;
    const next = page.next ?? (fresh.length > 0 ? page.probe : undefined);
    if (next !== undefined && fresh.length === 0 && passes === 1 && list.mayRepeat === undefined) {
      throw brokenList(operation, 'its pages form a loop');
    }
    url = next;
    if (next !== undefined || seen.size >= total) continue;
    if (total <= totalAtFirst || passes === mostPasses)
      throw brokenList(operation, `its list ends after ${seen.size} of ${total}`);
    passes += 1;
    totalAtFirst = undefined;
    addresses.clear();
    url = list.first;
  }
}

/**
 * The next page of a list, by `Link`.
 * @throws Failure (server) where it names a next page in a way that is not understood, by another header too, or one
 * that is not an address
 */
export function linkedPage(
  answer: HttpAnswer,
  { url, operation }: Pick<PageRequest, 'url' | 'operation'>,
): URL | undefined {
  const link = nextLink(answer.headerValues('link'));
  if (link.kind === 'none') {
    const header = headerOfMore(answer);
    if (header === undefined) return undefined;
    throw brokenList(operation, `its header ${header} names more, and no Link header names the next page`);
  }
  if (link.kind === 'unclear')
    throw brokenList(operation, 'its Link header is not understood, and may name a next page');
  return addressOf(link.target, { url, operation });
}

/** The next page that a server names, perhaps relative to this one. @throws Failure (server) for an invalid address */
export function addressOf(next: unknown, { url, operation }: Pick<PageRequest, 'url' | 'operation'>): URL {
  if (typeof next === 'string' && URL.canParse(next, url.href)) return new URL(next, url);
  throw brokenList(operation, 'the address of its next page is invalid');
}

/**
 * All entries of a page. @param read undefined for an invalid entry. @throws Failure (server) where there is such a
 * thing
 */
export function readEntries<Entry>(
  values: readonly unknown[],
  read: (value: unknown) => Entry | undefined,
  operation: string,
): readonly Entry[] {
  return values.map((value) => {
    const entry = read(value);
    if (entry === undefined) throw unreadableEntries(operation);
    return entry;
  });
}

export function unreadableEntries(operation: string): Failure {
  return brokenList(operation, 'its list has something in it that cannot be read');
}

/** The next page, which must be at this origin. @throws Failure (server) for another one */
export function pageAt(origin: URL, next: URL | undefined, url: URL): URL | undefined {
  if (next === undefined || sameOrigin(next, origin)) return next;
  throw refusal({ method: 'GET', url }, `its next page is at ${next.origin}`);
}

/** A list that is incomplete, or cannot be read. */
export function brokenList(operation: string, reason: string): Failure {
  return new Failure('server', {
    operation,
    reason,
    advice: 'An incomplete list is not used. Try again; if it fails again, report it to the operator.',
  });
}

/** Headers by which other APIs name a next page (GitLab, Azure, and those that took `Link` for `Links`). */
const headersOfMore = [
  'links',
  'next',
  'next-page',
  'x-next',
  'x-next-page',
  'x-next-cursor',
  'x-next-link',
  'x-next-marker',
  'x-next-token',
  'x-next-page-token',
  'x-continuation-token',
  'x-ms-continuation',
];

/** The header that names a next page in a way that is none of the protocol’s. */
function headerOfMore({ header }: Pick<HttpAnswer, 'header'>): string | undefined {
  return headersOfMore.find((name) => !['', '0', 'false', 'null'].includes((header(name) ?? '').trim().toLowerCase()));
}
