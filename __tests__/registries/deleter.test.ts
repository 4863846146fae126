import { describe, expect, it } from '@jest/globals';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { anonymous } from '../../src/registries/credentials.js';
import {
  accessToDelete,
  createDeleter,
  dockerHubDeleter,
  ghcrDeleter,
  harborDeleter,
  ociDeleter,
} from '../../src/registries/deleter.js';
import { createOwnApis } from '../../src/registries/own-apis.js';
import { profileOf } from '../../src/registries/profiles.js';
import type { Deletion, Repository } from '../../src/registries/repository.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { ociManifest, shaA, shaB } from '../support/manifests.js';

const app = repositoryName(parseRegistry('registry.example.com'), 'acme/app');
const unsupported: Deletion = { kind: 'unsupported', status: 400, words: 'DIGEST_INVALID' };

function answering(deletion: Deletion, there = false) {
  const asked: string[] = [];
  const access = {
    async deleteManifest(reference: string) {
      asked.push(reference);
      return deletion;
    },
    head: async () => (there ? { mediaType: ociManifest, digest: shaA } : undefined),
  } as unknown as Repository;
  return { access, asked };
}

describe('ociDeleter', () => {
  it('one tag that is refused later (immutable) says nothing about the others', async () => {
    const deleter = ociDeleter();
    await deleter.tag(app, answering({ kind: 'deleted' }).access, 'a', shaA);
    await deleter.tag(app, answering(unsupported).access, 'b', shaA);
    const { access, asked } = answering({ kind: 'deleted' });
    expect(await deleter.tag(app, access, 'c', shaA)).toEqual({ kind: 'deleted' });
    expect(asked).toEqual(['c']);
  });

  it('takes 404 for gone only when it is gone', async () => {
    expect(await ociDeleter().tag(app, answering({ kind: 'missing' }).access, 'a', shaA)).toEqual({ kind: 'missing' });
    const failure = await rejectionOf(ociDeleter().tag(app, answering({ kind: 'missing' }, true).access, 'a', shaA));
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7 });
  });
});

describe('dockerHubDeleter', () => {
  it('asks the API for the tag, and the registry for the digest', async () => {
    const tags: string[][] = [];
    const deleter = dockerHubDeleter({
      async deleteTag(...parts) {
        tags.push(parts);
        return 'deleted';
      },
    });
    const { access, asked } = answering({ kind: 'deleted' });
    await deleter.tag(repositoryName(parseRegistry('docker.io'), 'nginx'), access, '1', shaA);
    await deleter.digest(app, access, shaA);
    expect(tags).toEqual([['library', 'nginx', '1']]);
    expect(asked).toEqual([shaA]);
  });
});

const settings = {
  http: fakeHttp(() => answerOf(500)),
  credentials: anonymous,
  now: () => new Date(0),
  mask: () => undefined,
  warn: () => undefined,
};

describe('ghcrDeleter', () => {
  const ghcr = repositoryName(parseRegistry('ghcr.io'), 'acme/app');

  function given(ids: ReadonlyMap<string, number>, kind: 'deleted' | 'missing' = 'deleted') {
    const asked: string[] = [];
    const deleter = ghcrDeleter(() => {
      return {
        async ids() {
          asked.push('ids');
          return ids;
        },
        async version(id) {
          const [created, updated] = [new Date(0), new Date(0)];
          return id === 7 ? { id, digest: shaA, tags: ['a', 'b'], created, updated } : undefined;
        },
        async deleteVersion(id) {
          asked.push(`delete ${id}`);
          return kind;
        },
      };
    });
    return { deleter, asked };
  }

  it('deletes the version of a digest, and no tag alone', async () => {
    const { deleter, asked } = given(new Map([[shaA, 7]]));
    const { access, asked: registry } = answering(unsupported);
    await deleter.prepare?.(ghcr);
    expect(await deleter.tag(ghcr, access, 'a', shaA)).toMatchObject({
      kind: 'unsupported',
      words: deleter.refusesTags,
    });
    expect(asked).toEqual(['ids']);
    expect(await deleter.digest(ghcr, access, shaA)).toEqual({ kind: 'deleted' });
    expect(asked).toEqual(['ids', 'ids', 'delete 7']);
    expect(registry).toEqual([]);
  });

  it('tells the tags that a manifest has now', async () => {
    const { deleter } = given(
      new Map([
        [shaA, 7],
        [shaB, 8],
      ]),
    );
    expect(await deleter.tagsOn?.(ghcr, shaA)).toEqual(['a', 'b']);
    expect(await deleter.tagsOn?.(ghcr, shaB)).toEqual([]);
    expect(await deleter.tagsOn?.(ghcr, `sha256:${'c'.repeat(64)}`)).toEqual([]);
  });

  it('says missing when GitHub does', async () => {
    const { deleter } = given(new Map([[shaA, 7]]), 'missing');
    expect(await deleter.digest(ghcr, answering(unsupported).access, shaA)).toEqual({ kind: 'missing' });
  });

  it('takes what GitHub does not list for missing only when it is gone from the registry', async () => {
    const { deleter } = given(new Map());
    expect(await deleter.digest(ghcr, answering(unsupported).access, shaA)).toEqual({ kind: 'missing' });
    const failure = await rejectionOf(deleter.digest(ghcr, answering(unsupported, true).access, shaA));
    expect(failure).toMatchObject({ kind: 'server' });
  });
});

describe('harborDeleter', () => {
  function given(kind: 'deleted' | 'missing') {
    const asked: string[][] = [];
    const deleter = harborDeleter(() => ({
      async deleteTag(...parts) {
        asked.push(parts);
        return kind;
      },
    }));
    return { deleter, asked };
  }

  it('asks the API for the tag on its digest, and the registry for a digest', async () => {
    const { deleter, asked } = given('deleted');
    const { access, asked: registry } = answering({ kind: 'deleted' });
    expect(await deleter.tag(app, access, 'a', shaA)).toEqual({ kind: 'deleted' });
    expect(await deleter.digest(app, access, shaB)).toEqual({ kind: 'deleted' });
    expect([asked, registry]).toEqual([[[shaA, 'a']], [shaB]]);
  });

  it('a tag that has moved to another digest is not said to be gone', async () => {
    const { deleter } = given('missing');
    expect(await deleter.tag(app, answering(unsupported).access, 'a', shaB)).toEqual({ kind: 'missing' });
    const failure = await rejectionOf(deleter.tag(app, answering(unsupported, true).access, 'a', shaB));
    expect(failure.message).toContain('left alone');
  });
});

describe('createDeleter', () => {
  const profileOfHost = (host: string, service?: string) => ({
    profile: () => profileOf(parseRegistry(host), service),
  });

  const apisOf = (host: string, http = settings.http) => createOwnApis(parseRegistry(host), { ...settings, http });

  it('refuses ECR, and ghcr.io without a token', () => {
    const aws = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
    const refused = failureOf(() => createDeleter(parseRegistry(aws), profileOfHost(aws), apisOf(aws)));
    expect(refused).toMatchObject({ kind: 'unsupported', exitCode: 7 });
    const anonymous = failureOf(() =>
      createDeleter(parseRegistry('ghcr.io'), profileOfHost('ghcr.io'), apisOf('ghcr.io')),
    );
    expect(anonymous).toMatchObject({ kind: 'authentication', exitCode: 2 });
  });

  it('knows Harbor by its challenge, and every other by the specification', async () => {
    for (const [service, expected] of [
      ['harbor-registry', ['DELETE https://registry.example.com/api/v2.0/projects/acme/repositories/app/artifacts/']],
      ['other', []],
    ] as const) {
      const http = fakeHttp(() => answerOf(200));
      const registry = profileOfHost('registry.example.com', service);
      const deleter = createDeleter(
        parseRegistry('registry.example.com'),
        registry,
        apisOf('registry.example.com', http),
      );
      const { access, asked } = answering({ kind: 'deleted' });
      expect(await deleter.tag(app, access, 'a', shaA)).toEqual({ kind: 'deleted' });
      expect(http.lines().map((line) => line.replace(/sha256.*/, ''))).toEqual(expected);
      expect(asked).toEqual(expected.length > 0 ? [] : ['a']);
    }
  });
});

describe('accessToDelete', () => {
  it.each([
    ['ghcr.io', true, 'pull'],
    ['docker.io', false, 'pull'],
    ['docker.io', true, 'delete'],
    ['registry.example.com', false, 'delete'],
  ])('%s, by digest %s: %s', (host, digests, access) => {
    expect(accessToDelete(parseRegistry(host), { digests })).toBe(access);
  });
});
