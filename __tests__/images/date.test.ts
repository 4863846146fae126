import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plausibleDate, timeOf } from '../../src/images/date.js';

describe('timeOf', () => {
  it.each([
    ['2021-01-05T21:06:53.506400123Z', '2021-01-05T21:06:53.506Z'],
    ['2021-01-05T21:06:53', '2021-01-05T21:06:53.000Z'],
    ['2021-01-05t21:06:53z', '2021-01-05T21:06:53.000Z'],
    ['2021-01-05 21:06:53+02:00', '2021-01-05T19:06:53.000Z'],
    ['2021-01-05T21:06:53-0330', '2021-01-06T00:36:53.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => expect(timeOf(text)?.toISOString()).toBe(expected));

  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.000000Z',
    '1969-12-31T23:59:59Z',
    '2021-13-05T21:06:53Z',
    '2021-01-05',
    'yesterday',
    '2021-01-05T21:06:53Z and more',
    '',
    null,
    undefined,
    0,
    1609880813000,
  ])('%j is no time', (value) => expect(timeOf(value)).toBeUndefined());

  it('reads back what a Date writes, and never an invalid one', () => {
    const since1970 = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(fc.property(since1970, (date) => expect(timeOf(date.toISOString())).toEqual(date)));
    fc.assert(fc.property(fc.string(), (text) => !Number.isNaN(timeOf(text)?.getTime() ?? 0)));
  });
});

describe('plausibleDate', () => {
  it.each([
    ['2013-01-01T00:00:00Z', true],
    ['2012-12-31T23:59:59Z', false],
    ['1970-01-01T00:00:00Z', false],
    ['1980-01-01T00:00:01Z', false],
  ])('%s: %s', (text, expected) => expect(plausibleDate(new Date(text)) !== undefined).toBe(expected));
});
