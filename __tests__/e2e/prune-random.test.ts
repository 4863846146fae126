import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { available, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { oracle } from '../retention/support/oracle.js';
import { policy } from '../retention/support/repositories.js';
import { createPlaces } from './support/places.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { pushRecipe, recipes } from './support/random-repository.js';

const runs = 10;
const repositoriesOfEach = 20;
let registry: RunningRegistry;
let cwd: string;

beforeAll(async () => {
  registry = await startRegistry({ kind: available() ? 'distribution' : 'memory' });
  cwd = await mkdtemp(join(tmpdir(), 'image-gate-random-'));
});
afterAll(async () => {
  await registry.stop();
  await rm(cwd, { recursive: true, force: true });
});

/** What a run is told, as flags and as the oracle takes it. */
const rules = [
  { flags: ['--keep', '1'], rule: policy({ keep: 1 }) },
  { flags: ['--keep', '0'], rule: policy({ keep: 0 }) },
  { flags: ['--keep', '2', '--protect', '^v1'], rule: policy({ keep: 2, protect: /^v1/u }) },
  { flags: ['--keep', '1', '--group-by', '^(\\w+)-'], rule: policy({ keep: 1, groupBy: /^(\w+)-/u }) },
  { flags: ['--keep', '0', '--include', '^(main|dev)-'], rule: policy({ keep: 0, include: /^(main|dev)-/u }) },
  { flags: ['--keep', '0', '--older-than', '1d'], rule: policy({ keep: 0, olderThan: 86_400_000 }) },
  { flags: ['--keep', '1', '--exclude', '[13579]$'], rule: policy({ keep: 1, exclude: /[13579]$/u }) },
];

/** That these tags are there, no others, and that each pulls whole. */
async function expectWhole(seed: number, path: string, tags: readonly (readonly [string, string])[]): Promise<void> {
  const looking = lookingAt(registry.directUrl, path);
  expect([seed, path, [...(await looking.tags())].sort()]).toEqual([seed, path, [...tags].sort()]);
  const lacking = await Promise.all(tags.map(([tag]) => looking.lacking(tag)));
  expect([seed, path, lacking.flat()]).toEqual([seed, path, []]);
}

describe(`${runs * repositoriesOfEach} random repositories in a registry`, () => {
  test.each(Array.from({ length: runs }, (_, at) => [at]))(
    'run %i',
    async (at) => {
      const { flags, rule } = rules[at % rules.length] ?? { flags: [], rule: policy() };
      const seed = (fc.readConfigureGlobal()?.seed ?? Date.now()) + at;
      const place = createPlaces(8);
      const stocks = await Promise.all(
        fc.sample(recipes, { numRuns: repositoriesOfEach, seed }).map((recipe, number) =>
          place(async () => {
            const path = `random/run-${at}-${number}`;
            const stock = await pushRecipe(registry.directUrl, path, recipe);
            const before = [...(await lookingAt(registry.directUrl, path).tags())];
            // The recipe and the registry are of one mind: else the test would prove nothing.
            const expected = stock.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest]));
            expect([seed, path, [...before].sort()]).toEqual([seed, path, expected.sort()]);
            return { path, stock, before };
          }),
        ),
      );
      const images = stocks.flatMap(({ path }) => ['--image', `${registry.host}/${path}`]);
      const journal = join(cwd, `journal-${at}`);
      const pruned = await prune([...images, ...flags, '--journal', journal], { cwd });
      expect(pruned.json).toMatchObject({ failed: [], unread: [] });
      expect([seed, pruned.exitCode]).toEqual([seed, 0]);
      await Promise.all(
        stocks.map(({ path, stock, before }) => {
          const gone = oracle(stock, rule, new Date());
          const kept = before.filter(([, digest]) => !gone.has(digest));
          return place(() => expectWhole(seed, path, kept));
        }),
      );
      const second = await prune([...images, ...flags], { cwd });
      expect([seed, tagsOf(second, 'deleted')]).toEqual([seed, []]);
      if (pruned.json.journal !== null) {
        expect(await restore([journal], { cwd })).toMatchObject({ exitCode: 0, json: { lost: [], moved: [] } });
      }
      await Promise.all(stocks.map(({ path, before }) => place(() => expectWhole(seed, path, before))));
    },
    120_000,
  );
});
