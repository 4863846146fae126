import { isDigest } from '../../../images/digest.js';
import { formatImage, formatRepository, type RegistryName, type RepositoryName } from '../../../images/name.js';
import { asFailure, Failure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { Deletion } from '../../oci/deletion.js';
import { isImageConfig } from '../../oci/inspection.js';
import type { CreateDriver, ListedManifest, RepositoryDriver } from '../driver.js';
import { createEcrApi, type EcrApi } from './api.js';
import { accessKeyIn } from './aws-keys.js';
import { deleteImage } from './deletes.js';
import { type EcrImage, type EcrRepository, isImmutable, readImage, readRepository } from './objects.js';
import { findRepository, pathIn } from './repositories.js';
import { serviceOf } from './service.js';

/**
 * Lists and deletes tags and images via the API of ECR, with the access key of the login or that in the environment.
 * Without one, and where the API refuses it, the registry lists, and nothing is deleted.
 */
export const createEcrDriver: CreateDriver = (settings) => {
  const { registry } = settings;
  const service = serviceOf(registry.host);
  const accessKey = settings.accessKey ?? accessKeyIn(settings);
  const api = service === undefined || accessKey === undefined ? undefined : createEcrApi(service, accessKey, settings);
  if (api === undefined) {
    return {
      requireCredentials() {
        throw noKeys(registry);
      },
      repository: () => withoutApi(noKeys(registry)),
    };
  }
  const { account } = api.service;
  return {
    async *allRepositories() {
      const input = account === undefined ? {} : { registryId: account };
      for await (const page of api.list('DescribeRepositories', input, 'repositories', readRepository)) {
        yield page.map(({ uri }) => ({ path: pathIn(uri) }));
      }
    },
    async repository(name) {
      try {
        const repository = await findRepository(api, name);
        return repository === undefined ? withoutApi(notThere(name, api)) : withApi(api, name, repository);
      } catch (thrown) {
        const failure = asFailure(thrown);
        if (failure.kind !== 'authentication' && failure.kind !== 'denied') throw thrown;
        return withoutApi(failure);
      }
    },
  };
};

/** @param repository as it was when it was opened: which of its tags are immutable */
function withApi(api: EcrApi, name: RepositoryName, repository: EcrRepository): RepositoryDriver {
  const { account } = api.service;
  const input = { ...(account === undefined ? {} : { registryId: account }), repositoryName: repository.name };
  // By default the API leaves archived images out. Public registries have no archive, and no filter.
  const filter = account === undefined ? {} : { filter: { imageStatus: 'ANY' } };
  const listed = (image: EcrImage) => manifestOf(image, repository, account !== undefined);

  async function described(imageId: object): Promise<EcrImage | undefined> {
    const answer = await api.call('DescribeImages', { ...input, imageIds: [imageId] }, 'ImageNotFoundException');
    if (answer === undefined) return undefined;
    const [image] = Array.isArray(answer.imageDetails) ? answer.imageDetails.map(readImage) : [];
    if (image !== undefined) return image;
    throw new Failure('server', {
      operation: `DescribeImages at ${api.service.api.host}`,
      reason: 'an answer without an image that can be read',
    });
  }

  /** ECR itself only keeps such tags from being moved. */
  function lockOf(tags: readonly string[]): Deletion | undefined {
    const tag = tags.find((one) => isImmutable(repository, one));
    if (tag === undefined) return undefined;
    const failure = new Failure('denied', {
      operation: `Deleting ${formatImage({ ...name, tag })}`,
      reason: 'the settings of the repository make this tag immutable',
      advice: 'Leave it out, or add it to the exclusions of the tag immutability of the repository.',
    });
    return { kind: 'locked', failure };
  }

  async function tagsOn(digest: string): Promise<readonly string[]> {
    return (await described({ imageDigest: digest }))?.tags ?? [];
  }

  return {
    async *list() {
      for await (const page of api.list('DescribeImages', { ...input, ...filter }, 'imageDetails', readImage)) {
        yield page.map(listed);
      }
    },
    async find(reference) {
      const image = await described(isDigest(reference) ? { imageDigest: reference } : { imageTag: reference });
      return image && listed(image);
    },
    tagsOn,
    async deleteTag(tag) {
      return lockOf([tag]) ?? deleteImage(api, name, input, { imageTag: tag });
    },
    async deleteManifest(digest) {
      const mayBeLocked = repository.mutability !== undefined && repository.mutability !== 'MUTABLE';
      const lock = mayBeLocked ? lockOf(await tagsOn(digest)) : undefined;
      return lock ?? deleteImage(api, name, input, { imageDigest: digest });
    },
  };
}

/** Whose deletes fail before anything is read for them. */
function withoutApi(failure: Failure): RepositoryDriver {
  const refuse = () => Promise.reject(failure);
  return { prepareDelete: refuse, deleteManifest: refuse };
}

function manifestOf(image: EcrImage, repository: EcrRepository, namesSubjects: boolean): ListedManifest {
  const { digest, tags, mediaType, artifactType, size, pushed, pulled, subject, status } = image;
  const unavailable = unavailableBy(status);
  const mayHaveSubject = !namesSubjects && !isImageConfig({ mediaType: artifactType ?? '' });
  return {
    digest,
    tags: tags.map((name) => ({
      name,
      ...(isImmutable(repository, name) ? { locked: `${name} is immutable on ECR` } : {}),
    })),
    mediaType,
    size,
    pushed,
    pulled,
    subject,
    ...(mayHaveSubject && { mayHaveSubject }),
    ...(unavailable === undefined ? {} : { unavailable }),
  };
}

function unavailableBy(status = 'ACTIVE'): string | undefined {
  if (status === 'ACTIVE') return undefined;
  if (status === 'ARCHIVED') return 'it is archived on ECR, and cannot be pulled until it is restored';
  return status === 'ACTIVATING' ? 'it is being restored from the archive of ECR' : `its status on ECR is ${status}`;
}

function noKeys({ host }: RegistryName): Failure {
  return new Failure('unsupported', {
    operation: `Deleting from ${host}`,
    reason: 'the registry deletes only via the API of AWS, and the environment has no AWS credentials',
    advice:
      `Log in with ${inputName('oidc')}, run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID, ` +
      'AWS_SECRET_ACCESS_KEY and, for temporary credentials, AWS_SESSION_TOKEN.',
  });
}

function notThere(name: RepositoryName, { service: { account, region } }: EcrApi): Failure {
  const operation = `Deleting from ${formatRepository(name)}`;
  if (account === undefined) {
    return new Failure('denied', {
      operation,
      reason: 'the account of these AWS credentials has no such public repository',
      advice: 'Only the account that has a public repository can delete in it: check the alias and the credentials.',
    });
  }
  return new Failure('not-found', {
    operation,
    reason: `the account ${account} has no such repository in ${region}`,
    advice: 'Check the name, and the account and the region in the name of the registry.',
  });
}
