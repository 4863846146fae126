import type { RepositoryDriver } from '../../registries/drivers/driver.js';
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
  /** Whether a manifest without tags stays for ever unless it is deleted with the images that lead to it. */
  readonly clears: (digest: string) => boolean;
}

/** The tags of a repository with the digests that they are on, where its list has them. */
export async function listDigests({ list }: RepositoryDriver): Promise<ReadonlyMap<string, string> | undefined> {
  if (list === undefined) return undefined;
  const digests = new Map<string, string>();
  for await (const page of list(false)) {
    for (const { digest, tags } of page) for (const { name } of tags) if (digest) digests.set(name, digest);
  }
  return digests;
}
