import type { Manifest } from '../../../registries/oci/manifest.js';
import type { Repository } from '../../../registries/oci/repository.js';
import { mapConcurrent } from '../concurrency.js';

const atOnce = 8;

/**
 * Reads all that an index lists, at any depth, and adds it with the manifest itself: children before the index that lists
 * them. A child that is not there (a copy of some platforms only) cannot be lost.
 * @param read what has been read already, by digest, is not read again
 */
export async function addWhole(
  access: Pick<Repository, 'manifest'>,
  manifest: Manifest,
  read: Map<string, Manifest>,
): Promise<void> {
  const { content, descriptor } = manifest;
  if (read.has(descriptor.digest)) return;
  if (content.kind === 'index') {
    const fresh = content.manifests.filter(({ digest }) => !read.has(digest));
    const children = await mapConcurrent(fresh, atOnce, ({ digest }) => access.manifest(digest));
    for (const child of children) if (child !== undefined) await addWhole(access, child, read);
  }
  read.set(descriptor.digest, manifest);
}
