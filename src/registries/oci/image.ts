import type { Platform } from '../../images/platform.js';
import { isObject, parseJson } from '../../lib/json.js';
import { formerFailure } from './answers.js';
import { mustReadConfig } from './config.js';
import { mustRead, tooDeep, unreadable } from './graph.js';
import { isAttestation, isImageConfig } from './inspection.js';
import { type Descriptor, depthLimit, isIndex, type Manifest, readPlatform, texts } from './manifest.js';
import type { ImageReader } from './repository.js';

/** One platform's image: an entry of an index, or a single image. */
export interface PlatformImage {
  readonly descriptor: Descriptor;
  readonly platform: Platform;
  /** Read only on request: the manifest's annotations and the config's labels, labels first. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The index lists it, and its manifest does not exist. Known only where it was to be read. */
  readonly missing?: true;
}

/** An image as a whole. */
export interface ImageContents {
  /** Of the tagged manifest itself, be it an index or an image. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly images: readonly PlatformImage[];
}

/** True if the labels of this platform's image are wanted, by the annotations of the tagged manifest. */
export type WantLabels = (annotations: ImageContents['annotations'], platform: Platform | undefined) => boolean;

/**
 * Reads the platforms of an image: from the index, and if it has none, from the image's config. Attestations
 * (platform unknown/unknown) are not images. Labels that are wanted cost two more requests a platform.
 */
export async function readImage(
  repository: ImageReader,
  digest: string,
  wantLabels: WantLabels,
): Promise<ImageContents> {
  const manifest = await mustRead(repository, digest);
  const { annotations } = manifest;
  const wants = (platform: Platform | undefined) => wantLabels(annotations, platform);
  return { annotations, images: await imagesOf(repository, manifest, wants, 1) };
}

async function imagesOf(
  repository: ImageReader,
  manifest: Manifest,
  wants: (platform: Platform | undefined) => boolean,
  depth: number,
  platform?: Platform,
): Promise<readonly PlatformImage[]> {
  const { content, descriptor } = manifest;
  if (content.kind === 'image') {
    // An artifact that an index lists has no platform, and is none of its images.
    if (depth > 1 && platform === undefined && !isImageConfig(content.config)) return [];
    return [await readConfig(repository, manifest, content.config, platform)];
  }
  if (content.kind === 'former') throw formerFailure(`the manifest ${descriptor.digest}`, descriptor);
  if (depth > depthLimit) throw tooDeep(descriptor);
  const children = content.manifests.filter((child) => !isAttestation(child));
  const listed: (readonly PlatformImage[])[] = [];
  for (const child of children) {
    const { platform: ofChild } = child;
    if (ofChild !== undefined && !isIndex(child)) {
      const read = wants(ofChild) ? await repository.manifest(child.digest) : undefined;
      if (read !== undefined) listed.push(await imagesOf(repository, read, wants, depth + 1, ofChild));
      else listed.push([{ descriptor: child, platform: ofChild, ...(wants(ofChild) && { missing: true as const }) }]);
    } else listed.push(await imagesOf(repository, await mustRead(repository, child.digest), wants, depth + 1, ofChild));
  }
  return listed.flat();
}

/** @param listed the platform by the index, which counts */
async function readConfig(
  repository: ImageReader,
  manifest: Manifest,
  config: Descriptor,
  listed: Platform | undefined,
): Promise<PlatformImage> {
  const value = parseJson(await mustReadConfig(repository, manifest, config));
  const { config: inner } = isObject(value) ? value : {};
  const labels = { ...manifest.annotations, ...(isObject(inner) ? texts(inner.Labels) : {}) };
  const platform = listed ?? readPlatform(value);
  if (platform !== undefined) return { descriptor: manifest.descriptor, platform, labels };
  throw unreadable(manifest.descriptor, `its config (${config.mediaType}) does not name its platform`);
}
