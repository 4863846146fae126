import { digestOf } from '../../images/digest.js';
import { isObject, parseJson } from '../../lib/json.js';
import type { Manifest } from './manifest.js';
import { ociIndex } from './media-types.js';

/**
 * Where a registry has no referrers API, clients keep the referrers of a manifest in an index at a tag made of its
 * digest (OCI distribution specification 1.1, "referrers tag schema").
 */

type Document = Pick<Manifest, 'bytes' | 'descriptor'>;

/** One of them in such an index. Fields that are not known here stay as they are. */
export type ReferrerEntry = Readonly<Record<string, unknown>>;

/** The tag for the referrers of this manifest: `sha256-<hex>`. */
export function referrersTag(digest: string): string {
  const [algorithm = '', hex = ''] = digest.split(':');
  return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}

/** True if a tag is such a tag. */
export function isReferrersTag(tag: string): boolean {
  return /^sha(?:256|512)-[0-9a-f]{64}$/.test(tag);
}

/** The entry of this manifest in a list of referrers (distribution specification, "listing referrers"). */
export function referrerEntry({ bytes, descriptor }: Document): ReferrerEntry {
  const { artifactType, config, annotations } = objectOf(bytes);
  const type = artifactType ?? (isObject(config) ? config.mediaType : undefined);
  return {
    mediaType: descriptor.mediaType,
    digest: descriptor.digest,
    size: bytes.length,
    ...(typeof type === 'string' ? { artifactType: type } : {}),
    ...(isObject(annotations) ? { annotations } : {}),
  };
}

/** The entries of an index, as they are in it. */
export function entriesOf({ bytes }: Pick<Document, 'bytes'>): readonly ReferrerEntry[] {
  const { manifests } = objectOf(bytes);
  return Array.isArray(manifests) ? manifests.filter(isObject) : [];
}

/**
 * An index of referrers with these too, all else as it was.
 * @param index undefined if none exists yet
 * @returns undefined when it lists all of them
 */
export function withReferrers(index: Document | undefined, referrers: readonly ReferrerEntry[]): Document | undefined {
  const listed = index === undefined ? [] : entriesOf(index);
  const known = new Set(listed.map(({ digest }) => digest));
  const added = referrers.filter(({ digest }) => !known.has(digest));
  if (added.length === 0) return undefined;
  const value = index === undefined ? { schemaVersion: 2, mediaType: ociIndex } : objectOf(index.bytes);
  return documentOf({ ...value, manifests: [...listed, ...added] }, index?.descriptor.mediaType ?? ociIndex);
}

/**
 * An index of referrers without one of them, all else as it was (specification, "deleting manifests").
 * @returns undefined when it does not list that one
 */
export function withoutReferrer(index: Document, digest: string): Document | undefined {
  const listed = entriesOf(index);
  const manifests = listed.filter((entry) => entry.digest !== digest);
  if (manifests.length === listed.length) return undefined;
  return documentOf({ ...objectOf(index.bytes), manifests }, index.descriptor.mediaType);
}

function documentOf(value: object, mediaType: string): Document {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length } };
}

function objectOf(bytes: Buffer): Record<string, unknown> {
  const value = parseJson(bytes);
  return isObject(value) ? value : {};
}
