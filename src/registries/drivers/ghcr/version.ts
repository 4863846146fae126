import { timeOf } from '../../../images/date.js';
import { digestIn } from '../../json-values.js';
import { isObject } from '../../oci/manifest.js';

/** A manifest in ghcr.io with all its tags: the children of an index are versions of their own, without tags. */
export interface PackageVersion {
  readonly id: number;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly created: Date;
  readonly updated: Date;
}

/** The `package-version` of the API. What says nothing of its tags must not be taken for one without. */
export function readVersion(value: unknown): PackageVersion | undefined {
  if (!isObject(value) || !isObject(value.metadata) || !isObject(value.metadata.container)) return undefined;
  const { id } = value;
  const { tags } = value.metadata.container;
  const digest = digestIn(value.name);
  const created = timeOf(value.created_at);
  const updated = timeOf(value.updated_at);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || digest === undefined) return undefined;
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return undefined;
  if (created === undefined || updated === undefined) return undefined;
  return { id, digest, tags, created, updated };
}
