import type { Context } from './command.js';

/** Milliseconds between two lines about work that takes a while; nothing is said of work that is done before. */
const pause = 5000;

/** Everything that comes, in its order; every five seconds a line says how much it is. */
export async function collect<T>(
  coming: AsyncIterable<T>,
  words: (count: number) => string,
  { progress, now }: Pick<Context, 'progress' | 'now'>,
): Promise<T[]> {
  const tell = everyFewSeconds({ progress, now });
  const all: T[] = [];
  for await (const one of coming) {
    all.push(one);
    tell(() => words(all.length));
  }
  return all;
}

/** Passes on at most one line every five seconds, and none in the first five. */
export function everyFewSeconds({ progress, now }: Pick<Context, 'progress' | 'now'>): (words: () => string) => void {
  let told = now().getTime();
  return (words) => {
    const time = now().getTime();
    if (time - told < pause) return;
    told = time;
    progress.update(words());
  };
}
