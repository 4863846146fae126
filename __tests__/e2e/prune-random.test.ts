import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { available, type CliOptions, type RunningRegistry } from '../../sandbox/index.js';
import { oracle } from '../retention/support/oracle.js';
import { policy } from '../retention/support/repositories.js';
import { type DriverRow, driverRows } from './support/driver-rows.js';
import { createPlaces } from './support/places.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { flatRecipes, pushRecipe, type RandomRepository, type Recipe, recipes } from './support/random-repository.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const internet = await useInternet();
const registry = await useRegistry({ kind: available() ? 'distribution' : 'memory' });

/** To repeat a run that failed: `RANDOM_SEED`, the number in its message less that of the run. */
const base = Number(process.env.RANDOM_SEED ?? fc.readConfigureGlobal()?.seed ?? Date.now());

/** What a run is told, as flags and as the oracle takes it. */
const rules = [
  { flags: ['--keep', '1'], rule: policy({ keep: 1 }) },
  { flags: ['--keep', '0'], rule: policy({ keep: 0 }) },
  { flags: ['--keep', '2', '--exclude', '^v1'], rule: policy({ keep: 2, exclude: /^v1/u }) },
  { flags: ['--keep', '1', '--group-by', '^(\\w+)-'], rule: policy({ keep: 1, groupBy: /^(\w+)-/u }) },
  { flags: ['--keep', '0', '--include', '^(main|dev)-'], rule: policy({ keep: 0, include: /^(main|dev)-/u }) },
  { flags: ['--keep', '0', '--older-than', '1d'], rule: policy({ keep: 0, olderThan: 86_400_000 }) },
  { flags: ['--keep', '1', '--exclude', '[13579]$'], rule: policy({ keep: 1, exclude: /[13579]$/u }) },
].map(({ flags, rule }) => ({
  flags: [...flags, '--protect', '^keeper$'],
  rule: { ...rule, protect: /^keeper$/u },
}));

/** Where random repositories are made, and pruned by the bundle. */
interface Where {
  /** `registry.example.com/acme` */
  readonly prefix: string;
  /** The registry behind, which is anonymous, and the path of the prefix there. */
  readonly url: string;
  readonly owner: string;
  readonly options: Omit<CliOptions, 'args'>;
  /** Whether manifests without tags are listed, and deleted when only deleted images led to them. */
  readonly keepsUntagged: boolean;
  readonly recipes: fc.Arbitrary<Recipe>;
  readonly push: (path: string, recipe: Recipe) => Promise<RandomRepository>;
}

/** That these tags are there, no others, and that each pulls whole, as these manifests do. */
async function expectWhole(
  { url }: Where,
  seed: number,
  path: string,
  tags: readonly (readonly [string, string])[],
  digests: readonly string[] = [],
): Promise<void> {
  const looking = lookingAt(url, path);
  expect([seed, path, [...(await looking.tags())].sort()]).toEqual([seed, path, [...tags].sort()]);
  const references = [...tags.map(([tag]) => tag), ...digests];
  const lacking = await Promise.all(references.map((one) => looking.lacking(one)));
  expect([seed, path, lacking.flat()]).toEqual([seed, path, []]);
}

/** Makes so many repositories, prunes them all at once, prunes them again, and restores them. */
async function pruneRandom(where: Where, at: number, repositories: number): Promise<void> {
  const cwd = await folders.create();
  const options = { ...where.options, cwd, timeoutMs: 100_000 };
  const { flags, rule } = rules[at % rules.length] ?? { flags: [], rule: policy() };
  const seed = base + at;
  const place = createPlaces(8);
  const stocks = await Promise.all(
    fc.sample(where.recipes, { numRuns: repositories, seed }).map((recipe, number) =>
      place(async () => {
        const path = `${where.owner}/run-${at}-${number}`;
        const stock = await where.push(path, recipe);
        const before = [...(await lookingAt(where.url, path).tags())];
        // The recipe and the registry are of one mind: else the test would prove nothing.
        const expected = stock.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest]));
        expect([seed, path, [...before].sort()]).toEqual([seed, path, expected.sort()]);
        return { path, stock, before };
      }),
    ),
  );
  const images = stocks.flatMap(({ path }) => ['--image', `${where.prefix}${path.slice(where.owner.length)}`]);
  const pruned = await prune([...images, ...flags, '--journal', 'journal'], options);
  expect(pruned.json).toMatchObject({ failed: [], unread: [] });
  expect([seed, pruned.exitCode]).toEqual([seed, 0]);
  await Promise.all(
    stocks.map(({ path, stock, before }) => {
      const { images, graph, untagged } = stock;
      const gone = oracle({ images, graph, untagged: where.keepsUntagged ? untagged : [] }, rule, new Date());
      const kept = before.filter(([, digest]) => !gone.has(digest));
      return place(() => expectWhole(where, seed, path, kept));
    }),
  );
  const second = await prune([...images, ...flags], options);
  expect([seed, tagsOf(second, 'deleted')]).toEqual([seed, []]);
  if (pruned.json.journal !== null) {
    expect(await restore(['journal'], options)).toMatchObject({ exitCode: 0, json: { lost: [], moved: [] } });
  }
  await Promise.all(
    stocks.map(({ path, before, stock: { untagged } }) =>
      place(() => expectWhole(where, seed, path, before, untagged)),
    ),
  );
}

function plain({ host, directUrl }: RunningRegistry): Where {
  return {
    prefix: `${host}/random`,
    url: directUrl,
    owner: 'random',
    options: {},
    keepsUntagged: false,
    recipes,
    push: (path, recipe) => pushRecipe(directUrl, path, recipe),
  };
}

/** The dates of the images are those of their pushes. */
function hosted(row: DriverRow): Where {
  const { host, owner, accounts, user, env, capabilities, dateTag } = row;
  const { url, ledger } = accounts.registry;
  return {
    prefix: `${host}/${owner}`,
    url,
    owner,
    options: { internet, env: { IMAGE_GATE_REGISTRY: host, ...env } },
    keepsUntagged: capabilities.keepsUntagged === true,
    recipes: row.noNestedIndexes ? flatRecipes : recipes,
    async push(path, recipe) {
      accounts.repository(path, { members: [user] });
      const stock = await pushRecipe(url, path, recipe);
      for (const [digest, date = new Date(0)] of stock.dates) {
        const manifest = ledger.manifests(path).get(digest);
        Object.assign(manifest ?? {}, { created: date, updated: date });
        for (const tag of manifest?.tags.keys() ?? []) {
          manifest?.tags.set(tag, date);
          dateTag?.(path, tag, date);
        }
      }
      if (row.keepsLast === undefined) return stock;
      const digest = await accounts.image(path, 'keeper');
      return { ...stock, images: [...stock.images, { digest, tags: ['keeper'], date: new Date() }] };
    },
  };
}

describe('200 random repositories in a registry', () => {
  test.each(Array.from({ length: 10 }, (_, at) => [at]))(
    'run %i',
    (at) => pruneRandom(plain(registry), at, 20),
    120_000,
  );
});

describe.each(driverRows(internet).map((row) => ({ title: row.title ?? row.host, row })))(
  'random repositories on $title',
  ({ row }) => {
    beforeEach(() => row.prepare?.());
    // Each time by other rules.
    const at = base % rules.length;
    test(`run ${at}`, () => pruneRandom(hosted(row), at, 16), 120_000);
  },
);
