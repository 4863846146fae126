import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll } from '@jest/globals';

const programs = ['valkey-server', 'redis-server'] as const;

/** The real server on this machine; undefined where it has none. */
export const redisProgram = programs.find((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

export interface RedisServer {
  readonly url: string;
  /** Ends it at once. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A server on loopback until the end of the file. */
export async function startRedis(password = 'redis-secret'): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    const words = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--requirepass',
      password,
      '--dir',
      '/tmp',
    ];
    const started = spawn(redisProgram ?? 'redis-server', words, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    running.add(started);
    started.once('exit', () => running.delete(started));
    await new Promise<void>((resolve, reject) => {
      let output = '';
      started.stdout?.on('data', (text) => {
        output += text;
        if (/ready to accept connections/i.test(output)) resolve();
      });
      started.once('exit', () => reject(new Error(output)));
    });
  };
  const kill = async () => {
    const ending = child;
    child = undefined;
    if (ending === undefined) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return { url: `redis://:${password}@127.0.0.1:${port}/0`, kill, start };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
