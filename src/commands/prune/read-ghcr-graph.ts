import { Failure } from '../../errors.js';
import { isIndex } from '../../registries/manifest.js';
import type { Repository } from '../../registries/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { Graph, Links, TaggedImage } from '../../retention/image.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';

/** The versions of a package. */
export interface Versions {
  readonly images: readonly TaggedImage[];
  /** Digests: children of indexes, and manifests whose tags have gone to others. */
  readonly untagged: readonly string[];
}

const atOnce = 8;

/**
 * What the versions list and refer to: GitHub deletes a version although an index lists it, so all of it has to be known.
 * The manifests of the tagged ones are read, and of the untagged ones those that no other lists or that are indexes.
 * @throws Failure for one that cannot be read, or that the registry does not have
 */
export async function readGhcrGraph(
  { images, untagged }: Versions,
  access: Pick<Repository, 'manifest'>,
  context: Context,
): Promise<Graph> {
  const graph = new Map<string, Links>();
  const listed = new Set<string>();
  const tell = nowAndThen(context);
  let done = 0;
  let total = images.length;
  const indexes = new Set<string>();
  const readOne = async (digest: string) => {
    const manifest = await access.manifest(digest);
    if (manifest === undefined) throw vanished(digest);
    const { content, subject } = manifest;
    const children = content.kind === 'index' ? content.manifests : [];
    for (const child of children) {
      listed.add(child.digest);
      if (isIndex(child)) indexes.add(child.digest);
    }
    if (subject !== undefined || children.length > 0) {
      graph.set(digest, { children: children.map((child) => child.digest), subject });
    }
    done += 1;
    tell(() => `${done} of ${countOf(total, 'manifest')} read`, { done, total });
  };
  await eachOf(images, atOnce, ({ digest }) => readOne(digest));
  // What nothing lists may itself list or refer to something; so may an index in an index.
  const open = untagged.filter((digest) => !listed.has(digest) || indexes.has(digest));
  total += open.length;
  await eachOf(open, atOnce, readOne);
  return graph;
}

function vanished(digest: string): Failure {
  return new Failure('server', {
    asked: `Reading the manifest ${digest}`,
    answered: 'GitHub lists its version, and the registry answers 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
