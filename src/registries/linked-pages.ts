import { Failure } from '../errors.js';
import { jsonArray } from '../http/answers.js';
import { nextLink } from '../http/link.js';
import { describe, type HttpAnswer, type HttpRequest, refusal } from '../http/message.js';
import { sameOrigin } from '../http/origins.js';
import { countOf } from './json-values.js';

/** A list of a registry's own API: JSON arrays, each with the address of the next one in `Link`. */
export interface LinkedList<Entry> {
  /** The only origin that is asked. */
  readonly origin: URL;
  readonly ask: (url: URL) => Promise<HttpAnswer>;
  /** undefined for what is no such entry. */
  readonly read: (value: unknown) => Entry | undefined;
  /** What is the same of no two entries. */
  readonly keyOf: (entry: Entry) => string | number;
  /** What an answer other than 200 means. @param page from 1 */
  readonly failed: (answer: HttpAnswer, asked: string, page: number) => Failure;
}

/**
 * The entries of such a list, each once: pages are counted, not held still, and an entry slips onto the next page while
 * something is pushed.
 * @param first the answer with the first page
 * @throws Failure: server when the pages go round in a circle, lead to another host, hold what cannot be read, or are not
 * as many entries as `X-Total-Count` says, where it is given: half a list must not look like a whole one.
 */
export async function* listLinkedPages<Entry>(
  first: HttpAnswer,
  list: LinkedList<Entry>,
): AsyncGenerator<readonly Entry[]> {
  const seen = new Set<string | number>();
  let total = 0;
  let answer = first;
  for (let page = 1; ; page += 1) {
    const request: HttpRequest = { method: 'GET', url: answer.url };
    const asked = describe(request);
    if (answer.status !== 200) throw list.failed(answer, asked, page);
    if (!sameOrigin(answer.url, list.origin))
      throw refusal(request, `a redirect led there, and not to ${list.origin.host}`);
    const fresh: Entry[] = [];
    for (const value of jsonArray(answer, asked)) {
      const entry = list.read(value);
      if (entry === undefined) throw broken(asked, 'its list has something in it that cannot be read');
      if (!seen.has(list.keyOf(entry))) fresh.push(entry);
      seen.add(list.keyOf(entry));
    }
    yield fresh;
    const counted = countOf(Number(answer.header('x-total-count') ?? total)) ?? total;
    // What stood behind something that was deleted has slipped onto a page that has been read.
    if (counted < total) throw broken(asked, 'something was deleted while its list was read');
    total = counted;
    const next = nextPage(answer, request, list.origin);
    if (next === undefined && seen.size < total) throw broken(asked, `its list ends after ${seen.size} of ${total}`);
    if (next === undefined) return;
    if (fresh.length === 0) throw broken(asked, 'its pages go round in a circle');
    answer = await list.ask(next);
  }
}

function nextPage({ headerValues }: HttpAnswer, request: HttpRequest, origin: URL): URL | undefined {
  const next = nextLink(headerValues('link'));
  if (next === undefined) return undefined;
  const url = URL.canParse(next, request.url.href) ? new URL(next, request.url) : undefined;
  if (url !== undefined && sameOrigin(url, origin)) return url;
  throw refusal(request, `its next page is ${url === undefined ? 'no address' : `at ${url.origin}`}`);
}

function broken(asked: string, answered: string): Failure {
  return new Failure('server', { asked, answered, advice: 'Try again; if it stays so, tell the operator.' });
}
