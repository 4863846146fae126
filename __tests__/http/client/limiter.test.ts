import { describe, expect, it } from '@jest/globals';
import { createLimiter } from '../../../src/http/client/limiter.js';
import { sleep } from '../../../src/lib/timers.js';

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createLimiter', () => {
  it('lets so many in at a time, the next in the order in which they came', async () => {
    const hosts = createLimiter(2);
    const inside: number[] = [];
    const leaves = new Map<number, () => void>();
    for (const guest of [1, 2, 3, 4]) {
      void hosts.enter('a', never).then((leave) => {
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
    const hosts = createLimiter(1);
    await hosts.enter('a', never);
    await expect(hosts.enter('b', never)).resolves.toBeInstanceOf(Function);
  });

  it('makes everybody wait for the end of a pause, and never shortens it', async () => {
    const hosts = createLimiter(8);
    const begun = performance.now();
    hosts.pause('a', 60);
    hosts.pause('a', 1);
    await Promise.all([hosts.enter('a', never), hosts.enter('a', never)]);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
  });

  it('takes a pause that was made longer while somebody waited', async () => {
    const hosts = createLimiter(8);
    const begun = performance.now();
    hosts.pause('a', 20);
    const entered = hosts.enter('a', never);
    hosts.pause('a', 60);
    await entered;
    expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
  });

  it('lets nobody in who gave up, and keeps the place for the next', async () => {
    const hosts = createLimiter(1);
    const leave = await hosts.enter('a', never);
    const stop = new AbortController();
    const waiting = hosts.enter('a', stop.signal);
    const next = hosts.enter('a', never);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    leave();
    await expect(next).resolves.toBeInstanceOf(Function);
  });

  it('gives the place back when the waiting for a pause is aborted', async () => {
    const hosts = createLimiter(1);
    hosts.pause('a', 100);
    const stop = new AbortController();
    const waiting = hosts.enter('a', stop.signal);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(hosts.enter('a', never)).resolves.toBeInstanceOf(Function);
  });

  it('refuses at once where the end has come already', async () => {
    await expect(createLimiter(1).enter('a', AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
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
