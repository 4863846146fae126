import type { Contents, Graph } from '../../retention/image.js';
import type { Plan } from '../../retention/plan.js';

/** The contents of a repository, as far as the policy needs them. */
export interface Inventory extends Contents {
  /** Tags that the registry lists and has no manifest for: they are left alone. */
  readonly dangling: readonly string[];
}

/** An inventory, and how to read the rest of what a plan needs. */
export interface InventoryReading {
  readonly inventory: Inventory;
  /** Reads what the registry's list does not contain, and has to be known before anything of a plan is deleted. */
  readonly loadGraph?: (inventory: Inventory, plan: Plan) => Promise<LoadedGraph>;
  /** Only where something comes from the cache. */
  readonly confirm?: Confirm;
}

/**
 * Corrects an inventory by what the registry still has of these images: cached ones are not assumed to exist.
 * @throws Failure for what cannot be read
 */
export type Confirm = (inventory: Inventory, digests: readonly string[]) => Promise<Inventory>;

export interface LoadedGraph {
  readonly graph: Graph;
  /** The images, with the facts from the graph if it has more of them. */
  readonly images?: Contents['images'];
  /** True if a manifest without tags stays forever unless it is deleted with the images that lead to it. */
  readonly mayDelete: (digest: string) => boolean;
}
