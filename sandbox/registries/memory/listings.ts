import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { failure } from '../errors.js';
import type { Store } from './store.js';

const CATALOG_PAGE = 100;
const CATALOG_LIMIT = 1000;

/** GET `/v2/<name>/tags/list[?n=&last=]`: everything when `n` is absent, in ASCII order. */
export function listTags(store: Store, name: string, request: IncomingRequest): Answer {
  const repository = store.get(name);
  if (repository === undefined) return failure('NAME_UNKNOWN', 'repository name not known to registry', { name });
  const asked = namePage([...repository.tags.keys()], request, Number.POSITIVE_INFINITY);
  if (asked === undefined) return failure('PAGINATION_NUMBER_INVALID', 'invalid number of results requested');
  return json(200, { name, tags: asked.values }, asked.headers);
}

/** GET `/v2/_catalog[?n=&last=]`: 100 names a page, 1,000 at most. */
export function listRepositories(store: Store, request: IncomingRequest): Answer {
  if (Number(request.url.searchParams.get('n') ?? 0) > CATALOG_LIMIT) {
    return failure('PAGINATION_NUMBER_INVALID', 'invalid number of results requested');
  }
  const asked = namePage([...store.keys()], request, CATALOG_PAGE);
  if (asked === undefined) return failure('PAGINATION_NUMBER_INVALID', 'invalid number of results requested');
  return json(200, { repositories: asked.values }, asked.headers);
}

export interface NamePage {
  readonly values: string[];
  readonly headers: Record<string, string>;
}

/**
 * One page of names in ASCII order, by the `n` and `last` of the request; `undefined` where `n` is not a number.
 * @param size of a page where the request has no `n`
 */
export function namePage(values: readonly string[], request: IncomingRequest, size: number): NamePage | undefined {
  const query = request.url.searchParams;
  const n = query.get('n');
  if (n !== null && !/^\d+$/.test(n)) return undefined;
  const last = query.get('last') ?? '';
  const left = values.filter((value) => value > last).sort();
  const taken = left.slice(0, n === null ? size : Number(n));
  const next = taken.at(-1);
  if (next === undefined || taken.length === left.length) return { values: taken, headers: {} };
  const link = `<${request.url.pathname}?n=${taken.length}&last=${encodeURIComponent(next)}>; rel="next"`;
  return { values: taken, headers: { link } };
}
