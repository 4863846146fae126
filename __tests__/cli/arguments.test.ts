import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../src/cli/arguments.js';
import { backup } from '../../src/commands/backup/index.js';
import { check } from '../../src/commands/check/index.js';
import { anyCommand } from '../../src/commands/command.js';
import { copy } from '../../src/commands/copy/index.js';
import { deleteImages } from '../../src/commands/delete/index.js';
import { inspect } from '../../src/commands/inspect/index.js';
import { latest } from '../../src/commands/latest/index.js';
import { login } from '../../src/commands/login/index.js';
import { prune } from '../../src/commands/prune/index.js';
import { repository } from '../../src/commands/repository/index.js';
import { failureOf } from '../support/failures.js';

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
    [['--nope'], 'unknown flag --nope', 'See image-gate check --help.'],
    [['--platform', 'x'], 'unknown flag --platform', 'Did you mean --platforms?'],
    [['--jsno'], 'unknown flag --jsno', 'Did you mean --json?'],
    [['-x'], 'unknown flag -x', undefined],
    [['--no-repo'], 'unknown flag --no-repo', undefined],
    [['--constructor'], 'unknown flag --constructor', undefined],
    [['--__proto__'], 'unknown flag --__proto__', undefined],
    [['--toString'], 'unknown flag --toString', undefined],
    [['--ref'], '--ref needs a value', '--ref REF'],
    [['--json=yes'], '--json takes no value', undefined],
    [['--no-verify-revision=x'], '--no-verify-revision takes no value', undefined],
    [['--ref', 'a', '--ref', 'b'], '--ref is given twice', undefined],
    [['app', 'main', '--ref', 'b'], 'ref is given twice', undefined],
    [['--verify-revision', '--no-verify-revision'], 'is given twice', undefined],
    [
      ['a', 'b', 'c'],
      'unexpected argument "c"',
      'Write image-gate check REPO REF; separate several repositories with commas.',
    ],
  ])('%j: %s', (args, words, advice) => {
    const failure = failureOf(() => read(...args));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
    if (advice !== undefined) expect(failure.advice).toBe(advice);
  });

  it.each([
    [inspect, ['a:1', 'b:2', 'b:3,c:4'], { image: 'a:1\nb:2\nb:3,c:4' }],
    [copy, ['a:1', 'b:2', 'b:3'], { from: 'a:1', to: 'b:2\nb:3' }],
    [prune, ['a', '--keep', '1', 'b'], { image: 'a\nb', keep: '1' }],
    [latest, ['a:1', '--image', 'b:2', 'Dockerfile'], { image: 'b:2\na:1\nDockerfile' }],
    [deleteImages, ['a:1', 'b:2', '-q'], { image: 'a:1\nb:2' }],
    [backup, ['a', 'b', 'c', 'd'], { image: 'a\nb\nc\nd' }],
  ] as const)('a list in the last place takes all words: %#', (command, args, given) => {
    const line = readArguments(args, anyCommand<never, never>(command as never));
    expect(Object.fromEntries(line.given)).toEqual(given);
  });

  it.each<[string[], string | undefined]>([
    [[], undefined],
    [['--json'], 'json'],
    [['--format', 'json'], 'json'],
    [['--format=dotenv'], 'dotenv'],
    [['--json', '--format', 'json'], 'json'],
    [['--format', 'names'], 'names'],
    [['--format', 'table'], 'table'],
  ])('the format of %j is %s', (args, format) => expect(read(...args).format).toBe(format));

  it.each<[string[], string, string | undefined]>([
    [['--format'], '--format needs a value', '--format table|json|names|dotenv'],
    [['--format', 'yaml'], '--format is "yaml", which is not one of table, json, names, dotenv', undefined],
    [['--format', 'JSON'], 'which is not one of', 'Did you mean json?'],
    [['--format='], '--format is "", which is not one of', undefined],
    [['--format', 'json', '--format', 'json'], '--format is given twice', undefined],
    [['--json', '--format', 'table'], '--json is --format json, and --format is table', 'Give one of them.'],
    [['--format', 'names', '--json'], '--json is --format json, and --format is names', 'Give one of them.'],
  ])('%j: %s', (args, words, advice) => {
    const failure = failureOf(() => read(...args));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
    if (advice !== undefined) expect(failure.advice).toBe(advice);
  });

  it.each([login, repository, backup])('$name has no names to print', (command) => {
    const failure = failureOf(() => readArguments(['--format', 'names'], anyCommand<never, never>(command as never)));
    expect(failure).toMatchObject({ exitCode: 64, message: `${command.name} has no names to print` });
  });
});
