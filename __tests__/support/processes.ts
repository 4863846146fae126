import type { Execute, ProcessOptions, ProcessResult } from '../../src/lib/processes.js';

export interface Call extends ProcessOptions {
  readonly program: string;
  readonly args: readonly string[];
}

type Result = Partial<ProcessResult> | Error;

/** Runs no program: records the call and gives this result (or what is made of its arguments), or throws this error. */
export function fakeExecute(result: Result | ((args: readonly string[]) => Result)): {
  execute: Execute;
  calls: readonly Call[];
} {
  const calls: Call[] = [];
  return {
    calls,
    async execute(program, args, options) {
      calls.push({ program, args, ...options });
      const given = typeof result === 'function' ? result(args) : result;
      if (given instanceof Error) throw given;
      return { exitCode: 0, stdout: '', stderr: '', ...given };
    },
  };
}
