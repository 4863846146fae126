import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Internet } from '../../../sandbox/index.js';
import { type Prepared, password, type Scenario, secrets, user } from '../scenario.js';
import { stockAt } from './stock.js';

type Inputs = Readonly<Record<string, string>>;

/** 1.0.0, 1.0.1 and 1.1.0 for two platforms at that host, and inputs for a command that reads them. */
async function releases(
  internet: Internet,
  host: string,
  inputs: (name: string) => Inputs,
  mayLack: readonly string[] = ['digest'],
): Promise<Prepared> {
  const stock = stockAt(internet, host);
  for (const [at, tag] of ['1.0.0', '1.0.1', '1.1.0'].entries()) {
    await stock.push(tag, at + 1, ['linux/amd64', 'linux/arm64']);
  }
  return {
    inputs: { ...stock.inputs, ...inputs(`${host}/${stock.path}`) },
    env: stock.env,
    secrets: stock.secrets,
    mayLack,
  };
}

function reads(
  name: string,
  command: string,
  host: string,
  inputs: (name: string) => Inputs,
  registry?: 'distribution',
): Scenario {
  return {
    name: `${name} on ${registry === undefined ? host : 'the real registry'}`,
    command,
    seconds: 4,
    ...(registry !== undefined && { registry }),
    // inspect leaves out the tags on the same digest where they cannot be read, with a notice.
    prepare: (internet) => releases(internet, host, inputs, command === 'inspect' ? ['tags'] : undefined),
  };
}

const generic = 'registry.example.com';
const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const image = (name: string) => ({ image: name });
const tagged = (name: string) => ({ image: `${name}:1.1.0` });
const detailed = (name: string) => ({ image: name, details: 'true' });
const newer = (name: string) => ({ image: `${name}:1.0.0`, strategy: 'minor' });
const aged = (name: string) => ({ ...newer(name), 'min-age': '1d' });
const namespace = () => ({ namespace: 'acme' });

/** What only reads. */
export const reading: readonly Scenario[] = [
  reads('tags', 'tags', 'ghcr.io', image),
  reads('tags with details', 'tags', 'docker.io', detailed),
  reads('tags with details', 'tags', generic, detailed, 'distribution'),
  reads('inspect', 'inspect', 'docker.io', tagged),
  reads('inspect', 'inspect', generic, tagged, 'distribution'),
  reads('latest', 'latest', 'docker.io', newer),
  reads('latest with platform and min-age', 'latest', generic, (name) => ({
    ...aged(name),
    platform: 'linux/arm64',
  })),
  reads('latest by digest', 'latest', 'ghcr.io', (name) => ({
    image: `${name}:1.0.0@sha256:${'a'.repeat(64)}`,
    strategy: 'digest',
  })),
  // By the registries' own lists.
  reads('tags with details', 'tags', 'europe-west1-docker.pkg.dev', detailed),
  reads('tags with details', 'tags', 'registry.gitlab.com', detailed),
  reads('tags with details', 'tags', 'quay.io', detailed),
  reads('tags with details', 'tags', 'harbor.example.com', detailed),
  reads('latest with min-age', 'latest', ecr, aged),
  reads('latest with min-age', 'latest', 'quay.io', aged),
  reads('inspect', 'inspect', 'acme.azurecr.io', tagged),
  reads('inspect', 'inspect', 'registry.gitlab.com', tagged),
  reads('backup', 'backup', 'acme.azurecr.io', image),
  reads('backup', 'backup', 'public.ecr.aws', image),
  reads('repositories', 'repositories', ecr, namespace),
  reads('repositories', 'repositories', 'quay.io', namespace),
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
  reads('repositories', 'repositories', generic, namespace, 'distribution'),
  reads('backup of a namespace', 'backup', 'docker.io', namespace),
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
