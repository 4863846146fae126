import { describe, expect, it } from '@jest/globals';
import { planCopy } from '../../../src/commands/copy/plan.js';
import { subsetOf } from '../../../src/commands/copy/subset.js';
import { tee } from '../../../src/commands/copy/tee.js';
import { formatImage } from '../../../src/images/name.js';
import { uploadLocation, withQuery } from '../../../src/registries/oci/blob-uploads.js';
import { type Manifest, parseManifest } from '../../../src/registries/oci/manifest.js';
import { blobsOf } from '../../../src/registries/oci/manifest-parts.js';
import { failureOf } from '../../support/failures.js';
import { answerOf } from '../../support/http.js';
import { imageIndex, imageManifest, ociIndex, ociManifest, shaA, shaB } from '../../support/manifests.js';

function parsed(value: unknown): Manifest {
  const manifest = parseManifest(Buffer.from(JSON.stringify(value)), undefined);
  if (manifest === undefined) throw new Error('no manifest');
  return manifest;
}

describe('planCopy', () => {
  const inputs = {
    from: 'acme/app:1.0',
    to: ['ghcr.io/acme/app'],
    registry: 'docker.io',
    namespace: undefined,
    username: undefined,
    password: undefined,
    'registry-auth': [],
    'to-username': undefined,
    'to-password': undefined,
    'to-oidc': undefined,
    oidc: undefined,
    'id-token': undefined,
    platforms: [],
    referrers: true,
    overwrite: true,
    'results-file': undefined,
    timeout: 1,
  };
  const plan = (over: Partial<typeof inputs> | object) => planCopy({ ...inputs, ...over }, undefined);
  const places = (over: object) =>
    plan(over).places.map(({ name, tags, isSameRegistry, ownCredentials }) => [
      formatImage(name),
      tags,
      isSameRegistry,
      ownCredentials,
    ]);

  it('a target without a tag takes the source’s; one without a registry is in the source’s', () => {
    expect(places({ to: ['ghcr.io/acme/app', 'acme/other:x', 'acme/other:y'] })).toEqual([
      ['ghcr.io/acme/app', ['1.0'], false, false],
      ['acme/other', ['x', 'y'], true, false],
    ]);
    expect(places({ from: `acme/app@${shaA}` })).toEqual([['ghcr.io/acme/app', [], false, false]]);
  });

  it('credentials of the target go to the other registry, or, without another one, to the source’s', () => {
    const given = { 'to-username': 'eve', 'to-password': 'x' };
    expect(places({ ...given, to: ['ghcr.io/acme/app', 'acme/other'] }).map((place) => place[3])).toEqual([
      true,
      false,
    ]);
    expect(places({ ...given, to: ['acme/other'] }).map((place) => place[3])).toEqual([true]);
  });

  it.each([
    [{ from: undefined }, 'from is missing'],
    [{ to: [] }, 'to is missing'],
    [{ from: 'acme/app' }, 'neither a tag nor a digest'],
    [{ to: ['acme/app'] }, 'the same image'],
    [{ to: [`acme/other@${shaA}`] }, 'has a digest'],
    [{ 'to-username': 'eve' }, 'to-password is not'],
    [{ 'to-username': 'eve', 'to-password': 'x', to: ['ghcr.io/a/b', 'quay.io/a/b'] }, 'would go to 2 registries'],
    [{ platforms: ['linux'] }, 'not a platform'],
  ])('%j cannot be used: %s', (over, words) => {
    expect(failureOf(() => plan(over)).message).toContain(words);
  });
});

describe('blobsOf', () => {
  const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: shaB, size: 7 };

  it('gives config and layers, each once, without those that are elsewhere', () => {
    const foreign = {
      ...layer,
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      urls: ['https://x'],
    };
    const manifest = parsed(imageManifest(shaA, { layers: [layer, layer, foreign] }));
    expect(blobsOf(manifest).map(({ digest, size }) => [digest, size])).toEqual([
      [shaA, 2],
      [shaB, 7],
    ]);
  });

  it('gives those of an image that has manifests in it too', () => {
    const manifest = parsed(imageManifest(shaA, { layers: [layer], manifests: [] }));
    expect(blobsOf(manifest).map(({ digest }) => digest)).toEqual([shaA, shaB]);
  });

  it.each([{ ...layer, size: undefined }, { ...layer, size: -1 }, { ...layer, digest: 'sha256:../x' }, 'x'])(
    'refuses %j',
    (entry) => {
      expect(() => blobsOf(parsed(imageManifest(shaA, { layers: [entry] })))).toThrow('that can be used');
    },
  );
});

describe('subsetOf', () => {
  const child = (letter: string, architecture: string, more: object = {}) => ({
    mediaType: ociManifest,
    digest: `sha256:${letter.repeat(64)}`,
    size: 1,
    platform: { os: architecture === 'unknown' ? 'unknown' : 'linux', architecture },
    'x-kept': true,
    ...more,
  });
  const attests = (letter: string) => ({
    annotations: {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': `sha256:${letter.repeat(64)}`,
    },
  });
  const children = [
    child('1', 'amd64'),
    child('2', 'arm64'),
    child('3', 'unknown', attests('1')),
    child('4', 'unknown', attests('2')),
  ];
  const index = parsed(imageIndex(children, { annotations: { a: 'b' } }));
  const chosen = (...letters: readonly string[]) => new Set(letters.map((letter) => `sha256:${letter.repeat(64)}`));
  const never = () => Promise.reject(new Error('nothing lies inside'));
  const digits = (manifest: Manifest) =>
    JSON.parse(manifest.bytes.toString()).manifests.map(({ digest }: { digest: string }) => digest[7]);

  it('keeps the platform and its attestation, entries and annotations as they were', async () => {
    const { manifest } = await subsetOf(index, chosen('2'), never);
    expect(JSON.parse(manifest.bytes.toString())).toEqual(
      imageIndex(
        [children[1], children[3]].flatMap((one) => one ?? []),
        { annotations: { a: 'b' } },
      ),
    );
  });

  it('changes no byte when nothing goes', async () => {
    const { manifest } = await subsetOf(index, chosen('1', '2'), never);
    expect(manifest).toBe(index);
  });

  it('goes into indexes inside, and makes them anew', async () => {
    const outer = parsed(
      imageIndex([
        { mediaType: ociIndex, digest: index.descriptor.digest, size: index.bytes.length },
        child('5', 's390x'),
      ]),
    );
    const { manifest, rebuilt } = await subsetOf(outer, chosen('1'), async () => index);
    expect(rebuilt.map(digits)).toEqual([['1', '3']]);
    expect(manifest.content).toMatchObject({
      manifests: [{ digest: rebuilt[0]?.descriptor.digest, size: rebuilt[0]?.bytes.length }],
    });
  });
});

describe('tee', () => {
  async function* source(): AsyncGenerator<Buffer> {
    for (let piece = 0; piece < 50; piece += 1) yield Buffer.alloc(100_000, piece);
  }
  const lengthOf = async (branch: AsyncIterable<Buffer>) => {
    let length = 0;
    for await (const piece of branch) length += piece.length;
    return length;
  };

  it('gives every branch all of it', async () => {
    const { branches, done } = tee(source(), 3);
    expect(await Promise.all(branches.map(lengthOf))).toEqual([5e6, 5e6, 5e6]);
    await done;
  });

  it('goes on without a branch that drops out', async () => {
    const { branches, done } = tee(source(), 2);
    branches[0]?.destroy();
    expect(await lengthOf(branches[1] ?? source())).toBe(5e6);
    await done;
  });

  it('breaks every branch when the source breaks', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('x');
      throw new Error('broken');
    }
    const { branches, done } = tee(broken(), 2);
    const ends = await Promise.allSettled([...branches.map(lengthOf), done]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

describe('uploadLocation', () => {
  const origin = new URL('https://registry.test:5000');
  const request = { method: 'POST' as const, url: new URL('/v2/acme/app/blobs/uploads/', origin) };
  const at = (location: string) => uploadLocation(answerOf(202, { headers: { location } }), request, origin);

  it.each([
    [
      '/v2/acme/app/blobs/uploads/1?_state=a%2Fb~c+d',
      'https://registry.test:5000/v2/acme/app/blobs/uploads/1?_state=a%2Fb~c+d&digest=sha256%3Aa',
    ],
    ['https://storage.test/x', 'https://storage.test/x?digest=sha256%3Aa'],
    ['http://registry.test/v2/x', 'https://registry.test:5000/v2/x?digest=sha256%3Aa'],
  ])('%s is kept to the letter', (location, whole) => {
    expect(withQuery(at(location), 'digest', 'sha256:a').href).toBe(whole);
  });

  it.each(['http://storage.test/x', 'https://127.0.0.1/x', 'https://user:secret@registry.test:5000/x', 'http://['])(
    '%s is refused',
    (location) => {
      expect(() => at(location)).toThrow(/it redirects the upload to|without a Location/);
    },
  );
});
