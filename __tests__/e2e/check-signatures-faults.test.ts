import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Misbehaviour } from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import { useSignedImages } from './support/signed-images.js';
import { attachBundle, claimsOf, provenanceOf, sigstore, tagLayers } from './support/signing.js';

const { internet, key, check, requires } = await useSignedImages();
const { generic, ghcr, github, attestations } = internet;
const html = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><body>Sign in</body></html>',
};

const later = { 'retry-after': '3600' };

/** What can go wrong with a request, and the exit codes that say so. Where a server asks for an hour, nobody waits. */
const faults: readonly [string, Misbehaviour, readonly number[]][] = [
  ['429', { status: 429, headers: later, body: 'slow down' }, [5]],
  ['403', { status: 403, body: 'denied' }, [4]],
  ['500', { status: 500, headers: later, body: 'sorry' }, [5]],
  ['a cut', { cut: { body: 'x'.repeat(100), after: 10 } }, [5, 6]],
  ['a web page', html, [5, 6]],
  ['a redirect to another host', { status: 302, headers: { location: 'https://gitea.example.com/page' } }, [5]],
];

let count = 0;

/** Where the signature is, and how many requests its verification takes beside the HEAD of the image. */
const kinds = [
  ['a referrer', 3],
  ['a referrer in the index at the tag', 3],
  ['the tag .sig', 5],
  ['GitHub’s store', 5],
] as const;
type Kind = (typeof kinds)[number][0];

/** A signed image at registry.example.com or on GHCR. @returns its name, and what checks it */
async function signed(kind: Kind) {
  count += 1;
  const path = `acme/faulty-${count}`;
  const accounts = kind === 'a referrer' || kind === 'the tag .sig' ? generic : ghcr;
  const host = accounts === ghcr ? 'ghcr.io' : 'registry.example.com';
  const digest = await accounts.image(path, '1.0');
  const subject = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 };
  const target = { url: accounts.registry.url, referrers: accounts === ghcr ? ('tag' as const) : ('api' as const) };
  const bundle = provenanceOf(sigstore, digest, claimsOf({ repository: `https://github.com/${path}` }));
  github.repository('acme', `faulty-${count}`);
  const payload = sigstore.simpleSigning(digest, key, { log: 'none', timestamp: false });
  if (kind === 'the tag .sig') await tagLayers(target, path, subject, 'sig', [payload]);
  else if (kind === 'GitHub’s store') attestations.add(path, digest, bundle);
  else await attachBundle(target, path, subject, bundle);
  const required = kind === 'the tag .sig' ? requires.key() : requires.provenance(path);
  return { path, run: () => check([`${host}/${path}:1.0`, ...required]) };
}

/** Checks a signed image while one of the requests of its verification fails, each time. */
async function struck(kind: Kind, number: number, answer: Misbehaviour) {
  const { path, run } = await signed(kind);
  const seen: string[] = [];
  const repair = internet.inject({
    method: 'GET',
    answer({ host, url }) {
      const asked = `${host}${url.pathname}`;
      if (!asked.includes(`${path}/`)) return undefined;
      if (!seen.includes(asked)) seen.push(asked);
      return seen.indexOf(asked) === number ? answer : undefined;
    },
  });
  const { exitCode, json } = await run();
  repair();
  return { exitCode, json, at: seen[number] };
}

beforeEach(() => {
  attestations.defaultVersion = '2026-03-10';
});

describe.each(kinds)('a signature in %s', (kind, requests) => {
  test('takes so many requests', async () => {
    const { at, json } = await struck(kind, requests - 1, { hold: async () => undefined });
    expect([at, json.verified]).toEqual([expect.any(String), true]);
    expect((await struck(kind, requests, { hold: async () => undefined })).at).toBeUndefined();
  });

  test.each(kind === 'a referrer' ? faults : sampled(faults, [0, 1, 4]))(
    '%s at each of them: an error, never ready, never "not signed"',
    async (name, answer, exitCodes) => {
      const numbers = Array.from({ length: requests }, (_one, number) => number);
      const runs = await Promise.all(numbers.map((number) => struck(kind, number, answer)));
      for (const { exitCode, json, at } of runs) {
        // No word of the registry: it may have referrers, or none. The signature has been found elsewhere.
        const isDoubt = kind === 'the tag .sig' && at?.includes('/referrers/') && /page|redirect/.test(name);
        if (isDoubt) expect([at, json.verified]).toEqual([at, true]);
        else {
          expect([at, json.status, json.ready, json.verified]).toEqual([
            expect.any(String),
            'error',
            undefined,
            undefined,
          ]);
          expect([at, exitCodes.includes(exitCode ?? 0)]).toEqual([at, true]);
        }
      }
    },
  );
});

test.each<[string, Misbehaviour]>([
  ...faults.flatMap(([name, answer]): [string, Misbehaviour][] => (/page|redirect/.test(name) ? [[name, answer]] : [])),
  ['405', { status: 405, body: 'not allowed' }],
  ['400', { status: 400, body: 'bad request' }],
])(
  '%s in place of the list of referrers, and no signature elsewhere: an error, never "not signed"',
  async (_name, answer) => {
    const digest = await generic.image('acme/doubtful', '1.0');
    const repair = internet.inject({ path: `/v2/acme/doubtful/referrers/${digest}`, answer });
    const { exitCode, json } = await check(['registry.example.com/acme/doubtful:1.0', ...requires.key()]);
    repair();
    expect([exitCode, json.status, json.verified]).toEqual([5, 'error', undefined]);
  },
);

test.each([
  ['a referrer', 2],
  ['GitHub’s store', 4],
] as const)('404 for a bundle that %s lists: an error, never "not signed"', async (kind, number) => {
  const { exitCode, json, at } = await struck(kind, number, { status: 404 });
  expect([at, exitCode, json.status]).toEqual([expect.stringMatching(/blobs|bundle/), 5, 'error']);
});

test('a HEAD that names a digest which does not exist: an error, never "not signed"', async () => {
  await generic.image('acme/confused', '1.0');
  const repair = internet.inject({
    path: '/v2/acme/confused/manifests/1.0',
    answer: {
      alter: (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'docker-content-digest': `sha256:${'0'.repeat(64)}` },
      }),
    },
  });
  const { exitCode, json, stderr } = await check(['registry.example.com/acme/confused:1.0', ...requires.key()]);
  repair();
  expect([exitCode, json.status, json.verified]).toEqual([5, 'error', undefined]);
  expect(stderr).toContain('the registry reported its digest, but returns 404 for it');
});
