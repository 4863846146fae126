import { digestOf } from '../../src/images/digest.js';

export const ociIndex = 'application/vnd.oci.image.index.v1+json';
export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociConfig = 'application/vnd.oci.image.config.v1+json';
export const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';

export const shaA = `sha256:${'a'.repeat(64)}`;
export const shaB = `sha256:${'b'.repeat(64)}`;

/** The bytes of a JSON document and their digest. */
export function documentOf(value: unknown): { bytes: Buffer; digest: string } {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, digest: digestOf(bytes) };
}

/** An image's manifest as an object. */
export function imageManifest(config = shaA, more: object = {}) {
  return {
    schemaVersion: 2,
    mediaType: ociManifest,
    config: { mediaType: ociConfig, digest: config, size: 2 },
    layers: [],
    ...more,
  };
}

/** An index as an object. */
export function imageIndex(manifests: readonly object[], more: object = {}) {
  return { schemaVersion: 2, mediaType: ociIndex, manifests, ...more };
}

/** A Docker schema 1 manifest with a signature, and its digest, which is that of the payload alone. */
export function signedSchema1(tag: string): { bytes: Buffer; digest: string } {
  const payload = JSON.stringify({ schemaVersion: 1, name: 'acme/app', tag, fsLayers: [], history: [] }, undefined, 3);
  const format = { formatLength: payload.length - 2, formatTail: Buffer.from('\n}').toString('base64url') };
  const signature = { signature: 'x', protected: Buffer.from(JSON.stringify(format)).toString('base64url') };
  const bytes = Buffer.from(`${payload.slice(0, -2)},\n   "signatures": [${JSON.stringify(signature)}]\n}`);
  return { bytes, digest: digestOf(Buffer.from(payload)) };
}
