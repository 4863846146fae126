import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import { badRequest } from './answers.js';
import { describeManifest, describeTag } from './descriptions.js';
import { type Acr, attributesOf, repositoryExists } from './state.js';

const PAGE = 100;
const LIMIT = 1000;
const ORDERS: Readonly<Record<string, number>> = { none: 0, timeasc: 1, timedesc: -1 };

interface Item {
  readonly key: string;
  readonly updated: Date;
  /** Described only if it is on the page: there may be thousands. */
  value(): object | string;
}

/** `/acr/v1/NAME/_tags[?digest=]`: the tags on one digest, or all. */
export function listTags(acr: Acr, name: string, request: IncomingRequest): Answer {
  const digest = request.url.searchParams.get('digest');
  const items = [...acr.registry.ledger.tagged(name)]
    .filter(([tag, manifest]) => (digest === null || manifest.digest === digest) && isListed(acr, `${name}:${tag}`))
    .map(([tag, manifest]) => ({
      key: tag,
      updated: manifest.tags.get(tag) ?? manifest.updated,
      value: () => describeTag(acr, name, tag, manifest),
    }));
  return page(request, items, (tags) => ({ registry: acr.loginServer, imageName: name, tags }));
}

/** `/acr/v1/NAME/_manifests`: the parts of an index too. */
export function listManifests(acr: Acr, name: string, request: IncomingRequest): Answer {
  const items = [...acr.registry.ledger.manifests(name).values()]
    .filter(({ digest }) => isListed(acr, `${name}@${digest}`))
    .map((manifest) => ({
      key: manifest.digest,
      updated: manifest.updated,
      value: () => describeManifest(acr, name, manifest),
    }));
  return page(request, items, (manifests) => ({ registry: acr.loginServer, imageName: name, manifests }));
}

/** `/acr/v1/_catalog` and `/v2/_catalog`. */
export function listRepositories(acr: Acr, request: IncomingRequest): Answer {
  const names = [...acr.repositories.keys()].filter((name) => repositoryExists(acr, name) && isListed(acr, name));
  const items = names.map((name) => ({ key: name, updated: new Date(0), value: () => name }));
  return page(request, items, (repositories) => ({ repositories }));
}

/** `/v2/NAME/tags/list`, which pages the same way. */
export function listNames(acr: Acr, name: string, request: IncomingRequest): Answer {
  if (!repositoryExists(acr, name)) return failure('NAME_UNKNOWN', 'repository name not known to registry', { name });
  const names = [...acr.registry.ledger.tagged(name).keys()].filter((tag) => isListed(acr, `${name}:${tag}`));
  const items = names.map((tag) => ({ key: tag, updated: new Date(0), value: () => tag }));
  return page(request, items, (tags) => ({ name, tags }));
}

function isListed(acr: Acr, key: string): boolean {
  return attributesOf(acr, key).listEnabled;
}

/**
 * One page, by name or by time. The next page starts after `last`, wherever that is now. A page has at most 1000 items,
 * whatever `n` is; an empty list is `null`.
 */
function page(
  request: IncomingRequest,
  items: readonly Item[],
  body: (values: readonly (object | string)[] | null) => object,
): Answer {
  const { pathname, searchParams: query } = request.url;
  const orderby = query.get('orderby') ?? '';
  const n = Number(query.get('n') ?? PAGE);
  const sign = ORDERS[orderby || 'none'];
  if (!(n >= 1)) return failure('PAGINATION_NUMBER_INVALID', 'invalid number of results requested');
  if (sign === undefined) return badRequest('the orderby is none of none, timeasc and timedesc');
  const from = following(items, sign, query.get('last'));
  const shown = from.slice(0, Math.min(LIMIT, n));
  const next = new URLSearchParams({ last: shown.at(-1)?.key ?? '', n: String(n), orderby });
  const link: Record<string, string> = shown.length < from.length ? { link: `<${pathname}?${next}>; rel="next"` } : {};
  return json(200, body(shown.length === 0 ? null : shown.map(({ value }) => value())), link);
}

function following(items: readonly Item[], sign: number, last: string | null): readonly Item[] {
  const byName = (one: Item, other: Item): number => (one.key < other.key ? -1 : 1);
  if (sign === 0) return items.filter(({ key }) => key > (last ?? '')).sort(byName);
  const sorted = [...items].sort(
    (one, other) => sign * (one.updated.getTime() - other.updated.getTime()) || byName(one, other),
  );
  return sorted.slice(sorted.findIndex(({ key }) => key === last) + 1);
}
