import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlaceholders, fillPlaceholders } from '../../src/builders/placeholders.js';
import { buildOrder } from '../support/builders.js';
import { headCommit } from '../support/check.js';
import { failureOf } from '../support/failures.js';

const all = '{commit} {short-sha} {ref} {repo} {image} {tag} {build-id}';
const known = ['commit', 'short-sha', 'ref', 'repo', 'image', 'tag', 'build-id'];

describe('fillPlaceholders', () => {
  it.each([
    [all, `${headCommit} 660cbcf main App acme/app:660cbcf 660cbcf id-7`],
    ['{tag}{tag}', '660cbcf660cbcf'],
    ['a{{tag}}b', 'a{660cbcf}b'],
    ['{"tag":"{tag}"}', '{"tag":"660cbcf"}'],
    ['{ tag }', '{ tag }'],
    ['{TAG}', '{TAG}'],
    ['{tag', '{tag'],
    ['${tag}', '$660cbcf'],
    ['{constructor}', '{constructor}'],
    ['no placeholder', 'no placeholder'],
    ['', ''],
  ])('%j: %j', (text, expected) => expect(fillPlaceholders(text, buildOrder, 'id-7')).toBe(expected));

  it.each(['$&', '$1', '$$', "$'", '{commit}', '{tag}', '{{ref}}'])('does not read %j again, once filled in', (ref) => {
    expect(fillPlaceholders('<{ref}|{ref}>', { ...buildOrder, ref }, 'x')).toBe(`<${ref}|${ref}>`);
  });

  it('gives each placeholder its own value, whatever the values are', () => {
    const value = fc.string({ unit: fc.constantFrom(...'{}$&\\ab-', '{tag}', '{commit}', '{build-id}') });
    const values = fc.record({ commit: value, ref: value, repo: value, image: value, tag: value });
    const parts = fc.array(fc.oneof(fc.constantFrom(...known), fc.constantFrom('a ', '}', ' $1')));
    fc.assert(
      fc.property(values, value, parts, (given, buildId, list) => {
        const filled: Record<string, string> = {
          ...given,
          'short-sha': given.commit.slice(0, 7),
          'build-id': buildId,
        };
        const text = list.map((part) => (known.includes(part) ? `{${part}}` : part)).join('');
        const expected = list.map((part) => filled[part] ?? part).join('');
        expect(fillPlaceholders(text, { ...buildOrder, ...given }, buildId)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('checkPlaceholders', () => {
  it.each([all, '', 'plain', '{"json": "{tag}"}', '{}', '{Tag}', '{a b}', '{x1}', '{', '{tag'])('takes %j', (text) =>
    expect(checkPlaceholders(text, 'x')).toBeUndefined(),
  );

  it.each([
    ['{sha}', '{sha}'],
    ['{tag} {tags}', '{tags}'],
    ['{shortsha}', '{shortsha}'],
    ['{-}', '{-}'],
    ['{constructor}', '{constructor}'],
    ['{{x}}', '{x}'],
  ])('refuses %j', (text, unknown) => {
    const failure = failureOf(() => checkPlaceholders(text, 'build-command'));
    expect(failure).toMatchObject({
      kind: 'usage',
      message: `build-command has the unknown placeholder ${unknown}`,
      advice: 'The placeholders are {commit}, {short-sha}, {ref}, {repo}, {image}, {tag}, {build-id}.',
    });
  });

  it('leaves nothing unfilled in a text that it takes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}a-', '{tag}', '{ref}', 'commit') });
    fc.assert(
      fc.property(text, (given) => {
        try {
          checkPlaceholders(given, 'x');
        } catch {
          return;
        }
        const blank = { ...buildOrder, commit: '', ref: '', repo: '', image: '', tag: '' };
        expect(fillPlaceholders(given, blank, '')).toBe(given.replace(/\{(?:tag|ref|commit)\}/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});
