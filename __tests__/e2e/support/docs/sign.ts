import type { Internet } from '../../../../sandbox/index.js';
import { type Bundle, cosignStatement } from '../../../../sandbox/sigstore/index.js';
import { attachBundle, claimsOf, githubIssuer, provenanceOf, sigstore } from '../signing.js';
import { commit, key } from './accounts.js';

const workflows = 'https://github.com/acme/app/.github/workflows';

/** The signatures that the snippets require: the words that require one, where, and who signs. */
const signatures: readonly (readonly [RegExp, 'ghcr' | 'generic', (digest: string) => Bundle])[] = [
  [/\bprovenance-workflow:|--provenance\b/, 'ghcr', (digest) => provenanceOf(sigstore, digest, builder)],
  [
    /\bsignature-identity: https:/,
    'generic',
    (digest) => byIdentity(digest, `${workflows}/release.yml@refs/tags/v1.4.0`, githubIssuer),
  ],
  [
    /\bsignature-identity ada@/,
    'generic',
    (digest) => byIdentity(digest, 'ada@example.com', 'https://accounts.google.com'),
  ],
  [
    /\bsignature-key\b/,
    'generic',
    (digest) => sigstore.bundle({ statement: cosignStatement(digest) }, key, { log: 'none', timestamp: false }),
  ],
];

const builder = claimsOf({ commit, workflow: `${workflows}/build.yml@refs/heads/main` });

function byIdentity(digest: string, subject: string, issuer: string): Bundle {
  return sigstore.bundle({ statement: cosignStatement(digest) }, sigstore.certify({ subject, issuer }));
}

/** Signs the image of `acme/app` that a snippet requires a signature of: its commit’s, or 1.4.0. */
export async function sign(internet: Internet, text: string): Promise<void> {
  for (const [words, name, bundle] of signatures) {
    if (!words.test(text)) continue;
    const { registry } = internet[name];
    const manifest = registry.ledger.tagged('acme/app').get(text.includes('1.4.0') ? '1.4.0' : commit);
    if (manifest === undefined) throw new Error('the image to sign does not exist');
    const { digest, mediaType, bytes } = manifest;
    const target = { url: registry.url, referrers: name === 'ghcr' ? ('tag' as const) : ('api' as const) };
    await attachBundle(target, 'acme/app', { digest, mediaType, size: bytes.length }, bundle(digest));
  }
}
