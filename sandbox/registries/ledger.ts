import { type Answer, buffered, type Host, type IncomingRequest } from '../exchange.js';

/** A manifest that is in a registry, as a hosted service with an API of its own would know it. */
export interface LedgerManifest {
  /** Counted over all repositories, in the order in which they came. */
  readonly id: number;
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  created: Date;
  /** When it or one of its tags was last pushed. */
  updated: Date;
  /** When it was last read by GET. */
  pulled: Date | undefined;
  /** Tag → when it was put there. */
  readonly tags: Map<string, Date>;
}

export type PushedManifest = Pick<LedgerManifest, 'digest' | 'mediaType' | 'bytes'>;

/** A manifest that was pushed or deleted by that tag or digest. */
export interface LedgerChange {
  readonly kind: 'pushed' | 'deleted';
  readonly repository: string;
  readonly reference: string;
  readonly manifest: LedgerManifest;
}

/** The content that was pushed to a registry and not deleted. All look-ups are by key: there may be thousands. */
export interface Ledger {
  /** Digest → manifest, in the order in which they came. */
  manifests(repository: string): ReadonlyMap<string, LedgerManifest>;
  /** Id → manifest. */
  numbered(repository: string): ReadonlyMap<number, LedgerManifest>;
  /** Tag → manifest. */
  tagged(repository: string): ReadonlyMap<string, LedgerManifest>;
  /** Gives a manifest that was deleted and has been pushed again its former id and dates. */
  revive(repository: string, former: LedgerManifest): void;
  /** Writes down a push that did not come by a request. */
  put(repository: string, reference: string, manifest: PushedManifest, date: Date): void;
  /** Calls back after each change. */
  watch(observer: (change: LedgerChange) => void): void;
  /** The same registry, with what changes in it written down here. */
  keeping(registry: Host): Host;
}

interface Book {
  readonly manifests: Map<string, LedgerManifest>;
  readonly numbered: Map<number, LedgerManifest>;
  readonly tags: Map<string, LedgerManifest>;
}

const MANIFEST = /^\/v2\/(.+)\/manifests\/([^/]+)$/;

export function createLedger(): Ledger {
  const books = new Map<string, Book>();
  const observers: ((change: LedgerChange) => void)[] = [];
  let count = 0;

  function book(repository: string): Book {
    const found = books.get(repository) ?? { manifests: new Map(), numbered: new Map(), tags: new Map() };
    books.set(repository, found);
    return found;
  }

  function put(repository: string, reference: string, pushed: PushedManifest, now = new Date()): void {
    const { manifests, numbered, tags } = book(repository);
    const manifest = manifests.get(pushed.digest) ?? {
      ...pushed,
      id: ++count,
      created: now,
      updated: now,
      pulled: undefined,
      tags: new Map<string, Date>(),
    };
    manifests.set(manifest.digest, manifest);
    numbered.set(manifest.id, manifest);
    manifest.updated = now;
    if (!reference.includes(':')) {
      tags.get(reference)?.tags.delete(reference);
      tags.set(reference, manifest);
      manifest.tags.set(reference, now);
    }
    tell({ kind: 'pushed', repository, reference, manifest });
  }

  function remove(repository: string, reference: string): void {
    const { manifests, numbered, tags } = book(repository);
    const manifest = tags.get(reference) ?? manifests.get(reference);
    if (manifest === undefined) return;
    if (reference.includes(':')) {
      for (const tag of manifest.tags.keys()) tags.delete(tag);
      numbered.delete(manifest.id);
      manifests.delete(reference);
    } else {
      manifest.tags.delete(reference);
      tags.delete(reference);
    }
    tell({ kind: 'deleted', repository, reference, manifest });
  }

  function tell(change: LedgerChange): void {
    for (const observer of observers) observer(change);
  }

  function note(request: IncomingRequest, bytes: Buffer, answer: Answer): void {
    const [, name = '', reference = ''] = MANIFEST.exec(decodeURIComponent(request.url.pathname)) ?? [];
    if (name === '') return;
    const digest = String(answer.headers?.['docker-content-digest'] ?? '');
    const mediaType = request.headers['content-type'] ?? '';
    if (request.method === 'PUT' && answer.status === 201) put(name, reference, { digest, mediaType, bytes });
    if (request.method === 'DELETE' && answer.status === 202) remove(name, reference);
    const read = request.method === 'GET' && answer.status === 200 ? book(name).manifests.get(digest) : undefined;
    if (read !== undefined) read.pulled = new Date();
  }

  return {
    manifests: (repository) => book(repository).manifests,
    numbered: (repository) => book(repository).numbered,
    tagged: (repository) => book(repository).tags,
    revive(repository, { id, digest, created, updated }) {
      const { manifests, numbered, tags } = book(repository);
      const found = manifests.get(digest);
      if (found === undefined) return;
      const revived = { ...found, id, created, updated };
      numbered.delete(found.id);
      numbered.set(id, revived);
      manifests.set(digest, revived);
      for (const tag of found.tags.keys()) tags.set(tag, revived);
    },
    put,
    watch: (observer) => void observers.push(observer),
    keeping: (registry) => async (request) => {
      if (request.method !== 'PUT' || !MANIFEST.test(request.url.pathname)) {
        const answer = await registry(request);
        note(request, Buffer.alloc(0), answer);
        return answer;
      }
      const { bytes, request: again } = await buffered(request);
      const answer = await registry(again);
      note(request, bytes, answer);
      return answer;
    },
  };
}
