import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../src/cli/arguments.js';
import { confirm } from '../../src/cli/confirmation.js';
import { check } from '../../src/commands/check/index.js';
import { type AnyCommand, anyCommand } from '../../src/commands/command.js';
import { deleteImages } from '../../src/commands/delete/index.js';
import { prune } from '../../src/commands/prune/index.js';
import { readInputs } from '../../src/commands/shared/inputs/read.js';
import { tags } from '../../src/commands/tags/index.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { recordedLog } from '../support/logs.js';

/** A terminal on which somebody types this; `undefined` closes it. */
function terminal(typed: string | undefined, isTTY = true) {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  stdin.end(typed);
  return { stdin, stderr, shown: () => String(stderr.read() ?? '') };
}

const deleting = anyCommand(deleteImages);

describe('confirm', () => {
  it.each(['y\n', 'Y\n', ' yes \n'])('%j is a yes', async (typed) => {
    const asked = terminal(typed);
    await confirm(deleting, 'Delete a:1?\u001b[31m', asked);
    expect(asked.shown()).toContain('Delete a:1? [y/N] ');
  });

  it.each(['\n', 'n\n', 'yep\n', undefined])('%j is a no', async (typed) => {
    const failure = await rejectionOf(confirm(deleting, 'Delete a:1?', terminal(typed)));
    expect(failure).toMatchObject({ kind: 'cancelled', exitCode: 130 });
    expect(failure.message).toContain('nothing was done');
  });

  it('does not prompt without a terminal', async () => {
    const asked = terminal('y\n', false);
    const failure = await rejectionOf(confirm(deleting, 'Delete a:1?', asked));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.advice).toBe('Add --yes to proceed without confirmation, or --dry-run to see what would be done.');
    expect(asked.shown()).toBe('');
  });

  it('names --dry-run only where there is one', async () => {
    const failure = await rejectionOf(confirm(anyCommand(check), 'Prune?', terminal('y\n', false)));
    expect(failure.advice).toBe('Add --yes to proceed without confirmation.');
  });
});

describe('the question', () => {
  const question = async (command: AnyCommand, ...args: string[]) => {
    const given = readArguments(args, command).given;
    const reader = { given: (name: string) => given.get(name), frontend: 'cli' as const, environment: {} };
    return command.destructive?.(await readInputs(command.inputs, reader, recordedLog()), undefined);
  };

  it.each([
    [deleting, ['app:1,other@sha256:'.concat('a'.repeat(64)), '--registry', 'example.com', '--namespace', 'acme']],
    [anyCommand(prune), ['acme/app,acme/other', '--keep', '1', '--registry', 'example.com']],
  ])('names the registry too', async (command, args) => {
    expect(await question(command, ...args)).toMatch(
      /^(?:Delete|Prune) example\.com\/acme\/app.*, example\.com\/acme\/other/,
    );
    expect(await question(command, ...args, '--dry-run')).toBeUndefined();
  });

  it('does not prompt for an invalid command', async () => {
    expect((await rejectionOf(question(anyCommand(prune), 'acme/app'))).message).toContain('no rule is given');
    expect((await rejectionOf(question(deleting, 'acme/app'))).message).toContain('has no tag and no digest');
  });
});

describe('--yes', () => {
  it('is a flag of commands that destroy something, and of no other', () => {
    expect([...readArguments(['a:1', '--yes'], anyCommand(deleteImages)).flags]).toEqual(['yes']);
    expect(failureOf(() => readArguments(['--yes'], anyCommand(tags))).message).toBe('unknown flag --yes');
  });
});
