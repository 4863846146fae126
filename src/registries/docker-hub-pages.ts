import { Failure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import { describe, type HttpRequest, refusal } from '../http/message.js';
import { sameOrigin } from '../http/origins.js';
import { type HubSession, hubOrigin } from './docker-hub-session.js';

/** The most that the API gives at once. */
const pageSize = 100;

/**
 * The entries of a list, by pages of 100, as the pages' own `next` leads from one to the other. Pages are counted, not
 * held still: an entry that slips onto the next page while something is pushed is given once.
 * @param path starts with a slash; already encoded
 * @param read undefined for what is no such entry
 * @throws Failure: not-found when there is no such list; server when the pages go round in a circle, lead to another
 * host, end before their own count, or hold what cannot be read: half a list must not look like a whole one.
 */
export async function* listHubPages<Entry extends { readonly name: string }>(
  session: HubSession,
  path: string,
  read: (value: unknown) => Entry | undefined,
  advice: Advice,
): AsyncGenerator<readonly Entry[]> {
  const seen = new Set<string>();
  let count = 0;
  let url: URL | undefined = new URL(`${path}${path.includes('?') ? '&' : '?'}page_size=${pageSize}`, hubOrigin);
  for (let page = 1; url !== undefined; page += 1) {
    const request: HttpRequest = { method: 'GET', url, headers: { accept: 'application/json' } };
    const asked = describe(request);
    const answer = await session.send(request);
    // A page past the end is 404, not an empty list.
    if (answer.status === 404 && page > 1 && seen.size >= count) return;
    if (answer.status === 404 && page > 1) throw broken(asked, `its list ends after ${seen.size} of ${count}`);
    if (answer.status !== 200) throw failureOf(answer, asked, advice);
    const { results, next, count: counted } = jsonObject(answer, asked);
    // `null` is an empty list; an answer without one does not say that there is nothing.
    const entries = readAll(results === null ? [] : results, read);
    if (entries === undefined) throw broken(asked, 'its list has something in it that cannot be read');
    const fresh = entries.filter(({ name }) => !seen.has(name));
    for (const { name } of fresh) seen.add(name);
    yield fresh;
    count = typeof counted === 'number' ? counted : 0;
    url = nextPage(next, request);
    if (url !== undefined && fresh.length === 0) throw broken(asked, 'its pages go round in a circle');
    if (url === undefined && seen.size < count) throw broken(asked, `its list ends after ${seen.size} of ${count}`);
  }
}

function readAll<Entry>(results: unknown, read: (value: unknown) => Entry | undefined): readonly Entry[] | undefined {
  if (!Array.isArray(results)) return undefined;
  const entries = results.map(read).filter((entry) => entry !== undefined);
  return entries.length === results.length ? entries : undefined;
}

function nextPage(next: unknown, request: HttpRequest): URL | undefined {
  if (typeof next !== 'string' || next === '') return undefined;
  const url = URL.canParse(next, request.url.href) ? new URL(next, request.url) : undefined;
  if (url !== undefined && sameOrigin(url, hubOrigin)) return url;
  throw refusal(request, `its next page is ${url === undefined ? 'no address' : `at ${url.origin}`}`);
}

function broken(asked: string, answered: string): Failure {
  return new Failure('server', { asked, answered, advice: 'Try again; look at https://www.dockerstatus.com.' });
}
