import type { Failure } from '../../errors.js';
import type { RepositoryName } from '../../images/name.js';
import type { Plan } from '../../retention/plan.js';

/**
 * How the deletion of one tag ended. `moved`: it was pushed again, and is another image now; `needed`: something has come
 * to need its image. Both were left alone.
 */
export type Removal =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'moved' | 'needed'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly failure: Failure };

/** What became of one repository. */
export interface PrunedRepository {
  readonly repository: RepositoryName;
  readonly plan: Plan;
  /** By tag, of those that the plan deletes; empty in a dry run. */
  readonly removals: ReadonlyMap<string, Removal>;
  /** Digests without tags that were cleared away; in a dry run: that would be. */
  readonly cleared: readonly string[];
  /** Whether anything was deleted, or may have been. */
  readonly changed: boolean;
  /** Why it was not pruned, or not to its end. */
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
