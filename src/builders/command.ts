import { randomUUID } from 'node:crypto';
import { Failure } from '../errors.js';
import { cleanLine } from '../http/words.js';
import type { Builder, BuilderSettings } from './builder.js';
import { splitCommandLine } from './command-line.js';
import { checkPlaceholders, fillPlaceholders } from './placeholders.js';

/** How many of a program's last lines an error shows. */
const lastLines = 5;

/** A program and its arguments, placeholders and all. */
export type CommandWords = readonly [string, ...string[]];

/** @throws Failure (usage) when the line cannot be read, or has a placeholder that is not known. */
export function parseBuildCommand(line: string): CommandWords {
  const words = splitCommandLine(line);
  for (const word of words) checkPlaceholders(word, 'build-command');
  return words;
}

/**
 * A program of one's own, with arguments, without a shell. Placeholders are filled in after the line has been split:
 * whatever they hold stays within its argument.
 */
export function commandBuilder([program, ...args]: CommandWords, settings: BuilderSettings): Builder {
  return {
    async build(order) {
      const buildId = randomUUID();
      const filled = args.map((word) => fillPlaceholders(word, order, buildId));
      const group = settings.group(`${order.image}: ${program}`);
      const output: string[] = [];
      const forget = settings.onStop(async () => `the program ${program} was running: it is left to itself`);
      const { exitCode } = await settings
        .execute(program, filled, {
          env: Object.fromEntries(
            Object.entries(settings.environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
          ),
          signal: withTimeout(settings, program),
          onLine(text) {
            group.line(text);
            output.push(text);
            if (output.length > lastLines) output.shift();
          },
        })
        .catch((fault: unknown) => {
          if (fault instanceof Failure) throw fault;
          throw new Failure('unsupported', {
            asked: `build-command ${program}`,
            answered: `it could not be run: ${cleanLine(String(fault))}`,
            advice: 'Install it on this machine, or give its whole path.',
          });
        })
        .finally(() => group.end());
      forget();
      if (exitCode === 0) return { conclusion: 'success', failures: [] };
      const last = output.map((text) => cleanLine(text));
      return { conclusion: 'failure', failures: [`${program} ended with exit code ${exitCode}`, ...last] };
    },
  };
}

function withTimeout({ signal, timeout }: BuilderSettings, program: string): AbortSignal {
  const patience = new AbortController();
  const failure = new Failure('timeout', {
    asked: `build-command ${program}`,
    answered: `not finished after ${timeout / 1000} s`,
    advice: 'Give more build-timeout.',
  });
  setTimeout(() => patience.abort(failure), timeout).unref();
  return AbortSignal.any([signal, patience.signal]);
}
