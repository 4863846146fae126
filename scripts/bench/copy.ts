import { randomBytes } from 'node:crypto';
import { available, pushImage, startRegistry } from '../../sandbox/index.js';
import { compare, measure } from './measuring.js';
import { isHere, ownProgram } from './programs.js';

/**
 * Copies one image between two real registries on loopback with this product and with each tool on the PATH, in turns,
 * and prints the ratio of the medians and the most memory that each has held.
 */
export async function benchCopy(mebibytes: number, rounds: number): Promise<void> {
  if (!available()) throw new Error('the benchmark needs docker-registry (or registry) on the PATH');
  const source = await startRegistry({ kind: 'distribution' });
  try {
    const layers = Array.from({ length: 4 }, () => randomBytes((mebibytes * 1024 * 1024) / 4));
    await pushImage({ url: source.directUrl }, 'bench/app', '1.0', { layers });
    layers.length = 0;
    const from = `${new URL(source.directUrl).host}/bench/app:1.0`;
    const contestants = toolsHere().map(({ name, command }) => ({
      name,
      async run() {
        const target = await startRegistry({ kind: 'distribution' });
        try {
          return await measure(command(from, `${new URL(target.directUrl).host}/bench/app:1.0`));
        } finally {
          await target.stop();
        }
      },
    }));
    const results = await compare(contestants, rounds);
    const ours = results.get('image-gate')?.seconds ?? Number.NaN;
    console.log(`\ncopy ${mebibytes} MiB between two registries on loopback, medians of ${rounds} rounds`);
    for (const [name, { seconds, memory }] of results) {
      console.log(
        `${name.padEnd(12)} ${seconds.toFixed(2)} s  at most ${memory.toFixed(0)} MB  image-gate takes ${(ours / seconds).toFixed(2)} × this`,
      );
    }
  } finally {
    await source.stop();
  }
}

interface Tool {
  readonly name: string;
  readonly command: (from: string, to: string) => readonly string[];
}

/** This product, and those of the others that are here. */
function toolsHere(): readonly Tool[] {
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
  const own: Tool = { name: 'image-gate', command: (from, to) => [...ownProgram(), 'copy', from, to] };
  return [own, ...others.filter(({ name }) => isHere(name))];
}
