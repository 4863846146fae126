import type { RepositoryName } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import type { Plan } from '../../retention/plan.js';
import type { Removal } from '../shared/deletion/remover.js';

/** The outcome of one repository. */
export interface PrunedRepository {
  readonly repository: RepositoryName;
  readonly plan: Plan;
  /** By tag, of those that the plan deletes; empty in a dry run. */
  readonly removals: ReadonlyMap<string, Removal>;
  /** Untagged manifests that were deleted; in a dry run: that would be. */
  readonly deletedOrphans: readonly string[];
  /** True if anything was deleted, or may have been. */
  readonly changed: boolean;
  /** The reason why it was not pruned, or not to its end. */
  readonly failure: Failure | undefined;
}

/** A repository that could not be planned: nothing was deleted in it. */
export interface UnreadRepository {
  readonly repository: RepositoryName;
  readonly failure: Failure;
}

export interface PruneResult {
  readonly pruned: readonly PrunedRepository[];
  readonly unread: readonly UnreadRepository[];
  readonly dryRun: boolean;
  /** The file; undefined when none was written. */
  readonly journal: string | undefined;
}
