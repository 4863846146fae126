import type { RegistryName, RepositoryName } from '../images/name.js';
import { createDockerHub, type DockerHub } from './docker-hub.js';
import { packagesToken } from './ghcr-answers.js';
import { createGhcrPackages, type GhcrPackages } from './ghcr-packages.js';
import { createHarbor, type Harbor } from './harbor.js';
import { profileOf } from './profiles.js';
import type { RegistrySettings } from './session.js';

/** The APIs that registries have beside the OCI distribution protocol, with the credentials of each repository; each made once, when asked for. */
export interface OwnApis {
  hub(): DockerHub;
  /** @throws Failure: authentication where there are no credentials, which GitHub's API always wants */
  ghcr(): (repository: RepositoryName) => GhcrPackages;
  harbor(repository: RepositoryName): Harbor;
}

/** Makes none of them yet: each signs in by itself, and most commands want none or one. */
export function createOwnApis(name: RegistryName, settings: RegistrySettings): OwnApis {
  const made = new Map<string, unknown>();
  function once<T>(key: string, make: () => T): T {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  }
  return {
    hub: () => once('hub', () => createDockerHub(settings)),
    ghcr() {
      const { deletes } = profileOf(name);
      if (deletes?.kind !== 'ghcr') throw new Error(`${name.host} has no packages`);
      const { http, credentials, credentialsOf } = settings;
      if (credentialsOf === undefined) packagesToken(credentials);
      return (repository) =>
        once(`ghcr ${repository.path}`, () => {
          const token = async () => packagesToken((await credentialsOf?.(repository.path)) ?? credentials);
          return createGhcrPackages(repository, { http, api: deletes.api, token });
        });
    },
    harbor: (repository) => once(`harbor ${repository.path}`, () => createHarbor(repository, settings)),
  };
}
