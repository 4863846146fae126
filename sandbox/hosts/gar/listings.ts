import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import { namePage } from '../../registries/memory/listings.js';
import type { Gar } from './rules.js';

/** The zero time of Go in milliseconds: what Artifact Registry has for a config without `created`. */
const NO_DATE = '-62135596800000';
const CATALOG_PAGE = 100;
const EVERYTHING = Number.POSITIVE_INFINITY;

/**
 * GET `/v2/<name>/tags/list`: besides the tags, the map `manifest` with every manifest of the image, and `child`, the
 * images one level below. Without `n` the answer is whole. With `n` Artifact Registry pages: the map holds the manifests
 * of the page's tags, and on the last page the untagged manifests too.
 */
export function garListings(gar: Gar) {
  const { registry } = gar;

  /** The date in the config, which the publisher chose. */
  function createdMs(name: string, config: string | undefined): string {
    const blob =
      registry.contents
        .get(name)
        ?.blobs.get(config ?? '')
        ?.toString('utf8') ?? '';
    const date = Date.parse(/^\{/.test(blob) ? JSON.parse(blob).created : '');
    return Number.isNaN(date) ? NO_DATE : String(date);
  }

  function describe(name: string, host: string, manifest: LedgerManifest) {
    const content = contentOf(manifest);
    const uploaded = manifest.created.getTime();
    return {
      imageSizeBytes: String(content.size),
      ...(isGcr(host) && { layerId: '' }),
      mediaType: manifest.mediaType,
      tag: [...manifest.tags.keys()],
      timeCreatedMs: createdMs(name, content.config),
      // A string almost everywhere; go-containerregistry has met a number too.
      timeUploadedMs: host.startsWith('us-') ? uploaded : String(uploaded),
    };
  }

  function childrenOf(name: string): string[] {
    const below = [...gar.repositories.keys()].filter((image) => image.startsWith(`${name}/`));
    return [...new Set(below.map((image) => image.slice(name.length + 1).split('/')[0] ?? ''))].sort();
  }

  return {
    tags(request: IncomingRequest, name: string): Answer {
      const manifests = [...registry.ledger.manifests(name).values()];
      const child = childrenOf(name);
      if (manifests.length === 0 && child.length === 0 && !isGcr(request.host)) {
        return failure('NAME_UNKNOWN', `Package "${name.split('/').slice(2).join('/')}" not found`, undefined);
      }
      const tagged = registry.ledger.tagged(name);
      const page = namePage([...tagged.keys()], isGcr(request.host) ? withoutQuery(request) : request, EVERYTHING);
      if (page === undefined) return failure('PAGINATION_NUMBER_INVALID', 'invalid page size', undefined);
      const digests = new Set(page.values.map((tag) => tagged.get(tag)?.digest));
      const last = page.headers.link === undefined;
      const shown = manifests.filter(({ digest, tags }) => digests.has(digest) || (last && tags.size === 0));
      const entries = shown.map((manifest) => [manifest.digest, describe(name, request.host, manifest)] as const);
      return json(200, { child, manifest: Object.fromEntries(entries), name, tags: page.values }, page.headers);
    },
    /** GET `/v2/_catalog`, of all projects. */
    catalog(request: IncomingRequest, principal: string | undefined): Answer {
      if (principal === undefined || !gar.catalogReaders.has(principal)) {
        return failure('DENIED', 'The caller does not have permission', undefined);
      }
      const page = namePage([...gar.repositories.keys()], request, CATALOG_PAGE);
      if (page === undefined) return failure('PAGINATION_NUMBER_INVALID', 'invalid page size', undefined);
      return json(200, { repositories: page.values }, page.headers);
    },
  };
}

/** Container Registry has the field `layerId`, ignores `n`, and returns an empty list for a name that does not exist. */
function isGcr(host: string): boolean {
  return host.endsWith('gcr.io');
}

function withoutQuery(request: IncomingRequest): IncomingRequest {
  return { ...request, url: new URL(request.url.pathname, request.url) };
}
