import { later, laterPull } from '../../images/date.js';
import { isTag } from '../../images/name.js';
import type { ListedManifest } from '../../registries/drivers/driver.js';
import { formerFormat, isIndexType } from '../../registries/oci/media-types.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { OpenRepository } from '../../registries/registry.js';
import type { Contents, Graph, LastUse, Links, TaggedImage } from '../../retention/image.js';
import type { Context } from '../command.js';
import type { CachedReader } from '../shared/cache/readers.js';
import { collect } from '../shared/progress/collect.js';
import type { InventoryReading } from './inventory.js';
import { readGraph } from './read-graph.js';
import { readReferrers } from './read-referrers.js';
import { readRegistry } from './read-registry.js';

/** The reason why an image is locked: an image that cannot be requested cannot be checked again. */
const hasIllegalTag = 'it has a tag with an invalid name';

/**
 * Reads what a repository holds: by the list of its registry's own API, else manifest by manifest.
 * @param reader of that repository
 * @param used digests that are in use, whether they have a tag or not
 * @throws Failure for whatever cannot be read: half a repository must not look like a whole one
 */
export async function readInventory(
  { kind, name, driver }: OpenRepository,
  reader: CachedReader<Repository>,
  used: readonly string[],
  context: Context,
): Promise<InventoryReading> {
  if (driver.list === undefined) return readRegistry(reader, name, used, context);
  const listed = await collect(driver.list(true), (count) => `${count} manifests and tags so far`, context);
  const { untagged, ...contents } = contentsOf(listed);
  const inventory = { ...contents, untagged: kind.capabilities.keepsUntagged ? untagged : [] };
  if (kind.capabilities.lists?.includes('children')) return { inventory };
  const { keepsUntagged = false } = kind.capabilities;
  const mayDelete = () => keepsUntagged;
  return {
    inventory,
    async loadGraph(of, plan) {
      const graph = await readGraph(listed, of.graph, reader, context);
      const images = withUseOfParts(of.images, listed, graph);
      if (!keepsUntagged || !mayHaveReferrers(listed, graph)) return { graph, mayDelete, images };
      const found = await readReferrers({ ...of, graph }, plan, used, reader.assumed, context);
      return { graph: found.graph, mayDelete, images };
    },
  };
}

/** True if a manifest without a tag that no index lists may be a referrer, and was not read. */
function mayHaveReferrers(listed: readonly ListedManifest[], graph: Graph): boolean {
  const parts = new Set([...graph.values()].flatMap(({ children }) => children));
  return listed.some(({ digest = '', tags, mediaType, mayHaveSubject }) => {
    const isRead = mediaType === undefined || isIndexType(mediaType);
    return tags.length === 0 && !isRead && mayHaveSubject === undefined && !parts.has(digest);
  });
}

interface Listed extends Contents {
  readonly untagged: readonly string[];
  readonly dangling: readonly string[];
  readonly graph: Map<string, Links>;
}

/** Merges what a list has of each digest. */
function contentsOf(listed: readonly ListedManifest[]): Listed {
  const merged = new Map<string, ListedManifest>();
  const graph = new Map<string, Links>();
  const dangling: string[] = [];
  for (const manifest of listed) {
    const { digest, tags, children = [], subject, referrers = [] } = manifest;
    dangling.push(...tags.flatMap(({ name }) => (digest === undefined || !isTag(name) ? [name] : [])));
    if (digest === undefined) continue;
    const known = merged.get(digest);
    merged.set(digest, known === undefined ? manifest : merge(known, manifest));
    if (children.length > 0 || subject !== undefined) graph.set(digest, { children, subject });
    for (const one of referrers) graph.set(one, { children: [], subject: digest });
  }
  const images: TaggedImage[] = [];
  const untagged: string[] = [];
  for (const [digest, manifest] of merged) {
    if (manifest.tags.some(({ name }) => isTag(name))) images.push(imageOf(digest, manifest));
    else if (manifest.tags.length === 0) untagged.push(digest);
  }
  return { images, untagged, dangling, graph };
}

function merge(one: ListedManifest, other: ListedManifest): ListedManifest {
  const names = new Set(one.tags.map(({ name }) => name));
  const tags = [...one.tags, ...other.tags.filter(({ name }) => !names.has(name))];
  const pulled = laterPull(one.pulled, other.pulled);
  return { ...other, tags, pushed: later(one.pushed, other.pushed), pulled };
}

/** The later one of its last pull and its last push; undefined where the list does not report pulls. */
function lastUseOf({ pulled, pushed }: ListedManifest): LastUse | undefined {
  if (pulled === undefined) return undefined;
  if (pulled === 'never' || (pushed !== undefined && pushed > pulled)) return pushed && { kind: 'pushed', at: pushed };
  return { kind: 'pulled', at: pulled };
}

/** An index is used when a part of it is pulled, where the list has the parts as manifests of their own. */
function withUseOfParts(
  images: readonly TaggedImage[],
  listed: readonly ListedManifest[],
  graph: Graph,
): readonly TaggedImage[] {
  const pulls = new Map(listed.flatMap(({ digest, pulled }) => (pulled instanceof Date ? [[digest, pulled]] : [])));
  return images.map((image) => {
    const { lastUse } = image;
    const last = partsOf(image.digest, graph)
      .map((part) => pulls.get(part))
      .reduce(later, undefined);
    if (lastUse === undefined || last === undefined || last <= lastUse.at) return image;
    return { ...image, lastUse: { kind: 'pulled', at: last } };
  });
}

/** The digests of what an index lists, and of what indexes in it list. */
function partsOf(digest: string, graph: Graph): readonly string[] {
  const parts = new Set<string>();
  const open = [digest];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const part of graph.get(one)?.children ?? []) {
      if (!parts.has(part)) open.push(part);
      parts.add(part);
    }
  }
  return [...parts];
}

function imageOf(digest: string, manifest: ListedManifest): TaggedImage {
  const { tags, size, pushed, created, mediaType = '', unavailable } = manifest;
  const legal = tags.filter(({ name }) => isTag(name));
  const [locked] = [
    ...(legal.length < tags.length ? [hasIllegalTag] : []),
    ...legal.flatMap((tag) => tag.locked ?? []),
  ];
  // The journal could not hold the one, and a registry of today may refuse to take the other back.
  const format = formerFormat(mediaType);
  const lastUse = lastUseOf(manifest);
  const unusable = unavailable ?? (format === undefined ? undefined : `it is ${format}`);
  return {
    digest,
    tags: legal.map(({ name }) => name),
    date: pushed ?? created,
    ...(lastUse === undefined ? {} : { lastUse }),
    ...(size === undefined ? {} : { size }),
    ...(locked === undefined ? {} : { locked }),
    ...(unusable === undefined ? {} : { unusable }),
  };
}
