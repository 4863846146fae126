import { Failure } from '../../lib/errors.js';
import { type Descriptor, depthLimit, type Manifest } from './manifest.js';
import type { Repository } from './repository.js';

/** What an index lists; nothing of any other manifest. */
export function listedBy({ content }: Manifest): readonly Descriptor[] {
  return content.kind === 'index' ? content.manifests : [];
}

/**
 * Reads what a manifest leads to, level by level, each manifest once. One that does not exist leads to nothing: a copy may
 * have left it out.
 * @param follows which of the manifests that an index lists are read
 * @returns this manifest and all that were read, each after what it lists
 * @throws Failure (server) where more indexes lie in one another than `depthLimit`
 */
export async function readDown(
  access: Pick<Repository, 'manifest'>,
  topLevel: Manifest,
  follows: (child: Descriptor) => boolean,
): Promise<readonly Manifest[]> {
  const found = new Map([[topLevel.descriptor.digest, topLevel]]);
  let level: readonly Manifest[] = [topLevel];
  for (let depth = 1; level.length > 0; depth += 1) {
    const children = level.flatMap(listedBy);
    if (depth > depthLimit && children.length > 0) throw tooDeep(topLevel);
    const open = new Set(
      children.filter((child) => !found.has(child.digest) && follows(child)).map((one) => one.digest),
    );
    const read = await Promise.all([...open].map((digest) => access.manifest(digest)));
    level = read.filter((manifest) => manifest !== undefined);
    for (const manifest of level) found.set(manifest.descriptor.digest, manifest);
  }
  return childrenFirst(topLevel, found);
}

/**
 * Reads all that an index lists, at any depth, and adds it with the manifest itself: children before the index that lists
 * them. A child that is not there (a copy of some platforms only) cannot be lost.
 * @param read what has been read already, by digest, is not read again
 */
export async function addTree(
  access: Pick<Repository, 'manifest'>,
  manifest: Manifest,
  read: Map<string, Manifest>,
): Promise<void> {
  if (read.has(manifest.descriptor.digest)) return;
  for (const one of await readDown(access, manifest, ({ digest }) => !read.has(digest))) {
    read.set(one.descriptor.digest, one);
  }
}

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

function childrenFirst(topLevel: Manifest, found: ReadonlyMap<string, Manifest>): readonly Manifest[] {
  const ordered = new Map<string, Manifest>();
  function add(manifest: Manifest): void {
    if (ordered.has(manifest.descriptor.digest)) return;
    for (const { digest } of listedBy(manifest)) {
      const child = found.get(digest);
      if (child !== undefined) add(child);
    }
    ordered.set(manifest.descriptor.digest, manifest);
  }
  add(topLevel);
  return [...ordered.values()];
}

function tooDeep({ descriptor }: Manifest): Failure {
  return new Failure('server', {
    operation: `Reading the index ${descriptor.digest}`,
    reason: `more than ${depthLimit} indexes lie in one another`,
    advice: 'What cannot be read might need what is to be deleted: nothing is deleted here.',
  });
}
