import { describe, expect, it } from '@jest/globals';
import { isPrivate, refusalReason, sameOrigin } from '../../src/http/url-policy.js';

describe('refusalReason', () => {
  it.each([
    ['https://a.test/x', 'https://a.test/y', undefined],
    ['https://a.test', 'https://b.test/', undefined],
    ['https://a.test', 'https://a.test:8443', undefined],
    ['http://a.test', 'http://a.test/x', undefined],
    ['http://a.test:5000', 'http://a.test:5001', undefined],
    ['http://a.test', 'https://b.test', undefined],
    ['http://10.0.0.1', 'http://10.0.0.1:81', undefined],
    ['https://10.0.0.1', 'https://10.0.0.2', undefined],
    ['http://localhost:5000', 'https://192.168.1.1', undefined],
    ['https://a.test', 'http://a.test', 'it is plain HTTP on another host'],
    ['https://a.test', 'http://b.test', 'it is plain HTTP on another host'],
    ['http://a.test', 'http://b.test', 'it is plain HTTP on another host'],
    ['https://a.test', 'https://localhost', 'it leads into a private network'],
    ['https://a.test', 'https://localhost.:8443', 'it leads into a private network'],
    ['https://a.test', 'https://10.1.2.3', 'it leads into a private network'],
    ['https://a.test', 'https://169.254.169.254/latest/meta-data', 'it leads into a private network'],
    ['https://a.test', 'https://0x7f000001/', 'it leads into a private network'],
    ['https://a.test', 'https://2130706433/', 'it leads into a private network'],
    ['https://a.test', 'https://[::1]', 'it leads into a private network'],
    ['https://a.test', 'https://[::ffff:8.8.8.8]', 'it leads into a private network'],
    ['https://a.test', 'https://u:p@a.test', 'it contains credentials'],
    ['https://a.test', 'https://u@b.test', 'it contains credentials'],
    ['https://a.test', 'file:///etc/passwd', 'it is a file: address'],
    ['https://a.test', 'data:text/plain,x', 'it is a data: address'],
    ['https://a.test', 'ftp://a.test', 'it is a ftp: address'],
  ])('%s to %s: %s', (from, target, expected) => expect(refusalReason(new URL(target), new URL(from))).toBe(expected));
});

describe('isPrivate', () => {
  it.each([
    ['https://a.test', false],
    ['https://8.8.8.8', false],
    ['https://0.0.0.0', true],
    ['https://10.0.0.1', true],
    ['https://127.0.0.2:81', true],
    ['https://100.63.0.1', false],
    ['https://100.64.0.1', true],
    ['https://100.127.255.255', true],
    ['https://100.128.0.1', false],
    ['https://169.253.0.1', false],
    ['https://169.254.0.1', true],
    ['https://172.15.0.1', false],
    ['https://172.16.0.1', true],
    ['https://172.31.0.1', true],
    ['https://172.32.0.1', false],
    ['https://192.167.0.1', false],
    ['https://192.168.0.1', true],
    ['https://[::]', true],
    ['https://[fe80::1]', true],
    ['https://[fd12::1]', true],
    ['https://[fc00::1]', true],
    ['https://[64:ff9b::10.0.0.1]', true],
    ['https://[2001:db8::1]', false],
    ['https://app.localhost', true],
    ['https://10.example.com', false],
  ])('%s: %s', (address, expected) => expect(isPrivate(new URL(address))).toBe(expected));
});

describe('sameOrigin', () => {
  it.each([
    ['https://a.test/x', 'https://a.test:443/y?z', true],
    ['https://A.test', 'https://a.test', true],
    ['https://a.test', 'http://a.test', false],
    ['https://a.test', 'https://a.test:8443', false],
    ['https://a.test', 'https://b.test', false],
  ])('%s and %s: %s', (one, other, expected) => expect(sameOrigin(new URL(one), new URL(other))).toBe(expected));
});
