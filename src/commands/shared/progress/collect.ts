import type { Pages } from '../../../http/paginate.js';
import type { Part } from '../../../lib/log.js';
import type { Context } from '../../command.js';

/** Milliseconds: work that is done before is not reported. */
const silence = 5000;

/** Everything on the pages, in its order; now and then a line reports the count. */
export async function collect<T>(
  pages: Pages<T>,
  words: (count: number) => string,
  { progress, now }: Pick<Context, 'progress' | 'now'>,
): Promise<T[]> {
  const reportProgress = throttledProgress({ progress, now });
  const all: T[] = [];
  for await (const page of pages) {
    for (const one of page) all.push(one);
    reportProgress(() => words(all.length));
  }
  return all;
}

/** Tells how far the work is. */
export type ReportProgress = (words: () => string, part?: Part) => void;

/** Passes on as many lines as the frontend can show, and none in the first five seconds. */
export function throttledProgress({ progress, now }: Pick<Context, 'progress' | 'now'>): ReportProgress {
  let next = now().getTime() + silence;
  return (words, part) => {
    const time = now().getTime();
    if (time < next) return;
    next = time + progress.pause;
    progress.update(words(), part);
  };
}
