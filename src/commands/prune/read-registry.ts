import type { Pages } from '../../http/paginate.js';
import { plausibleDate } from '../../images/date.js';
import { formatRepository, isTag, type RepositoryName } from '../../images/name.js';
import { findConfig } from '../../registries/oci/config.js';
import { childrenOf, readDown } from '../../registries/oci/graph.js';
import { createdOf, isAttestation, isImageConfig } from '../../registries/oci/inspection.js';
import { depthLimit, isIndex, type Manifest } from '../../registries/oci/manifest.js';
import type { ImageReader, Repository } from '../../registries/oci/repository.js';
import { countOf } from '../../reports/quantities.js';
import { type Links, subjectOfTag, type TaggedImage } from '../../retention/image.js';
import type { Context } from '../command.js';
import type { CachedReader } from '../shared/cache/readers.js';
import { forEachConcurrent, mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';
import type { Inventory, InventoryReading } from './inventory.js';
import { vanished } from './read-graph.js';
import { readReferrers } from './read-referrers.js';

const atOnce = 8;

/** The facts in one manifest that the policy needs. */
interface Known {
  readonly date: Date | undefined;
  readonly size: number | undefined;
  /** The reason why it is of no use. */
  readonly unusable?: string;
}

/** The date of an image, and the digest of its config where the registry has lost that. */
interface Dated {
  readonly date: Date | undefined;
  readonly lost?: string | undefined;
}

/**
 * Reads a repository by the OCI distribution protocol: each tag's manifest once, each distinct image's config once, the
 * indexes that indexes list; of the images in an index one, for its date.
 * @param used digests that are in use, whether they have a tag or not
 * @throws Failure for anything that cannot be read: it might need a manifest that is to be deleted
 */
export async function readRegistry(
  { assumed: access, confirmed, hasAssumed }: CachedReader<Repository>,
  about: RepositoryName,
  used: readonly string[],
  context: Context,
): Promise<InventoryReading> {
  const reportProgress = throttledProgress(context);
  const tagsOn = new Map<string, string[]>();
  const known = new Map<string, { readonly details: Promise<Known>; readonly dated: boolean }>();
  const graph = new Map<string, Links>();
  const dangling: string[] = [];
  let done = 0;
  await forEachConcurrent(entriesOf(access.tags()), atOnce, async (tag) => {
    // Artifactory lists digests among its tags; other names cannot be requested.
    const manifest = isTag(tag) ? await access.manifest(tag) : undefined;
    if (manifest === undefined) {
      dangling.push(tag);
      return;
    }
    const { digest } = manifest.descriptor;
    tagsOn.set(digest, [...(tagsOn.get(digest) ?? []), tag]);
    const subject = subjectOfTag(tag);
    const ordinary = subject === undefined || subject === digest;
    const earlier = known.get(digest);
    // A tag of a signature may have come first, for which no date was read.
    const details =
      earlier === undefined || (ordinary && !earlier.dated) ? read(manifest, ordinary, access, graph) : earlier.details;
    known.set(digest, { details, dated: ordinary || (earlier?.dated ?? false) });
    await details;
    done += 1;
    reportProgress(() => `${formatRepository(about)}: ${countOf(done, 'tag')} read`);
  });
  // A manifest in use may have lost its tag, and list one that has a tag.
  await mapConcurrent(used, atOnce, async (digest) => {
    if (known.has(digest)) return;
    const manifest = await confirmed.manifest(digest);
    if (manifest !== undefined) await addLinks(manifest, confirmed, graph);
  });
  const images: TaggedImage[] = [];
  for (const [digest, tags] of tagsOn) {
    const facts = (await known.get(digest)?.details) ?? { date: undefined, size: undefined };
    images.push(imageOf(digest, tags, facts));
  }
  return {
    inventory: { images, graph, dangling },
    loadGraph: (inventory, plan) => readReferrers(inventory, plan, used, access, context),
    ...(hasAssumed() && {
      confirm: (inventory, digests) =>
        confirmImages(inventory, digests, confirmed, (digest) => known.get(digest)?.dated ?? false),
    }),
  };
}

function imageOf(digest: string, tags: readonly string[], { date, size, unusable }: Known): TaggedImage {
  return { digest, tags, date, ...(size === undefined ? {} : { size }), ...(unusable && { unusable }) };
}

/**
 * Reads these images again, and leaves out of the graph the indexes in them that the registry does not have any more.
 */
async function confirmImages(
  inventory: Inventory,
  digests: readonly string[],
  confirmed: ImageReader,
  isDated: (digest: string) => boolean,
): Promise<Inventory> {
  const graph = new Map(inventory.graph);
  const facts = new Map<string, Known>();
  await mapConcurrent(digests, atOnce, async (digest) => {
    const manifest = await confirmed.manifest(digest);
    if (manifest === undefined) throw vanished(digest);
    const read = await readDown(confirmed, manifest, isIndex);
    const existing = new Set(read.map(({ descriptor }) => descriptor.digest));
    const missing = read.flatMap(childrenOf).filter((child) => isIndex(child) && !existing.has(child.digest));
    for (const child of missing) graph.delete(child.digest);
    facts.set(digest, await readFacts(manifest, isDated(digest), confirmed));
  });
  const images = inventory.images.map((image) => {
    const known = facts.get(image.digest);
    return known === undefined ? image : imageOf(image.digest, image.tags, known);
  });
  return { ...inventory, images, graph };
}

/** @param ordinary whether its date matters: that of a signature does not */
async function read(
  manifest: Manifest,
  ordinary: boolean,
  access: ImageReader,
  graph: Map<string, Links>,
): Promise<Known> {
  await addLinks(manifest, access, graph);
  return readFacts(manifest, ordinary, access);
}

async function readFacts(manifest: Manifest, ordinary: boolean, access: ImageReader): Promise<Known> {
  // A registry of today may refuse to take it back: the journal could not undo its delete.
  if (manifest.content.kind === 'former')
    return { date: undefined, size: undefined, unusable: `it is ${manifest.content.format}` };
  const dated = ordinary && manifest.subject === undefined;
  const { date, lost } = dated ? await dateOf(manifest, access, 1) : { date: undefined };
  const known = { date: plausibleDate(date), size: sizeOf(manifest) };
  return lost === undefined ? known : { ...known, unusable: `its config ${lost} is missing: the registry returns 404` };
}

async function addLinks(root: Manifest, access: ImageReader, graph: Map<string, Links>): Promise<void> {
  const read = await readDown(access, root, (child) => isIndex(child) && !graph.has(child.digest));
  for (const manifest of read) {
    const children = childrenOf(manifest).map(({ digest }) => digest);
    const { subject, descriptor } = manifest;
    if (subject !== undefined || children.length > 0) graph.set(descriptor.digest, { children, subject });
  }
}

/**
 * Of an index the date of the first image in it that exists (a copy may have left some out), else its own annotation.
 */
async function dateOf(manifest: Manifest, access: ImageReader, depth: number): Promise<Dated> {
  const { content } = manifest;
  if (content.kind === 'image') {
    if (!isImageConfig(content.config)) return { date: createdOf(manifest) };
    const config = await findConfig(access, content.config);
    return config === undefined
      ? { date: undefined, lost: content.config.digest }
      : { date: createdOf(manifest, config) };
  }
  for (const child of childrenOf(manifest)) {
    if (isAttestation(child) || depth > depthLimit) continue;
    const inner = await access.manifest(child.digest);
    if (inner === undefined) continue;
    const { date, lost } = await dateOf(inner, access, depth + 1);
    return { date: plausibleDate(date) ?? createdOf(manifest), lost };
  }
  return { date: createdOf(manifest) };
}

/** An index does not have the sizes of its images. */
function sizeOf({ content }: Manifest): number | undefined {
  if (content.kind !== 'image') return undefined;
  return [content.config, ...content.layers].reduce((sum, { size = 0 }) => sum + size, 0);
}

/** One by one, for workers to take from; the pages after the first are requested as they are wanted. */
async function* entriesOf<T>(pages: Pages<T>): AsyncGenerator<T> {
  for await (const page of pages) yield* page;
}
