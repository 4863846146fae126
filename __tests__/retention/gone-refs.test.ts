import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRefTemplate } from '../../src/images/ref-template.js';
import { fillTagTemplate, parseTagTemplate } from '../../src/images/tag-template.js';
import { createGoneRefs, type LivingRefs } from '../../src/retention/gone-refs.js';
import { numRuns } from '../support/thorough.js';
import { digest, now } from './support/repositories.js';

const living: LivingRefs = {
  branches: ['main', 'feature/login', 'Fix_Ümlaut/x', `long/${'a-very-'.repeat(9)}name`, 'release/2.x'],
  tags: ['v1.2.3', 'app/v2.0.0', 'nightly-2026'],
  pullRequests: [{ number: 7, branch: 'patch-1' }],
};

function judge(templates: readonly string[], ...tags: readonly string[]) {
  const rule = createGoneRefs(templates.map(parseRefTemplate), living, 'acme/app');
  const { goes, ruling } = rule({ digest: digest(1), tags, date: undefined }, now);
  return `${goes ? 'goes' : 'stays'}: ${ruling.reason}`;
}

test.each([
  [['{branch}'], ['feature-login'], 'stays: branch feature/login exists in acme/app'],
  [['{branch}'], ['feature_login'], 'stays: branch feature/login exists in acme/app'],
  [['{branch}'], ['FEATURE-LOGIN'], 'stays: branch feature/login exists in acme/app'],
  [['{branch}'], ['Fix_-mlaut-x'], 'stays: branch Fix_Ümlaut/x exists in acme/app'],
  [['{branch}'], ['feature-log'], 'goes: acme/app has no branch feature-log'],
  [['{branch}'], [`long-${'a-very-'.repeat(7)}`], `stays: branch long/${'a-very-'.repeat(9)}name exists in acme/app`],
  [['{branch}'], ['1.2.3'], 'stays: tag v1.2.3 exists in acme/app'],
  [['{branch}'], ['1.2'], 'stays: tag v1.2.3 exists in acme/app'],
  [['{branch}'], ['2.0.0'], 'stays: tag app/v2.0.0 exists in acme/app'],
  [['{branch}'], ['3.0.0'], 'stays: names no branch, tag or pull request'],
  [['{branch}'], ['2.0.0-rc.1'], 'stays: names no branch, tag or pull request'],
  [['{branch}'], ['1234-fix-it'], 'goes: acme/app has no branch 1234-fix-it'],
  [['{tag}'], ['3.0.0'], 'goes: acme/app has no tag 3.0.0'],
  [['{tag}'], ['1'], 'stays: tag v1.2.3 exists in acme/app'],
  [['{tag}'], ['12'], 'goes: acme/app has no tag 12'],
  [['{ref}'], ['3.0.0'], 'goes: acme/app has no branch or tag 3.0.0'],
  [['{ref}'], ['latest'], 'stays: names no branch, tag or pull request'],
  [['{ref}'], ['deadbeef'], 'stays: names no branch, tag or pull request'],
  [['{ref}'], ['20260101'], 'stays: names no branch, tag or pull request'],
  [['{branch}'], ['patch-1'], 'stays: pull request 7 of patch-1 exists in acme/app'],
  [['pr-{pr}'], ['pr-7'], 'stays: pull request 7 exists in acme/app'],
  [['pr-{pr}'], ['pr-8'], 'goes: pull request 8 is not open in acme/app'],
  [['pr-{pr}'], ['pr-08'], 'stays: names no branch, tag or pull request'],
  [['pr-{pr}'], ['pr-8x'], 'stays: names no branch, tag or pull request'],
  [['pr-{pr}-{sha}'], [`pr-8-${'a'.repeat(40)}`], 'goes: pull request 8 is not open in acme/app'],
  [['{branch}-{short-sha}'], ['feature-login-0123456'], 'stays: branch feature/login exists in acme/app'],
  [['{branch}-{short-sha}'], ['feature-out-0123456'], 'goes: acme/app has no branch feature-out'],
  [['{branch}-{short-sha}'], ['feature-out'], 'stays: names no branch, tag or pull request'],
  [['{branch}-*'], ['feature-out-2026.1'], 'goes: acme/app has no branch feature-out'],
  [['{branch}-*'], ['feature-login-2026.1'], 'stays: branch feature/login exists in acme/app'],
  [['{branch}', 'pr-{pr}'], ['pr-8'], 'goes: pull request 8 is not open in acme/app'],
  [['{branch}', 'sha-{short-sha}'], ['sha-0123456'], 'stays: its tag names only a commit'],
  [['pr-{pr}', 'sha-{short-sha}'], ['sha-0123456', 'pr-8'], 'goes: pull request 8 is not open in acme/app'],
  [['pr-{pr}'], ['sha-0123456', 'pr-8'], 'stays: names no branch, tag or pull request'],
  [['{branch}'], [`sha256-${'0'.repeat(64)}.sig`], 'stays: names no branch, tag or pull request'],
  [['pr-{pr}'], ['pr-8', 'pr-7'], 'stays: pull request 7 exists in acme/app'],
])('%p, of an image with the tags %p: %s', (templates, tags, expected) => {
  expect(judge(templates, ...tags)).toBe(expected);
});

const refName = fc.stringMatching(/^[a-zA-Z0-9_ä][a-zA-Z0-9._/ä#-]{0,40}$/);

describe('any names', () => {
  test('the tag that the template of check makes of an existing ref is kept, by any template that fits', () => {
    const forms = [
      ['{ref}', '{branch}'],
      ['{ref}', '{ref}'],
      ['{ref}-{short-sha}', '{branch}-{short-sha}'],
      ['{ref}-{sha}', '{tag}-{sha}'],
      ['x-{ref}', 'x-{ref}'],
      ['{ref}.{short-sha:12}', '{branch}.*'],
    ] as const;
    fc.assert(
      fc.property(
        fc.array(refName, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.boolean(),
        fc.nat(5),
        (names, at, isTag, form) => {
          const ref = names[at % names.length] ?? '';
          const [written, read] = forms[form] ?? forms[0];
          const tag = tagOf(written, ref);
          fc.pre(tag !== undefined);
          const refs = { branches: isTag ? [] : names, tags: isTag ? names : [], pullRequests: [] };
          const rule = createGoneRefs([parseRefTemplate(read)], refs, 'acme/app');
          const { goes } = rule({ digest: digest(1), tags: [tag ?? ''], date: undefined }, now);
          expect(goes).toBe(false);
        },
      ),
      { numRuns: numRuns(2000) },
    );
  });
});

function tagOf(template: string, ref: string): string | undefined {
  try {
    return fillTagTemplate(parseTagTemplate(template), { commit: '0123456789'.repeat(4), ref });
  } catch {
    return undefined;
  }
}
