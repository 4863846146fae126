import { type HttpAnswer, type HttpRequest, refusal } from './message.js';
import { objectionTo, sameOrigin } from './origins.js';

const redirectLimit = 5;
const statuses = new Set([301, 302, 303, 307, 308]);

/**
 * Asks, and asks again where an answer points elsewhere.
 * @throws Failure (server) when it leads somewhere it must not, or goes on for too long.
 */
export async function follow<A extends HttpAnswer>(
  wanted: HttpRequest,
  ask: (request: HttpRequest) => Promise<A>,
): Promise<A> {
  let answer = await ask(wanted);
  for (let hop = 0; mayFollow(wanted, answer); hop += 1) {
    if (hop === redirectLimit) throw refusal(wanted, `it redirects more than ${redirectLimit} times`);
    answer = { ...(await ask(redirected(wanted, answer))), redirectedFrom: wanted.url };
  }
  return answer;
}

/** Whether the answer points elsewhere, and the request is one that may go there: only reads do. */
function mayFollow(wanted: HttpRequest, answer: HttpAnswer): boolean {
  return (
    statuses.has(answer.status) &&
    (wanted.method === 'GET' || wanted.method === 'HEAD') &&
    answer.header('location') !== undefined
  );
}

/**
 * The request to where the answer points, without what belongs to the first host only.
 * @throws Failure (server) when it must not go there.
 */
function redirected(wanted: HttpRequest, answer: HttpAnswer): HttpRequest {
  const location = answer.header('location') ?? '';
  const url = URL.canParse(location, answer.url.href) ? new URL(location, answer.url) : undefined;
  if (url === undefined) throw refusal(wanted, 'it redirects to something that is no address');
  const objection = objectionTo(url, answer.url);
  if (objection !== undefined) throw refusal(wanted, `it redirects to ${url.origin}, and ${objection}`);
  const { authorization, ...others } = wanted.headers ?? {};
  const stays = authorization !== undefined && sameOrigin(url, answer.url);
  return { ...wanted, url, headers: stays ? { ...others, authorization } : others };
}
