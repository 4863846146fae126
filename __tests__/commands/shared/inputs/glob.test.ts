import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { looksLikeGlob, patternOfGlob } from '../../../../src/commands/shared/inputs/glob.js';
import { pattern } from '../../../../src/commands/shared/inputs/types.js';
import { failureOf } from '../../../support/failures.js';

const include = pattern({ help: 'x' });

describe('a pattern that is a glob', () => {
  it.each([
    ['pr-*', '^pr-'],
    ['feature_*', '^feature_'],
    ['v1*', '^v1'],
    ['release/*', '^release/'],
    ['acme/*-cache', '^acme/.*-cache$'],
    ['pr-*-dev', '^pr-.*-dev$'],
    ['1.*.*', '^1\\..*\\.'],
    ['v*.*', '^v.*\\.'],
    ['v*-rc', '^v.*-rc$'],
    ['pr-?', '^pr-.$'],
    ['pr-??', '^pr-..$'],
    ['[!v]-x', '^[^v]-x$'],
    ['^pr-*', '^pr-'],
    ['^pr-*$', '^pr-'],
    ['pr-*,main', '^(?:pr-.*|main)$'],
    ['pr-*|v1.0', '^(?:pr-.*|v1\\.0)$'],
  ])('%s gets a warning that suggests %s', (glob, meant) => {
    expect(include.read(glob, 'include')).toBeInstanceOf(RegExp);
    expect(include.doubt?.(glob, 'include')).toBe(
      `include is "${glob}", which looks like a glob, but is read as a regular expression that matches somewhere in a ` +
        `name. Did you mean ${meant}?`,
    );
  });

  it.each([
    ['*-dev', '-dev$'],
    ['*', '.*'],
    ['?', '^.$'],
    ['**/cache', '/cache$'],
    ['release/**', '^release/'],
    ['{dev,test-*}-?', '^(?:dev|test-.*)-.$'],
  ])('%s, which is no regular expression, gets an error that suggests %s', (glob, meant) => {
    const failure = failureOf(() => include.read(glob, 'include'));
    expect(failure.message).toContain(`include is "${glob}", which is not a regular expression`);
    expect(failure.advice).toBe(`It looks like a glob. Write ${meant}.`);
  });

  it.each(['(', '[b-a]', '+1', 'a{1', '(?<x'])('%s is no regular expression, and no glob', (text) => {
    expect(failureOf(() => include.read(text, 'include')).advice).toBeUndefined();
  });
});

describe('a regular expression gets no warning', () => {
  it.each([
    '^v.*',
    '.*-rc',
    'v1.*',
    '.*',
    '^.*$',
    '^pr-',
    '^pr-.*$',
    '^pr-\\d+$',
    '^pr-[0-9]*',
    '^v\\d+\\.\\d+\\.\\d+$',
    '^(.+)-[0-9a-f]{7}$',
    '^(?!v).*-dev',
    'releases?',
    'colou?r',
    '^v?\\d',
    'lo*ng',
    '-rc\\d*',
    '(?:-rc|-beta)*$',
    'alpine|slim',
    '^pr-\\d*$',
    '^(pr|dev)-.*,',
    '^v.*$|^main$',
    '^team/',
    'a+b*c',
    '1.*-slim',
    'latest',
    '\\.*-x',
  ])('%s', (text) => {
    expect(include.read(text, 'include')).toBeInstanceOf(RegExp);
    expect(looksLikeGlob(text)).toBe(false);
  });
});

describe('patternOfGlob', () => {
  it('is a regular expression that matches what the stars of the glob match', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abv012./-_'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 5 }),
        fc.array(word, { maxLength: 6 }),
        (parts, fillings) => {
          const name = parts.flatMap((part, at) => (at === 0 ? [part] : [fillings[at - 1] ?? '', part])).join('');
          expect(new RegExp(patternOfGlob(parts.join('*')), 'u').test(name)).toBe(true);
        },
      ),
    );
  });
});
