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
  /** Told of each line of its output as it comes. */
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a program without a shell, silently, to its end. Rejects when the program cannot be started, and with the
 * signal's reason when that comes first: the program is then left to itself, @actions/exec gives no handle on it.
 */
export type Execute = (program: string, args: readonly string[], options: ProcessOptions) => Promise<ProcessResult>;

/** By @actions/exec, which is loaded at the first use only. */
export const execute: Execute = async (program, args, { env, input, signal, onLine }) => {
  const { getExecOutput } = await import('@actions/exec');
  signal.throwIfAborted();
  process.on('uncaughtException', ignoreUnreadInput);
  let stop: () => void = () => undefined;
  try {
    const stopped = new Promise<never>((_resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
    });
    const running = getExecOutput(`"${program}"`, [...args], {
      env: { ...env },
      silent: true,
      ignoreReturnCode: true,
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
      ...(onLine === undefined ? {} : { listeners: { stdline: onLine, errline: onLine } }),
    });
    return await Promise.race([running, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    process.off('uncaughtException', ignoreUnreadInput);
  }
};

/** A program may end without reading its input. @actions/exec does not listen for that error, which would end us. */
function ignoreUnreadInput(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EPIPE' || fault.syscall !== 'write') throw fault;
}
