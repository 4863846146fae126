import { sleep } from '../../lib/timers.js';

/** Limits the requests in flight to each host, and holds them back while it wants none. */
export interface HostLimiter {
  /** Waits for one of the host's slots and for the end of its back-off. @returns how to release the slot */
  acquire(host: string, signal: AbortSignal): Promise<() => void>;
  /** Waits for the end of its back-off alone: for a request that takes no slot. */
  waitForBackOff(host: string, signal: AbortSignal): Promise<void>;
  /** Blocks every request to this host for `milliseconds`. Never shortens a back-off. */
  backOff(host: string, milliseconds: number): void;
}

interface Host {
  free: number;
  blockedUntil: number;
  readonly queue: Set<() => void>;
}

/** @param slots requests at a time to one host */
export function createLimiter(slots: number): HostLimiter {
  const hosts = new Map<string, Host>();
  const find = (name: string): Host => {
    const known = hosts.get(name) ?? { free: slots, blockedUntil: 0, queue: new Set() };
    hosts.set(name, known);
    return known;
  };
  return {
    async acquire(name, signal) {
      const host = find(name);
      await takeSlot(host, signal);
      const release = once(() => giveSlot(host));
      try {
        await afterBackOff(host, signal);
      } catch (error) {
        release();
        throw error;
      }
      return release;
    },
    waitForBackOff: (name, signal) => afterBackOff(find(name), signal),
    backOff(name, milliseconds) {
      const host = find(name);
      host.blockedUntil = Math.max(host.blockedUntil, performance.now() + milliseconds);
    },
  };
}

async function afterBackOff(host: Host, signal: AbortSignal): Promise<void> {
  for (let wait = host.blockedUntil - performance.now(); wait > 0; wait = host.blockedUntil - performance.now()) {
    await sleep(wait, signal);
  }
}

function takeSlot(host: Host, signal: AbortSignal): Promise<void> {
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

function giveSlot(host: Host): void {
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
