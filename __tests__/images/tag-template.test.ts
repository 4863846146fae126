import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTag } from '../../src/images/name.js';
import { fillTagTemplate, parseTagTemplate } from '../../src/images/tag-template.js';
import { failureOf, orRefused } from '../support/failures.js';

const commit = '660cbcf00112233445566778899aabbccddeeff0';
const fill = (template: string, ref = 'feature/x', sha = commit) =>
  fillTagTemplate(parseTagTemplate(template), { commit: sha, ref });

describe('fillTagTemplate', () => {
  it.each([
    ['{short-sha}', '660cbcf'],
    ['{short-sha:4}', '660c'],
    ['{short-sha:07}', '660cbcf'],
    ['{short-sha:12}', '660cbcf00112'],
    ['{short-sha:64}', commit],
    ['{sha}', commit],
    ['{ref}', 'feature-x'],
    ['v1', 'v1'],
    ['sha-{short-sha}', 'sha-660cbcf'],
    ['{ref}-{short-sha}.{sha}', `feature-x-660cbcf.${commit}`],
    ['{short-sha}{short-sha:4}', '660cbcf660c'],
    ['_{ref}', '_feature-x'],
  ])('%s gives %s', (template, expected) => expect(fill(template)).toBe(expected));

  it('gives the whole of a SHA-256 commit', () => {
    const long = 'ab'.repeat(32);
    expect(fill('{sha}', 'main', long)).toBe(long);
    expect(fill('{short-sha:64}', 'main', long)).toBe(long);
  });

  it.each([
    ['{ref}', 'main', 'main'],
    ['{ref}', 'feature/JIRA-1_a.b', 'feature-JIRA-1_a.b'],
    ['{ref}', 'a//b@@c', 'a-b-c'],
    ['{ref}', 'fix#12+(x)', 'fix-12-x-'],
    ['{ref}', '...hidden', 'hidden'],
    ['{ref}', '-./x', 'x'],
    ['{ref}', 'größe', 'gr-e'],
    ['{ref}', '🚀launch', 'launch'],
    ['x{ref}', '.hidden', 'x.hidden'],
    ['{ref}{ref}', '.a', 'a.a'],
    ['{ref}', 'x'.repeat(128), 'x'.repeat(128)],
  ])('%s of ref %s is %s', (template, ref, expected) => expect(fill(template, ref)).toBe(expected));

  it.each([
    ['{ref}', 'x'.repeat(129)],
    ['{ref}', '...'],
    ['{ref}', '🚀'],
    ['{ref}-x', '/'],
    ['{ref}-{sha}', 'x'.repeat(100)],
  ])('%s of ref %s is refused', (template, ref) => {
    const failure = failureOf(() => fill(template, ref));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(`the ref ${JSON.stringify(ref)} does not make a valid tag`);
  });

  it('gives a legal tag or a Failure, whatever the template and the ref', () => {
    const piece = fc.constantFrom(
      '{sha}',
      '{short-sha}',
      '{short-sha:12}',
      '{ref}',
      'v',
      '-',
      '.',
      '{',
      '}',
      'ü',
      '{x}',
    );
    const template = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(template, fc.string({ unit: 'binary', maxLength: 150 }), (text, ref) => {
        const tag = orRefused(() => fill(text, ref));
        if (tag !== undefined) expect(isTag(tag)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseTagTemplate', () => {
  it.each([
    ['', 'is empty'],
    ['{short-sha:3}', 'has the length "3"'],
    ['{short-sha:65}', 'has the length "65"'],
    ['{short-sha:3abc}', 'has the length "3abc"'],
    ['{short-sha:7.5}', 'has the length "7.5"'],
    ['{short-sha:-7}', 'has the length "-7"'],
    ['{short-sha:}', 'has the length ""'],
    ['{short-sha: 7}', 'has the length " 7"'],
    ['{short-sha:1e1}', 'has the length "1e1"'],
    ['{SHA}', 'unknown placeholder "{SHA}"'],
    ['{sha:7}', 'unknown placeholder "{sha:7}"'],
    ['{ref:7}', 'unknown placeholder "{ref:7}"'],
    ['{branch}', 'unknown placeholder "{branch}"'],
    ['{}', 'unknown placeholder "{}"'],
    ['{constructor}', 'unknown placeholder "{constructor}"'],
    ['{sha', 'unknown placeholder "{"'],
    ['sha}', 'has "}", which no tag can have'],
    ['{{sha}}', 'unknown placeholder "{"'],
    ['a b', 'has "a b"'],
    ['x:{sha}', 'has "x:"'],
    ['a/{sha}', 'has "a/"'],
    ['{sha}\n', 'has "\\n"'],
  ])('%j is refused: %s', (template, words) => {
    const failure = failureOf(() => parseTagTemplate(template));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
    expect(failure.advice).toBeDefined();
  });

  it.each(['-{sha}', '.x', `${'x'.repeat(89)}{sha}`, 'x'.repeat(129)])('%s makes no legal tag', (template) => {
    const failure = failureOf(() => parseTagTemplate(template));
    expect(failure.kind).toBe('usage');
    expect(failure.message).toContain('does not make a valid tag');
  });
});
