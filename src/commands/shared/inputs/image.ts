import { type ImageName, parseImageName, parseRegistry, type RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { Workflow } from '../../../lib/workflow.js';
import { kindOf } from '../../../registries/drivers/index.js';

/** The inputs that complete a name. */
export interface NamingInputs {
  readonly registry: string;
  readonly namespace: string | undefined;
}

/**
 * Reads an image as people give it to a command: `app`, which gets the namespace in front, `acme/app:1.0`, or with its
 * registry `registry.example.com/acme/app@sha256:…`.
 * @throws Failure (usage) when it is not an image's name
 */
export function readImage(given: string, where: NamingInputs, workflow: Workflow | undefined): ImageName {
  const registry = parseRegistry(where.registry);
  const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
  return parseImageName(namespace === undefined ? given : `${namespace}/${given}`, registry);
}

/** Without a tag and a digest it is the tag `latest`, as everywhere in the world of containers. */
export function withTag(image: ImageName): ImageName {
  return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}

/** The same for a command that is about a whole repository. @throws Failure (usage) for a tag or a digest. */
export function readRepositoryName(given: string, where: NamingInputs, workflow: Workflow | undefined): ImageName {
  const image = readImage(given, where, workflow);
  if (image.tag === undefined && image.digest === undefined) return image;
  throw usageFailure(`${inputName('image')} ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}

/** Official images need none; where namespaces are owners of source repositories, it is the workflow's owner. */
function namespaceFor(
  registry: RegistryName,
  { namespace }: NamingInputs,
  workflow: Workflow | undefined,
): string | undefined {
  if (namespace !== undefined || kindOf(registry).emptyNamespace !== 'owner') return namespace;
  const owner = workflow?.repository.split('/')[0]?.toLowerCase();
  if (owner !== undefined) return owner;
  throw usageFailure(
    `${inputName('namespace')} is required for images in ${registry.host}`,
    `Give the user or organization that has the image as ${inputName('namespace')}, or the whole name as ${inputName('image')}.`,
  );
}
