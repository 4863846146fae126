import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatImage,
  formatRepository,
  isTag,
  parseImageName,
  parseRegistry,
  repositoryName,
} from '../../src/images/name.js';
import { isLoopback } from '../../src/lib/loopback.js';
import { apiOrigin } from '../../src/registries/drivers/index.js';
import { failureOf, orRefused } from '../support/failures.js';
import { numRuns } from '../support/thorough.js';

const hub = { host: 'docker.io', plainHttp: false };
const ghcr = { host: 'ghcr.io', plainHttp: false };
const sha = `sha256:${'0a'.repeat(32)}`;

describe('parseRegistry', () => {
  it.each([
    ['docker.io', 'docker.io', false],
    ['index.docker.io', 'docker.io', false],
    ['registry-1.docker.io', 'docker.io', false],
    ['registry.hub.docker.com', 'docker.io', false],
    ['https://index.docker.io/v1/', 'docker.io', false],
    ['http://docker.io', 'docker.io', false],
    ['ghcr.io', 'ghcr.io', false],
    ['GHCR.IO', 'ghcr.io', false],
    ['https://registry.example.com/', 'registry.example.com', false],
    ['https://registry.example.com/v2/', 'registry.example.com', false],
    ['http://registry.lan:5000', 'registry.lan:5000', true],
    ['HTTP://Registry.Lan:5000', 'registry.lan:5000', true],
    ['registry.lan:65535', 'registry.lan:65535', false],
    ['localhost', 'localhost', true],
    ['localhost:5000', 'localhost:5000', true],
    ['https://localhost:5000', 'localhost:5000', false],
    ['127.0.0.1:5000', '127.0.0.1:5000', true],
    ['[::1]:5000', '[::1]:5000', true],
    ['[2001:db8::1]', '[2001:db8::1]', false],
    ['10.0.0.1:5000', '10.0.0.1:5000', false],
  ])('%s is %s, plain HTTP: %s', (text, host, plainHttp) => {
    expect(parseRegistry(text)).toEqual({ host, plainHttp });
  });

  it.each([
    '',
    ' ',
    'ghcr.io/acme',
    'https://',
    'ftp://ghcr.io',
    'user:secret@ghcr.io',
    'ghcr.io:0',
    'ghcr.io:65536',
    'ghcr.io:',
    'ghcr.io:5000x',
    '-ghcr.io',
    'ghcr-.io',
    'ghcr..io',
    'ghcr.io\r\nx: y',
    'ghcr.io?x',
    'ghcr.io#x',
    '::1',
    '[]',
    '[:]',
    '[::1',
    '[1:2]',
    '999.1.1.1',
    '1.2.3.4.5',
    'regístry.io',
  ])('%j is no registry', (text) => {
    const failure = failureOf(() => parseRegistry(text));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toBe(`${JSON.stringify(text)} is not a registry's host`);
    expect(failure.advice).toContain('host:port');
  });

  it('throws nothing but Failure, and what it accepts has an origin of the same host', () => {
    const near = fc.string({ unit: fc.constantFrom(...'a9.-:[]/x0@'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webAuthority(), near), (text) => {
        const registry = orRefused(() => parseRegistry(text));
        if (registry !== undefined && registry.host !== 'docker.io') expect(apiOrigin(registry).hash).toBe('');
      }),
      { numRuns: numRuns(1000) },
    );
  });
});

describe('isLoopback', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST:1', true],
    ['app.localhost:5000', true],
    ['127.0.0.1', true],
    ['127.255.0.3:80', true],
    ['[::1]', true],
    ['[::1]:5000', true],
    ['localhost.example.com', false],
    ['mylocalhost', false],
    ['127.example.com', false],
    ['127.0.0.1.example.com', false],
    ['128.0.0.1', false],
    ['[::2]', false],
  ])('%s: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));
});

describe('parseImageName', () => {
  it.each([
    ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
    ['docker.io/nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['index.docker.io/library/nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['acme/app:1', 'docker.io', 'acme/app', '1', undefined],
    [`acme/app@${sha}`, 'docker.io', 'acme/app', undefined, sha],
    [`acme/app:1@${sha}`, 'docker.io', 'acme/app', '1', sha],
    [`acme/app@sha512:${'b'.repeat(128)}`, 'docker.io', 'acme/app', undefined, `sha512:${'b'.repeat(128)}`],
    ['ghcr.io/acme/team/app:v1', 'ghcr.io', 'acme/team/app', 'v1', undefined],
    ['GHCR.io/acme/app', 'ghcr.io', 'acme/app', undefined, undefined],
    ['registry.lan:5000/app', 'registry.lan:5000', 'app', undefined, undefined],
    ['registry.lan:5000/app:5000', 'registry.lan:5000', 'app', '5000', undefined],
    ['localhost/app', 'localhost', 'app', undefined, undefined],
    ['Localhost/app:x', 'localhost', 'app', 'x', undefined],
    ['[::1]:5000/app:x', '[::1]:5000', 'app', 'x', undefined],
    ['registry/app', 'docker.io', 'registry/app', undefined, undefined],
    ['a__b/c-d/e---f.g', 'docker.io', 'a__b/c-d/e---f.g', undefined, undefined],
  ])('%s is on %s, %s, tag %s, digest %s', (text, host, path, tag, digest) => {
    const { registry, ...name } = parseImageName(text, hub);
    expect(registry.host).toBe(host);
    expect(name).toEqual({ path, ...(tag && { tag }), ...(digest && { digest }) });
  });

  it('takes the registry of names that have none', () => {
    expect(parseImageName('nginx', ghcr)).toEqual({ registry: ghcr, path: 'nginx' });
  });

  it('keeps http:// of the same registry, and only of the same', () => {
    const lan = { host: 'registry.lan:5000', plainHttp: true };
    expect(parseImageName('registry.lan:5000/app', lan).registry).toBe(lan);
    expect(parseImageName('registry.lan:5001/app', lan).registry.plainHttp).toBe(false);
  });

  it.each([
    ['', 'is not an image'],
    ['Acme/app', 'is not an image'],
    ['acme/', 'is not an image'],
    ['/acme', 'is not an image'],
    ['acme//app', 'is not an image'],
    ['acme/../app', 'is not an image'],
    ['../app', '".." is not'],
    ['acme/.app', 'is not an image'],
    ['acme/app.', 'is not an image'],
    ['acme/a___b', 'is not an image'],
    ['acme/a..b', 'is not an image'],
    ['acme/app?x=1', 'is not an image'],
    ['acme/app%2f', 'is not an image'],
    ['acme/app\n', 'is not an image'],
    ['acme/app:', 'ends in "", which is not a tag'],
    ['acme/app:-x', 'ends in "-x", which is not a tag'],
    ['acme/app:a b', 'ends in "a b", which is not a tag'],
    [`acme/app:${'x'.repeat(129)}`, 'which is not a tag'],
    ['acme/app@', 'ends in "", which is not a digest'],
    ['acme/app@sha256:abc', 'ends in "sha256:abc", which is not a digest'],
    [`acme/app@${sha.toUpperCase()}`, 'which is not a digest'],
    [`acme/app@md5:${'a'.repeat(32)}`, 'which is not a digest'],
    ['http://ghcr.io/acme/app', '"http:" is not'],
    ['user:secret@ghcr.io/acme/app', 'which is not a digest'],
    [`acme/${'a'.repeat(250)}`, 'is longer than 255 characters with its registry'],
  ])('%j is refused: %s', (text, words) => {
    const failure = failureOf(() => parseImageName(text, hub));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  it('suggests the lower-case form of an upper-case name', () => {
    expect(failureOf(() => parseImageName('Acme/App', hub)).advice).toBe(
      'Names of images are lower case: write "acme/app".',
    );
  });

  it('takes a name of 255 characters with its registry, and not of 256', () => {
    const longest = 255 - 'ghcr.io/'.length;
    expect(repositoryName(ghcr, 'a'.repeat(longest)).path).toHaveLength(longest);
    expect(failureOf(() => repositoryName(ghcr, 'a'.repeat(longest + 1))).message).toContain('longer than 255');
  });

  it('throws nothing but Failure', () => {
    const near = fc.string({ unit: fc.constantFrom(...'aA0./:@-_[]%'), maxLength: 20 });
    fc.assert(fc.property(fc.oneof(fc.string(), near), (text) => void orRefused(() => parseImageName(text, hub))));
  });
});

describe('formatImage', () => {
  it.each([
    ['nginx:1.27', 'nginx:1.27'],
    ['docker.io/library/nginx', 'nginx'],
    ['docker.io/acme/app:1', 'acme/app:1'],
    [`ghcr.io/acme/app:1@${sha}`, `ghcr.io/acme/app:1@${sha}`],
    ['docker.io/library/a/b', 'library/a/b'],
    ['docker.io/foo.bar/app', 'docker.io/foo.bar/app'],
    ['docker.io/localhost/app', 'docker.io/localhost/app'],
  ])('%s is written %s', (text, expected) => expect(formatImage(parseImageName(text, hub))).toBe(expected));

  it('reads back as the same name', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,5}(?:(?:\.|_|__|-{1,3})[a-z0-9]{1,5}){0,2}$/);
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const registry = fc
      .constantFrom('docker.io', 'ghcr.io', 'registry.lan:5000', 'localhost', '[::1]:5000')
      .map(parseRegistry);
    const tag = fc.option(fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/), { nil: undefined });
    const digest = fc.option(fc.constant(sha), { nil: undefined });
    fc.assert(
      fc.property(registry, path, tag, digest, (home, text, tagged, pinned) => {
        const image = {
          ...repositoryName(home, text),
          ...(tagged === undefined ? {} : { tag: tagged }),
          ...(pinned === undefined ? {} : { digest: pinned }),
        };
        expect(parseImageName(formatImage(image), hub)).toEqual(image);
        expect(formatImage(image).startsWith(formatRepository(image))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('isTag', () => {
  it.each([
    ['latest', true],
    ['_x', true],
    ['1.2.3-rc.1', true],
    ['x'.repeat(128), true],
    ['x'.repeat(129), false],
    ['', false],
    ['.x', false],
    ['-x', false],
    ['a/b', false],
    ['a\n', false],
    ['ä', false],
  ])('%j: %s', (text, expected) => expect(isTag(text)).toBe(expected));
});
