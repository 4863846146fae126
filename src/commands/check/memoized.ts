import { isDigest } from '../../images/digest.js';
import type { Repository } from '../../registries/oci/repository.js';

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

/** Loads once for each digest, also where several want it at the same time; undefined and errors are forgotten. */
function createMemory<T>(): (digest: string, load: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (digest, load) => {
    const found = known.get(digest) ?? load();
    known.set(digest, found);
    const forget = () => void known.delete(digest);
    found.then((value) => value === undefined && forget(), forget);
    return found;
  };
}
