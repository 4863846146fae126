import { describe, expect, it } from '@jest/globals';
import { createGitHubApi } from '../../src/github/octokit.js';
import { Failure } from '../../src/lib/errors.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

const base = 'https://api.github.com';
const json = { headers: { 'content-type': 'application/json; charset=utf-8' } };

describe('createGitHubApi', () => {
  it('sends GET with the token, and gives the answer', async () => {
    const http = fakeHttp(() => answerOf(200, { ...json, body: { a: 1 } }));
    const answer = await createGitHubApi(http, base, 't0ken').request('GET', '/repos/a/b?per_page=1&c=%2F');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toEqual({ a: 1 });
    expect(http.lines()).toEqual([`GET ${base}/repos/a/b?per_page=1&c=%2F`]);
    expect(http.requests[0]?.headers).toMatchObject({ authorization: 'token t0ken' });
    expect(http.requests[0]?.headers?.accept).toContain('application/vnd.github');
    expect(http.requests[0]).not.toHaveProperty('body');
  });

  it('sends no authorization without a token', async () => {
    const http = fakeHttp(() => answerOf(200, json));
    await createGitHubApi(http, base, undefined).request('GET', '/');
    expect(http.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('sends headers and a JSON body', async () => {
    const http = fakeHttp(() => answerOf(204));
    const body = { ref: 'main', inputs: { 'größe {x}': '{y}', url: '/z', headers: 'h' } };
    const headers = { 'x-github-api-version': '2026-03-10', 'if-none-match': '"x"' };
    await createGitHubApi(http, base, 't').request('POST', '/repos/a/b/dispatches', { headers, body });
    expect(JSON.parse(String(http.requests[0]?.body ?? ''))).toEqual(body);
    expect(http.requests[0]?.headers).toMatchObject({ ...headers, 'content-type': 'application/json; charset=utf-8' });
  });

  it.each([true, false, undefined])('passes on if it may be repeated: %s', async (repeatable) => {
    const http = fakeHttp(() => answerOf(204));
    await createGitHubApi(http, base, 't').request('POST', '/x', repeatable === undefined ? {} : { repeatable });
    expect(http.requests[0]?.repeatable).toBe(repeatable);
  });

  it.each([
    [base, base],
    [`${base}/`, base],
    ['https://ghe.test/api/v3//', 'https://ghe.test/api/v3'],
    ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
  ])('is at %s', async (given, expected) => {
    const http = fakeHttp(() => answerOf(200, json));
    const api = createGitHubApi(http, given, undefined);
    await api.request('GET', '/x/%7By%7D');
    expect([api.base, http.lines()]).toEqual([expected, [`GET ${expected}/x/%7By%7D`]]);
  });

  it.each([204, 301, 304, 401, 403, 404, 409, 422, 429, 500, 503])(
    'gives the answer %i as it is, after one request',
    async (status) => {
      const http = fakeHttp(() =>
        answerOf(status, { ...json, ...(status === 304 ? {} : { body: { message: 'no' } }) }),
      );
      const answer = await createGitHubApi(http, base, 't').request('GET', '/x');
      expect(answer.status).toBe(status);
      expect(http.requests).toHaveLength(1);
    },
  );

  it.each([
    ['broken JSON', '{"a":'],
    ['a page under the type of JSON', '<html>'],
    ['nothing', ''],
  ])('gives an answer with %s as it is', async (_name, body) => {
    const http = fakeHttp(() => answerOf(200, { ...json, body }));
    expect((await createGitHubApi(http, base, 't').request('GET', '/x')).body.toString()).toBe(body);
  });

  it.each([
    ['a failure of the network', new Failure('network', { operation: 'GET x', reason: 'reset' })],
    ['the end of the command', new Failure('cancelled', { operation: 'check', reason: 'cancelled by SIGINT' })],
  ])('throws %s itself', async (_name, failure) => {
    const http = fakeHttp(() => Promise.reject(failure));
    expect(await rejectionOf(createGitHubApi(http, base, 't').request('GET', '/x'))).toBe(failure);
    expect(http.requests).toHaveLength(1);
  });

  it('keeps requests apart that are under way at the same time', async () => {
    const http = fakeHttp(async ({ url }) => {
      if (url.pathname === '/slow') await new Promise((resolve) => setTimeout(resolve, 20));
      return answerOf(url.pathname === '/slow' ? 404 : 200, { ...json, body: { path: url.pathname } });
    });
    const api = createGitHubApi(http, base, 't');
    const answers = await Promise.all([api.request('GET', '/slow'), api.request('GET', '/fast')]);
    expect(answers.map(({ status, body }) => [status, JSON.parse(body.toString()).path])).toEqual([
      [404, '/slow'],
      [200, '/fast'],
    ]);
  });
});
