import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import type { LedgerManifest } from '../../registries/ledger.js';

const PAGE = 100;
const PAGE_LIMIT = 1000;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const PART_OF_TAG = /^[a-zA-Z0-9._-]{1,128}$/;

export interface ListedTag {
  readonly name: string;
  readonly manifest: LedgerManifest;
  readonly published: Date;
}

export interface GitLabQuery {
  readonly size: number;
  readonly last: string | undefined;
  readonly before: string | undefined;
  /** A part of the name. */
  readonly name: string;
  readonly exact: string | undefined;
  readonly sortBy: 'name' | 'published_at';
  readonly descending: boolean;
  readonly referrers: boolean;
  readonly referrerTypes: readonly string[];
}

/** Reads the query of a request for tags; 400 for a value that the specification does not allow. */
export function readGitLabQuery(query: URLSearchParams): GitLabQuery | { readonly refusal: Answer } {
  const n = query.get('n') ?? String(PAGE);
  if (!/^[+-]?\d+$/.test(n)) return invalid('TYPE', "the 'n' query parameter must be set to one of the types: int");
  if (Number(n) < 1 || Number(n) > PAGE_LIMIT) {
    return invalid('VALUE', `the 'n' query parameter value must be between 1 and ${PAGE_LIMIT}`);
  }
  for (const [one, other] of [
    ['last', 'before'],
    ['name', 'name_exact'],
  ] as const) {
    if (query.has(one) && query.has(other)) return invalid('VALUE', `keys: [${one} ${other}] are mutually exclusive`);
  }
  const [, minus, sortBy = ''] = /^(-?)(.*)$/.exec(query.get('sort') ?? 'name') ?? [];
  if (sortBy !== 'name' && sortBy !== 'published_at') {
    return invalid(
      'VALUE',
      "the 'sort' query parameter must be set to one of: -name, name, -published_at, published_at",
    );
  }
  for (const key of ['last', 'before', 'name_exact', 'name'] as const) {
    const value = query.get(key) ?? undefined;
    const tag = value === undefined || key.startsWith('name') ? value : readMarker(value).name;
    const pattern = key === 'name' ? PART_OF_TAG : TAG;
    if (tag !== undefined && !pattern.test(tag)) {
      return invalid('VALUE', `the '${key}' query parameter value must match the pattern '${pattern.source}'`);
    }
  }
  return {
    size: Number(n),
    last: query.get('last') ?? undefined,
    before: query.get('before') ?? undefined,
    name: query.get('name') ?? '',
    exact: query.get('name_exact') ?? undefined,
    sortBy,
    descending: minus === '-',
    referrers: query.get('referrers') === 'true',
    referrerTypes: (query.get('referrer_type') ?? '').split(',').filter((type) => type !== ''),
  };
}

/** One page in the requested order, with a `Link` to the next and the previous one. */
export function gitlabPage(request: IncomingRequest, query: GitLabQuery, tags: readonly ListedTag[]) {
  const order = inOrder(query);
  const sorted = [...tags].sort(order);
  const marked = (marker: string) => ({ published: new Date(0), ...readMarker(marker) });
  const { last, before, size } = query;
  const after = last === undefined ? sorted : sorted.filter((tag) => order(tag, marked(last)) > 0);
  const upTo = before === undefined ? after : sorted.filter((tag) => order(tag, marked(before)) < 0);
  const page = before === undefined ? after.slice(0, size) : upTo.slice(-size);
  const [first, final] = [page.at(0), page.at(-1)];
  if (first === undefined || final === undefined) return { page, headers: {} };
  const links = [
    ...(first === sorted[0] ? [] : [link('before', first, 'previous')]),
    ...(final === sorted.at(-1) ? [] : [link('last', final, 'next')]),
  ];
  return { page, headers: links.length === 0 ? {} : { link: links.join(', ') } };

  function link(key: 'before' | 'last', tag: ListedTag, rel: string): string {
    const url = new URL(request.path, `https://${request.host}`);
    url.searchParams.delete('last');
    url.searchParams.delete('before');
    url.searchParams.set('n', String(size));
    url.searchParams.set(key, query.sortBy === 'name' ? tag.name : writeMarker(tag));
    return `<${url.href}>; rel="${rel}"`;
  }
}

type Place = Pick<ListedTag, 'name' | 'published'>;

function inOrder({ sortBy, descending }: GitLabQuery): (one: Place, other: Place) => number {
  const byName = (one: Place, other: Place) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
  const byDate = (one: Place, other: Place) =>
    one.published.getTime() - other.published.getTime() || byName(one, other);
  const ascending = sortBy === 'name' ? byName : byDate;
  return (one, other) => (descending ? -ascending(one, other) : ascending(one, other));
}

/** `base64(TIMESTAMP|TAG)`, for tags in the order of their dates. */
function writeMarker({ name, published }: Place): string {
  return Buffer.from(`${published.toISOString()}|${name}`).toString('base64');
}

function readMarker(marker: string): { readonly name: string; readonly published?: Date } {
  const [date = '', name] = Buffer.from(marker, 'base64').toString('utf8').trim().split('|');
  return name === undefined || Number.isNaN(Date.parse(date)) ? { name: marker } : { name, published: new Date(date) };
}

function invalid(what: 'TYPE' | 'VALUE', detail: string): { readonly refusal: Answer } {
  const message = `invalid query parameter value${what === 'TYPE' ? ' type' : ''}`;
  return { refusal: json(400, { errors: [{ code: `INVALID_QUERY_PARAMETER_${what}`, message, detail }] }) };
}
