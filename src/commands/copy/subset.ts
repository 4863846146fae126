import { digestOf } from '../../images/digest.js';
import { isObject } from '../../lib/json.js';
import { childrenOf } from '../../registries/oci/graph.js';
import { type Descriptor, isIndex, type Manifest, parseManifest } from '../../registries/oci/manifest.js';
import { objectOf } from '../../registries/oci/manifest-parts.js';

/** The remaining part of an index. */
export interface Subset {
  readonly manifest: Manifest;
  /** Indexes inside it that had to be made anew, by the digest that they have now. */
  readonly rebuilt: readonly Manifest[];
}

/**
 * An index with these images alone, and the attestations of what stays; entries and annotations as they were. The
 * bytes do not change when nothing goes.
 * @param chosen the digests of the images
 * @param read gives the indexes that lie inside
 */
export async function subsetOf(
  index: Manifest,
  chosen: ReadonlySet<string>,
  read: (descriptor: Descriptor) => Promise<Manifest>,
): Promise<Subset> {
  const inner = new Map<string, Subset>();
  for (const child of childrenOf(index)) {
    if (isIndex(child)) inner.set(child.digest, await subsetOf(await read(child), chosen, read));
  }
  const wanted = (child: Descriptor) =>
    isIndex(child) ? childrenOf(inner.get(child.digest)?.manifest ?? index).length > 0 : chosen.has(child.digest);
  const images = new Set(
    childrenOf(index)
      .filter(wanted)
      .map(({ digest }) => digest),
  );
  for (const { manifest } of inner.values()) for (const { digest } of childrenOf(manifest)) images.add(digest);
  const stays = (child: Descriptor) =>
    images.has(child.digest) || images.has(child.annotations?.['vnd.docker.reference.digest'] ?? '');
  return {
    manifest: rewrite(index, stays, inner),
    rebuilt: [...inner].flatMap(([digest, { manifest, rebuilt }]) =>
      manifest.descriptor.digest === digest || childrenOf(manifest).length === 0 ? rebuilt : [...rebuilt, manifest],
    ),
  };
}

function rewrite(index: Manifest, stays: (child: Descriptor) => boolean, inner: ReadonlyMap<string, Subset>): Manifest {
  const children = childrenOf(index);
  const same = (child: Descriptor) =>
    (inner.get(child.digest)?.manifest.descriptor.digest ?? child.digest) === child.digest;
  if (children.every((child) => stays(child) && same(child))) return index;
  const value = objectOf(index);
  const entries = Array.isArray(value.manifests) ? value.manifests : [];
  const manifests = entries.flatMap((entry: unknown, at) => {
    const child = children[at];
    if (child === undefined || !stays(child) || !isObject(entry)) return [];
    const { digest, size } = inner.get(child.digest)?.manifest.descriptor ?? child;
    return [{ ...entry, digest, size }];
  });
  const bytes = Buffer.from(JSON.stringify({ ...value, manifests }, undefined, 2));
  const rebuilt = parseManifest(bytes, index.descriptor.mediaType, digestOf(bytes));
  if (rebuilt === undefined) throw new Error('a new index is not an index');
  return rebuilt;
}
