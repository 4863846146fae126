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

const provenance = { repo: path, ref: commit, provenance: 'true' };

/** The gate with signatures: in each place where clients put them. */
export const verifying: readonly Scenario[] = [
  {
    name: 'check with provenance, by the referrers API',
    command: 'check',
    seconds: 4,
    async prepare({ generic }, folder) {
      const { digest, target, subject } = await image(generic, 'api');
      await attachBundle(target, path, subject, provenanceOf(sigstore, digest, claims));
      return requiring(folder, { image: `registry.example.com/${path}:1.0`, ...provenance });
    },
  },
  {
    name: 'check with a key, at the tag of cosign on GHCR',
    command: 'check',
    seconds: 4,
    async prepare({ ghcr }, folder) {
      const { digest, target, subject } = await image(ghcr, 'tag');
      await tagLayers(target, path, subject, 'sig', [
        sigstore.simpleSigning(digest, key, { log: 'none', timestamp: false }),
      ]);
      return requiring(folder, { image: `ghcr.io/${path}:1.0`, 'signature-key': key.pem });
    },
  },
  {
    name: 'check with provenance in GitHub’s store',
    command: 'check',
    seconds: 4,
    async prepare({ ghcr, github, actions, attestations }, folder) {
      const { digest } = await image(ghcr, 'tag');
      github.repository('acme', 'app', { private: true });
      actions.tokens.readers.add(sourceToken);
      attestations.defaultVersion = '2026-03-10';
      attestations.add(path, digest, provenanceOf(sigstore, digest, claims));
      return requiring(folder, { image: `ghcr.io/${path}:1.0`, 'source-token': sourceToken, ...provenance });
    },
  },
];
