import { createInterface } from 'node:readline';
import type { AnyCommand } from '../commands/command.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure, usageFailure } from '../lib/errors.js';

/** The parts of a terminal that a question needs. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined };
}

const questionLimit = 500;

/**
 * Asks whether it shall be done, on a terminal; only `y` and `yes` mean yes.
 * @throws Failure: usage without a terminal, cancelled for every other answer.
 */
export async function confirm(
  { name, inputs }: Pick<AnyCommand, 'name' | 'inputs'>,
  question: string,
  { stdin, stderr }: Terminal,
): Promise<void> {
  if (!stdin.isTTY || !stderr.isTTY) {
    const look = 'dry-run' in inputs ? ', or --dry-run to see what would be done' : '';
    throw usageFailure(
      `${name} requires a confirmation, but no terminal is available`,
      `Add --yes to proceed without confirmation${look}.`,
    );
  }
  const lines = createInterface({ input: stdin, output: stderr });
  const answer = await new Promise<string>((resolve) => {
    lines.once('close', () => resolve(''));
    lines.once('SIGINT', () => lines.close());
    lines.question(`${cleanLine(question, questionLimit)} [y/N] `, resolve);
  });
  lines.close();
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return;
  throw new Failure('cancelled', { operation: name, reason: 'not confirmed; nothing was done' });
}
