import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration } from '../../src/lib/duration.js';
import { Failure, type FailureKind } from '../../src/lib/errors.js';
import { poll } from '../../src/lib/timers.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';

const failure = (kind: FailureKind) => new Failure(kind, { operation: 'GET x', reason: '503' });

describe('poll', () => {
  useFakeClock('2026-03-01T12:00:00Z');

  const pauses = { first: 1000, growth: 2, longest: 5000 };

  /** Asks until 'done'; `answers` beyond the last are the last again, and each takes `duration`. */
  async function run(answers: readonly (string | Error)[], wait: number, duration = 0) {
    const begun = Date.now();
    const times: number[] = [];
    const pending: [string | undefined, number][] = [];
    const details: string[] = [];
    const ask = async () => {
      const answer = answers[Math.min(times.push(Date.now() - begun), answers.length) - 1] ?? '';
      if (duration > 0) await new Promise((resolve) => setTimeout(resolve, duration));
      if (typeof answer !== 'string') throw answer;
      return answer;
    };
    const outcome = poll(ask, {
      wait,
      pauses,
      isDone: (value) => value === 'done',
      onPending(value, waited, failed) {
        pending.push([value, waited]);
        if (failed !== undefined) details.push(failed.message);
      },
      signal: new AbortController().signal,
      now: () => new Date(),
    });
    await elapse(outcome);
    return { outcome, times, pending, details };
  }

  it.each<[string, readonly (string | Error)[], number, string, readonly number[]]>([
    ['once, when it is done', ['done'], 60_000, 'done', [0]],
    ['once, without time', ['no'], 0, 'no', [0]],
    ['until it is done', ['no', 'no', 'done'], 60_000, 'done', [0, 1000, 3000]],
    ['less and less often', ['no'], 20_000, 'no', [0, 1000, 3000, 7000, 12_000, 17_000, 20_000]],
    ['once more at the very end', ['no'], 1500, 'no', [0, 1000, 1500]],
    ['exactly at the end only once', ['no'], 3000, 'no', [0, 1000, 3000]],
    ['through faults that may pass', [failure('server'), failure('network'), 'done'], 60_000, 'done', [0, 1000, 3000]],
  ])('asks %s', async (_name, answers, wait, expected, times) => {
    const polled = await run(answers, wait);
    expect(await polled.outcome).toBe(expected);
    expect(polled.times).toEqual(times);
  });

  it('reports every answer but the last, and faults as such', async () => {
    const { pending, details } = await run(['a', failure('server'), 'b', 'done'], 60_000);
    expect(pending).toEqual([
      ['a', 0],
      [undefined, 1000],
      ['b', 3000],
    ]);
    expect(details).toEqual(['GET x: 503']);
  });

  it('polls once more after an answer that took all the time', async () => {
    const { outcome, times } = await run(['no', 'done'], 1000, 4000);
    expect(await outcome).toBe('done');
    expect(times).toEqual([0, 4000]);
  });

  it('throws the fault of the last try', async () => {
    const { outcome, times, details } = await run(['no', failure('network')], 3000);
    expect((await rejectionOf(outcome)).kind).toBe('network');
    expect([times, details]).toEqual([[0, 1000, 3000], ['GET x: 503']]);
  });

  it.each<FailureKind>([
    'usage',
    'authentication',
    'not-found',
    'denied',
    'timeout',
    'unsupported',
    'build',
    'cancelled',
  ])('throws a failure that will not pass: %s', async (kind) => {
    const { outcome, times } = await run([failure(kind)], 60_000);
    expect((await rejectionOf(outcome)).kind).toBe(kind);
    expect(times).toEqual([0]);
  });

  it('throws a defect at once', async () => {
    const { outcome, times } = await run([new TypeError('x')], 60_000);
    await expect(outcome).rejects.toThrow(TypeError);
    expect(times).toEqual([0]);
  });

  it('ends with the signal, in a pause and in a try', async () => {
    const stop = new AbortController();
    const options = {
      wait: 60_000,
      pauses,
      isDone: () => false,
      onPending: () => setTimeout(() => stop.abort(failure('cancelled')), 10),
      signal: stop.signal,
      now: () => new Date(),
      detail: () => undefined,
    };
    const pausing = poll(async () => 'no', options);
    expect(await elapse(pausing)).toBe(10);
    expect((await rejectionOf(pausing)).kind).toBe('cancelled');
    expect((await rejectionOf(poll(() => Promise.reject(failure('network')), options))).kind).toBe('network');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [499, '0 s'],
    [500, '1 s'],
    [45_000, '45 s'],
    [90_000, '90 s'],
    [119_499, '119 s'],
    [119_500, '2 m'],
    [150_000, '3 m'],
    [720_000, '12 m'],
    [119 * 60_000, '119 m'],
    [120 * 60_000 - 1, '2 h'],
    [125 * 60_000, '2 h 5 m'],
    [24 * 3_600_000, '24 h'],
  ])('%i ms: %s', (milliseconds, expected) => expect(formatDuration(milliseconds)).toBe(expected));

  it('is never off by more than half of its last unit', () => {
    const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 86_400_000 }), (milliseconds) => {
        const parts = [...formatDuration(milliseconds).matchAll(/(\d+) ([smh])/g)];
        const said = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
        const unit = said < 120_000 ? 1000 : 60_000;
        expect(Math.abs(said - milliseconds)).toBeLessThanOrEqual(unit / 2 + 500);
      }),
    );
  });
});
