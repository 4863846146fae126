import { fileURLToPath } from 'node:url';
import { pushImage, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { atLeast, atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram, peers } from './tools.js';

const repository = 'bench/app';
const bareLoop = fileURLToPath(new URL('./bare-loop.js', import.meta.url));

/**
 * Plans a prune of a repository in a real registry on loopback, in turns with what people do in a shell (`xargs -P 8 crane
 * config`) and with a bare loop in Node.
 */
export async function benchPrune(tags: number, rounds: number): Promise<Finding> {
  const registry = await startRegistry({ kind: 'distribution' });
  try {
    await fill(registry, tags);
    const direct = new URL(registry.directUrl);
    const image = `${direct.host}/${repository}`;
    const crane = ['sh', '-c', `crane ls ${image} | xargs -P 8 -I TAG crane config ${image}:TAG`];
    const contestants = [
      { name: 'image-gate', command: prune(image, tags) },
      { name: 'bare loop in Node', command: [process.execPath, bareLoop, direct.origin, repository] },
      ...(peers.some(({ name }) => name === 'crane') ? [{ name: 'xargs -P 8 crane config', command: crane }] : []),
    ].map(({ name, command }) => ({ name, run: () => measure(command) }));
    const taken = [...(await inTurns(contestants, rounds))].map(([name, runs]) => ({
      name,
      seconds: spreadOf(runs.map(({ seconds }) => seconds)),
    }));
    const median = (at: number) => taken[at]?.seconds.median ?? Number.NaN;
    const requests = await requestsOf(registry, tags);
    return {
      title: `Plan a prune of ${tags.toLocaleString('en-US')} tags`,
      how: `A registry on loopback, on the same processors as its clients, as many images as tags, ${rounds} rounds in turns. Image Gate reads every manifest and every config, as the loops do, verifies each digest, and plans. The bare loop does two GETs a tag, eight at a time, and nothing else. Seconds: medians, with the least and the most.`,
      columns: ['Program', 'Seconds', 'Image Gate is'],
      rows: taken.map(({ name, seconds }) => [
        name,
        withSpread(seconds, 2),
        `${(seconds.median / median(0)).toFixed(2)} × as fast`,
      ]),
      targets: [
        ...(taken.length > 2
          ? [atLeast('Prune planned, against `xargs -P 8 crane config`', 3, median(2) / median(0), ' × as fast', 2)]
          : []),
        atMost('Prune planned, requests a tag', 2.01, requests, '', 3),
      ],
    };
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
