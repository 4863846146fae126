import type { Ledger } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';

const TEMPORARY_MS = 60 * 60 * 1000;
const COSIGN_TAG = /^sha256-[a-f0-9]{64}\.(?:sig|att|sbom)$/;

/** A tag was on a manifest from its start to its end. */
export interface QuayTag {
  readonly name: string;
  readonly digest: string;
  start: Date;
  /** When it was deleted or moved, or when it will expire. */
  end: Date | undefined;
  /** True: the time machine restored it. */
  reversion: boolean;
  immutable: boolean;
  /** A hidden one keeps a manifest that was pushed by digest: for an hour, and a referrer without end. */
  readonly hidden: boolean;
}

/** The history of tags. A manifest is served while a tag is on it, or on an index that lists it. */
export interface QuayHistory {
  /** Every tag that ever was, hidden ones left out; the one that started last comes first. */
  tags(repository: string): readonly QuayTag[];
  alive(repository: string): readonly QuayTag[];
  current(repository: string, tag: string): QuayTag | undefined;
  /** True for a manifest that is served. @param hidden true: hidden tags count */
  serves(repository: string, digest: string, hidden: boolean): boolean;
  /** Ends a tag, with the signatures (`sha256-….sig`) of a manifest that has no other tag. The names that ended. */
  end(repository: string, tag: QuayTag): readonly string[];
}

export function createQuayHistory(ledger: Ledger): QuayHistory {
  const books = new Map<string, QuayTag[]>();
  const isAlive = ({ end }: QuayTag): boolean => end === undefined || end.getTime() > Date.now();

  function book(repository: string): QuayTag[] {
    const found = books.get(repository) ?? [];
    books.set(repository, found);
    return found;
  }

  function add(repository: string, tag: Pick<QuayTag, 'name' | 'digest' | 'start' | 'end' | 'hidden'>): void {
    book(repository).push({ ...tag, reversion: false, immutable: false });
  }

  ledger.watch(({ kind, repository, reference, manifest }) => {
    const { digest } = manifest;
    const current = history.current(repository, reference);
    if (kind === 'deleted') {
      if (current !== undefined) history.end(repository, current);
      return;
    }
    if (!reference.includes(':')) {
      const start = manifest.tags.get(reference) ?? manifest.updated;
      add(repository, { name: reference, digest, start, end: undefined, hidden: false });
      if (current !== undefined) history.end(repository, current);
      return;
    }
    if (book(repository).some((tag) => tag.digest === digest && isAlive(tag))) return;
    const forEver = contentOf(manifest).subject !== undefined;
    const end = forEver ? undefined : new Date(Date.now() + TEMPORARY_MS);
    add(repository, { name: '', digest, start: new Date(), end, hidden: true });
  });

  const history: QuayHistory = {
    tags: (repository) =>
      book(repository)
        .filter(({ hidden }) => !hidden)
        .sort((one, other) => other.start.getTime() - one.start.getTime() || (one.name < other.name ? -1 : 1)),
    alive: (repository) => history.tags(repository).filter(isAlive),
    current: (repository, name) => book(repository).find((tag) => !tag.hidden && tag.name === name && isAlive(tag)),
    serves(repository, digest, hidden) {
      const kept = new Set(
        book(repository)
          .filter((tag) => isAlive(tag) && (hidden || !tag.hidden))
          .map((tag) => tag.digest),
      );
      if (kept.has(digest)) return true;
      const manifests = ledger.manifests(repository);
      return [...kept].some((parent) => {
        const manifest = manifests.get(parent);
        return manifest !== undefined && contentOf(manifest).children.has(digest);
      });
    },
    end(repository, tag) {
      const now = new Date();
      tag.end = now;
      const manifest = ledger.manifests(repository).get(tag.digest);
      for (const temporary of book(repository)) {
        const isChild = manifest !== undefined && contentOf(manifest).children.has(temporary.digest);
        if (temporary.hidden && temporary.end !== undefined && isChild && isAlive(temporary)) temporary.end = now;
      }
      const alive = book(repository).filter((other) => !other.hidden && isAlive(other));
      const isTagged = alive.some(({ name, digest }) => digest === tag.digest && !COSIGN_TAG.test(name));
      if (isTagged || COSIGN_TAG.test(tag.name)) return [tag.name];
      const prefix = `${tag.digest.replace(':', '-')}.`;
      const signatures = alive.filter(
        ({ name, immutable }) => COSIGN_TAG.test(name) && name.startsWith(prefix) && !immutable,
      );
      for (const signature of signatures) signature.end = now;
      return [tag.name, ...signatures.map(({ name }) => name)];
    },
  };
  return history;
}
