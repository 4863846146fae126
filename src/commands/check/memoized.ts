import { isDigest } from '../../images/digest.js';
import type { Repository } from '../../registries/oci/repository.js';
import { createMemory } from '../shared/concurrency.js';

/** What a check requests of a repository. */
export interface CheckedRepository
  extends Pick<Repository, 'prepare' | 'head' | 'manifest' | 'smallBlob' | 'headBlob' | 'referrersByApi' | 'blob'> {
  /** Why an image that the registry answers 404 for exists all the same; undefined: it does not, or that is unknown. */
  readonly unavailable?: (reference: string) => Promise<string | undefined>;
}

/**
 * The same repository, which is requested only once for what exists under a digest: no later look, and no other image,
 * can find anything else there. A tag, and what was missing or failed, is requested each time.
 */
export function memoized(repository: CheckedRepository): CheckedRepository {
  const manifests = createMemory<Awaited<ReturnType<CheckedRepository['manifest']>>>();
  const contents = createMemory<Buffer>();
  const heads = createMemory<Awaited<ReturnType<CheckedRepository['headBlob']>>>();
  return {
    ...repository,
    manifest: (reference) =>
      isDigest(reference) ? manifests(reference, () => repository.manifest(reference)) : repository.manifest(reference),
    smallBlob: (descriptor) => contents(descriptor.digest, () => repository.smallBlob(descriptor)),
    headBlob: (digest) => heads(digest, () => repository.headBlob(digest)),
  };
}
