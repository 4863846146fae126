import { formatImage, type RepositoryName } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { addTree } from '../../registries/oci/graph.js';
import type { Manifest } from '../../registries/oci/manifest.js';
import type { Repository } from '../../registries/oci/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { TaggedImage } from '../../retention/image.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import type { JournalWriter } from '../shared/deletion/journal-file.js';
import { throttledProgress } from '../shared/progress/collect.js';

/** The manifests of a repository that are about to be deleted. */
export interface JournalOrder {
  readonly repository: RepositoryName;
  readonly access: Pick<Repository, 'manifest'>;
  readonly images: readonly TaggedImage[];
  /** Digests without tags. */
  readonly orphans: readonly string[];
}

/** The contents of the journal. */
export interface Journaled {
  readonly digests: ReadonlySet<string>;
  /** By digest, the subjects of an image that is deleted; a list may not contain them. */
  readonly subjects: ReadonlyMap<string, string>;
}

const atOnce = 4;

/**
 * Writes into the journal what is about to be deleted: each image with all that it lists, children first, and what has
 * no tags; each manifest once. Only a few are held at a time.
 * @throws Failure for an image that cannot be read or written: only manifests in the journal are deleted
 */
export async function journalImages(
  { repository, access, images, orphans }: JournalOrder,
  journal: Pick<JournalWriter, 'add'>,
  context: Context,
): Promise<Journaled> {
  const written = new Set<string>();
  const subjects = new Map<string, string>();
  const reportProgress = throttledProgress(context);
  let done = 0;

  async function write(topLevel: Manifest, tags: readonly string[]): Promise<void> {
    const whole = new Map<string, Manifest>();
    await addTree(access, topLevel, whole);
    for (const { descriptor, bytes } of whole.values()) {
      const { digest, mediaType } = descriptor;
      const isTopLevel = digest === topLevel.descriptor.digest && tags.length > 0;
      if (!isTopLevel && written.has(digest)) continue;
      written.add(digest);
      await journal.add({ repository: repository.path, digest, mediaType, tags: isTopLevel ? tags : [], bytes });
    }
    done += 1;
    reportProgress(() => `${countOf(done, 'image')} of ${images.length} in the journal`, {
      done,
      total: images.length,
    });
  }

  await mapConcurrent(images, atOnce, async ({ digest, tags }) => {
    const topLevel = await access.manifest(digest);
    if (topLevel === undefined) throw vanished(formatImage({ ...repository, digest }));
    if (topLevel.subject !== undefined) subjects.set(digest, topLevel.subject);
    await write(topLevel, tags);
  });
  const open = orphans.filter((digest) => !written.has(digest));
  await mapConcurrent(open, atOnce, async (digest) => {
    const manifest = await access.manifest(digest);
    // One that is not there cannot be lost, and is not deleted either.
    if (manifest !== undefined) await write(manifest, []);
  });
  return { digests: written, subjects };
}

function vanished(image: string): Failure {
  return new Failure('server', {
    operation: `Reading ${image} for the journal`,
    reason: 'the registry listed it a moment ago, but now returns 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
