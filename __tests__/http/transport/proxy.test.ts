import { describe, expect, it } from '@jest/globals';
import { proxyFor } from '../../../src/http/transport/proxy.js';
import { failureOf } from '../../support/failures.js';

const proxy = 'http://p.test:3128';
const found = (environment: Record<string, string>, url = 'https://a.test') =>
  proxyFor(new URL(url), environment)?.href;

describe('proxyFor', () => {
  it.each<[string, Record<string, string>, string, string | undefined]>([
    [
      'the scheme’s own before all_proxy',
      { https_proxy: proxy, all_proxy: 'http://q.test' },
      'https://a.test',
      'http://p.test:3128/',
    ],
    [
      'ALL_PROXY for the rest',
      { HTTP_PROXY: 'http://q.test', ALL_PROXY: proxy },
      'https://a.test',
      'http://p.test:3128/',
    ],
    ['lower case first', { HTTPS_PROXY: 'http://q.test', https_proxy: proxy }, 'https://a.test', 'http://p.test:3128/'],
    ['an empty one is none', { https_proxy: '', HTTPS_PROXY: proxy }, 'https://a.test', 'http://p.test:3128/'],
    ['blanks around it', { https_proxy: ` ${proxy}\n` }, 'https://a.test', 'http://p.test:3128/'],
    ['a slash behind it', { https_proxy: `${proxy}/` }, 'https://a.test', 'http://p.test:3128/'],
    ['an @ in the password', { https_proxy: 'http://u:a@b@p.test' }, 'https://a.test', 'http://u:a%40b@p.test/'],
    ['an IPv6 address', { https_proxy: 'http://[fd00::7]:3128' }, 'https://a.test', 'http://[fd00::7]:3128/'],
    ['a name beyond ASCII', { https_proxy: 'bücher.test:3128' }, 'https://a.test', 'http://xn--bcher-kva.test:3128/'],
    [
      'credentials',
      { https_proxy: 'http://us%40er:50%25off@p.test:3128' },
      'https://a.test',
      'http://us%40er:50%25off@p.test:3128/',
    ],
    ['no scheme', { https_proxy: 'p.test:3128' }, 'https://a.test', 'http://p.test:3128/'],
    ['HTTPS to the proxy', { https_proxy: 'https://p.test' }, 'https://a.test', 'https://p.test/'],
  ])('%s', (_name, environment, url, expected) => expect(found(environment, url)).toBe(expected));

  it.each<[string, string, boolean]>([
    ['*', 'https://a.test', true],
    ['a.test', 'https://a.test', true],
    ['A.Test.', 'https://a.test', true],
    ['a.test', 'https://a.test.', true],
    ['.test', 'https://a.test', true],
    ['*.test', 'https://a.test', true],
    ['test', 'https://a.test', true],
    ['est', 'https://a.test', false],
    ['x.a.test', 'https://a.test', false],
    ['b.test a.test', 'https://a.test', true],
    ['b.test,, a.test ,', 'https://a.test', true],
    ['a.test:443', 'https://a.test', true],
    ['a.test:80', 'https://a.test', false],
    ['a.test:5000', 'https://a.test:5000', true],
    ['10.0.0.0/8', 'https://10.20.30.40', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/33', 'https://10.0.0.1', false],
    ['192.168.1.7', 'https://192.168.1.7', true],
    ['68.1.7', 'https://192.168.1.7', false],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['[fd00::]/8', 'https://[fd12::1]', true],
    ['fd12::1', 'https://[fd12::1]', true],
    ['[fd12::1]', 'https://[fd12::1]', true],
    ['[fd12::1]:443', 'https://[fd12::1]', true],
    ['[fd12::1]:80', 'https://[fd12::1]', false],
    ['[::1]', 'https://[::1]', true],
    ['::1', 'https://[::1]', true],
    ['0:0:0:0:0:0:0:1', 'https://[::1]', true],
    ['0:0:0:0:0:0:0:1', 'https://[::2]', false],
    ['[0:0:0:0:0:0:0:1]:443', 'https://[::1]', true],
    ['[0:0:0:0:0:0:0:1]:80', 'https://[::1]', false],
    ['::1/128', 'https://[::1]', true],
    ['0:0:0:0:0:0:0:0/64', 'https://[::1]', true],
    ['FD12:0000::1', 'https://[fd12::1]', true],
    ['fd12::1:443', 'https://[fd12::1]', false],
    ['', 'https://a.test', false],
    [' ', 'https://a.test', false],
  ])('no_proxy %j and %s: %s', (exceptions, url, isException) => {
    expect(found({ https_proxy: proxy, no_proxy: exceptions }, url) === undefined).toBe(isException);
  });

  it.each([
    'http://user:50%off-secret@p.test',
    'http://p.test:99999',
    'http://',
    'http:// p.test',
    'http://user:secret@',
    'p.test:port',
    ' ',
    '\t\n',
    'http:',
    'http:/p.test',
    'http:p.test',
    'https:',
    '//p.test',
    ':3128',
    'p.test:',
    '"http://p.test:3128"',
    "'http://p.test:3128'",
    '<http://p.test>',
    'http://p.test#secret',
    'http://p.test:3128/path-secret',
    'http://p.test?secret',
    'http://user:se#cret@p.test',
    'http://p.test:0',
    'http://p.test:00',
    'http://p.test,http://q.test',
    'http://p.test http://q.test',
    'http://[::1',
    'http://a b.test',
    'http://user:sec ret@p.test',
  ])('%j is refused, and not shown', (address) => {
    const failure = failureOf(() => found({ HTTPS_PROXY: address }));
    expect(failure).toMatchObject({
      kind: 'usage',
      exitCode: 64,
      message: 'HTTPS_PROXY is not the address of a proxy',
    });
    expect(`${failure.message} ${failure.advice}`).not.toContain('secret');
  });

  it.each(['socks5', 'socks5h', 'socks4', 'ftp'])('%s:// is refused by name', (scheme) => {
    const failure = failureOf(() => found({ all_proxy: `${scheme}://user:secret@p.test:1080` }));
    expect(failure.message).toBe(`all_proxy is a ${scheme}:// proxy, which is not supported`);
  });

  it.each(['', 'http://q.test'])(
    'an empty one in lower case, and blanks in upper case (ALL_PROXY %j): refused',
    (all) => {
      const environment = { http_proxy: '', HTTP_PROXY: ' ', ALL_PROXY: all };
      expect(failureOf(() => found(environment, 'http://a.test')).message).toBe(
        'HTTP_PROXY is not the address of a proxy',
      );
    },
  );

  it.each(['HTTP_PROXY', 'http_proxy', 'all_proxy', 'ALL_PROXY'])(
    '%s with https:// is for https addresses alone',
    (name) => {
      const failure = failureOf(() => found({ [name]: 'https://user:secret@p.test' }, 'http://a.test'));
      expect(failure).toMatchObject({
        kind: 'usage',
        exitCode: 64,
        message: `${name} is an https:// proxy, which is not supported for plain HTTP`,
      });
      expect(failure.advice).not.toContain('secret');
    },
  );

  it('an address that is not needed is not read', () => {
    expect(found({ http_proxy: 'http://:bad:', https_proxy: 'bad:port', no_proxy: 'a.test' })).toBeUndefined();
  });
});
