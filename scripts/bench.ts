import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { available, projectRoot, pushImage, startRegistry } from '../sandbox/index.js';

/**
 * Copies one image of 1 GiB between two real registries on loopback with this product and with each tool on the PATH, in
 * turns, and prints the ratio of the medians and the most memory that each has held.
 * `npm run bench -- [MiB] [rounds]`
 */
async function main(mebibytes: number, rounds: number): Promise<void> {
  if (!available()) throw new Error('the benchmark needs docker-registry (or registry) on the PATH');
  const program = process.env.BENCH_PROGRAM ?? join(projectRoot(), 'dist', 'index.js');
  const tools = toolsHere(program);
  const results = new Map(tools.map(({ name }) => [name, { seconds: [] as number[], memory: 0 }]));
  const source = await startRegistry({ kind: 'distribution' });
  try {
    const layers = Array.from({ length: 4 }, () => randomBytes((mebibytes * 1024 * 1024) / 4));
    await pushImage({ url: source.directUrl }, 'bench/app', '1.0', { layers });
    layers.length = 0;
    for (let round = 0; round < rounds; round += 1) {
      // Another order each round: what comes first finds the machine in another state.
      const order = [...tools.slice(round % tools.length), ...tools.slice(0, round % tools.length)];
      for (const tool of order) {
        const target = await startRegistry({ kind: 'distribution' });
        const run = await measure(tool, new URL(source.directUrl).host, new URL(target.directUrl).host);
        await target.stop();
        const result = results.get(tool.name);
        result?.seconds.push(run.seconds);
        if (result) result.memory = Math.max(result.memory, run.memory);
        console.log(`round ${round + 1}: ${tool.name} ${run.seconds.toFixed(2)} s, ${run.memory.toFixed(0)} MB`);
      }
    }
  } finally {
    await source.stop();
  }
  const ours = median(results.get('image-gate')?.seconds ?? []);
  console.log(`\ncopy ${mebibytes} MiB between two registries on loopback, medians of ${rounds} rounds`);
  for (const [name, { seconds, memory }] of results) {
    const middle = median(seconds);
    console.log(
      `${name.padEnd(12)} ${middle.toFixed(2)} s  at most ${memory.toFixed(0)} MB  image-gate takes ${(ours / middle).toFixed(2)} × this`,
    );
  }
}

interface Tool {
  readonly name: string;
  readonly command: (from: string, to: string) => readonly string[];
}

/** This product, and those of the others that are here. */
function toolsHere(program: string): readonly Tool[] {
  const others: readonly Tool[] = [
    {
      name: 'skopeo',
      command: (from, to) => [
        ...['skopeo', 'copy', '--all', '--preserve-digests', '--src-tls-verify=false', '--dest-tls-verify=false'],
        ...[`docker://${from}`, `docker://${to}`],
      ],
    },
    { name: 'crane', command: (from, to) => ['crane', 'copy', '--insecure', from, to] },
    { name: 'regctl', command: (from, to) => ['regctl', 'image', 'copy', from, to] },
    { name: 'oras', command: (from, to) => ['oras', 'copy', '--from-plain-http', '--to-plain-http', from, to] },
  ];
  const own = {
    name: 'image-gate',
    command: (from: string, to: string) => [process.execPath, program, 'copy', from, to],
  };
  return [own, ...others.filter(({ name }) => isHere(name))];
}

function isHere(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

interface Run {
  readonly seconds: number;
  /** Of the largest resident set, in MB of 10^6 bytes. */
  readonly memory: number;
}

/** GNU time says the resident set of the tool itself, as the kernel has counted it. */
function measure(tool: Tool, from: string, to: string): Promise<Run> {
  const command = tool.command(`${from}/bench/app:1.0`, `${to}/bench/app:1.0`);
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/env', ['time', '-f', 'maxrss=%M', ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, HOME: '/nonexistent' },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const kibibytes = Number(/maxrss=(\d+)/.exec(said)?.[1] ?? Number.NaN);
      if (code !== 0) reject(new Error(`${tool.name} ended with ${code}: ${said.slice(-2000)}`));
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

await main(Number(process.argv[2] ?? 1024), Number(process.argv[3] ?? 5));
