import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../../src/http/message.js';
import type { Credentials } from '../../../src/registries/auth/credentials.js';
import { type Login, logIn } from '../../../src/registries/auth/login.js';
import { answerOf, fakeHttp } from '../../support/http.js';

const given: Credentials = { kind: 'password', username: 'ada', password: 'pw' };
const bearer = 'Bearer realm="https://r.test/token",service="r",scope="repository:x/y:pull"';
const everybody = () => answerOf(200, { body: {} });

function ask(
  handle: Parameters<typeof fakeHttp>[0],
  credentials = given,
): { lines(): readonly string[]; done: Promise<Login> } {
  const http = fakeHttp(handle);
  const settings = { http, credentials, now: () => new Date(0), mask: () => undefined, warn: () => undefined };
  return { lines: () => http.lines(), done: logIn({ host: 'r.test', plainHttp: false }, settings) };
}

/** A registry that wants what the challenge says, and takes this header alone. */
function wanting(challenge: string, taken: string): (request: HttpRequest) => ReturnType<typeof answerOf> {
  return ({ url, headers = {} }) => {
    if (url.pathname === '/token') return answerOf(200, { body: { token: 'tok' }, url });
    return headers.authorization === taken
      ? answerOf(200, { body: {}, url })
      : answerOf(401, { headers: { 'www-authenticate': challenge }, url });
  };
}

describe('logging in', () => {
  it('with a token takes three requests, with the scope that the challenge names', async () => {
    const { done, lines } = ask(wanting(bearer, 'Bearer tok'));
    expect(await done).toEqual({ kind: 'accepted', scheme: 'bearer' });
    expect(lines()).toEqual([
      'GET https://r.test/v2/',
      'GET https://r.test/token?service=r&scope=repository%3Ax%2Fy%3Apull',
      'GET https://r.test/v2/',
    ]);
  });

  it('is refused when the registry does not take the token that its service gave', async () => {
    expect(await ask(wanting(bearer, 'Bearer other')).done).toMatchObject({ kind: 'refused', scheme: 'bearer' });
  });

  it('prefers the token where both are offered', async () => {
    expect(await ask(wanting(`Basic realm="r", ${bearer}`, 'Bearer tok')).done).toMatchObject({ scheme: 'bearer' });
  });

  it('uses a bearer token of the Docker config as it is', async () => {
    const token: Credentials = { kind: 'bearer', token: 'mine' };
    expect(await ask(wanting(bearer, 'Bearer mine'), token).done).toEqual({ kind: 'accepted', scheme: 'bearer' });
    expect(await ask(wanting(bearer, 'Bearer x'), token).done).toMatchObject({ kind: 'refused' });
  });

  it('where everybody is let in checks nothing, unless the registry looks at wrong credentials', async () => {
    expect(await ask(everybody).done).toEqual({ kind: 'unchecked', scheme: 'none' });
    expect(await ask(everybody, { kind: 'anonymous' }).done).toEqual({ kind: 'accepted', scheme: 'none' });
    const looks = ({ headers = {} }: HttpRequest) => answerOf(headers.authorization === undefined ? 200 : 401);
    expect(await ask(looks).done).toMatchObject({ kind: 'refused', scheme: 'none' });
  });

  it('reports that a refusal by 403 of the token service is one of the credentials', async () => {
    const denied = ({ url }: HttpRequest) =>
      url.pathname === '/token'
        ? answerOf(403, { url })
        : answerOf(401, { headers: { 'www-authenticate': bearer }, url });
    expect(await ask(denied).done).toMatchObject({ kind: 'refused', failure: { kind: 'authentication', exitCode: 2 } });
  });

  it.each([
    ['another scheme', 'Negotiate', 'it supports only negotiate'],
    ['no challenge', '', '401 without one'],
  ])('fails at %s', async (_name, challenge, words) => {
    const headers = challenge === '' ? {} : { 'www-authenticate': challenge };
    await expect(ask(() => answerOf(401, { headers })).done).rejects.toThrow(words);
  });
});
