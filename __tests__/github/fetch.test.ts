import { describe, expect, it } from '@jest/globals';
import { fetchThrough } from '../../src/github/fetch.js';
import { answerOf, fakeHttp } from '../support/http.js';

describe('fetchThrough', () => {
  it('sends method, address, headers and body', async () => {
    const http = fakeHttp(() => answerOf(200));
    await fetchThrough(http)('https://api.test/a?b=c', {
      method: 'POST',
      headers: { Accept: 'x/y', Authorization: 'token t' },
      body: '{"a":"ü"}',
    });
    expect(http.requests).toEqual([
      {
        method: 'POST',
        url: new URL('https://api.test/a?b=c'),
        headers: { accept: 'x/y', authorization: 'token t' },
        body: '{"a":"ü"}',
      },
    ]);
  });

  it.each<[string, Parameters<typeof fetch>[0]]>([
    ['a text', 'https://api.test/a'],
    ['a URL', new URL('https://api.test/a')],
    ['a Request', new Request('https://api.test/a')],
  ])('takes %s, and gets it without more', async (_name, input) => {
    const http = fakeHttp(() => answerOf(200));
    await fetchThrough(http)(input);
    expect(http.requests).toEqual([{ method: 'GET', url: new URL('https://api.test/a'), headers: {} }]);
  });

  it('gives status, headers and body', async () => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      etag: '"x"',
      date: 'Sun, 01 Mar 2026 12:00:00 GMT',
      link: ['<https://api.test/2>; rel="next"', '<https://api.test/9>; rel="last"'],
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1',
      'retry-after': '2',
      'set-cookie': 'a=b',
    };
    const http = fakeHttp(() => answerOf(404, { headers, body: { größe: 1 } }));
    const response = await fetchThrough(http)('https://api.test/');
    expect([response.status, response.ok]).toEqual([404, false]);
    expect(await response.json()).toEqual({ größe: 1 });
    const { link, 'set-cookie': _cookie, ...others } = headers;
    expect(Object.fromEntries(response.headers.entries())).toEqual({ ...others, link: link.join(', ') });
  });

  it('gives bytes as they are', async () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    const response = await fetchThrough(fakeHttp(() => answerOf(200, { body: bytes })))('https://api.test/');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it.each([204, 205, 304])('gives %i, which has no body', async (status) => {
    const response = await fetchThrough(fakeHttp(() => answerOf(status)))('https://api.test/');
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it('refuses a method that the client does not have, and sends nothing', async () => {
    const http = fakeHttp(() => answerOf(200));
    await expect(fetchThrough(http)('https://api.test/', { method: 'OPTIONS' })).rejects.toThrow(
      'the method OPTIONS is not supported',
    );
    expect(http.requests).toEqual([]);
  });

  it('throws what the client throws', async () => {
    const fault = new Error('reset');
    await expect(fetchThrough({ request: () => Promise.reject(fault) })('https://api.test/')).rejects.toBe(fault);
  });
});
