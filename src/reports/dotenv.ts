import { environmentName } from '../commands/shared/inputs/read.js';

/** Outputs in the form of GitLab's `artifacts:reports:dotenv`. */
export interface Dotenv {
  /** `IMAGE_GATE_READY=true`. */
  readonly lines: readonly string[];
  /** The names of the outputs that have no line. */
  readonly leftOut: readonly string[];
}

/**
 * What both a shell that sources the file and GitLab, which knows neither quotes nor escapes there
 * (GitLab's documentation, "artifacts:reports:dotenv"), read as it is.
 */
const plainValue = /^[\w./:@%+,=?#-]*$/;
/** Characters. GitLab takes 5 KiB for all. */
const longestValue = 1000;

/** A value that would have to be quoted (JSON, text with blanks) and one that is long have no line. */
export function dotenvOf(outputs: Readonly<Record<string, string>>): Dotenv {
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
