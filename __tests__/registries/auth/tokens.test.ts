import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer } from '../../../src/http/message.js';
import { anonymous, type Credentials } from '../../../src/registries/auth/credentials.js';
import { createTokens } from '../../../src/registries/auth/tokens.js';
import { rejectionOf } from '../../support/failures.js';
import { answerOf, fakeHttp } from '../../support/http.js';

const service = { realm: new URL('https://auth.test/token?account=x'), service: 'registry.test' };
const scope = 'repository:a/b:pull';
const password: Credentials = { kind: 'password', username: 'ann', password: 'päss' };
const identity: Credentials = { kind: 'identity', username: '<token>', token: 'refresh-me' };

function setUp(handle: (count: number) => HttpAnswer | Promise<HttpAnswer>, credentials: Credentials = anonymous) {
  const clock = { milliseconds: 1_000_000 };
  const masked: string[] = [];
  const http = fakeHttp((_request, count) => handle(count));
  const tokens = createTokens({
    http,
    credentials,
    now: () => new Date(clock.milliseconds),
    mask: (secret) => masked.push(secret),
    advice: { authentication: 'log in' },
  });
  return { tokens, http, masked, later: (seconds: number) => (clock.milliseconds += seconds * 1000) };
}

const numbered =
  (more: object = {}) =>
  (count: number) =>
    answerOf(200, { body: { token: `t${count}`, ...more } });

describe('createTokens, asking', () => {
  it('requests an anonymous token, with service and scope after the parameters of the realm', async () => {
    const { tokens, http, masked } = setUp(numbered());
    expect(await tokens.get(service, scope)).toEqual({ value: 't1', fresh: true });
    expect(http.lines()).toEqual([
      'GET https://auth.test/token?account=x&service=registry.test&scope=repository%3Aa%2Fb%3Apull',
    ]);
    expect(http.requests[0]?.headers).toEqual({ accept: 'application/json' });
    expect(masked).toEqual(['t1']);
  });

  it('sends name and password as Basic, in UTF-8', async () => {
    const { tokens, http } = setUp(numbered(), password);
    await tokens.get({ ...service, service: undefined }, scope);
    expect(http.requests[0]?.headers?.authorization).toBe(`Basic ${Buffer.from('ann:päss').toString('base64')}`);
    expect(http.requests[0]?.url.searchParams.has('service')).toBe(false);
  });

  it('sends an identity token in the body of a POST, never in the address', async () => {
    const { tokens, http } = setUp(numbered(), identity);
    await tokens.get(service, scope);
    const [request] = http.requests;
    expect(request).toMatchObject({ method: 'POST', repeatable: true });
    expect(request?.url.href).toBe('https://auth.test/token?account=x');
    expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'image-gate',
      refresh_token: 'refresh-me',
      scope,
      service: 'registry.test',
    });
  });

  it.each([404, 405])('falls back to GET where POST gives %i', async (status) => {
    const { tokens, http } = setUp(
      (count) => (count === 1 ? answerOf(status) : answerOf(200, { body: { token: 'got' } })),
      identity,
    );
    expect((await tokens.get(service, scope)).value).toBe('got');
    expect(http.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(http.requests[1]?.headers?.authorization).toBe(
      `Basic ${Buffer.from('<token>:refresh-me').toString('base64')}`,
    );
  });

  it('does not fall back where POST gives 401', async () => {
    const { tokens, http } = setUp(() => answerOf(401), identity);
    expect(await rejectionOf(tokens.get(service, scope))).toMatchObject({
      kind: 'authentication',
      exitCode: 2,
      advice: 'log in',
    });
    expect(http.requests).toHaveLength(1);
  });
});

describe('createTokens, reading', () => {
  it.each([
    ['access_token alone', { access_token: 'a' }, 'a'],
    ['both', { token: 't', access_token: 'a' }, 't'],
    ['an empty token', { token: '', access_token: 'a' }, 'a'],
  ])('takes %s', async (_name, body, expected) => {
    expect((await setUp(() => answerOf(200, { body })).tokens.get(service, scope)).value).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    ['no token', {}, 'an answer without a token'],
    ['a number', { token: 7 }, 'an answer without a token'],
    ['a line break', { token: 'a\r\nx-injected: b' }, 'a token that no header can hold'],
    ['a blank', { token: 'a b' }, 'a token that no header can hold'],
    ['a letter that is not ASCII', { token: 'ä' }, 'a token that no header can hold'],
    ['HTML', '<html>', 'an HTML page'],
  ])('refuses %s, and masks nothing', async (_name, body, words) => {
    const { tokens, masked } = setUp(() => answerOf(200, { body }));
    const failure = await rejectionOf(tokens.get(service, scope));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(words);
    expect(failure.message).toContain('GET https://auth.test/token');
    expect(masked).toEqual([]);
  });

  it.each([
    [403, 'denied', 4],
    [404, 'server', 5],
    [500, 'server', 5],
  ])('a %i is %s', async (status, kind, exitCode) => {
    expect(await rejectionOf(setUp(() => answerOf(status)).tokens.get(service, scope))).toMatchObject({
      kind,
      exitCode,
    });
  });
});

describe('createTokens, keeping', () => {
  it('requests once for many', async () => {
    const { tokens, http } = setUp(numbered());
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.get(service, scope)));
    expect(new Set(got.map(({ value }) => value))).toEqual(new Set(['t1']));
    expect(http.requests).toHaveLength(1);
  });

  it('keeps scopes, services and realms apart', async () => {
    const { tokens, http } = setUp(numbered());
    await tokens.get(service, scope);
    await tokens.get(service, 'repository:c:pull');
    await tokens.get({ ...service, service: 'other' }, scope);
    await tokens.get({ ...service, realm: new URL('https://other.test/') }, scope);
    expect(http.requests).toHaveLength(4);
  });

  it.each([
    ['60 s, less a tenth, when not told', {}, 53, 54],
    ['60 s when told nonsense', { expires_in: 'soon' }, 53, 54],
    ['60 s when told 0', { expires_in: 0 }, 53, 54],
    ['what it was told, less 10 s', { expires_in: 300 }, 289, 290],
    ['a short life, less a tenth', { expires_in: 20 }, 17, 18],
  ])('keeps a token for %s', async (_name, body, before, after) => {
    const { tokens, http, later } = setUp(numbered(body));
    await tokens.get(service, scope);
    later(before);
    expect((await tokens.get(service, scope)).value).toBe('t1');
    later(after - before);
    expect((await tokens.get(service, scope)).value).toBe('t2');
    expect(http.requests).toHaveLength(2);
  });

  it('requests once more, and not more often, when many find it expired', async () => {
    const { tokens, http, later } = setUp(numbered());
    await tokens.get(service, scope);
    later(100);
    const got = await Promise.all(Array.from({ length: 10 }, () => tokens.get(service, scope)));
    expect(new Set(got.map(({ value }) => value))).toEqual(new Set(['t2']));
    expect(http.requests).toHaveLength(2);
  });

  it('is fresh for half a minute', async () => {
    const { tokens, later } = setUp(numbered({ expires_in: 300 }));
    await tokens.get(service, scope);
    later(29);
    expect((await tokens.get(service, scope)).fresh).toBe(true);
    later(1);
    expect((await tokens.get(service, scope)).fresh).toBe(false);
  });

  it('forgets what was dropped, and what failed', async () => {
    const { tokens } = setUp((count) =>
      count === 2 ? answerOf(500) : answerOf(200, { body: { token: `t${count}` } }),
    );
    await tokens.get(service, scope);
    await tokens.drop(service, scope, 't1');
    expect((await rejectionOf(tokens.get(service, scope))).kind).toBe('server');
    expect((await tokens.get(service, scope)).value).toBe('t3');
  });

  it('drops no other token than the one that was refused, be it on its way', async () => {
    const { tokens, http } = setUp(numbered());
    await tokens.get(service, scope);
    await tokens.drop(service, scope, 't1');
    const next = tokens.get(service, scope);
    await tokens.drop(service, scope, 't1');
    expect([(await next).value, (await tokens.get(service, scope)).value]).toEqual(['t2', 't2']);
    expect(http.requests).toHaveLength(2);
  });

  it('does not go round in circles when a token expires at once', async () => {
    const { tokens, http, later } = setUp((count) => {
      later(1);
      return count > 3 ? answerOf(500) : answerOf(200, { body: { token: `t${count}`, expires_in: 0.001 } });
    });
    const asked = tokens.get(service, scope);
    later(1);
    expect((await asked).value).toBe('t1');
    expect(http.requests).toHaveLength(1);
  });
});
