import type { Ledger } from '../ledger.js';
import { type Store, type StoredManifest, type StoredRepository, writable } from './store.js';

/** Adds what a store holds to another, and writes it down: each manifest by its tags, or by its digest without one. */
export function adopt(store: Store, to: Store, ledger: Ledger): void {
  for (const [name, repository] of store) {
    const target = writable(to, name);
    for (const [digest, blob] of repository.blobs) target.blobs.set(digest, blob);
    for (const [digest, manifest] of repository.manifests) target.manifests.set(digest, manifest);
    for (const [tag, digest] of repository.tags) target.tags.set(tag, digest);
    const tagged = new Set(repository.tags.values());
    const references = [
      ...repository.tags,
      ...[...repository.manifests.keys()].map((digest) => [digest, digest] as const),
    ];
    for (const [reference, digest] of references) {
      const manifest = repository.manifests.get(digest);
      if (manifest === undefined || (reference === digest && tagged.has(digest))) continue;
      ledger.put(name, reference, manifest, createdOf(repository, manifest));
    }
  }
}

function createdOf({ blobs }: StoredRepository, { bytes }: StoredManifest): Date {
  const { config }: { config?: { digest: string } } = JSON.parse(bytes.toString('utf8'));
  const blob = blobs.get(config?.digest ?? '');
  const { created }: { created?: string } = blob === undefined ? {} : JSON.parse(blob.toString('utf8'));
  return created === undefined ? new Date() : new Date(created);
}
