import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { look, lookUntilReady, type Verdict } from '../../../src/commands/check/look.js';
import { parsePlatform } from '../../../src/images/platform.js';
import { Failure, type FailureKind } from '../../../src/lib/errors.js';
import { parseManifest } from '../../../src/registries/oci/manifest.js';
import { rejectionOf } from '../../support/failures.js';
import { recordedLog, recordedProgress } from '../../support/logs.js';
import { documentOf, imageIndex, ociManifest, shaA } from '../../support/manifests.js';

describe('look', () => {
  const { bytes, digest } = documentOf(
    imageIndex([{ mediaType: ociManifest, digest: shaA, platform: { os: 'linux', architecture: 'amd64' } }]),
  );
  const repository = (there: boolean): Parameters<typeof look>[0] => ({
    head: async () => (there ? { mediaType: ociManifest, digest } : undefined),
    manifest: async () => parseManifest(bytes, undefined),
    smallBlob: () => Promise.reject(new Error('not needed')),
    headBlob: () => Promise.reject(new Error('not needed')),
  });

  it.each<[string, boolean, string[], Verdict]>([
    ['missing', false, [], { ready: false, reason: 'the registry has no such tag' }],
    ['there', true, [], { ready: true, digest }],
    ['there with its platform', true, ['linux/amd64'], { ready: true, digest }],
    [
      'there without a platform',
      true,
      ['linux/arm64', 'linux/amd64', 'linux/s390x'],
      { ready: false, reason: 'it has no linux/arm64; it has no linux/s390x', digest },
    ],
  ])('%s', async (_name, there, platforms, expected) => {
    const requirements = {
      platforms: platforms.map(parsePlatform),
      revision: undefined,
      complete: false,
      verify: undefined,
      ageOf: undefined,
    };
    expect(await look(repository(there), '1.0', requirements)).toEqual(expected);
  });
});

describe('lookUntilReady', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: 0 }));
  afterEach(() => void jest.useRealTimers());

  const yes: Verdict = { ready: true, digest: shaA };
  const no: Verdict = { ready: false, reason: 'no such tag' };
  const failure = (kind: FailureKind) => new Failure(kind, { operation: 'HEAD x', reason: '503' });

  /** Asks on a clock that jumps to the next timer; `answers` beyond the last are the last again. */
  async function wait(answers: readonly (Verdict | Failure | Error)[], milliseconds: number) {
    const times: number[] = [];
    const log = recordedLog();
    const progress = recordedProgress();
    const ask = async () => {
      const answer = answers[Math.min(times.push(Date.now()), answers.length) - 1];
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    };
    const context = { log, progress, signal: new AbortController().signal, now: () => new Date() };
    const outcome = lookUntilReady(ask, milliseconds, 'a:1', context);
    const ended = outcome.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([ended, new Promise((resolve) => setImmediate(() => resolve(false)))]))) {
      if (jest.getTimerCount() > 0) jest.advanceTimersToNextTimer();
    }
    return { outcome, times, log, progress };
  }

  it.each<[string, readonly (Verdict | Failure)[], number, Verdict, readonly number[]]>([
    ['asks once without a wait', [no], 0, no, [0]],
    ['asks once where it is ready', [yes], 60_000, yes, [0]],
    ['asks until it is ready', [no, no, yes], 60_000, yes, [0, 2000, 5000]],
    ['asks once more at the end', [no], 6000, no, [0, 2000, 5000, 6000]],
    [
      'waits longer each time, up to 15 s',
      [no],
      60_000,
      no,
      [0, 2000, 5000, 9500, 16_250, 26_375, 41_375, 56_375, 60_000],
    ],
    ['sees an image that comes with the last look', [no, no, no, yes], 6000, yes, [0, 2000, 5000, 6000]],
    [
      'tolerates faults while there is time',
      [failure('server'), failure('network'), yes],
      60_000,
      yes,
      [0, 2000, 5000],
    ],
  ])('%s', async (_name, answers, milliseconds, expected, times) => {
    const looked = await wait(answers, milliseconds);
    expect(await looked.outcome).toEqual(expected);
    expect(looked.times).toEqual(times);
  });

  it('reports how long it has waited, and ends its progress', async () => {
    const { progress } = await wait([no, no, yes], 60_000);
    expect(progress.lines).toEqual(['waiting 0 s of 60 s for a:1', 'waiting 2 s of 60 s for a:1', 'end']);
  });

  it('fails with a fault that is still there at the end', async () => {
    const { outcome, times, log } = await wait([no, failure('server')], 6000);
    expect(await rejectionOf(outcome)).toMatchObject({ kind: 'server', exitCode: 5, message: 'HEAD x: 503' });
    expect(times).toEqual([0, 2000, 5000, 6000]);
    expect(log.lines.info).toEqual(['HEAD x: 503; still waiting']);
  });

  it('fails with the first fault without a wait', async () => {
    const { outcome, times } = await wait([failure('server')], 0);
    expect((await rejectionOf(outcome)).kind).toBe('server');
    expect(times).toEqual([0]);
  });

  it.each<FailureKind>(['authentication', 'denied', 'not-found', 'timeout', 'cancelled', 'unsupported', 'usage'])(
    'fails at once with %s',
    async (kind) => {
      const { outcome, times } = await wait([failure(kind)], 60_000);
      expect((await rejectionOf(outcome)).kind).toBe(kind);
      expect(times).toEqual([0]);
    },
  );

  it('does not wait for a defect of its own to pass', async () => {
    const { outcome, times } = await wait([new TypeError('x is not a function')], 60_000);
    await expect(outcome).rejects.toThrow('x is not a function');
    expect(times).toEqual([0]);
  });
});
