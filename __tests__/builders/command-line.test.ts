import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitCommandLine } from '../../src/builders/command-line.js';
import { failureOf, orRefused } from '../support/failures.js';

describe('splitCommandLine', () => {
  it.each([
    ['make', ['make']],
    ['  make \t image\n', ['make', 'image']],
    ['docker build -t "{image}" .', ['docker', 'build', '-t', '{image}', '.']],
    ["a 'b c' d", ['a', 'b c', 'd']],
    ['a "b \\" c"', ['a', 'b " c']],
    ["a 'b \\ c'", ['a', 'b \\ c']],
    ['a b\\ c \\"', ['a', 'b c', '"']],
    ['a "it\'s" \'say "x"\'', ['a', "it's", 'say "x"']],
    [`a b"c d"'e f'g`, ['a', 'bc de fg']],
    [`a '' "" x`, ['a', '', '', 'x']],
    ['a "\\\\"', ['a', '\\']],
    [
      'a; b && c | d > $(e) `f` *.g $H ~ #i',
      ['a;', 'b', '&&', 'c', '|', 'd', '>', '$(e)', '`f`', '*.g', '$H', '~', '#i'],
    ],
    ['"/a b/c" größe 🚀', ['/a b/c', 'größe', '🚀']],
  ])('%j', (line, expected) => expect(splitCommandLine(line)).toEqual(expected));

  it.each([
    ['', 'build-command has no program'],
    ['   ', 'build-command has no program'],
    ["'' a", 'build-command has no program'],
    ["a 'b", "build-command has a ' that is not closed"],
    ['a "b\'', 'build-command has a " that is not closed'],
    ['a "b\\"', 'build-command has a " that is not closed'],
    ['a \\', 'build-command ends in a backslash'],
    ['a "\\', 'build-command ends in a backslash'],
  ])('refuses %j', (line, message) =>
    expect(failureOf(() => splitCommandLine(line))).toMatchObject({ kind: 'usage', message }),
  );

  const quotings: ((word: string) => string)[] = [
    (word) => `"${word.replace(/["\\]/g, '\\$&')}"`,
    (word) => `'${word.replaceAll("'", `'"'"'`)}'`,
    (word) => [...word].map((character) => `\\${character}`).join('') || "''",
    (word) => (/^[\w./-]+$/.test(word) ? word : `"${word.replace(/["\\]/g, '\\$&')}"`),
  ];
  const word = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'ab \t\n\'"\\$`;') }));

  it('gives back any list of words, however they are quoted', () => {
    const quoted = fc.tuple(word, fc.constantFrom(...quotings), fc.constantFrom(' ', '\t', ' \n '));
    const first = word.filter((text) => text !== '');
    fc.assert(
      fc.property(first, fc.array(quoted), (program, rest) => {
        const line = [quotings[0]?.(program), ...rest.map(([text, quote, gap]) => gap + quote(text))].join('');
        expect(splitCommandLine(line)).toEqual([program, ...rest.map(([text]) => text)]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes or refuses every line, and loses no letter', () => {
    fc.assert(
      fc.property(word, (line) => {
        const words = orRefused(() => splitCommandLine(line));
        const letters = (text: string) => text.replace(/[\s'"\\]/g, '');
        if (words !== undefined) expect(letters(words.join(''))).toBe(letters(line));
      }),
      { numRuns: 500 },
    );
  });
});
