import { describe, expect, it } from '@jest/globals';
import { failureOf as failureOfAnswer, isMissing, jsonArray, jsonObject } from '../../src/http/responses.js';
import { failureOf } from '../support/failures.js';
import { answerOf } from '../support/http.js';

describe('failureOf', () => {
  it.each([
    [401, 'authentication', 2],
    [403, 'denied', 4],
    [404, 'not-found', 3],
    [407, 'network', 6],
    [400, 'server', 5],
    [429, 'server', 5],
    [500, 'server', 5],
    [503, 'server', 5],
    [302, 'server', 5],
    [418, 'server', 5],
  ])('%i is %s, exit code %i', (status, kind, exitCode) => {
    expect(failureOfAnswer(answerOf(status), 'GET x')).toMatchObject({ kind, exitCode });
  });

  it('reports the request, the status, the server’s message, and the reason why it was not repeated', () => {
    const answer = answerOf(503, { body: { message: 'down\n::error::x' }, note: 'no time is left' });
    expect(failureOfAnswer(answer, 'GET https://a.test/x').message).toBe(
      'GET https://a.test/x: 503 Service Unavailable; “down ::error::x”; no time is left',
    );
  });

  it('knows no name for an odd status', () => {
    expect(failureOfAnswer(answerOf(599), 'GET x').message).toBe('GET x: 599');
  });

  it('takes the service’s own advice', () => {
    const advice = { authentication: 'log in', denied: 'ask the owner' };
    expect(failureOfAnswer(answerOf(401), 'x', advice).advice).toBe('log in');
    expect(failureOfAnswer(answerOf(403), 'x', advice).advice).toBe('ask the owner');
    expect(failureOfAnswer(answerOf(404), 'x', advice).advice).toBeUndefined();
    expect(failureOfAnswer(answerOf(500), 'x', advice).advice).toContain('status page');
  });

  it('takes a 403 of a limit for a limit, not for a want of rights', () => {
    const answer = answerOf(403, { headers: { 'x-ratelimit-remaining': '0' } });
    const failure = failureOfAnswer(answer, 'x', { denied: 'ask the owner' });
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.advice).toContain('limits the number of requests');
  });
});

const page = { headers: { 'content-type': 'text/html' }, body: '<html><title>Not here</title></html>' };
const sso = (text: string, url = 'https://api.github.com/repos/acme/app') => ({
  headers: { 'x-github-sso': text },
  body: { message: 'Resource protected by organization SAML enforcement.' },
  url: new URL(url),
});

describe('a 404 with a page', () => {
  it.each([
    ['by its type', { headers: { 'content-type': 'text/html; charset=utf-8' } }, undefined],
    ['by its first bytes', { body: '\n<!DOCTYPE html>\n<title>Not here</title>' }, 'an HTML page titled “Not here”'],
    ['by both', page, 'an HTML page titled “Not here”'],
  ])('%s is the fault of a server', (_name, parts, words) => {
    const failure = failureOfAnswer(answerOf(404, parts), 'GET x', { 'not-found': 'look elsewhere', server: 'wait' });
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toBe(`GET x: 404 Not Found${words === undefined ? '' : `; ${words}`}`);
    expect(failure.advice).toContain('no proxy or login page');
    expect(isMissing(answerOf(404, parts))).toBe(false);
  });

  it('is distinguished from one with an answer of the service', () => {
    expect(isMissing(answerOf(404, { body: { message: 'Not Found' } }))).toBe(true);
    expect(isMissing(answerOf(404))).toBe(true);
    expect(isMissing(answerOf(409))).toBe(false);
    expect([isMissing(answerOf(409), [404, 409]), isMissing(answerOf(409, page), [404, 409])]).toEqual([true, false]);
  });
});

describe('single sign-on', () => {
  const asked = 'https://github.com/orgs/acme/sso?authorization_request=AAB';
  const words = 'Authorize the token for the single sign-on (SAML SSO) of the organization: ';
  it.each([
    [403, `required; url=${asked}`, asked],
    [404, `required; url=${asked}`, asked],
    [403, `required;url=${asked};x=y`, `${asked};x=y`],
    [403, 'partial-results; organizations=21955855,20582480', 'on GitHub, in the settings of the token'],
    [403, 'required', 'on GitHub, in the settings of the token'],
    [403, 'required; url=http://github.com/orgs/acme/sso', 'on GitHub, in the settings of the token'],
    [403, 'required; url=https://github.com.evil.test/orgs', 'on GitHub, in the settings of the token'],
    [403, 'required; url=https://github.com@evil.test/', 'on GitHub, in the settings of the token'],
    [403, 'required; url=https://ann:pass@github.com/', 'on GitHub, in the settings of the token'],
    [403, 'required; url=javascript:alert(1)', 'on GitHub, in the settings of the token'],
    [403, `required; url=${asked}${'A'.repeat(300)}`, 'on GitHub, in the settings of the token'],
    [403, 'required; url=https://github.com/\u001b[31m', 'https://github.com/%1B[31m'],
  ])('%i with %j', (status, text, shown) => {
    const failure = failureOfAnswer(answerOf(status, sso(text)), 'GET x', { denied: 'ask the owner' });
    expect(failure).toMatchObject({ kind: 'denied', exitCode: 4, advice: `${words}${shown}` });
    expect(isMissing(answerOf(status, sso(text)))).toBe(false);
  });

  it('an Enterprise Server may name itself, and no other', () => {
    const at = (url: string) => sso('required; url=https://github.example.com/orgs/acme/sso', url);
    const own = failureOfAnswer(answerOf(403, at('https://github.example.com/api/v3/x')), 'GET x');
    expect(own.advice).toBe(`${words}https://github.example.com/orgs/acme/sso`);
    const other = failureOfAnswer(answerOf(403, at('https://api.github.com/x')), 'GET x');
    expect(other.advice).not.toContain('example.com');
  });
});

it('a 407 of a proxy for plain HTTP has advice', () => {
  expect(failureOfAnswer(answerOf(407), 'GET x').advice).toContain('http://USER:PASSWORD@HOST:PORT');
});

describe('jsonObject', () => {
  it('reads an object', () => {
    expect(jsonObject(answerOf(200, { body: { a: [1] } }), 'x')).toEqual({ a: [1] });
  });

  it.each<[unknown, string | undefined, string]>([
    ['', undefined, 'an empty body'],
    ['<html><title>Sign in</title>', undefined, 'an HTML page titled “Sign in”'],
    ['{"a":1}', 'text/html', 'an HTML page'],
    ['[1]', undefined, '“[1]”'],
    ['null', undefined, '“null”'],
    ['7', undefined, '“7”'],
    ['"text"', undefined, '“text”'],
    ['{"a":', undefined, 'other content'],
    ['{"a":', 'application/json', 'other content (application/json)'],
    ['nonsense', undefined, '“nonsense”'],
  ])('refuses %j as %s: %s', (body, type, words) => {
    const answer = answerOf(200, { body, headers: type === undefined ? {} : { 'content-type': type } });
    const failure = failureOf(() => jsonObject(answer, 'GET x'));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toBe(`GET x: 200, but not the JSON that was expected: ${words}`);
  });
});

describe('jsonArray', () => {
  it('reads an array', () => {
    expect(jsonArray(answerOf(200, { body: [{ a: 1 }, null] }), 'x')).toEqual([{ a: 1 }, null]);
  });

  it.each(['', '{"a":[]}', 'null', '[1', '<html>'])('refuses %j', (body) => {
    expect(failureOf(() => jsonArray(answerOf(200, { body }), 'GET x'))).toMatchObject({ kind: 'server', exitCode: 5 });
  });
});
