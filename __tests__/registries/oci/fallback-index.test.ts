import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../../../src/images/digest.js';
import {
  isReferrersTag,
  referrerEntry,
  referrersTag,
  withoutReferrer,
  withReferrers,
} from '../../../src/registries/oci/fallback-index.js';
import { parseManifest } from '../../../src/registries/oci/manifest.js';
import { documentOf, imageIndex, imageManifest, ociManifest, shaA, shaB } from '../../support/manifests.js';

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

describe('withReferrers', () => {
  it('adds new entries, and leaves all others as they were', () => {
    const index = manifestOf(imageIndex([entry(shaA)], { annotations: { a: 'b' }, other: 1 }));
    const whole = withReferrers(index, [entry(shaB), { ...entry(shaA), artifactType: 'another' }]);
    expect(JSON.parse(String(whole?.bytes))).toEqual(
      imageIndex([entry(shaA), entry(shaB)], { annotations: { a: 'b' }, other: 1 }),
    );
    expect(whole?.descriptor.digest).toBe(digestOf(whole?.bytes ?? Buffer.alloc(0)));
  });

  it('makes an index if none exists, and none where nothing is new', () => {
    const made = withReferrers(undefined, [entry(shaA)]);
    expect(JSON.parse(String(made?.bytes))).toEqual(imageIndex([entry(shaA)]));
    expect(withReferrers(manifestOf(imageIndex([entry(shaA)])), [entry(shaA)])).toBeUndefined();
    expect(withReferrers(undefined, [])).toBeUndefined();
  });

  it('undoes withoutReferrer', () => {
    const index = manifestOf(imageIndex([entry(shaA), entry(shaB)]));
    const rest = withoutReferrer(index, shaB);
    expect(withReferrers(rest, [entry(shaB)])?.descriptor.digest).toBe(
      withReferrers(undefined, [entry(shaA), entry(shaB)])?.descriptor.digest,
    );
  });
});

describe('referrerEntry', () => {
  it('has the artifact’s type, or else the config’s', () => {
    const signature = manifestOf(imageManifest(shaA, { artifactType: 'x/y', annotations: { a: 'b' } }));
    expect(referrerEntry(signature)).toEqual({ ...signature.descriptor, artifactType: 'x/y', annotations: { a: 'b' } });
    expect(referrerEntry(manifestOf(imageManifest())).artifactType).toBe('application/vnd.oci.image.config.v1+json');
  });
});

describe('referrersTag', () => {
  it.each([shaA, `sha512:${'0'.repeat(128)}`])('%s', (digest) => {
    expect(isReferrersTag(referrersTag(digest))).toBe(true);
  });

  it.each(['1.0', `${referrersTag(shaA)}.sig`, `md5-${'0'.repeat(64)}`, 'sha256-abc'])('%s is none', (tag) => {
    expect(isReferrersTag(tag)).toBe(false);
  });
});
