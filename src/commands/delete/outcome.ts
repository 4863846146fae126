import type { Failure } from '../../errors.js';

/** What became of one tag or digest that was to be deleted. */
export interface Outcome {
  /** As people write it: `acme/app:1.2.0`. */
  readonly image: string;
  /** The repository as people write it, without tag and digest. */
  readonly repository: string;
  /** Undefined for what was named by its digest. */
  readonly tag: string | undefined;
  /** Undefined for what is not there. */
  readonly digest: string | undefined;
  /** `planned`: a dry run would delete it. `moved`: it was pushed again while this ran, and was left alone. */
  readonly kind: 'deleted' | 'planned' | 'missing' | 'moved';
}

export interface DeleteResult {
  readonly outcomes: readonly Outcome[];
  readonly dryRun: boolean;
  /** The file; undefined when none was written. */
  readonly journal: string | undefined;
  /** What went wrong after something had been deleted. */
  readonly failure: Failure | undefined;
}
