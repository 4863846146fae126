import { plausibleDate } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject, textOf } from '../../../lib/json.js';
import type { ListedManifest, RepositorySummary } from '../driver.js';

/** A tag on its manifest, as Quay's list has it (quay/quay, endpoints/api/tag.py). */
export interface QuayTag {
  readonly name: string;
  readonly digest: string;
  /** An index has children, and its size is not in the list. */
  readonly isIndex: boolean;
  /** Bytes, compressed. */
  readonly size: number | undefined;
  /** Since when the tag is on this manifest. */
  readonly start: Date | undefined;
  /** Absent in servers before 3.16. */
  readonly immutable: boolean;
}

/** undefined for an entry that is not a tag; an entry without the field may be an index. */
export function readTag(value: unknown): QuayTag | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value.name);
  const digest = digestIn(value.manifest_digest);
  if (name === undefined || digest === undefined) return undefined;
  const { is_manifest_list: list, size, start_ts, immutable } = value;
  return {
    name,
    digest,
    isIndex: list !== false,
    size: countOf(size),
    start: secondsOf(start_ts),
    immutable: immutable === true,
  };
}

export function manifestOf({ name, digest, isIndex, size, start, immutable }: QuayTag): ListedManifest {
  const pushed = plausibleDate(start);
  return {
    digest,
    tags: [{ name, pushed, ...(immutable ? { locked: `${name} is immutable on Quay` } : {}) }],
    isIndex,
    size,
    pushed,
  };
}

/** A repository in the list of its namespace; undefined for any other value. */
export function readRepository(value: unknown): RepositorySummary | undefined {
  if (!isObject(value)) return undefined;
  const namespace = textOf(value.namespace);
  const name = textOf(value.name);
  if (namespace === undefined || name === undefined) return undefined;
  return {
    path: `${namespace}/${name}`,
    updated: plausibleDate(secondsOf(value.last_modified)),
    private: typeof value.is_public === 'boolean' ? !value.is_public : undefined,
    description: textOf(value.description),
  };
}

/** Seconds since 1970. */
function secondsOf(value: unknown): Date | undefined {
  const seconds = countOf(value);
  return seconds === undefined ? undefined : new Date(seconds * 1000);
}
