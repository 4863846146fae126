export const ociIndex = 'application/vnd.oci.image.index.v1+json';
const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
const schema1 = 'application/vnd.docker.distribution.manifest.v1+json';
/** Its digest is that of its payload, without the signatures. */
export const signedSchema1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws';

/** All four, on every manifest request: with fewer, a registry may convert, and answer with another digest. */
export const manifestTypes: readonly string[] = [ociIndex, dockerList, ociManifest, dockerManifest];

/** Manifests of former times that registries still hold. They are neither images nor indexes of today. */
const formerTypes: ReadonlyMap<string, string> = new Map([
  [signedSchema1, 'a signed Docker schema 1 manifest'],
  [schema1, 'a Docker schema 1 manifest'],
  ['application/vnd.oci.artifact.manifest.v1+json', 'an OCI artifact manifest'],
  ['application/vnd.cncf.oras.artifact.manifest.v1+json', 'an ORAS artifact manifest'],
]);

/** The media type without its parameters, lower case. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** True if a media type is that of a manifest that lists others. */
export function isIndexType(mediaType: string): boolean {
  return mediaType === ociIndex || mediaType === dockerList;
}

/** The name of a manifest format of former times, by its media type: `a Docker schema 1 manifest`. */
export function formerFormat(mediaType: string): string | undefined {
  return formerTypes.get(mediaType);
}

/** True if a media type is that of a Docker schema 1 manifest, signed or not. */
export function isSchema1(mediaType: string): boolean {
  return mediaType === schema1 || mediaType === signedSchema1;
}

/** True if `Content-Type` names a kind of manifest: some registries serve every manifest as `application/json`. */
export function isManifestType(mediaType: string): boolean {
  return manifestTypes.includes(mediaType) || formerTypes.has(mediaType);
}

/**
 * The kind of a manifest: by its own `mediaType`, then by the `Content-Type` if that names a manifest, then by its
 * members.
 * @param value the object that its bytes are
 * @returns undefined if none of them shows it
 */
export function manifestTypeOf(value: Record<string, unknown>, contentType: string | undefined): string | undefined {
  if (typeof value.mediaType === 'string' && value.mediaType !== '') return value.mediaType;
  const served = mediaTypeOf(contentType);
  return isManifestType(served) ? served : typeByMembers(value);
}

/** A document that could be read both as an index and as an image is neither (CVE-2021-41190). */
function typeByMembers({ schemaVersion, manifests, config, layers, fsLayers, signatures }: Record<string, unknown>) {
  if (schemaVersion === 1 && Array.isArray(fsLayers)) return Array.isArray(signatures) ? signedSchema1 : schema1;
  if (Array.isArray(manifests)) return config === undefined && layers === undefined ? ociIndex : undefined;
  return config === undefined ? undefined : ociManifest;
}
