import { describe, expect, it } from '@jest/globals';
import { type Bundle, cosignStatement, createKeyPair, type Layer, toPem } from '../../sandbox/sigstore/index.js';
import { verify } from '../../src/verification/index.js';
import {
  byIdentity,
  byKey,
  changed,
  claims,
  digest,
  evidenceOf,
  expectRejected,
  key,
  manifest,
  otherDigest,
  provenance,
  roots,
  signer,
  sigstore,
  statement,
} from './acme.js';

const at = new Date('2026-01-02T03:04:05Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const certificate = 'dev.sigstore.cosign/certificate';
const promise = 'dev.sigstore.cosign/bundle';

function withPromiseOf(one: Layer, other: Layer): string {
  const [own, foreign] = [one, other].map(({ annotations }) => JSON.parse(annotations[promise] ?? ''));
  return JSON.stringify({ ...own, SignedEntryTimestamp: foreign.SignedEntryTimestamp });
}

describe('not verified: the proof', () => {
  const good = sigstore.bundle({ statement }, signer);
  const [entry] = good.verificationMaterial.tlogEntries;
  const other = sigstore.bundle({ statement: provenance }, signer);
  const twin = sigstore.certify(claims, { keys: signer.keys });
  const logged = (minutes: number) =>
    sigstore.bundle({ statement }, sigstore.certify(claims, { at }), { at: after(minutes) });
  it.each<[string, Bundle, RegExp]>([
    [
      'a certificate that had expired when it was logged',
      logged(11),
      /certificate is not valid or expired at the specified date$/,
    ],
    [
      'a certificate that was logged before its time',
      logged(-1),
      /certificate is not valid or expired at the specified date$/,
    ],
    [
      'no entry in a log, and no time',
      sigstore.bundle({ statement }, signer, { log: 'none', timestamp: false }),
      /expected 1 timestamps, got 0$/,
    ],
    [
      'no entry in a log',
      sigstore.bundle({ statement }, signer, { log: 'none', timestamp: true }),
      /expected 1 tlog entries, got 0$/,
    ],
    [
      'an entry of Rekor v2 without a timestamp',
      sigstore.bundle({ statement }, signer, { log: 2, timestamp: false }),
      /expected 1 timestamps, got 0$/,
    ],
    [
      'no entry in a log of certificates',
      sigstore.bundle({ statement }, sigstore.certify(claims, { unlogged: true })),
      /expected 1 SCTs, got 0$/,
    ],
    [
      'the entry of another signature',
      changed(good, (one) => {
        one.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
      }),
      /tlog entry signature mismatch$/,
    ],
    [
      'an entry twice',
      changed(good, (one) => {
        one.verificationMaterial.tlogEntries.push(...good.verificationMaterial.tlogEntries);
      }),
      /duplicate/,
    ],
    [
      'an entry for another certificate of the same key',
      changed(good, (one) => {
        one.verificationMaterial.certificate = { rawBytes: twin.certificate.toString('base64') };
      }),
      /its entry in the log is for another certificate$/,
    ],
    [
      'an entry whose promise is of another',
      changed(good, (one) => {
        one.verificationMaterial.tlogEntries = [
          { ...entry, inclusionPromise: other.verificationMaterial.tlogEntries[0]?.inclusionPromise } as typeof entry &
            object,
        ];
      }),
      /inclusion promise could not be verified$/,
    ],
    [
      'an entry whose proof is of another',
      changed(good, (one) => {
        one.verificationMaterial.tlogEntries = [
          { ...entry, inclusionProof: other.verificationMaterial.tlogEntries[0]?.inclusionProof } as typeof entry &
            object,
        ];
      }),
      /calculated root hash does not match/,
    ],
    [
      'a timestamp of another signature',
      changed(sigstore.bundle({ statement }, signer, { log: 2 }), (one) => {
        one.verificationMaterial.timestampVerificationData = sigstore.bundle({ statement }, signer, { log: 2 })
          .verificationMaterial.timestampVerificationData ?? { rfc3161Timestamps: [] };
      }),
      /timestamp could not be verified$/,
    ],
    [
      'a payload that was replaced',
      changed(sigstore.bundle({ statement: cosignStatement(otherDigest) }, signer), (one) => {
        if (one.dsseEnvelope && good.dsseEnvelope) one.dsseEnvelope.payload = good.dsseEnvelope.payload;
      }),
      /DSSE payload hash mismatch$/,
    ],
    [
      'a signature that was replaced',
      changed(good, (one) => {
        one.dsseEnvelope = { ...other.dsseEnvelope, payload: good.dsseEnvelope?.payload ?? '' } as NonNullable<
          Bundle['dsseEnvelope']
        >;
      }),
      /tlog entry signature mismatch$/,
    ],
    [
      'a payload whose type was changed',
      changed(
        sigstore.bundle({ payload: Buffer.from(JSON.stringify(statement)), payloadType: 'text/plain' }, signer, {
          log: 2,
          entry: 'hashedrekord',
        }),
        (one) => {
          if (one.dsseEnvelope) one.dsseEnvelope.payloadType = 'application/vnd.in-toto+json';
        },
      ),
      /digest mismatch$/,
    ],
    [
      'a payload whose type was changed, the log without it',
      changed(
        sigstore.bundle({ payload: Buffer.from(JSON.stringify(statement)), payloadType: 'text/plain' }, signer),
        (one) => {
          if (one.dsseEnvelope) one.dsseEnvelope.payloadType = 'application/vnd.in-toto+json';
        },
      ),
      /signature verification failed$/,
    ],
    [
      'another key than the certificate has',
      sigstore.bundle({ statement }, { ...signer, keys: createKeyPair() }),
      /signature verification failed$/,
    ],
  ])('%s', (_, bundle, reason) => expectRejected(evidenceOf(bundle), byIdentity, reason));

  it.each<[string, Bundle]>([
    ['another key', sigstore.bundle({ statement }, createKeyPair())],
    ['a key of another curve', sigstore.bundle({ statement }, createKeyPair('P-384'))],
    ['a key of another type', sigstore.bundle({ statement }, createKeyPair('Ed25519'))],
    ['an RSA key', sigstore.bundle({ statement }, createKeyPair('RSA'))],
    [
      'other bytes',
      changed(sigstore.bundle({ statement: cosignStatement(otherDigest) }, key), (one) => {
        if (one.dsseEnvelope) one.dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString('base64');
      }),
    ],
    [
      'a payload of another type',
      changed(sigstore.bundle({ statement, payloadType: 'text/plain' }, key), (one) => {
        if (one.dsseEnvelope) one.dsseEnvelope.payloadType = 'application/vnd.in-toto+json';
      }),
    ],
    [
      'the hash of the manifest, not the manifest',
      changed(sigstore.bundle({ message: Buffer.from(digest) }, key), (one) => {
        if (one.messageSignature)
          one.messageSignature.messageDigest.digest = Buffer.from(digest.slice(7), 'hex').toString('base64');
      }),
    ],
    [
      'an empty signature field of the hint',
      changed(sigstore.bundle({ statement }, createKeyPair()), (one) => {
        one.verificationMaterial.publicKey = { hint: Buffer.from(byKey.keys[0]?.fingerprint ?? '').toString('base64') };
      }),
    ],
  ])('a required key, and a signature by %s', (_, bundle) =>
    expectRejected(evidenceOf(bundle), byKey, /^it is made with an unknown key$/),
  );

  it('the payload of simple signing was replaced', async () => {
    const layer = sigstore.simpleSigning(otherDigest, signer);
    const replaced = { ...layer, bytes: sigstore.simpleSigning(digest, signer).bytes };
    await expectRejected(evidenceOf(replaced), byIdentity, /which is not verified: digest mismatch$/);
  });

  it('the certificate of simple signing was replaced', async () => {
    const { annotations, ...layer } = sigstore.simpleSigning(
      digest,
      sigstore.certify({ ...claims, subject: 'https://x.y/z' }),
    );
    const ours = sigstore.simpleSigning(digest, signer).annotations;
    const replaced = {
      ...layer,
      annotations: {
        ...ours,
        ...annotations,
        'dev.sigstore.cosign/certificate': ours['dev.sigstore.cosign/certificate'] ?? '',
      },
    };
    await expectRejected(evidenceOf(replaced), byIdentity, /which is not verified: signature verification failed$/);
  });

  it.each<[string, (old: Layer, other: Layer) => Layer, RegExp]>([
    [
      'another envelope',
      (old, other) => ({ ...other, annotations: old.annotations }),
      /its entry in the log is for another envelope$/,
    ],
    [
      'another certificate',
      (old) => ({ ...old, annotations: { ...old.annotations, [certificate]: toPem(twin.certificate) } }),
      /its entry in the log is for another certificate$/,
    ],
    [
      'a promise that is of another',
      (old, other) => ({ ...old, annotations: { ...old.annotations, [promise]: withPromiseOf(old, other) } }),
      /inclusion promise could not be verified$/,
    ],
    [
      'a time that it does not promise',
      (old) => ({
        ...old,
        annotations: {
          ...old.annotations,
          [promise]: (old.annotations[promise] ?? '').replace(
            /"integratedTime":(\d+)/,
            (_, time) => `"integratedTime":${Number(time) - 1}`,
          ),
        },
      }),
      /inclusion promise could not be verified$/,
    ],
  ])('an entry of intoto 0.0.1 with %s', async (_, change, reason) => {
    const [old, other] = [provenance, cosignStatement(digest)].map((one) =>
      sigstore.attestation(one, signer, { entry: 'intoto-0.0.1' }),
    );
    if (old && other) await expectRejected(evidenceOf(change(old, other)), byIdentity, reason);
    expect.assertions(1);
  });

  it('a certificate with an extension that is damaged within', async () => {
    const hex = signer.certificate.toString('hex').replace(/(0603551d23041830)16/, (_, begin: string) => `${begin}7f`);
    const damaged = changed(good, (one) => {
      one.verificationMaterial.certificate = { rawBytes: Buffer.from(hex, 'hex').toString('base64') };
    });
    await expectRejected(evidenceOf(damaged), byIdentity, /^it claims to be from .*, which is not verified: /);
  });

  it('a manifest whose bytes are not those of the digest', async () => {
    const subject = { digest, manifest: async () => Buffer.from('{}') };
    const evidence = [evidenceOf(sigstore.bundle({ message: manifest }, key))];
    await expect(verify(subject, evidence, byKey, roots)).rejects.toThrow('its bytes do not have that digest');
  });
});
