import { describe, expect, test } from '@jest/globals';
import { digestOf } from '../../src/images/digest.js';
import { imageIndex, ociIndex, ociManifest } from '../support/manifests.js';
import { copy } from './support/copying.js';
import { runJson } from './support/listing.js';
import { oddRegistry } from './support/odd-registry.js';
import { useInternet } from './support/surroundings.js';

const host = 'platforms.example.com';
const registry = oddRegistry(({ method, url }) =>
  method === 'POST' && url.searchParams.has('mount') ? { status: 201 } : undefined,
);
const internet = await useInternet({ hosts: { [host]: registry.host } });

const amd64 = { os: 'linux', architecture: 'amd64' };
const emptyDigest = digestOf(Buffer.from('{}'));
const arm64 = { os: 'linux', architecture: 'arm64' };

/** An index of an image whose config says amd64 and one whose config says arm64. @param platforms what the index says */
function given(path: string, platforms: readonly [unknown, unknown], more: readonly object[] = []): void {
  const children = platforms.map((platform, at) => ({
    mediaType: ociManifest,
    digest: registry.image(path, `child-${at}`, { architecture: at === 0 ? 'amd64' : 'arm64' }),
    size: 1,
    ...(platform === undefined ? {} : { platform }),
  }));
  registry.put(path, '1.0', imageIndex([...children, ...more]), ociIndex);
}

/** The exit codes of check, inspect and copy for a platform of the image. */
async function answers(path: string, platform: string): Promise<readonly (number | null)[]> {
  const image = `${host}/${path}:1.0`;
  const runs = [
    await runJson('check', { image, platforms: platform }, { internet }),
    await runJson('inspect', { image, platform }, { internet }),
    await copy({ from: image, to: `${host}/${path}-copy:1.0`, platforms: platform }, { internet }),
  ];
  return runs.map(({ exitCode }) => exitCode);
}

describe('check, inspect and copy answer alike about the platforms of an image', () => {
  test.concurrent.each<[string, readonly [unknown, unknown]]>([
    ['none', [undefined, undefined]],
    ['empty', [{}, {}]],
    ['null', [null, arm64]],
    ['half', [{ architecture: 'amd64' }, { architecture: 'arm64' }]],
    ['one-of-two', [amd64, undefined]],
    ['other-words', [amd64, { os: 'linux', architecture: 'aarch64', variant: 'v8' }]],
  ])('where the platforms in the index are: %s', async (name, platforms) => {
    given(name, platforms);
    for (const platform of ['linux/amd64', 'linux/arm64']) expect(await answers(name, platform)).toEqual([0, 0, 0]);
    expect(await answers(name, 'linux/s390x')).toEqual([1, 3, 3]);
  });

  test.concurrent('where the index says another platform than the config', async () => {
    given('otherwise', [amd64, { os: 'linux', architecture: 'arm', variant: 'v6' }]);
    expect(await answers('otherwise', 'linux/arm/v6')).toEqual([0, 0, 0]);
    expect(await answers('otherwise', 'linux/arm64')).toEqual([1, 3, 3]);
  });

  test.concurrent('where the index lists an artifact too, which is no image of a platform', async () => {
    const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: emptyDigest, size: 2 };
    const value = { schemaVersion: 2, mediaType: ociManifest, artifactType: 'text/x', config: empty, layers: [] };
    const digest = registry.put('artifact', 'child', value);
    given('artifact', [amd64, undefined], [{ mediaType: ociManifest, digest, size: 1 }]);
    expect(await answers('artifact', 'linux/arm64')).toEqual([0, 0, 0]);
    expect(await answers('artifact', 'linux/s390x')).toEqual([1, 3, 3]);
  });
});
