import type { GenericRegistry, Internet, RegistryAccounts } from '../../../../sandbox/index.js';
import { repository as project } from '../../../../src/lib/project.js';
import { commit, members } from './accounts.js';

/** Repositories that the snippets name, with the tags of theirs that the snippets do not write out. */
const repositories: Readonly<Record<string, readonly string[]>> = {
  [project]: ['1'],
  'acme.com/python': ['3.12', '3.13'],
  'acme/api': ['660cbcf'],
  'acme/app': ['660cbcf', commit, 'latest', '1.4.2', '1.4.3', '1.5.0'],
  'acme/apps/shop': [],
  'acme/images/app': ['660cbcf'],
  'acme/web': [],
  'acme/worker': [],
  'docker-local/app': ['660cbcf'],
  'library/app': [],
  'library/nginx': ['1.27'],
  'library/node': ['24-slim'],
  'acmeinc/api': ['660cbcf'],
  'acmeinc/saas-apigateway': ['660cbcf'],
  'acmeinc/web': ['660cbcf'],
  'acmeinc/worker': ['660cbcf'],
  'mojaloop/central-ledger': ['v8.8.0-snapshot', 'v8.8.1-snapshot', 'v8.9.0-snapshot', 'v12.0.0'],
  'moby/buildkit': ['v0.20.0'],
  'team/app': ['660cbcf'],
  'valkey/valkey': ['8'],
};
const DAY = 86_400_000;
const old = new Date(Date.now() - 60 * DAY);

function placesOf(internet: Internet, staging: GenericRegistry): Readonly<Record<string, RegistryAccounts>> {
  const { acr, artifactory, chainguard, ecr, gar, generic, ghcr, gitlabRegistry, harbor, hub, quay } = internet;
  return {
    'docker.io': hub,
    'ghcr.io': ghcr,
    'registry.example.com': generic,
    'staging.example.com': staging,
    'harbor.example.com': harbor,
    'registry.gitlab.com': gitlabRegistry,
    'quay.io': quay,
    'europe-west1-docker.pkg.dev': gar,
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com': ecr,
    'acme.azurecr.io': acr,
    'acme.jfrog.io': artifactory,
    'cgr.dev': chainguard,
  };
}

/**
 * Pushes the images that a snippet names, wherever it names a registry (Docker Hub: unless another one is named).
 * They are private where the snippet logs in. Those that it has built are pushed by the build.
 * @returns what pushes the images of a build
 */
export async function stock(
  internet: Internet,
  staging: GenericRegistry,
  snippet: string,
): Promise<() => Promise<void>> {
  const builds: (() => Promise<void>)[] = [];
  const text = snippet.replaceAll('${{ github.event.number }}', '17').replaceAll('${{ inputs.version }}', '1.4.0');
  const places = placesOf(internet, staging);
  const named = Object.keys(places).filter((host) => text.includes(host));
  const hosts = /^\s*registry:/m.test(text) && named.length > 0 ? named : [...new Set(['docker.io', ...named])];
  for (const host of hosts) {
    const accounts = places[host];
    if (accounts === undefined) continue;
    for (const [path, tags] of Object.entries(repositories)) {
      if (path !== 'acme/app' && !path.split('/').every((part) => part === 'library' || isWord(part, text))) continue;
      const isPrivate = /^\s*(?:password|oidc):|\blogin\b/m.test(text);
      accounts.repository(path, { private: isPrivate, ...(members[host] !== undefined && { members: members[host] }) });
      const pushed = () => push(internet, accounts, path, tags, text);
      if (/\bbuild-(?:workflow|pipeline|command)\b/.test(text)) builds.push(pushed);
      else await pushed();
    }
  }
  return async () => {
    for (const build of builds) await build();
  };
}

async function push(
  internet: Internet,
  accounts: RegistryAccounts,
  path: string,
  tags: readonly string[],
  text: string,
): Promise<void> {
  const written = [...text.matchAll(new RegExp(`${path.replace('library/', '')}:(\\w[\\w.-]*)`, 'g'))];
  const platforms = ['linux/amd64', ...(/platform|arm64/.test(text) ? ['linux/arm64'] : [])];
  const all = new Set([...tags, ...written.map(([, tag = '']) => tag)]);
  if (/\bgone-refs\b/.test(text)) {
    for (const tag of ['main', 'develop', 'pr-17', 'pr-3', 'sha-660cbcf']) await dated(internet, accounts, path, tag);
  } else if (/\/prune(?:\.yml)?@|image-gate prune/.test(text)) {
    const keep = Number(/\bkeep\W+(\d+)/.exec(text)?.[1] ?? 10);
    accounts.images(path, keep + 3);
    for (let at = 0; at < keep + 3; at += 1) dateAtHub(internet, accounts, path, `build-${at}`, old);
  } else {
    const labels = { 'org.opencontainers.image.revision': commit };
    for (const tag of all) await accounts.image(path, tag, { platforms, labels });
  }
}

async function dated(internet: Internet, accounts: RegistryAccounts, path: string, tag: string): Promise<void> {
  await accounts.image(path, tag, { created: old.toISOString() });
  dateAtHub(internet, accounts, path, tag, old);
}

function dateAtHub({ hub }: Internet, accounts: RegistryAccounts, path: string, tag: string, date: Date): void {
  if (accounts === hub) hub.tagged(path, tag).pushed = date;
}

function isWord(part: string, text: string): boolean {
  return new RegExp(`(?<![\\w.-])${part.replaceAll('.', '\\.')}(?![\\w-])`).test(text);
}
