import { Failure } from './errors.js';

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  readonly signal: AbortSignal;
}

/**
 * Runs a program without a shell, silently, to its end. Rejects when the program cannot be started, and with the
 * signal's reason when that comes first.
 */
export type Execute = (program: string, args: readonly string[], options: ProcessOptions) => Promise<ProcessResult>;

/** By @actions/exec, which is loaded at the first use only. */
export const execute: Execute = async (program, args, { env, input, signal }) => {
  const { getExecOutput } = await import('@actions/exec');
  const running = getExecOutput(`"${program}"`, [...args], {
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
    input: Buffer.from(input ?? ''),
  });
  return Promise.race([running, rejectWhenAborted(signal)]);
};

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason ?? new Failure('cancelled', { asked: '', answered: 'cancelled' }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
