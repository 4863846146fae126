import { Failure } from '../errors.js';
import { formatImage, type RegistryName, type RepositoryName } from '../images/name.js';
import type { DockerHub } from './docker-hub.js';
import { profileOf } from './profiles.js';
import type { Deletion, Repository } from './repository.js';

/** Deletes by the way that this registry has, and remembers within a run what it does not do. */
export interface Deleter {
  /**
   * Removes a tag, and no other on the same manifest. A registry that has once said that it does not do that is not
   * asked again.
   */
  tag(repository: RepositoryName, access: Repository, tag: string): Promise<Deletion>;
  /** Removes a manifest, and with it every tag that is on it. */
  digest(repository: RepositoryName, access: Repository, digest: string): Promise<Deletion>;
}

/** Deletes by the OCI distribution specification. */
export function ociDeleter(): Deleter {
  let first: Deletion | undefined;
  return {
    async tag(repository, access, tag) {
      if (first?.kind === 'unsupported') return first;
      const deletion = await deleteAndLook(repository, access, tag);
      if (deletion.kind !== 'missing') first ??= deletion;
      return deletion;
    },
    digest: deleteAndLook,
  };
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
