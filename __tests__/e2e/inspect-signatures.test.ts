import { expect, test } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { statementOf } from '../../sandbox/sigstore/index.js';
import { signedPlaces, useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, githubIssuer, provenanceOf, sigstore, tagLayers } from './support/signing.js';

const { internet, key, registryOf, given } = await useSignedImages();
const byKey = { log: 'none', timestamp: false } as const;

async function inspect(...args: readonly string[]) {
  const run = await runCli({ args: ['inspect', '--json', ...args], internet });
  return { ...run, json: run.stdout === '' ? {} : JSON.parse(run.stdout) };
}

test.each(signedPlaces)('signatures, attestations and other referrers are listed, not judged: %s', async (name) => {
  const { image, path, target, subject } = await given(name);
  const { digest } = subject;
  const { certify, bundle, simpleSigning, attestation } = sigstore;
  const ada = certify({ subject: 'ada@example.com', issuer: 'https://accounts.google.com' });
  await attachBundle(target, path, subject, provenanceOf(sigstore, digest));
  const spdx = statementOf([digest], 'https://spdx.dev/Document');
  await attachBundle(target, path, subject, bundle({ statement: spdx }, ada));
  await attachBundle(target, path, subject, Buffer.from('damaged'));
  await attachBundle(target, path, subject, provenanceOf(sigstore, `sha256:${'0'.repeat(64)}`));
  await attachBundle(target, path, subject, Buffer.from('e30.e30.x'), {
    mediaType: 'application/vnd.cncf.notary.signature',
  });
  await tagLayers(target, path, subject, 'sig', [simpleSigning(digest, key, byKey), simpleSigning(digest, ada)]);
  await tagLayers(target, path, subject, 'att', [attestation(spdx, key, byKey)]);

  const { exitCode, json } = await inspect(image, '--signatures');
  expect(exitCode).toBe(0);
  const of = expect.stringContaining(path);
  const workflow = { identity: claimsOf().subject, issuer: githubIssuer };
  const person = { identity: 'ada@example.com', issuer: 'https://accounts.google.com' };
  expect(json.signatures).toHaveLength(8);
  expect(json.signatures).toEqual(
    expect.arrayContaining([
      { kind: 'provenance', ...workflow, predicateType: 'https://slsa.dev/provenance/v1', place: of },
      { kind: 'attestation', ...person, predicateType: 'https://spdx.dev/Document', place: of },
      { kind: 'unreadable', error: expect.stringContaining('JSON'), place: of },
      { kind: 'unreadable', error: expect.stringContaining('other digests'), place: of },
      { kind: 'other', type: 'application/vnd.cncf.notary.signature', place: of },
      { kind: 'signature', place: expect.stringMatching(/\.sig$/) },
      { kind: 'signature', ...person, place: expect.stringMatching(/\.sig$/) },
      { kind: 'attestation', predicateType: 'https://spdx.dev/Document', place: expect.stringMatching(/\.att$/) },
    ]),
  );
});

test('the table says that they are not verified', async () => {
  const { image, path, target, subject } = await given('memory');
  await attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest));
  const { stdout } = await runCli({ args: ['inspect', image, '--signatures', '--format', 'table'], internet });
  expect(stdout).toMatch(/signature \(not verified\) +provenance by https:\/\/github\.com\/acme\/app\/\S+ \(/);
});

test('of the platform that is shown', async () => {
  const { image, path, target, subject } = await given('memory', { platforms: ['linux/amd64', 'linux/arm64'] });
  const arm = subject.manifests[1];
  if (arm === undefined) throw new Error('no second platform');
  await attachBundle(target, path, arm, provenanceOf(sigstore, arm.digest));
  const whole = await inspect(image, '--signatures');
  expect(whole.json.signatures).toEqual([]);
  const one = await inspect(image, '--signatures', '--platform', 'linux/arm64');
  expect(one.json.signatures).toEqual([expect.objectContaining({ kind: 'provenance' })]);
});

test('none is requested where they are not to be listed', async () => {
  const { image, path, target, subject } = await given('memory');
  await attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest));
  const { requests } = registryOf('memory');
  const before = requests.length;
  expect((await inspect(image)).json).not.toHaveProperty('signatures');
  expect(requests.slice(before).filter((one) => /referrers|sha256-/.test(one.path))).toEqual([]);
});

test('a list that is refused is an error, not an empty list', async () => {
  const digest = await internet.generic.image('acme/unlisted', '1.0');
  const repair = internet.inject({ path: `/v2/acme/unlisted/referrers/${digest}`, answer: { status: 403 } });
  const { exitCode } = await inspect('registry.example.com/acme/unlisted:1.0', '--signatures');
  repair();
  expect(exitCode).toBe(4);
});
