import { isDigest } from '../../images/digest.js';
import { Failure } from '../../lib/errors.js';
import { isObject } from '../../lib/json.js';
import { type Manifest, readDescriptor, type SizedDescriptor } from './manifest.js';

/** The object that a manifest's bytes are. @throws nothing for bytes that were parsed as a manifest before */
export function objectOf({ bytes }: Pick<Manifest, 'bytes'>): Record<string, unknown> {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  return isObject(value) ? value : {};
}

/**
 * The blobs that a manifest needs, each once: config and layers of an image, blobs of an artifact manifest. Not those
 * that may not be distributed, and are fetched from elsewhere (`urls`).
 * @throws Failure (server) for an entry that is not a descriptor with a size
 */
export function blobsOf(manifest: Manifest): readonly SizedDescriptor[] {
  if (manifest.content.kind === 'index') return [];
  const { config, layers, blobs: attached } = objectOf(manifest);
  const listed = Array.isArray(attached) ? attached : [config, ...(Array.isArray(layers) ? layers : [])];
  const entries = listed.filter((entry) => !isForeign(entry));
  const blobs = new Map(entries.map((entry) => sized(entry, manifest)).map((blob) => [blob.digest, blob]));
  return [...blobs.values()];
}

/**
 * The digests of the layers of a Docker schema 1 manifest, each once; it has no config and names no sizes.
 * @throws Failure (server) for an entry without a digest
 */
export function schema1Layers(manifest: Manifest): readonly string[] {
  const { fsLayers } = objectOf(manifest);
  const sums = (Array.isArray(fsLayers) ? fsLayers : []).map((layer) => (isObject(layer) ? layer.blobSum : undefined));
  const digests = sums.filter((sum): sum is string => typeof sum === 'string' && isDigest(sum));
  if (digests.length < sums.length) throw unusable(manifest);
  return [...new Set(digests)];
}

/**
 * `application/vnd.docker.image.rootfs.foreign.diff.tar.gzip`,
 * `application/vnd.oci.image.layer.nondistributable.v1.tar`.
 */
function isForeign(entry: unknown): boolean {
  if (!isObject(entry) || typeof entry.mediaType !== 'string') return false;
  return /\.(?:foreign|nondistributable)\./.test(entry.mediaType) && Array.isArray(entry.urls) && entry.urls.length > 0;
}

function sized(entry: unknown, manifest: Manifest): SizedDescriptor {
  const descriptor = readDescriptor(entry);
  const { size } = descriptor ?? {};
  if (descriptor !== undefined && size !== undefined && Number.isSafeInteger(size) && size >= 0) {
    return { ...descriptor, size };
  }
  throw unusable(manifest);
}

function unusable({ descriptor }: Manifest): Failure {
  return new Failure('server', {
    operation: `the manifest ${descriptor.digest}`,
    reason: 'it lists a blob without a digest or a size that can be used',
    advice: 'Push the image again.',
  });
}
