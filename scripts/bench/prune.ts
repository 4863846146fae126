import { fileURLToPath } from 'node:url';
import { available, pushImage, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { compare, measure } from './measuring.js';
import { isHere, ownProgram } from './programs.js';

const repository = 'bench/app';
const bareLoop = fileURLToPath(new URL('./bare-loop.js', import.meta.url));

/**
 * Plans a prune of a repository in a real registry on loopback, in turns with what people do in a shell (`xargs -P 8 crane
 * config`) and with a bare loop in Node, which is the floor; prints the ratios of the medians, and our requests per tag.
 */
export async function benchPrune(tags: number, rounds: number): Promise<void> {
  if (!available()) throw new Error('the benchmark needs docker-registry (or registry) on the PATH');
  const registry = await startRegistry({ kind: 'distribution' });
  try {
    await fill(registry, tags);
    const direct = new URL(registry.directUrl);
    const image = `${direct.host}/${repository}`;
    const contestants = [
      { name: 'image-gate', command: prune(image, tags) },
      { name: 'bare loop', command: [process.execPath, bareLoop, direct.origin, repository] },
      { name: 'crane', command: ['sh', '-c', `crane ls ${image} | xargs -P 8 -I TAG crane config ${image}:TAG`] },
    ].filter(({ name }) => name !== 'crane' || isHere(name));
    const results = await compare(
      contestants.map(({ name, command }) => ({ name, run: () => measure(command) })),
      rounds,
    );
    const ours = results.get('image-gate')?.seconds ?? Number.NaN;
    console.log(`\nprune of ${tags} tags planned, a registry on loopback, medians of ${rounds} rounds`);
    for (const [name, { seconds, memory }] of results) {
      console.log(
        `${name.padEnd(12)} ${seconds.toFixed(2)} s  at most ${memory.toFixed(0)} MB  image-gate is ${(seconds / ours).toFixed(2)} × as fast`,
      );
    }
    console.log(`image-gate: ${(await requestsOf(registry, tags)).toFixed(3)} requests a tag`);
  } finally {
    await registry.stop();
  }
}

function prune(image: string, tags: number): readonly string[] {
  return [...ownProgram(), 'prune', image, '--keep', String(tags / 2), '--dry-run', '--json'];
}

/** Distinct images, each a minute younger than the one before, on one layer. */
async function fill(registry: RunningRegistry, tags: number): Promise<void> {
  const push = (at: number) =>
    pushImage({ url: registry.directUrl }, repository, `build-${at}`, {
      content: 'the same layer',
      created: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    });
  await push(0);
  const waiting = Array.from({ length: tags - 1 }, (_, at) => at + 1).values();
  const worker = async () => {
    for (const at of waiting) await push(at);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** Counted by the server that stands in front of the registry, in a run of its own. */
async function requestsOf(registry: RunningRegistry, tags: number): Promise<number> {
  const before = registry.requests.length;
  await measure(prune(`${registry.host}/${repository}`, tags));
  return (registry.requests.length - before) / tags;
}
