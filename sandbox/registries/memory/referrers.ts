import { type Answer, json } from '../../exchange.js';
import { failure } from '../errors.js';
import { isDigest, type Store, type StoredManifest } from './store.js';

const INDEX = 'application/vnd.oci.image.index.v1+json';

/** GET `/v2/<name>/referrers/<digest>[?artifactType=]`: an index of the manifests whose `subject` is that digest. */
export function listReferrers(store: Store, name: string, digest: string, artifactType: string | null): Answer {
  if (!isDigest(digest)) return failure('DIGEST_INVALID', 'not a digest', { digest });
  const all = [...(store.get(name)?.manifests.values() ?? [])].flatMap((manifest) => referrer(manifest, digest));
  const manifests = artifactType === null ? all : all.filter((entry) => entry.artifactType === artifactType);
  const headers: Record<string, string> = { 'content-type': INDEX };
  if (artifactType !== null) headers['oci-filters-applied'] = 'artifactType';
  return json(200, { schemaVersion: 2, mediaType: INDEX, manifests }, headers);
}

interface ReferrerManifest {
  readonly artifactType?: string;
  readonly config?: { readonly mediaType?: string };
  readonly subject?: { readonly digest?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

const parsed = new WeakMap<StoredManifest, ReferrerManifest>();

/** Parsed once: a large repository gets requests for the referrers of thousands of manifests. */
function contentOf(manifest: StoredManifest): ReferrerManifest {
  const content: ReferrerManifest = parsed.get(manifest) ?? JSON.parse(manifest.bytes.toString('utf8'));
  parsed.set(manifest, content);
  return content;
}

function referrer(manifest: StoredManifest, subject: string) {
  const content = contentOf(manifest);
  if (content.subject?.digest !== subject) return [];
  const artifactType = content.artifactType ?? content.config?.mediaType;
  return [
    {
      mediaType: manifest.mediaType,
      digest: manifest.digest,
      size: manifest.bytes.length,
      ...(artifactType !== undefined && { artifactType }),
      ...(content.annotations !== undefined && { annotations: content.annotations }),
    },
  ];
}
