import type { AwsFailure } from '../aws/authentication.js';
import { type AwsCaller, type AwsIdentities, mayDo, notAuthorized } from '../aws/identities.js';
import type { AwsOperation } from '../aws/json-protocol.js';
import type { EcrImages } from './images.js';
import { type EcrInput, invalid, readInput } from './input.js';

type Result = Promise<object | AwsFailure> | object | AwsFailure;

export interface EcrOperations {
  /** An operation on the images of one repository. @param known its fields beside the repository's */
  onImages(
    operation: string,
    known: readonly (keyof EcrInput)[],
    run: (images: EcrImages, input: EcrInput) => Result,
  ): AwsOperation;
  /** An operation on a registry as a whole. */
  onRegistry(
    operation: string,
    known: readonly (keyof EcrInput)[],
    run: (input: EcrInput, caller: AwsCaller) => Result,
  ): AwsOperation;
}

/** A repository that a request names; without `images` it does not exist. */
export interface ReachedRepository {
  readonly arn: string;
  /** True if the caller is a member of the repository or, where none exists, of the registry's account. */
  readonly open: boolean;
  readonly images?: EcrImages;
}

/** Checks input and permissions. @param service the prefix of actions: `ecr` or `ecr-public` */
export function ecrOperations(
  identities: AwsIdentities,
  service: string,
  reach: (repositoryName: string, registryId: string, caller: AwsCaller) => ReachedRepository,
): EcrOperations {
  const denied = (caller: AwsCaller, operation: string, resource: string): AwsFailure => ({
    failure: 'AccessDeniedException',
    message: notAuthorized(caller, `${service}:${operation}`, resource),
  });

  return {
    onImages: (operation, known, run) => (given, caller) => {
      const input = readInput(given, ['registryId', 'repositoryName', ...known]);
      if ('failure' in input) return input;
      const { registryId = caller.account, repositoryName } = input;
      if (repositoryName === undefined) return invalid('repositoryName', 'Member must not be null');
      // Permissions come first: without them an answer must not reveal which repositories another account has.
      const { arn, open, images } = reach(repositoryName, registryId, caller);
      if (!open || !mayDo(identities, caller, `${service}:${operation}`)) return denied(caller, operation, arn);
      return images === undefined ? repositoryNotFound(repositoryName, registryId) : run(images, input);
    },
    onRegistry: (operation, known, run) => (given, caller) => {
      const input = readInput(given, known);
      if ('failure' in input) return input;
      return mayDo(identities, caller, `${service}:${operation}`) ? run(input, caller) : denied(caller, operation, '*');
    },
  };
}

export function repositoryNotFound(name: string, registryId: string): AwsFailure {
  return {
    failure: 'RepositoryNotFoundException',
    message: `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  };
}
