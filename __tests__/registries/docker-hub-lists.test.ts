import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../src/http/message.js';
import { collect } from '../support/collect.js';
import { setUpHub } from '../support/docker-hub.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf } from '../support/http.js';

const digest = `sha256:${'a'.repeat(64)}`;
const list = '/v2/namespaces/acme/repositories/app/tags?page_size=100';

/** Answers page by page: what each has, and where it says that the next one is. */
function pages(all: readonly { names: readonly string[]; next?: unknown; count?: number }[]) {
  return (_request: HttpRequest, number: number) => {
    const page = all[number - 1];
    if (page === undefined) return answerOf(404, { body: { message: 'httperror 404: object not found', errinfo: {} } });
    const { names, next = null, count } = page;
    return answerOf(200, { body: { count, next, results: names.map((name) => ({ name })) } });
  };
}

const at = (page: number) => `https://hub.docker.com/v2/x?page=${page}`;

describe('the tags', () => {
  it('are read with all that the live API gives', async () => {
    const image = {
      architecture: 'arm64',
      os: 'linux',
      variant: 'v8',
      digest,
      size: 7,
      status: 'inactive',
      last_pulled: null,
      last_pushed: '2026-01-02T03:04:05Z',
    };
    const tag = {
      name: '1.0',
      digest,
      media_type: 'application/vnd.oci.image.index.v1+json',
      content_type: 'image',
      tag_status: 'active',
      full_size: 42,
      last_updated: '2026-01-02T03:04:05.678901Z',
      last_updater_username: 'ann',
      tag_last_pulled: '2026-02-02T03:04:05Z',
      tag_last_pushed: '2026-01-02T03:04:05Z',
      images: [image, { ...image, variant: null, os: null }],
    };
    const { hub, lines } = setUpHub(() => answerOf(200, { body: { count: 1, next: null, results: [tag] } }));
    const pushed = new Date('2026-01-02T03:04:05Z');
    const read = { digest, size: 7, status: 'inactive', pushed, pulled: undefined };
    expect(await collect(hub.tags('acme', 'app'))).toEqual([
      {
        name: '1.0',
        digest,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        contentType: 'image',
        status: 'active',
        size: 42,
        pushed,
        pulled: new Date('2026-02-02T03:04:05Z'),
        updated: new Date('2026-01-02T03:04:05.678Z'),
        updatedBy: 'ann',
        images: [
          { ...read, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
          { ...read, platform: undefined },
        ],
      },
    ]);
    expect(lines()).toEqual([`GET ${list}`]);
  });

  it.each<[string, object]>([
    ['null', { digest: null, full_size: null, images: null, tag_last_pushed: null, media_type: null }],
    ['absent', {}],
    ['nonsense', { digest: 'sha256:x', full_size: -1, images: [null, 3], tag_last_pushed: 'yesterday', media_type: 4 }],
    ['zero', { digest: '', full_size: 1.5, images: {}, tag_last_pushed: '0001-01-01T00:00:00Z', media_type: '' }],
  ])('may have everything but their name %s', async (_name, more) => {
    const { hub } = setUpHub(() => answerOf(200, { body: { results: [{ name: 'x', ...more }] } }));
    const [tag] = await collect(hub.tags('acme', 'app'));
    expect(tag).toMatchObject({ name: 'x', images: [] });
    expect(Object.values(tag ?? {}).filter((value) => value !== undefined)).toEqual(['x', []]);
  });

  it.each([{ count: 0, results: [] }, { results: null }])('may be none: %j', async (body) => {
    expect(await collect(setUpHub(() => answerOf(200, { body })).hub.tags('acme', 'app'))).toEqual([]);
  });

  it.each([{}, { message: 'try later' }, { count: 3 }])('are not none where no list is: %j', async (body) => {
    const failure = await rejectionOf(collect(setUpHub(() => answerOf(200, { body })).hub.tags('acme', 'app')));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
  });

  it('of a repository that cannot be seen are not found', async () => {
    const failure = await rejectionOf(collect(setUpHub(() => answerOf(404)).hub.tags('acme', 'app')));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(failure.advice).toContain('may not see');
  });

  it('follow next, absolute or relative, and end where the page past the end is 404', async () => {
    const { hub, lines } = setUpHub(
      pages([
        { names: ['a', 'b'], next: at(2), count: 4 },
        { names: ['b', 'c'], next: '/v2/x?page=3', count: 3 },
      ]),
    );
    expect((await collect(hub.tags('acme', 'app'))).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(lines()).toEqual([`GET ${list}`, 'GET /v2/x?page=2', 'GET /v2/x?page=3']);
  });

  it.each<[string, Parameters<typeof pages>[0], string]>([
    [
      'a page that has been',
      [
        { names: ['a'], next: at(2) },
        { names: ['a'], next: at(2) },
      ],
      'form a loop',
    ],
    [
      'new addresses without an end',
      [
        { names: ['a'], next: at(2) },
        { names: ['a'], next: at(3) },
      ],
      'form a loop',
    ],
    ['an empty page that goes on', [{ names: [], next: at(2) }], 'form a loop'],
    ['another host', [{ names: ['a'], next: 'https://evil.example.com/' }], 'https://evil.example.com'],
    ['plain HTTP', [{ names: ['a'], next: 'http://hub.docker.com/v2/x' }], 'http://hub.docker.com'],
    ['no address', [{ names: ['a'], next: 'https://' }], 'its next page is invalid'],
    ['an end before its count', [{ names: ['a'], next: at(2), count: 3 }], 'ends after 1 of 3'],
  ])('are refused where they lead to %s', async (_name, all, words) => {
    const failure = await rejectionOf(collect(setUpHub(pages(all)).hub.tags('acme', 'app')));
    expect(failure).toMatchObject({ kind: 'server' });
    expect(failure.message).toContain(words);
  });

  it.each([{ results: [{ name: 'a' }, { name: null }] }, { results: [null] }, { results: 'x' }])(
    'are refused as a whole where one cannot be read: %j',
    async (body) => {
      const reading = collect(setUpHub(() => answerOf(200, { body })).hub.tags('acme', 'app'));
      expect(await rejectionOf(reading)).toMatchObject({ kind: 'server' });
    },
  );

  it('are requested only as they are wanted', async () => {
    const { hub, lines } = setUpHub(pages([{ names: ['a'], next: at(2) }, { names: ['b'] }]));
    for await (const [first] of hub.tags('acme', 'app')) if (first?.name === 'a') break;
    expect(lines()).toHaveLength(1);
  });
});

describe('the repositories', () => {
  it('come by name, so that pages hold still', async () => {
    const { hub, lines } = setUpHub(pages([{ names: ['one'], next: at(2) }, { names: ['two'] }]));
    const found = await collect(hub.repositories('acme'));
    expect(found.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(['acme/one', 'acme/two']);
    expect(lines()[0]).toBe('GET /v2/namespaces/acme/repositories?ordering=name&page_size=100');
  });
});
