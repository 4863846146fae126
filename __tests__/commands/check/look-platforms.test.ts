import { describe, expect, it } from '@jest/globals';
import { type CheckedRepository, look } from '../../../src/commands/check/look.js';
import { parsePlatform } from '../../../src/images/platform.js';
import { parseManifest } from '../../../src/registries/oci/manifest.js';
import { documentOf, imageIndex, ociIndex, shaA, shaB } from '../../support/manifests.js';

const commit = 'a'.repeat(40);
const entryOf = (digest: string, architecture: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest,
  size: 2,
  platform: { os: 'linux', architecture },
});
const index = documentOf(imageIndex([entryOf(shaA, 'amd64'), entryOf(shaB, 'arm64')]));
const whole = parseManifest(Buffer.from(index.bytes), ociIndex);

/** An index whose children exist but for these. */
function repository(missing: readonly string[]) {
  const heads: string[] = [];
  const access: Pick<CheckedRepository, 'head' | 'manifest'> = {
    async head(reference) {
      heads.push(reference);
      if (missing.includes(reference)) return undefined;
      return {
        mediaType: ociIndex,
        digest: reference.startsWith('sha256:') ? reference : (whole?.descriptor.digest ?? ''),
        size: 2,
      };
    },
    async manifest(reference) {
      return reference === whole?.descriptor.digest ? whole : undefined;
    },
  };
  return { access: access as CheckedRepository, heads };
}
const wants = (platforms: string, revision?: string) => ({
  platforms: platforms.split(',').map(parsePlatform),
  revision,
  complete: false,
  verify: undefined,
  ageOf: undefined,
});

describe('look, at the platforms of an index', () => {
  it('is ready where the manifests of those required exist, and looks at no other', async () => {
    const { access, heads } = repository([shaB]);
    expect(await look(access, '1.0', wants('linux/amd64'))).toMatchObject({ ready: true });
    expect(heads).toEqual(['1.0', shaA]);
  });

  it('is not ready where one does not', async () => {
    const { access } = repository([shaB]);
    expect(await look(access, '1.0', wants('linux/amd64,linux/arm64'))).toMatchObject({
      ready: false,
      reason: `its manifest for linux/arm64 (${shaB}) does not exist`,
    });
  });

  it('is not ready where one was to be read and does not exist', async () => {
    const { access, heads } = repository([shaA, shaB]);
    expect(await look(access, '1.0', wants('linux/arm64', commit))).toMatchObject({
      ready: false,
      reason: 'its manifest for linux/arm64 does not exist',
    });
    expect(heads).toEqual(['1.0']);
  });
});
