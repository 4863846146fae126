import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../src/http/message.js';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous, type Credentials } from '../../src/registries/auth/credentials.js';
import type { Access } from '../../src/registries/oci/repository.js';
import { connectRegistry } from '../../src/registries/registry.js';
import { collect } from '../support/collect.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { documentOf, imageIndex, imageManifest, ociIndex, ociManifest, shaA, shaB } from '../support/manifests.js';

const { bytes, digest } = documentOf(imageManifest());
const ociIndexHeader = { 'content-type': ociIndex };
const known = { 'content-type': ociManifest, 'docker-content-digest': digest };
const password: Credentials = { kind: 'password', username: 'ann', password: 'secret' };
const aws = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

function at(
  host: string,
  handle: (request: HttpRequest, count: number) => HttpAnswer,
  credentials = anonymous,
  access?: Access,
) {
  const http = fakeHttp(handle);
  const settings = { http, credentials, now: () => new Date(0), mask: () => undefined, warn: () => undefined };
  const name = parseRegistry(host);
  const registry = connectRegistry(name, settings);
  return { http, registry, repository: registry.repository(repositoryName(name, 'acme/app'), access) };
}

const challenge = (value: string) => answerOf(401, { headers: { 'www-authenticate': value } });

describe('known answers of registries', () => {
  it('ECR: Basic, and no digest on HEAD (distribution#3792)', async () => {
    const { repository, http } = at(
      aws,
      ({ method, headers }) => {
        if (headers?.authorization === undefined)
          return challenge('Basic realm="https://ecr.amazonaws.com/",service="ecr.amazonaws.com"');
        return answerOf(200, { headers: { 'content-type': ociManifest }, body: method === 'GET' ? bytes : '' });
      },
      password,
    );
    expect((await repository.head('1'))?.digest).toBe(digest);
    expect(http.requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it('ACR: a token service on the same host, named by a path, and a relative Link', async () => {
    const { repository, http } = at('acme.azurecr.io', ({ url, headers }) => {
      if (url.pathname === '/oauth2/token') return answerOf(200, { body: { access_token: 'acr' } });
      if (headers?.authorization === undefined)
        return challenge('Bearer realm="/oauth2/token",service="acme.azurecr.io"');
      if (url.searchParams.has('last')) return answerOf(200, { body: { tags: ['c'] } });
      return answerOf(200, {
        headers: { link: '</v2/acme/app/tags/list?last=b&n=2&orderby=>; rel="next"' },
        body: { tags: ['a', 'b'] },
      });
    });
    expect(await collect(repository.tags())).toEqual(['a', 'b', 'c']);
    expect(http.lines()[0]).toContain('https://acme.azurecr.io/oauth2/token?');
  });

  it('Artifactory: Link without the repository’s key (RTFACT-18971), 403 for what is missing (RTFACT-13797)', async () => {
    const { repository, http } = at('acme.jfrog.io', ({ method, url }) => {
      if (method === 'HEAD') return answerOf(403);
      if (url.searchParams.has('last')) return answerOf(200, { body: { tags: ['b'] } });
      return answerOf(200, {
        headers: { link: '</v2/app/tags/list?last=a&n=1000>; rel="next"' },
        body: { tags: ['a'] },
      });
    });
    expect(await collect(repository.tags())).toEqual(['a', 'b']);
    expect(http.requests.map(({ url }) => url.pathname)).toEqual(['/v2/acme/app/tags/list', '/v2/acme/app/tags/list']);
    expect((await rejectionOf(repository.head('1'))).kind).toBe('denied');
  });

  it('Nexus: null for no tags, and no digest', async () => {
    const { repository } = at('nexus.test', ({ method }) =>
      method === 'HEAD'
        ? answerOf(200, { headers: { 'content-type': ociManifest } })
        : answerOf(200, { headers: { 'content-type': ociManifest }, body: bytes }),
    );
    expect((await repository.head('1'))?.digest).toBe(digest);
    expect(
      await collect(
        at('nexus.test', () => answerOf(200, { body: { name: 'acme/app', tags: null } })).repository.tags(),
      ),
    ).toEqual([]);
  });

  it('a list that is left out is empty where the repository is named, and else it is no list', async () => {
    const list = (body: unknown) => collect(at('odd.test', () => answerOf(200, { body })).repository.tags());
    expect(await list({ name: 'acme/app' })).toEqual([]);
    for (const body of [{}, { errors: [{ code: 'UNKNOWN' }] }]) {
      expect(await rejectionOf(list(body))).toMatchObject({
        kind: 'server',
        message: expect.stringContaining('not a list of strings'),
      });
    }
  });

  it('distribution: takes no n above its configuration’s catalog.maxentries', async () => {
    const body = { errors: [{ code: 'PAGINATION_NUMBER_INVALID', detail: { n: 1000 } }] };
    const { repository, http } = at('small.test', ({ url }) => {
      if (url.searchParams.get('n') === '1000') return answerOf(400, { body });
      if (url.searchParams.has('last')) return answerOf(200, { body: { tags: ['b'] } });
      return answerOf(200, {
        headers: { link: '</v2/acme/app/tags/list?last=a&n=1>; rel="next"' },
        body: { tags: ['a'] },
      });
    });
    expect(await collect(repository.tags())).toEqual(['a', 'b']);
    expect(http.requests.map(({ url }) => url.search)).toEqual(['?n=1000', '', '?last=a&n=1']);
    expect(await rejectionOf(collect(at('odd.test', () => answerOf(400, { body })).repository.tags()))).toMatchObject({
      kind: 'server',
    });
  });

  it('GAR: more in the list of tags than tags', async () => {
    const body = {
      child: [],
      manifest: { [digest]: { tag: ['1'], timeUploadedMs: '1' } },
      name: 'acme/app',
      tags: ['1'],
    };
    const { repository } = at('europe-docker.pkg.dev', ({ url }) =>
      answerOf(200, { body: url.pathname === '/v2/token' ? { token: 'google' } : body }),
    );
    expect(await collect(repository.tags())).toEqual(['1']);
  });

  it('Codeberg: Bearer and Basic in one header', async () => {
    const { repository, http } = at('codeberg.org', ({ url, headers }) => {
      if (url.pathname === '/v2/token') return answerOf(200, { body: { token: 'forgejo' } });
      if (headers?.authorization === undefined)
        return challenge(
          'Bearer realm="https://codeberg.org/v2/token",service="container_registry",scope="*",Basic realm="Gitea Container Registry"',
        );
      return answerOf(200, { headers: known });
    });
    expect((await repository.head('1'))?.digest).toBe(digest);
    expect(http.requests.at(-1)?.headers?.authorization).toBe('Bearer forgejo');
  });

  it('Quay: the scope for deleting does not contain delete', async () => {
    const { repository, http } = at(
      'quay.io',
      ({ url, headers }) => {
        if (url.pathname === '/v2/auth') return answerOf(200, { body: { token: 'quay' } });
        return headers?.authorization
          ? answerOf(202)
          : challenge('Bearer realm="https://quay.io/v2/auth",service="quay.io"');
      },
      password,
      'delete',
    );
    expect(await repository.deleteManifest('1')).toEqual({ kind: 'deleted' });
    expect(http.lines().find((line) => line.includes('/v2/auth'))).toContain(
      'scope=repository%3Aacme%2Fapp%3Apull%2Cpush',
    );
    expect(http.lines().join()).not.toContain('delete');
  });

  it.each([
    ['GitLab, distribution 3, zot', 'registry.test', 202, {}, 'deleted'],
    ['distribution 2', 'registry.test', 400, { errors: [{ code: 'DIGEST_INVALID' }] }, 'unsupported'],
    ['distribution with deletes off', 'registry.test', 405, { errors: [{ code: 'UNSUPPORTED' }] }, 'unsupported'],
    ['Harbor', 'harbor.test', 400, { errors: [{ code: 'UNSUPPORTED' }] }, 'unsupported'],
    ['a tag that is gone', 'registry.test', 404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] }, 'missing'],
  ])('a tag’s delete at %s', async (_name, host, status, body, kind) => {
    const { repository, http } = at(host, () => answerOf(status, { body }), anonymous, 'delete');
    expect(await repository.deleteManifest('1')).toMatchObject({ kind });
    expect(http.requests.map(({ method }) => method)).toEqual(['DELETE']);
  });

  it('ECR: deletes need the API of AWS, and the error names the credentials for it', async () => {
    const driver = await at(aws, () => answerOf(200)).registry.driver();
    expect(failureOf(() => driver.requireCredentials?.())).toMatchObject({
      kind: 'unsupported',
      advice: expect.stringContaining('AWS_ACCESS_KEY_ID'),
    });
  });

  it('Harbor: is known by the token service that its challenge names, and advises in its own terms', async () => {
    const { repository, http, registry } = at('harbor.test', ({ url, headers }) => {
      if (url.pathname === '/service/token') return answerOf(200, { body: { token: 'harbor' } });
      if (headers?.authorization === undefined)
        return challenge('Bearer realm="https://harbor.test/service/token",service="harbor-registry"');
      return answerOf(url.pathname.endsWith('/secret') ? 403 : 404);
    });
    expect(registry.kind().title).toBe('registry');
    expect(await repository.head('1')).toBeUndefined();
    expect(registry.kind()).toMatchObject({ title: 'Harbor', capabilities: { deleteTag: 'alone' } });
    expect(http.requests).toHaveLength(3);
    const denied = await rejectionOf(repository.head('secret'));
    expect(denied).toMatchObject({ kind: 'denied', advice: expect.stringContaining('robot account') });
  });

  it('Harbor: 412 for what a rule protects is a refusal, not a fault', async () => {
    const { repository } = at('harbor.test', () => answerOf(412, { body: { errors: [{ message: 'immutable' }] } }));
    expect(await rejectionOf(repository.deleteManifest(digest))).toMatchObject({ kind: 'denied', exitCode: 4 });
  });
});

describe('referrers', () => {
  const one = { mediaType: ociManifest, digest: shaA, size: 1 };
  const other = { mediaType: ociManifest, digest: shaB, size: 1 };

  it('come by pages where there are many', async () => {
    const { repository, http } = at('paged.test', ({ url }) =>
      url.searchParams.has('token')
        ? answerOf(200, { headers: ociIndexHeader, body: imageIndex([other]) })
        : answerOf(200, {
            headers: { ...ociIndexHeader, link: `</v2/acme/app/referrers/${digest}?token=2>; rel="next"` },
            body: imageIndex([one]),
          }),
    );
    expect((await repository.referrers(digest)).map((found) => found.digest)).toEqual([shaA, shaB]);
    expect(http.requests).toHaveLength(2);
  });

  it.each([
    ['that fail', '?token=2', 'not-found', 2],
    ['that form a loop', '', 'server', 1],
  ])('are not believed to be all of them with pages %s', async (_name, search, kind, count) => {
    const { repository, http } = at('paged.test', ({ url }) =>
      url.search !== ''
        ? answerOf(404)
        : answerOf(200, {
            headers: { ...ociIndexHeader, link: `</v2/acme/app/referrers/${digest}${search}>; rel="next"` },
            body: imageIndex([one]),
          }),
    );
    expect((await rejectionOf(repository.referrers(digest))).kind).toBe(kind);
    expect(http.requests).toHaveLength(count);
  });

  it('are looked for at the fallback tag once where the API lists none', async () => {
    const { repository, http } = at('late.test', ({ url }) =>
      answerOf(200, { headers: ociIndexHeader, body: imageIndex(url.pathname.includes('/referrers/') ? [] : [one]) }),
    );
    expect((await repository.referrers(digest)).map((found) => found.digest)).toEqual([shaA]);
    expect(await repository.referrersByApi(digest)).toEqual([]);
    expect(http.requests).toHaveLength(3);
  });

  it('are at the fallback tag at once on GHCR, which reports that it lists them and does not', async () => {
    const { repository, http } = at(
      'ghcr.io',
      ({ method, url }) => {
        if (url.pathname === '/token') return answerOf(200, { body: { token: 't' } });
        if (method === 'PUT') return answerOf(201, { headers: { 'oci-subject': shaB } });
        return answerOf(200, { headers: ociIndexHeader, body: imageIndex([one]) });
      },
      password,
      'push',
    );
    expect((await repository.referrers(digest)).map((found) => found.digest)).toEqual([shaA]);
    expect(await repository.referrersByApi(digest)).toBeUndefined();
    expect(http.lines().filter((line) => line.includes('/referrers/'))).toEqual([]);
    const descriptor = { mediaType: ociManifest, digest };
    expect(await repository.putManifest(digest, { bytes, descriptor })).toEqual({ kind: 'put', subjectNoted: false });
  });

  it.each([404, 400, 405, 406, 303, 307])(
    'are found under the fallback tag where the API is answered by %i',
    async (status) => {
      const { repository, http } = at('old.test', ({ url }) =>
        url.pathname.includes('/referrers/')
          ? answerOf(status)
          : answerOf(200, { headers: ociIndexHeader, body: imageIndex([one]) }),
      );
      expect((await repository.referrers(digest)).map((found) => found.digest)).toEqual([shaA]);
      expect(http.requests.at(-1)?.url.pathname).toBe(`/v2/acme/app/manifests/${digest.replace(':', '-')}`);
    },
  );
});

describe('warnings', () => {
  it('are reported, each text once, cleaned, and change nothing', async () => {
    const warnings: string[] = [];
    const http = fakeHttp(() =>
      answerOf(200, {
        headers: {
          ...known,
          warning: '299 - "use \\"new.test\\"\n::error::x", 299 - "the tag, v1, goes in May", 199 - "mine"',
        },
      }),
    );
    const settings = {
      http,
      credentials: anonymous,
      now: () => new Date(0),
      mask: () => undefined,
      warn: (text: string) => void warnings.push(text),
    };
    const name = parseRegistry('old.test');
    const repository = connectRegistry(name, settings).repository(repositoryName(name, 'acme/app'));
    expect((await repository.head('1'))?.digest).toBe(digest);
    await repository.head('1');
    expect(warnings).toEqual(['old.test warns: use "new.test" ::error::x', 'old.test warns: the tag, v1, goes in May']);
  });
});
