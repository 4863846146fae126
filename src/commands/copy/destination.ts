import type { RepositoryName } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import type { Repository } from '../../registries/oci/repository.js';

/** One repository that is copied to, and how far that has come. */
export interface Destination {
  readonly name: RepositoryName;
  readonly tags: readonly string[];
  readonly repository: Repository;
  /** The source's repository in the same registry, from which blobs can be mounted. */
  readonly mountFrom: string | undefined;
  /** Manifests that exist already, by digest. */
  readonly present: Set<string>;
  /** Tags that were that image already. */
  readonly unchanged: Set<string>;
  bytesCopied: number;
  blobsMounted: number;
  /** The failure that ended the copy to this target. */
  failure: Failure | undefined;
}

/** Work for one destination: its failure ends what is done there, and leaves the others alone. */
export async function settle(destination: Destination, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (destination.failure !== undefined) return;
  try {
    await work();
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof Failure)) throw thrown;
    destination.failure ??= thrown;
  }
}
