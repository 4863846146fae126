import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test as jestTest } from '@jest/globals';
import { cosignStatement, SLSA_V02, slsaV02, statementOf } from '../../sandbox/sigstore/index.js';
import { onPath } from './support/files.js';
import { type SignedPlace, useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, sigstore, tagLayers } from './support/signing.js';
import { registryKinds } from './support/surroundings.js';

/** What cosign 3 makes with a key, in its own format and in that of its predecessors, on a real registry. */
const images = onPath('cosign') && registryKinds.includes('distribution') ? await useSignedImages() : undefined;
type Images = NonNullable<typeof images>;

function withCosign(name: string, body: (images: Images) => Promise<void>): void {
  if (images !== undefined) jestTest(name, () => body(images));
  else jestTest.skip(`${name} (no cosign or no docker-registry on the PATH)`, () => undefined);
}

const offline = ['--use-signing-config=false', '--tlog-upload=false', '--yes'];

let keys = '';
beforeAll(async () => {
  if (images === undefined) return;
  keys = await images.folders.create();
  await cosign('generate-key-pair');
});

async function cosign(...args: readonly string[]): Promise<void> {
  const env = { ...process.env, COSIGN_PASSWORD: 'of the test', HOME: keys, TMPDIR: keys };
  await promisify(execFile)('cosign', args, { cwd: keys, env });
}

/** The image as cosign names it: by its digest. */
const byDigest = ({ image, subject }: SignedPlace) => `${image.replace(/:1\.0$/, '')}@${subject.digest}`;

describe('signed by cosign with a key', () => {
  for (const [format, bundle] of [
    ['a bundle at the referrers’ tag', true],
    ['simple signing at the tag .sig', false],
  ] as const) {
    withCosign(format, async ({ given, check, files }) => {
      const signed = await given('distribution');
      await cosign(
        'sign',
        '--key=cosign.key',
        `--new-bundle-format=${bundle}`,
        '--allow-http-registry',
        ...offline,
        byDigest(signed),
      );
      const ours = await check([signed.image, '--signature-key', join(keys, 'cosign.pub')]);
      expect(ours).toMatchObject({
        exitCode: 0,
        json: { ready: true, verified: true, signers: [{ requirement: 'key' }] },
      });
      const theirs = await check([signed.image, '--signature-key', files.key]);
      expect(theirs).toMatchObject({ exitCode: 1, json: { ready: false, verified: false } });
    });
  }

  withCosign('attested provenance', async ({ given, check }) => {
    const signed = await given('distribution');
    const repository = 'https://github.com/acme/app';
    const commit = 'c'.repeat(40);
    const predicate = {
      buildDefinition: {
        buildType: 'https://example.com/build',
        externalParameters: {},
        resolvedDependencies: [{ uri: `git+${repository}@refs/heads/main`, digest: { gitCommit: commit } }],
      },
      runDetails: { builder: { id: 'https://example.com/builder' } },
    };
    await writeFile(join(keys, 'provenance.json'), JSON.stringify(predicate));
    const how = ['--key=cosign.key', '--type=slsaprovenance1', '--predicate=provenance.json', '--allow-http-registry'];
    await cosign('attest', ...how, ...offline, byDigest(signed));
    const requires = (sha: string) => [
      '--provenance',
      '--repo',
      'acme/app',
      '--ref',
      sha,
      '--signature-key',
      join(keys, 'cosign.pub'),
    ];
    expect(await check([signed.image, ...requires(commit)])).toMatchObject({
      exitCode: 0,
      json: {
        verified: true,
        signers: [{ requirement: 'key' }, { requirement: 'provenance', commit, statedBy: 'predicate' }],
      },
    });
    expect(await check([signed.image, ...requires('d'.repeat(40))])).toMatchObject({
      exitCode: 1,
      json: { verified: false },
    });
  });
});

/** What the sandbox signs without a key is what cosign takes for good, too. */
describe('signed by the sandbox, verified by cosign', () => {
  const statement = ({ subject }: SignedPlace) => ({ statement: cosignStatement(subject.digest) });
  const formats: readonly [string, (place: SignedPlace) => Promise<unknown>][] = [
    [
      'a bundle with an entry of Rekor v1',
      (place) => attachBundle(place.target, place.path, place.subject, sigstore.bundle(statement(place), certified())),
    ],
    [
      'a bundle with an entry of Rekor v2',
      (place) =>
        attachBundle(
          place.target,
          place.path,
          place.subject,
          sigstore.bundle(statement(place), certified(), { log: 2 }),
        ),
    ],
    [
      'simple signing',
      ({ target, path, subject }) =>
        tagLayers(target, path, subject, 'sig', [sigstore.simpleSigning(subject.digest, certified())]),
    ],
  ];
  const certified = () => sigstore.certify(claimsOf());
  const { subject: identity, issuer } = claimsOf();
  for (const [name, sign] of formats) {
    withCosign(name, async ({ given, files }) => {
      const signed = await given('distribution');
      await sign(signed);
      const who = [`--certificate-identity=${identity}`, `--certificate-oidc-issuer=${issuer}`];
      await cosign('verify', `--trusted-root=${files.root}`, ...who, '--allow-http-registry', byDigest(signed));
      const other = ['--certificate-identity=https://example.com', `--certificate-oidc-issuer=${issuer}`];
      await expect(
        cosign('verify', `--trusted-root=${files.root}`, ...other, '--allow-http-registry', byDigest(signed)),
      ).rejects.toThrow();
    });
  }

  for (const entry of ['dsse', 'intoto', 'intoto-0.0.1'] as const) {
    withCosign(`an attestation with an entry of type ${entry}`, async ({ given, files }) => {
      const signed = await given('distribution');
      const source = { repository: 'https://github.com/acme/app', commit: 'c'.repeat(40) };
      const attested = statementOf([signed.subject.digest], SLSA_V02, slsaV02(source));
      await tagLayers(signed.target, signed.path, signed.subject, 'att', [
        sigstore.attestation(attested, certified(), { entry }),
      ]);
      const who = [
        `--certificate-identity=${identity}`,
        `--certificate-oidc-issuer=${issuer}`,
        '--type=slsaprovenance',
      ];
      await cosign(
        'verify-attestation',
        `--trusted-root=${files.root}`,
        ...who,
        '--allow-http-registry',
        byDigest(signed),
      );
    });
  }
});
