import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../project.js';

/** `image-gate serve` as a process of its own, which listens. */
export interface RunningService {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  readonly child: ChildProcess;
  /** Its standard error so far. */
  log(): string;
}

export interface ServiceOptions {
  /** Its environment beside `PATH`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Default: the Node that runs this. */
  readonly node?: string;
  /** Default: `dist/index.js`. */
  readonly program?: string;
  /** Called with the process as soon as it exists. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

/** Starts it on a free port, and waits until it listens. @throws Error with its log when it ends before that */
export async function startService(args: readonly string[], options: ServiceOptions = {}): Promise<RunningService> {
  const { env, node = process.execPath, program = join(projectRoot(), 'dist', 'index.js'), onSpawn } = options;
  const child = spawn(node, [program, 'serve', ...args, '--port', '0'], {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onSpawn?.(child);
  let log = '';
  child.stderr.setEncoding('utf8');
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text: string) => {
      log += text;
      const [, address] = /listening on (http:\S+);/.exec(log) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${log}`)));
  });
  return { url, child, log: () => log };
}
