import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIndex, parseManifest, texts } from '../../../src/registries/oci/manifest.js';
import { manifestTypes, mediaTypeOf } from '../../../src/registries/oci/media-types.js';
import {
  dockerList,
  dockerManifest,
  documentOf,
  imageIndex,
  imageManifest,
  ociConfig,
  ociIndex,
  ociManifest,
  shaA,
  shaB,
} from '../../support/manifests.js';

const read = (value: unknown, contentType?: string) => parseManifest(documentOf(value).bytes, contentType);
const withoutType = ({ mediaType: _, ...rest }: { mediaType: string }) => rest;
const schema1 = { schemaVersion: 1, name: 'a', tag: 'b', fsLayers: [] };
const schema1Type = 'application/vnd.docker.distribution.manifest.v1+json';
const signedType = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
const artifactType = 'application/vnd.oci.artifact.manifest.v1+json';
const child = {
  mediaType: ociManifest,
  digest: shaA,
  size: 7,
  platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
};

describe('parseManifest', () => {
  it.each<[string, unknown, string | undefined, string, string]>([
    ['an OCI image', imageManifest(), undefined, 'image', ociManifest],
    ['a Docker image', imageManifest(shaA, { mediaType: dockerManifest }), undefined, 'image', dockerManifest],
    ['an image without its type', withoutType(imageManifest()), `${ociManifest}; charset=utf-8`, 'image', ociManifest],
    [
      'an image that says what it is, sent as something else',
      imageManifest(),
      'application/json',
      'image',
      ociManifest,
    ],
    ['an OCI index', imageIndex([child]), undefined, 'index', ociIndex],
    ['a Docker list', imageIndex([child], { mediaType: dockerList }), undefined, 'index', dockerList],
    ['an index without its type', withoutType(imageIndex([child])), ociIndex, 'index', ociIndex],
    ['an index without any type', withoutType(imageIndex([child])), undefined, 'index', ociIndex],
    [
      'an image without its type, served as JSON',
      withoutType(imageManifest()),
      'application/json',
      'image',
      ociManifest,
    ],
    [
      'an index without its type, as text',
      withoutType(imageIndex([child])),
      'text/plain; charset=utf-8',
      'index',
      ociIndex,
    ],
    ['an image of Docker without its type', withoutType(imageManifest()), dockerManifest, 'image', dockerManifest],
    ['an image without any type', withoutType(imageManifest()), undefined, 'image', ociManifest],
    ['schema 1', schema1, undefined, 'former', schema1Type],
    ['schema 1, served as JSON', schema1, 'application/json', 'former', schema1Type],
    ['schema 1, signed', { ...schema1, signatures: [{}] }, undefined, 'former', signedType],
    ['schema 1, by its type', { ...schema1, signatures: [{}] }, `${signedType}; charset=utf-8`, 'former', signedType],
    ['an OCI artifact', { mediaType: artifactType, blobs: [] }, undefined, 'former', artifactType],
    ['an empty index', imageIndex([]), undefined, 'index', ociIndex],
  ])('%s', (_name, value, contentType, kind, mediaType) => {
    const { bytes, digest } = documentOf(value);
    const manifest = parseManifest(bytes, contentType);
    expect(manifest?.content.kind).toBe(kind);
    expect(manifest?.descriptor).toEqual({ mediaType, digest, size: bytes.length });
    expect(manifest?.bytes).toBe(bytes);
  });

  it('reads what is in an index', () => {
    const annotated = { ...child, digest: shaB, annotations: { a: 'b', n: 1 }, platform: { os: 'linux' } };
    expect(read(imageIndex([child, annotated], { annotations: { x: 'y' } }))).toMatchObject({
      annotations: { x: 'y' },
      content: {
        manifests: [
          {
            mediaType: ociManifest,
            digest: shaA,
            size: 7,
            platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
          },
          { digest: shaB, annotations: { a: 'b' } },
        ],
      },
    });
  });

  it('reads what is in an image', () => {
    expect(read(imageManifest(shaB))?.content).toEqual({
      kind: 'image',
      config: { mediaType: ociConfig, digest: shaB, size: 2, annotations: {} },
      layers: [],
    });
  });

  it('takes the digest that was verified', () => {
    expect(parseManifest(documentOf(imageManifest()).bytes, undefined, shaB)?.descriptor.digest).toBe(shaB);
  });

  it.each<[string, unknown]>([
    ['something else of version 1', { schemaVersion: 1, name: 'a' }],
    ['an image and an index in one', { schemaVersion: 2, manifests: [child], config: child, layers: [] }],
    ['no version', { config: child }],
    ['a version as text', { ...imageManifest(), schemaVersion: '2' }],
    ['neither config nor manifests', { schemaVersion: 2 }],
    ['a config without a digest', { schemaVersion: 2, config: { mediaType: ociConfig } }],
    ['an index without manifests', { schemaVersion: 2, mediaType: ociIndex }],
    ['an index that claims to be one and has a config', { schemaVersion: 2, mediaType: ociIndex, config: child }],
    ['an index with a broken entry', imageIndex([child, { digest: shaA }])],
    ['an index with null in it', imageIndex([null as unknown as object])],
    ['a config whose digest is a path', imageManifest('../../../other/manifests/x')],
    ['an index that lists a tag', imageIndex([{ ...child, digest: 'latest' }])],
    ['an array', [imageManifest()]],
    ['null', null],
  ])('is nothing of %s', (_name, value) => expect(read(value)).toBeUndefined());

  it('is undefined for a text that is not JSON', () => {
    expect(parseManifest(Buffer.from('<html>'), ociManifest)).toBeUndefined();
    expect(parseManifest(Buffer.alloc(0), ociManifest)).toBeUndefined();
    fc.assert(fc.property(fc.json(), (text) => void parseManifest(Buffer.from(text), undefined)));
  });
});

describe('media types', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['Application/JSON ; charset=utf-8', 'application/json'],
  ])('mediaTypeOf(%j) is %j', (text, expected) => expect(mediaTypeOf(text)).toBe(expected));

  it.each(manifestTypes.map((type) => [type, type === ociIndex || type === dockerList] as const))(
    '%s is an index: %s',
    (mediaType, expected) => {
      expect(isIndex({ mediaType, digest: shaA })).toBe(expected);
    },
  );

  it('requests all four', () => {
    expect([...manifestTypes].sort()).toEqual([ociIndex, ociManifest, dockerList, dockerManifest].sort());
  });
});

describe('texts', () => {
  it.each([
    [
      { a: 'b', c: 1, d: null, e: '' },
      { a: 'b', e: '' },
    ],
    [null, {}],
    [['a'], {}],
    ['a', {}],
  ])('of %j is %j', (value, expected) => expect(texts(value)).toEqual(expected));
});

describe('subject', () => {
  it.each([
    ['none', {}, undefined],
    ['a digest', { subject: { digest: shaA } }, shaA],
    ['no digest', { subject: { digest: '../tags' } }, undefined],
    ['no object', { subject: shaA }, undefined],
  ])('%s', (_name, more, subject) => {
    expect(parseManifest(documentOf(imageManifest(shaB, more)).bytes, undefined)?.subject).toBe(subject);
  });
});
