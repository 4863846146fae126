import { afterAll, describe, expect, test } from '@jest/globals';
import { openCacheFolder } from '../../../../src/commands/shared/cache/folder.js';
import { createReaders } from '../../../../src/commands/shared/cache/readers.js';
import { digestOf } from '../../../../src/images/digest.js';
import { parseRegistry } from '../../../../src/images/name.js';
import { Failure } from '../../../../src/lib/errors.js';
import { parseManifest } from '../../../../src/registries/oci/manifest.js';
import type { ImageReader } from '../../../../src/registries/oci/repository.js';
import { createFolders } from '../../../e2e/support/files.js';
import { recordedLog } from '../../../support/logs.js';
import { dockerManifest, ociConfig, ociIndex, ociManifest } from '../../../support/manifests.js';

const folders = createFolders();
afterAll(() => folders.remove());
const name = { registry: parseRegistry('registry.example.com'), path: 'acme/app' };

interface Served {
  readonly bytes: Buffer;
  readonly contentType?: string;
}

/** A repository in memory that writes down what is requested of it. */
function repository(algorithm = 'sha256:') {
  const manifests = new Map<string, Served>();
  const tags = new Map<string, string>();
  const blobs = new Map<string, Buffer>();
  const requests: string[] = [];
  const find = (reference: string) => {
    const digest = tags.get(reference) ?? reference;
    const found = manifests.get(digest);
    return found && parseManifest(found.bytes, found.contentType, digest);
  };
  const access: ImageReader = {
    async head(reference) {
      requests.push(`HEAD ${reference}`);
      return find(reference)?.descriptor;
    },
    async manifest(reference) {
      requests.push(`GET ${reference}`);
      return find(reference);
    },
    async smallBlob({ digest }) {
      requests.push(`GET ${digest}`);
      const found = blobs.get(digest);
      if (found === undefined) throw new Failure('not-found', { operation: digest, reason: '404' });
      return found;
    },
  };
  const put = (value: object, tag?: string, contentType?: string) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest = digestOf(bytes, algorithm);
    manifests.set(digest, { bytes, ...(contentType !== undefined && { contentType }) });
    if (tag !== undefined) tags.set(tag, digest);
    return digest;
  };
  const putBlob = (text: string) => {
    const digest = digestOf(Buffer.from(text), algorithm);
    blobs.set(digest, Buffer.from(text));
    return { mediaType: 'application/json', digest, size: text.length };
  };
  const taken = () => requests.splice(0);
  return { access, manifests, tags, blobs, put, putBlob, taken };
}

async function given(algorithm?: string) {
  const folder = await openCacheFolder(await folders.create(), { log: recordedLog() });
  const one = repository(algorithm);
  /** What a run of its own does. */
  const run = async <T>(work: (reader: ReturnType<ReturnType<typeof createReaders>['of']>) => Promise<T>) => {
    const readers = createReaders(folder);
    try {
      return await work(readers.of(name, one.access));
    } finally {
      await readers.save();
    }
  };
  return { ...one, run };
}

const empty = { schemaVersion: 2, mediaType: ociIndex, manifests: [] };

describe('a tag', () => {
  test('is requested whole where nothing is cached, then by HEAD', async () => {
    const { put, run, taken } = await given();
    put(empty, 'latest');
    const first = await run(({ assumed }) => assumed.manifest('latest'));
    expect(taken()).toEqual(['GET latest']);
    expect(await run(({ assumed }) => assumed.manifest('latest'))).toEqual(first);
    expect(taken()).toEqual(['HEAD latest']);
  });

  test('that has moved is read anew', async () => {
    const { put, run, taken } = await given();
    put(empty, 'latest');
    await run(({ assumed }) => assumed.manifest('latest'));
    const digest = put({ ...empty, annotations: { new: 'yes' } }, 'latest');
    taken();
    expect((await run(({ assumed }) => assumed.manifest('latest')))?.descriptor.digest).toBe(digest);
    expect(taken()).toEqual(['HEAD latest', `GET ${digest}`]);
  });

  test('that moves between its HEAD and the request of its manifest is requested again', async () => {
    const { access, put, manifests, run, taken } = await given();
    put(empty, 'latest');
    await run(({ assumed }) => assumed.manifest('latest'));
    const gone = put({ ...empty, annotations: { new: 'gone' } }, 'latest');
    const { head } = access;
    let last = '';
    access.head = async (reference) => {
      const found = await head(reference);
      manifests.delete(gone);
      last = put({ ...empty, annotations: { new: 'last' } }, 'latest');
      return found;
    };
    taken();
    expect((await run(({ assumed }) => assumed.manifest('latest')))?.descriptor.digest).toBe(last);
    expect(taken()).toEqual(['HEAD latest', `GET ${gone}`, 'GET latest']);
  });

  test('that is deleted is not found', async () => {
    const { put, tags, run } = await given();
    put(empty, 'latest');
    await run(({ assumed }) => assumed.manifest('latest'));
    tags.clear();
    expect(await run(({ assumed }) => assumed.manifest('latest'))).toBeUndefined();
  });
});

describe('a digest', () => {
  test('is assumed to exist, or confirmed once', async () => {
    const { put, putBlob, run, taken } = await given();
    const digest = put(empty);
    const config = putBlob('{}');
    const read = async ({ manifest, smallBlob }: ImageReader) => [
      await manifest(digest),
      String(await smallBlob(config)),
    ];
    const first = await run(({ assumed }) => read(assumed));
    taken();
    await run(async (reader) => {
      expect([await read(reader.assumed), reader.hasAssumed()]).toEqual([first, true]);
      expect(taken()).toEqual([]);
      expect(await read(reader.confirmed)).toEqual(first);
      expect(taken()).toEqual([`HEAD ${digest}`, `GET ${config.digest}`]);
      await read(reader.confirmed);
      await read(reader.assumed);
      expect(taken()).toEqual([]);
    });
  });

  test('that the registry has lost is only assumed', async () => {
    const { put, putBlob, manifests, blobs, run } = await given();
    const digest = put(empty);
    const config = putBlob('{}');
    await run(async ({ assumed }) => [await assumed.manifest(digest), await assumed.smallBlob(config)]);
    manifests.clear();
    blobs.clear();
    await run(async ({ assumed, confirmed }) => {
      expect(await assumed.manifest(digest)).toBeDefined();
      expect(await confirmed.manifest(digest)).toBeUndefined();
      await expect(confirmed.smallBlob(config)).rejects.toThrow('404');
    });
  });

  test('that was named by the HEAD of a tag in this run is confirmed', async () => {
    const { put, run, taken } = await given();
    const digest = put(empty, 'latest');
    await run(({ assumed }) => assumed.manifest('latest'));
    taken();
    await run(async (reader) => {
      await reader.assumed.manifest('latest');
      await reader.confirmed.manifest(digest);
      expect([taken(), reader.hasAssumed()]).toEqual([['HEAD latest'], false]);
    });
  });
});

describe('not kept, because bytes and digest alone do not show its type', () => {
  test('a manifest whose type only the Content-Type shows', async () => {
    const { put, run, taken } = await given();
    const config = {
      mediaType: ociConfig,
      digest: digestOf(Buffer.from('{}')),
      size: 2,
    };
    const digest = put({ schemaVersion: 2, config, layers: [] }, undefined, dockerManifest);
    for (let time = 0; time < 2; time += 1) {
      expect((await run(({ assumed }) => assumed.manifest(digest)))?.descriptor.mediaType).toBe(dockerManifest);
      expect(taken()).toEqual([`GET ${digest}`]);
    }
    const same = put({ schemaVersion: 2, config, layers: [], annotations: {} }, undefined, ociManifest);
    for (const requests of [[`GET ${same}`], []]) {
      expect((await run(({ assumed }) => assumed.manifest(same)))?.descriptor.mediaType).toBe(ociManifest);
      expect(taken()).toEqual(requests);
    }
  });

  test('content with a digest of another algorithm', async () => {
    const { put, putBlob, run, taken } = await given('sha512:');
    const digest = put(empty);
    const config = putBlob('{}');
    for (let time = 0; time < 2; time += 1) {
      await run(async ({ assumed }) => [await assumed.manifest(digest), await assumed.smallBlob(config)]);
      expect(taken()).toEqual([`GET ${digest}`, `GET ${config.digest}`]);
    }
  });
});

test('without a folder both views are the repository itself', async () => {
  const { access } = repository();
  const { assumed, confirmed, hasAssumed } = createReaders(undefined).of(name, access);
  expect([assumed === access, confirmed === access, hasAssumed()]).toEqual([true, true, false]);
});
