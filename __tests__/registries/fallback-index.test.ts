import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../../src/images/digest.js';
import { withoutReferrer } from '../../src/registries/fallback-index.js';
import { parseManifest } from '../../src/registries/manifest.js';
import { documentOf, imageIndex, imageManifest, ociManifest, shaA, shaB } from '../support/manifests.js';

function manifestOf(value: object) {
  const manifest = parseManifest(documentOf(value).bytes, undefined);
  if (manifest === undefined) throw new Error('no manifest');
  return manifest;
}

const entry = (digest: string) => ({ mediaType: ociManifest, digest, size: 1, artifactType: 'application/x.sig' });

describe('withoutReferrer', () => {
  it('leaves all else as it was, fields that are not known here too', () => {
    const index = manifestOf(imageIndex([entry(shaA), entry(shaB)], { annotations: { a: 'b' }, other: 1 }));
    const rest = withoutReferrer(index, shaA);
    expect(JSON.parse(String(rest?.bytes))).toEqual(imageIndex([entry(shaB)], { annotations: { a: 'b' }, other: 1 }));
    expect(rest?.descriptor).toMatchObject({
      mediaType: index.descriptor.mediaType,
      digest: digestOf(rest?.bytes ?? Buffer.alloc(0)),
      size: rest?.bytes.length,
    });
  });

  it('changes nothing that does not list it', () => {
    expect(withoutReferrer(manifestOf(imageIndex([entry(shaB)])), shaA)).toBeUndefined();
    expect(withoutReferrer(manifestOf(imageManifest()), shaA)).toBeUndefined();
  });
});
