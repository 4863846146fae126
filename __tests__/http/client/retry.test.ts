import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideRetry, isLimit, isTurnedAway, type TryOutcome } from '../../../src/http/client/retry.js';
import { headersOf } from '../../support/http.js';

const now = new Date('2026-03-01T12:00:00Z');
const answered = (status: number, headers: Record<string, string> = {}, body = ''): TryOutcome => ({
  kind: 'answer',
  status,
  header: headersOf(headers),
  body: Buffer.from(body),
});
const secondary = '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}';
const error: TryOutcome = { kind: 'error', permanent: false };

describe('decideRetry', () => {
  it.each<[string, TryOutcome, readonly number[]]>([
    ['a fault of the network', error, [300, 600, 1200]],
    ['408', answered(408), [300, 600, 1200]],
    ['500', answered(500), [300, 600, 1200]],
    ['502', answered(502), [300, 600, 1200]],
    ['503', answered(503), [300, 600, 1200]],
    ['504', answered(504), [300, 600, 1200]],
    ['429', answered(429), [1000, 2000, 4000, 8000, 16_000]],
    ['403 of a limit', answered(403, { 'x-ratelimit-remaining': '0' }), [1000, 2000, 4000, 8000, 16_000]],
    ['a permanent fault', { kind: 'error', permanent: true }, []],
    ['200', answered(200), []],
    ['401', answered(401), []],
    ['403', answered(403), []],
    ['404', answered(404), []],
    ['501', answered(501), []],
  ])('after %s: waits of %j ms', (_name, outcome, expected) => {
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const decision = decideRetry(outcome, attempt, now, () => 0);
      if (!decision.again) break;
      expect(decision.byServer).toBe(false);
      waits.push(decision.wait);
    }
    expect(waits).toEqual(expected);
  });

  it.each([
    ['10', 1, 10_000],
    ['10', 4, 10_000],
    ['0', 1, 300],
    ['0', 3, 1200],
  ])('Retry-After %s on 503, try %i: %i ms', (seconds, attempt, wait) => {
    const decision = decideRetry(answered(503, { 'retry-after': seconds }), attempt, now, () => 0);
    expect(decision).toEqual(attempt >= 4 ? { again: false } : { again: true, wait, byServer: true });
  });

  it.each([403, 429])('%i with the message of a secondary limit: a minute, or the time in the header', (status) => {
    const minute = { again: true, wait: 60_000, byServer: true };
    expect(decideRetry(answered(status, {}, secondary), 1, now, () => 0)).toEqual(minute);
    const shorter = decideRetry(answered(status, { 'retry-after': '5' }, secondary), 1, now, () => 0);
    expect(shorter).toEqual({ again: true, wait: 5000, byServer: true });
  });

  it('takes those words for nothing under another status', () => {
    expect(decideRetry(answered(200, {}, secondary), 1, now, () => 0)).toEqual({ again: false });
    expect(decideRetry(answered(503, {}, secondary), 1, now, () => 0)).toMatchObject({ wait: 300, byServer: false });
  });

  it('adds up to a quarter of its own wait by chance', () => {
    expect(decideRetry(error, 1, now, () => 1)).toEqual({ again: true, wait: 375, byServer: false });
    expect(decideRetry(answered(429, { 'retry-after': '60' }), 1, now, () => 1)).toEqual({
      again: true,
      wait: 60_250,
      byServer: true,
    });
  });

  it('never waits for less than required, and ends', () => {
    const status = fc.constantFrom(200, 403, 404, 408, 429, 500, 502, 503, 504);
    fc.assert(
      fc.property(
        status,
        fc.nat(100_000),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (code, seconds, attempt, chance) => {
          const decision = decideRetry(answered(code, { 'retry-after': String(seconds) }), attempt, now, () => chance);
          if (decision.again) {
            expect(decision.wait).toBeGreaterThanOrEqual(seconds * 1000);
            expect(attempt).toBeLessThan(6);
          }
        },
      ),
    );
  });
});

describe('isLimit', () => {
  it.each<[number, Record<string, string>, string, boolean]>([
    [429, {}, '', true],
    [403, {}, '', false],
    [403, {}, secondary, true],
    [403, {}, '{"message":"Resource not accessible"}', false],
    [403, { 'retry-after': '60' }, '', true],
    [403, { 'x-ratelimit-remaining': '0' }, '', true],
    [403, { 'x-ratelimit-remaining': '1' }, '', false],
    [503, { 'retry-after': '60' }, '', false],
    [200, { 'x-ratelimit-remaining': '0' }, secondary, false],
  ])('%i with %j and %j: %s', (status, headers, body, expected) => {
    expect(isLimit({ status, header: headersOf(headers), body: Buffer.from(body) })).toBe(expected);
  });
});

describe('isTurnedAway', () => {
  it.each<[number, Record<string, string>, string, boolean]>([
    [429, {}, '', true],
    [403, {}, secondary, true],
    [403, { 'retry-after': '1' }, '', true],
    [503, { 'retry-after': '1' }, '', true],
    [503, {}, '', false],
    [403, {}, '', false],
    [502, { 'retry-after': '1' }, '', false],
    [504, { 'retry-after': '1' }, '', false],
    [201, { 'retry-after': '1' }, '', false],
  ])('%i with %j and %j: %s', (status, headers, body, expected) => {
    expect(isTurnedAway({ status, header: headersOf(headers), body: Buffer.from(body) })).toBe(expected);
  });
});
