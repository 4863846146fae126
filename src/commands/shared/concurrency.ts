/**
 * Does the work for each item, at most `atOnce` at a time, and gives the results in the order of the items. A failure
 * ends it: started work runs to its end, and nothing more is begun.
 * @throws the first failure
 */
export async function mapConcurrent<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [at, item] of waiting) {
      if (failed) return;
      results[at] = await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await allEnded(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

/**
 * The same for what comes one after the other.
 * @throws the first failure, of the work or of what comes
 */
export async function forEachConcurrent<T>(
  coming: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = coming[Symbol.asyncIterator]();
  let failed = false;
  const worker = async () => {
    for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await allEnded(Array.from({ length: atOnce }, worker));
}

async function allEnded(workers: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(workers);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Loads once for each key, also where several want it at the same time; undefined and errors are forgotten. */
export function createMemory<T>(): (key: string, load: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key, load) => {
    const found = known.get(key) ?? load();
    known.set(key, found);
    const forget = () => void known.delete(key);
    found.then((value) => value === undefined && forget(), forget);
    return found;
  };
}
