import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll } from '@jest/globals';
import { type ImageSpec, type Internet, pushImage, type RunningRegistry, runCli } from '../../../sandbox/index.js';
import { createKeyPair } from '../../../sandbox/sigstore/index.js';
import type { Subject } from './copying.js';
import { claimsOf, commit, githubIssuer, type SignatureTarget, sigstore } from './signing.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './surroundings.js';

/** An image in a registry, and where signatures of it are pushed to. */
export interface SignedPlace {
  /** `HOST/PATH:1.0` */
  readonly image: string;
  readonly path: string;
  readonly target: SignatureTarget;
  readonly subject: Subject & { readonly manifests: readonly (Subject & { readonly platform?: object })[] };
}

/** The registries that a check asks here; the real one keeps referrers at a tag, as GHCR does. */
export const signedPlaces = ['memory', ...registryKinds.filter((kind) => kind === 'distribution'), 'ghcr'] as const;

export type SignedPlaceName = (typeof signedPlaces)[number];

/** Registries, images in them, and the inputs that require signatures. They stand until the last test of the file. */
export async function useSignedImages() {
  const internet = await useInternet();
  const folders = useFolders();
  const running = new Map<string, RunningRegistry>();
  for (const kind of registryKinds) running.set(kind, await useRegistry({ kind }));
  const key = createKeyPair();
  const files = { root: '', key: '', folder: '' };
  let count = 0;

  beforeAll(async () => {
    files.folder = await folders.create();
    files.root = join(files.folder, 'trusted_root.json');
    files.key = join(files.folder, 'cosign.pub');
    await writeFile(files.root, JSON.stringify(sigstore.trustedRoot()));
    await writeFile(files.key, key.pem);
  });

  function registryOf(place: SignedPlaceName): RunningRegistry {
    const registry = place === 'ghcr' ? internet.ghcr.registry : running.get(place);
    if (registry === undefined) throw new Error(`there is no ${place} registry`);
    return registry;
  }

  async function given(place: SignedPlaceName, spec: ImageSpec = {}): Promise<SignedPlace> {
    count += 1;
    const path = `acme/signed-${count}`;
    const registry = registryOf(place);
    if (place === 'ghcr') internet.ghcr.repository(path);
    const subject = await pushImage(registry, path, '1.0', spec);
    const host = place === 'ghcr' ? 'ghcr.io' : registry.host;
    const target = { url: registry.url, referrers: place === 'memory' ? ('api' as const) : ('tag' as const) };
    return { image: `${host}/${path}:1.0`, path, target, subject };
  }

  return {
    internet,
    folders,
    key,
    files,
    registryOf,
    given,
    check: (args: readonly string[], env: Readonly<Record<string, string>> = {}) => checkJson(args, internet, env),
    requires: {
      key: () => ['--signature-key', files.key],
      identity: (identity = claimsOf().subject, issuer = githubIssuer) => [
        ...['--signature-identity', identity, '--signature-issuer', issuer],
        ...['--trusted-root', files.root],
      ],
      provenance: (repository = 'acme/app', sha = commit) => [
        ...['--provenance', '--repo', repository, '--ref', sha],
        ...['--trusted-root', files.root],
      ],
    },
  };
}

async function checkJson(args: readonly string[], internet: Internet, env: Readonly<Record<string, string>>) {
  const run = await runCli({ args: ['check', '--json', '--verbose', ...args], internet, env });
  return { ...run, json: run.stdout === '' ? {} : JSON.parse(run.stdout) };
}
