/**
 * Images in turns: each is in a later turn than those that list it, at any depth, in the order in which they were given. A
 * registry may keep a manifest as long as an index lists it.
 * @param childrenOf the digests that an index lists
 */
export function inLevels<Image extends { readonly digest: string }>(
  images: readonly Image[],
  childrenOf: (digest: string) => readonly string[],
): readonly (readonly Image[])[] {
  const levels: Image[][] = [];
  let left = images;
  while (left.length > 0) {
    const listed = new Set(left.flatMap(({ digest }) => childrenOf(digest)));
    const level = left.filter(({ digest }) => !listed.has(digest));
    levels.push(level);
    left = left.filter(({ digest }) => listed.has(digest));
  }
  return levels;
}
