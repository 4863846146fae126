import { contentOf } from '../../registries/manifest-content.js';
import { type EcrImages, imageAt } from './images.js';
import type { ImageId } from './input.js';

/** The reason why an image was not deleted; the request as a whole succeeds. */
export interface ImageFailure {
  readonly imageId: ImageId;
  readonly failureCode: string;
  readonly failureReason: string;
}

export interface DeletedImages {
  readonly imageIds: readonly ImageId[];
  readonly failures: readonly ImageFailure[];
}

/** Digest → the failure that every attempt to delete that image meets. */
export type StuckImages = ReadonlyMap<string, Pick<ImageFailure, 'failureCode' | 'failureReason'>>;

/**
 * BatchDeleteImage, one after the other. A tag goes alone, the last one with its image; a digest goes with all its
 * tags. A manifest that an index lists cannot be deleted, not even together with that index.
 */
export async function deleteImages(
  images: EcrImages,
  ids: readonly ImageId[],
  stuck: StuckImages,
): Promise<DeletedImages> {
  const indexes = new Map<string, string[]>();
  for (const manifest of images.manifests.values()) {
    for (const child of contentOf(manifest).children) {
      indexes.set(child, [...(indexes.get(child) ?? []), manifest.digest]);
    }
  }
  const imageIds: ImageId[] = [];
  const failures: ImageFailure[] = [];
  for (const imageId of ids) {
    const outcome = await deleteOne(images, imageId, indexes, stuck);
    if ('failureCode' in outcome) failures.push({ imageId, ...outcome });
    else imageIds.push(...outcome.deleted);
  }
  return { imageIds, failures };
}

type Outcome = Omit<ImageFailure, 'imageId'> | { readonly deleted: readonly ImageId[] };

async function deleteOne(
  images: EcrImages,
  id: ImageId,
  indexes: ReadonlyMap<string, readonly string[]>,
  stuck: StuckImages,
): Promise<Outcome> {
  const malformed = refuseId(images, id);
  if (malformed !== undefined) return malformed;
  const image = imageAt(images, id);
  if (image === undefined) return failed('ImageNotFound', 'Requested image not found');
  const held = stuck.get(image.digest);
  if (held !== undefined) return held;
  const { digest, tags } = image;
  const { imageTag } = id;
  if (imageTag !== undefined && tags.size > 1) {
    await images.remove(imageTag);
    return { deleted: [{ imageDigest: digest, imageTag }] };
  }
  const lists = indexes.get(digest);
  if (lists !== undefined) {
    return failed(
      'ImageReferencedByManifestList',
      `Requested image referenced by manifest list: [${lists.join(', ')}]`,
    );
  }
  const gone: ImageId[] = [...tags.keys()].map((tag) => ({ imageDigest: digest, imageTag: tag }));
  await images.remove(digest);
  return { deleted: gone.length > 0 ? gone : [{ imageDigest: digest }] };
}

function refuseId({ tagged, manifests }: EcrImages, { imageDigest, imageTag }: ImageId) {
  if (imageDigest === undefined && imageTag === undefined) {
    return failed('MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    return failed(
      'InvalidImageDigest',
      "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
    );
  }
  const both = imageDigest !== undefined && imageTag !== undefined;
  const known = both && tagged.has(imageTag) && manifests.has(imageDigest);
  if (!known || tagged.get(imageTag)?.digest === imageDigest) return undefined;
  return failed('ImageTagDoesNotMatchDigest', 'The given tag does not match the given digest');
}

function failed(failureCode: string, failureReason: string): Omit<ImageFailure, 'imageId'> {
  return { failureCode, failureReason };
}
