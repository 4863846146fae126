import { describe, expect, it } from '@jest/globals';
import { encodePath } from '../../src/http/message.js';
import { apiBase, getJson, textAt } from '../../src/sources/rest.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

describe('getJson', () => {
  const ask = (status: number, body: unknown, authorization?: string) => {
    const http = fakeHttp(() => answerOf(status, { body }));
    const api = { http, base: 'https://api.test/2.0', authorization, advice: { authentication: 'log in' } };
    return { http, asked: getJson(api, '/x?y=1') };
  };

  it('gives the object', async () => {
    const { http, asked } = ask(200, { a: 1 }, 'Bearer t');
    expect(await asked).toEqual({ a: 1 });
    expect(http.requests[0]?.headers).toEqual({ accept: 'application/json', authorization: 'Bearer t' });
    expect(http.lines()).toEqual(['GET https://api.test/2.0/x?y=1']);
  });

  it('sends no authorization without one', async () => {
    const { http, asked } = ask(200, {});
    await asked;
    expect(http.requests[0]?.headers).toEqual({ accept: 'application/json' });
  });

  it('gives nothing after 404, and only then', async () => expect(await ask(404, '').asked).toBeUndefined());

  it('takes a page for none of its words', async () => {
    const failure = await rejectionOf(ask(404, '<!doctype html><title>Blocked</title>').asked);
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toBe('GET https://api.test/2.0/x: 404 Not Found; an HTML page titled “Blocked”');
  });

  it.each([
    [401, 'authentication', 2],
    [403, 'denied', 4],
    [410, 'server', 5],
    [429, 'server', 5],
    [500, 'server', 5],
    [204, 'server', 5],
  ])('fails with %i: %s', async (status, kind, exitCode) => {
    const failure = await rejectionOf(ask(status, { message: 'no' }).asked);
    expect(failure).toMatchObject({ kind, exitCode });
    expect(failure.message).toContain(`GET https://api.test/2.0/x: ${status}`);
    if (status === 401) expect(failure.advice).toBe('log in');
  });

  it('fails with a page', async () => {
    expect((await rejectionOf(ask(200, '<html><title>Log in</title>').asked)).message).toContain('titled “Log in”');
  });
});

describe('textAt', () => {
  const value = { target: { hash: 'ABC', n: 7 }, none: null, values: [{ id: 'x' }] };
  it.each([
    [['target', 'hash'], 'abc'],
    [['values', 0, 'id'], 'x'],
    [['target', 'n'], ''],
    [['target'], ''],
    [['target', 'hash', 'length'], ''],
    [['nope', 'nope'], ''],
    [['values', 1, 'id'], ''],
    [['none'], null],
    [['none', 'hash', 'x'], null],
  ])('%j is %j', (path, expected) => expect(textAt(value, ...path)).toBe(expected));

  it('is empty of nothing', () => expect(textAt(undefined, 'a')).toBe(''));
});

describe('encodePath', () => {
  it.each([
    ['owner/name', 'owner/name'],
    ['feature/a b#c?d%e', 'feature/a%20b%23c%3Fd%25e'],
    ['heads/größe', 'heads/gr%C3%B6%C3%9Fe'],
    ['{uuid}', '%7Buuid%7D'],
  ])('%s becomes %s', (path, expected) => expect(encodePath(path)).toBe(expected));
});

describe('apiBase', () => {
  const usual = 'https://gitlab.com/api/v4';
  it.each([
    [undefined, usual],
    ['https://git.test', 'https://git.test/api/v4'],
    ['https://git.test/', 'https://git.test/api/v4'],
    ['https://git.test:8443/gitlab//', 'https://git.test:8443/gitlab/api/v4'],
    ['https://git.test/api/v4', 'https://git.test/api/v4'],
    ['https://git.test/api/v4/', 'https://git.test/api/v4'],
  ])('%s is %s', (given, expected) => {
    expect(apiBase(given === undefined ? undefined : new URL(given), usual, /\/api\/v4$/, '/api/v4')).toBe(expected);
  });
});
