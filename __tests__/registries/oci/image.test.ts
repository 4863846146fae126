import { describe, expect, it } from '@jest/globals';
import { readImage } from '../../../src/registries/oci/image.js';
import { parseManifest } from '../../../src/registries/oci/manifest.js';
import type { ImageReader } from '../../../src/registries/oci/repository.js';
import { rejectionOf } from '../../support/failures.js';
import { documentOf, imageIndex, imageManifest, ociIndex, ociManifest, shaA } from '../../support/manifests.js';

/** A repository of documents, which counts what is read from it. */
function repository() {
  const kept = new Map<string, Buffer>();
  const read: string[] = [];
  const put = (value: unknown) => {
    const { bytes, digest } = documentOf(value);
    kept.set(digest, bytes);
    return digest;
  };
  const access: ImageReader = {
    head: () => Promise.reject(new Error('not needed')),
    async manifest(reference) {
      read.push('manifest');
      const bytes = kept.get(reference);
      return bytes && parseManifest(bytes, undefined);
    },
    async smallBlob({ digest }) {
      read.push('blob');
      return kept.get(digest) ?? Buffer.from('?');
    },
  };
  const image = (config: unknown, more: object = {}) => put(imageManifest(put(config), more));
  return { access, read, put, image };
}

const linux = (architecture: string) => ({ os: 'linux', architecture });
const entry = (digest: string, more: object = {}) => ({ mediaType: ociManifest, digest, size: 1, ...more });
const labelled = (architecture: string, labels: object) => ({ ...linux(architecture), config: { Labels: labels } });

describe('readImage', () => {
  it('reads the platform of a single image from its config', async () => {
    const { access, image, read } = repository();
    const digest = image(
      { ...linux('arm'), variant: 'v6', config: { Labels: { a: 'config', n: 1 } } },
      { annotations: { a: 'manifest', b: 'c' } },
    );
    expect(await readImage(access, digest, () => false)).toMatchObject({
      annotations: { a: 'manifest', b: 'c' },
      images: [{ platform: { os: 'linux', architecture: 'arm', variant: 'v6' }, labels: { a: 'config', b: 'c' } }],
    });
    expect(read).toEqual(['manifest', 'blob']);
  });

  it('reads an index alone where no labels are wanted, and passes attestations over', async () => {
    const { access, put, read } = repository();
    const digest = put(
      imageIndex([
        entry(shaA, { platform: linux('amd64') }),
        entry(shaA, { platform: linux('arm64') }),
        entry(shaA, { platform: { os: 'unknown', architecture: 'unknown' } }),
        entry(shaA, { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }),
      ]),
    );
    const { images } = await readImage(access, digest, () => false);
    expect(images.map(({ platform }) => platform.architecture)).toEqual(['amd64', 'arm64']);
    expect(read).toEqual(['manifest']);
  });

  it('reads the labels of every platform where they are wanted', async () => {
    const { access, put, image, read } = repository();
    const digests = ['amd64', 'arm64'].map((name) => image(labelled(name, { of: name })));
    const platforms = [linux('amd64'), { ...linux('arm'), variant: 'v6' }];
    const digest = put(imageIndex(digests.map((one, at) => entry(one, { platform: platforms[at] ?? linux('x') }))));
    const { images } = await readImage(access, digest, () => true);
    // What the index says of a platform counts, whatever the config says.
    expect(images.map(({ platform, labels }) => [platform, labels?.of])).toEqual([
      [linux('amd64'), 'amd64'],
      [{ ...linux('arm'), variant: 'v6' }, 'arm64'],
    ]);
    expect(read).toHaveLength(5);
  });

  it('reads an entry without a platform', async () => {
    const { access, put, image } = repository();
    const digest = put(imageIndex([entry(image(linux('riscv64')))]));
    expect((await readImage(access, digest, () => false)).images).toMatchObject([{ platform: linux('riscv64') }]);
  });

  it('reads indexes in indexes, to a depth of four', async () => {
    const { access, put, image } = repository();
    let digest = image(linux('amd64'));
    for (let depth = 1; depth <= 4; depth += 1)
      digest = put(
        imageIndex([entry(digest, { mediaType: depth === 1 ? ociManifest : ociIndex, platform: linux('amd64') })]),
      );
    expect((await readImage(access, digest, () => true)).images).toHaveLength(1);
    const deeper = put(imageIndex([entry(digest, { mediaType: ociIndex })]));
    const failure = await rejectionOf(readImage(access, deeper, () => false));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain('more than 4 indexes lie in one another');
  });

  it.each([true, false])('fails where a listed manifest is missing, labels wanted: %s', async (labels) => {
    const { access, put } = repository();
    const failure = await rejectionOf(readImage(access, put(imageIndex([entry(shaA)])), () => labels));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toBe(`the manifest ${shaA}: the registry lists it, but returns 404 for it`);
  });

  it('fails where the tagged manifest itself went away', async () => {
    expect((await rejectionOf(readImage(repository().access, shaA, () => false))).kind).toBe('server');
  });

  it.each<[string, unknown]>([
    ['an empty object (a Helm chart)', {}],
    ['no architecture', { os: 'linux' }],
    ['a list', [1]],
    ['null', null],
  ])('fails on a config with %s', async (_name, config) => {
    const { access, image } = repository();
    const failure = await rejectionOf(readImage(access, image(config), () => false));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain('does not name its platform');
  });
});
