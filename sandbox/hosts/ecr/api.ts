import type { Host } from '../../exchange.js';
import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import type { AwsFailure } from '../aws/authentication.js';
import { awsJsonHost } from '../aws/json-protocol.js';
import { deleteImages } from './deleting.js';
import { describeImage, describeImages, type EcrImages, pageOf } from './images.js';
import { type EcrInput, invalid } from './input.js';
import { getImages } from './manifests.js';
import { ecrOperations } from './operations.js';
import type { EcrRegion } from './places.js';
import { describePrivate } from './repositories.js';
import { type Ecr, imagesOf, isThere, repositoryArn } from './state.js';

/** The API of the private registries in one region: `api.ecr.REGION.amazonaws.com` and its other names. */
export function ecrApi(ecr: Ecr, region: EcrRegion): Host {
  const { identities, throttle } = ecr;
  const { onImages, onRegistry } = ecrOperations(identities, 'ecr', (name, account, caller) => {
    const place = { account, region: region.region };
    const arn = repositoryArn(region.arn, place, name);
    if (!isThere(ecr, name, place)) return { arn, open: account === caller.account };
    const open = ecr.repositories.get(name)?.members.has(caller.member) === true;
    return { arn, open, images: imagesOf(ecr, account, name) };
  });

  function list(images: EcrImages, input: EcrInput): object | AwsFailure {
    const ids = chosen(images, input).flatMap(({ digest, tags }) =>
      tags.size === 0
        ? [[digest, { imageDigest: digest }] as const]
        : [...tags.keys()].map((tag) => [`${digest} ${tag}`, { imageDigest: digest, imageTag: tag }] as const),
    );
    const page = pageOf(ids, input);
    return 'failure' in page ? page : { imageIds: page.values, ...page.next };
  }

  /** The default of `imageStatus` is ACTIVE. */
  function chosen({ repositoryName, manifests }: EcrImages, { filter = {} }: EcrInput): readonly LedgerManifest[] {
    const { tagStatus = 'ANY', imageStatus = 'ACTIVE' } = filter;
    return [...manifests.values()].filter(({ digest, tags }) => {
      const tagged = tags.size > 0 ? 'TAGGED' : 'UNTAGGED';
      const { status } = ecr.status(repositoryName, digest);
      return ['ANY', tagged].includes(tagStatus) && ['ANY', status].includes(imageStatus);
    });
  }

  function detail(images: EcrImages, manifest: LedgerManifest): object {
    const { pulled, digest } = manifest;
    const { subject } = contentOf(manifest);
    const { status, since } = ecr.status(images.repositoryName, digest);
    const moved = status === 'ARCHIVED' ? 'lastArchivedAt' : 'lastActivatedAt';
    return {
      ...describeImage(images, manifest),
      ...(pulled !== undefined && { lastRecordedPullTime: pulled.getTime() / 1000 }),
      ...(subject !== undefined && { subjectManifestDigest: subject }),
      imageStatus: status,
      ...(since !== undefined && { [moved]: since.getTime() / 1000 }),
    };
  }

  return awsJsonHost({
    identities,
    throttle,
    region: region.region,
    service: 'ecr',
    target: 'AmazonEC2ContainerRegistry_V20150921',
    operations: {
      GetAuthorizationToken: onRegistry('GetAuthorizationToken', ['registryIds'], (input, caller) => ({
        authorizationData: (input.registryIds ?? [caller.account]).map((account) => ({
          ...ecr.passwords.authorization(caller.accessKey),
          proxyEndpoint: `https://${region.registryHosts(account)[0]}`,
        })),
      })),
      DescribeRepositories: onRegistry(
        'DescribeRepositories',
        ['registryId', 'repositoryNames', 'maxResults', 'nextToken'],
        (input, { account }) => describePrivate(ecr, region, input, input.registryId ?? account),
      ),
      DescribeImages: onImages('DescribeImages', ['imageIds', 'filter', 'maxResults', 'nextToken'], (images, input) =>
        describeImages(images, input, chosen(images, input), (manifest) => detail(images, manifest)),
      ),
      ListImages: onImages('ListImages', ['filter', 'maxResults', 'nextToken'], list),
      BatchGetImage: onImages('BatchGetImage', ['imageIds', 'acceptedMediaTypes'], (images, input) =>
        getImages(ecr, images, input),
      ),
      BatchDeleteImage: onImages('BatchDeleteImage', ['imageIds'], (images, { imageIds }) =>
        imageIds === undefined
          ? invalid('imageIds', 'Member must not be null')
          : deleteImages(images, imageIds, ecr.stuck),
      ),
    },
  });
}
