import { describe, expect, it } from '@jest/globals';
import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { dockerHubDeleter, ociDeleter, refuseUndeletable } from '../../src/registries/deleter.js';
import type { Deletion, Repository } from '../../src/registries/repository.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { ociManifest, shaA } from '../support/manifests.js';

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
  it('does not ask again a registry that deletes no tags, and still deletes by digest', async () => {
    const { access, asked } = answering(unsupported);
    const deleter = ociDeleter();
    expect(await deleter.tag(app, access, 'a', shaA)).toBe(unsupported);
    expect(await deleter.tag(app, access, 'b', shaA)).toBe(unsupported);
    await deleter.digest(app, access, shaA);
    expect(asked).toEqual(['a', shaA]);
  });

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

describe('refuseUndeletable', () => {
  it('refuses ghcr.io with advice, and no other', () => {
    const failure = failureOf(() => refuseUndeletable(parseRegistry('ghcr.io')));
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7 });
    expect(failure.advice).toContain('version of the package');
    for (const host of ['docker.io', 'localhost:5000', 'quay.io']) refuseUndeletable(parseRegistry(host));
  });
});
