import type { Report } from '../commands/command.js';
import { cleanLine } from '../lib/clean-line.js';
import type { Failure } from '../lib/errors.js';
import type { Log, Progress } from '../lib/log.js';
import { explainFailures } from '../reports/failure.js';
import { createGroups } from '../reports/groups.js';
import { jsonChunks } from '../reports/json.js';
import { cleanAndRedact, type Secrets } from '../reports/secrets.js';
import { renderTable } from '../reports/table.js';
import type { CommandLine } from './arguments.js';
import { noProgress, progressInLog, progressOnTerminal } from './progress.js';

/** The streams that the command line writes to. */
export interface Output {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

/** The log, on standard error. A line of progress is erased first. */
export function createLog({ flags }: CommandLine, output: Output, secrets: Secrets, progress: Progress): Log {
  const say = (line: string, indent = '') => {
    progress.end();
    output.stderr.write(`${indent}${cleanAndRedact(line, secrets)}\n`);
  };
  const quiet = flags.has('quiet');
  return {
    info: (line) => flags.has('verbose') && say(line),
    notice: (line) => !quiet && say(line),
    detail: (line) => flags.has('verbose') && say(line),
    verbose: flags.has('verbose'),
    warn: (line) => !quiet && say(`Warning: ${line}`),
    group: createGroups({
      open: (title) => !quiet && say(title),
      line: (text) => !quiet && say(text, '  '),
      close: () => undefined,
    }),
    secret: (value) => void secrets.add(value),
  };
}

/** A bar on a terminal, lines elsewhere and with --verbose, nothing with --quiet. */
export function createProgress({ flags }: CommandLine, { stderr }: Output, secrets: Secrets): Progress {
  if (flags.has('quiet')) return noProgress;
  const clean = (line: string, limit?: number) => cleanAndRedact(line, secrets, limit);
  if (stderr.isTTY && !flags.has('verbose')) return progressOnTerminal(stderr, clean);
  return progressInLog((line) => stderr.write(`${clean(line)}\n`));
}

/** The table, and below it the headline; on a terminal in colours, and as wide as the terminal. */
export function printTable(report: Report, { flags }: CommandLine, output: Output, secrets: Secrets): void {
  const colour = Boolean(output.stdout.isTTY) && !flags.has('no-color') && !output.env.NO_COLOR;
  const width = output.stdout.isTTY ? output.stdout.columns || undefined : undefined;
  const clean = (text: string) => secrets.redactResult(cleanLine(text, 2000));
  const rows = report.table.rows.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) })));
  const table = rows.length === 0 ? [] : [renderTable({ ...report.table, rows }, { colour, width })];
  output.stdout.write(`${[...table, clean(report.headline)].join('\n\n')}\n`);
}

/**
 * In a log JSON is text too: sequences that a terminal or the runner would obey are escaped, which has the same
 * meaning.
 */
export function printJson(value: unknown, secrets: Secrets, output: Output): void {
  for (const chunk of jsonChunks(value)) {
    const text = secrets
      .redactResult(chunk)
      .replace(
        /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
        (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
      .replaceAll('##[', '##\\u005b');
    output.stdout.write(text);
  }
  output.stdout.write('\n');
}

/** On standard error: the table may be read by a program. */
export function printNote(note: string, secrets: Secrets, output: Output): void {
  output.stderr.write(`${cleanAndRedact(note, secrets)}\n`);
}

/** Print the error and the next step on standard error. */
export function printFailures(failures: readonly Failure[], secrets: Secrets, output: Output): void {
  for (const line of explainFailures(failures, 'Error: ')) output.stderr.write(`${cleanAndRedact(line, secrets)}\n`);
}
