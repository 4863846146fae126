import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../../src/http/message.js';
import { createAuthorizer } from '../../../src/registries/auth/authorizer.js';
import { anonymous, type Credentials } from '../../../src/registries/auth/credentials.js';
import { rejectionOf } from '../../support/failures.js';
import { answerOf, fakeHttp } from '../../support/http.js';

const origin = new URL('https://registry.test');
const scope = 'repository:a:pull';
const password: Credentials = { kind: 'password', username: 'ann', password: 'secret' };
const basic = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
const bearerTo = (realm: string, more = '') => `Bearer realm="${realm}",service="registry.test"${more}`;

interface Options {
  credentials?: Credentials;
  known?: { realm: string; service: string };
  handle?: (request: HttpRequest, count: number) => HttpAnswer;
}

function setUp({ credentials = password, known, handle }: Options = {}) {
  const clock = { milliseconds: 0 };
  const http = fakeHttp(
    handle ?? ((_request, count) => answerOf(200, { body: { token: `t${count}`, expires_in: 300 } })),
  );
  const authorizer = createAuthorizer({
    http,
    origin,
    credentials,
    known,
    now: () => new Date(clock.milliseconds),
    mask: () => undefined,
    advice: {},
  });
  return { authorizer, http, clock };
}

const challenge = (...values: string[]) => answerOf(401, { headers: { 'www-authenticate': values } });
const docker = { realm: 'https://auth.test/token', service: 'registry.test' };

describe('createAuthorizer, before the first request', () => {
  it.each<[string, Options, string | undefined]>([
    ['nothing is known', {}, undefined],
    ['anonymous', { credentials: anonymous }, undefined],
    ['a token service is known', { known: docker }, 'Bearer t1'],
    ['a registry token is there', { credentials: { kind: 'bearer', token: 'mine' }, known: docker }, 'Bearer mine'],
  ])('%s', async (_name, options, expected) => {
    expect((await setUp(options).authorizer.header(scope)).authorization).toBe(expected);
  });
});

describe('createAuthorizer, challenged', () => {
  it('answers Basic with Basic, and not twice', async () => {
    const { authorizer, http } = setUp();
    const first = await authorizer.header(scope);
    expect(await authorizer.challenged(challenge('Basic realm="x"'), first, scope)).toBe(true);
    const second = await authorizer.header(scope);
    expect(second.authorization).toBe(basic);
    expect(await authorizer.challenged(challenge('Basic realm="x"'), second, scope)).toBe(false);
    expect(http.requests).toHaveLength(0);
  });

  it('has no answer to Basic without credentials', async () => {
    const { authorizer } = setUp({ credentials: anonymous });
    expect(await authorizer.challenged(challenge('Basic'), { authorization: undefined }, scope)).toBe(false);
    expect((await authorizer.header(scope)).authorization).toBeUndefined();
  });

  it('sends an identity token as the password of Basic', async () => {
    const { authorizer } = setUp({ credentials: { kind: 'identity', username: '<token>', token: 'refresh' } });
    expect(await authorizer.challenged(challenge('Basic'), { authorization: undefined }, scope)).toBe(true);
    expect((await authorizer.header(scope)).authorization).toBe(
      `Basic ${Buffer.from('<token>:refresh').toString('base64')}`,
    );
  });

  it('takes Bearer before Basic, in whichever order they are offered', async () => {
    const { authorizer, http } = setUp();
    const answer = challenge('Basic realm="x"', bearerTo('https://auth.test/token'));
    expect(await authorizer.challenged(answer, { authorization: undefined }, scope)).toBe(true);
    expect((await authorizer.header(scope)).authorization).toBe('Bearer t1');
    expect(http.lines()).toEqual([
      `GET https://auth.test/token?service=registry.test&scope=${encodeURIComponent(scope)}`,
    ]);
  });

  it('resolves a realm without a host against the registry', async () => {
    const { authorizer, http } = setUp();
    await authorizer.challenged(challenge(bearerTo('/auth')), { authorization: undefined }, scope);
    await authorizer.header(scope);
    expect(http.requests[0]?.url.origin).toBe('https://registry.test');
  });

  it('requests the scope that the challenge names, from then on', async () => {
    const { authorizer, http } = setUp({ known: docker });
    const first = await authorizer.header(scope);
    const wanted = challenge(bearerTo(docker.realm, ',scope="repository:a:pull,push"'));
    expect(await authorizer.challenged(wanted, first, scope)).toBe(true);
    expect((await authorizer.header(scope)).authorization).toBe('Bearer t2');
    expect((await authorizer.header('repository:b:pull')).authorization).toBe('Bearer t3');
    expect(http.requests.map(({ url }) => url.searchParams.get('scope'))).toEqual([
      scope,
      'repository:a:pull,push',
      'repository:b:pull',
    ]);
  });

  it('keeps the actions that earlier challenges named: a look and a delete by turns need one token', async () => {
    const { authorizer, http } = setUp();
    const all = 'repository:a:pull,push,delete';
    const named = (actions: string) => challenge(bearerTo(docker.realm, `,scope="repository:a:${actions}"`));
    await authorizer.challenged(named('pull'), { authorization: undefined }, all);
    const looked = await authorizer.header(all);
    expect(await authorizer.challenged(named('delete'), looked, all)).toBe(true);
    const deleted = await authorizer.header(all);
    expect((await authorizer.header(all)).authorization).toBe(deleted.authorization);
    // The same again: these credentials are not enough.
    expect(await authorizer.challenged(named('delete'), deleted, all)).toBe(true);
    expect(await authorizer.challenged(named('delete'), await authorizer.header(all), all)).toBe(false);
    expect(http.requests.map(({ url }) => url.searchParams.get('scope'))).toEqual([
      'repository:a:pull',
      'repository:a:pull,delete',
      'repository:a:delete',
    ]);
  });

  it('a scope that is about something else is taken as it is', async () => {
    const { authorizer, http } = setUp({ known: docker });
    for (const named of ['repository:b:pull', 'registry:catalog:*']) {
      const sent = await authorizer.header(scope);
      expect(await authorizer.challenged(challenge(bearerTo(docker.realm, `,scope="${named}"`)), sent, scope)).toBe(
        true,
      );
    }
    await authorizer.header(scope);
    const scopes = http.requests.map(({ url }) => url.searchParams.get('scope'));
    expect(scopes).toEqual([scope, 'repository:b:pull', 'registry:catalog:*']);
  });

  it('requests its own scope where the challenge names an empty one', async () => {
    const { authorizer, http } = setUp({});
    expect(
      await authorizer.challenged(challenge(bearerTo(docker.realm, ',scope=""')), { authorization: undefined }, scope),
    ).toBe(true);
    await authorizer.header(scope);
    expect(http.requests.map(({ url }) => url.searchParams.get('scope'))).toEqual([scope]);
  });

  it('fetches one token for all whose old one was not taken', async () => {
    const { authorizer, clock, http } = setUp({ known: docker });
    await authorizer.header(scope);
    clock.milliseconds = 60_000;
    const sent = await authorizer.header(scope);
    const again = async () => {
      expect(await authorizer.challenged(challenge(bearerTo(docker.realm)), sent, scope)).toBe(true);
      return (await authorizer.header(scope)).authorization;
    };
    expect(await Promise.all([again(), again(), again()])).toEqual(['Bearer t2', 'Bearer t2', 'Bearer t2']);
    expect(await again()).toBe('Bearer t2');
    expect(http.requests).toHaveLength(2);
  });

  it('does not fetch a fresh token again that was not taken', async () => {
    const { authorizer, http } = setUp({ known: docker });
    const first = await authorizer.header(scope);
    expect(await authorizer.challenged(challenge(bearerTo(docker.realm)), first, scope)).toBe(false);
    expect(http.requests).toHaveLength(1);
  });

  it('fetches an old token again that was not taken', async () => {
    const { authorizer, clock } = setUp({ known: docker });
    await authorizer.header(scope);
    clock.milliseconds = 60_000;
    const sent = await authorizer.header(scope);
    expect(await authorizer.challenged(challenge(bearerTo(docker.realm)), sent, scope)).toBe(true);
    expect((await authorizer.header(scope)).authorization).toBe('Bearer t2');
  });

  it('has no answer where a registry token was not taken', async () => {
    const { authorizer, http } = setUp({ credentials: { kind: 'bearer', token: 'x' } });
    expect(await authorizer.challenged(challenge(bearerTo(docker.realm)), { authorization: 'Bearer x' }, scope)).toBe(
      false,
    );
    expect(http.requests).toHaveLength(0);
  });

  it.each([
    ['Negotiate', 'it supports only negotiate'],
    ['Bearer', 'it supports only bearer'],
    ['Bearer service="x"', 'it supports only bearer'],
    ['Digest realm="x"', 'it supports only digest'],
    ['"?', '401 without one'],
  ])('has no answer to %s: nothing was sent, and it is no word about the credentials', async (header, words) => {
    const { authorizer } = setUp({ handle: () => answerOf(401) });
    expect(await authorizer.challenged(challenge(header), { authorization: undefined }, scope)).toBe(false);
    expect(authorizer.unknownOffer()?.reason).toBe(words);
    const { authorizer: other } = setUp({ handle: () => answerOf(401) });
    expect(await other.challenged(challenge(header), { authorization: 'Basic x' }, scope)).toBe(false);
    expect(other.unknownOffer()).toBeUndefined();
  });

  it('looks at /v2/ where a 401 has no challenge', async () => {
    const { authorizer, http } = setUp({ handle: () => challenge('Basic realm="x"') });
    expect(await authorizer.challenged(answerOf(401), { authorization: undefined }, scope)).toBe(true);
    expect(http.lines()).toEqual(['GET https://registry.test/v2/']);
    expect(http.requests[0]?.headers?.authorization).toBeUndefined();
    expect((await authorizer.header(scope)).authorization).toBe(basic);
  });

  it('requests no token if a 401 without a challenge is about the repository', async () => {
    const { authorizer, http } = setUp({ known: docker });
    const sent = await authorizer.header(scope);
    const about = (...codes: unknown[]) => answerOf(401, { body: { errors: codes.map((code) => ({ code })) } });
    for (const code of ['PROTECTED_TAG', 'PROTECTED_MANIFEST', 'IMMUTABLE_TAG']) {
      expect(await authorizer.challenged(about(code), sent, scope)).toBe(false);
    }
    expect(http.lines()).toHaveLength(1);
    for (const codes of [['UNAUTHORIZED'], ['TOKEN_EXPIRED'], ['PROTECTED_TAG', 'DENIED'], [7], []]) {
      const before = http.requests.length;
      await authorizer.challenged(about(...codes), sent, scope);
      expect(http.requests.length).toBeGreaterThan(before);
    }
  });

  it('… and takes from there where tokens come from, not the scope, which is an example', async () => {
    const { authorizer, http } = setUp({
      known: docker,
      handle: ({ url }, count) =>
        url.pathname === '/v2/'
          ? challenge(bearerTo(docker.realm, ',scope="repository:user/image:pull"'))
          : answerOf(200, { body: { token: `t${count}`, expires_in: 300 } }),
    });
    const sent = await authorizer.header(scope);
    expect(await authorizer.challenged(answerOf(401), sent, scope)).toBe(false);
    await authorizer.header(scope);
    const scopes = http.requests.flatMap(({ url }) => url.searchParams.get('scope') ?? []);
    expect(scopes).toEqual([scope, scope]);
  });

  it.each([
    ['http://auth.test/token', 'it is plain HTTP on another host'],
    ['http://registry.test/token', 'it is plain HTTP on another host'],
    ['https://169.254.169.254/token', 'it leads into a private network'],
    ['https://u:p@auth.test/', 'it contains credentials'],
    ['file:///etc/passwd', 'it is a file: address'],
    ['https://[', 'it is not an address'],
  ])('does not go to %s: %s', async (realm, words) => {
    const { authorizer, http } = setUp();
    const failure = await rejectionOf(
      authorizer.challenged(challenge(bearerTo(realm)), { authorization: undefined }, scope),
    );
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(`must not be used: ${words}`);
    expect(failure.advice).toContain('were not sent');
    expect(http.requests).toHaveLength(0);
  });
});
