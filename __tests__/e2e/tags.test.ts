import { describe, expect, test } from '@jest/globals';
import { type Answer, type Host, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useInternet, useRegistry } from './support/surroundings.js';

const registries = new Map<string, RunningRegistry>();

const many = Array.from({ length: 10_000 }, (_, at) => `v1.${Math.floor(at / 100)}.${at % 100}`);
const evil = ['\u001b]0;owned\u0007', 'a\n::error::x', '<img src=x>', 'sha256:abc', 'ok'];

/** A registry that lists its tags in every way that registries do. */
const odd: Host = async ({ url }) => {
  if (url.pathname.startsWith('/v2/odd/damaged/manifests/')) return { status: 200, body: '{}' };
  const [, name = ''] = /^\/v2\/odd\/([^/]+)\/tags\/list$/.exec(url.pathname) ?? [];
  const list = (tags: unknown, link?: string): Answer => ({
    status: 200,
    headers: { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) },
    body: JSON.stringify({ name: `odd/${name}`, tags }),
  });
  const last = url.searchParams.get('last');
  const page = (next: string) => (last === null ? list(['a', 'b'], `<${next}>; rel="next"`) : list(['b', 'c']));
  const answers: Record<string, () => Answer> = {
    relative: () => page('/v2/odd/relative/tags/list?n=2&last=b'),
    query: () => page('?n=2&last=b'),
    absolute: () => page('https://odd.example.com/v2/odd/absolute/tags/list?n=2&last=b'),
    // Artifactory leaves the repository's key out (RTFACT-18971).
    artifactory: () => page('/v2/tags/list?n=2&last=b'),
    foreign: () => page('https://evil.example.com/v2/odd/foreign/tags/list?n=2&last=b'),
    nolink: () => {
      const from = last === null ? 0 : many.indexOf(last) + 1;
      return list(many.slice(0, 1500).slice(from, from + 1000));
    },
    ignores: () => list(many.slice(0, 1000)),
    whole: () => list(many.slice(0, 1500)),
    none: () => list(null),
    damaged: () => list(['bad']),
    vanishing: () => list(['gone']),
    circle: () => list(['a'], '</v2/odd/circle/tags/list?n=1000>; rel="next"'),
    broken: () => list(['a'], '<https://>; rel="next"'),
    numbers: () => list([1, 2]),
    page: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Login</title>' }),
    evil: () => list(evil),
    many: () => {
      const from = last === null ? 0 : many.indexOf(last) + 1;
      const some = many.slice(from, from + 1000);
      const more = from + 1000 < many.length;
      return list(some, more ? `</v2/odd/many/tags/list?n=1000&last=${some.at(-1)}>; rel="next"` : undefined);
    },
    denied: () => ({ status: 403, body: '{"errors":[{"code":"DENIED"}]}' }),
    down: () => ({ status: 500, headers: { 'retry-after': '9999' } }),
  };
  return answers[name]?.() ?? { status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN","message":"unknown"}]}' };
};

const internet = await useInternet({ hosts: { 'odd.example.com': odd, 'evil.example.com': odd } });
for (const kind of registryKinds) registries.set(kind, await useRegistry({ kind }));

const list = (image: string, more: Record<string, string> = {}) =>
  runJson('tags', { registry: 'odd.example.com', image, ...more }, { internet });

describe('pages', () => {
  test.concurrent.each(['relative', 'query', 'absolute', 'artifactory', 'foreign'])(
    'by a Link that is %s: each tag once, from this registry alone',
    async (form) => {
      const { exitCode, json } = await list(`odd/${form}`);
      expect([exitCode, json.tags]).toEqual([0, ['a', 'b', 'c']]);
      expect(requestsAbout(internet.requests, `odd/${form}`)).toEqual([
        `GET odd.example.com/v2/odd/${form}/tags/list?n=1000 200`,
        expect.stringMatching(`^GET odd.example.com/v2/odd/${form}/tags/list\\?n=2&last=b 200$`),
      ]);
    },
  );

  test.concurrent.each([
    ['nolink', 1500, 2],
    ['ignores', 1000, 2],
    ['whole', 1500, 1],
    ['none', 0, 1],
  ])('without a Link, %s: %d tags by %d requests', async (form, count, requests) => {
    const { exitCode, json } = await list(`odd/${form}`);
    expect([exitCode, json.count]).toEqual([0, count]);
    expect(requestsAbout(internet.requests, `odd/${form}`)).toHaveLength(requests);
  });

  test.concurrent('10,000 tags take 10 requests, one more because the last page is full', async () => {
    const { exitCode, json } = await list('odd/many', { sort: 'version', limit: '2' });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ count: 2, total: 10_000, tags: ['v1.99.99', 'v1.99.98'] });
    expect(requestsAbout(internet.requests, 'odd/many').length).toBeLessThanOrEqual(12);
  });

  test.concurrent.each([
    ['circle', 5, 'form a loop'],
    ['broken', 5, 'the address of its next page is invalid'],
    ['numbers', 5, 'are not a list of strings'],
    ['page', 5, 'an HTML page titled “Login”'],
    ['missing', 3, '404 Not Found; “NAME_UNKNOWN: unknown”'],
    ['denied', 4, '403 Forbidden'],
    ['down', 5, '500 Internal Server Error'],
  ])('%s: exit code %d, and it says %s', async (form, code, words) => {
    const { exitCode, json, stderr } = await list(`odd/${form}`);
    expect([exitCode, json.error]).toEqual([code, expect.stringContaining(words)]);
    expect(stderr).toContain('What to do: ');
  });
});

test.concurrent('10,000 images are not read one by one: exit code 7, and what to do', async () => {
  for (const more of [{ sort: 'pushed', limit: '1' }, { details: 'true' }]) {
    const { exitCode, stderr } = await list('odd/many', more as Record<string, string>);
    expect([exitCode, stderr]).toEqual([7, expect.stringContaining('Choose fewer tags with --include and --exclude')]);
    expect(stderr).not.toContain('Warning');
  }
});

test.concurrent('a damaged image is listed with what is wrong: exit code 5', async () => {
  const { exitCode, json } = await list('odd/damaged', { details: 'true' });
  expect(exitCode).toBe(5);
  expect(json.tags).toEqual([{ name: 'bad', error: expect.stringContaining('not an image manifest'), exitCode: 5 }]);
});

test.concurrent('a tag that has gone since it was listed is left out, which a warning says', async () => {
  const { exitCode, json, stderr } = await list('odd/vanishing', { details: 'true' });
  expect([exitCode, json.count]).toEqual([0, 0]);
  expect(stderr).toContain('The tag gone was listed but does not exist: it was left out.');
});

test.concurrent('names that are no tags are left out, and not shown', async () => {
  const action = await runCommandAction('tags', { registry: 'odd.example.com', image: 'odd/evil' }, { internet });
  expect(action.outputs).toEqual({ tags: '["ok"]', count: '1' });
  expect(action.annotations).toEqual([expect.objectContaining({ kind: 'warning' })]);
  expect(`${action.log}${action.summary}`).not.toMatch(/owned|<img|::error::x/);
});

describe.each(registryKinds)('%s registry', (kind) => {
  const registry = () => {
    const found = registries.get(kind);
    if (found === undefined) throw new Error(`no ${kind} registry`);
    return found;
  };

  test('filters, sorts and limits; with details reads each distinct image once', async () => {
    const name = 'acme/app';
    await pushImage(registry(), name, '1.9.0', { created: '2026-01-09T00:00:00Z' });
    await pushImage(registry(), name, '1.10.0', {
      created: '2026-01-10T00:00:00Z',
      platforms: ['linux/amd64', 'linux/arm64'],
    });
    await pushImage(registry(), name, '2.0.0-rc.1', { created: '2026-01-20T00:00:00Z' });
    await pushImage(registry(), name, 'old', { created: '1970-01-01T00:00:00Z', content: 'x' });
    await pushImage(registry(), name, 'same', { created: '1970-01-01T00:00:00Z', content: 'x' });
    const ask = (more: Record<string, string>) => runJson('tags', { registry: registry().host, image: name, ...more });

    expect((await ask({})).json).toMatchObject({ tags: ['1.10.0', '1.9.0', '2.0.0-rc.1', 'old', 'same'] });
    expect((await ask({ sort: 'version' })).json.tags).toEqual(['2.0.0-rc.1', '1.10.0', '1.9.0', 'old', 'same']);
    expect((await ask({ include: '^1', exclude: '9' })).json).toMatchObject({
      tags: ['1.10.0'],
      matching: 1,
      total: 5,
    });
    const pushed = await ask({ sort: 'pushed', limit: '3' });
    expect(pushed.json.tags).toEqual(['2.0.0-rc.1', '1.10.0', '1.9.0']);
    expect(pushed.stderr).toContain('does not report when tags were pushed');

    const before = registry().requests.length;
    const detailed = await ask({ details: 'true' });
    expect(detailed.json.tags).toEqual([
      expect.objectContaining({
        name: '1.10.0',
        platforms: ['linux/amd64', 'linux/arm64'],
        created: '2026-01-10T00:00:00.000Z',
      }),
      expect.objectContaining({ name: '1.9.0', digest: expect.stringMatching(/^sha256:/), size: expect.any(Number) }),
      expect.objectContaining({ name: '2.0.0-rc.1', platforms: ['linux/amd64'] }),
      expect.objectContaining({ name: 'old' }),
      expect.objectContaining({ name: 'same' }),
    ]);
    // The list, five tags, two platforms of the index, five configs.
    expect(registry().requests.length - before).toBe(13);
    expect((await runText('tags', { registry: registry().host, image: name, details: 'true' })).stdout).toMatch(
      /^TAG +CREATED +SIZE +PLATFORMS +DIGEST\n1\.10\.0 /,
    );
  });

  test('a repository that is not there: exit code 3', async () => {
    const { exitCode } = await runJson('tags', { registry: registry().host, image: 'acme/nothing' });
    expect(exitCode).toBe(3);
  });
});

describe('Docker Hub', () => {
  test.concurrent('names come from the registry, dates and sizes from its API', async () => {
    const name = 'acme/dated';
    await internet.hub.image(name, 'a', { created: '2026-01-01T00:00:00Z' });
    await internet.hub.image(name, 'b', { created: '2026-03-01T00:00:00Z' });
    await internet.hub.image(name, 'c', { created: '2026-02-01T00:00:00Z', platforms: ['linux/amd64', 'linux/arm64'] });
    const ask = (more: Record<string, string>) => runJson('tags', { image: name, ...more }, { internet });

    expect((await ask({})).json.tags).toEqual(['a', 'b', 'c']);
    expect(requestsAbout(internet.requests, name).some((line) => line.includes('hub.docker.com'))).toBe(false);
    const { json, stderr } = await ask({ sort: 'pushed', details: 'true' });
    expect(stderr).toBe('');
    expect(json.tags).toEqual([
      expect.objectContaining({ name: 'b', pushed: '2026-03-01T00:00:00.000Z' }),
      expect.objectContaining({ name: 'c', platforms: ['linux/amd64', 'linux/arm64'] }),
      expect.objectContaining({ name: 'a', digest: expect.stringMatching(/^sha256:/), size: expect.any(Number) }),
    ]);
    expect(requestsAbout(internet.requests, name).filter((line) => line.includes('/manifests/'))).toEqual([]);
  });

  test.concurrent('a repository that is not there: exit code 3', async () => {
    const { exitCode } = await runJson('tags', { image: 'acme/nothing', details: 'true' }, { internet });
    expect(exitCode).toBe(3);
  });
});

test.concurrent.each([
  [{}, 'image is required'],
  [{ image: 'acme/app:1' }, 'has a tag or a digest'],
  [{ image: 'acme/app', sort: 'date' }, 'which is not one of name, version, pushed'],
  [
    { image: 'ghcr.io/acme/app', registry: 'docker.io', username: 'ada', password: 'secret-1' },
    '--username and --password are for docker.io, and the image is in ghcr.io',
  ],
])('wrong usage %#: exit code 64, and nothing is asked', async (inputs, words) => {
  const { exitCode, json } = await runJson('tags', inputs as Record<string, string>);
  expect([exitCode, json.error]).toEqual([64, expect.stringContaining(words)]);
});
