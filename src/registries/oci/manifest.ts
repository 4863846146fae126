import { digestIn, digestOf } from '../../images/digest.js';
import { isObject, parseJson, textOf } from '../../lib/json.js';
import { formerFormat, isIndexType, manifestTypeOf } from './media-types.js';

/** A reference to content: OCI image specification, "content descriptors". */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes; undefined if the registry did not report it. */
  readonly size?: number | undefined;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Only in an index; as it is written there, not normalized. */
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

/** A blob's descriptor whose size is known: without it nothing can be sent or resumed. */
export type SizedDescriptor = Descriptor & { readonly size: number };

/** A tag or a digest. */
export type Reference = string;

/** A manifest as it was read: its bytes, whose digest has been verified, and what is in them. */
export interface Manifest {
  readonly descriptor: Descriptor;
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
  /** The type of an artifact that is not a container image: a chart, a signature. */
  readonly artifactType: string | undefined;
  /** The digest of the manifest that it refers to; undefined for one that is not a referrer. */
  readonly subject: string | undefined;
  readonly content: Index | Image | FormerManifest;
}

interface Index {
  readonly kind: 'index';
  readonly manifests: readonly Descriptor[];
}

interface Image {
  readonly kind: 'image';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** Docker schema 1, or an artifact manifest. It lists no manifests, and its subject is all that it refers to. */
interface FormerManifest {
  readonly kind: 'former';
  /** `a Docker schema 1 manifest` */
  readonly format: string;
}

/** The most bytes of a manifest (OCI distribution specification, "pushing manifests": registries should take 4 MiB). */
export const manifestLimit = 4 * 1024 * 1024;

/** The maximum depth of nested indexes. */
export const depthLimit = 4;

/**
 * Reads a manifest's bytes. The content determines its kind; `Content-Type` is used only if the content does not.
 * @param digest as it was verified; of a signed schema 1 manifest that is not the digest of the bytes
 * @returns undefined when these bytes are not a manifest that is known
 */
export function parseManifest(
  bytes: Buffer,
  contentType: string | undefined,
  digest = digestOf(bytes),
): Manifest | undefined {
  const value = parseJson(bytes);
  const mediaType = isObject(value) ? manifestTypeOf(value, contentType) : undefined;
  if (!isObject(value) || mediaType === undefined) return undefined;
  const content = contentOf(value, mediaType);
  if (content === undefined) return undefined;
  return {
    descriptor: { mediaType, digest, size: bytes.length },
    bytes,
    annotations: texts(value.annotations),
    artifactType: textOf(value.artifactType),
    subject: readDigest(value.subject),
    content,
  };
}

function contentOf(value: Record<string, unknown>, mediaType: string): Manifest['content'] | undefined {
  const format = formerFormat(mediaType);
  if (format !== undefined) return { kind: 'former', format };
  if (value.schemaVersion !== 2) return undefined;
  if (isIndexType(mediaType)) {
    const manifests = Array.isArray(value.manifests) ? value.manifests.map(readDescriptor) : [undefined];
    return manifests.every((one) => one !== undefined) ? { kind: 'index', manifests } : undefined;
  }
  const config = readDescriptor(value.config);
  if (config === undefined) return undefined;
  const layers = Array.isArray(value.layers) ? value.layers.map(readDescriptor) : [];
  return { kind: 'image', config, layers: layers.filter((layer) => layer !== undefined) };
}

/** True if a descriptor leads to an index, which lists manifests, and not to an image. */
export function isIndex(descriptor: Descriptor): boolean {
  return isIndexType(descriptor.mediaType);
}

/** A descriptor as it is in a manifest; undefined when it is none, or its digest cannot be verified. */
export function readDescriptor(value: unknown): Descriptor | undefined {
  if (!isObject(value)) return undefined;
  const { size } = value;
  const digest = digestIn(value.digest);
  const mediaType = textOf(value.mediaType);
  // A digest becomes part of an address: anything else would request something else.
  if (mediaType === undefined || digest === undefined) return undefined;
  const platform = readPlatform(value.platform);
  return {
    mediaType,
    digest,
    size: typeof size === 'number' ? size : undefined,
    annotations: texts(value.annotations),
    ...(platform === undefined ? {} : { platform }),
  };
}

/** The platform that an index has for an image, or a config for itself; undefined where it has none. */
export function readPlatform(value: unknown): Descriptor['platform'] {
  const { os, architecture, variant } = isObject(value) ? value : {};
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined;
  return { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) };
}

function readDigest(descriptor: unknown): string | undefined {
  return isObject(descriptor) ? digestIn(descriptor.digest) : undefined;
}

/** The entries of an object whose values are strings; labels and annotations have no others. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
