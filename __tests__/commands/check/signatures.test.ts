import { describe, expect, test } from '@jest/globals';
import { planSignatures } from '../../../src/commands/check/signatures/plan.js';
import { verifyImage } from '../../../src/commands/check/signatures/platforms.js';
import { pageOf } from '../../../src/commands/check/signatures/repository.js';
import { reasonOf } from '../../../src/commands/check/signatures/words.js';
import { planSource } from '../../../src/commands/shared/inputs/source.js';
import { contextOf, inputsOf } from '../../support/check.js';
import { shaA } from '../../support/manifests.js';

describe('the page of a source repository', () => {
  test.each<[string, Record<string, string>, string]>([
    ['GitHub', { repo: 'acme/app' }, 'https://github.com/acme/app'],
    [
      'GitHub Enterprise Server',
      { 'source-url': 'https://github.example.com/api/v3' },
      'https://github.example.com/acme/app',
    ],
    ['GitHub with data residency', { 'source-url': 'https://api.acme.ghe.com' }, 'https://acme.ghe.com/acme/app'],
    ['GitLab', { source: 'gitlab' }, 'https://gitlab.com/acme/app'],
    [
      'one’s own GitLab',
      { source: 'gitlab', 'source-url': 'https://git.example.com/api/v4' },
      'https://git.example.com/acme/app',
    ],
    [
      '… below a path',
      { source: 'gitlab', 'source-url': 'https://example.com/gitlab/' },
      'https://example.com/gitlab/acme/app',
    ],
    ['Bitbucket', { source: 'bitbucket' }, 'https://bitbucket.org/acme/app'],
    ['Gitea', { source: 'gitea', 'source-url': 'https://codeberg.org' }, 'https://codeberg.org/acme/app'],
    [
      'a git remote',
      { source: 'git', 'source-url': 'git@git.example.com:acme/app.git', repo: 'app' },
      'https://git.example.com/acme/app',
    ],
    [
      '… by https',
      { source: 'git', 'source-url': 'https://git.example.com/acme/app.git', repo: 'app' },
      'https://git.example.com/acme/app',
    ],
    ['a folder', { source: 'git', 'source-url': 'file:///srv/git/app', repo: 'app' }, 'file:///srv/git/app'],
  ])('%s', (_name, given, page) => {
    const source = planSource(inputsOf({ repo: 'acme/app', ...given }), contextOf(undefined), undefined);
    expect(pageOf(source, { repository: 'acme/app' })).toBe(page);
  });
});

describe('the inputs', () => {
  test('require nothing where none is given', async () => {
    expect(await planSignatures(inputsOf({}))).toBeUndefined();
  });

  test('an issuer goes with provenance alone', async () => {
    const plan = await planSignatures(
      inputsOf({ provenance: 'true', 'signature-issuer': 'https://issuer.example.com' }),
    );
    expect(plan).toMatchObject({ provenance: true, issuer: 'https://issuer.example.com', identities: [], keys: [] });
  });

  test('keys come as PEM, one after the other', async () => {
    const pem = (body: string) => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`;
    const plan = await planSignatures(inputsOf({ 'signature-key': `${pem('one')}\n${pem('two')}\n` }));
    expect(plan?.keys).toEqual([pem('one'), pem('two')]);
  });
});

test('a reason names each rejection once, and five at most', () => {
  const rejections = ['a', 'b', 'c', 'd', 'e', 'f', 'a'].map((place) => ({ place, reason: 'no' }));
  expect(reasonOf(['key'], rejections, { keys: [], identities: [] })).toBe(
    'it has no signature by the required key: a: no; b: no; c: no; d: no; e: no; 1 more',
  );
});

test('a manifest that is the image itself is verified once', async () => {
  const verified: string[] = [];
  const verify = async (digest: string) => {
    verified.push(digest);
    return { verified: false as const, reason: 'none' };
  };
  const descriptor = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: shaA };
  const image = { descriptor, platform: { os: 'linux', architecture: 'amd64' } };
  expect(await verifyImage(verify, shaA, [image])).toEqual({ verified: false, reason: 'none' });
  expect(verified).toEqual([shaA]);
});
