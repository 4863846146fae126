import { Failure } from '../../errors.js';
import type { Manifest } from '../../registries/manifest.js';
import { referrersTag } from '../../registries/repository.js';
import type { JournalEntry } from '../../retention/journal.js';
import { eachOf } from '../each.js';
import { addWhole } from '../whole-image.js';
import { imageOf, type Survey } from './survey.js';

/** The manifests that go, and what their indexes list, by digest; children come before the index that lists them. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** @throws Failure for one that cannot be read: what is not in the journal is not deleted. */
export async function readManifests(survey: Survey): Promise<Manifests> {
  const read = new Map<string, Manifest>();
  await eachOf(rootsOf(survey), 1, async (digest) => {
    const root = await survey.access.manifest(digest);
    if (root === undefined) throw vanished(survey, digest);
    await addWhole(survey.access, root, read);
  });
  return read;
}

/** The digests that this run may delete: those on the tags that go, and those that were named. */
export function rootsOf({ goingTags, goingDigests }: Survey): readonly string[] {
  return [...new Set([...goingTags.values(), ...goingDigests])];
}

/**
 * The tag with the index of referrers that clients keep where a registry has no referrers API, if this manifest is one of
 * them. That index needs none of its entries: it is made true again when one goes.
 */
export function fallbackTagOf(digest: string, manifests: Manifests): string | undefined {
  const subject = manifests.get(digest)?.subject;
  return subject && referrersTag(subject);
}

/** The lines of the journal for this repository. */
export function journalEntries(survey: Survey, manifests: Manifests): readonly JournalEntry[] {
  const { goingTags, repository } = survey;
  return [...manifests.values()].map(({ descriptor: { digest, mediaType }, bytes }) => ({
    repository: repository.path,
    digest,
    mediaType,
    tags: [...goingTags].filter(([, on]) => on === digest).map(([tag]) => tag),
    bytes,
  }));
}

function vanished(survey: Survey, digest: string): Failure {
  return new Failure('server', {
    asked: `Reading ${imageOf(survey, digest)}`,
    answered: 'the registry names it, and answers 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
