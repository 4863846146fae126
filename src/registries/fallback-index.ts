import { digestOf } from '../images/digest.js';
import { isObject, type Manifest } from './manifest.js';

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
