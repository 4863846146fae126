import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  boolean,
  choice,
  duration,
  file,
  type Input,
  list,
  pattern,
  secret,
  text,
  wholeNumber,
} from '../../../../src/commands/shared/inputs/types.js';
import { failureOf, orRefused } from '../../../support/failures.js';

const help = 'x';
const inputs = {
  text: text({ help }),
  list: list({ help }),
  boolean: boolean({ help, fallback: 'false' }),
  number: wholeNumber({ help }),
  small: wholeNumber({ help, most: 10 }),
  duration: duration({ help }),
  pattern: pattern({ help }),
  choice: choice(['patch', 'minor', 'major'], { help, fallback: 'patch' }),
  anyCase: choice(['patch', 'minor'], { help, fallback: 'patch', anyCase: true }),
  file: file({ help }),
  secret: secret({ help }),
} satisfies Record<string, Input<unknown>>;
type Name = keyof typeof inputs;

const minute = 60_000;
const day = 24 * 60 * minute;

describe('inputs', () => {
  it.each<[Name, string, unknown]>([
    ['text', ' as it is ', ' as it is '],
    ['text', 'größe 🚀', 'größe 🚀'],
    ['list', 'a', ['a']],
    ['list', 'a, b ,c', ['a', 'b', 'c']],
    ['list', 'a\nb\r\nc', ['a', 'b', 'c']],
    ['list', ',a,,\n,b,', ['a', 'b']],
    ['list', ' , \n', []],
    ['boolean', 'true', true],
    ['boolean', 'True', true],
    ['boolean', 'TRUE', true],
    ['boolean', 'false', false],
    ['boolean', 'FALSE', false],
    ['number', '0', 0],
    ['number', '007', 7],
    ['number', '999999999999999', 999_999_999_999_999],
    ['small', '10', 10],
    ['duration', '0s', 0],
    ['duration', '500ms', 500],
    ['duration', '90s', 90_000],
    ['duration', '10m30s', 10.5 * minute],
    ['duration', '1h30m', 90 * minute],
    ['duration', '2h', 120 * minute],
    ['duration', '30d', 30 * day],
    ['duration', '366d', 366 * day],
    ['pattern', '^v\\d+$', /^v\d+$/u],
    ['choice', 'minor', 'minor'],
    ['anyCase', 'MINOR', 'minor'],
    ['file', 'a b/c.json', 'a b/c.json'],
    ['secret', 'p@ss "word" ü', 'p@ss "word" ü'],
  ])('%s reads %j', (name, given, expected) => expect(inputs[name].read(given, name)).toEqual(expected));

  it.each<[Name, string, string]>([
    ['text', 'a\nb', 'text is "a\\nb", which contains a line break'],
    ['text', 'a\0b', 'control character'],
    ['text', 'a\u2028b', 'control character'],
    ['text', '\u001b[31m', 'control character'],
    ['text', 'x'.repeat(10_001), 'text is longer than 10000 characters'],
    ['list', 'a,b\tc', 'list is "b\\tc", which contains a line break'],
    ['boolean', 'yes', 'boolean is "yes", which is neither true nor false'],
    ['boolean', '1', 'neither true nor false'],
    ['boolean', 'tRUE', 'neither true nor false'],
    ['number', '3abc', 'number is "3abc", which is not a whole number from 0'],
    ['number', '1e3', 'not a whole number'],
    ['number', ' 5 ', 'not a whole number'],
    ['number', '-1', 'not a whole number'],
    ['number', '1.5', 'not a whole number'],
    ['number', '0x10', 'not a whole number'],
    ['number', '٣', 'not a whole number'],
    ['number', '', 'not a whole number'],
    ['number', '9'.repeat(16), 'not a whole number'],
    ['small', '11', 'not a whole number from 0 to 10'],
    ['duration', '5x', 'duration is "5x", which is not a duration'],
    ['duration', '5', 'not a duration'],
    ['duration', 's', 'not a duration'],
    ['duration', '1.5h', 'not a duration'],
    ['duration', '-1s', 'not a duration'],
    ['duration', '10 m', 'not a duration'],
    ['duration', '10M', 'not a duration'],
    ['duration', '367d', 'not a duration'],
    ['duration', '', 'not a duration'],
    ['pattern', '(', 'pattern is "(", which is not a regular expression'],
    ['pattern', '[b-a]', 'not a regular expression'],
    ['pattern', 'x'.repeat(501), 'pattern is longer than 500 characters'],
    ['choice', 'Minor', 'choice is "Minor", which is not one of patch, minor, major'],
    ['anyCase', 'MAJOR', 'anyCase is "MAJOR", which is not one of patch, minor'],
    ['choice', 'constructor', 'which is not one of'],
    ['file', 'a\nb', 'line break'],
  ])('%s refuses %j: %s', (name, given, words) => {
    const failure = failureOf(() => inputs[name].read(given, name));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  it('suggests the probable value', () => {
    expect(failureOf(() => inputs.choice.read('mnior', 'x')).advice).toBe('Did you mean minor?');
    expect(failureOf(() => inputs.choice.read('something', 'x')).advice).toBeUndefined();
  });

  it('does not show a secret that it refuses', () => {
    const failure = failureOf(() => inputs.secret.read('hunter2\nx', 'password'));
    expect(failure.message).toBe('password contains a line break or another control character');
  });

  it('throws nothing but Failure', () => {
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789smhd.(-[\\') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(inputs) as Name[])), given, (name, value) => {
        orRefused(() => inputs[name].read(value, name));
      }),
    );
  });

  it.each<[Name, unknown]>([
    ['text', undefined],
    ['list', []],
    ['number', undefined],
    ['duration', undefined],
    ['pattern', undefined],
    ['file', undefined],
    ['secret', undefined],
  ])('%s that is absent is %j', (name, expected) => expect(inputs[name].absent).toEqual(expected));
});
