import { describe, expect, it } from '@jest/globals';
import { createTimeouts } from '../../../src/http/transport/timeouts.js';

const never = new AbortController().signal;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Begins, and says how long it was given, in milliseconds, and what it was told. */
function begin(patience: ReturnType<typeof createTimeouts>) {
  const begun = performance.now();
  return new Promise<{ readonly after: number; readonly reason: unknown }>((resolve) => {
    patience.begin((reason) => resolve({ after: performance.now() - begun, reason }));
  });
}

describe('createTimeouts', () => {
  it('ends each when its own time is over', async () => {
    const patience = createTimeouts(never, 200);
    const first = begin(patience);
    await pause(100);
    const second = begin(patience);
    for (const { after, reason } of await Promise.all([first, second])) {
      expect(after).toBeGreaterThanOrEqual(199);
      expect(reason).toEqual(new Error('no answer within 0.2 s'));
    }
  });

  it('watches again what begins after a time in which nothing was under way', async () => {
    const patience = createTimeouts(never, 50);
    await begin(patience);
    await pause(80);
    expect((await begin(patience)).after).toBeGreaterThanOrEqual(49);
  });

  it('leaves alone what is over, and ends the others', async () => {
    const patience = createTimeouts(never, 50);
    const ended: string[] = [];
    const over = patience.begin(() => ended.push('first'));
    patience.begin(() => ended.push('second'));
    over();
    over();
    await pause(150);
    expect(ended).toEqual(['second']);
  });

  it('ends all at once with the reason of the signal, once', async () => {
    const stop = new AbortController();
    const patience = createTimeouts(stop.signal, 50);
    const told: unknown[] = [];
    for (let count = 0; count < 3; count += 1) patience.begin((reason) => told.push(reason));
    const reason = new Error('time is up');
    stop.abort(reason);
    expect(told).toEqual([reason, reason, reason]);
    await pause(150);
    expect(told).toHaveLength(3);
  });

  it('begins nothing once the signal is aborted', () => {
    const patience = createTimeouts(AbortSignal.abort(new Error('time is up')), 50);
    expect(() => patience.begin(() => undefined)).toThrow('time is up');
  });
});
