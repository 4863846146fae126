import type { IncomingRequest } from '../exchange.js';

/** The way in which a host numbers the pages of its lists. */
export interface Paging {
  /** The name of the query's value for the entries of a page. */
  readonly size: string;
  readonly usual: number;
  readonly most: number;
}

/** One page of a list by its number, from 1. */
export function pageByNumber<T>(request: IncomingRequest, all: readonly T[], { size, usual, most }: Paging) {
  const number = (key: string, otherwise: number): number => Number(request.url.searchParams.get(key)) || otherwise;
  const count = Math.min(most, Math.max(1, number(size, usual)));
  const page = Math.max(1, number('page', 1));
  const isLast = page * count >= all.length;
  const next = new URL(request.path, `https://${request.host}`);
  next.searchParams.set('page', String(page + 1));
  const link: Record<string, string> = isLast ? {} : { link: `<${next.href}>; rel="next"` };
  return { items: all.slice((page - 1) * count, page * count), nextPage: isLast ? '' : String(page + 1), link };
}
