import { describe, expect, it } from '@jest/globals';
import {
  type Bundle,
  cosignStatement,
  createKeyPair,
  SLSA_V1,
  slsaV1,
  statementOf,
} from '../../sandbox/sigstore/index.js';
import { verify } from '../../src/verification/index.js';
import type { Policy } from '../../src/verification/policy.js';
import {
  byIdentity,
  byKey,
  byProvenance,
  claims,
  digest,
  digestOf,
  evidenceOf,
  expectRejected,
  issuer,
  judged,
  key,
  manifest,
  nothing,
  otherDigest,
  provenance,
  roots,
  signedBy,
  signer,
  sigstore,
  source,
  statement,
  workflow,
} from './acme.js';

describe('the claims, not verified', () => {
  const evil = 'https://github.com/acme/app-evil';
  it.each<[string, Bundle, Policy, RegExp]>([
    [
      'another digest',
      sigstore.bundle({ statement: cosignStatement(otherDigest) }, signer),
      byIdentity,
      /^its statement is about other digests: sha256:44136/,
    ],
    [
      'many subjects, none of them ours',
      sigstore.bundle(
        {
          statement: statementOf(
            Array.from({ length: 5000 }, (_, n) => digestOf(Buffer.from(String(n)))),
            SLSA_V1,
            slsaV1(source),
          ),
        },
        signer,
      ),
      byProvenance,
      /^its statement is about other digests: .* and 4999 more$/,
    ],
    [
      'no subject',
      sigstore.bundle({ statement: statementOf([], SLSA_V1) }, signer),
      byProvenance,
      /^its statement is about other digests: none$/,
    ],
    [
      'the digest of another algorithm',
      sigstore.bundle({ statement: statementOf([digest.replace('sha256', 'sha512')], SLSA_V1) }, signer),
      byProvenance,
      /other digests: sha512:/,
    ],
    [
      'a manifest that is another',
      sigstore.bundle({ message: Buffer.from('{}') }, signer),
      byIdentity,
      /^it is for another image: sha256:44136/,
    ],
    [
      'a payload of another type',
      sigstore.bundle({ statement, payloadType: 'application/json' }, signer),
      byIdentity,
      /^it is about no image: its payload is of type "application\/json"$/,
    ],
    [
      'a statement of another type',
      sigstore.bundle({ statement: { ...statement, _type: 'https://example.com/Statement' } }, signer),
      byIdentity,
      /^it is about no image/,
    ],
    [
      'a bill of materials',
      signedBy({}, statementOf([digest], 'https://spdx.dev/Document')),
      byIdentity,
      /^its statement is of type https:\/\/spdx\.dev\/Document, neither a signature nor provenance$/,
    ],
    ['a signature where provenance is required', signedBy({}), byProvenance, /^it is not SLSA provenance$/],
    [
      'another repository',
      signedBy({ repository: 'https://github.com/acme/other' }, provenance),
      byProvenance,
      /^it was built from https:\/\/github\.com\/acme\/other$/,
    ],
    [
      'a repository whose name begins the same',
      signedBy({ repository: evil }, provenance),
      byProvenance,
      /^it was built from https:\/\/github\.com\/acme\/app-evil$/,
    ],
    [
      'an owner whose name ends the same',
      signedBy({ repository: 'https://github.com/evil/https://github.com/acme/app' }, provenance),
      byProvenance,
      /^it was built from/,
    ],
    [
      'another commit',
      signedBy({ commit: 'b'.repeat(40) }, provenance),
      byProvenance,
      /^it was built from commit bbbb/,
    ],
    [
      'the beginning of the commit',
      signedBy({ commit: source.commit.slice(0, 39) }, provenance),
      byProvenance,
      /^it was built from commit a+$/,
    ],
    [
      'another repository in the certificate than in the predicate',
      signedBy({ repository: evil }, provenance),
      byProvenance,
      /^it was built from https:\/\/github\.com\/acme\/app-evil$/,
    ],
    [
      'another workflow',
      signedBy({}, provenance),
      { ...nothing, provenance: { ...source, workflow: 'other.yml' } },
      /^it was built by https:.*\/release\.yml@refs\/heads\/main and /,
    ],
    [
      'another branch',
      signedBy({}, provenance),
      { ...nothing, provenance: { ...source, workflow: 'release.yml@refs/heads/stable' } },
      /^it was built by/,
    ],
    [
      'a branch whose name begins the same',
      signedBy({}, provenance),
      { ...nothing, provenance: { ...source, workflow: 'release.yml@refs/heads/mai' } },
      /^it was built by/,
    ],
    [
      'a workflow of another repository',
      signedBy(
        {
          buildSigner: `${evil}/.github/workflows/release.yml@refs/heads/main`,
          buildConfig: `${evil}/.github/workflows/release.yml@refs/heads/main`,
        },
        provenance,
      ),
      { ...nothing, provenance: { ...source, workflow: 'release.yml' } },
      /^it was built by https:\/\/github\.com\/acme\/app-evil/,
    ],
    [
      'an issuer that is not that of the host',
      signedBy({ issuer: 'https://gitlab.com' }, provenance),
      byProvenance,
      /^its issuer https:\/\/gitlab\.com is not that of https:\/\/github\.com\/acme\/app$/,
    ],
    [
      'an issuer whose name begins the same',
      signedBy({ issuer: `${issuer}.evil.com` }, provenance),
      byProvenance,
      /^its issuer .*evil\.com is not that of/,
    ],
    [
      'provenance by an e-mail address that nobody requires',
      signedBy({ subject: 'eve@example.com', repository: undefined, commit: undefined }, provenance),
      byProvenance,
      /^neither a certificate nor a required signer/,
    ],
    [
      'provenance by a key that nobody requires',
      sigstore.bundle({ statement: provenance }, createKeyPair()),
      byProvenance,
      /^it is made with an unknown key$/,
    ],
    [
      'an identity whose name begins the same',
      signedBy({ subject: `${evil}/.github/workflows/release.yml@refs/heads/main` }),
      { ...nothing, identities: [{ identity: 'https://github.com/acme/app/*', issuer }] },
      /app-evil\/.* is not a required identity$/,
    ],
    [
      'an identity that has the required one in it',
      signedBy({ subject: `https://evil.example/${workflow}` }),
      byIdentity,
      /is not a required identity$/,
    ],
    [
      'an identity on another branch',
      signedBy({ subject: workflow.replace('main', 'evil') }),
      byIdentity,
      /evil is not a required identity$/,
    ],
    [
      'an identity in other letters',
      signedBy({ subject: workflow.replace('acme', 'Acme') }),
      byIdentity,
      /is not a required identity$/,
    ],
    [
      'a regular expression of an identity',
      signedBy({ subject: workflow }),
      { ...nothing, identities: [{ identity: 'https://github.com/acme/[a-z]+/.*', issuer }] },
      /is not a required identity$/,
    ],
    [
      'another issuer',
      signedBy({ issuer: 'https://accounts.google.com' }),
      byIdentity,
      /is of the issuer https:\/\/accounts\.google\.com, which is not the required one$/,
    ],
    [
      'a key where an identity is required',
      sigstore.bundle({ statement }, key),
      byIdentity,
      /^it is made with an unknown key$/,
    ],
    ['an identity where a key is required', signedBy({}), byKey, /^it is not by a required key$/],
  ])('%s', (_, bundle, policy, reason) => expectRejected(evidenceOf(bundle), policy, reason));

  it('each word of the policy on another signature', async () => {
    const both = { ...byIdentity, provenance: source, keys: byKey.keys };
    const some = [
      signedBy({}),
      sigstore.bundle({ statement: provenance }, sigstore.certify({ ...claims, subject: 'https://x.y/z' })),
    ];
    expect(
      await judged(
        some.map((one) => evidenceOf(one)),
        both,
      ),
    ).toMatchObject({
      verified: false,
      missing: ['key'],
      matches: [{ requirement: 'identity' }, { requirement: 'provenance' }],
      rejections: [],
    });
  });

  it('a key stays trusted for provenance when it has signed already', async () => {
    const evidence = [evidenceOf(sigstore.bundle({ statement: provenance }, key, { log: 'none' }))];
    const policy = { ...byProvenance, keys: byKey.keys };
    expect(
      await verify({ digest, manifest: async () => manifest }, evidence, policy, roots, ['provenance']),
    ).toMatchObject({
      verified: true,
      matches: [{ requirement: 'provenance' }],
    });
  });

  it('an empty policy', async () => {
    expect(await judged([evidenceOf(signedBy({}))], nothing)).toMatchObject({
      verified: false,
      missing: [],
      matches: [],
    });
  });

  it('no signature at all', async () => {
    expect(await judged([], byIdentity)).toEqual({
      verified: false,
      missing: ['identity'],
      matches: [],
      rejections: [],
    });
  });

  it('a referrer that claims another subject', () =>
    expectRejected(
      { ...evidenceOf(signedBy({})), subject: otherDigest },
      byIdentity,
      /^it is attached to another manifest: sha256:44136/,
    ));

  it('simple signing of another digest, or of no image', async () => {
    await expectRejected(evidenceOf(sigstore.simpleSigning(otherDigest, key)), byKey, /^it is for another image/);
    const atomic = Buffer.from(sigstore.simpleSigning(digest, key).bytes.toString().replace('cosign', 'atomic'));
    await expectRejected(evidenceOf(sigstore.simpleSigning(atomic, key)), byKey, /^it is about no image/);
    const capital = Buffer.from(sigstore.simpleSigning(digest, key).bytes.toString().replace('docker-m', 'Docker-m'));
    await expectRejected(evidenceOf(sigstore.simpleSigning(capital, key)), byKey, /^it is about no image/);
  });
});

it('a thousand signatures of others hide none', async () => {
  const others = Array.from({ length: 1000 }, (_, n) =>
    evidenceOf(sigstore.bundle({ statement }, createKeyPair(), { log: 'none' }), `referrer ${n}`),
  );
  const verdict = await judged([...others, evidenceOf(signedBy({}))], { ...byIdentity, keys: [] });
  expect(verdict).toMatchObject({ verified: true });
  expect(verdict.rejections).toHaveLength(1000);
});
