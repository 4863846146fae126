import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatPlatform, normalizePlatform, parsePlatform, samePlatform } from '../../src/images/platform.js';
import { failureOf, orRefused } from '../support/failures.js';

describe('parsePlatform', () => {
  it.each([
    ['linux/amd64', { os: 'linux', architecture: 'amd64', variant: 'v1' }],
    ['Linux/AMD64', { os: 'linux', architecture: 'amd64', variant: 'v1' }],
    ['linux/x86_64', { os: 'linux', architecture: 'amd64', variant: 'v1' }],
    ['linux/amd64/v3', { os: 'linux', architecture: 'amd64', variant: 'v3' }],
    ['linux/arm64', { os: 'linux', architecture: 'arm64', variant: 'v8' }],
    ['linux/aarch64', { os: 'linux', architecture: 'arm64', variant: 'v8' }],
    ['linux/arm', { os: 'linux', architecture: 'arm', variant: 'v7' }],
    ['linux/arm/v6', { os: 'linux', architecture: 'arm', variant: 'v6' }],
    ['linux/s390x', { os: 'linux', architecture: 's390x' }],
    ['linux/constructor', { os: 'linux', architecture: 'constructor' }],
    ['linux/__proto__', { os: 'linux', architecture: '__proto__' }],
  ])('%s', (text, expected) => expect(parsePlatform(text)).toEqual(expected));

  it.each([
    '',
    'linux',
    'linux/',
    '/amd64',
    'linux/amd64/',
    'linux/amd64/v1/x',
    'linux amd64',
    'linux/amd64\n',
    'lin-ux/a',
  ])('%j is refused', (text) => {
    const failure = failureOf(() => parsePlatform(text));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toBe(`${JSON.stringify(text)} is not a platform`);
    expect(failure.advice).toContain('linux/arm/v7');
  });
});

describe('formatPlatform', () => {
  it.each([
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v2', 'linux/amd64/v2'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm64/v9', 'linux/arm64/v9'],
    ['linux/arm', 'linux/arm/v7'],
    ['windows/amd64', 'windows/amd64'],
  ])('%s is %s', (text, expected) => expect(formatPlatform(parsePlatform(text))).toBe(expected));

  it('reads back as the same platform', () => {
    const word = fc.oneof(
      fc.constantFrom('amd64', 'arm', 'arm64', 'aarch64', 'x86_64'),
      fc.stringMatching(/^[a-z0-9]{1,8}$/),
    );
    const parts = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), word, fc.option(fc.stringMatching(/^v[0-9.]{1,3}$/)));
    fc.assert(
      fc.property(parts, ([os, architecture, variant]) => {
        const platform = parsePlatform([os, architecture, ...(variant === null ? [] : [variant])].join('/'));
        expect(parsePlatform(formatPlatform(platform))).toEqual(platform);
        expect(normalizePlatform(platform)).toEqual(platform);
      }),
    );
  });

  it('throws nothing but Failure', () => {
    fc.assert(fc.property(fc.string(), (text) => void orRefused(() => parsePlatform(text))));
  });
});

describe('samePlatform', () => {
  it.each([
    ['arm64 without a variant and v8', { architecture: 'arm64' }, { architecture: 'arm64', variant: 'v8' }, true],
    ['an empty variant', { architecture: 'amd64', variant: '' }, { architecture: 'amd64' }, true],
    ['aliases', { architecture: 'x86-64' }, { architecture: 'amd64' }, true],
    ['arm v6 and v7', { architecture: 'arm', variant: 'v6' }, { architecture: 'arm' }, false],
    ['amd64 and arm64', { architecture: 'amd64' }, { architecture: 'arm64' }, false],
  ])('%s', (_name, one, other, expected) => {
    expect(samePlatform({ os: 'linux', ...one }, { os: 'linux', ...other })).toBe(expected);
  });

  it('knows systems apart', () => {
    const architecture = 'amd64';
    expect(samePlatform({ os: 'linux', architecture }, { os: 'windows', architecture })).toBe(false);
  });
});
