import { digestOf, isDigest } from '../images/digest.js';
import { isObject, type Manifest } from './manifest.js';

/** The digest of the manifest that this one refers to; undefined for one that is no referrer. */
export function subjectOf({ bytes }: Pick<Manifest, 'bytes'>): string | undefined {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  const subject = isObject(value) && isObject(value.subject) ? value.subject.digest : undefined;
  return typeof subject === 'string' && isDigest(subject) ? subject : undefined;
}

/**
 * An index of referrers without one of them, all else as it was (OCI distribution specification, "deleting manifests").
 * @returns undefined when it does not list that one
 */
export function withoutReferrer(index: Manifest, digest: string): Pick<Manifest, 'bytes' | 'descriptor'> | undefined {
  const value: unknown = JSON.parse(index.bytes.toString('utf8'));
  if (!isObject(value) || !Array.isArray(value.manifests)) return undefined;
  const manifests = value.manifests.filter((entry) => !isObject(entry) || entry.digest !== digest);
  if (manifests.length === value.manifests.length) return undefined;
  const bytes = Buffer.from(JSON.stringify({ ...value, manifests }));
  return { bytes, descriptor: { ...index.descriptor, digest: digestOf(bytes), size: bytes.length } };
}
