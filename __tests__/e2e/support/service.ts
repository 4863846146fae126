import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { type Internet, projectRoot } from '../../../sandbox/index.js';

/** A running `image-gate serve`. */
export interface Service {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has printed on standard error. */
  log(): string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Gets again and again until the answer is as wanted. */
  until(path: string, isWanted: (answer: Answer) => boolean): Promise<Answer>;
  /** @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

export interface ServiceOptions {
  readonly internet?: Internet;
  readonly env?: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the bundle's service on a free port, and waits until it listens. */
export async function startService(
  args: readonly string[],
  { internet, env = {} }: ServiceOptions = {},
): Promise<Service> {
  const root = process.env.TEST_ROOT ?? projectRoot();
  const node = process.env.RUNNER_NODE ?? process.execPath;
  const words = [join(root, 'dist', 'index.js'), 'serve', ...args, '--port', '0'];
  const child = spawn(node, words, {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...internet?.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let log = '';
  child.stderr?.setEncoding('utf8');
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text: string) => {
      log += text;
      const [, address] = /listening on (http:\S+);/.exec(log) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${log}`)));
  });

  async function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  return {
    url,
    child,
    log: () => log,
    get,
    async until(path, isWanted) {
      for (;;) {
        const answer = await get(path);
        if (isWanted(answer)) return answer;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop(signal = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}
