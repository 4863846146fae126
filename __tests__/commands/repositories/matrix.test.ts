import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matrixOf } from '../../../src/commands/repositories/matrix.js';
import { failureOf } from '../../support/failures.js';

interface Matrix {
  readonly include: readonly { shard: number; shards: number; count: number; repositories: string }[];
}
const read = (text: string): Matrix => JSON.parse(text);

describe('matrixOf', () => {
  it('deals the names out', () =>
    expect(read(matrixOf(['a', 'b', 'c', 'd', 'e'], 2))).toEqual({
      include: [
        { shard: 1, shards: 2, count: 3, repositories: 'a,c,e' },
        { shard: 2, shards: 2, count: 2, repositories: 'b,d' },
      ],
    }));

  it('has no job without a repository, and none for none', () => {
    expect(read(matrixOf(['a'], 256)).include).toHaveLength(1);
    expect(read(matrixOf([], 4))).toEqual({ include: [] });
  });

  it('gives every name to one job, and all nearly as many', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/)),
        fc.integer({ min: 1, max: 256 }),
        (names, shards) => {
          const { include } = read(matrixOf(names, shards));
          expect(include.flatMap(({ repositories }) => repositories.split(',')).sort()).toEqual([...names].sort());
          const counts = include.map(({ count }) => count);
          expect(Math.max(0, ...counts) - Math.min(...counts, Math.max(0, ...counts))).toBeLessThanOrEqual(1);
        },
      ),
    ));

  const long = Array.from({ length: 20_000 }, (_, at) => `acme/${'x'.repeat(60)}-${at}`);
  it('refuses what GitHub or an environment would not take', () => {
    expect(() => matrixOf(long, 256)).toThrow(/^the matrix of 20000 repositories has \d+ bytes/);
    expect(() => matrixOf(long.slice(0, 5000), 2)).toThrow(/^a job would get \d+ bytes of names/);
    expect(failureOf(() => matrixOf(['a'], 0)).message).toContain('shards is 0');
  });
});
