import { describe, type HttpAnswer } from '../../http/message.js';
import { type Page, type PageRequest, paginate } from '../../http/paginate.js';
import { failureOf } from '../../http/responses.js';
import type { Failure } from '../../lib/errors.js';
import type { Session } from '../session.js';
import { type Descriptor, manifestLimit, parseManifest } from './manifest.js';
import { manifestTypes } from './media-types.js';
import { ownPage } from './pages.js';

/**
 * 404, or what registries answer that take the request for something else; a page of a web server is 200, and a
 * redirect leads to one.
 */
const withoutApi = new Set([200, 301, 302, 303, 307, 308, 400, 404, 405, 406]);

/**
 * The referrers of a manifest, via the referrers API (OCI distribution specification 1.1, "listing referrers"), all
 * pages.
 * @param url `/v2/<name>/referrers/<digest>`
 * @param onDoubt gets an answer other than 404 that was taken for "no such API": a page, a redirect, 400, 405, 406
 * @returns undefined where the registry has no such API
 * @throws Failure for every other answer; server as `paginate`
 */
export async function listReferrers(
  session: Session,
  url: URL,
  scope: string,
  onDoubt: ((doubt: Failure) => void) | undefined,
): Promise<readonly Descriptor[] | undefined> {
  const headers = { accept: manifestTypes.join(', ') };
  const send = (page: URL) =>
    session.send({ method: 'GET', url: page, headers, limit: manifestLimit, sameOriginOnly: true }, scope);
  if (session.traits().noReferrersApi) return undefined;
  const first = await send(url);
  if (withoutApi.has(first.status) && manifestsIn(first) === undefined) {
    if (first.status !== 404) onDoubt?.(failureOf(first, describe({ method: 'GET', url }), session.advice));
    return undefined;
  }
  const read = (answer: HttpAnswer, at: PageRequest): Page<Descriptor> => {
    const entries = manifestsIn(answer);
    if (entries === undefined) throw failureOf(answer, at.operation, session.advice);
    return { entries, next: ownPage(answer, at) };
  };
  const found: Descriptor[] = [];
  const pages = paginate({ first: url, answer: first, send, read, keyOf: ({ digest }) => digest, mayRepeat: true });
  for await (const page of pages) found.push(...page);
  return found;
}

/** The entries of an index; undefined for an answer that is not an index. */
function manifestsIn({ status, body, header }: HttpAnswer): readonly Descriptor[] | undefined {
  const index = status === 200 ? parseManifest(body, header('content-type')) : undefined;
  return index?.content.kind === 'index' ? index.content.manifests : undefined;
}
