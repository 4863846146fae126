import { timeOf } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject, textOf, textsOf } from '../../../lib/json.js';

/** A tag in ACR. */
export interface AcrTag {
  readonly name: string;
  readonly digest: string;
  /** When it was pushed; a change of its locks counts as an update too. */
  readonly updated: Date | undefined;
  readonly locked: boolean;
  readonly readable: boolean;
}

/** A manifest in ACR, children of indexes too. */
export interface AcrManifest {
  readonly digest: string;
  readonly mediaType: string | undefined;
  /** An index has none. */
  readonly configType: string | undefined;
  /** Bytes, compressed; of an index its own. */
  readonly size: number | undefined;
  readonly updated: Date | undefined;
  /** Perhaps not all of them. */
  readonly tags: readonly string[];
  readonly locked: boolean;
  readonly readable: boolean;
}

/** The `TagAttributesBase` of the API; undefined for any other value. */
export function readTag(value: unknown): AcrTag | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value.name);
  const digest = digestIn(value.digest);
  if (name === undefined || digest === undefined) return undefined;
  return { name, digest, updated: timeOf(value.lastUpdateTime), locked: isLocked(value), readable: isReadable(value) };
}

/** The `ManifestAttributesBase` of the API; undefined for any other value. */
export function readManifest(value: unknown): AcrManifest | undefined {
  const digest = isObject(value) ? digestIn(value.digest) : undefined;
  if (!isObject(value) || digest === undefined) return undefined;
  return {
    digest,
    mediaType: textOf(value.mediaType),
    configType: textOf(value.configMediaType),
    size: countOf(value.imageSize),
    updated: timeOf(value.lastUpdateTime),
    tags: textsOf(value.tags),
    locked: isLocked(value),
    readable: isReadable(value),
  };
}

/**
 * True if deletes are switched off for a tag, a manifest or a repository; an object that is locked for writes cannot be
 * deleted.
 */
export function isLocked({ changeableAttributes: switches }: Record<string, unknown>): boolean {
  return isObject(switches) && (switches.deleteEnabled === false || switches.writeEnabled === false);
}

/** True if it may be pulled: an image is blocked by this switch. */
function isReadable({ changeableAttributes: switches }: Record<string, unknown>): boolean {
  return !isObject(switches) || switches.readEnabled !== false;
}
