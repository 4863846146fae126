import type { Host } from '../../exchange.js';
import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import type { AwsFailure } from '../aws/authentication.js';
import { type AwsCaller, mayDo, notAuthorized } from '../aws/identities.js';
import { type AwsOperation, awsJsonHost } from '../aws/json-protocol.js';
import { deleteImages } from './deleting.js';
import { describeImage, type EcrImages, imagesAt, pageOf } from './images.js';
import { type EcrInput, invalid, readInput } from './input.js';
import { getImages } from './manifests.js';
import { authorizationData } from './passwords.js';
import type { EcrRegion } from './places.js';
import { describeRepositories, repositoryNotFound } from './repositories.js';
import { type Ecr, imagesOf, isThere, repositoryArn } from './state.js';

const ON_IMAGES = ['registryId', 'repositoryName'] as const;

/** The API of the private registries in one region: `api.ecr.REGION.amazonaws.com` and its other names. */
export function ecrApi(ecr: Ecr, region: EcrRegion): Host {
  const { arn } = region;
  const service = { region: region.region, service: 'ecr', target: 'AmazonEC2ContainerRegistry_V20150921' };

  /** Checks who may do this before it checks whether there is such a repository, as AWS does for another account. */
  function reach(input: EcrInput, caller: AwsCaller, operation: string): EcrImages | AwsFailure {
    const { registryId = caller.account, repositoryName } = input;
    if (repositoryName === undefined) return invalid('repositoryName', 'Member must not be null');
    const place = { account: registryId, region: region.region };
    const there = isThere(ecr, repositoryName, place);
    const member = there
      ? ecr.repositories.get(repositoryName)?.members.has(caller.accessKey) === true
      : registryId === caller.account;
    if (!member || !mayDo(ecr.identities, caller, `ecr:${operation}`)) {
      return denied(caller, operation, repositoryArn(arn, place, repositoryName));
    }
    return there ? imagesOf(ecr, registryId, repositoryName) : repositoryNotFound(repositoryName, registryId);
  }

  /** An operation on the images of one repository. */
  function onImages(
    operation: string,
    known: readonly (keyof EcrInput)[],
    run: (images: EcrImages, input: EcrInput) => Promise<object | AwsFailure> | object | AwsFailure,
  ): AwsOperation {
    return (given, caller) => {
      const input = readInput(given, [...ON_IMAGES, ...known]);
      if ('failure' in input) return input;
      const images = reach(input, caller, operation);
      return 'failure' in images ? images : run(images, input);
    };
  }

  function onRegistry(
    operation: string,
    known: readonly (keyof EcrInput)[],
    run: (input: EcrInput, caller: AwsCaller) => object | AwsFailure,
  ): AwsOperation {
    return (given, caller) => {
      const input = readInput(given, known);
      if ('failure' in input) return input;
      return mayDo(ecr.identities, caller, `ecr:${operation}`) ? run(input, caller) : denied(caller, operation, '*');
    };
  }

  function describe(images: EcrImages, input: EcrInput): object | AwsFailure {
    const { imageIds, maxResults, nextToken } = input;
    if (imageIds !== undefined && (maxResults ?? nextToken) !== undefined) {
      return invalid('imageIds', 'maxResults and nextToken cannot be used with imageIds');
    }
    if (imageIds !== undefined) {
      const named = imagesAt(images, imageIds);
      return 'failure' in named ? named : { imageDetails: named.map((manifest) => detail(images, manifest)) };
    }
    const chosen = [...images.manifests.values()].filter((manifest) => passes(images, manifest, input));
    const page = pageOf(
      chosen.map((manifest) => [manifest.digest, manifest] as const),
      input,
    );
    if ('failure' in page) return page;
    return { imageDetails: page.values.map((manifest) => detail(images, manifest)), ...page.next };
  }

  function list(images: EcrImages, input: EcrInput): object | AwsFailure {
    const chosen = [...images.manifests.values()].filter((manifest) => passes(images, manifest, input));
    const ids = chosen.flatMap(({ digest, tags }) =>
      tags.size === 0
        ? [[digest, { imageDigest: digest }] as const]
        : [...tags.keys()].map((tag) => [`${digest} ${tag}`, { imageDigest: digest, imageTag: tag }] as const),
    );
    const page = pageOf(ids, input);
    return 'failure' in page ? page : { imageIds: page.values, ...page.next };
  }

  /** Without a word on the status, only active images are listed. */
  function passes(images: EcrImages, manifest: LedgerManifest, { filter = {} }: EcrInput): boolean {
    const { tagStatus = 'ANY', imageStatus = 'ACTIVE' } = filter;
    const tagged = manifest.tags.size > 0 ? 'TAGGED' : 'UNTAGGED';
    const { status } = ecr.status(images.repositoryName, manifest.digest);
    return ['ANY', tagged].includes(tagStatus) && ['ANY', status].includes(imageStatus);
  }

  function detail(images: EcrImages, manifest: LedgerManifest): object {
    const { pulled, digest } = manifest;
    const { subject } = contentOf(manifest);
    const { status, since } = ecr.status(images.repositoryName, digest);
    const moved = since === undefined ? undefined : since.getTime() / 1000;
    return {
      ...describeImage(images, manifest),
      ...(pulled !== undefined && { lastRecordedPullTime: pulled.getTime() / 1000 }),
      ...(subject !== undefined && { subjectManifestDigest: subject }),
      imageStatus: status,
      ...(moved !== undefined && { [status === 'ARCHIVED' ? 'lastArchivedAt' : 'lastActivatedAt']: moved }),
    };
  }

  const operations: Record<string, AwsOperation> = {
    GetAuthorizationToken: onRegistry('GetAuthorizationToken', ['registryIds'], (input, caller) => ({
      authorizationData: (input.registryIds ?? [caller.account]).map((account) => ({
        ...authorizationData(ecr.passwords.issue(caller.accessKey)),
        proxyEndpoint: `https://${region.registryHosts(account)[0]}`,
      })),
    })),
    DescribeRepositories: onRegistry(
      'DescribeRepositories',
      ['registryId', 'repositoryNames', 'maxResults', 'nextToken'],
      (input, { account }) => describeRepositories(ecr, region, input, input.registryId ?? account),
    ),
    DescribeImages: onImages('DescribeImages', ['imageIds', 'filter', 'maxResults', 'nextToken'], describe),
    ListImages: onImages('ListImages', ['filter', 'maxResults', 'nextToken'], list),
    BatchGetImage: onImages('BatchGetImage', ['imageIds', 'acceptedMediaTypes'], (images, input) =>
      getImages(ecr, images, input),
    ),
    BatchDeleteImage: onImages('BatchDeleteImage', ['imageIds'], (images, { imageIds }) =>
      imageIds === undefined
        ? invalid('imageIds', 'Member must not be null')
        : deleteImages(images, imageIds, ecr.stuck),
    ),
  };
  return awsJsonHost({ ...service, identities: ecr.identities, operations, throttled: ecr.throttled });
}

function denied(caller: AwsCaller, operation: string, resource: string): AwsFailure {
  return { failure: 'AccessDeniedException', message: notAuthorized(caller, `ecr:${operation}`, resource) };
}
