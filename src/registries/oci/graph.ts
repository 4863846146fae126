import { Failure } from '../../lib/errors.js';
import { type Descriptor, depthLimit, type Manifest } from './manifest.js';
import type { Repository } from './repository.js';

/** The descriptors in an index; none of any other manifest. */
export function childrenOf({ content }: Manifest): readonly Descriptor[] {
  return content.kind === 'index' ? content.manifests : [];
}

/**
 * Reads what a manifest leads to, level by level, each manifest once.
 * @param follows which of the manifests that an index lists are read
 * @param onMissing called for one that does not exist. Default: it leads to nothing, as a copy may have left it out
 * @returns this manifest and all that were read, each after what it lists
 * @throws Failure (server) where more indexes lie in one another than `depthLimit`
 */
export async function readDown(
  access: Pick<Repository, 'manifest'>,
  topLevel: Manifest,
  follows: (child: Descriptor) => boolean,
  onMissing: (digest: string, parent: Manifest | undefined) => void = () => undefined,
): Promise<readonly Manifest[]> {
  const found = new Map([[topLevel.descriptor.digest, topLevel]]);
  let level: readonly Manifest[] = [topLevel];
  for (let depth = 1; level.length > 0; depth += 1) {
    const children = level.flatMap(childrenOf);
    if (depth > depthLimit && children.length > 0) throw tooDeep(topLevel.descriptor);
    const isOpen = (child: Descriptor) => !found.has(child.digest) && follows(child);
    const open = [...new Set(children.filter(isOpen).map((child) => child.digest))];
    const read = await Promise.all(open.map((digest) => access.manifest(digest)));
    for (const [at, digest] of open.entries()) {
      const lists = (parent: Manifest) => childrenOf(parent).some((child) => child.digest === digest);
      if (read[at] === undefined) onMissing(digest, level.find(lists));
    }
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
    for (const { digest } of childrenOf(manifest)) {
      const child = found.get(digest);
      if (child !== undefined) add(child);
    }
    ordered.set(manifest.descriptor.digest, manifest);
  }
  add(topLevel);
  return [...ordered.values()];
}

/** Deeper than indexes may be nested. */
export function tooDeep(descriptor: Pick<Descriptor, 'digest'>): Failure {
  return unreadable(descriptor, `more than ${depthLimit} indexes lie in one another`);
}

/** @throws Failure (server) where the registry has just named the digest, and answers 404 for it */
export async function mustRead(repository: Pick<Repository, 'manifest'>, digest: string): Promise<Manifest> {
  const manifest = await repository.manifest(digest);
  if (manifest === undefined) throw unreadable({ digest }, 'the registry lists it, but returns 404 for it');
  return manifest;
}

/** An image of which a manifest cannot be used. */
export function unreadable({ digest }: Pick<Descriptor, 'digest'>, reason: string): Failure {
  return new Failure('server', {
    operation: `the manifest ${digest}`,
    reason,
    advice: 'The image is damaged or not a container image: build and push it again.',
  });
}
