import { Failure } from '../../lib/errors.js';
import type { ListedManifest } from '../../registries/drivers/driver.js';
import { childrenOf } from '../../registries/oci/graph.js';
import { isIndex } from '../../registries/oci/manifest.js';
import { isIndexType } from '../../registries/oci/media-types.js';
import { countOf } from '../../reports/quantities.js';
import type { Graph, Links } from '../../retention/image.js';
import type { Context } from '../command.js';
import type { CachedReader } from '../shared/cache/readers.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';

const atOnce = 8;

/**
 * Reads the manifests that listed manifests list and refer to: a registry may delete a manifest although an index lists
 * it, so all of it has to be known. The manifests with tags are read, and of those without the ones that no other lists
 * or that are indexes, in the list or not; none that by the list is not an index and has no subject. What is archived
 * cannot be read.
 * @param known what the list itself has of that
 * @throws Failure for one that cannot be read, or that the registry does not have
 */
export async function readGraph(
  manifests: readonly ListedManifest[],
  known: Graph,
  reader: CachedReader,
  context: Context,
): Promise<Graph> {
  const graph = new Map<string, Links>(known);
  const listed = new Set<string>();
  const indexes = new Set<string>();
  const seen = new Set<string>();
  const digestsOf = (some: readonly ListedManifest[]) => [...new Set(some.flatMap(({ digest }) => digest ?? []))];
  const all = new Set(digestsOf(manifests));
  const reportProgress = throttledProgress(context);
  let done = 0;
  let total = 0;
  const readOne = async (digest: string) => {
    // A manifest that only an index lists may be cached, and not exist.
    const manifest = await (all.has(digest) ? reader.assumed : reader.confirmed).manifest(digest);
    if (manifest === undefined && all.has(digest)) throw vanished(digest);
    // An index may list what a registry does not have.
    if (manifest === undefined) return;
    const { subject } = manifest;
    const children = childrenOf(manifest);
    for (const child of children) {
      listed.add(child.digest);
      if (isIndex(child)) indexes.add(child.digest);
    }
    if (subject !== undefined || children.length > 0) {
      graph.set(digest, { children: children.map((child) => child.digest), subject });
    }
    done += 1;
    reportProgress(() => `${done} of ${countOf(total, 'manifest')} read`, { done, total });
  };
  const readAll = async (digests: readonly string[]) => {
    total += digests.length;
    for (const digest of digests) seen.add(digest);
    await mapConcurrent(digests, atOnce, readOne);
  };
  const available = manifests.filter(({ unavailable }) => unavailable === undefined);
  const open = available.filter(
    ({ mediaType, isIndex = mediaType === undefined || isIndexType(mediaType), mayHaveSubject = false }) =>
      isIndex || mayHaveSubject,
  );
  await readAll(digestsOf(open.filter(({ tags }) => tags.length > 0)));
  // A manifest that nothing lists may itself list or refer to others; so may an index in an index.
  const untagged = digestsOf(open.filter(({ tags }) => tags.length === 0));
  await readAll(untagged.filter((digest) => !listed.has(digest) || indexes.has(digest)));
  // A list of tags has no index that only another index leads to.
  const isOpen = (digest: string) => !seen.has(digest) && !all.has(digest);
  for (let inner = [...indexes].filter(isOpen); inner.length > 0; inner = [...indexes].filter(isOpen)) {
    await readAll(inner);
  }
  return graph;
}

/** The registry has just named this manifest, and it does not exist. */
export function vanished(digest: string): Failure {
  return new Failure('server', {
    operation: `Reading the manifest ${digest}`,
    reason: 'the registry lists it, but returns 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
