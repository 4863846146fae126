import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import type { AwsFailure } from '../aws/authentication.js';
import { type EcrInput, type ImageId, invalid } from './input.js';

export type ImageStatus = 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';

/** The images of one repository, as the operations of both kinds of ECR see them. */
export interface EcrImages {
  readonly registryId: string;
  /** As the API names it. */
  readonly repositoryName: string;
  /** Digest → manifest: the parts of an index are images of their own. */
  readonly manifests: ReadonlyMap<string, LedgerManifest>;
  readonly tagged: ReadonlyMap<string, LedgerManifest>;
  /** Takes a tag, or a digest with all its tags, out of the registry. */
  remove(reference: string): Promise<void>;
}

const PAGE = 100;

/** The image with that tag, that digest, or both. */
export function imageAt(
  { manifests, tagged }: EcrImages,
  { imageDigest, imageTag }: ImageId,
): LedgerManifest | undefined {
  const found = imageTag === undefined ? manifests.get(imageDigest ?? '') : tagged.get(imageTag);
  return imageDigest === undefined || found?.digest === imageDigest ? found : undefined;
}

/** The images that a request names. */
function imagesAt(images: EcrImages, ids: readonly ImageId[]): readonly LedgerManifest[] | AwsFailure {
  const found = new Set<LedgerManifest>();
  for (const id of ids) {
    const image = imageAt(images, id);
    if (image === undefined) return imageNotFound(images, id);
    found.add(image);
  }
  return [...found];
}

function imageNotFound({ repositoryName, registryId }: EcrImages, { imageDigest, imageTag }: ImageId): AwsFailure {
  const quoted = (value: string | undefined) => `'${value ?? 'null'}'`;
  return {
    failure: 'ImageNotFoundException',
    message: `The image with imageId {imageDigest:${quoted(imageDigest)}, imageTag:${quoted(imageTag)}} does not exist within the repository with name '${repositoryName}' in the registry with id '${registryId}'`,
  };
}

/** The fields that both kinds of ECR have. Dates are seconds; an image without tags has no `imageTags`. */
export function describeImage(images: EcrImages, manifest: LedgerManifest) {
  const { registryId, repositoryName } = images;
  const { digest, mediaType, created, tags } = manifest;
  const { artifactType, configType } = contentOf(manifest);
  const type = artifactType ?? configType;
  return {
    registryId,
    repositoryName,
    imageDigest: digest,
    ...(tags.size > 0 && { imageTags: [...tags.keys()] }),
    imageSizeInBytes: sizeOf(images, manifest),
    imagePushedAt: created.getTime() / 1000,
    imageManifestMediaType: mediaType,
    ...(type !== undefined && { artifactMediaType: type }),
  };
}

/** An index is as large as the largest image in it. */
function sizeOf(images: EcrImages, manifest: LedgerManifest): number {
  const { children, size } = contentOf(manifest);
  const parts = [...children].flatMap((digest) => images.manifests.get(digest) ?? []);
  return parts.length === 0 ? size : Math.max(...parts.map((part) => sizeOf(images, part)));
}

/** One page of a list, sorted by key: AWS promises no order, and this one is of no use to a client. */
export function pageOf<T>(
  all: readonly (readonly [key: string, value: T])[],
  { maxResults = PAGE, nextToken }: Pick<EcrInput, 'maxResults' | 'nextToken'>,
): { readonly values: readonly T[]; readonly next?: { readonly nextToken: string } } | AwsFailure {
  const after = nextToken === undefined ? '' : fromToken(nextToken);
  if (after === undefined) return invalid('nextToken', 'Invalid nextToken');
  const left = all.filter(([key]) => key > after).sort(([one], [other]) => (one < other ? -1 : 1));
  const page = left.slice(0, maxResults);
  const last = page.at(-1)?.[0];
  return {
    values: page.map(([, value]) => value),
    ...(page.length < left.length && last !== undefined && { next: { nextToken: toToken(last) } }),
  };
}

/** DescribeImages: the named images, or one page of all. */
export function describeImages(
  images: EcrImages,
  input: EcrInput,
  chosen: readonly LedgerManifest[],
  describe: (manifest: LedgerManifest) => object,
): object | AwsFailure {
  const { imageIds, maxResults, nextToken } = input;
  if (imageIds === undefined) {
    const page = pageOf(
      chosen.map((manifest) => [manifest.digest, manifest] as const),
      input,
    );
    return 'failure' in page ? page : { imageDetails: page.values.map(describe), ...page.next };
  }
  if ((maxResults ?? nextToken) !== undefined) {
    return invalid('imageIds', 'maxResults and nextToken cannot be used with imageIds');
  }
  const named = imagesAt(images, imageIds);
  return 'failure' in named ? named : { imageDetails: named.map(describe) };
}

function toToken(after: string): string {
  return Buffer.from(JSON.stringify({ after })).toString('base64');
}

function fromToken(token: string): string | undefined {
  try {
    const read: { readonly after?: unknown } = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return typeof read.after === 'string' ? read.after : undefined;
  } catch {
    return undefined;
  }
}
