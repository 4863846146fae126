import { Failure } from '../../errors.js';
import { type Deleter, notDeletable } from '../../registries/deleter.js';
import { withoutReferrer } from '../../registries/fallback-index.js';
import { mustPut, referrersTag } from '../../registries/repository.js';
import { type Manifests, rootsOf } from './manifests.js';
import type { Outcome } from './outcome.js';
import { refuseNeeded, tagsSharing } from './refusals.js';
import { imageOf, listTags, type Survey } from './survey.js';

/** One repository, all that was found out about it, and all that is in the journal. */
export interface Doomed {
  readonly survey: Survey;
  readonly manifests: Manifests;
}

export interface RemovalSettings {
  readonly deleter: Deleter;
  readonly record: (survey: Survey, reference: string, kind: Outcome['kind']) => void;
  readonly progress: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** Deletes tags first, then what is deleted by its digest; afterwards looks whether all is there that has to be. */
export async function removeAll(doomed: readonly Doomed[], settings: RemovalSettings): Promise<void> {
  const known = settings.deleter.refusesTags;
  const refused = known ?? (await removeTags(doomed, settings));
  // What was known before has been looked at before.
  if (refused !== undefined && known === undefined) {
    const because = 'this registry deletes no tags, only whole manifests';
    for (const { survey, manifests } of doomed) await refuseNeeded(survey, rootsOf(survey), manifests, because);
  }
  for (const one of doomed) await removeDigests(one, refused !== undefined, settings);
  for (const { survey } of doomed) await verifyStaying(survey);
}

/** @returns the registry's words when it deletes no tags; then none has been deleted */
async function removeTags(doomed: readonly Doomed[], settings: RemovalSettings): Promise<string | undefined> {
  let removed = 0;
  for (const { survey } of doomed) {
    for (const [tag, digest] of survey.goingTags) {
      if (!(await stillOn(survey, tag, digest, settings))) continue;
      settings.progress(`deleting ${imageOf(survey, tag)}`);
      const deletion = await settings.deleter.tag(survey.repository, survey.access, tag, digest);
      if (deletion.kind === 'unsupported') {
        if (removed === 0) return deletion.words;
        throw notDeletable(imageOf(survey, tag), deletion.words);
      }
      removed += 1;
      settings.record(survey, tag, 'deleted');
    }
  }
  return undefined;
}

/** By digest go the manifests that were named so; where the registry deletes no tags, those of the tags too. */
async function removeDigests(
  { survey, manifests }: Doomed,
  digestsOnly: boolean,
  settings: RemovalSettings,
): Promise<void> {
  const { repository, access, goingTags, goingDigests } = survey;
  const wanted = new Set(digestsOnly ? rootsOf(survey) : goingDigests);
  // An index before what it lists: some registries keep what an index still needs.
  for (const digest of [...manifests.keys()].reverse()) {
    if (!wanted.has(digest)) continue;
    const named = goingDigests.includes(digest);
    const standing: string[] = [];
    for (const [tag, on] of goingTags) {
      if (on === digest && (await stillOn(survey, tag, digest, settings))) standing.push(tag);
    }
    if (digestsOnly && !named && standing.length === 0) continue;
    const inTheWay = [...(digestsOnly ? [] : standing), ...(await newcomers(survey, digest, settings.deleter))];
    if (inTheWay.length > 0) {
      settings.warn(`${imageOf(survey, digest)} is left alone: ${inTheWay.join(', ')} has been put on it meanwhile`);
      for (const reference of [...standing, ...(named ? [digest] : [])]) settings.record(survey, reference, 'moved');
      continue;
    }
    settings.progress(`deleting ${imageOf(survey, digest)}`);
    const deletion = await settings.deleter.digest(repository, access, digest);
    if (deletion.kind === 'unsupported') throw notDeletable(imageOf(survey, digest), deletion.words);
    for (const reference of [...standing, ...(named ? [digest] : [])]) settings.record(survey, reference, 'deleted');
    await keepReferrersTrue({ survey, manifests }, digest);
  }
}

/** Looks again, right before a delete: a tag that was pushed again since is somebody's new image. */
async function stillOn(survey: Survey, tag: string, digest: string, settings: RemovalSettings): Promise<boolean> {
  const now = await survey.access.head(tag);
  if (now?.digest === digest) return true;
  if (now !== undefined) settings.warn(`${imageOf(survey, tag)} was pushed again meanwhile, and is left alone`);
  settings.record(survey, tag, now === undefined ? 'missing' : 'moved');
  return false;
}

/** Tags that have been put on this manifest since the repository was looked at. */
async function newcomers(survey: Survey, digest: string, deleter: Deleter): Promise<readonly string[]> {
  const known = new Set([...survey.tags, ...survey.staying.keys()]);
  const listed = (await listTags(survey.access).catch(noneLeft)).filter((tag) => !known.has(tag));
  // One that was on another manifest before is in no list of new ones.
  const told = (await deleter.tagsOn?.(survey.repository, digest)) ?? [];
  const suspects = new Set([...listed, ...told.filter((tag) => !survey.goingTags.has(tag))]);
  const found: string[] = [];
  for (const tag of suspects) if ((await survey.access.head(tag))?.digest === digest) found.push(tag);
  return found;
}

/** A repository whose last tag has just been deleted may be unknown. */
function noneLeft(fault: unknown): readonly string[] {
  if (fault instanceof Failure && fault.kind === 'not-found') return [];
  throw fault;
}

/** Takes a deleted referrer out of the index that clients keep at `sha256-<hex>` where a registry has no referrers API. */
async function keepReferrersTrue({ survey, manifests }: Doomed, digest: string): Promise<void> {
  const subject = manifests.get(digest)?.subject;
  const tag = subject && referrersTag(subject);
  if (tag === undefined || !survey.staying.has(tag)) return;
  const index = await survey.access.manifest(tag);
  const rest = index && withoutReferrer(index, digest);
  if (rest !== undefined) await mustPut(survey.access, tag, rest);
}

/** A 202 is a promise: the tags that shared a manifest with what was deleted must still be there. */
async function verifyStaying(survey: Survey): Promise<void> {
  for (const digest of rootsOf(survey)) {
    for (const tag of tagsSharing(survey, digest)) {
      if ((await survey.access.head(tag)) !== undefined) continue;
      throw new Failure('server', {
        asked: `Looking at ${imageOf(survey, tag)} after the delete`,
        answered: `it is gone too: the registry took the manifest ${digest} away with another of its tags`,
        advice: 'The journal has the manifest: push its bytes again at this tag.',
      });
    }
  }
}
