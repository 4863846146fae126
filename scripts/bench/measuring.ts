import { spawn } from 'node:child_process';

/** The cost of one run of a program. */
export interface Run {
  readonly seconds: number;
  /** Of processor time, of the program itself and of those that it has waited for. */
  readonly busy: number;
  /** Of the largest resident set, in MB of 10^6 bytes. */
  readonly memory: number;
}

/** Something to measure under a name. */
export interface Contestant<T> {
  readonly name: string;
  readonly run: () => Promise<T>;
}

/** Of several values of one kind. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Runs them in turns, and returns the results of each, by its name. */
export async function inTurns<T>(
  contestants: readonly Contestant<T>[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const runs = new Map(contestants.map(({ name }) => [name, [] as T[]]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contestants.length;
    // Another order each round: what comes first finds the machine in another state.
    for (const { name, run } of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      runs.get(name)?.push(await run());
    }
    console.log(`round ${round + 1} of ${rounds}`);
  }
  return runs;
}

/**
 * Runs a program to its end in an environment of its own, and discards its standard output. GNU time reports what the
 * kernel counted; the resident set is that of the program, or of the largest that it waited for.
 * @throws Error when the exit code is not 0
 */
export function measure(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/env', ['time', '-f', '\nmaxrss=%M user=%U system=%S', ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: '/nonexistent', ...environment },
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const [kibibytes = NaN, user = NaN, system = NaN] =
        /maxrss=(\d+) user=([\d.]+) system=([\d.]+)/.exec(errors)?.slice(1).map(Number) ?? [];
      if (code !== 0) reject(new Error(`${command.join(' ')} ended with ${code}: ${errors.slice(-2000)}`));
      else {
        const seconds = (performance.now() - begun) / 1000;
        resolve({ seconds, busy: user + system, memory: (kibibytes * 1024) / 1e6 });
      }
    });
  });
}

/** @throws Error if none exists */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = sorted.slice(Math.max(0, middle - 1), middle + 1);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (low === undefined || least === undefined || most === undefined) throw new Error('no values to compare');
  return { median: sorted.length % 2 === 1 ? (sorted[middle] ?? low) : (low + (high ?? low)) / 2, least, most };
}
