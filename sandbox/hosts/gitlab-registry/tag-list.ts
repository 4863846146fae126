import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import type { GitLabRegistry } from './rules.js';
import { gitlabPage, type ListedTag, readGitLabQuery } from './tag-pages.js';

/** GET `/gitlab/v1/repositories/<path>/tags/list/`: the details of every tag, 100 or up to 1,000 a page. */
export function listGitLabTags(gitlab: GitLabRegistry, request: IncomingRequest, name: string): Answer {
  const query = readGitLabQuery(request.url.searchParams);
  if ('refusal' in query) return query.refusal;
  const tags: ListedTag[] = [...gitlab.registry.ledger.tagged(name)]
    .filter(([tag]) => (query.exact === undefined ? tag.includes(query.name) : tag === query.exact))
    .map(([tag, manifest]) => ({ name: tag, manifest, published: publishedAt(gitlab, name, tag, manifest) }));
  const { page, headers } = gitlabPage(request, query, tags);
  const shown = page.map((tag) => ({
    ...describe(gitlab, name, tag),
    ...(query.referrers && referrersOf(gitlab, name, tag.manifest.digest, query.referrerTypes)),
  }));
  return json(200, shown, headers);
}

function publishedAt(gitlab: GitLabRegistry, name: string, tag: string, manifest: LedgerManifest): Date {
  const dates = gitlab.tagDates.get(`${name}:${tag}`);
  return dates?.updated ?? dates?.created ?? manifest.created;
}

function describe(gitlab: GitLabRegistry, repository: string, { name, manifest, published }: ListedTag) {
  const { created, updated } = gitlab.tagDates.get(`${repository}:${name}`) ?? { created: published };
  const { config, size } = contentOf(manifest);
  return {
    name,
    digest: manifest.digest,
    ...(config !== undefined && { config_digest: config }),
    media_type: manifest.mediaType,
    size_bytes: size,
    created_at: created.toISOString(),
    ...(updated !== undefined && { updated_at: updated.toISOString() }),
    published_at: published.toISOString(),
  };
}

interface ReferrerManifest {
  readonly artifactType?: string;
  readonly config?: { readonly mediaType?: string };
}

/** Absent if none exist. */
function referrersOf(gitlab: GitLabRegistry, name: string, digest: string, types: readonly string[]) {
  const referrers = [...gitlab.registry.ledger.manifests(name).values()]
    .filter((manifest) => contentOf(manifest).subject === digest)
    .map((manifest) => {
      const content: ReferrerManifest = JSON.parse(manifest.bytes.toString('utf8'));
      return { artifactType: content.artifactType ?? content.config?.mediaType ?? '', digest: manifest.digest };
    })
    .filter(({ artifactType }) => types.length === 0 || types.includes(artifactType));
  return referrers.length === 0 ? {} : { referrers };
}
