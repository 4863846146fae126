import { cleanLine } from '../../lib/clean-line.js';
import { usageFailure } from '../../lib/errors.js';
import { isObject, parseJson } from '../../lib/json.js';
import type { Execute, ProcessResult } from '../../lib/processes.js';
import type { Credentials } from './credentials.js';
import { readHelped } from './docker-config-entry.js';

export interface HelperSettings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly execute: Execute;
  readonly signal: AbortSignal;
}

/** The program of a helper that a Docker config names. @throws Failure (usage) for what no program is called. */
export function helperProgram(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return `docker-credential-${name}`;
  throw usageFailure(`the Docker config names the credential helper ${JSON.stringify(name)}, which cannot be one`);
}

/**
 * `docker-credential-<name> get|store` (https://github.com/docker/docker-credential-helpers). Rejects as Execute does.
 */
export function callHelper(
  program: string,
  action: 'get' | 'store',
  input: string,
  { environment, execute, signal }: HelperSettings,
): Promise<ProcessResult> {
  return execute(program, [action], { env: environment, input, signal });
}

/**
 * The credentials that a helper has under this key. Without an answer the run goes on, with a warning.
 * @param name as the Docker config has it. @throws Failure (usage) for what no program is called
 */
export async function runHelper(
  name: string,
  key: string,
  settings: HelperSettings & { readonly warn: (text: string) => void },
): Promise<Credentials | undefined> {
  const program = helperProgram(name);
  try {
    const { exitCode, stdout, stderr } = await callHelper(program, 'get', `${key}\n`, settings);
    if (exitCode === 0) {
      const answer = parseJson(stdout);
      // Its output is not shown: it may be a secret.
      if (!isObject(answer)) settings.warn(`${program} answered something that is not a JSON object`);
      return readHelped(answer);
    }
    const output = `${stdout} ${stderr}`;
    if (!/credentials not found/i.test(output))
      settings.warn(`${program} failed: ${cleanLine(output) || `exit code ${exitCode}`}`);
  } catch (error) {
    if (settings.signal.aborted) throw settings.signal.reason;
    settings.warn(`${program}, which the Docker config names, could not be run: ${cleanLine(String(error))}`);
  }
  return undefined;
}
