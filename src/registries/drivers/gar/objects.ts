import { plausibleDate } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject, textOf } from '../../../lib/json.js';
import type { ListedManifest } from '../driver.js';

/** The fields of an answer of `tags/list`. */
export interface GarPage {
  readonly tags: readonly string[];
  readonly manifests: readonly ListedManifest[];
}

/**
 * True if a list has the names of tags alone, as those of some proxies do. An answer that names nothing is no such
 * list.
 */
export function hasNamesAlone({ manifest, name, tags }: Record<string, unknown>): boolean {
  return !isObject(manifest) && (name !== undefined || tags !== undefined);
}

/** @returns undefined where something in it cannot be read */
export function readPage({ manifest, tags }: Record<string, unknown>): GarPage | undefined {
  const names = namesIn(tags);
  const manifests = isObject(manifest) ? Object.entries(manifest).map(readManifest) : [undefined];
  if (names === undefined || !manifests.every((one) => one !== undefined)) return undefined;
  return { tags: names, manifests };
}

function readManifest([key, value]: [string, unknown]): ListedManifest | undefined {
  const digest = digestIn(key);
  const tags = isObject(value) ? namesIn(value.tag) : undefined;
  if (!isObject(value) || digest === undefined || tags === undefined) return undefined;
  return {
    digest,
    tags: tags.map((name) => ({ name })),
    mediaType: textOf(value.mediaType),
    size: numberOf(value.imageSizeBytes),
    pushed: dateOf(value.timeUploadedMs),
    created: dateOf(value.timeCreatedMs),
  };
}

/** Go writes `null` for a list that is empty. */
function namesIn(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

/** A number, or its digits as a string: answers contain both. */
function numberOf(value: unknown): number | undefined {
  return countOf(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
}

/** Milliseconds since 1970. Those of the year 1 are a config without a date. */
function dateOf(value: unknown): Date | undefined {
  const milliseconds = numberOf(value);
  return milliseconds === undefined ? undefined : plausibleDate(new Date(milliseconds));
}
