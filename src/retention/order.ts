import { type ParsedTag, parseTag } from '../images/version.js';
import { compareTags } from '../images/version-order.js';
import type { TaggedImage } from './image.js';

/**
 * Images from the newest to the oldest: by date; those of the same date, and last those without one, by the version in
 * their tags, the newest first, then by name. Total, so that the answer never depends on the order of a registry's list.
 */
export function newestFirst(images: readonly TaggedImage[]): readonly TaggedImage[] {
  return images
    .map((image) => ({
      image,
      time: image.date?.getTime() ?? Number.NEGATIVE_INFINITY,
      best: once(() => bestOf(image)),
    }))
    .sort((one, other) => (one.time === other.time ? compareTags(one.best(), other.best()) : other.time - one.time))
    .map(({ image }) => image);
}

/** Of several tags the one that a list of versions would have first. */
function bestOf({ tags }: TaggedImage): ParsedTag {
  const [best] = tags.map(parseTag).sort(compareTags);
  if (best === undefined) throw new Error('an image without tags');
  return best;
}

/** Most images have dates of their own: their tags need not be read as versions. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
