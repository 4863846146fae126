import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import { digestOf } from '../../../images/digest.js';
import type { RepositoryName } from '../../../images/name.js';
import { isObject, parseJson } from '../../../lib/json.js';
import { manifestLimit } from '../../../registries/oci/manifest.js';
import { type CacheFolder, cacheFile, wholeName } from './folder.js';

/**
 * Manifests and configs of one repository, as their bytes. The file has no digests: each is computed from the bytes
 * when the file is read, so that whoever can write to it can add content and remove it, and change none.
 */
export interface Contents {
  /** True if the file had any. */
  readonly isWarm: boolean;
  find(digest: string): Buffer | undefined;
  /** Keeps these bytes. */
  add(bytes: Buffer): void;
  /** Writes the file where something was added: the entries that were used last are kept, up to the bounds. */
  save(): Promise<void>;
}

/** Of the file's form: another one is not read. */
const version = 1;
/** Of all contents, uncompressed: those of 20,000 ordinary images. */
const mostBytes = 128 * 1024 * 1024;
const mostContents = 50_000;
/** Bytes that are compressed at a time. */
const chunk = 1024 * 1024;

const decompress = promisify(gunzip);

/** Reads the file of this repository, gzip of a header and the contents, each after its length. */
export async function openContents(folder: CacheFolder, name: RepositoryName): Promise<Contents> {
  const file = cacheFile('contents', name, 'gz');
  const header = JSON.stringify({ version, name: wholeName(name) });
  const read = await folder.read(file, mostBytes, async (bytes) => {
    const [first, ...contents] = split(await decompress(bytes, { maxOutputLength: mostBytes }));
    const value = first === undefined ? undefined : parseJson(first);
    const isOurs = isObject(value) && value.version === version && value.name === wholeName(name);
    return isOurs ? contents : undefined;
  });
  /** Those that were used last are the last. */
  const byDigest = new Map((read ?? []).map((bytes) => [digestOf(bytes), bytes]));
  let isChanged = false;

  function put(digest: string, bytes: Buffer): void {
    byDigest.delete(digest);
    byDigest.set(digest, bytes);
  }

  return {
    isWarm: byDigest.size > 0,
    find(digest) {
      const bytes = byDigest.get(digest);
      if (bytes !== undefined) put(digest, bytes);
      return bytes;
    },
    add(bytes) {
      if (bytes.length > manifestLimit) return;
      put(digestOf(bytes), bytes);
      isChanged = true;
    },
    async save() {
      if (!isChanged) return;
      isChanged = false;
      await folder.write(file, Readable.from(joined([Buffer.from(header), ...latest(byDigest)])).pipe(createGzip()));
    },
  };
}

/** Those of the last contents that the bounds leave, in their order. */
function latest(byDigest: ReadonlyMap<string, Buffer>): readonly Buffer[] {
  const kept: Buffer[] = [];
  let size = chunk;
  for (const bytes of [...byDigest.values()].reverse()) {
    size += bytes.length + prefix;
    if (size > mostBytes || kept.length === mostContents) break;
    kept.push(bytes);
  }
  return kept.reverse();
}

/** Bytes of a length. */
const prefix = 4;

function* joined(parts: readonly Buffer[]): Generator<Buffer> {
  let some: Buffer[] = [];
  let size = 0;
  for (const part of parts) {
    const length = Buffer.alloc(prefix);
    length.writeUInt32BE(part.length);
    some.push(length, part);
    size += prefix + part.length;
    if (size < chunk) continue;
    yield Buffer.concat(some);
    some = [];
    size = 0;
  }
  yield Buffer.concat(some);
}

/** @throws Error for a part that is cut, and for more than are ever written */
function split(whole: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; ) {
    const begin = at + prefix;
    const end = begin <= whole.length ? begin + whole.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (end > whole.length) throw new Error('it is truncated');
    if (parts.length > mostContents) throw new Error(`it has more than ${mostContents} contents`);
    parts.push(whole.subarray(begin, end));
    at = end;
  }
  return parts;
}
