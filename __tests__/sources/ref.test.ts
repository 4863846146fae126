import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayBeShortSha, parseRef, refName } from '../../src/sources/ref.js';
import { failureOf, orRefused } from '../support/failures.js';
import { numRuns } from '../support/thorough.js';

const sha = '660cbcf00112233445566778899aabbccddeeff0';

describe('parseRef', () => {
  it.each([
    ['develop', { kind: 'name', name: 'develop' }],
    ['feature/x', { kind: 'name', name: 'feature/x' }],
    ['v1.2.0', { kind: 'name', name: 'v1.2.0' }],
    ['660cbcf', { kind: 'name', name: '660cbcf' }],
    ['größe', { kind: 'name', name: 'größe' }],
    ['a@b', { kind: 'name', name: 'a@b' }],
    ['a.locked', { kind: 'name', name: 'a.locked' }],
    ['heads/x', { kind: 'name', name: 'heads/x' }],
    ['HEAD', { kind: 'name', name: 'HEAD' }],
    ['refs/heads/feature/x', { kind: 'branch', name: 'feature/x' }],
    ['refs/tags/v1', { kind: 'tag', name: 'v1' }],
    ['refs/heads/refs/tags/x', { kind: 'branch', name: 'refs/tags/x' }],
    [`refs/heads/${sha}`, { kind: 'branch', name: sha }],
    [sha, { kind: 'commit', sha }],
    [sha.toUpperCase(), { kind: 'commit', sha }],
    ['ab'.repeat(32), { kind: 'commit', sha: 'ab'.repeat(32) }],
    [sha.slice(1), { kind: 'name', name: sha.slice(1) }],
  ])('%s', (text, expected) => expect(parseRef(text)).toEqual(expected));

  it.each([
    ['', 'it is empty'],
    ['refs/heads/', 'it is empty'],
    ['x'.repeat(256), 'it is longer than 255 bytes'],
    ['ü'.repeat(128), 'it is longer than 255 bytes'],
    ['a\nb', 'control character'],
    ['a\u007fb', 'control character'],
    ['a\u2028b', 'control character'],
    ['a b', 'it has " "'],
    ['a~1', 'it has "~"'],
    ['a^{}', 'it has "^"'],
    ['a:b', 'it has ":"'],
    ['a?', 'it has "?"'],
    ['a*', 'it has "*"'],
    ['a[b', 'it has "["'],
    ['a\\b', 'it has "\\\\"'],
    ['a..b', 'it has ".."'],
    ['@', 'it has "@{" or is "@"'],
    ['a@{1}', 'it has "@{" or is "@"'],
    ['-a', 'it starts with "-"'],
    ['refs/heads/--upload-pack=x', 'it starts with "-"'],
    ['/a', 'an empty part'],
    ['a/', 'an empty part'],
    ['a//b', 'an empty part'],
    ['.a', 'starts with "."'],
    ['a/.b', 'starts with "."'],
    ['a.', 'ends in "."'],
    ['a.lock', 'ends in "." or ".lock"'],
    ['a.lock/b', 'ends in "." or ".lock"'],
    ['refs/pull/7/merge', 'is neither a branch nor a tag'],
    ['refs/heads', 'is neither a branch nor a tag'],
  ])('refuses %j: %s', (text, words) => {
    const failure = failureOf(() => parseRef(text));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  it('takes exactly what git-check-ref-format takes as a branch, and no leading dash', () => {
    const name = fc.string({
      unit: fc.constantFrom(
        'a',
        'é',
        '.',
        '/',
        '-',
        '@',
        '{',
        '~',
        '^',
        ':',
        '?',
        '*',
        '[',
        '\\',
        ' ',
        '\t',
        'lock',
        '.lock',
      ),
      maxLength: 6,
    });
    fc.assert(
      fc.property(name, (text) => {
        const ref = orRefused(() => parseRef(`refs/heads/${text}`));
        expect(ref).toEqual(isLegal(text) ? { kind: 'branch', name: text } : undefined);
      }),
      { numRuns: numRuns(3000) },
    );
  });

  it('throws nothing but Failure, and what it takes reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const ref = orRefused(() => parseRef(text));
        if (ref !== undefined) expect(parseRef(refName(ref))).toEqual(ref);
      }),
    );
  });
});

/** The rules 1 to 9 of git-check-ref-format(1), part by part. */
function isLegal(name: string): boolean {
  const parts = name.split('/');
  const partsAreLegal = parts.every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
  const has = (text: string) => name.includes(text);
  const clean = ![...' ~^:?*[\\\t'].some(has) && !has('..') && !has('@{');
  return partsAreLegal && clean && name !== '@' && !name.endsWith('.') && !name.startsWith('-');
}

describe('mayBeShortSha', () => {
  it.each([
    ['660cbcf', true],
    ['660CBCF', true],
    ['660cbc', false],
    ['660cbcg', false],
    [sha.slice(1), true],
    [sha, false],
    ['660cbcf\n', false],
  ])('%j: %s', (text, expected) => expect(mayBeShortSha(text)).toBe(expected));
});
