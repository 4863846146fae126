import { usageFailure } from '../errors.js';
import type { RepositoryName } from '../images/name.js';

/** Namespace and name, as Docker Hub's API takes them. @throws Failure (usage) for a name of more than two parts */
export function hubNameOf({ path }: RepositoryName): readonly [string, string] {
  const [namespace, name, ...more] = path.split('/');
  if (namespace !== undefined && name !== undefined && more.length === 0) return [namespace, name];
  throw usageFailure(`${JSON.stringify(path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
}
