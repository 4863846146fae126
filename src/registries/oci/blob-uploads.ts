import { type HttpAnswer, type HttpRequest, refusal } from '../../http/message.js';
import { refusalReason } from '../../http/url-policy.js';

const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * The address at which an upload continues: `Location`, absolute or relative to the request, its query kept to the letter.
 * @throws Failure (server) for one that is missing or must not be used
 */
export function uploadLocation(answer: HttpAnswer, request: HttpRequest, origin: URL): URL {
  const given = answer.header('location');
  if (given === undefined || !URL.canParse(given, request.url.href)) {
    throw refusal(request, `${answer.status} without a Location that can be used`);
  }
  const location = new URL(given, request.url);
  // Behind a proxy that ends TLS the registry may not know: https://github.com/distribution/distribution/issues/479
  if (location.protocol === 'http:' && origin.protocol === 'https:' && location.hostname === origin.hostname) {
    location.host = origin.host;
    location.protocol = origin.protocol;
  }
  const objection = refusalReason(location, origin);
  if (objection !== undefined)
    throw refusal(request, `it redirects the upload to ${location.origin}, and ${objection}`);
  return location;
}

/** The address with one more parameter; existing ones may be signed, and are not written anew. */
export function withQuery(url: URL, name: string, value: string): URL {
  const next = new URL(url);
  next.search = `${url.search === '' ? '?' : `${url.search}&`}${name}=${encodeURIComponent(value)}`;
  return next;
}

/** True if a status will be the same at the next try. An expired token (401) is worth one more. */
export function isLasting(status: number, attempt: number): boolean {
  return !passing.has(status) && !(status === 401 && attempt === 1);
}

/** The same chunks; `onError` is called where they end in an error of their own. */
export async function* observeErrors(
  chunks: AsyncIterable<Buffer>,
  onError: (error: unknown) => void,
): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    onError(error);
    throw error;
  }
}
