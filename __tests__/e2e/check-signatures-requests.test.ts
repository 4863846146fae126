import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { cosignStatement } from '../../sandbox/sigstore/index.js';
import { type SignedPlace, type SignedPlaceName, signedPlaces, useSignedImages } from './support/signed-images.js';
import { attachBundle, provenanceOf, sigstore, tagLayers } from './support/signing.js';

const { internet, folders, key, registryOf, given, check, requires } = await useSignedImages();
const byKey = { log: 'none', timestamp: false } as const;

const attach = ({ target, path, subject }: SignedPlace) =>
  attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest));
const tag = ({ target, path, subject }: SignedPlace) =>
  tagLayers(target, path, subject, 'sig', [sigstore.simpleSigning(subject.digest, key, byKey)]);

/** What is requested of the registry by the command, in words that are the same for every image. */
async function requestsOf(name: SignedPlaceName, { path, subject }: SignedPlace, run: () => Promise<unknown>) {
  const records = name === 'ghcr' ? internet.requests : registryOf(name).requests;
  const before = records.length;
  await run();
  const tagOf = subject.digest.replace(':', '-');
  return records
    .slice(before)
    .filter((one) => one.path.startsWith(`/v2/${path}/`))
    .map(({ method, path: whole, status }) => `${method} ${whole.slice(`/v2/${path}/`.length)} ${status}`)
    .map((line) =>
      line
        .replace(subject.digest, 'DIGEST')
        .replace(tagOf, 'TAG')
        .replace(/sha256:[0-9a-f]{64}/, 'OTHER'),
    );
}

const noApi: Readonly<Record<SignedPlaceName, readonly string[]>> = {
  memory: [],
  distribution: ['GET referrers/DIGEST 404'],
  ghcr: [],
};

describe.each(signedPlaces)('requests of the registry: %s', (name) => {
  const hasApi = name === 'memory';
  const listed = hasApi ? ['GET referrers/DIGEST 200'] : [...noApi[name], 'GET manifests/TAG 200'];
  const empty = hasApi
    ? ['GET referrers/DIGEST 200', 'GET manifests/TAG 404']
    : [...noApi[name], 'GET manifests/TAG 404'];

  test('without a requirement a HEAD, whatever is signed', async () => {
    const place = await given(name);
    await attach(place);
    await tag(place);
    expect(await requestsOf(name, place, () => check([place.image]))).toEqual(['HEAD manifests/1.0 200']);
  });

  test('a bundle: the list, the referrer, the bundle', async () => {
    const place = await given(name);
    await attach(place);
    expect(await requestsOf(name, place, () => check([place.image, ...requires.provenance()]))).toEqual([
      'HEAD manifests/1.0 200',
      ...listed,
      'GET manifests/OTHER 200',
      'GET blobs/OTHER 200',
    ]);
  });

  test('a signature at the tag .sig: the empty list, both tags at the same time, the payload', async () => {
    const place = await given(name);
    await tag(place);
    const [head, ...more] = await requestsOf(name, place, () => check([place.image, ...requires.key()]));
    expect([head, ...more.slice(0, empty.length)]).toEqual(['HEAD manifests/1.0 200', ...empty]);
    expect(more.slice(empty.length).sort()).toEqual([
      'GET blobs/OTHER 200',
      'GET manifests/TAG.att 404',
      'GET manifests/TAG.sig 200',
    ]);
  });

  test('nothing: the list, the index, both tags, and whether the digest exists', async () => {
    const place = await given(name);
    const lines = await requestsOf(name, place, () => check([place.image, ...requires.key()]));
    expect([...lines].sort()).toEqual(
      [
        'HEAD manifests/1.0 200',
        ...empty,
        'GET manifests/TAG.att 404',
        'GET manifests/TAG.sig 404',
        'HEAD manifests/DIGEST 200',
      ].sort(),
    );
  });
});

test('two tags of one digest, and the same look again, read a bundle once', async () => {
  const place = await given('memory');
  const statement = cosignStatement(place.subject.digest);
  const { target, path, subject } = place;
  await attachBundle(target, path, subject, sigstore.bundle({ statement }, key, byKey));
  const lines = await requestsOf('memory', place, () => check([place.image, ...requires.identity(), '--wait', '3s']));
  expect(lines.filter((line) => line.startsWith('HEAD')).length).toBeGreaterThan(1);
  expect(lines.filter((line) => line === 'GET blobs/OTHER 200')).toHaveLength(1);
  expect(lines.filter((line) => line === 'GET manifests/OTHER 200')).toHaveLength(1);
});

test('without a requirement nothing of Sigstore is loaded; with one it is', async () => {
  const crippled = join(await folders.create(), 'dist');
  cpSync('dist', crippled, { recursive: true });
  const chunks = readdirSync('dist').filter(
    (name) =>
      /\.index\.js$/.test(name) &&
      readFileSync(join('dist', name), 'utf8').includes('dev.cosignproject.cosign/signature'),
  );
  expect(chunks).toHaveLength(1);
  writeFileSync(join(crippled, chunks[0] ?? ''), 'throw new Error("Sigstore was loaded");');
  const { image } = await given('memory');
  const run = (args: readonly string[]) =>
    runCli({ args: ['check', image, ...args], internet, program: join(crippled, 'index.js') });
  expect(await run(['--complete', '--min-age', '1s'])).toMatchObject({ exitCode: 0 });
  const { exitCode, stderr } = await run(requires.key());
  expect([exitCode, stderr]).toEqual([5, expect.stringContaining('Sigstore was loaded')]);
  rmSync(crippled, { recursive: true });
});
