import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../src/http/message.js';
import { digestOf } from '../../src/images/digest.js';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import { manifestTypes } from '../../src/registries/oci/media-types.js';
import { connectRegistry } from '../../src/registries/registry.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { documentOf, imageManifest, ociConfig, ociIndex, ociManifest, shaA, shaB } from '../support/manifests.js';

function connect(
  handle: (request: HttpRequest, count: number) => HttpAnswer,
  host = 'registry.test',
  credentials: Credentials = anonymous,
) {
  const http = fakeHttp(handle);
  const warnings: string[] = [];
  const settings = {
    http,
    credentials,
    now: () => new Date(0),
    mask: () => undefined,
    warn: (text: string) => warnings.push(text),
  };
  const name = parseRegistry(host);
  return { http, warnings, repository: connectRegistry(name, settings).repository(repositoryName(name, 'acme/app')) };
}

const { bytes, digest } = documentOf(imageManifest());
const headers = (more: Record<string, string> = {}) => ({
  'content-type': ociManifest,
  'docker-content-digest': digest,
  'content-length': '481',
  ...more,
});

describe('head', () => {
  it('takes the result of HEAD, in one request', async () => {
    const { repository, http } = connect(() =>
      answerOf(200, { headers: headers({ 'content-type': `${ociIndex}; charset=utf-8` }) }),
    );
    expect(await repository.head('1.0')).toEqual({ mediaType: ociIndex, digest, size: 481 });
    expect(http.lines()).toEqual(['HEAD https://registry.test/v2/acme/app/manifests/1.0']);
    expect(http.requests[0]?.headers).toEqual({ accept: manifestTypes.join(', ') });
  });

  it('does without a length', async () => {
    const { 'content-length': _, ...rest } = headers();
    expect(await connect(() => answerOf(200, { headers: rest })).repository.head('1.0')).toEqual({
      mediaType: ociManifest,
      digest,
      size: undefined,
    });
  });

  it.each<[string, number, Record<string, string>]>([
    ['200 without a digest', 200, { 'content-type': ociManifest }],
    ['200 with a broken digest', 200, headers({ 'docker-content-digest': 'sha256:x' })],
    ['200 with another type', 200, headers({ 'content-type': 'application/octet-stream' })],
    ['200 that is a page', 200, { 'content-type': 'text/html' }],
    ['405', 405, {}],
    ['406', 406, {}],
  ])('asks with GET after %s', async (_name, status, ofHead) => {
    const { repository, http } = connect(({ method }) =>
      method === 'HEAD' ? answerOf(status, { headers: ofHead }) : answerOf(200, { body: bytes }),
    );
    expect(await repository.head('1.0')).toEqual({ mediaType: ociManifest, digest, size: bytes.length });
    expect(http.requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
    expect(http.requests[1]).toMatchObject({ headers: { accept: manifestTypes.join(', ') }, limit: 4 * 1024 * 1024 });
  });

  it('sends a GET if HEAD reports another digest than the requested one, and believes only the bytes', async () => {
    const { repository } = connect(({ method }) =>
      method === 'HEAD' ? answerOf(200, { headers: headers() }) : answerOf(200, { body: bytes }),
    );
    const failure = await rejectionOf(repository.head(shaB));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(`the content is ${digest}, not ${shaB}`);
  });

  it('reports missing after 404, and after 405 and then 404', async () => {
    expect(await connect(() => answerOf(404)).repository.head('1.0')).toBeUndefined();
    expect(
      await connect(({ method }) => answerOf(method === 'HEAD' ? 405 : 404)).repository.head('1.0'),
    ).toBeUndefined();
  });

  it('does not take a 404 that is a page for missing; one that a HEAD only has the type of is read', async () => {
    const headers = { 'content-type': 'text/html' };
    const page = connect(() => answerOf(404, { headers, body: '<html><title>Blocked</title>' })).repository;
    for (const asked of [page.head('1.0'), page.manifest('1.0'), page.deleteManifest('1.0')]) {
      const failure = await rejectionOf(asked);
      expect(failure).toMatchObject({ kind: 'server', message: expect.stringContaining('titled “Blocked”') });
    }
    const { repository, http } = connect(({ method }) =>
      answerOf(404, { headers, body: method === 'HEAD' ? '' : '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' }),
    );
    expect(await repository.head('1.0')).toBeUndefined();
    expect(http.requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it.each([
    'https://elsewhere.test/v2/acme/app/manifests/1.0',
    'https://registry.test/login',
    'http://registry.test/v2/acme/app/manifests/1.0',
  ])('does not take a 404 of %s, where a redirect led, for missing', async (address) => {
    const { repository } = connect(() => answerOf(404, { url: new URL(address) }));
    expect(await rejectionOf(repository.head('1.0'))).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(await rejectionOf(repository.manifest('1.0'))).toMatchObject({ kind: 'not-found', exitCode: 3 });
  });

  it.each([
    [401, 'authentication', 2],
    [403, 'denied', 4],
    [400, 'server', 5],
    [429, 'server', 5],
    [500, 'server', 5],
    [503, 'server', 5],
    [301, 'server', 5],
    [204, 'server', 5],
  ])('%i is not missing, but %s', async (status, kind, exitCode) => {
    const failure = await rejectionOf(connect(() => answerOf(status)).repository.head('1.0'));
    expect(failure).toMatchObject({ kind, exitCode });
    expect(failure.message).toContain(`HEAD https://registry.test/v2/acme/app/manifests/1.0: ${status}`);
  });
});

describe('manifest', () => {
  it('reads it and verifies its digest', async () => {
    const { repository } = connect(() => answerOf(200, { body: bytes, headers: headers() }));
    expect((await repository.manifest(digest))?.descriptor).toEqual({
      mediaType: ociManifest,
      digest,
      size: bytes.length,
    });
  });

  it('hashes with the algorithm of the digest', async () => {
    const sha512 = digestOf(bytes, 'sha512:');
    expect((await connect(() => answerOf(200, { body: bytes })).repository.manifest(sha512))?.descriptor.digest).toBe(
      sha512,
    );
  });

  it.each([
    ['the digest that was asked for', shaA, digest, shaA],
    ['the digest that the registry claims', '1.0', shaB, shaB],
  ])('fails where the bytes do not have %s', async (_name, reference, claimed, expected) => {
    const { repository } = connect(() =>
      answerOf(200, { body: bytes, headers: headers({ 'docker-content-digest': claimed }) }),
    );
    const failure = await rejectionOf(repository.manifest(reference));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(`the content is ${digest}, not ${expected} as it should be`);
    expect(failure.advice).toContain('do not deploy');
  });

  it.each<[string, unknown, string, string]>([
    ['another document', { schemaVersion: 3 }, 'application/json', 'other content (application/json)'],
    ['a page', '<html><title>Login</title>', 'text/html', 'an HTML page titled “Login”'],
    ['nothing', '', ociManifest, 'an empty body'],
  ])('fails on %s', async (_name, body, type, words) => {
    const failure = await rejectionOf(
      connect(() => answerOf(200, { body, headers: { 'content-type': type } })).repository.manifest('1.0'),
    );
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toBe(
      `GET https://registry.test/v2/acme/app/manifests/1.0: 200, but not an image manifest: ${words}`,
    );
  });
});

describe('smallBlob', () => {
  const blob = documentOf({ os: 'linux' });
  const descriptor = { mediaType: ociConfig, digest: blob.digest };

  it('reads it, also from where a redirect led', async () => {
    const { repository, http } = connect(() => answerOf(200, { body: blob.bytes, url: new URL('https://cdn.test/x') }));
    expect(await repository.smallBlob(descriptor)).toEqual(blob.bytes);
    expect(http.lines()).toEqual([`GET https://registry.test/v2/acme/app/blobs/${blob.digest}`]);
    expect(http.requests[0]?.limit).toBe(4 * 1024 * 1024);
  });

  it.each<[string, HttpAnswer, string, string]>([
    ['404', answerOf(404), blob.digest, 'not-found'],
    ['other bytes', answerOf(200, { body: 'x' }), blob.digest, 'server'],
    ['an unknown digest', answerOf(200, { body: blob.bytes }), 'md5:abc', 'server'],
  ])('fails with %s', async (_name, answer, wanted, kind) => {
    const failing = connect(() => answer).repository.smallBlob({ mediaType: ociConfig, digest: wanted });
    expect((await rejectionOf(failing)).kind).toBe(kind);
  });
});

describe('authentication', () => {
  const bearer = {
    'www-authenticate': 'Bearer realm="https://auth.test/token",service="s",scope="repository:acme/app:pull"',
  };
  const password: Credentials = { kind: 'password', username: 'ann', password: 'x' };
  const authorizationsOf = (requests: readonly HttpRequest[]) =>
    requests.map(({ headers: sent }) => sent?.authorization?.split(' ')[0]);

  it('sends a request, learns from the challenge, and repeats it with the token', async () => {
    const { repository, http } = connect(
      ({ url, headers: sent }) => {
        if (url.host === 'auth.test') return answerOf(200, { body: { token: 'tok' } });
        return sent?.authorization === 'Bearer tok'
          ? answerOf(200, { headers: headers() })
          : answerOf(401, { headers: bearer });
      },
      'registry.test',
      password,
    );
    expect(await repository.head('1.0')).toMatchObject({ digest });
    expect(await repository.head('1.1')).toMatchObject({ digest });
    expect(authorizationsOf(http.requests)).toEqual([undefined, 'Basic', 'Bearer', 'Bearer']);
  });

  it('is final with the second 401', async () => {
    const { repository, http } = connect(
      ({ url }) =>
        url.host === 'auth.test' ? answerOf(200, { body: { token: 'tok' } }) : answerOf(401, { headers: bearer }),
      'registry.test',
      password,
    );
    const failure = await rejectionOf(repository.head('1.0'));
    expect(failure).toMatchObject({ kind: 'authentication', exitCode: 2 });
    expect(failure.advice).toContain('registry.test rejected the credentials');
    expect(http.requests).toHaveLength(3);
  });

  it('does not answer the challenge of another host', async () => {
    const { repository, http } = connect(
      () => answerOf(401, { headers: { 'www-authenticate': 'Basic' }, url: new URL('https://cdn.test/x') }),
      'registry.test',
      password,
    );
    expect((await rejectionOf(repository.smallBlob({ mediaType: ociConfig, digest: shaA }))).kind).toBe(
      'authentication',
    );
    expect(http.requests).toHaveLength(1);
  });

  it('fetches Docker Hub’s token first: two requests', async () => {
    const { repository, http } = connect(
      ({ url }) =>
        url.host === 'auth.docker.io'
          ? answerOf(200, { body: { token: 'tok' } })
          : answerOf(200, { headers: headers() }),
      'docker.io',
    );
    repository.prepare();
    expect(await repository.head('1.0')).toMatchObject({ digest });
    expect(http.opened).toEqual(['https://registry-1.docker.io']);
    expect(http.lines()).toEqual([
      'GET https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Aacme%2Fapp%3Apull',
      'HEAD https://registry-1.docker.io/v2/acme/app/manifests/1.0',
    ]);
  });

  it('does not report an early failure, and reports it with the request', async () => {
    const { repository } = connect(() => answerOf(401), 'docker.io');
    repository.prepare();
    await new Promise((resolve) => setImmediate(resolve));
    const failure = await rejectionOf(repository.head('1.0'));
    expect(failure).toMatchObject({ kind: 'authentication', exitCode: 2 });
    expect(failure.advice).toContain('No credentials were given');
  });
});

describe('a push that is refused', () => {
  it.each([
    ['ghcr.io', 'write:packages'],
    ['docker.io', 'Read & Write'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'ecr:PutImage'],
    ['registry.test', 'who may write'],
  ])('at %s says what a push takes, and nothing of reading', async (host, words) => {
    const refusing = (status: number) =>
      connect(
        ({ url }) =>
          url.pathname.endsWith('/token')
            ? answerOf(200, { body: { token: 'tok' } })
            : answerOf(status, { headers: { 'www-authenticate': 'Basic' } }),
        host,
        { kind: 'password', username: 'ada', password: 'secret' },
      ).repository;
    const descriptor = { mediaType: ociConfig, digest: shaA, size: 2 };
    const manifest = { bytes, descriptor: { mediaType: ociManifest, digest, size: bytes.length } };
    for (const status of [401, 403]) {
      const blob = await rejectionOf(refusing(status).uploadBlob(descriptor, async function* () {}));
      const tag = await rejectionOf(refusing(status).putManifest('1.0', manifest));
      for (const { advice } of [blob, tag]) {
        expect(advice).toContain(words);
        expect(advice).not.toMatch(/read:packages|pull|BatchGetImage/i);
      }
    }
  });
});
