import type { Report } from '../commands/command.js';
import { readChoice } from '../commands/shared/inputs/types.js';
import { usageFailure } from '../lib/errors.js';
import { dotenvOf } from '../reports/dotenv.js';

/** What the command line can print on standard output. */
export const formats = ['table', 'json', 'names', 'dotenv'] as const;
export type Format = (typeof formats)[number];

/**
 * The format that a command line selects, by `--format` or `--json`; undefined for none.
 * @throws Failure (usage) for one that is not known, and for two different ones
 */
export function formatOf(given: string | undefined, json: boolean): Format | undefined {
  const format = given === undefined ? undefined : readChoice(given, '--format', formats);
  if (json && format !== undefined && format !== 'json')
    throw usageFailure(`--json is --format json, and --format is ${format}`, 'Give one of them.');
  return json ? 'json' : format;
}

/** Whether a command line that may be wrong selects JSON: an error is then printed as JSON too. */
export function wantsJson(args: readonly string[]): boolean {
  return args.some(
    (arg, at) => arg === '--json' || arg === '--format=json' || (arg === 'json' && args[at - 1] === '--format'),
  );
}

/** Text for standard output, and what standard error reports of it. */
export interface Rendered {
  readonly text: string;
  readonly notes: readonly string[];
}

/** One name a line; nothing for none. */
export function renderNames({ names = [], headline }: Pick<Report, 'names' | 'headline'>): Rendered {
  return { text: names.map((name) => `${name}\n`).join(''), notes: [headline] };
}

/** The outputs as lines of a dotenv file. */
export function renderDotenv({
  outputs,
  headline,
  exitCode,
}: Pick<Report, 'outputs' | 'headline' | 'exitCode'>): Rendered {
  const { lines, leftOut } = dotenvOf(outputs);
  const omitted =
    leftOut.length === 0 ? [] : [`Not in dotenv, which has no place for such values: ${leftOut.join(', ')}`];
  return {
    text: lines.map((line) => `${line}\n`).join(''),
    notes: [...omitted, ...(exitCode === 0 ? [] : [headline])],
  };
}
