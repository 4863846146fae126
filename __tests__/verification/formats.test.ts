import { describe, expect, it } from '@jest/globals';
import {
  type Bundle,
  cosignStatement,
  createKeyPair,
  type Layer,
  SLSA_V1,
  SLSA_V02,
  slsaV1,
  slsaV02,
  statementOf,
} from '../../sandbox/sigstore/index.js';
import { parseKeys } from '../../src/verification/index.js';
import type { Policy } from '../../src/verification/policy.js';
import {
  byIdentity,
  byProvenance,
  claims,
  digest,
  evidenceOf,
  github,
  judged as judge,
  manifest,
  nothing,
  sigstore,
  source,
  workflow,
} from './acme.js';

const { commit } = source;
const judged = (one: Bundle | Layer, policy: Policy) => judge([evidenceOf(one)], policy);

describe('signatures with a certificate', () => {
  const signer = sigstore.certify(claims);
  const statement = cosignStatement(digest);
  it.each([
    ['a bundle v0.1', sigstore.bundle({ statement }, signer, { version: '0.1' })],
    ['a bundle v0.2', sigstore.bundle({ statement }, signer, { version: '0.2' })],
    ['a bundle v0.3', sigstore.bundle({ statement }, signer)],
    ['an entry of type intoto', sigstore.bundle({ statement }, signer, { entry: 'intoto' })],
    ['an entry of type hashedrekord', sigstore.bundle({ statement }, signer, { entry: 'hashedrekord' })],
    ['Rekor v2', sigstore.bundle({ statement }, signer, { log: 2 })],
    ['Rekor v2, type dsse', sigstore.bundle({ statement }, signer, { log: 2, entry: 'dsse' })],
    ['a log and a timestamp', sigstore.bundle({ statement }, signer, { timestamp: true })],
    ['a signature of the manifest', sigstore.bundle({ message: manifest }, signer)],
    ['a signature of the manifest in Rekor v2', sigstore.bundle({ message: manifest }, signer, { log: 2 })],
    ['GitHub, without a log', github.bundle({ statement }, github.certify(claims))],
    ['simple signing', sigstore.simpleSigning(digest, signer)],
    ['simple signing with a timestamp', sigstore.simpleSigning(digest, signer, { timestamp: true })],
    ['an attestation of cosign 2', sigstore.attestation(statementOf([digest], SLSA_V02, slsaV02(source)), signer)],
    [
      'an attestation with an entry of type intoto',
      sigstore.attestation(statementOf([digest], SLSA_V02, slsaV02(source)), signer, { entry: 'intoto' }),
    ],
    [
      'an attestation of cosign 2.1, with an entry of intoto 0.0.1',
      sigstore.attestation(statementOf([digest], SLSA_V02, slsaV02(source)), signer, { entry: 'intoto-0.0.1' }),
    ],
  ])('%s', async (_, signature) => {
    expect(await judged(signature, byIdentity)).toMatchObject({
      verified: true,
      matches: [
        { requirement: 'identity', signer: { place: 'here', identity: workflow, issuer: claims.issuer, commit } },
      ],
      rejections: [],
    });
  });
});

describe('provenance', () => {
  it.each([
    ['SLSA v1', SLSA_V1, slsaV1(source)],
    ['SLSA v0.2', SLSA_V02, slsaV02(source)],
  ])('%s by the certificate', async (_, type, predicate) => {
    const signature = sigstore.bundle({ statement: statementOf([digest], type, predicate) }, sigstore.certify(claims));
    expect(await judged(signature, { ...nothing, provenance: { ...source, workflow: 'release.yml' } })).toMatchObject({
      verified: true,
      matches: [{ requirement: 'provenance', signer: { statedBy: 'certificate', runner: 'github-hosted', commit } }],
    });
  });

  it.each([
    ['SLSA v1', SLSA_V1, slsaV1(source)],
    ['SLSA v0.2', SLSA_V02, slsaV02(source)],
  ])('%s by the predicate of a required key', async (_, type, predicate) => {
    const key = createKeyPair();
    const signature = sigstore.bundle({ statement: statementOf([digest], type, predicate) }, key, { log: 'none' });
    const verdict = await judged(signature, { ...byProvenance, keys: parseKeys(key.pem) });
    expect(verdict).toMatchObject({
      verified: true,
      matches: [
        { requirement: 'key', signer: { commit, statedBy: 'predicate' } },
        { requirement: 'provenance', signer: { workflow, statedBy: 'predicate' } },
      ],
    });
  });
});

describe('signatures with a key', () => {
  const statement = cosignStatement(digest);
  it.each([
    ['P-256', 'sha256'],
    ['P-384', 'sha256'],
    ['P-384', 'sha384'],
    ['P-521', 'sha512'],
    ['RSA', 'sha256'],
    ['Ed25519', 'sha256'],
  ] as const)('%s with %s', async (type, hash) => {
    const key = createKeyPair(type);
    const policy = { ...nothing, keys: parseKeys(`${createKeyPair().pem}${key.pem}`) };
    const met = { verified: true, matches: [{ requirement: 'key', signer: { key: policy.keys[1]?.fingerprint } }] };
    for (const log of ['none', 1, 2] as const) {
      expect(await judged(sigstore.bundle({ statement }, key, { log, hash }), policy)).toMatchObject(met);
      expect(await judged(sigstore.bundle({ message: manifest }, key, { log, hash }), policy)).toMatchObject(met);
    }
    for (const log of ['none', 1] as const) {
      expect(await judged(sigstore.simpleSigning(digest, key, { log, hash }), policy)).toMatchObject(met);
      const attestation = statementOf([digest], SLSA_V02, slsaV02(source));
      expect(await judged(sigstore.attestation(attestation, key, { log, hash }), policy)).toMatchObject(met);
    }
  });

  it('has the time of the log or of the authority', async () => {
    const key = createKeyPair();
    const policy = { ...nothing, keys: parseKeys(key.pem) };
    const at = new Date('2026-01-02T03:04:05Z');
    for (const options of [
      { log: 1, at },
      { log: 2, at },
      { log: 'none', timestamp: true, at },
    ] as const) {
      expect(await judged(sigstore.bundle({ statement }, key, options), policy)).toMatchObject({
        matches: [{ signer: { signedAt: '2026-01-02T03:04:05Z' } }],
      });
    }
  });
});
