import { plausibleDate } from '../../images/date.js';
import { isTag } from '../../images/name.js';
import type { GhcrPackages } from '../../registries/ghcr-packages.js';
import type { Repository } from '../../registries/repository.js';
import { collect } from '../collect.js';
import type { Context } from '../command.js';
import { hasIllegalTag, listedImage } from './listed-image.js';
import { readGhcrGraph } from './read-ghcr-graph.js';
import type { Stock } from './stock.js';

/**
 * Reads a package by GitHub's API: a version is a manifest with all its tags, a hundred a request. What manifests list
 * is read only when something is to be deleted.
 * @throws Failure as the API does
 */
export async function readGhcr(
  packages: GhcrPackages,
  access: Pick<Repository, 'manifest'>,
  context: Context,
): Promise<Stock> {
  const versions = await collect(packages.versions('active'), (count) => `${count} versions so far`, context);
  const dangling = versions.flatMap(({ tags }) => tags.filter((tag) => !isTag(tag)));
  const images = versions
    .filter(({ tags }) => tags.some(isTag))
    .map(({ digest, tags, updated }) => {
      const locked = tags.every(isTag) ? [] : [hasIllegalTag];
      return listedImage(digest, tags.filter(isTag), locked, { date: plausibleDate(updated), size: undefined });
    });
  const untagged = versions.filter(({ tags }) => tags.length === 0).map(({ digest }) => digest);
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const page of packages.versions('active')) {
      for (const { digest, tags } of page) for (const tag of tags) now.set(tag, digest);
    }
    return now;
  };
  return {
    images,
    graph: new Map(),
    untagged,
    dangling,
    relist,
    deepen: async () => ({ graph: await readGhcrGraph({ images, untagged }, access, context), clears: () => true }),
  };
}
