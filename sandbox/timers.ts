/** Timers that keep no process alive, and that can all be called off at once. Times are milliseconds. */
export interface Timers {
  /** Runs `action` after that time, never when it is `Infinity`; returns what calls it off. */
  after(ms: number, action: () => void): () => void;
  /** Calls everything off, for good. */
  stop(): void;
}

export interface Phase {
  readonly ms: number;
  enter(): void;
}

export function createTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>();
  let stopped = false;
  return {
    after(ms, action) {
      if (stopped || ms === Number.POSITIVE_INFINITY) return () => {};
      const timer = setTimeout(() => {
        pending.delete(timer);
        action();
      }, ms).unref();
      pending.add(timer);
      return () => {
        pending.delete(timer);
        clearTimeout(timer);
      };
    },
    stop() {
      stopped = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

/** Enters one phase after the other, the first at once, and calls `end` after the last; returns what stops it. */
export function passThrough(timers: Timers, phases: readonly Phase[], end: () => void): () => void {
  let callOff = (): void => {};
  const reach = (index: number): void => {
    const phase = phases[index];
    if (phase === undefined) return void end();
    phase.enter();
    callOff = timers.after(phase.ms, () => reach(index + 1));
  };
  reach(0);
  return () => callOff();
}
