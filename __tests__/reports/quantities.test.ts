import { expect, it } from '@jest/globals';
import { countOf, formatBytes, formatCount, formatTime } from '../../src/reports/quantities.js';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [99_949, '99.9 kB'],
  [99_950, '100 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [3_400_000_000, '3.4 GB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

it('numbers have their thousands apart', () => {
  expect([1, 999, 1000, 1234567].map(formatCount)).toEqual(['1', '999', '1,000', '1,234,567']);
  expect([countOf(1, 'tag'), countOf(1000, 'tag'), countOf(2, 'repository', 'repositories')]).toEqual([
    '1 tag',
    '1,000 tags',
    '2 repositories',
  ]);
  expect(formatTime(new Date('2026-01-31T23:59:59Z'))).toBe('2026-01-31 23:59');
});
