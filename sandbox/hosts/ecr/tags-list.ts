import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import { pageOf } from './images.js';

const LIMIT = 1000;

/** GET `tags/list`: in no order, and the `last` of the next page is a token, no tag. */
export function ecrTagsList(request: IncomingRequest, name: string, tags: readonly string[]): Answer {
  const query = request.url.searchParams;
  const n = query.get('n');
  const last = query.get('last');
  if (n !== null && Number(n) > LIMIT) {
    const words = `Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less than or equal to ${LIMIT}'`;
    return failure('UNSUPPORTED', words);
  }
  const page = pageOf(
    // Reversed names are as good an order as any, and no client expects it.
    tags.map((tag) => [[...tag].reverse().join(''), tag] as const),
    { ...(n !== null && { maxResults: Number(n) }), ...(last !== null && { nextToken: last }) },
  );
  if ('failure' in page) return failure('UNSUPPORTED', page.message);
  const headers: Record<string, string> = {};
  if (page.next !== undefined) {
    const next = new URLSearchParams({ last: page.next.nextToken, ...(n !== null && { n }) });
    headers.link = `<https://${request.host}/v2/${name}/tags/list?${next}>; rel="next"`;
  }
  return json(200, { name, tags: page.values }, headers);
}
