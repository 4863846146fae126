import type { RepositoryName } from '../../images/name.js';
import { after } from '../../lib/timers.js';
import { keyOf } from './lists.js';

/** Repositories that are refreshed again and again. */
export interface Schedule {
  /** These and no others from now on. Those that are new are refreshed at once. */
  set(names: readonly RepositoryName[]): void;
  has(key: string): boolean;
  /** True if each has been refreshed once, or has failed. */
  isComplete(): boolean;
  stop(): void;
}

interface Timed {
  callOff: () => void;
  done: boolean;
  /** Refreshes in a row that have failed. */
  failures: number;
}

/** Refreshes of a schedule that run at the same time. */
const atOnce = 8;
/** After a failure the next try comes earlier: after so many milliseconds, and twice as many each time. */
const firstPause = 30_000;

/**
 * @param every milliseconds from one refresh to the next, give or take a tenth: tasks that began at once do not stay
 * together
 * @param refresh gives back whether it succeeded, and never throws
 */
export function createSchedule(every: number, refresh: (name: RepositoryName) => Promise<boolean>): Schedule {
  const timed = new Map<string, Timed>();
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function pauseAfter(failures: number): number {
    const pause = failures === 0 ? every : Math.min(every, firstPause * 2 ** (failures - 1));
    return pause * (0.9 + 0.2 * Math.random());
  }

  function begin(work: () => Promise<void>): void {
    waiting.push(work);
    if (running >= atOnce) return;
    running += 1;
    void (async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
      running -= 1;
    })();
  }

  function add(name: RepositoryName): void {
    const key = keyOf(name);
    const one: Timed = { callOff: () => undefined, done: false, failures: 0 };
    timed.set(key, one);
    const run = async () => {
      if (timed.get(key) !== one) return;
      one.failures = (await refresh(name)) ? 0 : one.failures + 1;
      one.done = true;
      if (timed.get(key) === one) one.callOff = after(pauseAfter(one.failures), () => begin(run));
    };
    begin(run);
  }

  return {
    set(names) {
      const wanted = new Map(names.map((name) => [keyOf(name), name]));
      for (const [key, { callOff }] of timed) {
        if (wanted.has(key)) continue;
        callOff();
        timed.delete(key);
      }
      for (const [key, name] of wanted) if (!timed.has(key)) add(name);
    },
    has: (key) => timed.has(key),
    isComplete: () => [...timed.values()].every(({ done }) => done),
    stop() {
      for (const { callOff } of timed.values()) callOff();
      timed.clear();
    },
  };
}
