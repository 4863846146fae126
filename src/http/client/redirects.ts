import { type HttpAnswer, type HttpRequest, refusal } from '../message.js';
import { refusalReason, sameOrigin } from '../url-policy.js';

const redirectLimit = 5;
const statuses = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request, and follows redirects.
 * @throws Failure (server) when it leads somewhere it must not, or goes on for too long.
 */
export async function follow<A extends HttpAnswer>(
  wanted: HttpRequest,
  send: (request: HttpRequest) => Promise<A>,
): Promise<A> {
  let request = wanted;
  let answer = await send(request);
  for (let hop = 0; mayFollow(request, answer); hop += 1) {
    if (hop === redirectLimit) throw refusal(wanted, `it redirects more than ${redirectLimit} times`);
    request = redirected(request, answer);
    answer = { ...(await send(request)), redirectedFrom: wanted.url };
  }
  return answer;
}

/** True if the answer points elsewhere, and the request is one that may go there: only reads do. */
function mayFollow(wanted: HttpRequest, answer: HttpAnswer): boolean {
  const location = answer.header('location');
  if (!statuses.has(answer.status) || location === undefined) return false;
  if (wanted.method !== 'GET' && wanted.method !== 'HEAD') return false;
  const stays = URL.canParse(location, wanted.url.href) && sameOrigin(new URL(location, wanted.url), wanted.url);
  return stays || wanted.sameOriginOnly === undefined;
}

/**
 * The next request, to where the answer points. The authorization is for the first origin: a request that leaves it
 * once goes on without, also within the other origin, and back (as Go does since CVE-2024-45336).
 * @throws Failure (server) when it must not go there.
 */
function redirected(request: HttpRequest, answer: HttpAnswer): HttpRequest {
  const location = answer.header('location') ?? '';
  const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
  if (url === undefined) throw refusal(request, 'it redirects to an invalid address');
  const objection = refusalReason(url, request.url);
  if (objection !== undefined) throw refusal(request, `it redirects to ${url.origin}, and ${objection}`);
  const { authorization, ...others } = request.headers ?? {};
  const stays = authorization !== undefined && sameOrigin(url, request.url);
  return { ...request, url, headers: stays ? { ...others, authorization } : others };
}
