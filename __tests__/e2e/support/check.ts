import { type CliOptions, type CliResult, commitOf, runCli } from '../../../sandbox/index.js';

/** Inputs that must not stand on a command line. */
const secrets = new Set(['password', 'id-token', 'source-token', 'build-token']);

/** The values of a check's inputs, by their names. */
export type CheckInputs = Readonly<Record<string, string>>;

export interface CheckRun extends CliResult {
  /** What `--json` printed: whatever it is, a test says what it should be. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs `check --json` of the real bundle; secrets go by the environment, all else by flags. */
export async function check(inputs: CheckInputs, options: Omit<CliOptions, 'args'> = {}): Promise<CheckRun> {
  const given = Object.entries(inputs);
  const flags = given.filter(([name]) => !secrets.has(name)).map(([name, value]) => `--${name}=${value}`);
  const hidden = given
    .filter(([name]) => secrets.has(name))
    .map(([name, value]) => [`IMAGE_GATE_${name.toUpperCase().replaceAll('-', '_')}`, value]);
  const run = await runCli({
    ...options,
    args: ['check', '--json', ...flags],
    env: { ...Object.fromEntries(hidden), ...options.env },
  });
  return { ...run, json: parse(run) };
}

function parse({ exitCode, stdout, stderr }: CliResult): CheckRun['json'] {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`--json printed no JSON (exit code ${exitCode}): ${stdout}\n${stderr}`);
  }
}

/** A full commit SHA of its own for each text. */
export { commitOf };

/** The tag that the default template makes of a commit. */
export function shortOf(commit: string): string {
  return commit.slice(0, 7);
}
