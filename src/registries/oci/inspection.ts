import { later, plausibleDate, timeOf } from '../../images/date.js';
import { type Platform, samePlatform } from '../../images/platform.js';
import { isObject, parseJson } from '../../lib/json.js';
import { formerFailure } from './answers.js';
import { mustReadConfig } from './config.js';
import { mustRead, tooDeep } from './graph.js';
import { type Descriptor, depthLimit, isIndex, type Manifest, readPlatform, texts } from './manifest.js';
import type { ImageReader } from './repository.js';

/** All that a registry reports about an image. */
export interface Inspection {
  /** Of the requested manifest: the index, if one exists. */
  readonly descriptor: Descriptor;
  readonly annotations: Readonly<Record<string, string>>;
  /** Of the requested manifest; undefined for a container image. */
  readonly artifactType: string | undefined;
  /** The creation date: the latest of its images, each dated by `createdOf`. */
  readonly created: Date | undefined;
  /** One a platform, in the order of the index; those of the requested platform. */
  readonly images: readonly InspectedImage[];
  /** The attestations of BuildKit (provenance, SBOM), one a platform; they have not been read. */
  readonly attestations: readonly Descriptor[];
}

export interface InspectedImage {
  readonly descriptor: Descriptor;
  /** Undefined of other artifacts: a chart, a signature. */
  readonly platform: Platform | undefined;
  readonly created: Date | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /**
   * The declared type of an artifact, else the type of its config; undefined of a container image without a declared
   * type.
   */
  readonly artifactType: string | undefined;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** The images of an index that are read: each costs two requests, and on Docker Hub a pull. */
export type Wanted = 'all' | 'first' | Platform;

const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;

/** Reads the contents of a manifest that has been read itself. @throws Failure as `ImageReader`. */
export async function inspectManifest(
  repository: ImageReader,
  manifest: Manifest,
  wanted: Wanted,
): Promise<Inspection> {
  const attestations: Descriptor[] = [];
  const images = await imagesOf(repository, manifest, wanted, attestations, 1);
  const selected = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
  return {
    descriptor: manifest.descriptor,
    annotations: manifest.annotations,
    artifactType: artifactTypeOf(manifest),
    created: latestOf(manifest, selected),
    images: selected,
    attestations,
  };
}

/** The declared type, else the type of its config, as charts have it (OCI image specification, "artifacts"). */
export function artifactTypeOf({ artifactType, content }: Manifest): string | undefined {
  if (artifactType !== undefined || content.kind !== 'image' || isImageConfig(content.config)) return artifactType;
  return content.config.mediaType;
}

function latestOf(manifest: Manifest, images: readonly InspectedImage[]): Date | undefined {
  const latest = images.map(({ created }) => created).reduce(later, undefined);
  return plausibleDate(latest) ?? createdOf(manifest) ?? latest;
}

async function imagesOf(
  repository: ImageReader,
  manifest: Manifest,
  wanted: Wanted,
  attestations: Descriptor[],
  depth: number,
): Promise<readonly InspectedImage[]> {
  const { content, descriptor } = manifest;
  if (content.kind === 'image') return [await readImage(repository, manifest, content)];
  if (content.kind === 'former') throw formerFailure(`the manifest ${descriptor.digest}`, descriptor);
  if (depth > depthLimit) throw tooDeep(descriptor);
  attestations.push(...content.manifests.filter(isAttestation));
  const children = content.manifests.filter((child) => !isAttestation(child) && mayBe(child, wanted));
  const read = wanted === 'first' ? children.slice(0, 1) : children;
  const found = await Promise.all(
    read.map(async (child) => {
      const inner = await mustRead(repository, child.digest);
      const images = await imagesOf(repository, inner, wanted, attestations, depth + 1);
      // The platform in an index takes precedence; the config is used if the index has none.
      return isIndex(child)
        ? images
        : images.map((image) => ({ ...image, platform: child.platform ?? image.platform }));
    }),
  );
  return found.flat();
}

/** An attestation of BuildKit: by an annotation, or by the platform unknown/unknown. */
export function isAttestation({ annotations, platform }: Descriptor): boolean {
  return (
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
    (platform?.os === 'unknown' && platform.architecture === 'unknown')
  );
}

/** True if it has to be read; an entry without a platform must be read to know. */
function mayBe(child: Descriptor, wanted: Wanted): boolean {
  return typeof wanted === 'string' || child.platform === undefined || isIndex(child) || isFor(child.platform, wanted);
}

function isFor(platform: Platform | undefined, wanted: Platform): boolean {
  return platform !== undefined && samePlatform(platform, wanted);
}

async function readImage(
  repository: ImageReader,
  manifest: Manifest,
  { config, layers }: { readonly config: Descriptor; readonly layers: readonly Descriptor[] },
): Promise<InspectedImage> {
  const bytes = isImageConfig(config) ? await mustReadConfig(repository, manifest, config) : undefined;
  const value = bytes === undefined ? {} : read(bytes);
  const platform = readPlatform(value);
  return {
    descriptor: manifest.descriptor,
    platform: platform?.os === '' || platform?.architecture === '' ? undefined : platform,
    created: createdOf(manifest, bytes),
    labels: isObject(value.config) ? texts(value.config.Labels) : {},
    annotations: manifest.annotations,
    artifactType: artifactTypeOf(manifest),
    config,
    layers,
  };
}

/** True if this is the config of a container image: those of others (charts, signatures) have other fields. */
export function isImageConfig({ mediaType }: Pick<Descriptor, 'mediaType'>): boolean {
  return configTypes.test(mediaType);
}

/**
 * When an image was created: by the bytes of its config, else by its annotation, which charts and other artifacts have;
 * undefined if neither has one. A date that cannot be true (the epoch of reproducible builds) is the last choice.
 */
export function createdOf({ annotations }: Pick<Manifest, 'annotations'>, config?: Buffer): Date | undefined {
  const created = config === undefined ? undefined : timeOf(read(config).created);
  return plausibleDate(created) ?? timeOf(annotations['org.opencontainers.image.created']) ?? created;
}

/** Bytes that are transferred for these images, compressed: configs and layers, each blob once. */
export function sizeOf(images: readonly Pick<InspectedImage, 'config' | 'layers'>[]): number {
  const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
  return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}

function read(bytes: Buffer): Record<string, unknown> {
  const value = parseJson(bytes);
  return isObject(value) ? value : {};
}
