import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../src/cli-arguments.js';
import { confirm } from '../src/cli-confirmation.js';
import { check } from '../src/commands/check.js';
import { anyCommand } from '../src/commands/command.js';
import { deleteImages } from '../src/commands/delete.js';
import { tags } from '../src/commands/tags.js';
import { failureOf, rejectionOf } from './support/failures.js';

/** A terminal on which somebody types this; `undefined` closes it. */
function terminal(typed: string | undefined, isTTY = true) {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  stdin.end(typed);
  return { stdin, stderr, shown: () => String(stderr.read() ?? '') };
}

describe('confirm', () => {
  it.each(['y\n', 'Y\n', ' yes \n'])('%j is a yes', async (typed) => {
    const asked = terminal(typed);
    await confirm(anyCommand(deleteImages), 'Delete a:1?\u001b[31m', asked);
    expect(asked.shown()).toContain('Delete a:1? [y/N] ');
  });

  it.each(['\n', 'n\n', 'yep\n', undefined])('%j is a no', async (typed) => {
    const failure = await rejectionOf(confirm(anyCommand(deleteImages), 'Delete a:1?', terminal(typed)));
    expect(failure).toMatchObject({ kind: 'cancelled', exitCode: 130 });
    expect(failure.message).toContain('nothing was done');
  });

  it('asks nobody where there is no terminal', async () => {
    const asked = terminal('y\n', false);
    const failure = await rejectionOf(confirm(anyCommand(deleteImages), 'Delete a:1?', asked));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 1 });
    expect(failure.advice).toContain('--yes');
    expect(failure.advice).toContain('--dry-run');
    expect(asked.shown()).toBe('');
  });

  it('names --dry-run only where there is one', async () => {
    const failure = await rejectionOf(confirm(anyCommand(check), 'Prune?', terminal('y\n', false)));
    expect(failure.advice).toBe('Give --yes to do it without asking.');
  });
});

describe('--yes', () => {
  it('is a flag of commands that destroy something, and of no other', () => {
    expect([...readArguments(['a:1', '--yes'], anyCommand(deleteImages)).flags]).toEqual(['yes']);
    expect(failureOf(() => readArguments(['--yes'], anyCommand(tags))).message).toBe('there is no flag --yes');
  });
});
