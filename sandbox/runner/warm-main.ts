import { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ProcessOptions } from './process.js';

/*
 * The program of a warm process (warm.ts): it runs the bundle again and again. Each run evaluates the bundle anew, with
 * arguments, an environment, a folder and streams of its own: nothing that a module remembers outlives its run.
 */

/** One run of the bundle; the first of the arguments is the path of the bundle. */
export type WarmRun = Pick<ProcessOptions, 'arguments' | 'cwd' | 'env' | 'stdin'>;

export interface WarmResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, whole lines. */
  readonly output: string;
  /** It left no timer, socket or child process behind: the process can run another. */
  readonly clean: boolean;
}

let runs = 0;

process.on('disconnect', end);
process.on('message', (run: WarmRun) => void answer(run));

async function answer(run: WarmRun): Promise<void> {
  const [program = '', ...rest] = run.arguments;
  runs += 1;
  for (const name of Object.keys(process.env)) if (run.env[name] === undefined) delete process.env[name];
  Object.assign(process.env, run.env);
  process.chdir(run.cwd);
  process.argv = [process.execPath, program, ...rest];
  process.exitCode = undefined;
  const text = takeStreams(run.stdin ?? '');
  const ended = new Promise<void>((resolve) => {
    process.exit = ((code) => {
      process.exitCode = code ?? process.exitCode;
      resolve();
    }) as typeof process.exit;
  });
  await import(`${pathToFileURL(program)}?run=${runs}`);
  await ended;

  const exitCode = Number(process.exitCode ?? 0);
  await setImmediate();
  // Open handles of a run end with it, as with a process that exits.
  const clean = process.getActiveResourcesInfo().every((name) => name === 'PipeWrap' || name === 'Immediate');
  const result: WarmResult = { exitCode, ...text(), clean };
  process.send?.(result, () => clean || end());
}

/** Puts streams of its own before the process. @returns what has been written to them */
function takeStreams(stdin: string): () => Pick<WarmResult, 'stdout' | 'stderr' | 'output'> {
  const text = { stdout: '', stderr: '' };
  const rest = { stdout: '', stderr: '' };
  let output = '';
  const streamTo = (name: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write(part: string | Buffer, _encoding, done) {
        text[name] += part;
        const lines = `${rest[name]}${part}`.split('\n');
        rest[name] = lines.pop() ?? '';
        for (const line of lines) output += `${line}\n`;
        done();
      },
    });
  const streams = { stdin: Readable.from([stdin]), stdout: streamTo('stdout'), stderr: streamTo('stderr') };
  for (const [name, value] of Object.entries(streams)) {
    Object.defineProperty(process, name, { value, configurable: true });
  }
  return () => {
    const last = Object.values(rest).filter((line) => line !== '');
    return { ...text, output: output + last.map((line) => `${line}\n`).join('') };
  };
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
