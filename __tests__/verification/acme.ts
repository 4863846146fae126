import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  type Bundle,
  type Claims,
  cosignStatement,
  createKeyPair,
  createSigstore,
  type Layer,
  SLSA_V1,
  slsaV1,
  statementOf,
} from '../../sandbox/sigstore/index.js';
import type { Evidence } from '../../src/verification/evidence.js';
import { parseKeys, parseTrustedRoots, verify } from '../../src/verification/index.js';
import type { Policy } from '../../src/verification/policy.js';

/** An image of acme/app, the identity of its workflow, and the two instances that sign. */
export const manifest = Buffer.from('{"schemaVersion":2}');
export const digestOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
export const digest = digestOf(manifest);
export const otherDigest = digestOf(Buffer.from('{}'));

export const sigstore = createSigstore();
export const github = createSigstore('GitHub, Inc.');
export const roots = parseTrustedRoots(
  [sigstore, github].map((one) => JSON.stringify(one.trustedRoot())).join('\n'),
  'trusted-root.jsonl',
);

export const source = { repository: 'https://github.com/acme/app', commit: 'a'.repeat(40) };
export const workflow = 'https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main';
export const issuer = 'https://token.actions.githubusercontent.com';
export const claims: Claims = {
  subject: workflow,
  issuer,
  buildSigner: workflow,
  buildConfig: workflow,
  runner: 'github-hosted',
  ...source,
};

export const nothing: Policy = { keys: [], identities: [] };
export const byIdentity: Policy = { ...nothing, identities: [{ identity: workflow, issuer }] };
export const byProvenance: Policy = { ...nothing, provenance: source };

export function evidenceOf(one: Bundle | Layer, place = 'here'): Evidence {
  if (!('bytes' in one)) return { kind: 'bundle', bytes: Buffer.from(JSON.stringify(one)), place };
  const { mediaType, bytes, annotations } = one;
  return { kind: mediaType.includes('dsse') ? 'envelope' : 'simple-signing', bytes, annotations, place };
}

export function judged(evidence: readonly Evidence[], policy: Policy, trusted = roots) {
  return verify({ digest, manifest: async () => manifest }, evidence, policy, trusted);
}

export const statement = cosignStatement(digest);
export const provenance = statementOf([digest], SLSA_V1, slsaV1(source));
export const signer = sigstore.certify(claims);
export const key = createKeyPair();
export const byKey: Policy = { ...nothing, keys: parseKeys(key.pem) };

export const signedBy = (changes: Partial<Claims>, said = statement) =>
  sigstore.bundle({ statement: said }, sigstore.certify({ ...claims, ...changes }));

/** A bundle with some of it replaced after it was signed. */
export function changed(bundle: Bundle, change: (bundle: Bundle) => void): Bundle {
  const copy = structuredClone(bundle);
  change(copy);
  return copy;
}

/** The evidence meets nothing, for this reason. */
export async function expectRejected(evidence: Evidence, policy: Policy, reason: RegExp) {
  expect(await judged([evidence], policy)).toMatchObject({
    verified: false,
    matches: [],
    rejections: [{ place: 'here', reason: expect.stringMatching(reason) }],
  });
}
