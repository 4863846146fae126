import type { Execute, ProcessOptions, ProcessResult } from '../../src/processes.js';

export interface Call extends ProcessOptions {
  readonly program: string;
  readonly args: readonly string[];
}

/** Runs no program: records the call and gives this result, or throws this error. */
export function fakeExecute(result: Partial<ProcessResult> | Error): { execute: Execute; calls: readonly Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    async execute(program, args, options) {
      calls.push({ program, args, ...options });
      if (result instanceof Error) throw result;
      return { exitCode: 0, stdout: '', stderr: '', ...result };
    },
  };
}
