import { describe, expect, it } from '@jest/globals';
import { childrenOf, readDown } from '../../../src/registries/oci/graph.js';
import { isIndex, type Manifest, parseManifest } from '../../../src/registries/oci/manifest.js';
import { rejectionOf } from '../../support/failures.js';
import { ociIndex, ociManifest, shaA } from '../../support/manifests.js';

/** Manifests by digest, and the digests that were read. */
function createStore() {
  const manifests = new Map<string, Manifest>();
  const read: string[] = [];
  function add(value: object): Manifest {
    const manifest = parseManifest(Buffer.from(JSON.stringify({ schemaVersion: 2, ...value })), undefined);
    if (manifest === undefined) throw new Error('no manifest');
    manifests.set(manifest.descriptor.digest, manifest);
    return manifest;
  }
  return {
    manifests,
    read,
    image: (name: string) =>
      add({ mediaType: ociManifest, config: { mediaType: name, digest: shaA, size: 2 }, layers: [] }),
    /** @param type what the index says of its children; default: what they are */
    index: (children: readonly Manifest[], type?: string) =>
      add({
        mediaType: ociIndex,
        manifests: children.map(({ descriptor: { digest, size, mediaType } }) => ({
          digest,
          size,
          mediaType: type ?? mediaType,
        })),
      }),
    access: {
      async manifest(digest: string) {
        read.push(digest);
        return manifests.get(digest);
      },
    },
  };
}

const digestsOf = (manifests: readonly Manifest[]) => manifests.map(({ descriptor }) => descriptor.digest);

describe('readDown', () => {
  it('reads each manifest once, and returns it after all that it lists, however many lists have it', async () => {
    const { image, index, access, read } = createStore();
    const [shared, own] = [image('shared'), image('own')];
    const inner = index([shared]);
    const root = index([shared, inner, own]);
    const found = digestsOf(await readDown(access, root, () => true));
    expect(found).toEqual(digestsOf([shared, inner, own, root]));
    expect([...read].sort()).toEqual(digestsOf([shared, inner, own]).sort());
  });

  it('reads only what is to be followed; what does not exist leads to nothing', async () => {
    const { image, index, access, manifests } = createStore();
    const [part, lost] = [image('part'), index([image('lost')])];
    manifests.delete(lost.descriptor.digest);
    const root = index([part, lost]);
    const found = await readDown(access, root, isIndex);
    expect(digestsOf(found)).toEqual(digestsOf([root]));
    expect(found.flatMap(childrenOf).map(({ digest }) => digest)).toEqual(digestsOf([part, lost]));
  });

  it('four indexes may be nested, and no fifth, whatever its media type is', async () => {
    for (const mediaType of [ociIndex, ociManifest]) {
      const { image, index, access } = createStore();
      let deepest = index([image('leaf')], mediaType);
      for (let depth = 2; depth <= 4; depth += 1) deepest = index([deepest], mediaType);
      expect(await readDown(access, deepest, () => true)).toHaveLength(5);
      const failure = await rejectionOf(readDown(access, index([deepest], mediaType), () => true));
      expect(failure.message).toContain('more than 4 indexes lie in one another');
    }
  });
});
