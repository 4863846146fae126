import type { AwsFailure } from '../aws/authentication.js';
import type { ImageFailure } from './deleting.js';
import { type EcrImages, imageAt } from './images.js';
import { type EcrInput, type ImageId, invalid } from './input.js';
import type { Ecr } from './state.js';

/** The default of `acceptedMediaTypes`, which has no index. */
const ACCEPTED = [
  'application/vnd.docker.distribution.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
];

/** BatchGetImage: manifests, byte by byte. Each counts as a pull; an archived image is not found. */
export function getImages(ecr: Ecr, images: EcrImages, input: EcrInput): object | AwsFailure {
  const { imageIds, acceptedMediaTypes = ACCEPTED } = input;
  if (imageIds === undefined) return invalid('imageIds', 'Member must not be null');
  const { registryId, repositoryName } = images;
  const found: object[] = [];
  const failures: ImageFailure[] = [];
  for (const imageId of imageIds) {
    const image = imageAt(images, imageId);
    const active = image !== undefined && ecr.status(repositoryName, image.digest).status === 'ACTIVE';
    if (image === undefined || !active || !acceptedMediaTypes.includes(image.mediaType)) {
      failures.push(notFound(imageId));
      continue;
    }
    image.pulled = new Date();
    found.push({
      registryId,
      repositoryName,
      imageId: { ...imageId, imageDigest: image.digest },
      imageManifest: image.bytes.toString('utf8'),
      imageManifestMediaType: image.mediaType,
    });
  }
  return { images: found, failures };
}

function notFound(imageId: ImageId): ImageFailure {
  return { imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}
