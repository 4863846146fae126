import { plausibleDate } from '../../images/date.js';
import { parseTag } from '../../images/version.js';
import { compareTags } from '../../images/version-order.js';
import type { TagsInputs } from './inputs.js';
import type { ListedTag } from './listing.js';

/** The tags in the order that was asked for; of equal dates the newer version comes first, of equal versions the name. */
export function inOrder(tags: readonly ListedTag[], sort: TagsInputs['sort']): readonly ListedTag[] {
  const byName = [...tags].sort((one, other) => (one.name < other.name ? -1 : 1));
  if (sort === 'name') return byName;
  const parsed = new Map(byName.map(({ name }) => [name, parseTag(name)]));
  const versionOf = ({ name }: ListedTag) => parsed.get(name) ?? parseTag(name);
  const byVersion = byName.sort((one, other) => compareTags(versionOf(one), versionOf(other)));
  if (sort === 'version') return byVersion;
  return byVersion.sort((one, other) => timeOf(other) - timeOf(one));
}

/** What has no date is last. */
function timeOf({ details }: ListedTag): number {
  return (plausibleDate(details?.pushed) ?? plausibleDate(details?.created))?.getTime() ?? 0;
}
