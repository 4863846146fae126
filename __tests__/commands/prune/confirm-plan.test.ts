import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confirmPlan } from '../../../src/commands/prune/confirm-plan.js';
import type { Inventory } from '../../../src/commands/prune/inventory.js';
import type { Graph, TaggedImage } from '../../../src/retention/image.js';
import { type Plan, plan } from '../../../src/retention/plan.js';
import type { Policy } from '../../../src/retention/policy.js';
import { relationsOf } from '../../../src/retention/relations.js';
import { day, digest, now, policies, policy, type Stock, stocks } from '../../retention/support/repositories.js';
import { numRuns } from '../../support/thorough.js';

/** What of a repository is cached and no longer true, by the number of an image or an index. */
interface Losses {
  /** Images whose config is lost. */
  readonly configs: readonly number[];
  /** Images whose date was that of a child that is lost. */
  readonly dates: readonly { readonly image: number; readonly days: number }[];
  /** Untagged indexes in indexes that are lost. */
  readonly indexes: readonly number[];
}

const losses: fc.Arbitrary<Losses> = fc.record({
  configs: fc.array(fc.nat(8), { maxLength: 4 }),
  dates: fc.array(fc.record({ image: fc.nat(8), days: fc.nat(40) }), { maxLength: 4 }),
  indexes: fc.array(fc.nat(8), { maxLength: 3 }),
});

/** The repository as the registry has it. What was read earlier is `cached`. */
function lose(cached: Stock, { configs, dates, indexes }: Losses): Stock {
  const lostConfigs = new Set(configs.map((at) => cached.images[at]?.digest));
  const changed = new Map(dates.map(({ image, days }) => [cached.images[image]?.digest, days]));
  // What refers to others and nothing lists comes from the registry in each run.
  const tagged = cached.images.map(({ digest }) => digest);
  const below = belowOf(tagged, cached.images, cached.graph);
  const untagged = [...cached.graph.keys()].filter((digest) => below.has(digest) && !tagged.includes(digest));
  const graph = new Map(cached.graph);
  for (const at of indexes) graph.delete(untagged[at] ?? '');
  const images = cached.images.map((image): TaggedImage => {
    if (lostConfigs.has(image.digest)) return { ...image, date: undefined, unusable: 'its config is lost' };
    const days = changed.get(image.digest);
    return days === undefined ? image : { ...image, date: new Date(now.getTime() - days * day) };
  });
  return { images, graph };
}

function deletedIn({ verdicts }: Plan): string[] {
  return verdicts.flatMap(({ outcome, image }) => (outcome === 'deleted' ? [image.digest] : []));
}

/** All that these lead to. */
function belowOf(digests: readonly string[], images: readonly TaggedImage[], graph: Graph): ReadonlySet<string> {
  const { childrenOf } = relationsOf(images, graph);
  const found = new Set<string>();
  for (const open = [...digests]; open.length > 0; ) {
    const digest = open.pop() ?? '';
    if (found.has(digest)) continue;
    found.add(digest);
    open.push(...childrenOf(digest));
  }
  return found;
}

/** @returns the plan by what is cached, with what it rests on confirmed, and how many images that were */
async function confirmed(cached: Stock, real: Stock, rules: Policy) {
  const asked = new Set<string>();
  const confirm = async (inventory: Inventory, digests: readonly string[]): Promise<Inventory> => {
    for (const digest of digests) asked.add(digest);
    const below = belowOf(digests, inventory.images, inventory.graph);
    return {
      ...inventory,
      images: inventory.images.map((image) =>
        digests.includes(image.digest) ? (real.images.find(({ digest }) => digest === image.digest) ?? image) : image,
      ),
      graph: new Map([...inventory.graph].filter(([digest]) => !below.has(digest) || real.graph.has(digest))),
    };
  };
  const inventory = { images: cached.images, graph: cached.graph, dangling: [] };
  const settled = await confirmPlan(inventory, rules, (of) => plan(of, rules, now), confirm);
  return { plan: settled.plan, asked };
}

const runs = { numRuns: numRuns(3000) };

/** With a rule more, or without, by which some images stay. */
const ruled = fc.tuple(policies, fc.option(fc.integer({ min: 2, max: 4 }))).map(([rules, every]): Policy => {
  if (every === null) return rules;
  const ruling = { rule: 'gone-refs', reason: 'another rule' } as const;
  return { ...rules, rules: [({ digest: one }) => ({ goes: Number(one.slice(-1)) % every !== 0, ruling })] };
});

test('whatever the registry has lost of what is cached: nothing is deleted that a reading without a cache keeps', async () => {
  await fc.assert(
    fc.asyncProperty(stocks, ruled, losses, async (cached, rules, lost) => {
      const real = lose(cached, lost);
      const cold = plan(real, rules, now);
      const warm = (await confirmed(cached, real, rules)).plan;
      const keeps = new Set(deletedIn(cold));
      expect(deletedIn(warm).filter((digest) => !keeps.has(digest))).toEqual([]);
      if (cold.refusal !== undefined && deletedIn(warm).length > 0) expect(warm.refusal).toBeDefined();
    }),
    runs,
  );
});

test('where the registry has all that is cached, the plan is the same', async () => {
  await fc.assert(
    fc.asyncProperty(stocks, ruled, async (stock, rules) => {
      const real = { images: stock.images, graph: stock.graph };
      const { plan: warm } = await confirmed(stock, real, rules);
      expect(warm).toEqual(plan(real, rules, now));
    }),
    runs,
  );
});

test('where nothing is deleted, nothing is confirmed', async () => {
  await fc.assert(
    fc.asyncProperty(stocks, ruled, async (stock, rules) => {
      const { plan: warm, asked } = await confirmed(stock, stock, rules);
      if (deletedIn(warm).length === 0) expect(asked.size).toBe(0);
    }),
    runs,
  );
});

describe('by what is lost', () => {
  const image = (number: number, days: number, over: Partial<TaggedImage> = {}): TaggedImage => ({
    digest: digest(number),
    tags: [`main-${number}`],
    date: new Date(now.getTime() - days * day),
    ...over,
  });
  const settle = async (cached: Stock, lost: Partial<Losses>, rules: Policy) => {
    const real = lose(cached, { configs: [], dates: [], indexes: [], ...lost });
    const { plan: warm, asked } = await confirmed(cached, real, rules);
    return { deleted: deletedIn(warm), refusal: warm.refusal, asked: [...asked].sort() };
  };
  const four = { images: [1, 2, 3, 4].map((number) => image(number, number)), graph: new Map() };

  test('an image that keep counts is not of use any more: the next one stays for it', async () => {
    const { deleted, asked } = await settle(four, { configs: [1] }, policy({ keep: 2 }));
    expect(deleted).toEqual([digest(4)]);
    expect(asked).toEqual([1, 2, 3, 4].map(digest));
  });

  test('only groups of which something is deleted are confirmed, and one that stays', async () => {
    const other = [5, 6].map((number) => image(number, number, { tags: [`dev-${number}`] }));
    const grouped = { ...four, images: [...four.images, ...other] };
    const { deleted, asked } = await settle(grouped, {}, policy({ keep: 2, groupBy: /^(\w+)-/u }));
    expect([deleted, asked]).toEqual([[3, 4].map(digest), [1, 2, 3, 4].map(digest)]);
  });

  test('an image that is deleted is not of use any more: it stays', async () => {
    const { deleted } = await settle(four, { configs: [3] }, policy({ keep: 2 }));
    expect(deleted).toEqual([digest(3)]);
  });

  test('the only image that stays is not of use any more: the plan is refused', async () => {
    const { refusal } = await settle(four, { configs: [0] }, policy({ olderThan: 1.5 * day }));
    expect(refusal).toContain('all images would be deleted');
  });

  test('all that stays is needed by an index that lists it no more: the plan is refused', async () => {
    const parts = {
      images: [image(1, 9, { unusable: 'its config is lost' }), image(2, 9), image(3, 9)],
      graph: new Map([
        [digest(1), { children: [digest(7)], subject: undefined }],
        [digest(7), { children: [digest(2)], subject: undefined }],
      ]),
    };
    expect(await settle(parts, {}, policy({ olderThan: day }))).toMatchObject({
      deleted: [digest(3)],
      refusal: undefined,
    });
    const { refusal } = await settle(parts, { indexes: [0] }, policy({ olderThan: day }));
    expect(refusal).toContain('all images would be deleted');
  });
});
