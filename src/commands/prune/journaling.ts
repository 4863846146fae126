import { Failure } from '../../errors.js';
import { formatImage, type RepositoryName } from '../../images/name.js';
import type { Manifest } from '../../registries/manifest.js';
import type { Repository } from '../../registries/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { TaggedImage } from '../../retention/image.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { JournalWriter } from '../journal-file.js';
import { addWhole } from '../whole-image.js';

const atOnce = 4;

/**
 * Writes into the journal what is about to be deleted: each image with all that it lists, children first, each manifest
 * once. Only a few are held at a time.
 * @throws Failure for a manifest that cannot be read or written: what is not in the journal is not deleted
 */
export async function journalImages(
  images: readonly TaggedImage[],
  repository: RepositoryName,
  access: Pick<Repository, 'manifest'>,
  journal: Pick<JournalWriter, 'add'>,
  context: Context,
): Promise<void> {
  const written = new Set<string>();
  const tell = nowAndThen(context);
  let done = 0;
  await eachOf(images, atOnce, async ({ digest, tags }) => {
    const root = await access.manifest(digest);
    if (root === undefined) throw vanished(formatImage({ ...repository, digest }));
    const whole = new Map<string, Manifest>();
    await addWhole(access, root, whole);
    for (const { descriptor, bytes } of whole.values()) {
      const isRoot = descriptor.digest === digest;
      if (!isRoot && written.has(descriptor.digest)) continue;
      written.add(descriptor.digest);
      const { mediaType } = descriptor;
      await journal.add({
        repository: repository.path,
        digest: descriptor.digest,
        mediaType,
        tags: isRoot ? tags : [],
        bytes,
      });
    }
    done += 1;
    tell(() => `${countOf(done, 'image')} of ${images.length} in the journal`, { done, total: images.length });
  });
}

function vanished(image: string): Failure {
  return new Failure('server', {
    asked: `Reading ${image} for the journal`,
    answered: 'the registry named it a moment ago, and answers 404 for it now; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
