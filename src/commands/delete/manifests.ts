import { asFailure, Failure } from '../../lib/errors.js';
import { referrersTag } from '../../registries/oci/fallback-index.js';
import type { Descriptor, Manifest } from '../../registries/oci/manifest.js';
import type { JournalEntry } from '../../retention/journal.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { addWhole } from '../shared/deletion/read-tree.js';
import { lackOf } from './looks.js';
import { imageOf, type Survey } from './survey.js';

/** The manifests that go, and what their indexes list, by digest; children come before the index that lists them. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** The tags that stay, with the manifests that they are on. */
export type Staying = ReadonlyMap<string, Descriptor>;

/** One repository, all that was found out about it, and all that is in the journal. */
export interface Doomed {
  readonly survey: Survey;
  readonly manifests: Manifests;
  /** The tags that stay as they were at the first call: one HEAD a tag. */
  readonly readStaying: () => Promise<Staying>;
  /** Whether they have been read. */
  readonly isStayingRead: () => boolean;
}

/**
 * Reads what is to be in the journal. A tag whose manifest the registry names and does not serve is left with its name.
 * @throws Failure for any other that cannot be read: what is not in the journal is not deleted
 */
export async function readManifests(survey: Survey): Promise<Pick<Doomed, 'survey' | 'manifests'>> {
  const manifests = new Map<string, Manifest>();
  const unserved = new Map<string, string>();
  await mapConcurrent(rootsOf(survey), 1, async (digest) => {
    const root = await readRoot(survey, digest);
    if (typeof root === 'string') unserved.set(digest, root);
    else await addWhole(survey.opened.oci, root, manifests);
  });
  return { survey: withoutManifests(survey, unserved), manifests };
}

/** @returns the manifest, or what the registry answers for one that only tags lead to */
async function readRoot(survey: Survey, digest: string): Promise<Manifest | string> {
  const { opened, goingTags, goingDigests } = survey;
  const { oci } = opened;
  const read = await oci.manifest(digest).catch(asFailure);
  if (read !== undefined && !(read instanceof Failure)) return read;
  const [tag] = [...goingTags].find(([, on]) => on === digest) ?? [];
  const isLost = read === undefined || read.status === 500;
  if (isLost && tag !== undefined && !goingDigests.includes(digest)) {
    const answer = (await oci.head(tag))?.digest === digest ? await lackOf(oci, tag) : undefined;
    if (answer !== undefined) return answer;
  }
  throw read ?? vanished(survey, digest);
}

function withoutManifests(survey: Survey, lost: ReadonlyMap<string, string>): Survey {
  const unserved = new Map(survey.unserved);
  const goingTags = new Map(survey.goingTags);
  for (const [tag, digest] of survey.goingTags) {
    const answer = lost.get(digest);
    if (answer === undefined) continue;
    unserved.set(tag, { digest, answer });
    goingTags.delete(tag);
  }
  return { ...survey, goingTags, unserved };
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
    operation: `Reading ${imageOf(survey, digest)}`,
    reason: 'the registry names it, and answers 404 for it; nothing was deleted',
    advice: 'Somebody may be pushing or deleting just now: try again.',
  });
}
