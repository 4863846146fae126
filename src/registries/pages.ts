import { Failure } from '../errors.js';
import { failureOf, jsonObject } from '../http/answers.js';
import { nextLink } from '../http/link.js';
import { describe } from '../http/message.js';
import type { Session } from './session.js';

/** What clients ask for at once. ECR takes no more; others give less and say so by `Link`. */
export const pageSize = 1000;

/**
 * The texts of a list that comes by pages (`tags`, `repositories`), each once, in the registry's order. The next page is
 * where `Link` says, with our own path: Artifactory leaves the repository's key out of it (RTFACT-18971). `null` is an
 * empty list.
 * @throws Failure: not-found when the registry has no such list, server when the pages go round in a circle.
 */
export async function* listPages(session: Session, path: string, scope: string, key: string): AsyncGenerator<string> {
  const seen = new Set<string>();
  let url: URL | undefined = new URL(`${path}?n=${pageSize}`, session.origin);
  while (url !== undefined) {
    const request = { method: 'GET' as const, url };
    const asked = describe(request);
    if (seen.has(url.href)) {
      throw new Failure('server', {
        asked,
        answered: 'its pages go round in a circle',
        advice: 'Tell the registry’s operator.',
      });
    }
    seen.add(url.href);
    const answer = await session.send(request, scope);
    if (answer.status !== 200) throw failureOf(answer, asked, session.advice);
    const values = jsonObject(answer, asked)[key] ?? [];
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) {
      throw new Failure('server', {
        asked,
        answered: `its ${key} are no list of texts`,
        advice: 'Tell the registry’s operator.',
      });
    }
    yield* values;
    const next = nextLink(answer.headerValues('link'));
    url = next === undefined || !URL.canParse(next, url.href) ? undefined : withQueryOf(url, new URL(next, url));
  }
}

function withQueryOf(url: URL, next: URL): URL {
  return new URL(`${url.pathname}${next.search}`, url);
}
