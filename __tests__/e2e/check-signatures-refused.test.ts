import { expect, test } from '@jest/globals';
import { pusher } from '../../sandbox/index.js';
import {
  cosignStatement,
  createKeyPair,
  createSigstore,
  SLSA_V1,
  slsaV1,
  statementOf,
} from '../../sandbox/sigstore/index.js';
import { type SignedPlace, useSignedImages } from './support/signed-images.js';
import {
  attachBundle,
  BUNDLE,
  claimsOf,
  commit,
  githubIssuer,
  provenanceOf,
  sigstore,
  tagLayers,
} from './support/signing.js';

const { key, registryOf, given, check, requires } = await useSignedImages();
const repository = 'https://github.com/acme/app';
const otherDigest = `sha256:${'0'.repeat(64)}`;
const byKey = { log: 'none', timestamp: false } as const;

type Requires = () => readonly string[];
const identity =
  (pattern: string): Requires =>
  () =>
    requires.identity(pattern);

/** Attaches what the function makes of the digest. */
const attached =
  (make: (digest: string) => Parameters<typeof attachBundle>[3]) =>
  ({ target, path, subject }: SignedPlace) =>
    attachBundle(target, path, subject, make(subject.digest));
const provenance = (more: Parameters<typeof claimsOf>[0]) =>
  attached((digest) => provenanceOf(sigstore, digest, claimsOf(more)));
const signedByKey = (keys = key) =>
  attached((digest) => sigstore.bundle({ statement: cosignStatement(digest) }, keys, byKey));

/** Each is signed, and is not what is required: not ready, with who signed. */
const others: readonly [string, (place: SignedPlace) => Promise<unknown>, Requires, RegExp][] = [
  [
    'provenance of another digest',
    attached(() => provenanceOf(sigstore, otherDigest)),
    requires.provenance,
    /other digests/,
  ],
  [
    'provenance of many digests, and not of this one',
    attached(() =>
      sigstore.bundle(
        { statement: statementOf([otherDigest, `sha256:${'1'.repeat(64)}`], SLSA_V1, slsaV1({ repository, commit })) },
        sigstore.certify(claimsOf()),
      ),
    ),
    requires.provenance,
    /other digests/,
  ],
  [
    'provenance of another repository',
    provenance({ repository: 'https://github.com/acme/other' }),
    requires.provenance,
    /acme\/other/,
  ],
  [
    'a repository whose name begins alike',
    provenance({ repository: 'https://github.com/acme/app-evil' }),
    requires.provenance,
    /acme\/app-evil/,
  ],
  ['provenance of another commit', provenance({ commit: 'a'.repeat(40) }), requires.provenance, /commit a{40}/],
  [
    'provenance by another issuer',
    provenance({ issuer: 'https://gitlab.com' }),
    requires.provenance,
    /its issuer https:\/\/gitlab\.com is not that of/,
  ],
  [
    'provenance by a workflow on another branch',
    provenance({ workflow: `${repository}/.github/workflows/release.yml@refs/heads/feature` }),
    () => [...requires.provenance(), '--provenance-workflow', '.github/workflows/release.yml@refs/heads/main'],
    /refs\/heads\/feature/,
  ],
  [
    'provenance by another workflow',
    provenance({ workflow: `${repository}/.github/workflows/pull.yml@refs/heads/main` }),
    () => [...requires.provenance(), '--provenance-workflow', '.github/workflows/release.yml'],
    /pull\.yml/,
  ],
  [
    'an identity whose repository begins alike',
    provenance({ repository: 'https://github.com/acme/app-evil' }),
    identity(`${repository}/*`),
    /acme\/app-evil/,
  ],
  [
    'an identity on another branch',
    provenance({}),
    identity(`${repository}/*@refs/heads/release`),
    /refs\/heads\/main/,
  ],
  [
    'the identity, by another issuer',
    provenance({ issuer: 'https://issuer.example.com' }),
    requires.identity,
    /issuer\.example\.com/,
  ],
  ['a signature by another key', signedByKey(createKeyPair()), requires.key, /required key/],
  ['a signature by a key of another curve', signedByKey(createKeyPair('P-384')), requires.key, /required key/],
  [
    'a signature over other bytes',
    attached((digest) => {
      const bundle = sigstore.bundle({ statement: cosignStatement(otherDigest) }, key, byKey);
      const payload = Buffer.from(JSON.stringify(cosignStatement(digest))).toString('base64');
      return { ...bundle, dsseEnvelope: { payloadType: '', signatures: [], ...bundle.dsseEnvelope, payload } };
    }),
    requires.key,
    /required key/,
  ],
  [
    'a signature of another digest at the tag .sig',
    (place) =>
      tagLayers(place.target, place.path, place.subject, 'sig', [sigstore.simpleSigning(otherDigest, key, byKey)]),
    requires.key,
    /another image/,
  ],
  ['a key where an identity is required', signedByKey(), requires.identity, /unknown key/],
  ['a signature where provenance is required', signedByKey(), requires.provenance, /unknown key/],
];

test.each(others)('%s: not ready', async (_name, sign, required, words) => {
  const place = await given('memory');
  await sign(place);
  const { exitCode, json } = await check([place.image, ...required()]);
  expect([exitCode, json.ready, json.verified]).toEqual([1, false, false]);
  expect(json.reason).toMatch(words);
});

/** Each may be what is required, and that cannot be found out: an error. */
const undecided: readonly [string, (place: SignedPlace) => Promise<unknown>, Requires, RegExp][] = [
  [
    'an authority that is not in the trusted root',
    attached((digest) => provenanceOf(createSigstore(), digest)),
    requires.provenance,
    /could not be checked/,
  ],
  ['a bundle that is no JSON', attached(() => Buffer.from('<html></html>')), requires.key, /could not be checked/],
  [
    'a bundle of an unknown version',
    attached((digest) => ({
      ...provenanceOf(sigstore, digest),
      mediaType: 'application/vnd.dev.sigstore.bundle.v9+json',
    })),
    requires.provenance,
    /unknown version/,
  ],
];

test.each(undecided)('%s: an error', async (_name, sign, required, words) => {
  const place = await given('memory');
  await sign(place);
  const { exitCode, stderr, json } = await check([place.image, ...required()]);
  expect([exitCode, json.status, json.ready, json.verified]).toEqual([5, 'error', undefined, undefined]);
  expect(stderr).toMatch(words);
});

test('provenance of BuildKit, which nobody has signed, does not count', async () => {
  const { image } = await given('memory', { attestation: true });
  const { exitCode, json } = await check([image, ...requires.provenance()]);
  expect([exitCode, json.reason]).toEqual([1, expect.stringContaining('no signature was found')]);
});

test('a referrer that claims another subject is not read', async () => {
  const { image, path, target, subject } = await given('memory');
  const other = await given('memory');
  const bundle = provenanceOf(sigstore, subject.digest);
  const attachedElsewhere = await attachBundle(
    { ...target, referrers: 'api' },
    path,
    { ...subject, digest: other.subject.digest },
    bundle,
  );
  // The registry lists it all the same.
  await pusher(target, path).manifest(
    {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ ...attachedElsewhere, artifactType: BUNDLE }],
    },
    subject.digest.replace(':', '-'),
  );
  const { exitCode, json } = await check([image, ...requires.provenance()]);
  expect([exitCode, json.reason]).toEqual([1, expect.stringContaining('no signature was found')]);
});

test('one signature that meets the requirement is enough, whoever else has signed', async () => {
  const place = await given('memory');
  await provenance({ repository: 'https://github.com/acme/other' })(place);
  await signedByKey(createKeyPair())(place);
  await attached(() => Buffer.from('damaged'))(place);
  await tagLayers(place.target, place.path, place.subject, 'sig', [
    sigstore.simpleSigning(place.subject.digest, createKeyPair(), byKey),
    sigstore.simpleSigning(place.subject.digest, key, byKey),
  ]);
  const { exitCode, json } = await check([place.image, ...requires.key()]);
  expect([exitCode, json.verified, json.signers[0].place]).toEqual([0, true, expect.stringMatching(/\.sig$/)]);
});

test('all that is required must hold', async () => {
  const place = await given('memory');
  await provenance({})(place);
  const half = await check([place.image, ...requires.provenance(), ...requires.key()]);
  expect([half.exitCode, half.json.reason]).toEqual([1, expect.stringContaining('signature by the required key')]);
  await signedByKey()(place);
  const whole = await check([
    place.image,
    ...requires.provenance(),
    ...requires.key(),
    '--signature-issuer',
    githubIssuer,
  ]);
  expect(whole.exitCode).toBe(0);
  expect(whole.json.signers.map(({ requirement }: { requirement: string }) => requirement).sort()).toEqual([
    'key',
    'provenance',
  ]);
});

test('a bundle of 100 MB is not read: an error', async () => {
  const place = await given('memory');
  await attached(() => Buffer.alloc(100_000_000, ' '))(place);
  const { requests } = registryOf('memory');
  const before = requests.length;
  const { exitCode, stderr } = await check([place.image, ...requires.key()]);
  expect([exitCode, stderr]).toEqual([5, expect.stringContaining('its 100000000 bytes are more than')]);
  expect(requests.slice(before).filter(({ path }) => path.includes('/blobs/'))).toEqual([]);
});

test('1,000 referrers: 100 are read, and the error reports that', async () => {
  const place = await given('memory');
  const push = pusher(place.target, place.path);
  const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
  const sbom = await push.blob('application/spdx+json', Buffer.from('{}'));
  const { mediaType, digest, size } = place.subject;
  const referrer = (number: number) => ({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/spdx+json',
    config,
    layers: [sbom],
    subject: { mediaType, digest, size },
    annotations: { number: String(number) },
  });
  for (let number = 0; number < 1000; number += 1) await push.manifest(referrer(number));
  const { requests } = registryOf('memory');
  const before = requests.length;
  const { exitCode, stderr, json } = await check([place.image, ...requires.key()]);
  expect([exitCode, json.ready, stderr]).toEqual([
    5,
    undefined,
    expect.stringContaining('there are 1000, and 100 of them were read'),
  ]);
  expect(requests.length - before).toBeLessThanOrEqual(110);
});
