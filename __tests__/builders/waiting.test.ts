import { describe, expect, it } from '@jest/globals';
import { type BuildState, waitForBuild } from '../../src/builders/waiting.js';
import { Failure } from '../../src/lib/errors.js';
import { buildSettings } from '../support/builders.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';

const pending = (word: string): BuildState => ({ finished: false, word });
const done: BuildState = { finished: true, word: 'success' };

describe('waitForBuild', () => {
  useFakeClock('2026-03-01T12:00:00Z');

  function wait(answers: readonly (BuildState | Error)[], timeout = 600_000) {
    const settings = buildSettings({ timeout });
    let count = 0;
    const ask = async () => {
      const answer = answers[Math.min(count, answers.length - 1)];
      count += 1;
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    };
    return { settings, count: () => count, outcome: waitForBuild(ask, 'run https://x.test/1', settings) };
  }

  it('gives the state at its end, and reports each word once', async () => {
    const error = new Failure('network', { operation: 'GET x', reason: 'reset' });
    const { outcome, settings } = wait([pending('queued'), pending('queued'), error, pending('in_progress'), done]);
    expect(await elapse(outcome)).toBe(3000 + 3900 + 5070 + 6591);
    expect(await outcome).toBe(done);
    expect(settings.lines).toEqual({
      info: ['queued', 'GET x: reset', 'in_progress'].map((word) => `run https://x.test/1: ${word}`),
      progress: [
        '0 s of 10 m, run https://x.test/1: queued',
        '3 s of 10 m, run https://x.test/1: queued',
        '7 s of 10 m, run https://x.test/1: GET x: reset',
        '12 s of 10 m, run https://x.test/1: in_progress',
      ],
      detail: [],
      warn: [],
      group: [],
    });
  });

  it('polls every 20 s after a while', async () => {
    const { outcome, count } = wait([pending('queued')]);
    expect(await elapse(outcome)).toBe(600_000);
    expect((await rejectionOf(outcome)).kind).toBe('timeout');
    expect(count()).toBe(36);
  });

  it('fails when the time is over, and reports that the build goes on', async () => {
    const { outcome } = wait([pending('in_progress')], 120_000);
    expect(await elapse(outcome)).toBe(120_000);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'timeout',
      exitCode: 6,
      message: 'run https://x.test/1: not finished after 2 m, it is in_progress',
      advice: 'The build continues. Raise build-timeout, or see its page for what it is waiting for.',
    });
  });

  const refused = (kind: 'authentication' | 'denied' | 'not-found') =>
    new Failure(kind, { operation: 'GET x', reason: 'no' });

  it.each(['authentication', 'denied', 'not-found'] as const)(
    'goes on after two refusals in a row: %s',
    async (kind) => {
      const [one, two] = [refused(kind), refused(kind)];
      const { outcome, settings } = wait([pending('queued'), one, two, pending('running'), one, two, done]);
      await elapse(outcome);
      expect(await outcome).toBe(done);
      expect(settings.lines.info).toContain('run https://x.test/1: GET x: no');
    },
  );

  it.each(['authentication', 'denied', 'not-found'] as const)('fails with the third in a row: %s', async (kind) => {
    const { outcome, count } = wait([pending('queued'), refused(kind)]);
    await elapse(outcome);
    expect((await rejectionOf(outcome)).kind).toBe(kind);
    expect(count()).toBe(4);
  });

  it('takes a build that has ended with the last look', async () => {
    const { outcome } = wait([pending('queued'), done], 3000);
    await elapse(outcome);
    expect(await outcome).toBe(done);
  });
});
