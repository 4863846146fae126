import { digestOf, isDigest } from '../../../images/digest.js';
import { formatRepository, type RepositoryName } from '../../../images/name.js';
import { type Manifest, parseManifest } from '../../../registries/oci/manifest.js';
import type { ImageReader } from '../../../registries/oci/repository.js';
import { type Contents, openContents } from './contents.js';
import type { CacheFolder } from './folder.js';

/**
 * Two views of a repository whose manifests and configs are cached. A tag is always requested, by HEAD where its
 * manifest may be cached. Content cannot be wrong, because its digest is computed; whether the registry still has it
 * can change.
 */
export interface CachedReader<Access extends ImageReader = ImageReader> {
  /** A reader that takes cached content without a request: the registry is assumed to have it still. */
  readonly assumed: Access;
  /** A reader that takes cached content once the registry has confirmed in this run that it has it. */
  readonly confirmed: Access;
  /** True if `assumed` has given anything that is not confirmed. */
  hasAssumed(): boolean;
}

/** The readers of one run, one for each repository. */
export interface Readers {
  of<Access extends ImageReader>(name: RepositoryName, access: Access): CachedReader<Access>;
  /** Writes what was read, of all repositories. */
  save(): Promise<void>;
}

/** @param folder undefined: nothing is cached, and both views are the repository itself */
export function createReaders(folder: CacheFolder | undefined): Readers {
  const opened = new Map<string, Promise<Contents>>();
  if (folder === undefined) return { of: (_name, access) => uncached(access), save: async () => undefined };
  return {
    of(name, access) {
      const key = formatRepository(name);
      return createReader(access, () => {
        const contents = opened.get(key) ?? openContents(folder, name);
        opened.set(key, contents);
        return contents;
      });
    },
    async save() {
      for (const contents of opened.values()) await (await contents).save();
    },
  };
}

function uncached<Access extends ImageReader>(access: Access): CachedReader<Access> {
  return { assumed: access, confirmed: access, hasAssumed: () => false };
}

function createReader<Access extends ImageReader>(access: Access, open: () => Promise<Contents>): CachedReader<Access> {
  /** Digests that the registry has served or named by HEAD since. */
  const confirmed = new Set<string>();
  let hasAssumed = false;

  async function requestManifest(reference: string): Promise<Manifest | undefined> {
    const manifest = await access.manifest(reference);
    if (manifest === undefined) return undefined;
    confirmed.add(manifest.descriptor.digest);
    if (isSelfContained(manifest)) (await open()).add(manifest.bytes);
    return manifest;
  }

  async function tagged(tag: string): Promise<Manifest | undefined> {
    const contents = await open();
    if (!contents.isWarm) return requestManifest(tag);
    const head = await access.head(tag);
    if (head === undefined) return undefined;
    confirmed.add(head.digest);
    // Where it is not there under its digest, the tag has just moved.
    return findManifest(contents, head.digest) ?? (await requestManifest(head.digest)) ?? requestManifest(tag);
  }

  async function byDigest(digest: string, assumes: boolean): Promise<Manifest | undefined> {
    const found = findManifest(await open(), digest);
    if (found === undefined) return requestManifest(digest);
    if (confirmed.has(digest)) return found;
    if (assumes) {
      hasAssumed = true;
      return found;
    }
    if ((await access.head(digest)) === undefined) return undefined;
    confirmed.add(digest);
    return found;
  }

  function view(assumes: boolean): Access {
    return {
      ...access,
      manifest: (reference) => (isDigest(reference) ? byDigest(reference, assumes) : tagged(reference)),
      async smallBlob(descriptor) {
        const { digest } = descriptor;
        const contents = await open();
        const found = assumes || confirmed.has(digest) ? contents.find(digest) : undefined;
        if (found !== undefined) {
          hasAssumed ||= !confirmed.has(digest);
          return found;
        }
        const bytes = await access.smallBlob(descriptor);
        confirmed.add(digest);
        if (digestOf(bytes) === digest) contents.add(bytes);
        return bytes;
      },
    };
  }

  return { assumed: view(true), confirmed: view(false), hasAssumed: () => hasAssumed };
}

/** The bytes alone determine the media type: neither the registry's `Content-Type` nor anything else does. */
function findManifest(contents: Contents, digest: string): Manifest | undefined {
  const bytes = contents.find(digest);
  return bytes === undefined ? undefined : parseManifest(bytes, undefined);
}

/** True if the bytes have the same meaning without the registry's `Content-Type`, and have the digest themselves. */
function isSelfContained({ bytes, descriptor }: Manifest): boolean {
  return (
    descriptor.digest === digestOf(bytes) &&
    parseManifest(bytes, undefined)?.descriptor.mediaType === descriptor.mediaType
  );
}
