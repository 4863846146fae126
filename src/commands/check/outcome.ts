import type { BuildResult } from '../../builders/builder.js';
import type { Failure } from '../../lib/errors.js';
import type { ImageDate } from '../shared/image-dates.js';
import type { SignerMatch } from './signatures/requirements.js';
import type { Entry, Target } from './targets.js';

/** The outcome for one image. */
export type Outcome = Checked | Failed;

export interface Checked {
  readonly kind: 'checked';
  readonly target: Target;
  /** If one is used and known. */
  readonly commit?: string;
  /** Undefined for an image that was given by its digest alone. */
  readonly tag?: string;
  /** `name:tag`, as it was checked. */
  readonly image: string;
  readonly ready: boolean;
  /** The reason why it is not ready. */
  readonly reason?: string;
  readonly digest?: string;
  /** True if all its parts exist; only where that was to be found out, and it was. */
  readonly complete?: boolean;
  /** True if the signatures that are required were verified; only where some are, and it was found out. */
  readonly verified?: boolean;
  readonly signers?: readonly SignerMatch[];
  /** The date that counts for `min-age`; read only for it. */
  readonly date?: ImageDate;
  /** When it will be ready, where it is only too young. */
  readonly readyAt?: Date;
  /** `name@digest`; only of an image that is ready. */
  readonly pinned?: string;
  readonly build?: BuildResult;
  /** The build that was to make it ready, and did not. */
  readonly failure?: Failure;
}

export interface Failed {
  readonly kind: 'failed';
  readonly target: Entry;
  readonly failure: Failure;
  /** The result before the error. */
  readonly known: Partial<Pick<Checked, 'commit' | 'tag' | 'image'>>;
}

/** The ref that led to the commit; undefined where it is the commit, which is shown beside it. */
export function refOf(outcome: Outcome): string | undefined {
  const { target } = outcome;
  const ref = target.kind === 'image' ? target.origin?.refName : undefined;
  const { commit } = outcome.kind === 'checked' ? outcome : outcome.known;
  return ref === undefined || ref === '' || commit?.startsWith(ref.toLowerCase()) ? undefined : ref;
}

/** The result of the pruning after a check. */
export interface PrunedAfter {
  readonly deleted: number;
  /** Tags that are left. */
  readonly kept: number;
  readonly journal: string | undefined;
  /** The result in one sentence. */
  readonly headline: string;
  /** The error after something was deleted; an earlier error is only a warning. */
  readonly failures: readonly Failure[];
  /** The warning, if nothing was deleted. */
  readonly warned: readonly Failure[];
}

export interface CheckResult {
  readonly outcomes: readonly Outcome[];
  readonly failIfNotReady: boolean;
  /** The result of `prune-keep`, if something was to be pruned. */
  readonly pruned?: PrunedAfter;
}
