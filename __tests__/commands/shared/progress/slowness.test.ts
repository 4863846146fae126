import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watchSlowness } from '../../../../src/commands/shared/progress/slowness.js';
import { recordedProgress } from '../../../support/logs.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** What is told while, second for second, these are pending. */
function told(seconds: readonly (readonly string[])[], busy = false): readonly string[] {
  const progress = recordedProgress();
  let pending: readonly string[] = [];
  const watch = watchSlowness(progress, () => pending);
  for (const now of seconds) {
    pending = now;
    if (busy) watch.progress.update('busy');
    jest.advanceTimersByTime(1000);
  }
  watch.stop();
  jest.advanceTimersByTime(60_000);
  return progress.lines.filter((line) => line !== 'busy');
}

describe('watchSlowness', () => {
  it('reports a request that takes long, every five seconds', () => {
    expect(told(Array(12).fill(['GET a']))).toEqual(['waiting 5 s for GET a', 'waiting 10 s for GET a']);
  });

  it('reports nothing for many quick requests', () => {
    expect(told(Array.from({ length: 20 }, (_, at) => [`GET ${at}`]))).toEqual([]);
  });

  it('reports nothing while the command itself reports progress', () => {
    expect(told(Array(20).fill(['GET a']), true)).toEqual([]);
  });

  it('passes on one line in the time that the frontend has for it, from any sender', () => {
    const progress = recordedProgress();
    const watch = watchSlowness(progress, () => []);
    for (let at = 0; at < 200; at += 1) {
      watch.progress.update(`line ${at}`);
      jest.advanceTimersByTime(60);
    }
    watch.stop();
    expect(progress.lines).toEqual(['line 0', 'line 84', 'line 168']);
  });

  it('names three', () => {
    expect(told(Array(6).fill(['a', 'b', 'c', 'd']))).toEqual(['waiting 5 s for a, b, c']);
  });
});
