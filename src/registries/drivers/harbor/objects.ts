import { type LastPull, lastPullOf, timeOf } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject } from '../../../lib/json.js';

/** A manifest in Harbor with its tags. A field that Harbor does not report is undefined. */
export interface HarborArtifact {
  readonly digest: string;
  readonly pushed: Date | undefined;
  readonly pulled: LastPull | undefined;
  /** Bytes, compressed, with all that an index lists. */
  readonly size: number | undefined;
  readonly tags: readonly HarborTag[];
  /** The digests of what an index lists. */
  readonly children: readonly string[];
  /** The digests of what belongs to it: signatures, SBOMs. */
  readonly accessories: readonly string[];
}

export interface HarborTag {
  readonly name: string;
  readonly pushed: Date | undefined;
  /** True if a rule of the project keeps it from being overwritten or deleted. */
  readonly immutable: boolean;
}

/**
 * The `Artifact` of the API; undefined where digests or tags cannot be read: an unknown list must not look like
 * nothing.
 */
export function readArtifact(value: unknown): HarborArtifact | undefined {
  if (!isObject(value)) return undefined;
  const digest = digestIn(value.digest);
  const tags = readAll(value.tags, readTag);
  const children = readAll(value.references, (one) => digestIn(one.child_digest));
  const accessories = readAll(value.accessories, (one) => digestIn(one.digest));
  if (digest === undefined || tags === undefined || children === undefined || accessories === undefined) {
    return undefined;
  }
  const [pushed, pulled] = [timeOf(value.push_time), lastPullOf(value.pull_time)];
  return { digest, pushed, pulled, size: countOf(value.size), tags, children, accessories };
}

function readTag({ name, push_time, immutable }: Record<string, unknown>): HarborTag | undefined {
  if (typeof name !== 'string' || typeof immutable !== 'boolean') return undefined;
  return { name, pushed: timeOf(push_time), immutable };
}

/** Every entry of a list, which Go writes as `null` when it is empty; undefined if one cannot be read. */
function readAll<Entry>(
  list: unknown,
  read: (entry: Record<string, unknown>) => Entry | undefined,
): readonly Entry[] | undefined {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((entry) => (isObject(entry) ? read(entry) : undefined));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
