import { type HttpAnswer, type HttpRequest, refusal } from './message.js';
import { objectionTo, sameOrigin } from './origins.js';

const statuses = new Set([301, 302, 303, 307, 308]);

/** Whether the answer points elsewhere, and the request is one that may go there: only reads do. */
export function mayFollow(wanted: HttpRequest, answer: HttpAnswer): boolean {
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
export function redirected(wanted: HttpRequest, answer: HttpAnswer): HttpRequest {
  const location = answer.header('location') ?? '';
  const url = URL.canParse(location, answer.url.href) ? new URL(location, answer.url) : undefined;
  if (url === undefined) throw refusal(wanted, 'it redirects to something that is no address');
  const objection = objectionTo(url, answer.url);
  if (objection !== undefined) throw refusal(wanted, `it redirects to ${url.origin}, and ${objection}`);
  const { authorization, ...others } = wanted.headers ?? {};
  const stays = authorization !== undefined && sameOrigin(url, answer.url);
  return { ...wanted, url, headers: stays ? { ...others, authorization } : others };
}
