import type { AnyCommand, Report } from '../commands/command.js';
import type { Secrets } from '../reports/secrets.js';
import type { CommandLine } from './arguments.js';
import { type Format, renderDotenv, renderNames } from './format.js';
import { type Output, printFailures, printJson, printNote, printTable } from './output.js';

/**
 * The printed result: the format that the command line selects; else a table for a person, and the names of a list for
 * a program; undefined for nothing.
 */
export function formatOf(
  { names }: Pick<AnyCommand, 'names'>,
  inputs: Readonly<Record<string, unknown>>,
  { flags, format }: CommandLine,
  { stdout }: Output,
): Format | undefined {
  if (format !== undefined) return format;
  if (flags.has('quiet')) return names?.usual === undefined ? undefined : 'names';
  return !stdout.isTTY && names?.usual?.(inputs) ? 'names' : 'table';
}

/**
 * The result on standard output, and on standard error what a program that reads it must not get: headline, notes,
 * errors.
 */
export function printReport(
  report: Report,
  { line, format }: { readonly line: CommandLine; readonly format: Format | undefined },
  secrets: Secrets,
  output: Output,
): void {
  const reportProgress = (notes: readonly string[]) => {
    if (!line.flags.has('quiet')) for (const note of notes) printNote(note, secrets, output);
  };
  if (format === 'table') printTable(report, line, output, secrets);
  if (format === 'json') {
    printJson(report.json, secrets, output);
    if (report.exitCode !== 0) reportProgress([report.headline]);
  }
  if (format === 'names' || format === 'dotenv') {
    const { text, notes } = format === 'names' ? renderNames(report) : renderDotenv(report);
    output.stdout.write(secrets.redactResult(text));
    reportProgress(notes);
  }
  if (report.note !== undefined) reportProgress([report.note]);
  printFailures(report.failures, secrets, output);
}
