/** What is in flight, a few at a time, in the order in which it began. */
export interface InFlight<T> {
  /** Returns how to take it out again. */
  add(one: T): () => void;
  all(): readonly T[];
}

/**
 * An array and no Set: each time that V8 makes a new table for a Set, the former one leads to it. One that has grown old
 * leads to all that came after it, and what went through the Set since then, a hundred thousand requests, stays in memory
 * until the next full collection.
 */
export function createInFlight<T>(): InFlight<T> {
  const entries: { readonly one: T }[] = [];
  return {
    add(one) {
      const entry = { one };
      entries.push(entry);
      return () => {
        const at = entries.indexOf(entry);
        if (at >= 0) entries.splice(at, 1);
      };
    },
    all: () => entries.map(({ one }) => one),
  };
}
