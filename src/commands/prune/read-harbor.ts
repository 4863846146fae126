import { plausibleDate } from '../../images/date.js';
import { isTag } from '../../images/name.js';
import type { Harbor } from '../../registries/harbor.js';
import type { Links, TaggedImage } from '../../retention/image.js';
import { collect } from '../collect.js';
import type { Context } from '../command.js';
import { hasIllegalTag, later, listedImage } from './listed-image.js';
import type { Stock } from './stock.js';

/**
 * Reads a repository by Harbor's API: digests, dates, children, signatures and what is immutable, a hundred a request.
 * @throws Failure as the API does
 */
export async function readHarbor(harbor: Harbor, context: Context): Promise<Stock> {
  const artifacts = await collect(harbor.artifacts(), (count) => `${count} artifacts so far`, context);
  const graph = new Map<string, Links>();
  const images: TaggedImage[] = [];
  const dangling = artifacts.flatMap(({ tags }) => tags.flatMap(({ name }) => (isTag(name) ? [] : [name])));
  for (const { digest, pushed, size, tags: all, children, accessories } of artifacts) {
    const tags = all.filter(({ name }) => isTag(name));
    if (children.length > 0) graph.set(digest, { children, subject: undefined });
    for (const one of accessories) graph.set(one, { children: [], subject: digest });
    if (tags.length === 0) continue;
    const dates = tags.map((tag) => plausibleDate(tag.pushed));
    const date = dates.reduce(later, plausibleDate(pushed));
    const immutable = tags.filter((tag) => tag.immutable).map(({ name }) => `${name} is immutable at Harbor`);
    const locked = tags.length < all.length ? [hasIllegalTag, ...immutable] : immutable;
    const names = tags.map(({ name }) => name);
    images.push(listedImage(digest, names, locked, { date, size }));
  }
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const page of harbor.artifacts()) {
      for (const { digest, tags } of page) for (const { name } of tags) now.set(name, digest);
    }
    return now;
  };
  return { images, graph, dangling, relist };
}
