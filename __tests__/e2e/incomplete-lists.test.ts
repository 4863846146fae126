import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { imageIndex, ociIndex, shaA } from '../support/manifests.js';
import { copy } from './support/copying.js';
import { deleteImages } from './support/delete.js';
import { runJson } from './support/listing.js';
import { json, oddRegistry } from './support/odd-registry.js';
import { prune } from './support/prune.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'pages.example.com';
const folders = useFolders();
/** How the first page of each repository leads to the second: its headers, and members of its body. */
const leads = new Map<string, { readonly headers?: Record<string, string>; readonly body?: object }>();

const registry = oddRegistry(({ url, method }) => {
  const [, path = '', list = ''] = /^\/v2\/(.+)\/(tags\/list|referrers\/.+)$/.exec(url.pathname) ?? [];
  const catalog = url.pathname === '/v2/_catalog';
  const lead = leads.get(catalog ? (url.searchParams.get('for') ?? 'catalog') : path);
  if (lead === undefined || method !== 'GET' || (list === '' && !catalog)) return undefined;
  const second = url.searchParams.has('page');
  const more = second ? {} : lead.headers;
  if (list.startsWith('referrers'))
    return { ...json(200, imageIndex([])), headers: { 'content-type': ociIndex, ...more } };
  const all = catalog ? ['acme/one', 'acme/two'] : registry.tags(path).sort();
  const values = second ? all.slice(-1) : all.slice(0, -1);
  return json(200, { name: path, [catalog ? 'repositories' : 'tags']: values, ...(second ? {} : lead.body) }, more);
});
const internet = await useInternet({ hosts: { [host]: registry.host } });

/** A repository whose list has two pages: on the second is `z-production`, on the manifest of the oldest. */
function given(path: string, lead: { headers?: Record<string, string>; body?: object }): void {
  for (const day of [1, 2, 3]) registry.image(path, `a${day}`, { created: `2026-01-0${day}T00:00:00Z` });
  registry.image(path, 'z-production', { created: '2026-01-01T00:00:00Z' });
  leads.set(path, lead);
}

const linkOf = (path: string, form: string) => form.replaceAll('NEXT', `/v2/${path}/tags/list?page=2`);
const understood = [
  '<NEXT>; rel="next"',
  '<NEXT>;REL=Next',
  '<NEXT> ; title="a, b" ; rel = "prev ne\\xt"',
  '<?page=2>; rel=next',
  '<https://inner.test/NEXT>; rel="next"',
];
const unclear = [
  'NEXT; rel="next"',
  "<NEXT>; rel='next'",
  '<NEXT>',
  '<NEXT>; rel=""',
  '<NEXT>; rel="next_page"',
  '<NEXT; rel="next"',
  '<NEXT>; rel="next',
  '<NEXT> rel=next',
  '<NEXT>; rel="next", </other>; rel="next"',
];

describe('a Link header', () => {
  test.concurrent.each(understood.map((form, at) => [form, `clear/n${at}`]))(
    '%s leads to the second page',
    async (form, path) => {
      given(path, { headers: { link: linkOf(path, form) } });
      const { exitCode, json: listed } = await runJson('tags', { registry: host, image: path }, { internet });
      expect([exitCode, listed.tags]).toEqual([0, ['a1', 'a2', 'a3', 'z-production']]);
    },
  );

  test.concurrent.each(unclear.map((form, at) => [form, `unclear/n${at}`]))(
    '%s: the list is not taken for a whole one',
    async (form, path) => {
      given(path, { headers: { link: linkOf(path, form) } });
      const listed = await runJson('tags', { registry: host, image: path }, { internet });
      expect([listed.exitCode, listed.stderr]).toEqual([5, expect.stringContaining('Link header is not understood')]);
      const cwd = await folders.create();
      const pruned = await prune([`${host}/${path}`, '--keep', '1', '--protect', '^z-'], { internet, cwd });
      expect([pruned.exitCode, registry.tags(path)]).toEqual([5, ['a1', 'a2', 'a3', 'z-production']]);
    },
  );

  test.concurrent('that is not understood: every command that needs the list fails, and changes nothing', async () => {
    const path = 'unclear/commands';
    const image = `${host}/${path}`;
    given(path, { headers: { link: `/v2/${path}/tags/list?page=2; rel="next"` } });
    const cwd = await folders.create();
    const runs = [
      await deleteImages([`${image}:a1`], { internet, cwd }),
      await deleteImages([`${image}:never`, '--missing-ok'], { internet, cwd }),
      await prune([image, '--keep', '1'], { internet, cwd }),
      await runJson('backup', { image, file: join(cwd, 'backup.json') }, { internet }),
      await runJson('latest', { image: `${image}:1.0.0` }, { internet }),
      await runJson('tags', { image, details: 'true' }, { internet }),
    ];
    for (const { exitCode, stderr } of runs) {
      expect([exitCode, stderr]).toEqual([5, expect.stringContaining('Link header is not understood')]);
    }
    expect([registry.tags(path), await readdir(cwd)]).toEqual([['a1', 'a2', 'a3', 'z-production'], []]);
  });

  test.concurrent('to what is clearly no next page ends the list', async () => {
    given('other/rel', { headers: { link: '</v2/>; rel="first", </style.css>; rel=preload; as=style' } });
    const { exitCode, json: listed } = await runJson('tags', { registry: host, image: 'other/rel' }, { internet });
    expect([exitCode, listed.count]).toEqual([0, 3]);
  });

  test.concurrent.each([
    ['the catalog', () => runJson('repositories', { registry: host }, { internet }), 'catalog'],
    ['referrers', () => copy({ from: `${host}/referred:1.0`, to: `${host}/copied:1.0` }, { internet }), 'referred'],
  ])('that is not understood: %s is not taken for whole', async (_name, run, path) => {
    registry.image('referred', '1.0');
    leads.set(path, { headers: { link: '/v2/more?page=2; rel="next"' } });
    const { exitCode, stderr } = await run();
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('Link header is not understood')]);
  });
});

const bodies = [
  { next: '/v2/x?page=2' },
  { nextPageToken: 'abc' },
  { truncated: true },
  { hasNext: true },
  { has_more: 'true' },
  { NextToken: 'abc' },
  { isTruncated: true },
  { pagination: { next: '/x' } },
  { _links: { next: { href: '/x' } } },
];
test.concurrent.each(bodies.map((body, at) => [body, at] as const))(
  'a list that names more in its body, %j, is not taken for a whole one',
  async (body, at) => {
    const path = `body/n${at}`;
    given(path, { body });
    const { exitCode, stderr } = await runJson('tags', { registry: host, image: path }, { internet });
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('no Link header names the next page')]);
  },
);

const headers: readonly (readonly [string, string, string])[] = [
  ['x-next-page', '2', 'its header x-next-page names more'],
  ['links', '</v2/x?page=2>; rel="next"', 'its header links names more'],
  ['x-continuation-token', 'abc', 'its header x-continuation-token names more'],
  ['x-total-count', '4', 'its list ends after 3 of 4'],
  ['x-total', '4', 'its list ends after 3 of 4'],
  ['content-range', 'tags 0-2/4', 'its list ends after 3 of 4'],
];
test.concurrent.each(headers)('a list that names more by %s: nothing is deleted', async (name, value, words) => {
  const path = `header/${name}`;
  given(path, { headers: { [name]: value } });
  const run = await prune([`${host}/${path}`, '--keep', '1', '--protect', '^z-'], {
    internet,
    cwd: await folders.create(),
  });
  expect([run.exitCode, run.stderr]).toEqual([5, expect.stringContaining(words)]);
  expect(registry.tags(path)).toHaveLength(4);
});

test.concurrent.each([{ total: 4 }, { total_count: 4 }, { totalCount: 4 }])(
  'a list that is shorter than %j',
  async (body) => {
    const path = `total/${Object.keys(body)[0]?.toLowerCase()}`;
    given(path, { body });
    const { exitCode, stderr } = await runJson('tags', { registry: host, image: path }, { internet });
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('its list ends after 3 of 4')]);
  },
);

test.concurrent('headers and members that say that a list ends are understood', async () => {
  const ends = { 'x-next-page': '', 'x-total-count': '3', 'content-range': 'tags 0-2/*' };
  given('ends', { headers: ends, body: { next: null, hasMore: false, pagination: { next: '' }, page: 1, total: 3 } });
  const { exitCode, json: listed } = await runJson('tags', { registry: host, image: 'ends' }, { internet });
  expect([exitCode, listed.count]).toEqual([0, 3]);
});

describe('the lists of other APIs', () => {
  const others = [7, {}, ['/v2/x'], true, 'https://'].map((next, at) => [next, `next-${at}`] as const);
  test.concurrent.each(others)('Docker Hub, with next %j: exit code 5', async (next, name) => {
    internet.inject({
      host: 'hub.docker.com',
      path: new RegExp(`/${name}/tags`),
      answer: json(200, { count: 1, next, results: [{ name: '1.0', digest: shaA }] }),
    });
    const { exitCode, stderr } = await runJson('tags', { image: `acme/${name}`, details: 'true' }, { internet });
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('the address of its next page is invalid')]);
  });

  const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
  test.concurrent.each([
    ['ghcr.io', 'GitHub', '/versions', "</organizations/1/packages?page=2>; rel='next'", 'ada', token],
    [
      'harbor.example.com',
      'Harbor',
      '/artifacts',
      '</api/v2.0/artifacts?page=2>',
      'robot$library+ci',
      'a-secret-0123456789',
    ],
  ])(
    '%s, with a Link that is not understood: nothing is deleted',
    async (registryHost, service, list, link, username, password) => {
      const accounts = registryHost === 'ghcr.io' ? internet.ghcr : internet.harbor;
      accounts.users.set(username, password);
      const path = registryHost === 'ghcr.io' ? 'acme/half' : 'library/half';
      accounts.repository(path, { members: [username], private: true });
      for (const tag of ['1', '2']) await accounts.image(path, tag, { content: `${service} ${tag}` });
      internet.inject({
        method: 'GET',
        path: new RegExp(`half${list}`),
        answer: { alter: (answer) => ({ ...answer, headers: { ...answer.headers, link } }) },
      });
      const env = { IMAGE_GATE_REGISTRY: registryHost, IMAGE_GATE_USERNAME: username, IMAGE_GATE_PASSWORD: password };
      const run = await prune([path, '--keep', '1'], { internet, env, cwd: await folders.create() });
      expect([run.exitCode, run.stderr]).toEqual([5, expect.stringContaining('Link header is not understood')]);
      expect(internet.requests.filter(({ method, path: at }) => method === 'DELETE' && at.includes('half'))).toEqual(
        [],
      );
    },
  );
});
