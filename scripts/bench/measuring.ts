import { spawn } from 'node:child_process';

/** What one run of a program has taken. */
export interface Run {
  readonly seconds: number;
  /** Of the largest resident set, in MB of 10^6 bytes. */
  readonly memory: number;
}

/** Something to measure under a name. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<Run>;
}

/** Medians over the rounds; of memory the most. */
export type Results = ReadonlyMap<string, Run>;

/** Runs them in turns, and says each run as it ends. */
export async function compare(contestants: readonly Contestant[], rounds: number): Promise<Results> {
  const runs = new Map(contestants.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contestants.length;
    // Another order each round: what comes first finds the machine in another state.
    for (const { name, run } of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const one = await run();
      runs.get(name)?.push(one);
      console.log(`round ${round + 1}: ${name} ${one.seconds.toFixed(2)} s, ${one.memory.toFixed(0)} MB`);
    }
  }
  const summed = [...runs].map(([name, all]): [string, Run] => [
    name,
    { seconds: median(all.map(({ seconds }) => seconds)), memory: Math.max(...all.map(({ memory }) => memory)) },
  ]);
  return new Map(summed);
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = sorted.slice(Math.max(0, middle - 1), middle + 1);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : (low + high) / 2;
}
