import type { Contents, Graph } from '../../retention/image.js';
import type { Plan } from '../../retention/plan.js';

/** What a repository holds, as far as the policy needs to know it. */
export interface Inventory extends Contents {
  /** Tags that the registry lists and has no manifest for: they are left alone. */
  readonly dangling: readonly string[];
  /** Reads what the registry's list does not contain, and has to be known before anything of a plan is deleted. */
  readonly loadGraph?: (plan: Plan) => Promise<LoadedGraph>;
}

export interface LoadedGraph {
  readonly graph: Graph;
  /** The images, where the graph tells more of them. */
  readonly images?: Contents['images'];
  /** Whether a manifest without tags stays for ever unless it is deleted with the images that lead to it. */
  readonly mayDelete: (digest: string) => boolean;
}
