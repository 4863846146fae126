import { describe, expect, it } from '@jest/globals';
import { failureOf as failureOfAnswer, jsonArray, jsonObject } from '../../src/http/answers.js';
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

  it('says what was asked, the status, the server’s words, and why it was not tried again', () => {
    const answer = answerOf(503, { body: { message: 'down\n::error::x' }, note: 'no time is left' });
    expect(failureOfAnswer(answer, 'GET https://a.test/x').message).toBe(
      'GET https://a.test/x: 503 Service Unavailable; “down ::error::x”; no time is left',
    );
  });

  it('knows no name for an odd status', () => {
    expect(failureOfAnswer(answerOf(599), 'GET x').message).toBe('GET x: 599');
  });

  it('takes the service’s own advice', () => {
    const advice = { authentication: 'sign in', denied: 'ask the owner' };
    expect(failureOfAnswer(answerOf(401), 'x', advice).advice).toBe('sign in');
    expect(failureOfAnswer(answerOf(403), 'x', advice).advice).toBe('ask the owner');
    expect(failureOfAnswer(answerOf(404), 'x', advice).advice).toBeUndefined();
    expect(failureOfAnswer(answerOf(500), 'x', advice).advice).toContain('status page');
  });

  it('takes a 403 of a limit for a limit, not for a want of rights', () => {
    const answer = answerOf(403, { headers: { 'x-ratelimit-remaining': '0' } });
    const failure = failureOfAnswer(answer, 'x', { denied: 'ask the owner' });
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.advice).toContain('limits how often');
  });
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
