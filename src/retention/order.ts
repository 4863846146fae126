import { type ParsedTag, parseTag } from '../images/version.js';
import { compareTags } from '../images/version-order.js';
import type { TaggedImage } from './image.js';

/**
 * Images from the newest to the oldest: by date; those of the same date, and last those without one, by the version in
 * their tags, the newest first, then by name. Total, so that the answer never depends on the order of a registry's list.
 */
export function newestFirst(images: readonly TaggedImage[]): readonly TaggedImage[] {
  // Most images have dates of their own: their tags need not be read as versions.
  const read = new Map<TaggedImage, ParsedTag>();
  const best = (image: TaggedImage) => {
    const known = read.get(image) ?? bestOf(image);
    read.set(image, known);
    return known;
  };
  return [...images].sort((one, other) => {
    const time = timeOf(one);
    const otherTime = timeOf(other);
    return time === otherTime ? compareTags(best(one), best(other)) : otherTime - time;
  });
}

function timeOf({ date }: TaggedImage): number {
  return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}

/** The tag that comes first in a list of versions. */
function bestOf({ tags }: TaggedImage): ParsedTag {
  const [best] = tags.map(parseTag).sort(compareTags);
  if (best === undefined) throw new Error('an image without tags');
  return best;
}
