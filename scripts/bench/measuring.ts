import { spawn } from 'node:child_process';

/** What one run of a program has taken. */
export interface Run {
  readonly seconds: number;
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

/** Runs them in turns, and gives back what each has taken, by its name. */
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
 * Runs a program to its end, its standard output thrown away, in an environment with nothing of one's own in it. GNU time
 * says the resident set, as the kernel has counted it: of the program itself, or of the largest that it has waited for.
 * @throws Error when it does not end well
 */
export function measure(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/env', ['time', '-f', 'maxrss=%M', ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: '/nonexistent', ...environment },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const kibibytes = Number(/maxrss=(\d+)/.exec(said)?.[1] ?? Number.NaN);
      if (code !== 0) reject(new Error(`${command.join(' ')} ended with ${code}: ${said.slice(-2000)}`));
      else resolve({ seconds: (performance.now() - begun) / 1000, memory: (kibibytes * 1024) / 1e6 });
    });
  });
}

/** @throws Error when there is none */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = sorted.slice(Math.max(0, middle - 1), middle + 1);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (low === undefined || least === undefined || most === undefined) throw new Error('there is nothing to compare');
  return { median: sorted.length % 2 === 1 ? (sorted[middle] ?? low) : (low + (high ?? low)) / 2, least, most };
}
