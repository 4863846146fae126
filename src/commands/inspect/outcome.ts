import { formatImage, type ImageName } from '../../images/name.js';
import { formatPlatform, type Platform } from '../../images/platform.js';
import type { Failure } from '../../lib/errors.js';
import { type InspectedImage, type Inspection, sizeOf } from '../../registries/oci/inspection.js';
import type { FoundSignature } from './signatures.js';

/** The outcome of one image. */
export type InspectOutcome =
  | Inspected
  | { readonly kind: 'failed'; readonly image: ImageName; readonly failure: Failure };

export interface Inspected {
  readonly kind: 'inspected';
  readonly image: ImageName;
  readonly inspection: Inspection;
  /** The only one that was requested. */
  readonly platform: Platform | undefined;
  /** On the manifest of that name, in order; undefined where they are not known. */
  readonly tags: readonly string[] | undefined;
  /** Of the digest that is shown, not verified; undefined where they are not listed. */
  readonly signatures: readonly FoundSignature[] | undefined;
}

/** The result of `inspect`: one outcome for each image, in order. */
export interface InspectResult {
  readonly outcomes: readonly InspectOutcome[];
}

/** An image in the words of the outputs. */
export interface ImageFacts {
  readonly digest: string;
  readonly mediaType: string;
  /** Undefined of a container image. */
  readonly artifactType: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly created: Date | undefined;
  readonly platforms: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** Of the image as a whole; of one platform, where one was requested and an index has it, that platform's. */
export function factsOf({ inspection, platform }: Pick<Inspected, 'inspection' | 'platform'>): ImageFacts {
  const { images, created } = inspection;
  const [only] = images;
  const shown = platform === undefined ? undefined : only;
  const { digest, mediaType } = (shown ?? inspection).descriptor;
  return {
    digest,
    mediaType,
    artifactType: (shown ?? inspection).artifactType,
    size: sizeOf(images),
    created,
    platforms: [...new Set(images.map(platformOf))].filter((text) => text !== ''),
    labels: sharedLabels(images),
  };
}

/** Its platforms; of an artifact, which is for none, its type. */
export function kindOf({ platforms, artifactType = '' }: Pick<ImageFacts, 'platforms' | 'artifactType'>): string {
  return platforms.join(', ') || artifactType;
}

/** The image by its digest: what to deploy. */
export function pinnedOf(one: Inspected): string {
  const { registry, path } = one.image;
  return formatImage({ registry, path, digest: factsOf(one).digest });
}

/** The tags on the same manifest, without the one that was given; undefined if there are none, or none are known. */
export function otherTagsOf({ image, tags = [] }: Inspected): string | undefined {
  const others = tags.filter((tag) => tag !== image.tag);
  return others.length === 0 ? undefined : others.join(', ');
}

/** Its platform in short; empty of what is for none. */
export function platformOf({ platform }: Pick<InspectedImage, 'platform'>): string {
  return platform === undefined ? '' : formatPlatform(platform);
}

function sharedLabels(images: readonly InspectedImage[]): Readonly<Record<string, string>> {
  const [first, ...others] = images;
  const shared = Object.entries(first?.labels ?? {}).filter(([name, value]) =>
    others.every(({ labels }) => labels[name] === value),
  );
  return Object.fromEntries(shared);
}

/** The claims of a signature or another referrer, in a few words. */
export function describeSignature({ kind, type, identity, issuer, predicateType, error }: FoundSignature): string {
  if (kind === 'unreadable') return `unreadable: ${error ?? ''}`;
  if (kind === 'other') return type ?? 'of an unknown type';
  const who = identity === undefined ? 'by a key' : `by ${identity}${issuer === undefined ? '' : ` (${issuer})`}`;
  return `${kind} ${who}${predicateType === undefined || kind === 'signature' ? '' : `, ${predicateType}`}`;
}
