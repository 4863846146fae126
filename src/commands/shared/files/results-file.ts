import { asFailure } from '../../../lib/errors.js';
import type { Report } from '../../command.js';
import { file } from '../inputs/types.js';
import { writeTarget } from './output-file.js';

/** The input of every command that has the output `results`. */
export const resultsFileInput = {
  'results-file': file({
    help: 'Write the JSON of the output `results` to this file too. The folder must exist. An existing file is replaced.',
  }),
};

/** The file that a command has to write its results to; undefined for none. */
export function resultsFileOf(inputs: Readonly<Record<string, unknown>>): string | undefined {
  const path = inputs['results-file'];
  return typeof path === 'string' ? path : undefined;
}

/** The report after its results were written; a file that cannot be written after all is a failure beside the result. */
export async function withResultsFile(report: Report, path: string, redact: (text: string) => string): Promise<Report> {
  try {
    await writeTarget(path, `${redact(report.outputs.results ?? '[]')}\n`);
    return report;
  } catch (thrown) {
    const failure = asFailure(thrown);
    return { ...report, failures: [...report.failures, failure], exitCode: report.exitCode || failure.exitCode };
  }
}
