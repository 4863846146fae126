import { randomBytes } from 'node:crypto';
import { pushImage, startRegistry } from '../../sandbox/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram, peers } from './tools.js';

/** Copies one image between two real registries on loopback with this product and with each peer, in turns. */
export async function benchCopy(mebibytes: number, rounds: number): Promise<Finding> {
  const source = await startRegistry({ kind: 'distribution' });
  try {
    const layers = Array.from({ length: 4 }, () => randomBytes((mebibytes * 1024 * 1024) / 4));
    await pushImage({ url: source.directUrl }, 'bench/app', '1.0', { layers });
    layers.length = 0;
    const from = `${new URL(source.directUrl).host}/bench/app:1.0`;
    const own = { name: 'image-gate', copy: (_: string, to: string) => [...ownProgram(), 'copy', from, to] };
    const contestants = [own, ...peers].map(({ name, copy }) => ({
      name,
      async run() {
        const target = await startRegistry({ kind: 'distribution' });
        try {
          return await measure(copy(from, `${new URL(target.directUrl).host}/bench/app:1.0`));
        } finally {
          await target.stop();
        }
      },
    }));
    const taken = [...(await inTurns(contestants, rounds))].map(([name, runs]) => ({
      name,
      seconds: spreadOf(runs.map(({ seconds }) => seconds)),
      busy: spreadOf(runs.map(({ busy }) => busy)),
      memory: Math.max(...runs.map(({ memory }) => memory)),
    }));
    const [ours, ...others] = taken;
    if (ours === undefined) throw new Error('no program was measured');
    const best = Math.min(...others.map(({ seconds }) => seconds.median));
    return {
      title: `Copy ${mebibytes} MiB from one registry to another`,
      how: `Both registries on loopback, four layers that do not compress, ${rounds} rounds, the target empty each time. Seconds, elapsed and of processor time: medians, with the least and the most. Memory: the most resident of any round.`,
      columns: ['Program', 'Seconds', 'Image Gate takes', 'Processor, s', 'MB'],
      rows: taken.map(({ name, seconds, busy, memory }) => [
        name,
        withSpread(seconds, 2),
        `${(ours.seconds.median / seconds.median).toFixed(2)} ×`,
        withSpread(busy, 2),
        memory.toFixed(0),
      ]),
      targets: [
        ...(others.length > 0
          ? [atMost('Copy, against the fastest peer', 1.05, ours.seconds.median / best, ' × its time', 2)]
          : []),
        atMost('Copy, processor time a GiB', 1.6, (ours.busy.median * 1024) / mebibytes, ' s', 2),
        atMost('Copy, resident memory', 150, ours.memory, ' MB'),
      ],
    };
  } finally {
    await source.stop();
  }
}
