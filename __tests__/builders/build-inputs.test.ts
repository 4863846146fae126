import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseBuildInputs } from '../../src/builders/build-inputs.js';
import { failureOf } from '../support/failures.js';

describe('parseBuildInputs', () => {
  it.each<[string, [string, string][]]>([
    ['', []],
    [' \n\n ', []],
    ['a=1', [['a', '1']]],
    [
      ' a = 1 \r\n\r\n  b=x=y ',
      [
        ['a', '1'],
        ['b', 'x=y'],
      ],
    ],
    ['a=', [['a', '']]],
    ['_A-b9={tag}-{commit}', [['_A-b9', '{tag}-{commit}']]],
    ['json={"a": 1}', [['json', '{"a": 1}']]],
    ['{}', []],
    [
      '{"a": "x\\ny", "b": 7, "c": false, "d e": ""}',
      [
        ['a', 'x\ny'],
        ['b', '7'],
        ['c', 'false'],
        ['d e', ''],
      ],
    ],
    [' \n{\n"image": "{image}"\n}\n', [['image', '{image}']]],
    ['{"__proto__": "x"}', [['__proto__', 'x']]],
    [
      Array.from({ length: 25 }, (_, at) => `k${at}=v`).join('\n'),
      Array.from({ length: 25 }, (_, at) => [`k${at}`, 'v']),
    ],
  ])('%j', (text, expected) => expect(parseBuildInputs(text)).toEqual(expected));

  it.each([
    ['a', 'build-inputs has the line "a"'],
    ['=1', 'build-inputs has the line "=1"'],
    ['1a=2', 'build-inputs has the line "1a=2"'],
    ['a b=2', 'build-inputs has the line "a b=2"'],
    ['ok=1\n- x', 'build-inputs has the line "- x"'],
    ['{"a": "1"', 'build-inputs has the line "{\\"a\\": \\"1\\""'],
    ['{tag}={tag}', 'build-inputs has the line "{tag}={tag}"'],
    ['["a"]', 'build-inputs has the line "[\\"a\\"]"'],
    ['{a: 1}', 'build-inputs is not JSON: '],
    ['{"a": 1,}', 'build-inputs is not JSON: '],
    ['{"a": null}', 'build-inputs has "a" with a value that is neither text, number nor boolean'],
    ['{"a": ["x"]}', 'build-inputs has "a" with a value that is neither text, number nor boolean'],
    ['{"a": {}}', 'build-inputs has "a" with a value that is neither text, number nor boolean'],
    ['a=1\nb=2\na=3', 'build-inputs has "a" twice'],
    ['a={sha}', 'build-inputs "a" has the unknown placeholder {sha}'],
    ['{"a": "{constructor}"}', 'build-inputs "a" has the unknown placeholder {constructor}'],
    [
      Array.from({ length: 26 }, (_, at) => `k${at}=v`).join('\n'),
      'build-inputs has 26 entries; 25 are the most that a workflow accepts',
    ],
  ])('refuses %j', (text, words) => {
    const failure = failureOf(() => parseBuildInputs(text));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/);
  const entries = (value: fc.Arbitrary<string>) =>
    fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 25 });

  it('reads every object of texts as it is', () => {
    const value = fc.string({ unit: 'binary' }).filter((text) => !/\{[a-z-]+\}/.test(text));
    fc.assert(
      fc.property(entries(value), (list) =>
        expect(parseBuildInputs(JSON.stringify(Object.fromEntries(list)))).toEqual(list),
      ),
    );
  });

  it('reads lines of any text without braces, trimmed', () => {
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r\u2028\u2029{}]/g, '').trim());
    fc.assert(
      fc.property(entries(value), (list) =>
        expect(parseBuildInputs(list.map(([key, text]) => `${key}=${text}`).join('\n'))).toEqual(list),
      ),
    );
  });
});
