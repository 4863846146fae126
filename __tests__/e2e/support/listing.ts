import { join } from 'node:path';
import {
  type ActionOptions,
  type ActionResult,
  type CliOptions,
  type CliResult,
  projectRoot,
  runAction,
  runCli,
} from '../../../sandbox/index.js';
import { inEnvironment } from './story.js';

type Inputs = Readonly<Record<string, string>>;

export interface JsonRun extends CliResult {
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs a command of the bundle with `--json`; its inputs go by the environment. */
export async function runJson(
  command: string,
  inputs: Inputs,
  options: Omit<CliOptions, 'args'> = {},
): Promise<JsonRun> {
  const run = await runText(command, inputs, options, ['--json']);
  try {
    return { ...run, json: JSON.parse(run.stdout) };
  } catch {
    throw new Error(`--json printed no JSON (exit code ${run.exitCode}): ${run.stdout}\n${run.stderr}`);
  }
}

/** The same for people: a table. */
export function runText(
  command: string,
  inputs: Inputs,
  options: Omit<CliOptions, 'args'> = {},
  flags: readonly string[] = [],
): Promise<CliResult> {
  const env = { ...inEnvironment({ ...inputs }), ...options.env };
  return runCli({ ...options, args: [command, ...flags], env });
}

/** Runs the command's action. */
export function runCommandAction(
  command: string,
  inputs: Inputs,
  options: Omit<ActionOptions, 'action'> = {},
): Promise<ActionResult> {
  return runAction({ ...options, action: join(projectRoot(), command, 'action.yml'), inputs });
}
