import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import {
  type Internet,
  projectRoot,
  type RunningService,
  startService as startProcess,
} from '../../../sandbox/index.js';

/** A running `image-gate serve`, and what a client does with it. */
export interface Service extends RunningService {
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
  const service = await startProcess(args, {
    node: process.env.RUNNER_NODE ?? process.execPath,
    program: join(projectRoot(), 'dist', 'index.js'),
    env: { ...internet?.env, ...env },
    onSpawn(child) {
      running.add(child);
      child.once('exit', () => running.delete(child));
    },
  });
  const { child, url } = service;

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
    ...service,
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
