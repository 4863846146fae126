import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suggest } from '../../../../src/commands/shared/inputs/suggest.js';

const words = ['check', 'platforms', 'fail-if-not-ready', 'registry', 'repo', 'ref'];

describe('suggest', () => {
  it.each([
    ['chekc', 'check'],
    ['Check', 'check'],
    ['platform', 'platforms'],
    ['plattforms', 'platforms'],
    ['fail-if-notready', 'fail-if-not-ready'],
    ['regsitry', 'registry'],
    ['repos', 'repo'],
    ['rep', 'repo'],
    ['reff', 'ref'],
    ['', undefined],
    ['namespace', undefined],
    ['x', undefined],
  ])('%j: %s', (given, expected) => expect(suggest(given, words)).toBe(expected));

  it('takes the nearest, and of equals the first', () => {
    expect(suggest('cat', ['cart', 'cat', 'bat'])).toBe('cat');
    expect(suggest('cut', ['cat', 'cot'])).toBe('cat');
    expect(suggest('a', [])).toBeUndefined();
  });

  it('finds each word itself, and gives only words of the list', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect([...words, undefined]).toContain(suggest(given, words));
        expect(given === '' ? undefined : suggest(given, [given])).toBe(given === '' ? undefined : given);
      }),
    );
  });
});
