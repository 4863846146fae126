import type { Report } from '../commands/command.js';
import { environmentName } from '../commands/shared/inputs/read.js';
import { readChoice } from '../commands/shared/inputs/types.js';
import { usageFailure } from '../lib/errors.js';

/** The formats of the command line on standard output. */
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

/** True if a command line that may be wrong selects JSON: an error is then printed as JSON too. */
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
    leftOut.length === 0 ? [] : [`Not written as dotenv, which cannot hold these values: ${leftOut.join(', ')}`];
  return {
    text: lines.map((line) => `${line}\n`).join(''),
    notes: [...omitted, ...(exitCode === 0 ? [] : [headline])],
  };
}

/** Outputs in the form of GitLab's `artifacts:reports:dotenv`. */
interface Dotenv {
  /** `IMAGE_GATE_READY=true`. */
  readonly lines: readonly string[];
  /** The names of the outputs that have no line. */
  readonly leftOut: readonly string[];
}

/**
 * A value that both a shell that sources the file and GitLab, which knows neither quotes nor escapes there
 * (GitLab's documentation, "artifacts:reports:dotenv"), read as it is.
 */
const plainValue = /^[\w./:@%+,=?#-]*$/;
/** Characters. GitLab takes 5 KiB for all. */
const longestValue = 1000;

/** A value that would have to be quoted (JSON, text with blanks) and one that is long have no line. */
function dotenvOf(outputs: Readonly<Record<string, string>>): Dotenv {
  const entries = Object.entries(outputs).map(([name, value]) => ({
    name,
    line: `${environmentName(name)}=${value}`,
    fits: value.length <= longestValue && plainValue.test(value),
  }));
  return {
    lines: entries.filter(({ fits }) => fits).map(({ line }) => line),
    leftOut: entries.filter(({ fits }) => !fits).map(({ name }) => name),
  };
}
