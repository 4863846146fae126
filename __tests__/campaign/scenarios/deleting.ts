import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Internet } from '../../../sandbox/index.js';
import { prune } from '../../e2e/support/prune.js';
import { inEnvironment } from '../../e2e/support/story.js';
import { commit, type Prepared, type Scenario, sourceToken, tag } from '../scenario.js';
import { journalIn, type Stock, stockAt } from './stock.js';

const platforms = ['linux/amd64', 'linux/arm64'];
/** One host of every driver, where prune and delete take another way than elsewhere. */
const hosts = [
  'docker.io',
  'ghcr.io',
  'harbor.example.com',
  'registry.example.com',
  'acme.azurecr.io',
  'europe-west1-docker.pkg.dev',
  'quay.io',
  'registry.gitlab.com',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  'public.ecr.aws',
];

/** 3.0, an index, stays; 2.0, an index too, and 1.0 go. */
async function three(stock: Stock) {
  const stays = { '3.0': await stock.push('3.0', 3, platforms) };
  const goes = { '2.0': await stock.push('2.0', 2, platforms), '1.0': await stock.push('1.0', 1) };
  return { stays, goes };
}

async function pruning(stock: Stock, folder: string): Promise<Prepared> {
  const { stays, goes } = await three(stock);
  return {
    inputs: { ...stock.inputs, image: stock.path, keep: '1', journal: journalIn(folder) },
    env: stock.env,
    secrets: stock.secrets,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, journalIn(folder)))],
  };
}

/** What `gone-refs` is told of each kind of source, and where the sandbox has it. */
const sources = {
  github: { at: 'github', inputs: { repo: 'acme/app' } },
  bitbucket: { at: 'bitbucket', inputs: { repo: 'acme/app' } },
  'bitbucket-server': { at: 'bitbucketServer', inputs: { repo: 'acme/app', url: 'https://bitbucket.example.com' } },
  gitlab: { at: 'gitlab', inputs: { repo: 'acme/app' } },
  gitea: { at: 'gitea', inputs: { repo: 'acme/app', url: 'https://gitea.example.com' } },
  git: { at: 'git', inputs: { url: 'https://git.example.com/acme/app.git' } },
} as const;

/** main exists, and so does 4, where the source knows pull requests; old and 3 do not. */
async function pruningGone(internet: Internet, folder: string, source: keyof typeof sources): Promise<Prepared> {
  const stock = stockAt(internet, 'registry.example.com');
  const { at, inputs } = sources[source];
  const { url, ...more }: { readonly url?: string; readonly repo?: string } = inputs;
  internet[at].tokens.add(sourceToken);
  internet[at].repository('acme', 'app', {
    private: true,
    branches: { main: commit },
    pullRequests: { 4: { branch: 'new', draft: true }, 3: { branch: 'old', state: 'closed' } },
  });
  const stays: Record<string, string> = { main: await stock.push('main', 1, platforms) };
  const goes: Record<string, string> = { old: await stock.push('old', 2) };
  if (source !== 'git') {
    stays['pr-4'] = await stock.push('pr-4', 1);
    goes['pr-3'] = await stock.push('pr-3', 2, platforms);
  }
  return {
    inputs: {
      ...stock.inputs,
      ...more,
      ...(url !== undefined && { 'source-url': url }),
      image: stock.path,
      source,
      'source-token': sourceToken,
      'gone-refs': source === 'git' ? '{branch}' : '{branch},pr-{pr}',
      journal: journalIn(folder),
    },
    secrets: stock.secrets,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, journalIn(folder)))],
  };
}

/** The same, with all of it in a cache. */
async function cachedPruning(internet: Internet, host: string, folder: string): Promise<Prepared> {
  const stock = stockAt(internet, host);
  const prepared = await pruning(stock, folder);
  const cache = { 'cache-dir': join(folder, 'cache') };
  const env = { ...inEnvironment({ ...stock.inputs, ...cache }), ...stock.env };
  const read = await prune([`${host}/${stock.path}`, '--keep', '9', '--dry-run'], { internet, env });
  if (read.exitCode !== 0) throw new Error(`nothing is cached: ${read.stderr}`);
  return { ...prepared, inputs: { ...prepared.inputs, ...cache } };
}

async function deletion(stock: Stock, folder: string): Promise<Prepared> {
  const { stays, goes } = await three(stock);
  const image = ['2.0', '1.0'].map((one) => `${stock.inputs.registry}/${stock.path}:${one}`).join(',');
  return {
    inputs: { ...stock.inputs, image, journal: journalIn(folder) },
    env: stock.env,
    secrets: stock.secrets,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, journalIn(folder)))],
  };
}

async function restoring(internet: Internet, host: string, folder: string): Promise<Prepared> {
  const stock = stockAt(internet, host);
  const { stays, goes } = await three(stock);
  const journal = journalIn(folder);
  const env = { ...inEnvironment(stock.inputs), ...stock.env };
  const args = [`${host}/${stock.path}`, '--keep', '1', '--journal', journal];
  const pruned = await prune(args, { internet, env, timeoutMs: 300_000 });
  if (pruned.exitCode !== 0) throw new Error(`there is nothing to restore: ${pruned.stderr}`);
  return {
    inputs: { ...stock.inputs, journal },
    env: stock.env,
    secrets: stock.secrets,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, journal))],
  };
}

async function gateThatPrunes(internet: Internet, folder: string): Promise<Prepared> {
  const stock = stockAt(internet, 'registry.example.com');
  const { goes } = await three(stock);
  const stays = { [tag]: await stock.push(tag, 4) };
  // check names its journal itself.
  const journal = async () => (await readdir(folder)).find((name) => name.endsWith('.jsonl')) ?? 'none';
  return {
    inputs: { ...stock.inputs, namespace: 'acme', repo: 'acme/app', ref: commit, 'prune-keep': '1' },
    secrets: stock.secrets,
    saysMissing: ({ url }) => url.pathname === `/v2/${stock.path}/manifests/${tag}`,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, join(folder, await journal())))],
  };
}

const onTheRealRegistry = {
  where: 'the real registry',
  host: 'registry.example.com',
  registry: 'distribution',
} as const;

/** What takes away, and what puts back. */
export const deleting: readonly Scenario[] = [
  ...[...hosts.map((host) => ({ where: host, host })), onTheRealRegistry].flatMap(
    ({ where, host, ...more }): Scenario[] => [
      {
        name: `prune on ${where}`,
        command: 'prune',
        seconds: 6,
        ...more,
        prepare: (internet, folder) => pruning(stockAt(internet, host), folder),
      },
      {
        name: `delete on ${where}`,
        command: 'delete',
        seconds: 6,
        ...more,
        prepare: (internet, folder) => deletion(stockAt(internet, host), folder),
      },
    ],
  ),
  ...(Object.keys(sources) as (keyof typeof sources)[]).map(
    (source): Scenario => ({
      name: `prune by gone refs at ${source}`,
      command: 'prune',
      seconds: 6,
      prepare: (internet, folder) => pruningGone(internet, folder, source),
    }),
  ),
  ...['registry.example.com', 'ghcr.io'].map(
    (host): Scenario => ({
      name: `prune with a cache on ${host}`,
      command: 'prune',
      seconds: 6,
      prepare: (internet, folder) => cachedPruning(internet, host, folder),
    }),
  ),
  // Docker Hub and Quay have a way back of their own; ECR is pushed to with another token than it is read with.
  ...[
    { where: 'Docker Hub', host: 'docker.io' },
    { where: 'Quay', host: 'quay.io' },
    { where: 'ECR', host: '123456789012.dkr.ecr.eu-central-1.amazonaws.com' },
    onTheRealRegistry,
  ].map(
    ({ where, host, ...more }): Scenario => ({
      name: `restore on ${where}`,
      command: 'restore',
      seconds: 6,
      ...more,
      prepare: (internet, folder) => restoring(internet, host, folder),
    }),
  ),
  { name: 'check with prune-keep', command: 'check', seconds: 6, frontends: ['cli'], prepare: gateThatPrunes },
];
