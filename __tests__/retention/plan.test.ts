import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { asYaml, writeInputs } from '../../src/lib/input-names.js';
import { createExpiresLabel } from '../../src/retention/expiry.js';
import type { Graph, Links, TaggedImage } from '../../src/retention/image.js';
import { createNotPulledFor } from '../../src/retention/not-pulled.js';
import { type Plan, plan } from '../../src/retention/plan.js';
import type { Policy } from '../../src/retention/policy.js';
import { numRuns } from '../support/thorough.js';
import { lifeCyclesOf } from './support/life-cycle.js';
import { oracle } from './support/oracle.js';
import { day, digest, now, policies, policy, type Stock, stocks } from './support/repositories.js';

const ago = (days: number) => new Date(now.getTime() - days * day);
const image = (number: number, days: number | undefined, ...tags: string[]): TaggedImage => ({
  digest: digest(number),
  tags,
  date: days === undefined ? undefined : ago(days),
});
const links = (children: readonly number[], subject?: number): Links => ({
  children: children.map(digest),
  subject: subject === undefined ? undefined : digest(subject),
});
const cosign = (number: number, suffix = '.sig') => `${digest(number).replace(':', '-')}${suffix}`;

/** `tag: fate rule`, in the plan's order. */
function said({ verdicts }: Plan): string[] {
  return verdicts.flatMap(({ image, outcome, rule }) => image.tags.map((tag) => `${tag}: ${outcome} ${rule}`));
}

/** The text as a workflow shows it. */
const inWorkflow = (text: string | undefined) => text && writeInputs(text, asYaml);

function run(images: readonly TaggedImage[], over: Partial<Policy>, graph: Graph = new Map()): Plan {
  return plan({ images, graph }, policy(over), now);
}

const three = [image(1, 1, 'c'), image(2, 2, 'b'), image(3, 3, 'a')];

describe('one rule', () => {
  it.each<[string, Partial<Policy>, string[]]>([
    ['keep', { keep: 1 }, ['c: kept keep', 'b: deleted keep', 'a: deleted keep']],
    ['keep more than there are', { keep: 9 }, ['c: kept keep', 'b: kept keep', 'a: kept keep']],
    ['older-than', { olderThan: 2 * day }, ['c: kept older-than', 'b: kept older-than', 'a: deleted older-than']],
    ['both have to say so', { keep: 1, olderThan: 2 * day }, ['c: kept keep', 'b: kept older-than', 'a: deleted keep']],
    ['exclude', { keep: 0, exclude: /^b/u }, ['c: deleted keep', 'b: kept exclude', 'a: deleted keep']],
    [
      'what is excluded does not count',
      { keep: 1, exclude: /^c/u },
      ['c: kept exclude', 'b: kept keep', 'a: deleted keep'],
    ],
    ['protect', { keep: 0, protect: /^b/u }, ['c: deleted keep', 'b: kept protect', 'a: deleted keep']],
    ['include', { keep: 0, include: /^b/u }, ['c: kept include', 'b: deleted keep', 'a: kept include']],
    [
      'a tag in use',
      { keep: 0, inUse: { tags: new Map([['a', 'k8s.yaml:3']]), digests: new Map() } },
      ['c: deleted keep', 'b: deleted keep', 'a: kept in-use'],
    ],
    [
      'a digest in use',
      { keep: 0, inUse: { tags: new Map(), digests: new Map([[digest(2), 'k8s.yaml:3']]) } },
      ['c: deleted keep', 'b: kept in-use', 'a: deleted keep'],
    ],
  ])('%s', (_name, over, wanted) => {
    expect(said(run(three, over))).toEqual(wanted);
  });

  it('reports why, with numbers', () => {
    const reasons = run(three, { keep: 1, olderThan: day }).verdicts.map(({ reason }) => inWorkflow(reason));
    expect(reasons).toEqual([
      'one of the newest 1',
      'number 2, and keep is 1; of 2026-05-30, older than 1d',
      'number 3, and keep is 1; of 2026-05-29, older than 1d',
    ]);
  });
});

describe('images, not tags', () => {
  it('counts a digest once, and one protected tag holds it whole', () => {
    const images = [image(1, 1, 'latest', '2.0', '2'), image(2, 2, '1.1', 'lts'), image(3, 3, '1.0')];
    expect(said(run(images, { keep: 1, protect: /^lts$/u }))).toEqual([
      'latest: kept keep',
      '2.0: kept keep',
      '2: kept keep',
      '1.1: kept protect',
      'lts: kept protect',
      '1.0: deleted keep',
    ]);
  });

  it('groups by what a pattern captures: the newest of each stay', () => {
    const images = [image(1, 1, 'main-3'), image(2, 2, 'main-2'), image(3, 3, 'dev-2', 'main-1'), image(4, 4, 'dev-1')];
    const planned = run([...images, image(5, 5, 'x'), image(6, 6, 'y')], { keep: 1, groupBy: /^(\w+)-/u });
    expect(said(planned)).toEqual([
      'main-3: kept keep',
      'main-2: deleted keep',
      'dev-2: kept keep',
      'main-1: kept keep',
      'dev-1: deleted keep',
      'x: kept keep',
      'y: deleted keep',
    ]);
    expect(inWorkflow(planned.verdicts[1]?.reason)).toBe('number 2 of group main, and keep is 1');
    expect(inWorkflow(planned.verdicts[5]?.reason)).toBe('number 2 of no group, and keep is 1');
  });

  it('orders equal dates by version and then by name, and what has none last', () => {
    const images = [
      image(1, undefined, 'v9'),
      image(2, 1, 'v1.9'),
      image(3, 1, 'v1.10'),
      image(4, 1, 'b'),
      image(5, 1, 'a'),
    ];
    expect(said(run(images, { keep: 2, olderThan: 0 }))).toEqual([
      'v1.10: kept keep',
      'v1.9: kept keep',
      'a: deleted keep',
      'b: deleted keep',
      'v9: kept older-than',
    ]);
  });
});

describe('manifests that belong together', () => {
  it('a tagged child of an index that stays is blocked', () => {
    const graph = new Map([[digest(1), links([2, 3])]]);
    const images = [image(1, 1, '2.0'), image(2, 1, '2.0-amd64'), image(4, 2, '1.0')];
    const planned = run(images, { keep: 1 }, graph);
    expect(said(planned)).toEqual(['2.0: kept keep', '2.0-amd64: blocked part', '1.0: deleted keep']);
    expect(planned.verdicts[1]?.reason).toBe('a part of 2.0, which is kept');
  });

  it('a digest in use holds every index that leads to it', () => {
    const graph = new Map([
      [digest(1), links([2])],
      [digest(2), links([3])],
    ]);
    const inUse = { tags: new Map(), digests: new Map([[digest(3), 'pods.txt:1']]) };
    expect(said(run([image(1, 9, 'old'), image(4, 1, 'new')], { keep: 0, inUse }, graph))).toEqual([
      'new: deleted keep',
      'old: kept in-use',
    ]);
  });

  it('an index in use that has no tag holds its parts, tagged or not', () => {
    const graph = new Map([[digest(9), links([1, 20])]]);
    const inUse = { tags: new Map(), digests: new Map([[digest(9), 'pods.txt:1']]) };
    const planned = run([image(1, 9, '1.0-amd64'), image(2, 8, '1.0')], { keep: 0, inUse }, graph);
    expect(said(planned)).toEqual(['1.0: deleted keep', '1.0-amd64: blocked part']);
    expect(planned.verdicts[1]?.reason).toBe('a part of what is in use (pods.txt:1), which is kept');
  });

  it('an untagged signature that is in use is not deleted', () => {
    const graph = new Map([[digest(30), links([], 1)]]);
    const inUse = { tags: new Map(), digests: new Map([[digest(30), 'a list']]) };
    const stock = { images: [image(1, 9, '1.0')], graph, untagged: [digest(30)] };
    expect(plan(stock, policy({ keep: 0, inUse }), now).orphans).toEqual([]);
    expect(plan(stock, policy({ keep: 0 }), now).orphans).toEqual([digest(30)]);
  });

  it('an image with an ordinary tag is counted, also when it has a tag of a signature', () => {
    const images = [image(1, 1, cosign(1), 'v2.0'), image(2, 2, 'v1.1'), image(3, 3, 'v1.0', cosign(2))];
    const planned = run(images, { keep: 1 });
    expect(said(planned).map((line) => line.replace(/sha256-0+/, ''))).toEqual([
      '1.sig: kept keep',
      'v2.0: kept keep',
      'v1.1: deleted keep',
      'v1.0: deleted keep',
      '2.sig: deleted keep',
    ]);
  });

  it('without a rule nothing goes', () => {
    expect(said(run(three, {}))).toEqual(['c: kept keep', 'b: kept keep', 'a: kept keep']);
  });

  it('signatures follow their subject, are never counted, and neither kept nor deleted by a pattern for images', () => {
    const graph = new Map([
      [digest(1), links([10, 11])],
      [digest(2), links([12])],
      [digest(7), links([20])],
    ]);
    const images = [
      image(1, 1, '2.0'),
      image(2, 2, '1.0'),
      image(5, 0, cosign(1)),
      image(6, 0, cosign(2)),
      image(7, 0, cosign(12, '')),
      image(8, 0, cosign(11, '.sbom')),
      image(9, 0, cosign(6)),
      image(13, 0, cosign(99)),
    ];
    const planned = run(images, { keep: 1, include: /^\d/u }, graph);
    expect(said(planned).map((line) => line.replace(/sha256-0+/, ''))).toEqual([
      '2.0: kept keep',
      '1.0: deleted keep',
      '1.sig: kept subject',
      '2.sig: deleted subject',
      '12: deleted subject',
      '11.sbom: kept subject',
      '6.sig: deleted subject',
      '99.sig: kept subject',
    ]);
    expect(planned.verdicts.at(-1)?.reason).toBe('refers to an image without a tag');
    expect(planned.orphans).toEqual([digest(12), digest(20)]);
  });

  it('leaves what kept images share, and deletes parents before children', () => {
    const graph = new Map([
      [digest(1), links([10])],
      [digest(2), links([10, 11])],
      [digest(11), links([12, 13])],
    ]);
    const planned = run([image(1, 1, 'new'), image(2, 2, 'old')], { keep: 1 }, graph);
    expect(planned.orphans).toEqual([digest(11), digest(12), digest(13)]);
  });

  it('an unusable image is kept, with what it needs, and does not count', () => {
    const graph = new Map([[digest(1), links([3])]]);
    const images = [{ ...image(1, 1, 'c'), unusable: 'its config is lost' }, image(2, 2, 'b'), image(3, 3, 'a')];
    expect(said(run(images, { keep: 1 }, graph))).toEqual(['c: kept unusable', 'b: kept keep', 'a: blocked part']);
    expect(said(run(images, { keep: 1, protect: /c/u }))).toEqual([
      'c: kept protect',
      'b: kept keep',
      'a: deleted keep',
    ]);
  });

  it('a locked image is blocked, and so is what it needs', () => {
    const graph = new Map([[digest(2), links([3])]]);
    const images = [image(1, 1, 'c'), { ...image(2, 2, 'b'), locked: 'b is immutable' }, image(3, 3, 'a')];
    expect(said(run(images, { keep: 1 }, graph))).toEqual(['c: kept keep', 'b: blocked locked', 'a: blocked part']);
  });
});

describe('manifests without tags', () => {
  it('stay with what they need, unless only deleted images lead to them', () => {
    const graph = new Map([
      [digest(2), links([10, 11])],
      [digest(20), links([11])],
      [digest(30), links([], 2)],
    ]);
    const images = [image(1, 1, 'new'), image(2, 2, 'old')];
    const untagged = [10, 11, 20, 30].map(digest);
    const planned = plan({ images, graph, untagged }, policy({ keep: 1 }), now);
    expect(said(planned)).toEqual(['new: kept keep', 'old: deleted keep']);
    expect(new Set(planned.orphans)).toEqual(new Set([digest(10), digest(30)]));
  });

  it('one that lists a tagged image blocks it', () => {
    const graph = new Map([[digest(20), links([2])]]);
    const planned = plan(
      { images: [image(1, 1, 'new'), image(2, 2, 'old')], graph, untagged: [digest(20)] },
      policy({ keep: 1 }),
      now,
    );
    expect(said(planned)).toEqual(['new: kept keep', 'old: blocked part']);
  });
});

describe('refused plans', () => {
  const refusal = (over: Partial<Policy>, images = three) => run(images, over).refusal;
  it.each<[string, Partial<Policy>, string | undefined]>([
    [
      'more than max-delete',
      { keep: 1, maxDelete: { kind: 'count', value: 1 } },
      '2 of 3 tags would be deleted, and max-delete is 1',
    ],
    ['as many as max-delete', { keep: 1, maxDelete: { kind: 'count', value: 2 } }, undefined],
    [
      'more than a share',
      { keep: 1, maxDelete: { kind: 'percent', value: 66 } },
      '2 of 3 tags would be deleted, and max-delete is 66%',
    ],
    ['a share', { keep: 1, maxDelete: { kind: 'percent', value: 67 } }, undefined],
    ['all of it by age', { olderThan: 0 }, 'all images would be deleted (3 of 3 tags), and keep is not 0'],
    ['all of it, as it was told', { keep: 0 }, undefined],
    ['nothing at all', { keep: 3 }, undefined],
  ])('%s', (_name, over, wanted) => {
    expect(inWorkflow(refusal(over))).toBe(wanted);
  });

  it('an unusable image does not make a repository full', () => {
    const images = [image(1, 9, 'a'), { ...image(2, 9, 'b'), unusable: 'its config is lost' }];
    expect(refusal({ olderThan: 0 }, images)).toContain('all images');
  });

  it('a signature that would be left alone does not make a repository full', () => {
    expect(refusal({ olderThan: 0 }, [image(1, 9, 'a'), image(2, 9, cosign(77))])).toContain('all images');
  });
});

describe('whatever the repository and the policy', () => {
  const parts = ({ graph }: Stock, digest: string): string[] => [
    digest,
    ...(graph.get(digest)?.children ?? []).flatMap((child) => parts({ graph, images: [] }, child)),
  ];
  const deleted = ({ verdicts }: Plan) =>
    verdicts.filter(({ outcome }) => outcome === 'deleted').map(({ image }) => image.digest);
  const runs = { numRuns: numRuns(3000) };

  test('an oracle that was written apart agrees', () => {
    fc.assert(
      fc.property(stocks, policies, (stock, rules) => {
        expect(new Set(deleted(plan(stock, rules, now)))).toEqual(oracle(stock, rules, now));
      }),
      runs,
    );
  });

  test('with gone refs, pulls and labels the oracle agrees', () => {
    fc.assert(
      fc.property(lifeCyclesOf(stocks), policies, ({ stock, rules, says }, given) => {
        const deletes = deleted(plan(stock, { ...given, rules }, now));
        expect(new Set(deletes)).toEqual(oracle(stock, given, now, says));
      }),
      runs,
    );
  });

  test('unknown facts never delete: without uses and labels nothing more is deleted, and with the rule nothing', () => {
    fc.assert(
      fc.property(
        lifeCyclesOf(stocks),
        policies,
        fc.infiniteStream(fc.boolean()),
        ({ stock, rules }, given, forgets) => {
          const known = new Set(deleted(plan(stock, { ...given, rules }, now)));
          const forget = ({ digest, tags, date }: TaggedImage) => ({ digest, tags, date });
          const images = stock.images.map((image) => (forgets.next().value ? forget(image) : image));
          const less = deleted(plan({ ...stock, images }, { ...given, rules }, now));
          expect(less.filter((digest) => !known.has(digest))).toEqual([]);
          const blind = [createNotPulledFor(1), createExpiresLabel('ttl', new Map())];
          for (const rule of blind) {
            const none = { ...stock, images: stock.images.map(forget) };
            expect(deleted(plan(none, { ...given, rules: [...rules, rule] }, now))).toEqual([]);
          }
        },
      ),
      runs,
    );
  });

  test('every kept tag pulls whole after all that goes and all orphans', () => {
    fc.assert(
      fc.property(stocks, policies, (stock, rules) => {
        const planned = plan(stock, rules, now);
        const gone = new Set([...deleted(planned), ...planned.orphans]);
        for (const { image, outcome } of planned.verdicts) {
          if (outcome === 'deleted') continue;
          expect(parts(stock, image.digest).filter((one) => gone.has(one))).toEqual([]);
        }
        for (const used of rules.inUse.digests.keys()) {
          expect(parts(stock, used).filter((one) => gone.has(one))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('every tag has its verdict, the newest stay, and the order of the list means nothing', () => {
    fc.assert(
      fc.property(stocks, policies, fc.infiniteStream(fc.nat()), (stock, rules, keys) => {
        const planned = plan(stock, rules, now);
        const tags = planned.verdicts.flatMap(({ image }) => image.tags);
        expect([...tags].sort()).toEqual(stock.images.flatMap((one) => one.tags).sort());
        const ordinary = planned.verdicts.filter(
          ({ referrer, rule }) => !referrer && ['keep', 'older-than', 'part'].includes(rule),
        );
        const keep = rules.groupBy === undefined ? (rules.keep ?? 0) : Math.min(1, rules.keep ?? 0);
        for (const { outcome } of ordinary.slice(0, keep)) expect(outcome).not.toBe('deleted');
        const shuffled = stock.images.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const again = plan(
          { ...stock, images: shuffled.map(({ one }) => one), graph: new Map([...stock.graph].reverse()) },
          rules,
          now,
        );
        expect(new Set(deleted(again))).toEqual(new Set(deleted(planned)));
      }),
      runs,
    );
  });

  test('a second run does nothing', () => {
    fc.assert(
      fc.property(stocks, policies, (stock, rules) => {
        const first = plan(stock, rules, now);
        const gone = new Set([...deleted(first), ...(stock.untagged === undefined ? [] : first.orphans)]);
        const images = stock.images.filter(({ digest: one }) => !gone.has(one));
        const graph = new Map([...stock.graph].filter(([one]) => !gone.has(one)));
        const untagged = stock.untagged?.filter((one) => !gone.has(one));
        const second = plan({ images, graph, ...(untagged && { untagged }) }, rules, now);
        expect([deleted(second), second.orphans.filter((one) => untagged?.includes(one))]).toEqual([[], []]);
      }),
      runs,
    );
  });

  test('every signature goes and stays with what it signs', () => {
    fc.assert(
      fc.property(stocks, policies, (stock, rules) => {
        const planned = plan(stock, rules, now);
        const outcomes = new Map(planned.verdicts.map((verdict) => [verdict.image.digest, verdict]));
        for (const { image: signature, outcome, referrer } of planned.verdicts) {
          const subject = stock.graph.get(signature.digest)?.subject;
          if (!referrer || outcome === 'kept' || subject === undefined) continue;
          expect(outcomes.get(subject)?.outcome ?? 'deleted').toBe('deleted');
        }
      }),
      runs,
    );
  });

  test('more rules never delete more', () => {
    fc.assert(
      fc.property(stocks, policies, fc.constantFrom(/^v/u, /-[0-4]$/u), (stock, rules, protect) => {
        const without = new Set(deleted(plan(stock, { ...rules, keep: 0, protect: undefined }, now)));
        for (const one of deleted(plan(stock, { ...rules, keep: 0, protect }, now))) {
          expect(without.has(one)).toBe(true);
        }
      }),
      runs,
    );
  });
});
