import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runAction, runCli } from '../../sandbox/index.js';
import { cosignStatement } from '../../sandbox/sigstore/index.js';
import { type SignedPlace, useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, commit, githubIssuer, provenanceOf, sigstore } from './support/signing.js';
import { actionFile } from './support/story.js';
import { until } from './support/together.js';

const { internet, folders, files, key, registryOf, given, check, requires } = await useSignedImages();
const platforms = ['linux/amd64', 'linux/arm64'];
const both = ['--platforms', platforms.join(',')];

const sign = ({ target, path }: SignedPlace, subject: SignedPlace['subject']['manifests'][number]) =>
  attachBundle(
    target,
    path,
    subject,
    sigstore.bundle({ statement: cosignStatement(subject.digest) }, key, { log: 'none', timestamp: false }),
  );

/** Once cosign’s tags have been looked at, there is no more of a look that finds nothing. */
const looked = ({ path }: SignedPlace, times = 1) =>
  until(() => {
    const looks = registryOf('memory').requests.filter(
      (one) => one.path.startsWith(`/v2/${path}/`) && one.path.endsWith('.att'),
    );
    return looks.length >= times;
  });

describe('wait', () => {
  test('waits for a signature that comes after the image', async () => {
    const place = await given('memory');
    const run = check([place.image, ...requires.key(), '--wait', '2m']);
    await looked(place);
    await sign(place, place.subject);
    const { exitCode, json } = await run;
    expect([exitCode, json.verified]).toEqual([0, true]);
  });

  test('waits for provenance in GitHub’s store', async () => {
    internet.github.repository('acme', 'late');
    const place = await given('memory');
    const claims = claimsOf({ repository: 'https://github.com/acme/late' });
    const run = check([place.image, ...requires.provenance('acme/late'), '--wait', '2m']);
    await until(() => internet.requests.some(({ path }) => path.startsWith('/repos/acme/late/attestations/')));
    internet.attestations.add('acme/late', place.subject.digest, provenanceOf(sigstore, place.subject.digest, claims));
    expect((await run).json).toMatchObject({ ready: true, verified: true });
  });

  test('a registry that fails for a while does not end it, and is no answer', async () => {
    const path = 'acme/sometimes';
    const digest = await internet.generic.image(path, '1.0');
    const subject = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1, manifests: [] };
    const target = { url: internet.generic.registry.url, referrers: 'api' as const };
    await sign({ image: '', path, target, subject }, subject);
    const answer = { status: 503, headers: { 'retry-after': '3600' } };
    internet.inject({ path: `/v2/${path}/referrers/${digest}`, times: 1, answer });
    const { exitCode, json } = await check([`registry.example.com/${path}:1.0`, ...requires.key(), '--wait', '2m']);
    expect([exitCode, json.verified]).toEqual([0, true]);
  });

  test('a damaged signature does not end it: the right one may come', async () => {
    const place = await given('memory');
    await attachBundle(place.target, place.path, place.subject, Buffer.from('damaged'));
    const run = check([place.image, ...requires.key(), '--wait', '2m']);
    await looked(place);
    await sign(place, place.subject);
    expect((await run).json).toMatchObject({ ready: true, verified: true });
  });

  test('a build whose signature comes after the image', async () => {
    const place = await given('memory');
    const [image = ''] = place.image.split(':1.0');
    const args = ['--image', image, '--tag', '1.0', '--repo', 'acme/app', '--ref', commit, ...requires.key()];
    const run = check([...args, '--build-command', 'true', '--wait', '2m']);
    await looked(place, 2);
    await sign(place, place.subject);
    expect((await run).json).toMatchObject({ ready: true, verified: true, buildConclusion: 'success' });
  });
});

describe('platforms', () => {
  test('a signature of the index is enough', async () => {
    const place = await given('memory', { platforms });
    await sign(place, place.subject);
    expect((await check([place.image, ...requires.key(), ...both])).json).toMatchObject({ verified: true });
  });

  test('where only the manifests are signed, each that is required', async () => {
    const place = await given('memory', { platforms: [...platforms, 'linux/s390x'] });
    for (const child of place.subject.manifests.slice(0, 2)) await sign(place, child);
    const { exitCode, json } = await check([place.image, ...requires.key(), ...both]);
    expect([exitCode, json.verified, json.digest]).toEqual([0, true, place.subject.digest]);
    const digests = place.subject.manifests.slice(0, 2).map(({ digest }) => digest);
    expect(json.signers).toHaveLength(2);
    expect(digests).not.toContain(json.digest);

    const three = await check([place.image, ...requires.key(), '--platforms', `${platforms.join(',')},linux/s390x`]);
    expect([three.exitCode, three.json.reason]).toEqual([
      1,
      expect.stringContaining('its manifest for linux/s390x: it has no'),
    ]);
  });

  test('without platforms the digest that is deployed must be signed', async () => {
    const place = await given('memory', { platforms });
    for (const child of place.subject.manifests) await sign(place, child);
    expect((await check([place.image, ...requires.key()])).json).toMatchObject({ ready: false, verified: false });
  });

  test('a signature of another platform does not count', async () => {
    const place = await given('memory', { platforms });
    const [amd] = place.subject.manifests;
    if (amd !== undefined) await sign(place, amd);
    const { json } = await check([place.image, ...requires.key(), '--platforms', 'linux/arm64']);
    expect(json).toMatchObject({ ready: false, verified: false });
  });
});

test('several images, and the files that name them: each by itself', async () => {
  const [signed, unsigned] = [await given('memory'), await given('ghcr')];
  await sign(signed, signed.subject);
  const cwd = await folders.create();
  await mkdir(join(cwd, 'k8s'));
  await writeFile(join(cwd, 'k8s', 'app.yaml'), `image: ${signed.image}\n---\nimage: ${unsigned.image}\n`);
  const args = ['check', 'k8s/', ...requires.key(), '--format', 'table'];
  const { exitCode, stdout } = await runCli({ args, internet, cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/STATUS +IMAGE +DIGEST +SIGNER +WHERE/);
  expect(stdout).toMatch(/ready +\S+:1\.0 +sha256:\S+ +the key sha256:[0-9a-f]{64} +k8s\/app\.yaml:1/);
  expect(stdout).toMatch(/not ready +ghcr\.io\/\S+/);
});

test('complete and min-age hold as well', async () => {
  const place = await given('memory', { created: new Date().toISOString() });
  await sign(place, place.subject);
  const args = [place.image, ...requires.key(), '--complete'];
  const whole = await check(args);
  expect(whole.json).toMatchObject({ ready: true, verified: true, complete: true });
  expect(whole.stderr).toContain('is ready, verified and complete');
  const young = await check([...args, '--min-age', '1d']);
  expect([young.exitCode, young.json]).toEqual([
    1,
    expect.objectContaining({ ready: false, verified: true, readyAt: expect.any(String) }),
  ]);
});

test('as an action: outputs and summary show who signed', async () => {
  const place = await given('ghcr');
  const { subject, path, target, image } = place;
  await attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest));
  internet.github.repository('acme', 'app');
  internet.actions.tokens.readers.add('reader');
  const inputs = {
    image,
    repo: 'acme/app',
    'source-token': 'reader',
    ref: commit,
    provenance: 'true',
    'trusted-root': files.root,
  };
  const workflow = '.github/workflows/release.yml@refs/heads/main';
  const run = await runAction({ action: actionFile, internet, inputs: { ...inputs, 'provenance-workflow': workflow } });
  expect([run.exitCode, run.outputs.verified]).toEqual([0, 'true']);
  expect(JSON.parse(run.outputs.signer ?? '')).toMatchObject({
    requirement: 'provenance',
    identity: claimsOf().subject,
    issuer: githubIssuer,
    workflow: claimsOf().subject,
    repository: 'https://github.com/acme/app',
    commit,
    runner: 'github-hosted',
    statedBy: 'certificate',
    place: expect.stringContaining(`ghcr.io/${path}@sha256:`),
    signedAt: expect.stringMatching(/^20\d\d-/),
  });
  expect(run.summary).toContain('Signed by');
  expect(run.summary).toContain('is ready and verified');

  const other = await runAction({ action: actionFile, internet, inputs: { ...inputs, ref: 'a'.repeat(40) } });
  expect([other.exitCode, other.outputs.verified, other.outputs.ready, other.outputs.signer]).toEqual([
    1,
    'false',
    'false',
    undefined,
  ]);
  expect(other.summary).toContain('commit');
});

test('provenance without a source repository: refused, with what to add', async () => {
  const { image } = await given('memory');
  const { exitCode, stderr } = await check([image, '--provenance']);
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining('--provenance is given, but no source repository')]);
  expect(stderr).toContain('--repo and --ref');
});
