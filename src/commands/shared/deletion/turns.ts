/**
 * Images in turns: each is in a later turn than those that list it, at any depth, in the order in which they were given. A
 * registry may keep a manifest as long as an index lists it.
 * @param childrenOf the digests that an index lists
 */
export function inTurns<Image extends { readonly digest: string }>(
  images: readonly Image[],
  childrenOf: (digest: string) => readonly string[],
): readonly (readonly Image[])[] {
  const turns: Image[][] = [];
  let left = images;
  while (left.length > 0) {
    const listed = new Set(left.flatMap(({ digest }) => childrenOf(digest)));
    const turn = left.filter(({ digest }) => !listed.has(digest));
    turns.push(turn);
    left = left.filter(({ digest }) => listed.has(digest));
  }
  return turns;
}
