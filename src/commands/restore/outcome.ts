import type { RepositoryName } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';

/**
 * The outcome of a manifest of the journal. `there`: nothing had to be done; `moved`: the tag is on another image now,
 * and was left there; `lost`: the registry has not all that the manifest lists any more; `planned`: a dry run would put
 * it back; `failed`: it was refused, or not tried after all.
 */
export interface Restored {
  readonly repository: RepositoryName;
  /** Undefined of a manifest without tags: the child of an index. */
  readonly tag: string | undefined;
  readonly digest: string;
  readonly kind: 'restored' | 'planned' | 'there' | 'moved' | 'lost' | 'failed';
  /** For a lost or failed manifest the registry's message; for a moved one its place. */
  readonly reason: string;
}

export interface RestoreResult {
  readonly entries: readonly Restored[];
  readonly dryRun: boolean;
  /** The reason why it did not come to its end. */
  readonly failure: Failure | undefined;
}
