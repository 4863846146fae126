import { formatRepository } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import type { Removal } from '../shared/deletion/remover.js';
import { type Inventory, imageOf } from './inventory.js';
import type { Targets } from './targets.js';

/** The outcome of one tag or digest that was to be deleted. */
export interface Outcome {
  /** As people write it: `acme/app:1.2.0`. */
  readonly image: string;
  /** The repository as people write it, without tag and digest. */
  readonly repository: string;
  /** Undefined for what was named by its digest. */
  readonly tag: string | undefined;
  /** Undefined for what does not exist. */
  readonly digest: string | undefined;
  /**
   * `planned`: a dry run would delete it, or a failure came before it. `moved`: it was pushed again while this ran;
   * `needed`: a tag has come to need it. Both were left alone.
   */
  readonly kind: 'deleted' | 'planned' | 'missing' | 'moved' | 'needed';
  /** The reason for one that was left alone. */
  readonly reason?: string;
}

export interface DeleteResult {
  readonly outcomes: readonly Outcome[];
  readonly dryRun: boolean;
  /** The file; undefined when none was written. */
  readonly journal: string | undefined;
  /** The error, before the first delete or later. */
  readonly failure: Failure | undefined;
}

/** The known facts about a repository. */
type Known = Targets & Pick<Inventory, 'tagsToDelete' | 'unserved' | 'missing'>;

/** A repository of which nothing is known. */
export function unread(targets: Targets): Known {
  return { ...targets, tagsToDelete: new Map(), unserved: new Map(), missing: [] };
}

/** The outcomes of everything that was named in one repository, in that order. */
export function outcomesOf(inventory: Known, removals: ReadonlyMap<string, Removal>): readonly Outcome[] {
  return [...inventory.tags, ...inventory.digests].map((reference): Outcome => {
    const isTag = inventory.tags.includes(reference);
    const removal = removals.get(reference);
    const isMissing = inventory.missing.includes(reference);
    const untouched = isMissing ? 'missing' : 'planned';
    return {
      image: imageOf(inventory, reference),
      repository: formatRepository(inventory.repository),
      tag: isTag ? reference : undefined,
      digest: isTag ? (inventory.tagsToDelete.get(reference) ?? inventory.unserved.get(reference)?.digest) : reference,
      kind: removal === undefined || removal.kind === 'failed' || removal.kind === 'locked' ? untouched : removal.kind,
      ...(removal?.kind === 'moved' || removal?.kind === 'needed' ? { reason: removal.reason } : {}),
    };
  });
}
