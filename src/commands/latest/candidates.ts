import { formatImage } from '../../images/name.js';
import type { Newer } from '../../images/newer.js';
import { formatPlatform, type Platform, samePlatform } from '../../images/platform.js';
import type { Version } from '../../images/version.js';
import { mayPass } from '../../lib/timers.js';
import { readImage } from '../../registries/oci/image.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { ImageDate } from '../shared/image-dates.js';
import type { Age } from '../shared/min-age.js';
import type { Job, Pending } from './outcome.js';
import type { TagList } from './tag-lists.js';
import type { Target } from './targets.js';

/** Candidates that are looked at one by one before it is given up: each takes a request or more. */
export const mostTried = 50;

export interface Choice {
  readonly chosen: Chosen | undefined;
  /** Too young to be taken. */
  readonly pending: readonly Pending[];
  /** The newest that cannot be taken for another reason, with that. */
  readonly unfit: Unfit | undefined;
}

export interface Chosen {
  readonly tag: Version;
  readonly digest: string | undefined;
  /** Read only for `min-age`. */
  readonly date: ImageDate | undefined;
}

export interface Unfit {
  readonly tag: string;
  readonly why: string;
}

/** The best candidate that is really there, has the platform and is old enough. */
export async function choose({ candidates }: Newer, image: Target['image'], list: TagList, job: Job): Promise<Choice> {
  const { registry } = await job.connect(image.registry);
  const repository = registry.repository(image);
  const pending: Pending[] = [];
  let unfit: Unfit | undefined;
  for (const tag of candidates.slice(0, mostTried)) {
    const candidate = { ...image, tag: tag.text };
    const seen = await lookAt(candidate, list, repository, job);
    if (seen.kind === 'fits') return { chosen: { tag, digest: seen.digest, date: seen.date }, pending, unfit };
    if (seen.kind === 'young') pending.push({ tag: tag.text, date: seen.date });
    else unfit ??= { tag: tag.text, why: seen.why };
    job.context.log.detail(
      `${formatCandidate(candidate)} is not taken: ${seen.kind === 'young' ? seen.reason : seen.why}`,
    );
  }
  return { chosen: undefined, pending, unfit };
}

type Seen =
  | { readonly kind: 'fits'; readonly digest: string | undefined; readonly date: ImageDate | undefined }
  | { readonly kind: 'unfit'; readonly why: string }
  | Extract<Age, { kind: 'young' }>;

/** A digest in the candidate is still that of the given image: the answer then needs one too. */
async function lookAt(candidate: Target['image'], list: TagList, repository: Repository, job: Job): Promise<Seen> {
  const { platform, ageOf } = job;
  const mustKnow = candidate.digest !== undefined || platform !== undefined || ageOf !== undefined;
  if (list.stale !== undefined) {
    if (mustKnow) throw list.stale.failure;
    return { kind: 'fits', digest: undefined, date: undefined };
  }
  if (job.trustsLists && !mustKnow) return { kind: 'fits', digest: undefined, date: undefined };
  const found = await headOf(candidate, repository, mustKnow, job);
  if (found === undefined) return { kind: 'unfit', why: 'the registry lists it, but returns 404 for it' };
  const { digest } = found;
  if (digest === undefined) return { kind: 'fits', digest, date: undefined };
  if (platform !== undefined && !(await hasPlatform(repository, digest, platform))) {
    return { kind: 'unfit', why: `it has no ${formatPlatform(platform)}` };
  }
  const { registry, path, tag } = candidate;
  const age = await ageOf?.({ registry, path, tag }, digest, repository);
  return age?.kind === 'young' ? age : { kind: 'fits', digest, date: age?.date };
}

/** A registry that fails leaves a digest unknown; the tag, which its list has, still serves where nothing hangs on the digest. */
async function headOf(
  candidate: Target['image'],
  repository: Repository,
  mustKnow: boolean,
  { context: { log, signal } }: Job,
): Promise<{ readonly digest: string | undefined } | undefined> {
  try {
    return await repository.head(candidate.tag);
  } catch (thrown) {
    if (signal.aborted || mustKnow || !mayPass(thrown)) throw thrown;
    log.warn(`The digest of ${formatCandidate(candidate)} is not known: ${thrown.message}`);
    return { digest: undefined };
  }
}

async function hasPlatform(repository: Repository, digest: string, wanted: Platform): Promise<boolean> {
  const { images } = await readImage(repository, digest, () => false);
  return images.some(({ platform }) => samePlatform(platform, wanted));
}

/** The name by its tag alone. */
export function formatCandidate({ registry, path, tag }: Target['image']): string {
  return formatImage({ registry, path, tag });
}
