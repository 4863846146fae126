import { createHash } from 'node:crypto';

export interface StoredManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface Upload {
  readonly chunks: Buffer[];
  size: number;
}

/** One repository: blobs are visible in it only if they were uploaded or mounted there. */
export interface StoredRepository {
  readonly blobs: Map<string, Buffer>;
  readonly manifests: Map<string, StoredManifest>;
  /** Tag → digest. */
  readonly tags: Map<string, string>;
  readonly uploads: Map<string, Upload>;
}

export type Store = Map<string, StoredRepository>;

/** The repository of that name, made on the first write. */
export function writable(store: Store, name: string): StoredRepository {
  const repository = store.get(name) ?? { blobs: new Map(), manifests: new Map(), tags: new Map(), uploads: new Map() };
  store.set(name, repository);
  return repository;
}

/** `sha256:…` or `sha512:…` of these bytes; `undefined` for another algorithm. */
export function digestLike(digest: string, bytes: Buffer): string | undefined {
  const algorithm = /^(sha256|sha512):/.exec(digest)?.[1];
  return algorithm && `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export function isDigest(reference: string): boolean {
  return /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(reference);
}
