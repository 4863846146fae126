import { plausibleDate } from '../../images/date.js';
import type { ImageName } from '../../images/name.js';
import { parseTag } from '../../images/version.js';
import { compareTags } from '../../images/version-order.js';
import type { Failure } from '../../lib/errors.js';
import type { TagsInputs } from './inputs.js';

/** A tag, with what is known of it; without details that is its name alone. */
export interface ListedTag {
  readonly name: string;
  readonly details?: TagDetails;
  /** The reason why its image could not be read. */
  readonly failure?: Failure;
}

export interface TagDetails {
  readonly digest: string | undefined;
  readonly mediaType: string | undefined;
  /** Bytes to transfer, compressed. */
  readonly size: number | undefined;
  readonly platforms: readonly string[];
  /** When the image was created, by its own words; undefined when it was not read. */
  readonly created?: Date | undefined;
  /** When the tag was pushed and last pulled, where the registry's own list has that. */
  readonly pushed?: Date | undefined;
  readonly pulled?: Date | undefined;
  /** The reason why it cannot be pulled: it is archived. */
  readonly unavailable?: string | undefined;
}

/** The result of `tags`. */
export interface TagsResult {
  readonly image: ImageName;
  /** Those that were chosen, in their order. */
  readonly tags: readonly ListedTag[];
  /** The number of tags in the repository. */
  readonly total: number;
  /** The number of matching tags, before the limit. */
  readonly matching: number;
  /** True if details were requested; they may also have been read for the order's sake. */
  readonly detailed: boolean;
}

/** The tags in the requested order; of equal dates the newer version comes first, of equal versions the name. */
export function inOrder(tags: readonly ListedTag[], sort: TagsInputs['sort']): readonly ListedTag[] {
  const byName = [...tags].sort((one, other) => (one.name < other.name ? -1 : 1));
  if (sort === 'name') return byName;
  const parsed = new Map(byName.map(({ name }) => [name, parseTag(name)]));
  const versionOf = ({ name }: ListedTag) => parsed.get(name) ?? parseTag(name);
  const byVersion = byName.sort((one, other) => compareTags(versionOf(one), versionOf(other)));
  if (sort === 'version') return byVersion;
  return byVersion.sort((one, other) => timeOf(other) - timeOf(one));
}

/** Tags without a date are last. */
function timeOf({ details }: ListedTag): number {
  return (plausibleDate(details?.pushed) ?? plausibleDate(details?.created))?.getTime() ?? 0;
}
