import { formatPlatform, type Platform } from '../../images/platform.js';
import { isJudged } from '../../images/requirements.js';
import { Failure } from '../../lib/errors.js';
import { parseJson } from '../../lib/json.js';
import { findConfig } from '../../registries/oci/config.js';
import { childrenOf, mustRead, tooDeep } from '../../registries/oci/graph.js';
import { isAttestation } from '../../registries/oci/inspection.js';
import { type Descriptor, depthLimit, isIndex, type Manifest, readPlatform } from '../../registries/oci/manifest.js';
import { blobsOf, schema1Layers } from '../../registries/oci/manifest-parts.js';
import { isSchema1 } from '../../registries/oci/media-types.js';
import type { Repository } from '../../registries/oci/repository.js';
import { mapConcurrent } from '../shared/concurrency.js';

type Reader = Pick<Repository, 'manifest' | 'smallBlob' | 'headBlob'>;

/** A manifest or a blob of the image. */
interface Part {
  readonly what: 'manifest' | 'config' | 'layer';
  readonly digest: string;
  readonly size?: number | undefined;
  /** The platforms that need it, in words; empty where the image names none. */
  readonly users: Set<string>;
}

/** A manifest that lists blobs. */
interface Image {
  readonly manifest: Manifest;
  readonly users: Set<string>;
}

/** As many requests go to one host at a time. */
const atOnce = 8;
const mostNamed = 5;

/**
 * The parts of an image that do not exist, one sentence each; nothing means that it is complete. Manifests are read,
 * each blob takes one HEAD. With platforms these alone are looked at; without, all that the index lists, attestations
 * too. Foreign layers are not expected in the registry.
 * @throws Failure for every answer but 200, and 404 by the registry itself
 */
export async function missingParts(
  repository: Reader,
  digest: string,
  platforms: readonly Platform[],
): Promise<readonly string[]> {
  const { images, missing } = await readImages(repository, digest, platforms);
  const required = await mapConcurrent(images, atOnce, (image) => onlyRequired(repository, image, platforms));
  const absent = await mapConcurrent(blobsIn(required.flat()), atOnce, async (blob) =>
    (await exists(repository, blob)) ? [] : [blob],
  );
  return sentences([...missing, ...absent.flat()]);
}

/** Level by level; each manifest is read once, wherever and however often it is listed. */
async function readImages(
  repository: Reader,
  digest: string,
  platforms: readonly Platform[],
): Promise<{ readonly images: readonly Image[]; readonly missing: readonly Part[] }> {
  let images: readonly Image[] = [];
  let missing: readonly Part[] = [];
  const seen = new Map<string, Part>();
  let level: readonly Image[] = [{ manifest: await mustRead(repository, digest), users: new Set() }];
  for (let depth = 1; level.length > 0; depth += 1) {
    const indexes = level.filter(({ manifest }) => manifest.content.kind === 'index');
    const [deep] = depth > depthLimit ? indexes : [];
    if (deep !== undefined) throw tooDeep(deep.manifest.descriptor);
    images = [...images, ...level.filter(({ manifest }) => manifest.content.kind !== 'index')];
    const children = indexes.flatMap(({ manifest }) => childrenOf(manifest));
    const parts = children.flatMap((child) => (mayBeRequired(child, platforms) ? listedPart(seen, child) : []));
    const read = await mapConcurrent(parts, atOnce, ({ digest: listed }) => repository.manifest(listed));
    missing = [...missing, ...parts.filter((_part, at) => read[at] === undefined)];
    level = parts.flatMap(({ users }, at) => {
      const manifest = read[at];
      return manifest === undefined ? [] : [{ manifest, users }];
    });
  }
  return { images, missing };
}

/** Records the platform that needs the manifest; returned only the first time. */
function listedPart(seen: Map<string, Part>, child: Descriptor): readonly Part[] {
  const { digest } = child;
  const known = seen.get(digest);
  const part = known ?? { what: 'manifest', digest, users: new Set() };
  const user = isIndex(child) ? undefined : userOf(child);
  if (user !== undefined) part.users.add(user);
  seen.set(digest, part);
  return known === undefined ? [part] : [];
}

function userOf(child: Descriptor): string | undefined {
  if (isAttestation(child)) return 'an attestation';
  return child.platform && formatPlatform(child.platform);
}

/** By the platform in the index; an index in it, and an image without a platform in it, have to be read to know. */
function mayBeRequired(child: Descriptor, platforms: readonly Platform[]): boolean {
  if (platforms.length === 0 || isIndex(child)) return true;
  return !isAttestation(child) && (child.platform === undefined || isJudged(child.platform, platforms));
}

/** The image, unless its config names another platform than those required. */
async function onlyRequired(
  repository: Reader,
  image: Image,
  platforms: readonly Platform[],
): Promise<readonly Image[]> {
  const { manifest, users } = image;
  if (platforms.length === 0 || users.size > 0 || manifest.content.kind !== 'image') return [image];
  const bytes = await findConfig(repository, manifest.content.config);
  // It may be for any platform: that its config is lost is found with the other blobs.
  if (bytes === undefined) return [image];
  const platform = readPlatform(parseJson(bytes));
  if (platform === undefined || !isJudged(platform, platforms)) return [];
  return [{ manifest, users: new Set([formatPlatform(platform)]) }];
}

function blobsIn(images: readonly Image[]): readonly Part[] {
  const blobs = new Map<string, Part>();
  for (const { manifest, users } of images) {
    for (const blob of partsOf(manifest)) {
      const known = blobs.get(blob.digest) ?? { ...blob, users: new Set() };
      for (const user of users) known.users.add(user);
      blobs.set(blob.digest, known);
    }
  }
  return [...blobs.values()];
}

function partsOf(manifest: Manifest): readonly Omit<Part, 'users'>[] {
  const { content, descriptor } = manifest;
  if (isSchema1(descriptor.mediaType)) return schema1Layers(manifest).map((digest) => ({ what: 'layer', digest }));
  const config = content.kind === 'image' ? content.config.digest : undefined;
  return blobsOf(manifest).map(({ digest, size }) => ({ what: digest === config ? 'config' : 'layer', digest, size }));
}

async function exists(repository: Reader, { what, digest, size }: Part): Promise<boolean> {
  const head = await repository.headBlob(digest);
  if (head === undefined) return false;
  if (size === undefined || head.size === undefined || head.size === size) return true;
  throw new Failure('server', {
    operation: `the ${what} ${digest}`,
    reason: `the registry reports ${head.size} bytes, and its manifest ${size}`,
    advice: 'The storage of the registry is damaged: build and push the image again.',
  });
}

function sentences(missing: readonly Part[]): readonly string[] {
  const named = missing.slice(0, mostNamed).map(({ what, digest, users }) => {
    const whose = users.size === 0 ? '' : ` for ${[...users].join(', ')}`;
    return `its ${what}${whose} (${digest}) does not exist`;
  });
  const more = missing.length - named.length;
  return more === 0 ? named : [...named, `${more} more ${more === 1 ? 'does' : 'do'} not exist either`];
}
