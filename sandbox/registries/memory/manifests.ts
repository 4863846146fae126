import { buffer } from 'node:stream/consumers';
import type { Answer, IncomingRequest } from '../../exchange.js';
import { failure } from '../errors.js';
import {
  digestLike,
  isDigest,
  type Store,
  type StoredManifest,
  type StoredRepository,
  sha256,
  writable,
} from './store.js';

const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const SIZE_LIMIT = 4 * 1024 * 1024;

interface Descriptor {
  readonly digest?: string;
  readonly urls?: readonly string[];
}

/** The parts of a manifest or index that the registry itself looks at. */
interface ManifestLinks {
  readonly schemaVersion?: number;
  readonly mediaType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
}

/** GET and HEAD `/v2/<name>/manifests/<tag or digest>`. */
export function readManifest(store: Store, name: string, reference: string): Answer {
  const repository = store.get(name);
  if (repository === undefined) return failure('NAME_UNKNOWN', 'repository name not known to registry', { name });
  const manifest = find(repository, reference);
  if (manifest === undefined) return failure('MANIFEST_UNKNOWN', 'manifest unknown', { reference });
  const headers = {
    'content-type': manifest.mediaType,
    'docker-content-digest': manifest.digest,
    etag: `"${manifest.digest}"`,
  };
  return { status: 200, headers, body: manifest.bytes };
}

/** PUT `/v2/<name>/manifests/<tag or digest>`: everything the manifest lists must be there already, a subject need not. */
export async function writeManifest(
  store: Store,
  name: string,
  reference: string,
  request: IncomingRequest,
): Promise<Answer> {
  const bytes = await buffer(request.body);
  if (bytes.length > SIZE_LIMIT) return failure('MANIFEST_INVALID', 'manifest too large', null, 413);
  if (isDigest(reference)) {
    if (digestLike(reference, bytes) !== reference)
      return failure('DIGEST_INVALID', 'digest does not match the manifest');
  } else if (!TAG.test(reference)) {
    return failure('MANIFEST_INVALID', 'neither a tag nor a digest', { reference });
  }
  const links = parse(bytes);
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim() ?? links?.mediaType;
  if (links?.schemaVersion !== 2 || mediaType === undefined || !(links.config ?? links.manifests))
    return failure('MANIFEST_INVALID', 'manifest invalid');
  if (links.mediaType !== undefined && links.mediaType !== mediaType) {
    return failure('MANIFEST_INVALID', 'the Content-Type is not the mediaType of the manifest');
  }
  const repository = store.get(name);
  const missing = missingLinks(repository, links);
  if (missing.length > 0) return failure('MANIFEST_BLOB_UNKNOWN', 'blob unknown to registry', { digests: missing });

  const digest = isDigest(reference) ? reference : sha256(bytes);
  const target = writable(store, name);
  target.manifests.set(digest, { digest, mediaType, bytes });
  if (!isDigest(reference)) target.tags.set(reference, digest);
  const headers: Record<string, string> = {
    location: `/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
  };
  if (links.subject?.digest !== undefined) headers['oci-subject'] = links.subject.digest;
  return { status: 201, headers };
}

/** DELETE: a tag alone, or a digest together with every tag on it. */
export function deleteManifest(store: Store, name: string, reference: string): Answer {
  const repository = store.get(name);
  if (repository === undefined) return failure('NAME_UNKNOWN', 'repository name not known to registry', { name });
  if (find(repository, reference) === undefined) return failure('MANIFEST_UNKNOWN', 'manifest unknown', { reference });
  if (isDigest(reference)) {
    repository.manifests.delete(reference);
    for (const [tag, digest] of repository.tags) if (digest === reference) repository.tags.delete(tag);
  } else {
    repository.tags.delete(reference);
  }
  return { status: 202 };
}

function find(repository: StoredRepository, reference: string): StoredManifest | undefined {
  const digest = isDigest(reference) ? reference : repository.tags.get(reference);
  return digest === undefined ? undefined : repository.manifests.get(digest);
}

function parse(bytes: Buffer): ManifestLinks | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function missingLinks(repository: StoredRepository | undefined, links: ManifestLinks): string[] {
  const blobs = [links.config, ...(links.layers ?? [])].filter((link) => link?.urls === undefined);
  const missing = blobs
    .map((link) => link?.digest)
    .filter((digest) => digest !== undefined && !repository?.blobs.has(digest));
  for (const child of links.manifests ?? []) {
    if (child.digest !== undefined && !repository?.manifests.has(child.digest)) missing.push(child.digest);
  }
  return missing.filter((digest) => digest !== undefined);
}
