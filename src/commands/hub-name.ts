import { usageFailure } from '../errors.js';
import type { RepositoryName } from '../images/name.js';
import { profileOf } from '../registries/profiles.js';

/** Namespace and name, as Docker Hub's API takes them. */
type HubName = readonly [string, string];

/** @throws Failure (usage) for a name of more than two parts, which Docker Hub does not have */
export function hubNameOf({ path }: RepositoryName): HubName {
  const [namespace, name, ...more] = path.split('/');
  if (namespace !== undefined && name !== undefined && more.length === 0) return [namespace, name];
  throw usageFailure(`${JSON.stringify(path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
}

/** Undefined of a repository that is not in Docker Hub, or cannot be in its API. */
export function hubNameIn(repository: RepositoryName): HubName | undefined {
  const isHub = profileOf(repository.registry).ownApi === 'docker-hub';
  return isHub && repository.path.split('/').length === 2 ? hubNameOf(repository) : undefined;
}
