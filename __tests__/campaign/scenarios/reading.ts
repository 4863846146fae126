import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Internet } from '../../../sandbox/index.js';
import { type Prepared, password, type Scenario, secrets, user } from '../scenario.js';
import { type Service, stockAt } from './stock.js';

type Inputs = Readonly<Record<string, string>>;

/** 1.0.0, 1.0.1 and 1.1.0 for two platforms at that service, and inputs for a command that reads them. */
async function releases(internet: Internet, service: Service, inputs: (name: string) => Inputs): Promise<Prepared> {
  const stock = stockAt(internet, service);
  for (const [at, tag] of ['1.0.0', '1.0.1', '1.1.0'].entries()) {
    await stock.push(tag, at + 1, ['linux/amd64', 'linux/arm64']);
  }
  return { inputs: { ...stock.inputs, ...inputs(`${service}/${stock.path}`) }, secrets, mayLack: ['digest'] };
}

function reads(
  name: string,
  command: string,
  service: Service,
  inputs: (name: string) => Inputs,
  registry?: 'distribution',
): Scenario {
  return {
    name: `${name} on ${registry === undefined ? service : 'the real registry'}`,
    command,
    seconds: 4,
    ...(registry !== undefined && { registry }),
    prepare: (internet) => releases(internet, service, inputs),
  };
}

const generic = 'registry.example.com';
const image = (name: string) => ({ image: name });

/** What only reads. */
export const reading: readonly Scenario[] = [
  reads('tags', 'tags', 'ghcr.io', image),
  reads('tags with details', 'tags', 'docker.io', (name) => ({ image: name, details: 'true' })),
  reads('tags with details', 'tags', generic, (name) => ({ image: name, details: 'true' }), 'distribution'),
  reads('inspect', 'inspect', 'docker.io', (name) => ({ image: `${name}:1.1.0` })),
  reads('inspect', 'inspect', generic, (name) => ({ image: `${name}:1.1.0` }), 'distribution'),
  reads('latest', 'latest', 'docker.io', (name) => ({ image: `${name}:1.0.0`, strategy: 'minor' })),
  reads('latest with platform and min-age', 'latest', generic, (name) => ({
    image: `${name}:1.0.0`,
    strategy: 'minor',
    platform: 'linux/arm64',
    'min-age': '1d',
  })),
  reads('latest by digest', 'latest', 'ghcr.io', (name) => ({
    image: `${name}:1.0.0@sha256:${'a'.repeat(64)}`,
    strategy: 'digest',
  })),
  {
    name: 'latest with a cache',
    command: 'latest',
    seconds: 4,
    async prepare(internet, folder) {
      const cache = { 'cache-dir': join(folder, 'cache') };
      return releases(internet, 'docker.io', (name) => ({ image: `${name}:1.0.0`, strategy: 'minor', ...cache }));
    },
  },
  reads('repositories with details', 'repositories', 'docker.io', () => ({ namespace: 'acme', details: 'true' })),
  reads('repositories', 'repositories', generic, () => ({ namespace: 'acme' }), 'distribution'),
  reads('backup of a namespace', 'backup', 'docker.io', () => ({ namespace: 'acme' })),
  reads('backup', 'backup', generic, image, 'distribution'),
  reads('login', 'login', 'docker.io', () => ({})),
  {
    name: 'login that saves',
    command: 'login',
    seconds: 4,
    async prepare(internet) {
      // The Docker config is where the password is meant to be: in the home folder, not in this one.
      return { inputs: { ...stockAt(internet, generic).inputs, save: 'true' }, secrets };
    },
  },
  {
    name: 'repository, created and described',
    command: 'repository',
    seconds: 4,
    async prepare(internet, folder) {
      internet.hub.users.set(user, password);
      const page = join(folder, 'page.md');
      await writeFile(page, '# New\n');
      const words = { description: 'New', 'full-description': page };
      const inputs = { image: `${user}/new`, create: 'true', private: 'true', username: user, password, ...words };
      return { inputs, secrets };
    },
  },
];
