import { fileURLToPath } from 'node:url';
import { pushImage, type RunningRegistry, startRegistry, temporaryFolder } from '../../sandbox/index.js';
import { atLeast, atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram, peers } from './tools.js';

const repository = 'bench/app';
const bareLoop = fileURLToPath(new URL('./bare-loop.js', import.meta.url));

/**
 * Plans a prune of a repository in a real registry on loopback, without a cache and with one from the run before, in turns
 * with what people do in a shell (`xargs -P 8 crane config`) and with a bare loop in Node.
 */
export async function benchPrune(tags: number, rounds: number): Promise<Finding> {
  const registry = await startRegistry({ kind: 'distribution' });
  const cache = await temporaryFolder();
  try {
    await fill(registry, tags);
    const direct = new URL(registry.directUrl);
    const image = `${direct.host}/${repository}`;
    const cold = prune(image, tags);
    const warm = prune(image, tags, cache.path);
    const loops = [
      { name: bare, command: [ownProgram()[0], bareLoop, direct.origin, repository] },
      ...(peers.some(({ name }) => name === 'crane')
        ? [{ name: crane, command: ['sh', '-c', `crane ls ${image} | xargs -P 8 -I TAG crane config ${image}:TAG`] }]
        : []),
    ];
    const contestants = [{ name: own, command: cold }, { name: ownWarm, command: warm }, ...loops];
    await measure(warm);
    const runs = await inTurns(
      contestants.map(({ name, command }) => ({ name, run: () => measure(command) })),
      rounds,
    );
    const taken = new Map([...runs].map(([name, some]) => [name, spreadOf(some.map(({ seconds }) => seconds))]));
    const median = (name: string) => taken.get(name)?.median ?? Number.NaN;
    const requests = await requestsOf(registry, (host) => prune(`${host}/${repository}`, tags));
    await requestsOf(registry, (host) => prune(`${host}/${repository}`, tags, cache.path));
    const requestsWarm = await requestsOf(registry, (host) => prune(`${host}/${repository}`, tags, cache.path));
    return {
      title: `Plan a prune of ${tags.toLocaleString('en-US')} tags`,
      how: `A registry on loopback, on the same processors as its clients, as many images as tags, ${rounds} rounds in turns. Image Gate reads every manifest and every config, as the loops do, verifies each digest, and plans. With a cache from the run before it requests each tag, and verifies what it has. The bare loop does two GETs a tag, eight at a time, and nothing else. Seconds: medians, with the least and the most.`,
      columns: ['Program', 'Seconds', 'Image Gate is', 'with a cache'],
      rows: [...taken].map(([name, seconds]) => [
        name,
        withSpread(seconds, 2),
        ...[own, ownWarm].map((one) => `${(seconds.median / median(one)).toFixed(2)} × as fast`),
      ]),
      targets: [
        atMost('Prune planned, against a bare loop', 1.15, median(own) / median(bare), ' × its time', 2),
        ...(taken.has(crane)
          ? [
              atLeast(
                `Prune planned with a cache, against \`${crane}\``,
                5,
                median(crane) / median(ownWarm),
                ' × as fast',
                2,
              ),
            ]
          : []),
        atMost('Prune planned, requests a tag', 2.01, requests / tags, '', 3),
        atMost('Prune planned with a cache, requests a tag', 1.01, requestsWarm / tags, '', 3),
      ],
    };
  } finally {
    await registry.stop();
    await cache.remove();
  }
}

const own = 'image-gate';
const ownWarm = 'image-gate with a cache';
const bare = 'bare loop in Node';
const crane = 'xargs -P 8 crane config';

function prune(image: string, tags: number, cache?: string): readonly string[] {
  const cached = cache === undefined ? [] : ['--cache-dir', cache];
  return [...ownProgram(), 'prune', image, '--keep', String(tags / 2), '--dry-run', '--json', ...cached];
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

/** Counted by the server in front of the registry, whose host the command is for, in a run of its own. */
async function requestsOf(registry: RunningRegistry, commandFor: (host: string) => readonly string[]): Promise<number> {
  const before = registry.requests.length;
  await measure(commandFor(registry.host));
  return registry.requests.length - before;
}
