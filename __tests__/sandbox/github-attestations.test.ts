import { afterAll, expect, test } from '@jest/globals';
import { createGitHub } from '../../sandbox/hosts/github.js';
import { createTimers } from '../../sandbox/timers.js';
import { shaA, shaB } from '../support/manifests.js';
import { connectTo } from '../support/sandbox-http.js';

const timers = createTimers();
afterAll(() => timers.stop());

/** A private repository with attestations of a digest. */
function given(count = 1) {
  const { github, actions, attestations, hosts } = createGitHub(timers, async () => undefined);
  github.repository('acme', 'app', { private: true });
  for (const token of ['reader', 'without']) actions.tokens.readers.add(token);
  attestations.refused.add('without');
  for (let number = 1; number <= count; number += 1) attestations.add('acme/app', shaA, { number });
  const ask = connectTo(hosts, 'api.github.com');
  const list = (token: string, digest = shaA, query = '', headers: Readonly<Record<string, string>> = {}) =>
    ask('GET', `/repos/acme/app/attestations/${encodeURIComponent(digest)}${query}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  return { attestations, list, storage: connectTo(hosts, attestations.storage) };
}

test('who may read them gets the bundles, the newest first', async () => {
  const { list } = given(2);
  const { status, json } = await list('reader');
  expect(status).toBe(200);
  expect(json.attestations.map(({ bundle }: { bundle: object }) => bundle)).toEqual([{ number: 2 }, { number: 1 }]);
});

test.each([
  ['another digest', 'reader', shaB, 404],
  ['what is no digest', 'reader', 'latest', 422],
  ['a token without attestations: read', 'without', shaA, 403],
  ['a token that nobody knows', 'nobody', shaA, 401],
])('%s', async (_name, token, digest, status) => {
  expect((await given().list(token, digest)).status).toBe(status);
});

test('a repository that the caller may not see is 404', async () => {
  const { hosts, github, attestations } = createGitHub(timers, async () => undefined);
  github.repository('acme', 'app', { private: true });
  attestations.add('acme/app', shaA, {});
  expect((await connectTo(hosts, 'api.github.com')('GET', `/repos/acme/app/attestations/${shaA}`)).status).toBe(404);
});

test('pages: 30 by default, and a cursor in Link', async () => {
  const { list } = given(31);
  const first = await list('reader');
  expect(first.json.attestations).toHaveLength(30);
  const next = /[?&](after=[^&>]+)/.exec(String(first.headers.link))?.[1];
  const last = await list('reader', shaA, `?${next}`);
  expect([last.json.attestations.length, last.headers.link]).toEqual([1, undefined]);
  expect((await list('reader', shaA, '?per_page=100')).json.attestations).toHaveLength(31);
});

test.each([
  ['by the header of the request', { 'x-github-api-version': '2026-03-10' }, undefined],
  ['by default', {}, '2026-03-10'],
])(
  'from REST version 2026-03-10 on there is an address in the place of the bundle: %s',
  async (_name, headers, version) => {
    const { attestations, list, storage } = given();
    attestations.defaultVersion = version;
    const [entry] = (await list('reader', shaA, '', headers)).json.attestations;
    expect(entry).not.toHaveProperty('bundle');
    const { host, pathname, search } = new URL(entry.bundle_url);
    expect(host).toBe(attestations.storage);
    const file = await storage('GET', `${pathname}${search}`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/x-snappy']);
    const authorized = { headers: { authorization: 'Bearer reader' } };
    expect((await storage('GET', `${pathname}${search}`, authorized)).status).toBe(400);
    expect((await storage('GET', `${pathname}?sig=0`)).status).toBe(403);
  },
);
