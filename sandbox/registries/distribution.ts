import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { atExit } from '../at-exit.js';
import { temporaryFolder } from '../temporary.js';

const PROGRAMS = ['docker-registry', 'registry'];
const START_LIMIT_MS = 10_000;
/** bcrypt's least work factor: these passwords protect nothing. */
const BCRYPT_ROUNDS = 4;

export interface DistributionOptions {
  readonly deletes: boolean;
  /** The folder that it stores in; default a temporary one. */
  readonly data?: string;
  /** The address of the registry that this one is a pull-through cache of. */
  readonly cacheOf?: string;
  /** Name → password, for `htpasswd`. */
  readonly users?: Readonly<Record<string, string>>;
  /** For `token`: where tokens come from, and the authority (PEM) that signs for them. */
  readonly token?: { readonly realm: string; readonly service: string; readonly issuer: string; readonly ca: string };
}

export interface Distribution {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  stop(): Promise<void>;
}

/** True if the distribution project's registry is on the PATH (Debian calls it `docker-registry`). */
export function available(): boolean {
  return program() !== undefined;
}

/** Starts the real registry on a free loopback port, storing in a temporary folder; resolves when it answers. */
export async function startDistribution(options: DistributionOptions): Promise<Distribution> {
  const command = program();
  if (command === undefined) throw new Error(`none of ${PROGRAMS.join(', ')} is on the PATH`);
  const folder = await temporaryFolder();
  const file = (name: string): string => join(folder.path, name);
  const auth: Record<string, unknown> = {};
  if (options.users !== undefined) {
    const { hashSync } = await import('bcryptjs');
    const lines = Object.entries(options.users).map(
      ([user, password]) => `${user}:${hashSync(password, BCRYPT_ROUNDS)}`,
    );
    await writeFile(file('htpasswd'), `${lines.join('\n')}\n`);
    auth.htpasswd = { realm: 'Image Gate sandbox', path: file('htpasswd') };
  }
  if (options.token !== undefined) {
    const { ca, ...token } = options.token;
    await writeFile(file('token-ca.pem'), ca);
    auth.token = { ...token, rootcertbundle: file('token-ca.pem') };
  }
  const configuration = {
    version: 0.1,
    log: { level: 'info', formatter: 'json', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: options.data ?? file('data') },
      delete: { enabled: options.deletes },
      // As Debian's and the project's own images configure it.
      cache: { blobdescriptor: 'inmemory' },
    },
    http: { addr: '127.0.0.1:0' },
    ...(Object.keys(auth).length > 0 && { auth }),
    ...(options.cacheOf !== undefined && { proxy: { remoteurl: options.cacheOf } }),
  };
  await writeFile(file('config.yml'), stringify(configuration));

  const child = spawn(command, ['serve', file('config.yml')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { OTEL_TRACES_EXPORTER: 'none' },
  });
  const calledOff = atExit(() => child.kill('SIGKILL'));
  const stop = async (): Promise<void> => {
    await ended(child);
    calledOff();
    await folder.remove();
  };
  try {
    return { url: `http://${await listening(child)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function program(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Reads the log until it names the address: port 0 leaves the choice to the system, so no other process can take it
 * meanwhile.
 */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (reason: string): void => reject(new Error(`the registry ${reason}:\n${said.slice(-10).join('\n')}`));
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with code ${code}`));
    const { stderr } = child;
    if (stderr === null) return;
    const lines = createInterface(stderr).on('line', (line) => {
      if (said.length < 100) said.push(line);
      const address = /listening on (\S+?:\d+)/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      // From now on a line comes with every request: they are not needed, and reading them takes time from benchmarks.
      lines.close();
      stderr.resume();
      resolve(address);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
