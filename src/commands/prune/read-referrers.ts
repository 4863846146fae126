import { asFailure } from '../../lib/errors.js';
import { isReferrersTag } from '../../registries/oci/fallback-index.js';
import { childrenOf } from '../../registries/oci/graph.js';
import { type Descriptor, isIndex } from '../../registries/oci/manifest.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { Contents, Links } from '../../retention/image.js';
import type { Plan } from '../../retention/plan.js';
import { createReach, type Reach, relationsOf } from '../../retention/relations.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';
import type { LoadedGraph } from './inventory.js';

type Access = Pick<Repository, 'manifest' | 'referrersByApi'>;

const atOnce = 8;

/**
 * Reads the referrers without a tag of images that are to be deleted (signatures, SBOMs, attestations, and their
 * referrers), via the referrers API. Each is read, and only one that names its subject itself is deleted. If any exist,
 * the referrers of the images to keep are looked at too: one of them may be an index that lists it.
 * @param used digests that are in use
 * @returns only what is known already where the registry has no such API, or does not answer (which a warning reports)
 */
export async function readReferrers(
  contents: Contents,
  plan: Plan,
  used: readonly string[],
  access: Access,
  context: Context,
): Promise<LoadedGraph> {
  const none = { graph: contents.graph, mayDelete: () => false };
  const kept = keptOf(contents, plan, used);
  const starts = deletedReach(contents, plan).filter((digest) => !kept.has(digest));
  try {
    const [first] = starts;
    const listed = first === undefined ? undefined : await access.referrersByApi(first);
    if (first === undefined || listed === undefined) return none;
    const search = createSearch(contents, new Map([[first, listed]]), access, context);
    const found = await search.follow(starts, 'all');
    if (found.size > 0) await search.follow(kept.inOrder(), 'indexes');
    return { graph: search.graph, mayDelete: (digest) => found.has(digest) };
  } catch (thrown) {
    if (context.signal.aborted) throw context.signal.reason;
    context.log.warn(
      `the referrers of deleted images could not be read; those without a tag are kept: ${asFailure(thrown).message}`,
    );
    return none;
  }
}

/** All digests that the images to delete lead to, as far as they are known. */
function deletedReach({ images, graph }: Contents, { verdicts }: Plan): readonly string[] {
  const reach = createReach(relationsOf(images, graph));
  for (const { image, outcome } of verdicts) if (outcome === 'deleted') reach.add(image.digest, image.digest);
  return reach.inOrder();
}

/** The same of the images to keep. */
function keptOf({ images, graph }: Contents, { verdicts }: Plan, used: readonly string[]): Reach {
  const kept = createReach(relationsOf(images, graph));
  for (const { image, outcome } of verdicts) if (outcome !== 'deleted') kept.add(image.digest, image.digest);
  for (const digest of used) kept.add(digest, digest);
  return kept;
}

/**
 * A manifest that an index lists stays without a tag when the index goes; an index of referrers lists none of these.
 */
function listedByImages({ images, graph }: Contents): ReadonlySet<string> {
  const lists = new Set(images.flatMap(({ digest, tags }) => (tags.some(isReferrersTag) ? [digest] : [])));
  return new Set([...graph].flatMap(([digest, { children }]) => (lists.has(digest) ? [] : children)));
}

/** @param answers of the API so far */
function createSearch(
  contents: Contents,
  answers: ReadonlyMap<string, readonly Descriptor[]>,
  access: Access,
  context: Context,
) {
  const graph = new Map<string, Links>(contents.graph);
  const tagged = new Set(contents.images.map(({ digest }) => digest));
  const parts = listedByImages(contents);
  const searched = new Set<string>();
  const reportProgress = throttledProgress(context);

  /** @returns the links of a referrer; undefined for one that is not there, or does not refer to this subject */
  async function linksOf(one: Descriptor, subject: string, read: 'all' | 'indexes'): Promise<Links | undefined> {
    if (read === 'indexes' && !isIndex(one)) return { children: [], subject };
    const manifest = await access.manifest(one.digest);
    if (manifest?.subject !== subject) return undefined;
    return { children: childrenOf(manifest).map(({ digest }) => digest), subject };
  }

  async function referrersOf(subject: string, read: 'all' | 'indexes'): Promise<readonly string[]> {
    const listed = answers.get(subject) ?? (await access.referrersByApi(subject)) ?? [];
    const open = listed.filter(({ digest }) => !tagged.has(digest) && !parts.has(digest) && !graph.has(digest));
    const links = await mapConcurrent(open, 1, async (one) => [one.digest, await linksOf(one, subject, read)] as const);
    for (const [digest, found] of links) if (found !== undefined) graph.set(digest, found);
    reportProgress(() => `referrers of ${searched.size} manifests read`);
    return links.flatMap(([digest, found]) => (found === undefined ? [] : [digest, ...found.children]));
  }

  return {
    graph,
    /** Follows referrers of referrers too. @returns the referrers without tags that were found */
    async follow(starts: readonly string[], read: 'all' | 'indexes'): Promise<ReadonlySet<string>> {
      const before = new Set(graph.keys());
      for (let open = starts; open.length > 0; ) {
        const fresh = [...new Set(open)].filter((digest) => !searched.has(digest));
        for (const digest of fresh) searched.add(digest);
        open = (await mapConcurrent(fresh, atOnce, (digest) => referrersOf(digest, read))).flat();
      }
      return new Set([...graph.keys()].filter((digest) => !before.has(digest)));
    },
  };
}
