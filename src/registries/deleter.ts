import { Failure } from '../errors.js';
import { formatImage, type RegistryName, type RepositoryName } from '../images/name.js';
import type { DockerHub } from './docker-hub.js';
import type { GhcrPackages } from './ghcr-packages.js';
import type { Harbor } from './harbor.js';
import type { OwnApis } from './own-apis.js';
import { profileOf } from './profiles.js';
import type { Registry } from './registry.js';
import type { Access, Deletion, Repository } from './repository.js';

/** Deletes by the way that this registry has. */
export interface Deleter {
  /** Why it deletes no tag alone, where that is known before one is tried. */
  readonly refusesTags?: string;
  /** Reads what deleting in this repository will take, where it takes something, so that it fails before the first delete. */
  prepare?(repository: RepositoryName): Promise<void>;
  /** The tags that are on this manifest now, where one request tells. It may be behind the registry a little. */
  tagsOn?(repository: RepositoryName, digest: string): Promise<readonly string[]>;
  /**
   * Removes a tag, and no other on the same manifest.
   * @param digest what the tag is on; the tag itself where that cannot be read
   */
  tag(repository: RepositoryName, access: Repository, tag: string, digest: string): Promise<Deletion>;
  /** Removes a manifest, and with it every tag that is on it. */
  digest(repository: RepositoryName, access: Repository, digest: string): Promise<Deletion>;
}

/**
 * The way of this registry. Which one that is may show only in its challenge; so it is chosen at the first delete.
 * @throws Failure: unsupported as `refuseUndeletable`, authentication where its API needs credentials and there are none
 */
export function createDeleter(name: RegistryName, registry: Pick<Registry, 'profile'>, apis: OwnApis): Deleter {
  refuseUndeletable(name);
  const { deletes } = profileOf(name);
  if (deletes?.kind === 'docker-hub') return dockerHubDeleter(apis.hub());
  if (deletes?.kind === 'ghcr') return ghcrDeleter(apis.ghcr());
  const oci = ociDeleter();
  const harbor = harborDeleter(apis.harbor);
  const known = () => (registry.profile().deletes?.kind === 'harbor' ? harbor : oci);
  return {
    tag: (...asked) => known().tag(...asked),
    digest: (...asked) => known().digest(...asked),
  };
}

/** Deletes by the OCI distribution specification. */
export function ociDeleter(): Deleter {
  return { tag: deleteAndLook, digest: deleteAndLook };
}

/** Deletes tags by Docker Hub's own API, and manifests by its registry, which spares what a tag or an index needs. */
export function dockerHubDeleter(hub: Pick<DockerHub, 'deleteTag'>): Deleter {
  return {
    async tag({ path }, _access, tag) {
      const slash = path.indexOf('/');
      return { kind: await hub.deleteTag(path.slice(0, slash), path.slice(slash + 1), tag) };
    },
    digest: deleteAndLook,
  };
}

/** Deletes tags by Harbor's own API, and manifests by its registry. */
export function harborDeleter(harborOf: (repository: RepositoryName) => Pick<Harbor, 'deleteTag'>): Deleter {
  return {
    async tag(repository, access, tag, digest) {
      const kind = await harborOf(repository).deleteTag(digest, tag);
      if (kind === 'deleted' || (await access.head(tag)) === undefined) return { kind };
      throw new Failure('server', {
        asked: `Deleting ${formatImage({ ...repository, tag })}`,
        answered: `it is not on ${digest} any more, and was left alone`,
        advice: 'Somebody pushed it just now: look at it, and try again.',
      });
    },
    digest: deleteAndLook,
  };
}

const versionsOnly =
  'GHCR deletes versions of a package, by GitHub’s API, and a version is a manifest with all its tags';

/** Deletes manifests by GitHub's API, and no tag alone. A package's versions are listed once. */
export function ghcrDeleter(
  packagesOf: (repository: RepositoryName) => Pick<GhcrPackages, 'ids' | 'version' | 'deleteVersion'>,
): Deleter {
  return {
    refusesTags: versionsOnly,
    async prepare(repository) {
      await packagesOf(repository).ids();
    },
    async tagsOn(repository, digest) {
      const id = (await packagesOf(repository).ids()).get(digest);
      return (id === undefined ? undefined : await packagesOf(repository).version(id))?.tags ?? [];
    },
    tag: async () => ({ kind: 'unsupported', status: 405, words: versionsOnly }),
    async digest(repository, access, digest) {
      const id = (await packagesOf(repository).ids()).get(digest);
      if (id !== undefined) return { kind: await packagesOf(repository).deleteVersion(id) };
      if ((await access.head(digest)) === undefined) return { kind: 'missing' };
      throw new Failure('server', {
        asked: `Deleting ${formatImage({ ...repository, digest })}`,
        answered: 'the registry has it, and GitHub’s list of the package’s versions does not',
        advice: 'The list may be behind after a push: try again in a few minutes.',
      });
    },
  };
}

/** @throws Failure (unsupported) for a registry whose images are not deleted through it at all */
export function refuseUndeletable(registry: RegistryName): void {
  const { deletes } = profileOf(registry);
  if (deletes?.kind !== 'elsewhere') return;
  throw new Failure('unsupported', {
    asked: `Deleting from ${registry.host}`,
    answered: 'its registry deletes neither tags nor manifests',
    advice: deletes.advice,
  });
}

/** What the registry's token must allow: where an API of its own deletes, reading is enough. */
export function accessToDelete(registry: RegistryName, { digests }: { readonly digests: boolean }): Access {
  const { deletes } = profileOf(registry);
  if (deletes?.kind === 'ghcr') return 'pull';
  return deletes === undefined || digests ? 'delete' : 'pull';
}

/** 404 to a delete means that it is gone, unless it is not: ECR says 404 to every delete (fluxcd/pkg#328). */
async function deleteAndLook(repository: RepositoryName, access: Repository, reference: string): Promise<Deletion> {
  const deletion = await access.deleteManifest(reference);
  if (deletion.kind !== 'missing' || (await access.head(reference)) === undefined) return deletion;
  const image = reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference };
  throw new Failure('unsupported', {
    asked: `Deleting ${formatImage(image)}`,
    answered: 'the registry says 404 to the delete, and still has it',
    advice: 'It deletes by an API of its own: use its own tool.',
  });
}

const disabledAdvice =
  'Deleting is switched off, or this image is protected. In the registry of the distribution project (registry:2, ' +
  'registry:3) set storage.delete.enabled: true, or REGISTRY_STORAGE_DELETE_ENABLED=true in its environment, and ' +
  'restart it; elsewhere look for deletion, immutability and protection in the settings of the repository.';

/**
 * Whether it is the registry's word that nothing has changed, as far as it goes: an earlier try may have been done, and
 * its answer lost.
 */
export function isRefusal({ kind }: Failure): boolean {
  return ['unsupported', 'authentication', 'denied'].includes(kind);
}

/** That the registry has refused to delete this, by what it said, and what can be switched on. */
export function notDeletable(image: string, words: string): Failure {
  return new Failure('unsupported', {
    asked: `Deleting ${image}`,
    answered: `not possible here: ${words}`,
    advice: disabledAdvice,
  });
}
