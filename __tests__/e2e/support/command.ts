import { type CliOptions, type CliResult, runCli } from '../../../sandbox/index.js';
import { inEnvironment } from './story.js';

export interface CommandRun extends CliResult {
  /** What `--json` printed. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs `image-gate NAME --json` of the real bundle; all inputs go by the environment, so that no secret is in the arguments. */
export async function runJson(
  name: string,
  inputs: Readonly<Record<string, string>>,
  options: Omit<CliOptions, 'args'> = {},
): Promise<CommandRun> {
  const run = await runCli({ ...options, args: [name, '--json'], env: { ...inEnvironment(inputs), ...options.env } });
  try {
    return { ...run, json: JSON.parse(run.stdout) };
  } catch {
    throw new Error(`--json printed no JSON (exit code ${run.exitCode}): ${run.stdout}\n${run.stderr}`);
  }
}
