import { failureOf } from '../http/answers.js';
import { describe } from '../http/message.js';
import { type Descriptor, manifestLimit, parseManifest } from './manifest.js';
import { manifestTypes } from './media-types.js';
import { nextPage, roundInCircle } from './pages.js';
import type { Session } from './session.js';

/** 404, or what registries answer that take the request for something else; a page of a web server is 200. */
const withoutApi = new Set([200, 400, 404, 405, 406]);

/**
 * What refers to a manifest, by the referrers API (OCI distribution specification 1.1, "listing referrers"), all pages.
 * @param url `/v2/<name>/referrers/<digest>`
 * @returns undefined where the registry has no such API
 * @throws Failure for every other answer: half a list must not look like a whole one
 */
export async function listReferrers(
  session: Session,
  url: URL,
  scope: string,
): Promise<readonly Descriptor[] | undefined> {
  const found: Descriptor[] = [];
  const pages = new Set<string>();
  for (let page: URL | undefined = url; page !== undefined; ) {
    const headers = { accept: manifestTypes.join(', ') };
    const request = { method: 'GET' as const, url: page, headers, limit: manifestLimit };
    const asked = describe(request);
    if (pages.has(page.href)) throw roundInCircle(asked);
    pages.add(page.href);
    const answer = await session.send(request, scope);
    const index = answer.status === 200 ? parseManifest(answer.body, answer.header('content-type')) : undefined;
    if (index?.content.kind !== 'index') {
      if (pages.size === 1 && withoutApi.has(answer.status)) return undefined;
      throw failureOf(answer, asked, session.advice);
    }
    found.push(...index.content.manifests);
    page = nextPage(answer, page, asked);
  }
  return found;
}
