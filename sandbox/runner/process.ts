import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { atExit } from '../at-exit.js';

export interface ProcessOptions {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Sends a signal so many milliseconds after the start. */
  /** Sends a signal as soon as something has happened. */
  readonly signalWhen?: { readonly happened: Promise<unknown>; readonly signal: NodeJS.Signals } | undefined;
  /** Kills the process after so many milliseconds; default 60,000. */
  readonly timeoutMs?: number | undefined;
}

export interface ProcessResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, whole lines in the order of arrival. */
  readonly output: string;
  readonly durationMs: number;
}

/** Runs a program to its end. */
export function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(options.program, [...options.arguments], { cwd: options.cwd, env: options.env, stdio: 'pipe' });
    const kill = (): void => void child.kill('SIGKILL');
    const calledOff = atExit(kill);
    const timers = [setTimeout(kill, options.timeoutMs ?? 60_000)];
    const { signalWhen } = options;
    void signalWhen?.happened.then(() => child.kill(signalWhen.signal), kill);

    const text = { stdout: '', stderr: '', output: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (part: string) => {
        text[name] += part;
      });
      createInterface(child[name]).on('line', (line) => {
        text.output += `${line}\n`;
      });
    }
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      calledOff();
      for (const timer of timers) clearTimeout(timer);
      resolve({ exitCode, signal, ...text, durationMs: performance.now() - started });
    });
  });
}
