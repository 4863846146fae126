import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../src/http/message.js';
import { Failure } from '../../src/lib/errors.js';
import { jwt, loggedIn, setUpHub } from '../support/docker-hub.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf } from '../support/http.js';

const login = 'POST /v2/auth/token';
const read = 'GET /v2/namespaces/a/repositories/b';
const found = answerOf(200, { body: { name: 'b' } });

/** Gives a new token at each login; `accepts` says which of them are taken elsewhere. */
function hubThat(accepts: (token: string) => boolean = () => true, claims?: object) {
  let logins = 0;
  return (request: HttpRequest) => {
    if (request.url.pathname === '/v2/auth/token') {
      logins += 1;
      return answerOf(200, { body: { access_token: jwt(logins, claims) } });
    }
    return accepts(request.headers?.authorization?.replace('Bearer ', '') ?? '') ? found : answerOf(401);
  };
}

describe('logging in to Docker Hub', () => {
  it('requests no token without credentials', async () => {
    const { hub, http, lines } = setUpHub(() => found);
    await hub.repository('a', 'b');
    expect(lines()).toEqual([read]);
    expect(http.requests[0]?.headers).toEqual({ accept: 'application/json' });
  });

  it('logs in once for many requests, in the body, and masks the token', async () => {
    const { hub, http, lines, masked } = setUpHub(hubThat(), loggedIn);
    await Promise.all(Array.from({ length: 20 }, () => hub.repository('a', 'b')));
    expect(lines()).toEqual([login, ...Array(20).fill(read)]);
    expect(http.requests[0]).toMatchObject({ body: '{"identifier":"ann","secret":"dckr_pat_1"}', repeatable: true });
    expect(http.requests[1]?.headers?.authorization).toBe(`Bearer ${jwt(1)}`);
    expect(masked).toEqual([jwt(1)]);
  });

  it.each<[string, object | undefined, number, number]>([
    ['ten minutes by its claims', undefined, 569, 571],
    ['less, by its claims', { iat: 1_000_000_000, exp: 1_000_000_100 }, 89, 91],
    ['exp alone', { exp: Date.parse('2026-01-01T00:02:00Z') / 1000 }, 107, 109],
    ['no exp: ten minutes after it came', {}, 569, 571],
    ['an exp that is past: ten minutes after it came', { exp: 1 }, 569, 571],
    ['an exp that is no number', { exp: 'soon' }, 569, 571],
  ])('renews the token shortly before its end: %s', async (_name, claims, before, after) => {
    const { hub, lines, later } = setUpHub(hubThat(undefined, claims), loggedIn);
    await hub.repository('a', 'b');
    later(before);
    await hub.repository('a', 'b');
    expect(lines().filter((line) => line === login)).toHaveLength(1);
    later(after - before);
    await Promise.all([hub.repository('a', 'b'), hub.repository('a', 'b')]);
    expect(lines()).toEqual([login, read, read, login, read, read]);
  });

  it('lives with a token that is no JWT', async () => {
    const { hub, http } = setUpHub(
      ({ url }) => (url.pathname === '/v2/auth/token' ? answerOf(200, { body: { access_token: 'opaque' } }) : found),
      loggedIn,
    );
    await hub.repository('a', 'b');
    expect(http.requests[1]?.headers?.authorization).toBe('Bearer opaque');
  });

  it('logs in again, once for all, on a 401 of a token that has expired', async () => {
    const expired = new Set<string>();
    const { hub, lines } = setUpHub(
      hubThat((token) => !expired.has(token)),
      loggedIn,
    );
    await hub.repository('a', 'b');
    expired.add(jwt(1));
    const all = await Promise.all(Array.from({ length: 8 }, () => hub.repository('a', 'b')));
    expect(all.every((one) => one?.name === 'b')).toBe(true);
    expect(lines().filter((line) => line === login)).toHaveLength(2);
    expired.add(jwt(2));
    await hub.repository('a', 'b');
    expect(lines().filter((line) => line === login)).toHaveLength(3);
  });

  it('does not log in for each request where a new token does not help', async () => {
    const { hub, lines } = setUpHub(
      hubThat(() => false),
      loggedIn,
    );
    const failure = await rejectionOf(hub.repository('a', 'b'));
    expect(failure).toMatchObject({ kind: 'authentication', exitCode: 2 });
    expect(failure.advice).toContain('organization access token');
    await rejectionOf(hub.repository('a', 'b'));
    await rejectionOf(hub.deleteTag('a', 'b', 'c'));
    expect(lines().filter((line) => line === login)).toHaveLength(2);
  });

  it('does not try a refused login again: the name would be locked out', async () => {
    const body = { detail: 'Incorrect authentication credentials' };
    const { hub, lines } = setUpHub(() => answerOf(401, { body }), loggedIn);
    for (let count = 0; count < 3; count += 1) {
      const failure = await rejectionOf(hub.repository('a', 'b'));
      expect(failure).toMatchObject({ kind: 'authentication' });
      expect(failure.message).toBe(
        'POST https://hub.docker.com/v2/auth/token: 401 Unauthorized; “Incorrect authentication credentials”',
      );
      expect(failure.advice).toContain('personal access token');
    }
    expect(lines()).toEqual([login]);
  });

  it('tries again later where the network failed', async () => {
    const fault = new Failure('network', { operation: 'x', reason: 'reset' });
    const { hub, lines } = setUpHub((request, count) => {
      if (count === 1) throw fault;
      return hubThat()(request);
    }, loggedIn);
    expect(await rejectionOf(hub.repository('a', 'b'))).toBe(fault);
    expect(await hub.repository('a', 'b')).toMatchObject({ name: 'b' });
    expect(lines()).toEqual([login, login, read]);
  });

  it.each<[string, unknown]>([
    ['no token', {}],
    ['a token that would end the header', { access_token: 'a\r\nb: c' }],
    ['an empty one', { access_token: '' }],
  ])('refuses %s, and masks nothing', async (_name, body) => {
    const { hub, masked } = setUpHub(() => answerOf(200, { body }), loggedIn);
    expect(await rejectionOf(hub.repository('a', 'b'))).toMatchObject({ kind: 'server' });
    expect(masked).toEqual([]);
  });

  it.each([
    { kind: 'identity', username: '<token>', token: 'secret-1' } as const,
    { kind: 'bearer', token: 'secret-1' } as const,
  ])('says what it needs where there is only a token of the registry', async (credentials) => {
    const { hub, lines } = setUpHub(() => found, credentials);
    const failure = await rejectionOf(hub.repository('a', 'b'));
    expect(failure).toMatchObject({ kind: 'authentication' });
    expect(failure.message).not.toContain('secret-1');
    expect(lines()).toEqual([]);
  });
});
