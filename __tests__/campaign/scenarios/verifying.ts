import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Internet } from '../../../sandbox/index.js';
import { createKeyPair } from '../../../sandbox/sigstore/index.js';
import {
  attachBundle,
  claimsOf,
  provenanceOf,
  type SignatureTarget,
  sigstore,
  tagLayers,
} from '../../e2e/support/signing.js';
import { commit, type Prepared, type Scenario, secrets, sourceToken } from '../scenario.js';

const path = 'acme/app';
const key = createKeyPair();
const claims = claimsOf({ commit });

/** One for each digest: a run is compared with another. */
function once<T>(make: (digest: string) => T): (digest: string) => T {
  const made = new Map<string, T>();
  return (digest) => {
    const one = made.get(digest) ?? make(digest);
    made.set(digest, one);
    return one;
  };
}

const bundleOf = once((digest) => provenanceOf(sigstore, digest, claims));
const layerOf = once((digest) => sigstore.simpleSigning(digest, key, { log: 'none', timestamp: false }));

/** The source repository, and who may read its attestations. */
function atGitHub({ github, actions, attestations }: Internet): Prepared['inputs'] {
  github.repository('acme', 'app', { private: true });
  actions.tokens.readers.add(sourceToken);
  attestations.defaultVersion = '2026-03-10';
  return { repo: path, ref: commit, provenance: 'true', 'source-token': sourceToken };
}

interface Signed {
  readonly digest: string;
  readonly target: SignatureTarget;
  readonly subject: { readonly mediaType: string; readonly digest: string; readonly size: number };
}

async function image(accounts: Internet['generic'] | Internet['ghcr'], referrers: 'api' | 'tag'): Promise<Signed> {
  const digest = await accounts.image(path, '1.0');
  const subject = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 };
  return { digest, target: { url: accounts.registry.url, referrers }, subject };
}

async function requiring(folder: string, inputs: Prepared['inputs']): Promise<Prepared> {
  const root = join(folder, 'trusted_root.json');
  await writeFile(root, JSON.stringify(sigstore.trustedRoot()));
  return {
    inputs: { 'trusted-root': root, ...inputs },
    secrets,
    // The image, or a signature of it: without either it is not ready.
    saysMissing: ({ url }) => /^\/v2\/acme\/app\/(?:manifests|referrers)\/|\/attestations\/sha256/.test(url.pathname),
  };
}

/** The gate with signatures: in each place where clients put them. */
export const verifying: readonly Scenario[] = [
  {
    name: 'check with provenance, by the referrers API',
    command: 'check',
    seconds: 4,
    async prepare(internet, folder) {
      const { digest, target, subject } = await image(internet.generic, 'api');
      await attachBundle(target, path, subject, bundleOf(digest));
      return requiring(folder, { image: `registry.example.com/${path}:1.0`, ...atGitHub(internet) });
    },
  },
  {
    name: 'check with a key, at the tag of cosign on GHCR',
    command: 'check',
    seconds: 4,
    async prepare({ ghcr }, folder) {
      const { digest, target, subject } = await image(ghcr, 'tag');
      await tagLayers(target, path, subject, 'sig', [layerOf(digest)]);
      return requiring(folder, { image: `ghcr.io/${path}:1.0`, 'signature-key': key.pem });
    },
  },
  {
    name: 'check with provenance in GitHub’s store',
    command: 'check',
    seconds: 4,
    async prepare(internet, folder) {
      const { digest } = await image(internet.ghcr, 'tag');
      internet.attestations.add(path, digest, bundleOf(digest));
      return requiring(folder, { image: `ghcr.io/${path}:1.0`, ...atGitHub(internet) });
    },
  },
];
