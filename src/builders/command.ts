import { randomUUID } from 'node:crypto';
import { cleanLine } from '../lib/clean-line.js';
import { formatDuration } from '../lib/duration.js';
import { Failure, usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { after } from '../lib/timers.js';
import type { Builder, BuilderSettings, BuildOrder } from './builder.js';
import { splitCommandLine } from './command-line.js';
import { checkPlaceholders, fillPlaceholders, fillsIn } from './placeholders.js';

/** The number of a program's last lines that an error shows. */
const lastLines = 5;

/** A program and its arguments, placeholders and all. */
export type CommandWords = readonly [string, ...string[]];

/** @throws Failure (usage) when the line cannot be read, or has a placeholder that is not known. */
export function parseBuildCommand(line: string): CommandWords {
  const words = splitCommandLine(line);
  for (const word of words) checkPlaceholders(word, inputName('build-command'));
  const [program] = words;
  if (fillsIn(program)) {
    throw usageFailure(
      `${inputName('build-command')} has a placeholder in its program ${JSON.stringify(program)}`,
      'Placeholders are filled in in arguments only.',
    );
  }
  return words;
}

/**
 * A program of one's own, with arguments, without a shell. Placeholders are filled in after the line has been split:
 * whatever they hold stays within its argument.
 */
export function commandBuilder(
  [program, ...args]: CommandWords,
  settings: BuilderSettings,
  platform = process.platform,
): Builder {
  return {
    async build(order) {
      if (platform === 'win32') checkForWindows(args, order);
      const buildId = randomUUID();
      const filled = args.map((word) => fillPlaceholders(word, order, buildId));
      const group = settings.group(`${order.image}: ${program}`);
      const output: string[] = [];
      const forget = settings.onStop(async () => `the program ${program} was still running, and continues to run`);
      const limit = withTimeout(settings, program);
      const { exitCode } = await settings
        .execute(program, filled, {
          env: settings.environment,
          signal: limit.signal,
          onLine(text) {
            group.line(text);
            output.push(text);
            if (output.length > lastLines) output.shift();
          },
        })
        .catch((error: unknown) => {
          if (error instanceof Failure) throw error;
          throw new Failure('unsupported', {
            operation: `${inputName('build-command')} ${program}`,
            reason: `it could not be run: ${cleanLine(String(error))}`,
            advice: 'Install it on this machine, or give its whole path.',
          });
        })
        .finally(() => {
          limit.callOff();
          group.end();
          if (!settings.signal.aborted) forget();
        });
      if (exitCode === 0) return { conclusion: 'success', failures: [] };
      const last = output.map((text) => `“${cleanLine(text)}”`).join(', ');
      const shown = last === '' ? '' : ` (last output: ${last})`;
      return { conclusion: 'failure', failures: [`${program} exited with code ${exitCode}${shown}`] };
    },
  };
}

/**
 * On Windows many programs (npm, yarn) are .cmd files, which only cmd.exe runs: it fills in %NAME% inside of quotes
 * too, and the file may read its arguments once more. A ref is the only value that can hold such characters.
 * @throws Failure (usage) for a ref that does
 */
function checkForWindows(args: readonly string[], { ref }: BuildOrder): void {
  if (!/[%"&|<>^!]/.test(ref) || !args.some((word) => word.includes('{ref}'))) return;
  throw usageFailure(
    `${inputName('build-command')} takes the ref ${JSON.stringify(ref)}, which has special characters of the Windows command interpreter`,
    'Use {commit} or {tag} instead of {ref}, or another runner.',
  );
}

/** Ends with the command, or when the program's own time is over; `callOff` once it has ended by itself. */
function withTimeout(
  { signal, timeout }: BuilderSettings,
  program: string,
): { signal: AbortSignal; callOff: () => void } {
  const limit = new AbortController();
  const failure = new Failure('timeout', {
    operation: `${inputName('build-command')} ${program}`,
    reason: `not finished after ${formatDuration(timeout)}`,
    advice: `Raise ${inputName('build-timeout')}.`,
  });
  const callOff = after(timeout, () => limit.abort(failure));
  return { signal: AbortSignal.any([signal, limit.signal]), callOff };
}
