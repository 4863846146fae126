import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createSigstore } from '../../sandbox/sigstore/index.js';
import { useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, commit, provenanceOf, sigstore } from './support/signing.js';

const { internet, files, given, check, requires } = await useSignedImages();
const { github, actions, attestations } = internet;
const token = 'workflow-token';
actions.tokens.readers.add(token);
const withToken = { IMAGE_GATE_SOURCE_TOKEN: token };
/** A repository of its own for each test. */
let count = 0;
beforeEach(() => {
  attestations.defaultVersion = undefined;
  internet.forget();
});

async function stored(options: { readonly private?: boolean; readonly bundles?: readonly object[] } = {}) {
  count += 1;
  const repository = `acme/stored-${count}`;
  github.repository('acme', `stored-${count}`, { private: options.private ?? false });
  const place = await given('ghcr');
  const claims = claimsOf({ repository: `https://github.com/${repository}` });
  for (const bundle of options.bundles ?? [provenanceOf(sigstore, place.subject.digest, claims)]) {
    attestations.add(repository, place.subject.digest, bundle);
  }
  internet.forget();
  return { ...place, repository, claims };
}

const atGitHub = () =>
  internet.requests
    .filter(({ host }) => host === 'api.github.com' || host === attestations.storage)
    .map(({ method, host, path }) => `${method} ${host}${path.replace(/\?.*/, '')}`);

describe('GitHub’s attestation store', () => {
  test.each([
    ['2022-11-28: the bundle is in the list', undefined, []],
    ['2026-03-10: the bundle is at an address', '2026-03-10', ['bundle.json.sn']],
  ])('REST version %s: verified', async (_name, version, more) => {
    attestations.defaultVersion = version;
    const { image, repository, subject } = await stored();
    const { exitCode, json } = await check([image, ...requires.provenance(repository)]);
    expect([exitCode, json.verified]).toEqual([0, true]);
    expect(json.signers).toEqual([
      expect.objectContaining({ requirement: 'provenance', commit, place: `attestations of ${repository} on GitHub` }),
    ]);
    expect(atGitHub()).toEqual([
      `GET api.github.com/repos/${repository}/attestations/${encodeURIComponent(subject.digest)}`,
      ...more.map((file) => `GET ${attestations.storage}/attestations/${repository}/${file}`),
    ]);
  });

  test('the token goes to the API alone', async () => {
    attestations.defaultVersion = '2026-03-10';
    const { image, repository } = await stored({ private: true });
    const { exitCode, stderr } = await check([image, ...requires.provenance(repository)], withToken);
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('sig=')]);
    const authorized = internet.requests.filter(({ headers }) => headers.authorization?.includes(token));
    expect(new Set(authorized.map(({ host }) => host))).toEqual(new Set(['api.github.com']));
  });

  test('is not requested where the registry has what is required', async () => {
    const { image, repository, path, target, subject, claims } = await stored();
    await attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest, claims));
    const { json } = await check([image, ...requires.provenance(repository)]);
    expect([json.verified, json.signers[0].place]).toEqual([true, expect.stringContaining(`ghcr.io/${path}@sha256:`)]);
    expect(atGitHub()).toEqual([]);
  });

  test('is not requested for a key, nor for a source elsewhere', async () => {
    const { image, repository } = await stored();
    expect((await check([image, ...requires.key()])).exitCode).toBe(1);
    const gitlab = await check([image, ...requires.provenance(repository), '--source', 'gitlab']);
    expect(gitlab.exitCode).toBe(1);
    expect(atGitHub()).toEqual([]);
  });

  test('for an image with a tag, an identity names the repository', async () => {
    const { image, claims } = await stored();
    const { exitCode, json } = await check([image, ...requires.identity(claims.subject)]);
    expect([exitCode, json.signers[0].identity]).toEqual([0, claims.subject]);
  });

  test('404 is none: not ready', async () => {
    const { image, repository } = await stored({ bundles: [] });
    const { exitCode, json } = await check([image, ...requires.provenance(repository)]);
    expect([exitCode, json.verified, json.reason]).toEqual([
      1,
      false,
      expect.stringContaining('no signature was found'),
    ]);
  });

  test('403 is an error that names the permission, never "not signed"', async () => {
    const { image, repository } = await stored();
    attestations.refused.add(token);
    const { exitCode, stderr, json } = await check([image, ...requires.provenance(repository)], withToken);
    attestations.refused.delete(token);
    expect([exitCode, json.status, json.ready]).toEqual([4, 'error', undefined]);
    expect(stderr).toContain('attestations: read');
  });

  test('of a private repository, by the instance of GitHub: a timestamp, and no log', async () => {
    const ofGitHub = createSigstore('GitHub, Inc.');
    const { image, repository, subject, claims } = await stored({ bundles: [] });
    attestations.add(repository, subject.digest, provenanceOf(ofGitHub, subject.digest, claims));
    const withoutRoot = await check([image, ...requires.provenance(repository)]);
    expect([withoutRoot.exitCode, withoutRoot.stderr]).toEqual([5, expect.stringContaining('could not be checked')]);
    const both = join(files.folder, 'both.jsonl');
    await writeFile(both, [sigstore, ofGitHub].map((one) => JSON.stringify(one.trustedRoot())).join('\n'));
    const withBoth = await check([image, ...requires.provenance(repository).slice(0, -2), '--trusted-root', both]);
    expect([withBoth.exitCode, withBoth.json.verified]).toEqual([0, true]);
  });

  test('more than a page of 100: what is required may be among the others', async () => {
    const { image, repository, subject } = await stored({ bundles: [] });
    const foreign = provenanceOf(sigstore, subject.digest, claimsOf({ repository: 'https://github.com/acme/other' }));
    for (let number = 0; number < 101; number += 1) attestations.add(repository, subject.digest, foreign);
    const { exitCode, stderr } = await check([image, ...requires.provenance(repository)]);
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('there are more than the 100 attestations')]);
  });

  test.each([
    ['plain HTTP', 'http://storage.example.com/bundle', 'it is plain HTTP on another host'],
    ['a private network', 'https://169.254.169.254/bundle', 'it leads into a private network'],
    ['no address', 'bundle', 'it is not an address'],
  ])('the address of a bundle is %s: an error, and nothing is requested there', async (_name, address, words) => {
    const { image, repository } = await stored();
    const repair = internet.inject({
      host: 'api.github.com',
      path: /\/attestations\//,
      answer: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ attestations: [{ bundle: null, bundle_url: address }] }),
      },
    });
    const { exitCode, stderr } = await check([image, ...requires.provenance(repository)]);
    repair();
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining(words)]);
    expect(atGitHub()).toHaveLength(1);
  });

  test.each([
    ['a list without bundles', { attestations: [{}] }],
    ['no list', {}],
  ])('%s is an error', async (_name, body) => {
    const { image, repository } = await stored();
    const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const repair = internet.inject({ host: 'api.github.com', path: /\/attestations\//, answer });
    const { exitCode, stderr } = await check([image, ...requires.provenance(repository)]);
    repair();
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('a list of attestations that has no bundles')]);
  });
});
