import { usageFailure } from '../../errors.js';
import {
  parseImageName,
  parseRegistry,
  type RegistryName,
  type RepositoryName,
  repositoryName,
} from '../../images/name.js';
import { profileOf } from '../../registries/profiles.js';
import type { CheckInputs } from './inputs.js';
import type { SourcePlan } from './source.js';

/**
 * The image of each source repository, in the same order: `image`, or `registry/namespace/repo` in lower case.
 * @throws Failure (usage) when a part of it is missing or makes no name.
 */
export function planImages(inputs: CheckInputs, repositories: SourcePlan['repositories']): readonly RepositoryName[] {
  const registry = parseRegistry(inputs.registry);
  if (inputs.image === undefined)
    return repositories.map(({ owner, name }) => usualImage(inputs, registry, owner, name));
  if (repositories.length > 1) {
    const what = `image names one image, and repo names ${repositories.length} repositories`;
    throw usageFailure(what, 'Leave image empty, or use one step for each.');
  }
  const image = parseImageName(inputs.image, registry);
  if (image.tag !== undefined || image.digest !== undefined) {
    throw usageFailure(
      `image ${JSON.stringify(inputs.image)} has a tag or a digest`,
      'Give the name alone; the tag is made from the commit, as the input tag says.',
    );
  }
  return [image];
}

function usualImage(
  inputs: CheckInputs,
  registry: RegistryName,
  owner: string | undefined,
  name: string,
): RepositoryName {
  const { emptyNamespace } = profileOf(registry);
  const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
  if (namespace === undefined && emptyNamespace !== 'none') {
    throw usageFailure(
      `namespace is needed for images in ${registry.host}`,
      'Give the user or organization that the image is pushed to as namespace, or the whole name as image.',
    );
  }
  return repositoryName(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}
