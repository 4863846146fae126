import type { RepositoryName } from '../../../images/name.js';
import { checkPathParts, type RegistryTraits } from '../traits.js';

/** Namespace and name, as Docker Hub's API takes them. */
export type HubName = readonly [namespace: string, name: string];

/** The rules for names of repositories on Docker Hub. */
export const hubNames: Pick<RegistryTraits, 'title' | 'pathParts'> = {
  title: 'Docker Hub',
  pathParts: { least: 2, most: 2, advice: 'Its names have two parts: acme/app.' },
};

/** @throws Failure (usage) for a name of more or fewer than two parts, which Docker Hub does not have */
export function hubNameOf(repository: RepositoryName): HubName {
  checkPathParts(repository, hubNames);
  const [namespace = '', name = ''] = repository.path.split('/');
  return [namespace, name];
}
