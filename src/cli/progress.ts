import type { Part, Progress } from '../lib/log.js';

/** The parts of a stream that progress needs. */
export interface Screen {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

const clearLine = '\r\u001b[2K';
const barLength = 20;
/** On a narrower terminal the words need all the room. */
const narrow = 60;

/** One line that is written over, with a bar where the whole is known. A log that writes to the same screen ends it first. */
export function progressOnTerminal(screen: Screen, clean: (line: string, limit: number) => string): Progress {
  let shown = false;
  return {
    pause: 200,
    update(line, part) {
      // A pseudo terminal may have no size.
      const columns = screen.columns || 80;
      const bar = part === undefined || columns < narrow ? '' : `${barOf(part)} `;
      screen.write(`${clearLine}${bar}${clean(line, columns - 1 - bar.length)}`);
      shown = true;
    },
    end() {
      if (shown) screen.write(clearLine);
      shown = false;
    },
  };
}

/** In a pipe or a file, where nothing can be written over: a line for each step of the work. */
export function progressInLog(write: (line: string) => void): Progress {
  return { pause: 5000, update: write, end: () => undefined };
}

export const noProgress: Progress = {
  pause: Number.POSITIVE_INFINITY,
  update: () => undefined,
  end: () => undefined,
};

function barOf({ done, total }: Part): string {
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const full = Math.floor(share * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}
