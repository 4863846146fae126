import { formatImage } from '../../images/name.js';
import { formatPlatform, samePlatform } from '../../images/platform.js';
import { Failure } from '../../lib/errors.js';
import { formerFailure } from '../../registries/oci/answers.js';
import { referrersTag } from '../../registries/oci/fallback-index.js';
import { readDown } from '../../registries/oci/graph.js';
import { readImage } from '../../registries/oci/image.js';
import type { Descriptor, Manifest, SizedDescriptor } from '../../registries/oci/manifest.js';
import { blobsOf } from '../../registries/oci/manifest-parts.js';
import type { PlainManifest, Repository } from '../../registries/oci/repository.js';
import { createMemory, mapConcurrent } from '../shared/concurrency.js';
import type { CopyPlan } from './plan.js';
import { subsetOf } from './subset.js';

/** A manifest with the blobs that it needs. */
export interface Node {
  readonly manifest: PlainManifest;
  readonly blobs: readonly SizedDescriptor[];
  /** The digest of the manifest that it refers to. */
  readonly subject: string | undefined;
}

/** All that is to be there at the end. */
export interface ImageGraph {
  readonly topLevel: Node;
  /** By digest, the top-level one among them; a manifest comes after all that it lists. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Cosign's tags with the digests they are on. */
  readonly tags: ReadonlyMap<string, string>;
  /** The root is not the source's own: some platforms were left out. */
  readonly rebuilt: boolean;
}

type Reader = Pick<Repository, 'manifest' | 'referrers' | 'head' | 'smallBlob'>;

const atOnce = 6;
const cosignSuffixes = ['sig', 'att', 'sbom'];

/**
 * Reads everything that belongs to the image: children, and with `referrers` what refers to any of it.
 * @throws Failure (not-found) where the image, or a manifest that one of its indexes lists, is not there
 */
export async function readGraph(
  registry: Reader,
  plan: CopyPlan,
  referrers: boolean,
  warn: (text: string) => void,
): Promise<ImageGraph> {
  const { from, reference } = plan;
  const original = await registry.manifest(reference);
  if (original === undefined) throw missing(formatImage(from), 'the registry has no such image');
  if (original.content.kind === 'former') throw formerFailure(formatImage(from), original.descriptor);
  const source = memoized(registry, original);
  const nodes = new Map<string, Node>();
  const topLevel = await select(source, original, plan, nodes);
  await add(source, topLevel, nodes);
  const rebuilt = topLevel.descriptor.digest !== original.descriptor.digest;
  const tags = new Map<string, string>();
  const node = nodes.get(topLevel.descriptor.digest);
  if (node === undefined) throw new Error('the root is not among the manifests');
  const searched = new Set(rebuilt ? [topLevel.descriptor.digest] : []);
  for (let open = openOf(nodes, searched); referrers && open.length > 0; open = openOf(nodes, searched)) {
    for (const digest of open) searched.add(digest);
    const found = await mapConcurrent(open, atOnce, (digest) => referrersOf(source, digest, warn));
    for (const { manifest, tag } of found.flat()) {
      await add(source, manifest, nodes);
      if (tag !== undefined) tags.set(tag, manifest.descriptor.digest);
    }
  }
  return { topLevel: node, nodes, tags, rebuilt };
}

/** Requests each manifest once. @param known one that has been read */
function memoized(registry: Reader, known: Manifest): Reader {
  const manifests = createMemory<Manifest | undefined>();
  manifests(known.descriptor.digest, async () => known);
  return { ...registry, manifest: (reference) => manifests(reference, () => registry.manifest(reference)) };
}

function openOf(nodes: ReadonlyMap<string, Node>, searched: ReadonlySet<string>): readonly string[] {
  return [...nodes.keys()].filter((digest) => !searched.has(digest));
}

/** The manifest itself, or what is left of it with the requested platforms. */
async function select(
  source: Reader,
  original: Manifest,
  { from, platforms }: CopyPlan,
  nodes: Map<string, Node>,
): Promise<Manifest> {
  if (platforms.length === 0) return original;
  const { images } = await readImage(source, original.descriptor.digest, () => false);
  const found = images.map(({ platform }) => formatPlatform(platform));
  const lacking = platforms.map(formatPlatform).filter((platform) => !found.includes(platform));
  if (lacking.length > 0) {
    throw missing(
      formatImage(from),
      `it has no ${lacking.join(', ')}, only ${found.join(', ') || 'unknown platforms'}`,
    );
  }
  if (original.content.kind === 'image') return original;
  const chosen = images.filter(({ platform }) => platforms.some((one) => samePlatform(one, platform)));
  const digests = new Set(chosen.map(({ descriptor }) => descriptor.digest));
  const { manifest, rebuilt } = await subsetOf(original, digests, (child) => mustRead(source, child, original));
  for (const index of rebuilt) await add(source, index, nodes);
  return manifest;
}

/** Puts a manifest into the graph, all that it lists first. */
async function add(source: Reader, manifest: Manifest, nodes: Map<string, Node>): Promise<void> {
  if (nodes.has(manifest.descriptor.digest)) return;
  for (const one of await readDown(source, manifest, ({ digest }) => !nodes.has(digest), refuseMissing)) {
    nodes.set(one.descriptor.digest, { manifest: one, blobs: blobsOf(one), subject: one.subject });
  }
}

async function mustRead(source: Reader, { digest }: Descriptor, parent: Manifest): Promise<Manifest> {
  return (await source.manifest(digest)) ?? refuseMissing(digest, parent);
}

function refuseMissing(digest: string, parent: Manifest | undefined): never {
  throw missing(digest, `${parent?.descriptor.digest} lists it, and the registry does not have it`);
}

interface Found {
  readonly manifest: Manifest;
  readonly tag?: string;
}

/** The manifests that refer to this manifest by their `subject`, and those that cosign stored beside it under a tag. */
async function referrersOf(source: Reader, digest: string, warn: (text: string) => void): Promise<readonly Found[]> {
  const listed = (await source.referrers(digest)).map(async (descriptor): Promise<readonly Found[]> => {
    const manifest = await source.manifest(descriptor.digest);
    if (manifest !== undefined) return [{ manifest }];
    warn(`${descriptor.digest} is listed as a referrer of ${digest}, but does not exist: it is not copied`);
    return [];
  });
  const tagged = cosignSuffixes.map(async (suffix): Promise<readonly Found[]> => {
    const tag = `${referrersTag(digest)}.${suffix}`;
    const manifest = await source.manifest(tag);
    return manifest === undefined ? [] : [{ manifest, tag }];
  });
  return (await Promise.all([...listed, ...tagged])).flat();
}

function missing(operation: string, reason: string): Failure {
  return new Failure('not-found', {
    operation,
    reason,
    advice: 'See what exists: image-gate inspect for the image, image-gate tags for the tags.',
  });
}
