import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../src/http/message.js';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { createHarbor } from '../../src/registries/drivers/harbor/api.js';
import { collect } from '../support/collect.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { shaA, shaB } from '../support/manifests.js';

const robot: Credentials = { kind: 'password', username: 'robot$library+ci', password: 's3cret' };
const list = '?page_size=100&with_tag=true&with_immutable_status=true&with_accessory=true';
const home = '/api/v2.0/projects/library/repositories/app';

function setUp(handle: Parameters<typeof fakeHttp>[0], path = 'library/app', credentials = robot) {
  const http = fakeHttp(handle);
  const harbor = createHarbor(repositoryName(parseRegistry('harbor.test'), path), {
    http,
    credentials,
    origin: new URL('https://harbor.test'),
  });
  return { harbor, http, lines: () => http.lines().map((line) => line.replace('https://harbor.test', '')) };
}

function artifact(number: number, more: object = {}) {
  return { digest: `sha256:${String(number).padStart(64, '0')}`, tags: null, references: null, ...more };
}

/** Answers page by page. */
function pages(all: readonly { numbers: readonly number[]; next?: string; total?: number }[]) {
  return (_request: HttpRequest, count: number) => {
    const { numbers = [], next, total } = all[count - 1] ?? {};
    const headers: Record<string, string> = {
      ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
      ...(total === undefined ? {} : { 'x-total-count': String(total) }),
    };
    return answerOf(200, { headers, body: numbers.map((number) => artifact(number)) });
  };
}

describe('the artifacts', () => {
  it('are read with tags, children and accessories', async () => {
    const body = [
      artifact(1, {
        digest: shaA,
        size: 42,
        push_time: '2026-01-02T03:04:05.678Z',
        pull_time: '0001-01-01T00:00:00.000Z',
        tags: [
          { name: 'v1', push_time: '2026-01-02T03:04:05.678Z', immutable: true },
          { name: 'latest', push_time: '0001-01-01T00:00:00.000Z', immutable: false },
        ],
        references: [{ child_digest: shaB }],
        accessories: [{ digest: shaB, type: 'signature.cosign' }],
      }),
      artifact(2),
    ];
    const { harbor, http, lines } = setUp(() => answerOf(200, { body }));
    const pushed = new Date('2026-01-02T03:04:05.678Z');
    expect(await collect(harbor.artifacts())).toEqual([
      {
        digest: shaA,
        size: 42,
        pushed,
        pulled: 'never',
        tags: [
          { name: 'v1', pushed, immutable: true },
          { name: 'latest', pushed: undefined, immutable: false },
        ],
        children: [shaB],
        accessories: [shaB],
      },
      {
        digest: artifact(2).digest,
        size: undefined,
        pushed: undefined,
        pulled: undefined,
        tags: [],
        children: [],
        accessories: [],
      },
    ]);
    expect(lines()).toEqual([`GET ${home}/artifacts${list}`]);
    const basic = Buffer.from('robot$library+ci:s3cret').toString('base64');
    expect(http.requests[0]?.headers?.authorization).toBe(`Basic ${basic}`);
  });

  it('of a repository with slashes in its name: encoded twice', async () => {
    const { harbor, lines } = setUp(() => answerOf(200, { body: [] }), 'library/team/app');
    await collect(harbor.artifacts());
    expect(lines()).toEqual([`GET /api/v2.0/projects/library/repositories/team%252Fapp/artifacts${list}`]);
  });

  it.each<[Credentials, string | undefined]>([
    [anonymous, undefined],
    [{ kind: 'identity', username: 'ann', token: 'cli' }, `Basic ${Buffer.from('ann:cli').toString('base64')}`],
  ])('may be asked for with %j', async (credentials, expected) => {
    const { harbor, http } = setUp(() => answerOf(200, { body: [] }), 'library/app', credentials);
    await collect(harbor.artifacts());
    expect(http.requests[0]?.headers?.authorization).toBe(expected);
  });

  it('are not requested with a token of the registry', async () => {
    const { harbor, http } = setUp(() => answerOf(200), 'library/app', { kind: 'bearer', token: 'x' });
    expect(await rejectionOf(collect(harbor.artifacts()))).toMatchObject({ kind: 'authentication' });
    expect(http.requests).toEqual([]);
  });

  it.each([undefined, 'many', '-1'])('may be counted on the first page alone: then %j', async (total) => {
    const { harbor } = setUp((_request, count) => {
      const headers: Record<string, string> = total === undefined ? {} : { 'x-total-count': total };
      if (count === 1) Object.assign(headers, { 'x-total-count': '2', link: '</x>; rel="next"' });
      return answerOf(200, { headers, body: [artifact(count)] });
    });
    expect(await collect(harbor.artifacts())).toHaveLength(2);
  });

  it('follow Link, relative too', async () => {
    const { harbor, lines } = setUp(
      pages([
        { numbers: [1, 2], next: `${home}/artifacts?page=2`, total: 3 },
        { numbers: [2, 3], total: 3 },
      ]),
    );
    expect(await collect(harbor.artifacts())).toHaveLength(3);
    expect(lines()[1]).toBe(`GET ${home}/artifacts?page=2`);
  });

  it.each([
    ['end before their count', [{ numbers: [1], total: 2 }], 'ends after 1 of 2'],
    [
      'become fewer meanwhile',
      [
        { numbers: [1, 2], next: '/x?page=2', total: 4 },
        { numbers: [3], total: 3 },
      ],
      'deleted while',
    ],
    [
      'go round',
      [
        { numbers: [1], next: '/x', total: 2 },
        { numbers: [1], next: '/x', total: 2 },
      ],
      'form a loop',
    ],
    ['lead elsewhere', [{ numbers: [1], next: 'https://evil.example.com/', total: 2 }], 'evil.example.com'],
  ])('are refused where they %s', async (_name, all, words) => {
    const failure = await rejectionOf(collect(setUp(pages(all)).harbor.artifacts()));
    expect(failure).toMatchObject({ kind: 'server' });
    expect(failure.message).toContain(words);
  });

  it.each([
    ['no digest', { digest: undefined }],
    ['tags that are no list', { tags: {} }],
    ['a tag without a name', { tags: [{ immutable: false }] }],
    ['a tag of which it does not say whether it is immutable', { tags: [{ name: 'v1' }] }],
    ['a child without a digest', { references: [{ child_id: 1 }] }],
    ['an accessory that is none', { accessories: [null] }],
    ['an accessory without a digest', { accessories: [{ digest: 'sha256:1' }] }],
  ])('are refused as a whole where one has %s', async (_name, more) => {
    const { harbor } = setUp(() => answerOf(200, { body: [artifact(1), artifact(2, more)] }));
    expect(await rejectionOf(collect(harbor.artifacts()))).toMatchObject({ kind: 'server' });
  });

  it.each([
    [401, 'authentication', 'CLI secret'],
    [403, 'denied', 'robot account'],
    [404, 'not-found', 'project'],
  ])('%i says what to do', async (status, kind, words) => {
    const body = { errors: [{ code: 'CODE', message: 'no' }] };
    const failure = await rejectionOf(collect(setUp(() => answerOf(status, { body })).harbor.artifacts()));
    expect(failure).toMatchObject({ kind });
    expect(failure.message).toContain('CODE: no');
    expect(failure.advice).toContain(words);
  });
});

describe('deleting a tag', () => {
  it('names the digest too', async () => {
    const { harbor, lines } = setUp(() => answerOf(200));
    expect(await harbor.deleteTag(shaA, 'v1')).toBe('deleted');
    expect(lines()).toEqual([`DELETE ${home}/artifacts/${shaA}/tags/v1`]);
  });

  it('404 is missing only when the repository exists', async () => {
    const gone = setUp(({ method }) => answerOf(method === 'GET' ? 200 : 404, { body: {} }));
    expect(await gone.harbor.deleteTag(shaA, 'v1')).toBe('missing');
    expect(gone.lines()[1]).toBe(`GET ${home}`);
    const hidden = setUp(() => answerOf(404));
    expect(await rejectionOf(hidden.harbor.deleteTag(shaA, 'v1'))).toMatchObject({ kind: 'not-found' });
  });

  it.each([
    [401, 'authentication', 'Give username and password'],
    [403, 'denied', 'delete tag'],
    [412, 'denied', 'immutable'],
    [500, 'server', 'status page'],
  ])('%i', async (status, kind, words) => {
    const failure = await rejectionOf(setUp(() => answerOf(status)).harbor.deleteTag(shaA, 'v1'));
    expect(failure).toMatchObject({ kind });
    expect(failure.advice).toContain(words);
  });
});

it('a name without a project is refused', () => {
  expect(failureOf(() => setUp(() => answerOf(500), 'app'))).toMatchObject({ kind: 'usage' });
});
