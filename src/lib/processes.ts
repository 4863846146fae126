import { StringDecoder } from 'node:string_decoder';

/** The exit code of a program, with all that it wrote (UTF-8). */
export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  /** The whole environment of the process; undefined values are left out. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Written to its standard input, which is then closed; nothing when absent. */
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
  const [stdout, stderr] = [linesTo(onLine), linesTo(onLine)];
  let stop: () => void = () => undefined;
  try {
    const stopped = new Promise<never>((_resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
    });
    const running = getExecOutput(`"${program.replaceAll('"', '\\"')}"`, [...args], {
      env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      silent: true,
      ignoreReturnCode: true,
      input: input === undefined ? noInput : Buffer.from(input),
      listeners: { stdout: stdout.write, stderr: stderr.write },
    });
    const result = await Promise.race([running, stopped]);
    stdout.end();
    stderr.end();
    return result;
  } finally {
    signal.removeEventListener('abort', stop);
    process.off('uncaughtException', ignoreUnreadInput);
  }
};

/**
 * The input for `stdin.end` if none exists. Without any, @actions/exec leaves the standard input open, and a program
 * that reads it waits forever; an empty Buffer would be written, which fails when the program has ended already.
 */
const noInput = (() => undefined) as unknown as Buffer;

/** Lines of bytes that come in parts. The lines of @actions/exec lack the last one, where it has no end of its own. */
function linesTo(onLine: ProcessOptions['onLine'] = () => undefined) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    write(part: Buffer) {
      const lines = (rest + decoder.write(part)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line.replace(/\r$/, ''));
    },
    end() {
      rest += decoder.end();
      if (rest !== '') onLine(rest);
    },
  };
}

/**
 * A program may end without reading its input. @actions/exec does not listen for that error, which would end us. On
 * Windows it may also be EOF (libuv's name for ERROR_BROKEN_PIPE).
 */
function ignoreUnreadInput(error: NodeJS.ErrnoException): void {
  if (error.syscall !== 'write' || (error.code !== 'EPIPE' && error.code !== 'EOF')) throw error;
}
