import { formatRepository, type ImageName } from '../../images/name.js';
import { Failure, usageFailure } from '../../lib/errors.js';
import { inputName, inputValue, usernameAndPassword } from '../../lib/input-names.js';
import { createDockerHub, type DockerHub, type NewHubRepository } from '../../registries/drivers/docker-hub/api.js';
import { dockerHub } from '../../registries/drivers/docker-hub/index.js';
import { type HubName, hubNameOf } from '../../registries/drivers/docker-hub/name.js';
import type { HubRepositoryDetails } from '../../registries/drivers/docker-hub/objects.js';
import { kindOf } from '../../registries/drivers/index.js';
import type { Command, Context } from '../command.js';
import { readRepositoryName } from '../shared/inputs/image.js';
import { registrySettings } from '../shared/inputs/registry.js';
import { type RepositoryInputs, repositoryInputs } from './inputs.js';
import { type RepositoryResult, reportRepository } from './report.js';
import { changesTo, readWanted } from './wanted.js';

/** A repository on Docker Hub: its properties; on request it is created and changed. */
export const repository: Command<RepositoryInputs, RepositoryResult> = {
  name: 'repository',
  summary: 'Show a Docker Hub repository. Optionally create it, or change its descriptions and visibility.',
  inputs: repositoryInputs,
  positional: ['image'],
  examples: ['acme/app', 'acme/app --create --private', 'acme/app --full-description README.md'],
  outputs: {
    repository:
      'The repository after the run, as a JSON object: `namespace`, `name`, `private`, `description`, `fullDescription`, `pulls`, `stars`, `size` (bytes), `updated`, `registered`, `status`, `categories`, `contentTypes`, `immutableTags`, `permissions`.',
    created: '`true` if this run created the repository.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runRepository,
  report: reportRepository,
};

async function runRepository(inputs: RepositoryInputs, context: Context): Promise<RepositoryResult> {
  if (inputs.image === undefined)
    throw usageFailure(`${inputName('image')} is required: the repository on Docker Hub`, 'For example acme/app.');
  const image = readRepositoryName(inputs.image, inputs, context.workflow);
  const named = hubName(image, inputs.create);
  const wanted = await readWanted(inputs);
  const hub = createDockerHub(await registrySettings(image.registry, inputs, context));
  if (!inputs.create) {
    const found = await hub.repository(...named);
    if (found === undefined) throw missing(image);
    return bring(hub, named, found, wanted);
  }
  const { repository: found, created } = await hub.createRepository(...named, wanted);
  return created ? { repository: found, created, changed: [] } : bring(hub, named, found, wanted);
}

/** Applies the settings, and reads it again. A repository becomes private before its descriptions are changed. */
async function bring(
  hub: DockerHub,
  named: HubName,
  found: HubRepositoryDetails,
  wanted: NewHubRepository,
): Promise<RepositoryResult> {
  const { descriptions, private: isPrivate } = changesTo(found, wanted);
  const changed = [
    ...(isPrivate === undefined ? [] : ['private']),
    ...(descriptions.description === undefined ? [] : ['description']),
    ...(descriptions.fullDescription === undefined ? [] : ['full-description']),
  ];
  if (isPrivate !== undefined) await hub.setPrivate(...named, isPrivate);
  if (Object.keys(descriptions).length > 0) await hub.updateRepository(...named, descriptions);
  const now = changed.length === 0 ? found : await hub.repository(...named);
  return { repository: now ?? found, created: false, changed };
}

/**
 * @throws Failure: unsupported for another registry; usage for a name that is none on Docker Hub, where new ones have a
 * stricter grammar than the old.
 */
function hubName(image: ImageName, create: boolean): HubName {
  const { host } = image.registry;
  if (kindOf(image.registry) !== dockerHub) {
    throw new Failure('unsupported', {
      operation: `the settings of ${formatRepository(image)}`,
      reason: `${host} is not Docker Hub`,
      advice:
        'On other registries a push creates the repository, and visibility and description are set on its own page or by ' +
        'its own API: on ghcr.io in the settings of the package, whose description is the image’s label ' +
        'org.opencontainers.image.description; on ECR by aws ecr create-repository before the first push.',
    });
  }
  const [namespace, name] = hubNameOf(image);
  if (create && !(name.length >= 2 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))) {
    throw usageFailure(
      `Docker Hub does not accept the repository name ${JSON.stringify(name)}`,
      'A new name has 2 to 255 lower-case letters and digits, with single . _ - between them.',
    );
  }
  return [namespace, name];
}

function missing(image: ImageName): Failure {
  return new Failure('not-found', {
    operation: `the repository ${formatRepository(image)}`,
    reason: 'Docker Hub has no such repository, or these credentials may not see it',
    advice: `Check the name, give ${usernameAndPassword} of an account with access, or create it with ${inputValue('create', true)}.`,
  });
}
