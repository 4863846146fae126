import { readDown } from '../../../registries/oci/graph.js';
import type { Manifest } from '../../../registries/oci/manifest.js';
import type { Repository } from '../../../registries/oci/repository.js';

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
