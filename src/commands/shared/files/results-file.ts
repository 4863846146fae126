import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { asFailure, type Failure, usageFailure } from '../../../lib/errors.js';
import { replaceFile } from '../../../lib/replace-file.js';
import type { Report } from '../../command.js';
import { file } from '../inputs/types.js';

/** The input of every command that has the output `results`. */
export const resultsFileInput = {
  'results-file': file({
    help: 'Also write the output `results` to this file. The folder must exist. An existing file is replaced.',
  }),
};

/** The file that a command has to write its results to; undefined for none. */
export function resultsFileOf(inputs: Readonly<Record<string, unknown>>): string | undefined {
  const path = inputs['results-file'];
  return typeof path === 'string' ? path : undefined;
}

/**
 * The report after its results were written; a file that cannot be written after all is a failure beside the result.
 */
export async function withResultsFile(report: Report, path: string, redact: (text: string) => string): Promise<Report> {
  try {
    await writeTarget(path, `${redact(report.outputs.results ?? '[]')}\n`);
    return report;
  } catch (thrown) {
    const failure = asFailure(thrown);
    return { ...report, failures: [...report.failures, failure], exitCode: report.exitCode || failure.exitCode };
  }
}

/** @throws Failure (usage) when nothing can be written there: no such folder, or something that is not a file. */
export async function checkTarget(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw unwritable(path, 'it exists, and is not a file');
  const folder = await stat(dirname(resolve(path))).catch(() => undefined);
  if (!folder?.isDirectory()) throw unwritable(path, 'the folder does not exist');
}

/** Replaces the file as a whole. @throws Failure (usage) when that cannot be done; it is then as it was. */
export async function writeTarget(path: string, text: string): Promise<void> {
  await replaceFile(path, text, 0o666).catch((error: Error) => {
    throw unwritable(path, error.message);
  });
}

function unwritable(path: string, why: string): Failure {
  return usageFailure(`the file ${JSON.stringify(path)} cannot be written: ${why}`, 'Name another file.');
}
