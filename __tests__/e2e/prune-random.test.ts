import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { available, type CliOptions, type RunningRegistry } from '../../sandbox/index.js';
import type { TaggedImage } from '../../src/retention/image.js';
import { oracle } from '../retention/support/oracle.js';
import { policy } from '../retention/support/repositories.js';
import { thorough } from '../support/thorough.js';
import { type DriverRow, driverRows } from './support/driver-rows.js';
import { createPlaces } from './support/places.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { flatRecipes, pushRecipe, type RandomRepository, type Recipe, recipes } from './support/random-repository.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const internet = await useInternet();
const source = await createSource();
const registry = await useRegistry({ kind: available() ? 'distribution' : 'memory' });

/** A git repository in which `main` exists, and `dev` does not. */
async function createSource(): Promise<string> {
  const folder = await folders.create();
  const author = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' };
  const env = { PATH: process.env.PATH, HOME: folder, ...author, ...committer };
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['commit', '--quiet', '--allow-empty', '--message=1'],
  ])
    await promisify(execFile)('git', args, { cwd: folder, env });
  return `file://${folder}`;
}

/** To repeat a run that failed: `RANDOM_SEED`, the number in its message less that of the run. */
const base = Number(process.env.RANDOM_SEED ?? fc.readConfigureGlobal()?.seed ?? Date.now());

/** A repository, and when its manifests were pulled last. */
interface Stock extends RandomRepository {
  readonly pulls?: ReadonlyMap<string, Date>;
  /** Whether its list has the parts of an index with their pulls. */
  readonly countsParts?: boolean;
}

interface Rules {
  readonly flags: readonly string[];
  readonly rule: ReturnType<typeof policy>;
  /** Whether an image may go by the rules beside `rule`. */
  readonly says?: (image: TaggedImage, stock: Stock) => boolean;
}

/** What a run is told, as flags and as the oracle takes it. */
const rules = [
  { flags: ['--keep', '1'], rule: policy({ keep: 1 }) },
  { flags: ['--keep', '0'], rule: policy({ keep: 0 }) },
  { flags: ['--keep', '2', '--exclude', '^v1'], rule: policy({ keep: 2, exclude: /^v1/u }) },
  { flags: ['--keep', '1', '--group-by', '^(\\w+)-'], rule: policy({ keep: 1, groupBy: /^(\w+)-/u }) },
  { flags: ['--keep', '0', '--include', '^(main|dev)-'], rule: policy({ keep: 0, include: /^(main|dev)-/u }) },
  { flags: ['--keep', '0', '--older-than', '1d'], rule: policy({ keep: 0, olderThan: 86_400_000 }) },
  { flags: ['--keep', '1', '--exclude', '[13579]$'], rule: policy({ keep: 1, exclude: /[13579]$/u }) },
].map(
  ({ flags, rule }): Rules => ({
    flags: [...flags, '--protect', '^keeper$'],
    rule: { ...rule, protect: /^keeper$/u },
  }),
);

const days = (count: number) => count * 86_400_000;
const longest: Readonly<Record<string, number>> = { '1d': days(1), '2w': days(14), '900w': days(6300) };

/** By gone refs, by a label, by pulls, and what the oracle is told of each. */
const lifeCycle: Readonly<Record<'refs' | 'label' | 'pulls', Rules>> = {
  refs: {
    flags: ['--gone-refs', '{branch}-*', '--source', 'git', '--source-url', source, '--keep', '0'],
    rule: policy({ keep: 0 }),
    says: ({ tags }) => tags.every((tag) => tag.startsWith('dev-')),
  },
  label: {
    flags: ['--expires-label', 'ttl', '--keep', '0'],
    rule: policy({ keep: 0 }),
    says({ digest, date }, { labels }) {
      const spans = labels.get(digest)?.map((label) => longest[label]) ?? [];
      const end = Math.max(...spans.map((span) => span ?? Number.POSITIVE_INFINITY)) + (date?.getTime() ?? Number.NaN);
      return spans.length > 0 && end < Date.now();
    },
  },
  pulls: {
    flags: ['--not-pulled-for', '90d', '--keep', '0', '--protect', '^keeper$'],
    rule: policy({ keep: 0, protect: /^keeper$/u }),
    says({ digest, date }, { pulls, graph, countsParts }) {
      // Those of an index in an index too.
      const parts = (one: string): readonly string[] => [one, ...(graph.get(one)?.children ?? []).flatMap(parts)];
      const all = (countsParts ? parts(digest) : [digest]).map((one) => pulls?.get(one));
      const used = [date, ...all].filter((one) => one !== undefined);
      // Without a date of its own, the pull of a part is not enough.
      return (date ?? pulls?.get(digest)) !== undefined && used.every((one) => Date.now() - one.getTime() > days(90));
    },
  },
};

/** Where random repositories are made, and pruned by the bundle. */
interface Where {
  /** `registry.example.com/acme` */
  readonly prefix: string;
  /** The registry behind, which is anonymous, and the path of the prefix there. */
  readonly url: string;
  readonly owner: string;
  /** What the names of its repositories begin with. */
  readonly name?: string;
  readonly options: Omit<CliOptions, 'args'>;
  /** Whether manifests without tags are listed, and deleted when only deleted images led to them. */
  readonly keepsUntagged: boolean;
  readonly recipes: fc.Arbitrary<Recipe>;
  readonly push: (path: string, recipe: Recipe) => Promise<Stock>;
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
async function pruneRandom(where: Where, at: number, repositories: number, given?: Rules): Promise<void> {
  const cwd = await folders.create();
  const options = { ...where.options, cwd, timeoutMs: 100_000 };
  const { flags, rule, says = () => true } = given ?? rules[at % rules.length] ?? { flags: [], rule: policy() };
  const seed = base + at;
  const place = createPlaces(8);
  const stocks = await Promise.all(
    fc.sample(where.recipes, { numRuns: repositories, seed }).map((recipe, number) =>
      place(async () => {
        const path = `${where.owner}/${where.name ?? 'run'}-${at}-${number}`;
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
      const gone = oracle({ images, graph, untagged: where.keepsUntagged ? untagged : [] }, rule, new Date(), (image) =>
        says(image, stock),
      );
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

function plain({ host, directUrl }: RunningRegistry, name = 'random'): Where {
  return {
    prefix: `${host}/${name}`,
    url: directUrl,
    owner: name,
    options: {},
    keepsUntagged: false,
    recipes,
    push: (path, recipe) => pushRecipe(directUrl, path, recipe),
  };
}

/** The dates of the images are those of their pushes. */
/** @param name in the names of its repositories */
function hosted(row: DriverRow, name = 'run'): Where {
  const { host, owner, accounts, user, env, capabilities, dateTag } = row;
  const { url, ledger } = accounts.registry;
  return {
    prefix: `${host}/${owner}`,
    url,
    owner,
    name,
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
      const pulls = new Map<string, Date>();
      for (const [at, digest] of [...stock.dates.keys()].entries()) {
        const pulled = [undefined, new Date(Date.now() - days(5)), new Date(Date.now() - days(200))][at % 3];
        const manifest = ledger.manifests(path).get(digest);
        Object.assign(manifest ?? {}, { pulled });
        for (const tag of manifest?.tags.keys() ?? []) row.pullTag?.(path, tag, pulled);
        if (pulled !== undefined) pulls.set(digest, pulled);
      }
      if (row.keepsLast === undefined)
        return { ...stock, pulls, countsParts: capabilities.lists?.includes('children') !== true };
      const digest = await accounts.image(path, 'keeper');
      return { ...stock, images: [...stock.images, { digest, tags: ['keeper'], date: new Date() }] };
    },
  };
}

// Each of the rules once.
describe('random repositories in a registry', () => {
  test.each(rules.map((_, at) => at))('run %i', (at) => pruneRandom(plain(registry), at, thorough ? 30 : 3), 120_000);
});

describe.each(['refs', 'label'] as const)('random repositories in a registry, by %s', (name) => {
  test.each(thorough ? [0, 1] : [0])(
    'run %i',
    (at) => pruneRandom(plain(registry, name), at, thorough ? 10 : 4, lifeCycle[name]),
    120_000,
  );
});

describe.each(
  driverRows(internet)
    .filter(({ capabilities }) => capabilities.lists?.includes('pulled'))
    .map((row) => ({ host: row.host, row })),
)('random repositories on $host', ({ row }) => {
  test.each(['pulls', 'label'] as const)(
    'by %s',
    (name) => pruneRandom(hosted(row, name), 0, thorough ? 12 : 4, lifeCycle[name]),
    120_000,
  );
});

describe.each(driverRows(internet).map((row) => ({ title: row.title ?? row.host, row })))(
  'random repositories on $title',
  ({ row }) => {
    beforeEach(() => row.prepare?.());
    // Each time by other rules; `RANDOM_RUNS=13` makes more than 200 repositories on each.
    const runs = Array.from({ length: Number(process.env.RANDOM_RUNS ?? 1) }, (_, run) => (base % rules.length) + run);
    test.each(runs)('run %i', (at) => pruneRandom(hosted(row), at, thorough ? 16 : 4), 120_000);
  },
);
