import fc from 'fast-check';
import type { Graph, Links, TaggedImage } from '../../../src/retention/image.js';
import type { Policy } from '../../../src/retention/policy.js';

/** A repository as the planner sees it. */
export interface Stock {
  readonly images: readonly TaggedImage[];
  readonly graph: Graph;
  readonly untagged?: readonly string[];
}

export const day = 86_400_000;
export const now = new Date('2026-06-01T00:00:00Z');

/** A digest with a number in it that reads at a glance. */
export function digest(number: number): string {
  return `sha256:${String(number).padStart(64, '0')}`;
}

/** A policy that holds nothing and lets nothing go; with what is given over it. */
export function policy(over: Partial<Policy> = {}): Policy {
  return {
    keep: undefined,
    olderThan: undefined,
    rules: [],
    include: undefined,
    exclude: undefined,
    protect: undefined,
    inUse: { tags: new Map(), digests: new Map() },
    exempt: new Map(),
    groupBy: undefined,
    maxDelete: undefined,
    ...over,
  };
}

const branches = ['main', 'dev', 'v1'];
const most = 9;

/**
 * Any small repository: shared and nested children, tagged children, referrers by `subject`, cosign's and fallback tags,
 * equal, missing and impossible dates, several tags on one digest, with or without a list of what has no tags. A manifest lists only what has a higher number: real
 * graphs have no circles, since a digest holds those of what it lists.
 */
export const stocks: fc.Arbitrary<Stock> = fc
  .record({
    lists: fc.boolean(),
    nodes: fc.array(
      fc.record({
        children: fc.array(fc.integer({ min: 1, max: most + 3 }), { maxLength: 3 }),
        subject: fc.option(fc.integer({ min: 0, max: most + 3 }), { nil: undefined, freq: 5 }),
        date: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 6 }),
        tags: fc.array(fc.tuple(fc.constantFrom(...branches), fc.integer({ min: 0, max: 9 })), { maxLength: 3 }),
        about: fc.option(
          fc.tuple(fc.integer({ min: 0, max: most + 3 }), fc.constantFrom('', '.sig', '.att', '.sbom')),
          { nil: undefined, freq: 5 },
        ),
      }),
      { minLength: 1, maxLength: most },
    ),
  })
  .map(({ nodes, lists }) => {
    const taken = new Set<string>();
    const graph = new Map<string, Links>();
    const images: TaggedImage[] = [];
    for (const [at, node] of nodes.entries()) {
      const children = node.children.filter((child) => child > at).map(digest);
      const subject = node.subject === undefined || node.subject === at ? undefined : digest(node.subject);
      if (children.length > 0 || subject !== undefined) graph.set(digest(at), { children, subject });
      const names = node.tags.map(([branch, number]) => `${branch}-${number}`);
      if (node.about !== undefined) names.push(`${digest(node.about[0]).replace(':', '-')}${node.about[1]}`);
      const tags = names.filter((tag) => !taken.has(tag) && taken.add(tag));
      const date = node.date === undefined ? undefined : new Date(now.getTime() - node.date * 10 * day);
      if (tags.length > 0) images.push({ digest: digest(at), tags, date });
    }
    const tagged = new Set(images.map((one) => one.digest));
    // Some registries list what has no tags, too.
    const untagged = nodes.map((_, at) => digest(at)).filter((one) => !tagged.has(one));
    return { images, graph, ...(lists ? { untagged } : {}) };
  });

const patterns = [/^v/u, /-[0-4]$/u, /^main-/u, /sig$/u];

/** Any policy with at least one rule. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    keep: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    olderThan: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    include: fc.option(fc.constantFrom(...patterns), { nil: undefined, freq: 3 }),
    exclude: fc.option(fc.constantFrom(...patterns), { nil: undefined, freq: 3 }),
    protect: fc.option(fc.constantFrom(...patterns), { nil: undefined, freq: 3 }),
    usedTag: fc.option(fc.tuple(fc.constantFrom(...branches), fc.integer({ min: 0, max: 9 })), { nil: undefined }),
    usedDigest: fc.option(fc.integer({ min: 0, max: most + 3 }), { nil: undefined }),
    groupBy: fc.option(fc.constantFrom(/^(\w+)-/u, /^(main|dev)-/u), { nil: undefined }),
  })
  .filter(({ keep, olderThan }) => keep !== undefined || olderThan !== undefined)
  .map(({ usedTag, usedDigest, olderThan, ...rest }) =>
    policy({
      ...rest,
      olderThan: olderThan === undefined ? undefined : olderThan * day,
      inUse: {
        tags: new Map(usedTag === undefined ? [] : [[usedTag.join('-'), 'a list']]),
        digests: new Map(usedDigest === undefined ? [] : [[digest(usedDigest), 'a list']]),
      },
    }),
  );
