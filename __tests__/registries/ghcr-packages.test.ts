import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../src/http/message.js';
import { anonymous } from '../../src/registries/auth/credentials.js';
import { packagesToken } from '../../src/registries/drivers/ghcr/answers.js';
import { idsByDigest } from '../../src/registries/drivers/ghcr/packages.js';
import { collect } from '../support/collect.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { packageToken, setUpPackages } from '../support/ghcr.js';
import { answerOf } from '../support/http.js';
import { shaA, shaB } from '../support/manifests.js';

const inOrganization = '/orgs/acme/packages/container/app';
const ofUser = '/users/acme/packages/container/app';
const list = '/versions?per_page=100&state=active';

function version(id: number, more: object = {}) {
  return {
    id,
    name: `sha256:${String(id).padStart(64, '0')}`,
    created_at: '2026-01-02T03:04:05Z',
    updated_at: '2026-02-02T03:04:05Z',
    metadata: { package_type: 'container', container: { tags: [`v${id}`] } },
    ...more,
  };
}

/** Answers page by page: the versions' numbers, and where the next page is. */
function pages(all: readonly { ids: readonly number[]; next?: string }[]) {
  return (_request: HttpRequest, number: number) => {
    const page = all[number - 1];
    if (page === undefined) throw new Error('one page too many');
    const { ids, next } = page;
    const headers = next === undefined ? {} : { link: `<${next}>; rel="next", <https://x/>; rel="last"` };
    return answerOf(200, { headers, body: ids.map((id) => version(id)) });
  };
}

const numbered = (page: number) =>
  `https://api.github.com/organizations/7/packages/container/app/versions?page=${page}`;

describe('the versions', () => {
  it('are read with tags and dates, and with the token', async () => {
    const untagged = version(2, { name: shaB, metadata: { container: { tags: [] } } });
    const { packages, lines, http } = setUpPackages(() =>
      answerOf(200, { body: [version(1, { name: shaA }), untagged] }),
    );
    const created = new Date('2026-01-02T03:04:05Z');
    const updated = new Date('2026-02-02T03:04:05Z');
    expect(await collect(packages.versions('active'))).toEqual([
      { id: 1, digest: shaA, tags: ['v1'], created, updated },
      { id: 2, digest: shaB, tags: [], created, updated },
    ]);
    expect(lines()).toEqual([`GET ${inOrganization}${list}`]);
    expect(http.requests[0]?.headers?.authorization).toBe(`token ${packageToken}`);
  });

  it('are requested from the organization, then from the user, and the owner is remembered', async () => {
    const { packages, lines } = setUpPackages(({ url }) =>
      url.pathname.startsWith('/orgs/') ? answerOf(404) : answerOf(200, { body: [] }),
    );
    expect(await collect(packages.versions('active'))).toEqual([]);
    await collect(packages.versions('deleted'));
    expect(lines()).toEqual([
      `GET ${inOrganization}${list}`,
      `GET ${ofUser}${list}`,
      `GET ${ofUser}/versions?per_page=100&state=deleted`,
    ]);
  });

  it('of a package with slashes in its name', async () => {
    const { packages, lines } = setUpPackages(() => answerOf(200, { body: [] }), 'acme/team/app');
    await collect(packages.versions('active'));
    expect(lines()).toEqual([`GET /orgs/acme/packages/container/team%2Fapp${list}`]);
  });

  it('follow Link, which names owners by number; what slips onto the next page comes once', async () => {
    const { packages, lines } = setUpPackages(
      pages([
        { ids: [4, 3], next: numbered(2) },
        { ids: [3, 2], next: '/organizations/7/packages/container/app/versions?page=3' },
        { ids: [1] },
      ]),
    );
    expect((await collect(packages.versions('active'))).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(lines().slice(1)).toEqual(
      [2, 3].map((page) => `GET ${numbered(page).replace('https://api.github.com', '')}`),
    );
  });

  it.each([
    [
      'a page that has been',
      [
        { ids: [1], next: numbered(2) },
        { ids: [1], next: numbered(2) },
      ],
      'form a loop',
    ],
    ['an empty page that goes on', [{ ids: [], next: numbered(2) }], 'form a loop'],
    ['another host', [{ ids: [1], next: 'https://evil.example.com/' }], 'https://evil.example.com'],
    ['plain HTTP', [{ ids: [1], next: 'http://api.github.com/x' }], 'http://api.github.com'],
    ['no address', [{ ids: [1], next: 'https://' }], 'its next page is invalid'],
  ])('are refused where they lead to %s', async (_name, all, words) => {
    const { packages, http } = setUpPackages(pages(all));
    const failure = await rejectionOf(collect(packages.versions('active')));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(words);
    expect(http.requests.every(({ url }) => url.origin === 'https://api.github.com')).toBe(true);
  });

  it.each([
    ['a name that is no digest', version(1, { name: 'latest' })],
    ['no id', version(1, { id: undefined })],
    ['an id that is too large', version(1, { id: 2 ** 60 })],
    ['no metadata', version(1, { metadata: undefined })],
    ['metadata of something else', version(1, { metadata: { docker: { tag: [] } } })],
    ['tags that are none', version(1, { metadata: { container: { tags: [1] } } })],
    ['tags that are no list', version(1, { metadata: { container: { tags: null } } })],
    ['no date', version(1, { created_at: null })],
    ['a date that is none', version(1, { updated_at: 'yesterday' })],
    ['nothing', null],
  ])('are refused as a whole where one has %s', async (_name, broken) => {
    const { packages } = setUpPackages(() => answerOf(200, { body: [version(2), broken] }));
    expect(await rejectionOf(collect(packages.versions('active')))).toMatchObject({ kind: 'server' });
  });

  it.each(['{"versions":[]}', 'null', '[{', '', '<html><title>Unicorn!</title>'])(
    'are refused where the answer is %j',
    async (body) => {
      const { packages } = setUpPackages(() => answerOf(200, { body }));
      expect(await rejectionOf(collect(packages.versions('active')))).toMatchObject({ kind: 'server' });
    },
  );

  it('that came from another host by a redirect are not taken', async () => {
    const elsewhere = { body: [version(1)], url: new URL('https://other.example.com/versions') };
    const { packages } = setUpPackages(() => answerOf(200, elsewhere));
    expect((await rejectionOf(collect(packages.versions('active')))).message).toContain('not to api.github.com');
  });

  it.each([
    [401, 'authentication', 'classic'],
    [403, 'denied', 'Fine-grained tokens'],
    [404, 'not-found', 'owner and name'],
    [500, 'server', 'status page'],
  ])('%i says what to do', async (status, kind, words) => {
    const { packages } = setUpPackages(() => answerOf(status, { body: { message: 'Unhappy.' } }));
    const failure = await rejectionOf(collect(packages.versions('active')));
    expect(failure).toMatchObject({ kind });
    expect(failure.message).toContain('“Unhappy.”');
    expect(failure.advice).toContain(words);
  });

  it('on a page that fails end the list with a failure', async () => {
    const { packages } = setUpPackages((request, number) =>
      number === 1 ? pages([{ ids: [1], next: numbered(2) }])(request, 1) : answerOf(403),
    );
    expect(await rejectionOf(collect(packages.versions('active')))).toMatchObject({ kind: 'denied' });
  });

  it.each([
    ['refuses the next page', 101],
    ['does not say that there is one', 100],
  ])('more than 10,000, and GitHub %s: nothing is done on half a list', async (_name, ends) => {
    const { packages } = setUpPackages((_request, number) => {
      if (number === 101) return answerOf(400, { body: { message: 'Only the first 10000.' } });
      const ids = Array.from({ length: 100 }, (_, index) => number * 1000 + index);
      const headers: Record<string, string> = number < ends ? { link: `<${numbered(number + 1)}>; rel="next"` } : {};
      return answerOf(200, { headers, body: ids.map((id) => version(id)) });
    });
    const failure = await rejectionOf(idsByDigest(packages.versions('active')));
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7 });
    expect(failure.message).toContain('10,000');
    expect(failure.advice).toContain('until there are fewer');
  });
});

/** Answers requests by `METHOD path`; the package is the organization's. */
function answering(answers: Readonly<Record<string, ReturnType<typeof answerOf>>>) {
  return setUpPackages(
    ({ method, url }) => answers[`${method} ${url.pathname.replace(inOrganization, '')}`] ?? answerOf(404),
  );
}

const there = { 'GET ': answerOf(200, { body: {} }) };

describe('one version', () => {
  it('is read as it is now', async () => {
    const { packages } = answering({ ...there, 'GET /versions/7': answerOf(200, { body: version(7) }) });
    expect(await packages.version(7)).toMatchObject({ id: 7, tags: ['v7'] });
  });

  it('is undefined only when the package exists without it', async () => {
    expect(await answering(there).packages.version(7)).toBeUndefined();
    expect(await rejectionOf(answering({}).packages.version(7))).toMatchObject({ kind: 'not-found' });
  });

  it.each([
    [403, version(7), 'denied'],
    [200, { ...version(7), name: 'x' }, 'server'],
    [200, [version(7)], 'server'],
  ])('%i with %j is a failure', async (status, body, kind) => {
    const { packages } = answering({ ...there, 'GET /versions/7': answerOf(status, { body }) });
    expect(await rejectionOf(packages.version(7))).toMatchObject({ kind });
  });
});

describe('deleting a version', () => {
  it('requests the owner of the package if it is not known yet', async () => {
    const { packages, lines } = answering({ ...there, 'DELETE /versions/7': answerOf(204) });
    expect(await packages.deleteVersion(7)).toBe('deleted');
    expect(await packages.deleteVersion(7)).toBe('deleted');
    expect(lines()).toEqual([
      `GET ${inOrganization}`,
      `DELETE ${inOrganization}/versions/7`,
      `DELETE ${inOrganization}/versions/7`,
    ]);
  });

  it('404 is missing when the package exists and the version is not', async () => {
    expect(await answering(there).packages.deleteVersion(7)).toBe('missing');
  });

  it('404 for a package that cannot be seen is not found', async () => {
    const failure = await rejectionOf(answering({}).packages.deleteVersion(7));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
  });

  it('404 while the version exists means that it may not be deleted', async () => {
    const { packages } = answering({ ...there, 'GET /versions/7': answerOf(200, { body: version(7) }) });
    const failure = await rejectionOf(packages.deleteVersion(7));
    expect(failure).toMatchObject({ kind: 'denied', exitCode: 4 });
    expect(failure.message).toContain('the version still exists');
  });

  it.each([
    [400, 'more than 5000 downloads', 'unsupported', 'last tagged version'],
    [403, 'Must have admin rights', 'denied', 'delete:packages'],
    [401, 'Bad credentials', 'authentication', 'packages: write'],
    [500, 'Oops', 'server', 'status page'],
  ])('%i', async (status, message, kind, words) => {
    const { packages } = answering({ ...there, 'DELETE /versions/7': answerOf(status, { body: { message } }) });
    const failure = await rejectionOf(packages.deleteVersion(7));
    expect(failure).toMatchObject({ kind });
    expect(failure.message).toContain(message);
    expect(failure.advice).toContain(words);
  });
});

describe('restoring a version', () => {
  it('may be requested twice', async () => {
    const { packages, http } = answering({ ...there, 'POST /versions/7/restore': answerOf(204) });
    expect(await packages.restoreVersion(7)).toBe('restored');
    expect(http.requests.at(-1)).toMatchObject({ method: 'POST', repeatable: true });
  });

  it('404 is success when the version exists by now', async () => {
    const { packages } = answering({ ...there, 'GET /versions/7': answerOf(200, { body: version(7) }) });
    expect(await packages.restoreVersion(7)).toBe('restored');
  });

  it('404 is missing when it is not, and a failure without the package', async () => {
    expect(await answering(there).packages.restoreVersion(7)).toBe('missing');
    expect(await rejectionOf(answering({}).packages.restoreVersion(7))).toMatchObject({ kind: 'not-found' });
  });

  it('403 names the missing scope', async () => {
    const { packages } = answering({ ...there, 'POST /versions/7/restore': answerOf(403) });
    expect((await rejectionOf(packages.restoreVersion(7))).advice).toContain('write:packages');
  });
});

describe('the token', () => {
  it('is the password, or its replacement', () => {
    expect(packagesToken({ kind: 'password', username: 'x', password: 'ghp' })).toBe('ghp');
    expect(packagesToken({ kind: 'identity', username: 'x', token: 'ghp' })).toBe('ghp');
  });

  it.each([
    [anonymous, 'no credentials were given'],
    [{ kind: 'bearer' as const, token: 'abc' }, 'only a registry token'],
  ])('%j has none, and it says what to give', (credentials, words) => {
    const failure = failureOf(() => packagesToken(credentials));
    expect(failure).toMatchObject({ kind: 'authentication', exitCode: 2 });
    expect(failure.message).toContain(words);
    expect(failure.advice).toContain('delete:packages');
  });
});

it('a name without an owner is refused', () => {
  expect(failureOf(() => setUpPackages(() => answerOf(500), 'app'))).toMatchObject({ kind: 'usage' });
});
