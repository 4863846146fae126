import type { AnyCommand } from '../commands/command.js';
import { usageFailure } from '../lib/errors.js';
import type { Log } from '../lib/log.js';
import type { CommandLine } from './arguments.js';

/**
 * The values of the flags: `--password -` reads the secret from standard input, without the line break at its end; one that
 * is on the command line gets a warning.
 * @throws Failure (usage) where several are to be read from standard input
 */
export async function readSecrets(
  command: Pick<AnyCommand, 'inputs'>,
  flags: CommandLine['given'],
  stdin: NodeJS.ReadableStream,
  log: Pick<Log, 'warn'>,
): Promise<ReadonlyMap<string, string>> {
  const given = new Map(flags);
  const names = [...given.keys()].filter((name) => command.inputs[name]?.type === 'secret');
  const fromInput = names.filter((name) => given.get(name) === '-');
  if (fromInput.length > 1)
    throw usageFailure(
      `only one secret can come from standard input, not ${fromInput.map((name) => `--${name}`).join(' and ')}`,
    );
  for (const name of names) {
    if (fromInput.includes(name)) given.set(name, await readAll(stdin));
    else
      log.warn(
        `--${name} is visible to other users of this machine on the command line: use the environment, or --${name} -`,
      );
  }
  return given;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
