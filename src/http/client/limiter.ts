import { sleep } from '../../lib/timers.js';

/** What is known of each host: how many requests are under way there, and until when it wants to be left alone. */
export interface Hosts {
  /** Waits for one of the host's places and for the end of its pause, and gives back how to leave the place. */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /** Waits for the end of its pause alone: for a request that takes no place. */
  rest(host: string, signal: AbortSignal): Promise<void>;
  /** Nobody asks this host anything for so many milliseconds. Never shortens a pause. */
  pause(host: string, milliseconds: number): void;
}

interface Host {
  free: number;
  pausedUntil: number;
  readonly queue: Set<() => void>;
}

/** @param places requests at a time to one host */
export function createLimiter(places: number): Hosts {
  const hosts = new Map<string, Host>();
  const find = (name: string): Host => {
    const known = hosts.get(name) ?? { free: places, pausedUntil: 0, queue: new Set() };
    hosts.set(name, known);
    return known;
  };
  return {
    async enter(name, signal) {
      const host = find(name);
      await takePlace(host, signal);
      const leave = once(() => givePlace(host));
      try {
        await pauseOver(host, signal);
      } catch (fault) {
        leave();
        throw fault;
      }
      return leave;
    },
    rest: (name, signal) => pauseOver(find(name), signal),
    pause(name, milliseconds) {
      const host = find(name);
      host.pausedUntil = Math.max(host.pausedUntil, performance.now() + milliseconds);
    },
  };
}

async function pauseOver(host: Host, signal: AbortSignal): Promise<void> {
  for (let rest = host.pausedUntil - performance.now(); rest > 0; rest = host.pausedUntil - performance.now()) {
    await sleep(rest, signal);
  }
}

function takePlace(host: Host, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (host.free > 0) {
    host.free -= 1;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const called = () => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      host.queue.delete(called);
      reject(signal.reason);
    };
    host.queue.add(called);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function givePlace(host: Host): void {
  const [next] = host.queue;
  if (next === undefined) {
    host.free += 1;
    return;
  }
  host.queue.delete(next);
  next();
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
