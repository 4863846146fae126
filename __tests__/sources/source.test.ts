import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/lib/errors.js';
import { parseRef } from '../../src/sources/ref.js';
import { describeRef, isFullSha, resolveBy } from '../../src/sources/source.js';
import { rejectionOf } from '../support/failures.js';

const branchSha = 'b'.repeat(40);
const tagSha = 'c'.repeat(40);
const shortSha = `660cbcf${'d'.repeat(33)}`;
const denied = new Failure('denied', { operation: 'x', reason: '403' });

type Found = string | null | undefined | Failure;

function lookups(found: { branch?: Found; tag?: Found; shortSha?: Found }) {
  const asked: string[] = [];
  const look = (kind: keyof typeof found) => async (name: string) => {
    asked.push(`${kind} ${name}`);
    const result = found[kind];
    if (result instanceof Failure) throw result;
    return result;
  };
  return { asked, branch: look('branch'), tag: look('tag'), shortSha: look('shortSha') };
}

describe('resolveBy', () => {
  it.each([
    [
      'a branch',
      'develop',
      { branch: branchSha },
      { sha: branchSha, kind: 'branch' },
      ['branch develop', 'tag develop'],
    ],
    ['a tag', 'v1', { tag: tagSha }, { sha: tagSha, kind: 'tag' }, ['branch v1', 'tag v1']],
    [
      'both: the branch wins',
      'x',
      { branch: branchSha, tag: tagSha },
      { sha: branchSha, kind: 'branch', alsoTag: tagSha },
      ['branch x', 'tag x'],
    ],
    [
      'an explicit branch',
      'refs/heads/x',
      { branch: branchSha, tag: tagSha },
      { sha: branchSha, kind: 'branch' },
      ['branch x'],
    ],
    ['an explicit tag', 'refs/tags/x', { branch: branchSha, tag: tagSha }, { sha: tagSha, kind: 'tag' }, ['tag x']],
    ['a commit', shortSha, {}, { sha: shortSha }, []],
    ['a short SHA', '660CBCF', { shortSha }, { sha: shortSha }, ['branch 660CBCF', 'tag 660CBCF', 'shortSha 660cbcf']],
    [
      'a branch that looks like a short SHA',
      '660cbcf',
      { branch: branchSha, shortSha },
      { sha: branchSha, kind: 'branch' },
      ['branch 660cbcf', 'tag 660cbcf'],
    ],
    [
      'a tag that cannot be looked up beside a branch',
      'x',
      { branch: branchSha, tag: denied },
      { sha: branchSha, kind: 'branch' },
      ['branch x', 'tag x'],
    ],
  ])('%s', async (_name, ref, found, expected, asked) => {
    const looked = lookups(found);
    expect(await resolveBy(looked, parseRef(ref), 'a/b on here')).toEqual(expected);
    expect(looked.asked).toEqual(asked);
  });

  it.each([
    ['v1', {}],
    ['refs/tags/v1', {}],
    ['660cbcf', { shortSha }],
  ])('%s that is a tag of no commit is not found', async (ref, more) => {
    const failure = await rejectionOf(resolveBy(lookups({ tag: null, ...more }), parseRef(ref), 'a/b on here'));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(failure.message).toContain(' in a/b on here: it is a tag of a file or folder (a git blob or tree)');
  });

  it('a branch counts beside a tag of no commit', async () => {
    const found = await resolveBy(lookups({ branch: branchSha, tag: null }), parseRef('x'), 'a/b');
    expect(found).toEqual({ sha: branchSha, kind: 'branch' });
  });

  it.each([
    ['the branch', { branch: denied, tag: tagSha }],
    ['the tag, with no branch', { tag: denied }],
    ['the short SHA', { shortSha: denied }],
  ])('fails with what %s fails with', async (_name, found) => {
    const { kind, message } = denied;
    expect(await rejectionOf(resolveBy(lookups(found), parseRef('660cbcf'), 'a/b'))).toMatchObject({ kind, message });
  });

  it.each([
    ['nope', 'ref nope in a/b on here', ['branch nope', 'tag nope']],
    ['refs/heads/nope', 'branch nope in a/b on here', ['branch nope']],
    ['refs/tags/nope', 'tag nope in a/b on here', ['tag nope']],
  ])('says that there is no %s', async (ref, asked, looked) => {
    const all = lookups({ shortSha });
    const failure = await rejectionOf(resolveBy(all, parseRef(ref), 'a/b on here'));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(failure.message.startsWith(`${asked}: the ref does not exist`)).toBe(true);
    expect(all.asked).toEqual(looked);
  });

  it('finds no short SHA where the service cannot expand one', async () => {
    const { branch, tag } = lookups({});
    expect((await rejectionOf(resolveBy({ branch, tag }, parseRef('660cbcf'), 'x'))).kind).toBe('not-found');
  });

  it.each([
    ['an empty answer', { branch: '' }],
    ['a name', { tag: 'main' }],
    ['a short answer', { branch: '660cbcf' }],
    ['upper case', { branch: 'A'.repeat(40) }],
    ['a broken tag beside a branch', { branch: branchSha, tag: 'x' }],
  ])('does not take %s for a commit', async (_name, found) => {
    const failure = await rejectionOf(resolveBy(lookups(found), parseRef('x'), 'a/b'));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain('has no commit SHA in it');
  });
});

describe('isFullSha', () => {
  it.each([
    [branchSha, true],
    ['ab'.repeat(32), true],
    [branchSha.toUpperCase(), false],
    [`${branchSha}b`, false],
    ['', false],
  ])('%s: %s', (text, expected) => expect(isFullSha(text)).toBe(expected));
});

describe('describeRef', () => {
  it.each([
    ['x', 'ref x'],
    ['refs/heads/x', 'branch x'],
    ['refs/tags/x', 'tag x'],
    [branchSha, `commit ${branchSha}`],
  ])('%s is %s', (text, expected) => expect(describeRef(parseRef(text))).toBe(expected));
});
