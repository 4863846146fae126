import { isDigest } from '../../images/digest.js';
import { formatImage, type RepositoryName } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import type { Deletion } from '../oci/deletion.js';
import type { Repository } from '../oci/repository.js';
import type { CreateDriver, DriverKind } from './driver.js';

/** Any registry that nothing more is known of: the OCI distribution specification. */
export const oci: DriverKind = {
  title: 'registry',
  permissions: { read: 'pull', delete: 'pull and delete' },
  emptyNamespace: 'none',
  credentialsAdvice: '',
  deniedAdvice: 'The credentials are missing, wrong, or may not pull from this repository.',
  pushAdvice: 'Check who may write to the repository.',
  capabilities: { deleteTag: 'unknown', deleteManifest: 'unknown' },
};

/** Deletes tags and manifests by the OCI distribution specification. */
export const createOciDriver: CreateDriver = () => ({
  repository: (name, { oci: repository }) => ({
    deleteTag: (tag) => deleteByProtocol(name, repository, tag),
    deleteManifest: (digest) => deleteByProtocol(name, repository, digest),
  }),
});

/**
 * Deletes a tag, or a manifest by its digest, by the OCI distribution specification. 404 to a delete means that it is
 * gone, unless it is not: ECR answers 404 to every delete (fluxcd/pkg#328).
 */
export async function deleteByProtocol(
  name: RepositoryName,
  repository: Pick<Repository, 'deleteManifest' | 'head'>,
  reference: string,
): Promise<Deletion> {
  const deletion = await repository.deleteManifest(reference);
  if (deletion.kind !== 'missing' || (await repository.head(reference)) === undefined) return deletion;
  const image = isDigest(reference) ? { ...name, digest: reference } : { ...name, tag: reference };
  throw new Failure('unsupported', {
    operation: `Deleting ${formatImage(image)}`,
    reason: 'the registry returns 404 for the delete, but still has it',
    advice: 'It deletes images only via an API of its own: use the tool of the registry.',
  });
}
