import { plausibleDate } from '../../images/date.js';
import { isTag, type RepositoryName } from '../../images/name.js';
import type { DockerHub } from '../../registries/docker-hub.js';
import type { GhcrPackages } from '../../registries/ghcr-packages.js';
import type { Harbor } from '../../registries/harbor.js';
import type { Repository } from '../../registries/repository.js';
import type { Links, TaggedImage } from '../../retention/image.js';
import { collect } from '../collect.js';
import type { Context } from '../command.js';
import { hubNameOf } from '../hub-name.js';
import { matching } from '../matching.js';
import { readGhcrGraph } from './read-ghcr-graph.js';
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
  const found = new Map<string, { date: Date | undefined; size: number | undefined }>();
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
    const date = later(found.get(digest)?.date, plausibleDate(tag.pushed ?? tag.updated));
    found.set(digest, { date, size: tag.size });
  }
  const locked = lockedBy(
    rules,
    tags.map(({ name: tag }) => tag),
  );
  const images = [...tagging.byDigest].map(([digest, on]) =>
    imageOf(
      digest,
      on,
      found.get(digest),
      on.filter((tag) => locked.has(tag)).map((tag) => `${tag} is immutable at Docker Hub`),
    ),
  );
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const { name: tag, digest } of hub.tags(namespace, name)) if (digest !== undefined) now.set(tag, digest);
    return now;
  };
  return { images, graph, dangling, relist };
}

/**
 * Reads a package by GitHub's API: a version is a manifest with all its tags, a hundred a request. What manifests list
 * is read only when something is to be deleted.
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
      const found = { date: plausibleDate(updated), size: undefined };
      return imageOf(digest, tags.filter(isTag), found, tags.every(isTag) ? [] : [odd]);
    });
  const untagged = versions.filter(({ tags }) => tags.length === 0).map(({ digest }) => digest);
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const { digest, tags } of packages.versions('active')) for (const tag of tags) now.set(tag, digest);
    return now;
  };
  return {
    images,
    graph: new Map(),
    untagged,
    dangling,
    relist,
    deepen: () => readGhcrGraph({ images, untagged }, access, context),
  };
}

/** Reads a repository by Harbor's API: digests, dates, children, signatures and what is immutable, a hundred a request. */
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
    const locked = tags.length < all.length ? [odd, ...immutable] : immutable;
    images.push(
      imageOf(
        digest,
        tags.map(({ name }) => name),
        { date, size },
        locked,
      ),
    );
  }
  const relist = async () => {
    const now = new Map<string, string>();
    for await (const { digest, tags } of harbor.artifacts()) for (const { name } of tags) now.set(name, digest);
    return now;
  };
  return { images, graph, dangling, relist };
}

/** What cannot be asked for cannot be looked at again. */
const odd = 'it has a tag that is no legal name';

function imageOf(
  digest: string,
  tags: readonly string[],
  { date, size }: { readonly date: Date | undefined; readonly size: number | undefined } = {
    date: undefined,
    size: undefined,
  },
  locked: readonly string[],
): TaggedImage {
  const [why] = locked;
  return { digest, tags, date, ...(size === undefined ? {} : { size }), ...(why === undefined ? {} : { locked: why }) };
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
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
