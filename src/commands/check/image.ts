import { parseRegistry, type RepositoryName, repositoryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { kindOf } from '../../registries/drivers/index.js';
import type { NamingInputs } from '../shared/inputs/image.js';
import type { SourceRepository } from '../shared/inputs/source-repositories.js';

/**
 * The image of a source repository where no other is named: `registry/namespace/repo`, in lower case.
 * @throws Failure (usage) when a part of it is missing or makes no name.
 */
export function usualImage(inputs: NamingInputs, { owner, name }: SourceRepository): RepositoryName {
  const registry = parseRegistry(inputs.registry);
  const { emptyNamespace } = kindOf(registry);
  const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
  if (namespace === undefined && emptyNamespace !== 'none') {
    throw usageFailure(
      `${inputName('namespace')} is needed for images in ${registry.host}`,
      `Give the user or organization that the image is pushed to as ${inputName('namespace')}, or the whole name as ${inputName('image')}.`,
    );
  }
  return repositoryName(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}
