import { Failure } from '../errors.js';
import { failureOf, jsonObject } from '../http/answers.js';
import { nextLink } from '../http/link.js';
import { describe, type HttpAnswer } from '../http/message.js';
import type { Session } from './session.js';

/** What clients ask for at once. ECR takes no more; others give less and say so by `Link`. */
export const pageSize = 1000;

/** A list as it comes, a page at a time: of long ones, a step for each entry would take longer than the entries. */
export type Pages<Entry> = AsyncIterable<readonly Entry[]>;

/** What an answer other than 200 means, where it means something of its own to this list. */
export type Meaning = (answer: HttpAnswer, asked: string) => Failure | undefined;

const tellOperator = 'Tell the registry’s operator.';

/**
 * The texts of a list that comes by pages (`tags`, `repositories`), each once, in the registry's order. The next page is
 * where `Link` says, with our own path: Artifactory leaves the repository's key out of it (RTFACT-18971), and whatever
 * host it names, no other is asked. A full page without `Link` may be all there is, or the registry knows `last` and not
 * `Link`: it is asked once more. One that gives less at once than we ask for, and says so by a refusal, is asked for what
 * it likes. `null` is an empty list.
 * @throws Failure: not-found when the registry has no such list, server when the pages go round in a circle.
 */
export async function* listPages(
  session: Session,
  path: string,
  scope: string,
  key: string,
  meaning: Meaning = () => undefined,
): AsyncGenerator<readonly string[]> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  let url: URL | undefined = new URL(`${path}?n=${pageSize}`, session.origin);
  while (url !== undefined) {
    const request = { method: 'GET' as const, url };
    const asked = describe(request);
    if (pages.has(url.href)) throw roundInCircle(asked);
    pages.add(url.href);
    const answer = await session.send(request, scope);
    if (pages.size === 1 && refusesSize(answer)) {
      url = new URL(path, session.origin);
      continue;
    }
    if (answer.status !== 200) throw meaning(answer, asked) ?? failureOf(answer, asked, session.advice);
    const values = valuesOf(answer, asked, key);
    const fresh = [...new Set(values)].filter((value) => !seen.has(value));
    for (const value of fresh) seen.add(value);
    yield fresh;
    const isFull = values.length === pageSize && fresh.length > 0;
    url = nextPage(answer, url, asked) ?? (isFull ? after(url, values.at(-1) ?? '') : undefined);
  }
}

/** distribution answers so where `catalog.maxentries` or `tags.maxtags` of its configuration is less. */
function refusesSize({ status, body }: HttpAnswer): boolean {
  return status === 400 && body.includes('"PAGINATION_NUMBER_INVALID"');
}

/**
 * Where there is nothing, some registries leave the list out, and name the repository still. An answer with neither is
 * about something else: it does not say that there is nothing.
 */
function valuesOf(answer: HttpAnswer, asked: string, key: string): readonly string[] {
  const { name, [key]: listed } = jsonObject(answer, asked);
  const values = listed ?? (listed === null || name !== undefined ? [] : undefined);
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return values;
  throw new Failure('server', { asked, answered: `its ${key} are no list of texts`, advice: tellOperator });
}

/**
 * Where a list goes on, by `Link`, always below the path that was asked; undefined where it ends.
 * @throws Failure (server) where that is no address: half a list must not look like a whole one
 */
export function nextPage(answer: HttpAnswer, url: URL, asked: string): URL | undefined {
  const next = nextLink(answer.headerValues('link'));
  if (next === undefined) return undefined;
  if (URL.canParse(next, url.href)) return new URL(`${url.pathname}${new URL(next, url).search}`, url);
  throw new Failure('server', { asked, answered: 'its next page is no address', advice: tellOperator });
}

/** A page leads to one that has been read. */
export function roundInCircle(asked: string): Failure {
  return new Failure('server', { asked, answered: 'its pages go round in a circle', advice: tellOperator });
}

function after(url: URL, last: string): URL {
  return new URL(`${url.pathname}?n=${pageSize}&last=${encodeURIComponent(last)}`, url);
}
