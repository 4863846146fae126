import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Internet } from '../../../sandbox/index.js';
import { prune } from '../../e2e/support/prune.js';
import { commit, type Prepared, password, type Scenario, secrets, tag, user } from '../scenario.js';
import { journalIn, type Service, type Stock, stockAt, stockOn } from './stock.js';

const platforms = ['linux/amd64', 'linux/arm64'];
/** Rows of the contract suite. */
const clouds = ['acme.azurecr.io', 'europe-west1-docker.pkg.dev', 'quay.io'];
const services: readonly Service[] = ['docker.io', 'ghcr.io', 'harbor.example.com', 'registry.example.com'];

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

async function restoring(internet: Internet, service: Service, folder: string): Promise<Prepared> {
  const stock = stockAt(internet, service);
  const { stays, goes } = await three(stock);
  const { image, keep, journal } = { image: `${service}/${stock.path}`, keep: '1', journal: journalIn(folder) };
  const env = { IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: password, IMAGE_GATE_REGISTRY: service };
  const pruned = await prune([image, '--keep', keep, '--journal', journal], { internet, env });
  if (pruned.exitCode !== 0) throw new Error(`there is nothing to restore: ${pruned.stderr}`);
  return {
    inputs: { ...stock.inputs, journal },
    secrets,
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
    secrets,
    saysMissing: ({ url }) => url.pathname === `/v2/${stock.path}/manifests/${tag}`,
    damage: async () => [...(await stock.missing(stays)), ...(await stock.lost(goes, join(folder, await journal())))],
  };
}

/** What takes away, and what puts back. */
export const deleting: readonly Scenario[] = [
  ...services.flatMap((service): Scenario[] => [
    {
      name: `prune on ${service}`,
      command: 'prune',
      seconds: 5,
      prepare: (internet, folder) => pruning(stockAt(internet, service), folder),
    },
    {
      name: `delete on ${service}`,
      command: 'delete',
      seconds: 5,
      prepare: (internet, folder) => deletion(stockAt(internet, service), folder),
    },
  ]),
  ...clouds.flatMap((host): Scenario[] => [
    {
      name: `prune on ${host}`,
      command: 'prune',
      seconds: 6,
      prepare: (internet, folder) => pruning(stockOn(internet, host), folder),
    },
    {
      name: `delete on ${host}`,
      command: 'delete',
      seconds: 6,
      prepare: (internet, folder) => deletion(stockOn(internet, host), folder),
    },
  ]),
  {
    name: 'prune on the real registry',
    command: 'prune',
    seconds: 5,
    registry: 'distribution',
    prepare: (internet, folder) => pruning(stockAt(internet, 'registry.example.com'), folder),
  },
  {
    name: 'delete on the real registry',
    command: 'delete',
    seconds: 5,
    registry: 'distribution',
    prepare: (internet, folder) => deletion(stockAt(internet, 'registry.example.com'), folder),
  },
  {
    name: 'restore on Docker Hub',
    command: 'restore',
    seconds: 5,
    prepare: (internet, folder) => restoring(internet, 'docker.io', folder),
  },
  {
    name: 'restore on the real registry',
    command: 'restore',
    seconds: 5,
    registry: 'distribution',
    prepare: (internet, folder) => restoring(internet, 'registry.example.com', folder),
  },
  { name: 'check with prune-keep', command: 'check', seconds: 6, frontends: ['cli'], prepare: gateThatPrunes },
];
