import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHtml, serverWords } from '../../src/http/server-words.js';
import { cleanLine } from '../../src/lib/clean-line.js';
import { numRuns } from '../support/thorough.js';

describe('cleanLine', () => {
  it.each([
    ['as it is', 'as it is'],
    ['', ''],
    ['  two\t\tblanks  ', 'two blanks'],
    ['two\r\nlines', 'two lines'],
    ['a\u2028b\u2029c\u0085d', 'a b c d'],
    ['nul\0bell\x07', 'nul bell'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b[2K\u001b[1Ggone', 'gone'],
    ['\u009b31mred', '31mred'],
    ['right\u202eto left', 'right to left'],
    ['zero\u200bwidth', 'zero width'],
    ['::set-output name=x::y', 'set-output name=x::y'],
    [' \n :: ::error::x', 'error::x'],
    [':::warning', 'warning'],
    ['std::vector', 'std::vector'],
    ['##[error]x', '# #[error]x'],
    ['text ##[set-env name=X]y', 'text # #[set-env name=X]y'],
    ['####[x]', '### #[x]'],
    ['##\u001b[1m[group]', '# #[group]'],
  ])('%j becomes %j', (text, expected) => expect(cleanLine(text)).toBe(expected));

  it('cuts after 300 characters, or at the given length', () => {
    expect(cleanLine('x'.repeat(300))).toBe('x'.repeat(300));
    expect(cleanLine('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(cleanLine('abcdef', 4)).toBe('abc…');
  });

  it('never gives more than one line, a control character or a command of the runner', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(':', '#', '[', ']', ' ', '\n', '\r', '\u001b', 'm', '1', 'é', '\u200b', '\u2028', 'x'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const line = cleanLine(text, limit);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s*::|##\[/u);
        expect(line.length).toBeLessThanOrEqual(limit);
        expect(cleanLine(line, limit)).toBe(line);
      }),
      { numRuns: numRuns(1000) },
    );
  });
});

describe('serverWords', () => {
  it.each<[string, unknown, string | undefined]>([
    [
      'OCI',
      { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown', detail: { Tag: 'x' } }] },
      '“MANIFEST_UNKNOWN: manifest unknown: Tag x”',
    ],
    [
      'OCI, several errors, each once, with what they are about',
      {
        errors: [
          { code: 'UNKNOWN', message: 'unknown error' },
          { code: 'UNKNOWN', message: 'unknown error', detail: {} },
          { code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry', detail: 'sha256:abc' },
        ],
      },
      '“UNKNOWN: unknown error; MANIFEST_BLOB_UNKNOWN: blob unknown to registry: sha256:abc”',
    ],
    [
      'OCI, a list of what access is denied to',
      {
        errors: [
          {
            code: 'DENIED',
            message: 'access denied',
            detail: [{ Type: 'repository', Class: '', Name: 'acme/app', Action: 'pull' }],
          },
        ],
      },
      '“DENIED: access denied: Type repository, Name acme/app, Action pull”',
    ],
    [
      'OCI, a detail with a message of its own',
      { errors: [{ code: 'TOOMANYREQUESTS', message: 'slow down', detail: { message: 'quota 100 a minute' } }] },
      '“TOOMANYREQUESTS: slow down: quota 100 a minute”',
    ],
    [
      'Harbor',
      {
        errors: [
          { code: 'FORBIDDEN', message: 'no permission' },
          { code: 'PROJECTPOLICYVIOLATION', message: 'not scanned' },
        ],
      },
      '“FORBIDDEN: no permission; PROJECTPOLICYVIOLATION: not scanned”',
    ],
    [
      'a problem (RFC 9457)',
      { title: 'Bad Request', status: 400, detail: 'n is too large' },
      '“Bad Request: n is too large”',
    ],
    ['OCI, no message', { errors: [{ code: 'DENIED' }] }, '“DENIED”'],
    ['Docker Hub', { detail: 'Incorrect authentication credentials' }, '“Incorrect authentication credentials”'],
    ['Docker Hub, v2', { message: 'object not found', errinfo: {} }, '“object not found”'],
    ['a token service', { details: 'incorrect username or password' }, '“incorrect username or password”'],
    [
      'OAuth2',
      { error: 'invalid_grant', error_description: 'The token has expired' },
      '“invalid_grant: The token has expired”',
    ],
    [
      'GitHub',
      { message: 'Bad credentials', documentation_url: 'https://docs.github.com', status: '401' },
      '“Bad credentials”',
    ],
    [
      'GitHub, with fields',
      { message: 'Validation Failed', errors: [{ resource: 'Ref', field: 'sha' }] },
      '“Validation Failed; resource Ref, field sha”',
    ],
    ['GitLab', { message: '404 Project Not Found' }, '“404 Project Not Found”'],
    [
      'GitLab, by field',
      { message: { name: ['has been taken', 'is too long'], id: [] } },
      '“name has been taken, is too long”',
    ],
    ['Rails', { errors: { tag: ['is invalid'] } }, '“tag is invalid”'],
    ['GitLab, OAuth2', { error: 'insufficient_scope', scope: 'api' }, '“insufficient_scope”'],
    ['Gitea', { message: 'token is required', url: 'https://gitea.test/api/swagger' }, '“token is required”'],
    [
      'Bitbucket Cloud',
      { type: 'error', error: { message: 'Commit not found', detail: 'abc' } },
      '“Commit not found: abc”',
    ],
    [
      'Bitbucket Cloud, without a detail',
      { type: 'error', error: { message: 'Commit not found' } },
      '“Commit not found”',
    ],
    [
      'Bitbucket Data Center',
      { errors: [{ context: null, message: 'Project X does not exist.', exceptionName: 'Y' }] },
      '“Project X does not exist.”',
    ],
    [
      'GitHub, with the reasons',
      { message: 'Validation Failed', errors: [{ message: 'no such ref' }, 'and more'] },
      '“Validation Failed; no such ref; and more”',
    ],
    ['errors as texts', { errors: ['first', 'second'] }, '“first; second”'],
    ['no errors after all', { errors: [], message: 'x' }, '“x”'],
    ['JSON text', '"just text"', '“just text”'],
    [
      'the storage behind a registry',
      '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message><HostId>x</HostId></Error>',
      '“AccessDenied: Request has expired”',
    ],
    ['other XML', '<?xml version="1.0"?><x/>', '“<?xml version="1.0"?><x/>”'],
    ['plain text', 'no healthy upstream\n', '“no healthy upstream”'],
    ['text in many lines', 'a\r\n::error::b', '“a ::error::b”'],
    ['JSON that says nothing', { status: 500 }, undefined],
    ['an empty message', { message: '' }, undefined],
    ['a cut object', '{"errors":[{"code":', undefined],
    ['nothing', '', undefined],
    ['blanks', ' \n', undefined],
  ])('%s', (_name, body, expected) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(serverWords(Buffer.from(text), 'application/json')).toBe(expected);
  });

  it.each([
    ['<html><head><title>502 Bad\nGateway</title>', undefined, 'an HTML page titled “502 Bad Gateway”'],
    ['<!DOCTYPE html><body>', undefined, 'an HTML page'],
    ['<p>Sign in</p>', 'text/html; charset=utf-8', 'an HTML page'],
    ['<title> </title>', 'TEXT/HTML', 'an HTML page'],
    [`<html><title>${'x'.repeat(200)}</title>`, undefined, `an HTML page titled “${'x'.repeat(79)}…”`],
    ['{"errors":[{"code":"DENIED","message":"no"}]}', 'text/html', '“DENIED: no”'],
    ['token expired\n', 'text/html; charset=utf-8', '“token expired”'],
  ])('of the page %j', (page, type, expected) => expect(serverWords(Buffer.from(page), type)).toBe(expected));

  it('stays short, and never throws', () => {
    const errors = Array.from({ length: 100 }, (_, at) => ({ code: 'DENIED', message: `reason ${at}` }));
    expect(serverWords(Buffer.from(JSON.stringify({ errors })), undefined)).toHaveLength(602);
    const nested = `${'{"error":'.repeat(1600)}"x"${'}'.repeat(1600)}`;
    expect(serverWords(Buffer.from(nested), undefined)).toBeUndefined();
    expect(serverWords(Buffer.from(`${'['.repeat(8000)}${']'.repeat(8000)}`), undefined)).toHaveLength(302);
    expect(serverWords(Buffer.alloc(1_000_000, 'x'), undefined)).toHaveLength(302);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (body) => {
          expect((serverWords(body, undefined) ?? '').length).toBeLessThan(700);
        },
      ),
    );
  });
});

describe('isHtml', () => {
  it.each([
    ['<html>', undefined, true],
    [' \n<!doctype HTML>', 'application/json', true],
    ['{}', 'text/html', true],
    ['x', 'application/xhtml+xml', true],
    ['{"a":"<html>"}', 'application/json', false],
    ['<?xml?>', 'application/xml', false],
    ['', undefined, false],
  ])('%j as %s: %s', (text, type, expected) => expect(isHtml(text, type)).toBe(expected));
});
