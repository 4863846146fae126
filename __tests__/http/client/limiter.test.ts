import { describe, expect, it } from '@jest/globals';
import { createLimiter } from '../../../src/http/client/limiter.js';
import { sleep } from '../../../src/lib/timers.js';

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createLimiter', () => {
  it('lets so many in at a time, the next in the order in which they came', async () => {
    const limiter = createLimiter(2);
    const inside: number[] = [];
    const leaves = new Map<number, () => void>();
    for (const guest of [1, 2, 3, 4]) {
      void limiter.acquire('a', never).then((leave) => {
        inside.push(guest);
        leaves.set(guest, leave);
      });
    }
    await settled();
    expect(inside).toEqual([1, 2]);
    leaves.get(2)?.();
    await settled();
    expect(inside).toEqual([1, 2, 3]);
    leaves.get(2)?.();
    await settled();
    expect(inside).toEqual([1, 2, 3]);
    leaves.get(1)?.();
    await settled();
    expect(inside).toEqual([1, 2, 3, 4]);
  });

  it('counts each host for itself', async () => {
    const limiter = createLimiter(1);
    await limiter.acquire('a', never);
    await expect(limiter.acquire('b', never)).resolves.toBeInstanceOf(Function);
  });

  it('makes everybody wait for the end of a pause, and never shortens it', async () => {
    const limiter = createLimiter(8);
    const begun = performance.now();
    limiter.backOff('a', 60);
    limiter.backOff('a', 1);
    await Promise.all([limiter.acquire('a', never), limiter.acquire('a', never)]);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
  });

  it('takes a pause that was made longer while a request waited', async () => {
    const limiter = createLimiter(8);
    const begun = performance.now();
    limiter.backOff('a', 20);
    const entered = limiter.acquire('a', never);
    limiter.backOff('a', 60);
    await entered;
    expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
  });

  it('skips a request that was aborted, and keeps the place for the next', async () => {
    const limiter = createLimiter(1);
    const leave = await limiter.acquire('a', never);
    const stop = new AbortController();
    const waiting = limiter.acquire('a', stop.signal);
    const next = limiter.acquire('a', never);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    leave();
    await expect(next).resolves.toBeInstanceOf(Function);
  });

  it('gives the place back when the waiting for a pause is aborted', async () => {
    const limiter = createLimiter(1);
    limiter.backOff('a', 100);
    const stop = new AbortController();
    const waiting = limiter.acquire('a', stop.signal);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(limiter.acquire('a', never)).resolves.toBeInstanceOf(Function);
  });

  it('refuses at once where the end has come already', async () => {
    await expect(createLimiter(1).acquire('a', AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  });
});

describe('sleep', () => {
  it('waits, and leaves no listener behind', async () => {
    const begun = performance.now();
    await sleep(20, never);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(19);
  });

  it('ends with the reason of the signal', async () => {
    const stop = new AbortController();
    const sleeping = sleep(60_000, stop.signal);
    stop.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(sleep(1, stop.signal)).rejects.toThrow('enough');
  });
});
