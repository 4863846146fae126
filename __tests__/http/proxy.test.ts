import { describe, expect, it } from '@jest/globals';
import { proxyFor } from '../../src/http/proxy.js';
import { failureOf } from '../support/failures.js';

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
    ['an empty one is none', { https_proxy: ' ', HTTPS_PROXY: proxy }, 'https://a.test', 'http://p.test:3128/'],
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
    ['', 'https://a.test', false],
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

  it('an address that is not needed is not read', () => {
    expect(found({ http_proxy: 'http://:bad:', https_proxy: 'bad:port', no_proxy: 'a.test' })).toBeUndefined();
  });
});
