import {
  formatImage,
  formatRepository,
  type ImageName,
  type RegistryName,
  type RepositoryName,
} from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { Workflow } from '../../lib/workflow.js';
import { type NamingInputs, readImage } from '../shared/inputs/image.js';

/** The tags and digests to delete in one repository, each once. */
export interface Targets {
  readonly repository: RepositoryName;
  readonly tags: readonly string[];
  readonly digests: readonly string[];
}

export interface DeletePlan {
  readonly registry: RegistryName;
  readonly targets: readonly Targets[];
}

/** @throws Failure (usage) for an image that cannot be meant, or images of several registries. */
export function planDelete(
  inputs: NamingInputs & { readonly image: readonly string[] },
  workflow: Workflow | undefined,
): DeletePlan {
  const images = inputs.image.map((text) => readTarget(text, inputs, workflow));
  const [first] = images;
  if (first === undefined)
    throw usageFailure(`${inputName('image')} is required: the images to delete`, 'For example acme/app:1.2.0.');
  const other = images.find(({ registry }) => registry.host !== first.registry.host);
  if (other !== undefined) {
    throw usageFailure(
      `the images are in several registries: ${first.registry.host} and ${other.registry.host}`,
      'Delete in one registry at a time: each has credentials of its own.',
    );
  }
  const paths = [...new Set(images.map(({ path }) => path))];
  const targets = paths.map((path) => {
    const here = images.filter((image) => image.path === path);
    return {
      repository: { registry: first.registry, path },
      tags: distinct(here.map(({ tag }) => tag)),
      digests: distinct(here.map(({ digest }) => digest)),
    };
  });
  return { registry: first.registry, targets };
}

/** As people write them. */
export function namesOf({ repository, tags, digests }: Targets): readonly string[] {
  return [
    ...tags.map((tag) => formatImage({ ...repository, tag })),
    ...digests.map((digest) => formatImage({ ...repository, digest })),
  ];
}

function readTarget(text: string, where: NamingInputs, workflow: Workflow | undefined): ImageName {
  const image = readImage(text, where, workflow);
  if (image.tag === undefined && image.digest === undefined) {
    throw usageFailure(
      `${JSON.stringify(text)} has no tag and no digest`,
      `Write ${formatRepository(image)}:TAG. A whole repository is not deleted by this command.`,
    );
  }
  if (image.tag !== undefined && image.digest !== undefined) {
    throw usageFailure(
      `${JSON.stringify(text)} has a tag and a digest`,
      'Write name:tag to delete the tag alone, or name@digest to delete the manifest.',
    );
  }
  return image;
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}
