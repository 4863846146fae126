import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/lib/errors.js';
import { setUpHub } from '../support/docker-hub.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf } from '../support/http.js';

const path = '/v2/namespaces/acme/repositories/app';
const network = new Failure('network', { operation: 'POST', reason: 'socket hang up' });
const info = { name: 'app', namespace: 'acme' };

describe('a repository', () => {
  it('is read with all that the live API gives', async () => {
    const { hub } = setUpHub(() =>
      answerOf(200, {
        body: {
          ...info,
          is_private: true,
          description: 'An app',
          full_description: '# App',
          status: 1,
          status_description: 'active',
          pull_count: 4_000_000_000,
          star_count: 3,
          storage_size: 12_345,
          last_updated: '2026-01-05T21:06:53.506400Z',
          date_registered: '2021-01-05T21:06:53',
          content_types: ['image', null],
          categories: [{ name: 'Web', slug: 'web' }],
          permissions: { read: true, write: true, admin: false },
          immutable_tags_settings: { enabled: true, rules: ['v.*'] },
        },
      }),
    );
    expect(await hub.repository('acme', 'app')).toEqual({
      namespace: 'acme',
      name: 'app',
      private: true,
      description: 'An app',
      fullDescription: '# App',
      status: 'active',
      pulls: 4_000_000_000,
      stars: 3,
      size: 12_345,
      updated: new Date('2026-01-05T21:06:53.506Z'),
      registered: new Date('2021-01-05T21:06:53Z'),
      contentTypes: ['image'],
      categories: ['Web'],
      permissions: { read: true, write: true, admin: false },
      immutableTags: ['v.*'],
    });
  });

  it('is undefined on 404, and on no other answer', async () => {
    expect(await setUpHub(() => answerOf(404)).hub.repository('acme', 'app')).toBeUndefined();
    const elsewhere = answerOf(404, { url: new URL('https://other.example.com/x') });
    expect(await rejectionOf(setUpHub(() => elsewhere).hub.repository('acme', 'app'))).toBeInstanceOf(Failure);
  });

  it.each([
    [401, 'authentication', 'Give username and password'],
    [403, 'denied', 'Read'],
    [429, 'server', 'try again later'],
    [500, 'server', 'status page'],
  ])('a %i is %s, and says what to do', async (status, kind, advice) => {
    const failure = await rejectionOf(setUpHub(() => answerOf(status)).hub.repository('acme', 'app'));
    expect(failure).toMatchObject({ kind });
    expect(failure.advice).toContain(advice);
  });

  it('is requested by encoded names only', async () => {
    const { hub, lines } = setUpHub(() => answerOf(404));
    await hub.repository('a/../b', 'x?y');
    expect(lines()).toEqual(['GET /v2/namespaces/a%2F..%2Fb/repositories/x%3Fy']);
  });
});

describe('a tag', () => {
  it('is requested alone', async () => {
    const body = { name: '1.0', tag_last_pushed: '2026-01-02T03:04:05Z' };
    const { hub, lines } = setUpHub(() => answerOf(200, { body }));
    expect(await hub.tag('acme', 'app', '1.0')).toMatchObject({
      name: '1.0',
      pushed: new Date('2026-01-02T03:04:05Z'),
    });
    expect(lines()).toEqual([`GET ${path}/tags/1.0`]);
  });

  it('is undefined on 404, and on no other answer', async () => {
    expect(await setUpHub(() => answerOf(404)).hub.tag('acme', 'app', '1.0')).toBeUndefined();
    expect(await rejectionOf(setUpHub(() => answerOf(429)).hub.tag('acme', 'app', '1.0'))).toMatchObject({
      kind: 'server',
    });
  });

  it('is never requested by an invalid tag', async () => {
    const { hub, lines } = setUpHub(() => answerOf(404));
    expect(await rejectionOf(hub.tag('acme', 'app', '..'))).toMatchObject({ kind: 'usage' });
    expect(lines()).toEqual([]);
  });
});

describe('creating', () => {
  it('gives an existing one back', async () => {
    const { hub, lines } = setUpHub(() => answerOf(200, { body: info }));
    expect(await hub.createRepository('acme', 'app')).toMatchObject({ created: false, repository: { name: 'app' } });
    expect(lines()).toEqual([`GET ${path}`]);
  });

  it('sends what is given, as a request that is not repeated', async () => {
    const { hub, http, lines } = setUpHub(({ method }) =>
      method === 'GET' ? answerOf(404) : answerOf(201, { body: info }),
    );
    const wanted = { private: true, description: 'An app', fullDescription: '# App' };
    expect(await hub.createRepository('acme', 'app', wanted)).toMatchObject({ created: true });
    expect(lines()).toEqual([`GET ${path}`, 'POST /v2/namespaces/acme/repositories']);
    expect(http.requests[1]?.repeatable).toBeUndefined();
    expect(JSON.parse(String(http.requests[1]?.body))).toEqual({
      name: 'app',
      namespace: 'acme',
      registry: 'docker.io',
      is_private: true,
      description: 'An app',
      full_description: '# App',
    });
  });

  it.each<[string, number | Failure, boolean, boolean | undefined]>([
    ['the answer is lost, and it is there', network, true, true],
    ['the answer is lost, and it is not there', network, false, undefined],
    ['502, and it is there', 502, true, true],
    ['502, and it is not there', 502, false, undefined],
    ['409: somebody else was faster', 409, true, false],
    ['400: somebody else was faster', 400, true, false],
    ['400: the name is not legal', 400, false, undefined],
  ])('looks again where %s', async (_name, outcome, there, created) => {
    const { hub, lines } = setUpHub(({ method }, count) => {
      if (method === 'GET') return count > 1 && there ? answerOf(200, { body: info }) : answerOf(404);
      if (outcome instanceof Failure) throw outcome;
      return answerOf(outcome);
    });
    const creating = hub.createRepository('acme', 'app');
    if (created === undefined) {
      const failure = await rejectionOf(creating);
      if (outcome === 400) expect(failure.advice).toContain('2 to 255');
    } else expect(await creating).toMatchObject({ created });
    expect(lines()).toEqual([`GET ${path}`, 'POST /v2/namespaces/acme/repositories', `GET ${path}`]);
  });

  it.each([
    [401, 'authentication'],
    [403, 'denied'],
    [404, 'not-found'],
  ])('ends with a %i at once', async (status, kind) => {
    const { hub, lines } = setUpHub(({ method }) => answerOf(method === 'GET' ? 404 : status));
    expect(await rejectionOf(hub.createRepository('acme', 'app'))).toMatchObject({ kind });
    expect(lines()).toHaveLength(2);
  });

  it('ends when the command ends', async () => {
    const ended = new Failure('timeout', { operation: 'x', reason: 'timeout' });
    const { hub, lines } = setUpHub(({ method }) => {
      if (method === 'POST') throw ended;
      return answerOf(404);
    });
    expect(await rejectionOf(hub.createRepository('acme', 'app'))).toBe(ended);
    expect(lines()).toHaveLength(2);
  });
});

describe('changing', () => {
  it('sends only what is given', async () => {
    const { hub, http, lines } = setUpHub(() => answerOf(200, { body: info }));
    await hub.updateRepository('acme', 'app', { description: '' });
    await hub.updateRepository('acme', 'app', { fullDescription: '# ä' });
    await hub.setPrivate('acme', 'app', false);
    expect(lines()).toEqual([`PATCH ${path}`, `PATCH ${path}`, 'POST /v2/repositories/acme/app/privacy']);
    expect(http.requests.map(({ body }) => body)).toEqual([
      '{"description":""}',
      '{"full_description":"# ä"}',
      '{"is_private":false}',
    ]);
    expect(http.requests.every(({ repeatable }) => repeatable === true)).toBe(true);
  });

  it.each([
    [400, 'server', '25,000'],
    [403, 'denied', 'Read, Write, Delete'],
    [404, 'not-found', 'may not see'],
  ])('a %i is %s, and says what to do', async (status, kind, advice) => {
    const { hub } = setUpHub(() => answerOf(status));
    for (const change of [hub.updateRepository('a', 'b', {}), hub.setPrivate('a', 'b', true)]) {
      const failure = await rejectionOf(change);
      expect(failure).toMatchObject({ kind });
      expect(failure.advice).toContain(advice);
    }
  });
});

describe('deleting a tag', () => {
  it('goes by the tag', async () => {
    const { hub, http, lines } = setUpHub(() => answerOf(204));
    expect(await hub.deleteTag('acme', 'app', 'v1.0_x')).toBe('deleted');
    expect(lines()).toEqual(['DELETE /v2/repositories/acme/app/tags/v1.0_x/']);
    expect(http.requests[0]?.repeatable).toBeUndefined();
  });

  it.each(['..', '.', '', 'a/b', 'a?b', '../../x'])('requests nothing where the tag is %j', async (tag) => {
    const { hub, lines } = setUpHub(() => answerOf(204));
    expect(await rejectionOf(hub.deleteTag('acme', 'app', tag))).toMatchObject({ kind: 'usage' });
    expect(await rejectionOf(hub.deleteTag('acme', '..', 'v1'))).toMatchObject({ kind: 'usage' });
    expect(await rejectionOf(hub.deleteTag('', 'app', 'v1'))).toMatchObject({ kind: 'usage' });
    expect(lines()).toEqual([]);
  });

  it('is done when the tag is deleted, in a repository that exists', async () => {
    const { hub, lines } = setUpHub(({ method }) => (method === 'GET' ? answerOf(200, { body: info }) : answerOf(404)));
    expect(await hub.deleteTag('acme', 'app', 'gone')).toBe('missing');
    expect(lines()).toEqual(['DELETE /v2/repositories/acme/app/tags/gone/', `GET ${path}`]);
  });

  it('is not done where the repository cannot be seen', async () => {
    const { hub } = setUpHub(() => answerOf(404));
    expect(await rejectionOf(hub.deleteTag('acme', 'app', 'v1'))).toMatchObject({ kind: 'not-found', exitCode: 3 });
  });

  it('names the rights that a 403 is about', async () => {
    const failure = await rejectionOf(setUpHub(() => answerOf(403)).hub.deleteTag('acme', 'app', 'v1'));
    expect(failure).toMatchObject({ kind: 'denied', exitCode: 4 });
    for (const words of ['Read, Write, Delete', 'admin', 'organization access token', 'immutable']) {
      expect(failure.advice).toContain(words);
    }
  });

  it('keeps the words of a fault behind Docker Hub', async () => {
    const body = { message: 'Delete … non-successful response (status=401 …)', errinfo: {} };
    const failure = await rejectionOf(setUpHub(() => answerOf(500, { body })).hub.deleteTag('acme', 'app', 'v1'));
    expect(failure).toMatchObject({ kind: 'server' });
    expect(failure.message).toContain('non-successful response');
  });
});
