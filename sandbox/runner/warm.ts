import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atExit } from '../at-exit.js';
import { projectRoot } from '../project.js';
import type { ProcessOptions, ProcessResult } from './process.js';
import type { WarmResult } from './warm-main.js';

/*
 * Warm processes: each runs the bundle many times (warm-main.ts), which saves a start of Node and a compilation of the
 * bundle each time. They are off until `keepWarm` switches them on.
 */

/** The variables that Node reads at its start only: runs that differ in them have warm processes of their own. */
const readAtStart = /^(?:NODE_|SSL_|OPENSSL_|UV_|LANG$|LC_|TZ$)/;

const idle = new Map<string, ChildProcess[]>();
const all = new Set<ChildProcess>();
let on = false;

/** From now on the bundle runs in warm processes where it can. @returns ends them */
export function keepWarm(): () => Promise<void> {
  on = true;
  return async () => {
    on = false;
    const ends = [...all].map((child) => once(child, 'exit'));
    for (const child of all) child.kill('SIGKILL');
    await Promise.all(ends);
  };
}

export function isWarm(): boolean {
  return on;
}

/** Runs the bundle to its end, with this Node, in a warm process that is free; it is as `runProcess` otherwise. */
export function runWarm({
  timeoutMs = 60_000,
  ...run
}: Omit<ProcessOptions, 'program' | 'signalWhen'>): Promise<ProcessResult> {
  const kind = JSON.stringify(Object.entries(run.env).filter(([name]) => readAtStart.test(name)));
  const free = idle.get(kind) ?? [];
  idle.set(kind, free);
  const child = free.pop() ?? start(run.env);
  const begun = performance.now();
  return new Promise((resolve) => {
    let crash = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const onError = (part: Buffer) => {
      crash += part;
    };
    const settle = (result: Omit<ProcessResult, 'durationMs'>) => {
      clearTimeout(timer);
      child.off('close', onClose).off('message', onMessage).stderr?.off('data', onError);
      resolve({ ...result, durationMs: performance.now() - begun });
    };
    const onClose = (exitCode: number | null, signal: NodeJS.Signals | null) =>
      settle({ exitCode, signal, stdout: '', stderr: crash, output: crash });
    const onMessage = ({ clean, ...result }: WarmResult) => {
      if (clean) free.push(child);
      settle({ ...result, signal: null });
    };
    child.once('close', onClose).once('message', onMessage).stderr?.on('data', onError);
    child.send(run);
  });
}

function start(env: Readonly<Record<string, string>>): ChildProcess {
  const main = join(projectRoot(), 'build', 'sandbox', 'runner', 'warm-main.js');
  const child = fork(main, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  const calledOff = atExit(() => child.kill('SIGKILL'));
  all.add(child);
  child.once('exit', () => {
    calledOff();
    all.delete(child);
    for (const free of idle.values()) if (free.includes(child)) free.splice(free.indexOf(child), 1);
  });
  return child;
}
