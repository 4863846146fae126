import type { TaggedImage } from '../../retention/image.js';

/** Why an image is locked: what cannot be asked for cannot be looked at again. */
export const hasIllegalTag = 'it has a tag that is no legal name';

/** What an API tells of an image, where it does; the size in bytes. */
export type Told = Pick<TaggedImage, 'date'> & { readonly size: number | undefined };

/**
 * An image as the own API of a registry lists it.
 * @param locked why it stays whatever the policy says; empty: nothing keeps it
 */
export function listedImage(
  digest: string,
  tags: readonly string[],
  locked: readonly string[],
  { date, size }: Told = { date: undefined, size: undefined },
): TaggedImage {
  const [why] = locked;
  return { digest, tags, date, ...(size === undefined ? {} : { size }), ...(why === undefined ? {} : { locked: why }) };
}

/** The later one, where there are two. */
export function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
