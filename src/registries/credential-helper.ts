import { usageFailure } from '../errors.js';
import type { Execute, ProcessResult } from '../processes.js';

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

/** `docker-credential-<name> get|store` (https://github.com/docker/docker-credential-helpers). Rejects as Execute does. */
export function callHelper(
  program: string,
  action: 'get' | 'store',
  input: string,
  { environment, execute, signal }: HelperSettings,
): Promise<ProcessResult> {
  return execute(program, [action], { env: environment, input, signal });
}
