import { plausibleDate } from '../../images/date.js';
import { isTag, type RepositoryName } from '../../images/name.js';
import type { DockerHub } from '../../registries/docker-hub.js';
import type { Repository } from '../../registries/repository.js';
import type { Links } from '../../retention/image.js';
import { collect } from '../collect.js';
import type { Context } from '../command.js';
import { hubNameOf } from '../hub-name.js';
import { matching } from '../matching.js';
import { later, listedImage, type Told } from './listed-image.js';
import { createTagging, type Stock } from './stock.js';

/**
 * Reads a repository by Docker Hub's API: digests, dates and the children of indexes, a hundred tags a request; no pull.
 * @throws Failure as the API does, and for a tag without a digest that the registry cannot tell either
 */
export async function readHub(
  hub: DockerHub,
  repository: RepositoryName,
  access: Pick<Repository, 'head'>,
  context: Context,
): Promise<Stock> {
  const [namespace, name] = hubNameOf(repository);
  const rules = (await hub.repository(namespace, name))?.immutableTags ?? [];
  const tags = await collect(hub.tags(namespace, name), (count) => `${count} tags so far`, context);
  const tagging = createTagging();
  const graph = new Map<string, Links>();
  const found = new Map<string, Told>();
  const dangling: string[] = [];
  for (const tag of tags) {
    const digest = tag.digest ?? (await access.head(tag.name))?.digest;
    if (digest === undefined || !isTag(tag.name)) {
      dangling.push(tag.name);
      continue;
    }
    tagging.add(tag.name, digest);
    const children = tag.images.flatMap((image) => image.digest ?? []).filter((child) => child !== digest);
    if (children.length > 0) graph.set(digest, { children, subject: undefined });
    const date = later(found.get(digest)?.date, plausibleDate(tag.pushed) ?? plausibleDate(tag.updated));
    found.set(digest, { date, size: tag.size });
  }
  const locked = lockedBy(
    rules,
    tags.map(({ name: tag }) => tag),
  );
  const images = [...tagging.byDigest].map(([digest, on]) =>
    listedImage(
      digest,
      on,
      on.filter((tag) => locked.has(tag)).map((tag) => `${tag} is immutable at Docker Hub`),
      found.get(digest),
    ),
  );
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const page of hub.tags(namespace, name)) {
      for (const { name: tag, digest } of page) if (digest !== undefined) now.set(tag, digest);
    }
    return now;
  };
  return { images, graph, dangling, relist };
}

/**
 * The tags that Docker Hub's rules make immutable. They are RE2, of which JavaScript reads nearly all; one that takes no
 * time there may take very long here.
 */
function lockedBy(rules: readonly string[], tags: readonly string[]): ReadonlySet<string> {
  const patterns = rules.flatMap((rule) => {
    try {
      return [new RegExp(rule, 'u')];
    } catch {
      // A rule that cannot be read may be about any tag.
      return [/(?:)/u];
    }
  });
  const match = () => new Set(tags.filter((tag) => patterns.some((one) => one.test(tag))));
  return matching({ 'Docker Hub’s rules for immutable tags': patterns[0] }, match, 'server');
}
