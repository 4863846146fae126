import type { Host } from '../../exchange.js';
import type { AwsFailure } from '../aws/authentication.js';
import { type AwsCaller, mayDo, notAuthorized } from '../aws/identities.js';
import { awsJsonHost } from '../aws/json-protocol.js';
import { deleteImages } from '../ecr/deleting.js';
import { describeImage, describeImages, type EcrImages, pageOf } from '../ecr/images.js';
import { type EcrInput, invalid } from '../ecr/input.js';
import { ecrOperations } from '../ecr/operations.js';
import { imagesOf } from '../ecr/state.js';
import { describePublic, describeRegistry } from './repositories.js';
import { aliasesOf, type EcrPublic, fullName } from './state.js';

/** The API of the public registries, which names repositories without alias: `api.ecr-public.us-east-1.amazonaws.com`. */
export function ecrPublicApi(ecr: EcrPublic): Host {
  const { identities, throttle } = ecr;
  const { onImages, onRegistry } = ecrOperations(identities, 'ecr-public', (name, account, caller) => {
    const arn = `arn:aws:ecr-public::${account}:repository/${name}`;
    const full = fullName(ecr, account, name);
    if (full === undefined) return { arn, open: account === caller.account };
    const open = ecr.repositories.get(full)?.members.has(caller.member) === true;
    return { arn, open, images: imagesOf(ecr, account, name, full) };
  });

  /** A public registry's password is a service bearer token of STS. */
  function password(caller: AwsCaller): object | AwsFailure {
    const action = 'sts:GetServiceBearerToken';
    return mayDo(identities, caller, action)
      ? { authorizationData: ecr.passwords.authorization(caller.accessKey) }
      : { failure: 'AccessDeniedException', message: notAuthorized(caller, action, '*') };
  }

  function describeTags(images: EcrImages, input: EcrInput): object | AwsFailure {
    const page = pageOf(
      [...images.tagged].map(([tag, manifest]) => [tag, { tag, manifest }] as const),
      input,
    );
    if ('failure' in page) return page;
    const imageTagDetails = page.values.map(({ tag, manifest }) => {
      const { registryId, repositoryName, imageTags, ...imageDetail } = describeImage(images, manifest);
      return { imageTag: tag, createdAt: (manifest.tags.get(tag)?.getTime() ?? 0) / 1000, imageDetail };
    });
    return { imageTagDetails, ...page.next };
  }

  return awsJsonHost({
    identities,
    throttle,
    region: 'us-east-1',
    service: 'ecr-public',
    target: 'SpencerFrontendService',
    operations: {
      GetAuthorizationToken: onRegistry('GetAuthorizationToken', [], (_input, caller) => password(caller)),
      DescribeRegistries: onRegistry('DescribeRegistries', ['maxResults', 'nextToken'], (_input, { account }) => ({
        registries: [describeRegistry(account, aliasesOf(ecr, account))],
      })),
      DescribeRepositories: onRegistry(
        'DescribeRepositories',
        ['registryId', 'repositoryNames', 'maxResults', 'nextToken'],
        (input, { account }) => describePublic(ecr, input, input.registryId ?? account),
      ),
      DescribeImages: onImages('DescribeImages', ['imageIds', 'maxResults', 'nextToken'], (images, input) =>
        describeImages(images, input, [...images.manifests.values()], (manifest) => describeImage(images, manifest)),
      ),
      DescribeImageTags: onImages('DescribeImageTags', ['maxResults', 'nextToken'], describeTags),
      BatchDeleteImage: onImages('BatchDeleteImage', ['imageIds'], (images, { imageIds }) =>
        imageIds === undefined
          ? invalid('imageIds', 'Member must not be null')
          : deleteImages(images, imageIds, ecr.stuck),
      ),
    },
  });
}
