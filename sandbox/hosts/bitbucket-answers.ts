import { type Answer, type IncomingRequest, json } from '../exchange.js';

/** Bitbucket's error body. `detail` is a sentence, or names the missing scopes. */
export function failed(
  status: number,
  message: string,
  more: { readonly detail?: unknown; readonly data?: unknown } = {},
): Answer {
  return json(status, { type: 'error', error: { message, ...more } });
}

/** A page of a list; the default `pagelen` is 10. */
export function pagedValues(all: readonly unknown[], request: IncomingRequest, most: number): Answer {
  const query = request.url.searchParams;
  const pagelen = Math.min(most, Math.max(1, Number(query.get('pagelen')) || 10));
  const page = Math.max(1, Number(query.get('page')) || 1);
  const next = new URL(request.path, 'https://api.bitbucket.org');
  next.searchParams.set('page', String(page + 1));
  const values = all.slice((page - 1) * pagelen, page * pagelen);
  const more = page * pagelen < all.length && { next: next.href };
  return json(200, { size: all.length, page, pagelen, values, ...more });
}
