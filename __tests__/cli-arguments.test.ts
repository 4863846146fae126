import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../src/cli-arguments.js';
import { check } from '../src/commands/check.js';
import { anyCommand } from '../src/commands/command.js';
import { copy } from '../src/commands/copy.js';
import { failureOf } from './support/failures.js';

const read = (...args: string[]) => readArguments(args, anyCommand(check));

describe('readArguments', () => {
  it.each<[string[], Record<string, string>, string[]]>([
    [[], {}, []],
    [['app', 'main'], { repo: 'app', ref: 'main' }, []],
    [['--repo', 'app', '--ref=main'], { repo: 'app', ref: 'main' }, []],
    [['app', '--repo', 'b', '--repo=c'], { repo: 'b\nc\napp' }, []],
    [['--json', 'app', '-q'], { repo: 'app' }, ['json', 'quiet']],
    [['-v', '--no-color', '-h', '--version'], {}, ['verbose', 'no-color', 'help', 'version']],
    [['-qv'], {}, ['quiet', 'verbose']],
    [['--json', '--json'], {}, ['json']],
    [['--verify-revision'], { 'verify-revision': 'true' }, []],
    [['--no-verify-revision'], { 'verify-revision': 'false' }, []],
    [['--verify-revision=false'], { 'verify-revision': 'false' }, []],
    [['--no-fail-if-not-ready', 'app'], { repo: 'app', 'fail-if-not-ready': 'false' }, []],
    [['--password', '-'], { password: '-' }, []],
    [['--tag', '{ref}-x'], { tag: '{ref}-x' }, []],
    [['--ref='], { ref: '' }, []],
    [['--', 'app', '--main'], { repo: 'app', ref: '--main' }, []],
  ])('%j', (args, given, flags) => {
    const line = read(...args);
    expect(Object.fromEntries(line.given)).toEqual(given);
    expect([...line.flags]).toEqual(flags);
  });

  it.each<[string[], string, string | undefined]>([
    [['--nope'], 'there is no flag --nope', 'See image-gate check --help.'],
    [['--platform', 'x'], 'there is no flag --platform', 'Did you mean --platforms?'],
    [['--jsno'], 'there is no flag --jsno', 'Did you mean --json?'],
    [['-x'], 'there is no flag -x', undefined],
    [['--no-repo'], 'there is no flag --no-repo', undefined],
    [['--constructor'], 'there is no flag --constructor', undefined],
    [['--__proto__'], 'there is no flag --__proto__', undefined],
    [['--toString'], 'there is no flag --toString', undefined],
    [['--ref'], '--ref needs a value', '--ref REF'],
    [['--json=yes'], '--json takes no value', undefined],
    [['--no-verify-revision=x'], '--no-verify-revision takes no value', undefined],
    [['--ref', 'a', '--ref', 'b'], '--ref is given twice', undefined],
    [['app', 'main', '--ref', 'b'], 'ref is given twice', undefined],
    [['--verify-revision', '--no-verify-revision'], 'is given twice', undefined],
    [
      ['a', 'b', 'c'],
      '"c" is one word too many for check',
      'Write image-gate check REPO REF; several repositories go between commas.',
    ],
  ])('%j: %s', (args, words, advice) => {
    const failure = failureOf(() => read(...args));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
    if (advice !== undefined) expect(failure.advice).toBe(advice);
  });

  it('says how several are given where the last word may be several', () => {
    const failure = failureOf(() => readArguments(['a:1', 'b:2', 'b:3'], anyCommand(copy)));
    expect(failure.message).toContain('"b:3" is one word too many for copy');
    expect(failure.advice).toBe('Several go between commas: b:2,b:3. See image-gate copy --help.');
  });
});
