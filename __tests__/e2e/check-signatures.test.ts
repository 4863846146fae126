import { describe, expect, test } from '@jest/globals';
import { cosignStatement, type Layer, SLSA_V02, slsaV02, statementOf } from '../../sandbox/sigstore/index.js';
import { type SignedPlace, signedPlaces, useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, commit, githubIssuer, provenanceOf, sigstore, tagLayers } from './support/signing.js';

const { key, given, check, requires } = await useSignedImages();
const email = { subject: 'ada@example.com', issuer: 'https://accounts.google.com' };
const release = claimsOf().subject;

/** What signs an image, and the inputs that require it. */
interface Format {
  readonly name: string;
  readonly sign: (place: SignedPlace) => Promise<unknown>;
  readonly requires: () => readonly string[];
  readonly signer: Readonly<Record<string, unknown>>;
}

const layersOf =
  (suffix: 'sig' | 'att', make: (digest: string) => Layer) =>
  ({ target, path, subject }: SignedPlace) =>
    tagLayers(target, path, subject, suffix, [make(subject.digest)]);

const formats: readonly Format[] = [
  {
    name: 'provenance in a bundle v0.3, keyless (actions/attest)',
    sign: ({ target, path, subject }) => attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest)),
    requires: requires.provenance,
    signer: {
      requirement: 'provenance',
      identity: release,
      issuer: githubIssuer,
      commit,
      repository: 'https://github.com/acme/app',
    },
  },
  {
    name: 'a signature in a bundle v0.3, keyless (cosign 3)',
    sign: ({ target, path, subject }) =>
      attachBundle(
        target,
        path,
        subject,
        sigstore.bundle({ statement: cosignStatement(subject.digest) }, sigstore.certify(email)),
      ),
    requires: () => requires.identity(email.subject, email.issuer),
    signer: { requirement: 'identity', identity: email.subject, issuer: email.issuer },
  },
  {
    name: 'a signature in a bundle v0.3, by a key (cosign 3)',
    sign: ({ target, path, subject }) =>
      attachBundle(
        target,
        path,
        subject,
        sigstore.bundle({ statement: cosignStatement(subject.digest) }, key, { log: 'none', timestamp: false }),
      ),
    requires: requires.key,
    signer: { requirement: 'key', key: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
  },
  {
    name: 'a signature at the tag .sig, keyless (cosign 2)',
    sign: layersOf('sig', (digest) => sigstore.simpleSigning(digest, sigstore.certify(claimsOf()))),
    requires: requires.identity,
    signer: { requirement: 'identity', identity: release, issuer: githubIssuer },
  },
  {
    name: 'a signature at the tag .sig, by a key (cosign 2)',
    sign: layersOf('sig', (digest) => sigstore.simpleSigning(digest, key, { log: 'none', timestamp: false })),
    requires: requires.key,
    signer: { requirement: 'key' },
  },
  {
    name: 'provenance v0.2 at the tag .att, keyless (cosign 2)',
    sign: layersOf('att', (digest) =>
      sigstore.attestation(
        statementOf([digest], SLSA_V02, slsaV02({ repository: 'https://github.com/acme/app', commit })),
        sigstore.certify(claimsOf()),
      ),
    ),
    requires: requires.provenance,
    signer: { requirement: 'provenance', identity: release },
  },
];

describe.each(signedPlaces)('at %s', (place) => {
  test.each(formats)('$name: verified', async ({ sign, requires: required, signer }) => {
    const signed = await given(place);
    await sign(signed);
    const { exitCode, stderr, json } = await check([signed.image, ...required()]);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('ready and verified')]);
    expect(json).toMatchObject({ ready: true, verified: true, pinned: expect.stringContaining(signed.subject.digest) });
    expect(json.signers).toEqual([expect.objectContaining({ ...signer, place: expect.stringContaining(signed.path) })]);
  });

  test.each([
    ['a key', requires.key],
    ['an identity', requires.identity],
  ])('without any signature: not ready, and %s is missing', async (_name, required) => {
    const { image } = await given(place);
    const { exitCode, json } = await check([image, ...required()]);
    expect([exitCode, json.ready, json.verified]).toEqual([1, false, false]);
    expect(json.reason).toContain('no signature was found');
  });
});

test('a key that has signed stays trusted for the provenance that it signs, too', async () => {
  const { target, path, subject, image } = await given('memory');
  const unlogged = { log: 'none', timestamp: false } as const;
  const source = { repository: 'https://github.com/acme/app', commit };
  await attachBundle(
    target,
    path,
    subject,
    sigstore.bundle({ statement: cosignStatement(subject.digest) }, key, unlogged),
  );
  const provenance = statementOf([subject.digest], SLSA_V02, slsaV02(source));
  await tagLayers(target, path, subject, 'att', [sigstore.attestation(provenance, key, unlogged)]);
  const { json } = await check([image, ...requires.key(), ...requires.provenance()]);
  expect(json).toMatchObject({
    verified: true,
    signers: [{ requirement: 'key' }, { requirement: 'provenance', commit }],
  });
});
