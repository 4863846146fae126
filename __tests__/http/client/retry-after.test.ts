import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitIsUsedUp, retryAfter } from '../../../src/http/client/retry-after.js';
import { headersOf } from '../../support/http.js';

const now = new Date('2026-03-01T12:00:00Z');
const unix = now.getTime() / 1000;
const read = (headers: Record<string, string>) => retryAfter(headersOf(headers), now);

describe('retryAfter', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['nothing said', {}, undefined],
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['no seconds', { 'retry-after': '0' }, 0],
    ['decimals', { 'retry-after': '1.5' }, 1500],
    ['blanks around', { 'retry-after': ' 7 ' }, 7000],
    ['a date', { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }, 30_000],
    ['a date in the form of RFC 850', { 'retry-after': 'Sunday, 01-Mar-26 12:00:30 GMT' }, 30_000],
    ['a date in the form of asctime', { 'retry-after': 'Sun Mar  1 12:00:30 2026' }, 30_000],
    ['a past date', { 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
    [
      'a date on a clock that is an hour ahead',
      { 'retry-after': 'Sun, 01 Mar 2026 13:00:30 GMT', date: 'Sun, 01 Mar 2026 13:00:00 GMT' },
      30_000,
    ],
    ['a date beside a Date that is none', { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT', date: 'today' }, 30_000],
    ['a unix time', { 'retry-after': String(unix + 5) }, 5000],
    ['X-Retry-After as a unix time', { 'x-retry-after': String(unix + 60) }, 60_000],
    ['X-Retry-After in the past', { 'x-retry-after': String(unix - 60) }, 0],
    ['X-Retry-After in seconds', { 'x-retry-after': '3' }, 3000],
    ['Retry-After before X-Retry-After', { 'retry-after': '1', 'x-retry-after': '9' }, 1000],
    ['X-Retry-After where Retry-After is garbage', { 'retry-after': 'soon', 'x-retry-after': '9' }, 9000],
    ['a reset with nothing left', { 'x-ratelimit-reset': String(unix + 10), 'x-ratelimit-remaining': '0' }, 10_000],
    ['a reset with some left', { 'x-ratelimit-reset': String(unix + 10), 'x-ratelimit-remaining': '3' }, undefined],
    ['a reset alone', { 'x-ratelimit-reset': String(unix + 10) }, undefined],
    ['garbage', { 'retry-after': 'soon' }, undefined],
    ['empty', { 'retry-after': '' }, undefined],
    ['negative', { 'retry-after': '-5' }, undefined],
    ['an exponent', { 'retry-after': '1e9' }, undefined],
    ['hexadecimal', { 'retry-after': '0x10' }, undefined],
    ['a number with a unit', { 'retry-after': '10s' }, undefined],
    ['a date without its time', { 'retry-after': 'Sunday, or so' }, undefined],
    ['too many digits', { 'retry-after': '9'.repeat(30) }, undefined],
  ])('%s', (_name, headers, expected) => expect(read(headers)).toBe(expected));

  it('is a number of milliseconds from 0, or nothing, whatever the headers', () => {
    const value = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(value, value, (asked, date) => {
        const wait = read({ 'retry-after': asked, date });
        expect(wait === undefined || (Number.isFinite(wait) && wait >= 0)).toBe(true);
      }),
    );
  });
});

describe('limitIsUsedUp', () => {
  it.each<[Record<string, string>, boolean]>([
    [{ 'x-ratelimit-remaining': '0' }, true],
    [{ 'x-ratelimit-remaining': ' 0 ' }, true],
    [{ 'x-ratelimit-remaining': '10' }, false],
    [{ 'x-ratelimit-remaining': '' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => expect(limitIsUsedUp(headersOf(headers))).toBe(expected));
});
