import type { Contents, Graph } from '../../retention/image.js';
import type { Plan } from '../../retention/plan.js';

/** What a repository has, as far as the policy needs to know it. */
export interface Stock extends Contents {
  /** Tags that the registry lists and has no manifest for: they are left alone. */
  readonly dangling: readonly string[];
  /** Reads what the registry's own list does not tell, and has to be known before anything of a plan is deleted. */
  readonly deepen?: (plan: Plan) => Promise<Depths>;
  /** Every tag with its digest once more, where the registry lists them; elsewhere each has to be asked for. */
  readonly relist?: () => Promise<ReadonlyMap<string, string>>;
}

/** What is known then. */
export interface Depths {
  readonly graph: Graph;
  /** Whether a manifest without tags stays for ever unless it is deleted with the images that lead to it. */
  readonly clears: (digest: string) => boolean;
}

/** Collects tags on their digests. */
export interface Tagging {
  add(tag: string, digest: string): void;
  /** Digest → tags. */
  readonly byDigest: ReadonlyMap<string, readonly string[]>;
}

/** With no tags yet; they stay in the order in which they come. */
export function createTagging(): Tagging {
  const byDigest = new Map<string, string[]>();
  return {
    byDigest,
    add(tag, digest) {
      const known = byDigest.get(digest);
      if (known === undefined) byDigest.set(digest, [tag]);
      else known.push(tag);
    },
  };
}
