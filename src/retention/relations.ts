import { type Graph, subjectOfTag, type TaggedImage } from './image.js';

/** The lists and the subjects of all manifests in one repository. */
export interface Relations {
  /**
   * True if it exists for other manifests: by its `subject`, or because all its tags are like
   * `sha256-<hex>.sig`. One with another tag too is an ordinary image, whatever else it is.
   */
  isReferrer(image: TaggedImage): boolean;
  /** The digests that this index lists. */
  childrenOf(digest: string): readonly string[];
  /** The digests of what refers to this manifest. */
  referrersOf(digest: string): readonly string[];
  /**
   * The digests that this manifest lists, and the one that it refers to: some registries keep these as long as it
   * exists.
   */
  neededBy(digest: string): readonly string[];
  /** The digests of all that leads to this one: indexes that list it, what it refers to, and what leads to those. */
  leadingTo(digest: string): readonly string[];
  /** These digests and those of all indexes, and indexes of indexes, that list one of them. */
  withParents(digests: Iterable<string>): ReadonlySet<string>;
}

/** Reads the relations from the manifests; a digest that nothing mentions has none. */
export function relationsOf(images: readonly TaggedImage[], graph: Graph): Relations {
  const referrers = new Map<string, string[]>();
  const parents = new Map<string, string[]>();
  const referring = new Set<string>();
  for (const [digest, links] of graph) {
    if (links.subject !== undefined) append(referrers, links.subject, digest);
    for (const child of links.children) append(parents, child, digest);
  }
  for (const { digest, tags } of images) {
    const own = graph.get(digest)?.subject;
    const named = tags.map(subjectOfTag).filter((subject) => subject !== undefined && subject !== digest);
    if (own !== undefined || named.length === tags.length) referring.add(digest);
    for (const subject of new Set(named)) {
      if (subject !== undefined && subject !== own) append(referrers, subject, digest);
    }
  }
  return {
    isReferrer: ({ digest }) => referring.has(digest),
    childrenOf: (digest) => graph.get(digest)?.children ?? [],
    referrersOf: (digest) => referrers.get(digest) ?? [],
    neededBy(digest) {
      const { children = [], subject } = graph.get(digest) ?? {};
      return subject === undefined ? children : [...children, subject];
    },
    leadingTo(digest) {
      const found = closureOf([digest], (one) => [
        ...(parents.get(one) ?? []),
        ...[graph.get(one)?.subject].filter((subject) => subject !== undefined),
      ]);
      found.delete(digest);
      return [...found];
    },
    withParents: (digests) => closureOf(digests, (digest) => parents.get(digest) ?? []),
  };
}

/** These digests and all that the next ones of each lead to. */
function closureOf(digests: Iterable<string>, nextOf: (digest: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...digests];
  for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
    if (found.has(digest)) continue;
    found.add(digest);
    open.push(...nextOf(digest));
  }
  return found;
}

/**
 * The manifests that these lead to: their children at any depth, the referrers of any of them, and all of that again.
 */
export interface Reach {
  has(digest: string): boolean;
  /** For whose sake this digest was reached. */
  by(digest: string): string | undefined;
  /** All that was reached, each before what it leads to. */
  inOrder(): readonly string[];
  /** @param name for whose sake */
  add(digest: string, name: string): void;
}

/**
 * With nothing reached yet.
 * @param nextOf what a manifest leads to; default: its children, and what refers to it
 */
export function createReach(
  relations: Relations,
  nextOf: (digest: string) => readonly string[] = (digest) => [
    ...relations.referrersOf(digest),
    ...relations.childrenOf(digest),
  ],
): Reach {
  const reached = new Map<string, string>();
  const finished: string[] = [];
  return {
    has: (digest) => reached.has(digest),
    by: (digest) => reached.get(digest),
    inOrder: () => [...finished].reverse(),
    add(start, name) {
      // Depth first without recursion: a chain of referrers may be long.
      const open: { readonly digest: string; readonly leave: boolean }[] = [{ digest: start, leave: false }];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { digest, leave } = next;
        if (leave) finished.push(digest);
        if (leave || reached.has(digest)) continue;
        reached.set(digest, name);
        open.push({ digest, leave: true });
        for (const one of nextOf(digest)) open.push({ digest: one, leave: false });
      }
    },
  };
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
