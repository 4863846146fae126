import { afterEach, beforeEach, jest } from '@jest/globals';

/** Puts every test of the file on a fake clock that begins at this moment; what Node itself queues stays as it is. */
export function useFakeClock(now: string): void {
  beforeEach(
    () => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: new Date(now) }),
  );
  afterEach(() => void jest.useRealTimers());
}

/** Lets the clock jump to the next timer until the promise is settled. Gives the milliseconds that went by on it. */
export async function elapse(promise: Promise<unknown>): Promise<number> {
  const begun = Date.now();
  const ended = promise.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, new Promise((resolve) => setImmediate(() => resolve(false)))]))) {
    if (jest.getTimerCount() > 0) jest.advanceTimersToNextTimer();
  }
  return Date.now() - begun;
}
