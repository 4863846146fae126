import { formatImage } from '../../images/name.js';
import type { Newer } from '../../images/newer.js';
import { formatPlatform, type Platform, samePlatform } from '../../images/platform.js';
import type { Version } from '../../images/version.js';
import { inputName } from '../../lib/input-names.js';
import { mayPass } from '../../lib/polling.js';
import { readImage } from '../../registries/oci/image.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { Job } from './job.js';
import type { TagList } from './tag-lists.js';
import type { Target } from './targets.js';

/** Candidates that are looked at one by one before it is given up: each takes a request or more. */
export const mostTried = 50;

export interface Choice {
  readonly chosen: { readonly tag: Version; readonly digest: string | undefined } | undefined;
  /** Too young to be taken. */
  readonly pending: readonly string[];
  /** The newest that cannot be taken for another reason, with that. */
  readonly unfit: Unfit | undefined;
}

export interface Unfit {
  readonly tag: string;
  readonly why: string;
}

/** The best candidate that is really there, has the platform and is old enough. */
export async function choose({ candidates }: Newer, image: Target['image'], list: TagList, job: Job): Promise<Choice> {
  const { registry } = await job.connect(image.registry);
  const repository = registry.repository(image);
  const pending: string[] = [];
  let unfit: Unfit | undefined;
  for (const tag of candidates.slice(0, mostTried)) {
    const candidate = { ...image, tag: tag.text };
    const seen = await lookAt(candidate, list, repository, job);
    if (seen.kind === 'fits') return { chosen: { tag, digest: seen.digest }, pending, unfit };
    if (seen.kind === 'young') pending.push(tag.text);
    else unfit ??= { tag: tag.text, why: seen.why };
    job.context.log.detail(`${formatCandidate(candidate)} is not taken: ${seen.why}`);
  }
  return { chosen: undefined, pending, unfit };
}

type Seen =
  | { readonly kind: 'fits'; readonly digest: string | undefined }
  | { readonly kind: 'young' | 'unfit'; readonly why: string };

/** A digest that stands in the candidate is still the one that was asked about: the answer then needs one too. */
async function lookAt(candidate: Target['image'], list: TagList, repository: Repository, job: Job): Promise<Seen> {
  const { platform, isOldEnough } = job;
  const mustKnow = candidate.digest !== undefined || platform !== undefined || isOldEnough !== undefined;
  if (list.stale !== undefined) {
    if (mustKnow) throw list.stale.failure;
    return { kind: 'fits', digest: undefined };
  }
  const found = await headOf(candidate, repository, mustKnow, job);
  if (found === undefined) return { kind: 'unfit', why: 'the list has it, and the registry answers 404 for it' };
  const { digest } = found;
  if (digest === undefined) return { kind: 'fits', digest };
  if (platform !== undefined && !(await hasPlatform(repository, digest, platform))) {
    return { kind: 'unfit', why: `it has no ${formatPlatform(platform)}` };
  }
  const oldEnough = (await isOldEnough?.(candidate, digest, repository)) ?? true;
  return oldEnough ? { kind: 'fits', digest } : { kind: 'young', why: `it is younger than ${inputName('min-age')}` };
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
