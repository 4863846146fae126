import { type ReferrerEntry, referrerEntry, referrersTag, withoutReferrer, withReferrers } from './fallback-index.js';
import { mustPut, type PlainManifest, type Repository } from './repository.js';

type Access = Pick<Repository, 'manifest' | 'putManifest'>;

/** The change to an index of referrers. `foreign`: the tag is on something else, which was left there. */
export type ReferrersChange =
  | { readonly kind: 'changed'; readonly digest: string }
  | { readonly kind: 'unchanged' | 'foreign' };

/**
 * Adds referrers to the index at the tag where clients keep them; its entries are kept. If there is no such
 * index, it is made.
 * @param tag as `referrersTag` makes it
 * @throws Failure as `manifest` and `mustPut`
 */
export async function addToReferrersTag(
  repository: Access,
  tag: string,
  referrers: readonly ReferrerEntry[],
): Promise<ReferrersChange> {
  const there = await repository.manifest(tag);
  if (there !== undefined && there.content.kind !== 'index') return { kind: 'foreign' };
  return change(repository, tag, withReferrers(there, referrers));
}

/**
 * Adds the referrers of a manifest to the index at its tag, and warns where that tag is on something else.
 * @throws Failure as `addToReferrersTag`
 */
export async function listReferrersAtTag(
  repository: Access,
  subject: string,
  referrers: readonly PlainManifest[],
  warn: (text: string) => void,
): Promise<void> {
  const tag = referrersTag(subject);
  const { kind } = await addToReferrersTag(repository, tag, referrers.map(referrerEntry));
  if (kind === 'foreign')
    warn(`the tag ${tag} is not an index of referrers, and is not changed: it does not list ${subject}`);
}

/**
 * Takes a deleted referrer out of the index at that tag, if it is in one.
 * @throws Failure as `manifest` and `mustPut`
 */
export async function takeFromReferrersTag(repository: Access, tag: string, digest: string): Promise<ReferrersChange> {
  const there = await repository.manifest(tag);
  if (there === undefined) return { kind: 'unchanged' };
  if (there.content.kind !== 'index') return { kind: 'foreign' };
  return change(repository, tag, withoutReferrer(there, digest));
}

async function change(
  repository: Access,
  tag: string,
  made: ReturnType<typeof withReferrers>,
): Promise<ReferrersChange> {
  if (made === undefined) return { kind: 'unchanged' };
  await mustPut(repository, tag, made);
  return { kind: 'changed', digest: made.descriptor.digest };
}
