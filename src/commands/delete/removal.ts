import { Failure } from '../../errors.js';
import { type Deletion, notDeletable } from '../../registries/deletion.js';
import { takeFromReferrersTag } from '../../registries/referrers-tag.js';
import type { Context } from '../command.js';
import { createLookout, type Lookout } from '../lookout.js';
import { lookAt } from './looks.js';
import { type Doomed, fallbackTagOf, rootsOf } from './manifests.js';
import type { Outcome } from './outcome.js';
import { refuseNeeded, tagsSharing } from './refusals.js';
import { imageOf, type Survey } from './survey.js';
import { refuseUnserved } from './unserved.js';

export interface RemovalSettings extends Pick<Context, 'now'> {
  /** Why this registry deletes no tag alone, where that is known before one is tried. */
  readonly refusesTags: string | undefined;
  readonly record: (survey: Survey, reference: string, kind: Outcome['kind']) => void;
  readonly warn: (line: string) => void;
}

/**
 * Deletes tags first, then what is deleted by its digest; afterwards looks whether all is there that has to be.
 * @throws Failure for the first delete that is refused or fails, for what cannot be looked at before one, and (server) for
 *   a tag that was to stay and is gone
 */
export async function removeAll(doomed: readonly Doomed[], settings: RemovalSettings): Promise<void> {
  const known = settings.refusesTags;
  const refused = known ?? (await removeTags(doomed, settings));
  // What was known before has been looked at before.
  if (refused !== undefined && known === undefined) {
    const because = 'this registry deletes no tags, only whole manifests';
    refuseUnserved(
      doomed.map(({ survey }) => survey),
      because,
    );
    for (const { survey, manifests } of doomed) await refuseNeeded(survey, rootsOf(survey), manifests, because);
  }
  for (const one of doomed) await removeDigests(one, refused !== undefined, settings);
  for (const { survey } of doomed) await verifyStaying(survey);
}

const noTags: Deletion = { kind: 'unsupported', status: 405, words: 'no tag is deleted alone here' };

/** @returns the registry's words when it deletes no tags; then none has been deleted */
async function removeTags(doomed: readonly Doomed[], settings: RemovalSettings): Promise<string | undefined> {
  let removed = 0;
  for (const { survey } of doomed) {
    const unserved = [...survey.unserved].map(([tag, { digest }]) => [tag, digest] as const);
    for (const [tag, digest] of [...survey.goingTags, ...unserved]) {
      if (!(await stillOn(survey, tag, digest, settings))) continue;
      const deletion = (await survey.driver.deleteTag?.(tag, digest ?? tag)) ?? noTags;
      if (deletion.kind === 'unsupported') {
        if (removed === 0) return deletion.words;
        throw notDeletable(imageOf(survey, tag), deletion.words);
      }
      removed += 1;
      const isMissing = survey.unserved.has(tag) && deletion.kind === 'missing';
      settings.record(survey, tag, isMissing ? 'missing' : 'deleted');
    }
  }
  return undefined;
}

/** By digest go the manifests that were named so; where the registry deletes no tags, those of the tags too. */
async function removeDigests(doomed: Doomed, digestsOnly: boolean, settings: RemovalSettings): Promise<void> {
  const { survey, manifests } = doomed;
  const { driver, goingTags, goingDigests } = survey;
  const wanted = new Set(digestsOnly ? rootsOf(survey) : goingDigests);
  const lookout = lookoutOver(doomed, digestsOnly, settings);
  // An index before what it lists: some registries keep what an index still needs.
  for (const digest of [...manifests.keys()].reverse()) {
    if (!wanted.has(digest)) continue;
    const standing: string[] = [];
    for (const [tag, on] of digestsOnly ? goingTags : []) {
      if (on === digest && (await stillOn(survey, tag, digest, settings, lookout))) standing.push(tag);
    }
    const named = goingDigests.includes(digest) ? [digest] : [];
    const going = [...standing, ...named];
    if (going.length === 0) continue;
    const needing = await lookout.needing(digest);
    if (needing !== undefined) {
      settings.warn(`${imageOf(survey, digest)} is left alone: ${needing} has come to need it meanwhile`);
      for (const reference of going) settings.record(survey, reference, 'moved');
      continue;
    }
    const deletion = await driver.deleteManifest(digest);
    if (deletion.kind === 'unsupported') throw notDeletable(imageOf(survey, digest), deletion.words);
    for (const reference of going) settings.record(survey, reference, 'deleted');
    await keepReferrersTrue(doomed, digest);
  }
}

/** For the tags that stay, and new ones. A tag that has gone alone is a new one when it is there again. */
function lookoutOver(
  { survey: { access, driver, staying, goingTags }, manifests }: Doomed,
  digestsOnly: boolean,
  { now }: RemovalSettings,
): Lookout {
  const known = new Map(digestsOnly ? goingTags : []);
  for (const [tag, { digest }] of staying) known.set(tag, digest);
  const spares = (tag: string, digest: string) => tag === fallbackTagOf(digest, manifests);
  return createLookout({ access, driver, now, known, spares });
}

/**
 * Looks again, right before a delete: a tag that was pushed again since is somebody's new image.
 * @param digest undefined of a tag that is on nothing that the registry serves
 */
async function stillOn(
  survey: Survey,
  tag: string,
  digest: string | undefined,
  settings: RemovalSettings,
  lookout?: Pick<Lookout, 'saw'>,
): Promise<boolean> {
  const now = digest === undefined ? (await lookAt(survey.access, tag)).found : await survey.access.head(tag);
  if (now?.digest === digest) return true;
  if (now !== undefined) {
    await lookout?.saw(tag, now);
    settings.warn(`${imageOf(survey, tag)} was pushed again meanwhile, and is left alone`);
  }
  settings.record(survey, tag, now === undefined ? 'missing' : 'moved');
  return false;
}

/** Takes a deleted referrer out of the index that clients keep at `sha256-<hex>` where a registry has no referrers API. */
async function keepReferrersTrue({ survey, manifests }: Doomed, digest: string): Promise<void> {
  const tag = fallbackTagOf(digest, manifests);
  if (tag !== undefined && survey.staying.has(tag)) await takeFromReferrersTag(survey.access, tag, digest);
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
