import { isDigest } from '../../images/digest.js';
import { formatPlatform, samePlatform } from '../../images/platform.js';
import { lacks, needsLabels, type Requirements } from '../../images/requirements.js';
import { formatDuration } from '../../lib/duration.js';
import { poll } from '../../lib/timers.js';
import { formerFailure } from '../../registries/oci/answers.js';
import type { Blobs } from '../../registries/oci/blobs.js';
import { type PlatformImage, readImage } from '../../registries/oci/image.js';
import { formerFormat } from '../../registries/oci/media-types.js';
import type { ImageReader, Repository } from '../../registries/oci/repository.js';
import type { Context } from '../command.js';
import { createMemory } from '../shared/concurrency.js';
import type { ImageDate } from '../shared/image-dates.js';
import type { Age } from '../shared/min-age.js';
import { missingParts } from './completeness.js';
import { verifyImage } from './signatures/platforms.js';
import type { SignerMatch, VerifyDigest } from './signatures/requirements.js';

/** The registry’s answer about an image. There is no third case: an unknown state is thrown. */
export type Verdict =
  | (Known & { readonly ready: true; readonly digest: string; readonly complete?: true })
  | (Known & {
      readonly ready: false;
      readonly reason: string;
      readonly digest?: string;
      readonly complete?: false;
      /** When it will be old enough, where it is only too young. */
      readonly readyAt?: Date;
    });

interface Known {
  /** True if it has the signatures that are required; undefined where none is, or they were not checked. */
  readonly verified?: boolean | undefined;
  /** The signers. */
  readonly signers?: readonly SignerMatch[] | undefined;
  /** Read only for `min-age`. */
  readonly date?: ImageDate | undefined;
}

/** The requirements for an image. */
export interface CheckRequirements extends Requirements {
  /** Every manifest, config and layer of the required platforms exists. */
  readonly complete: boolean;
  /** Of the image or of each required platform’s; undefined: no signature is required, and none is read. */
  readonly verify: VerifyDigest | undefined;
  /** Of the image with this digest; undefined: every image is old enough, and no date is requested. */
  readonly ageOf: ((digest: string) => Promise<Age>) | undefined;
}

type Reader = ImageReader & Pick<Blobs, 'headBlob'>;

/**
 * One look: a HEAD, and the contents only where something is required of them. Missing contents are reported
 * alone: the rest cannot be judged without it. The age of an image that lacks something does not matter.
 */
export async function look(repository: Reader, tag: string, required: CheckRequirements): Promise<Verdict> {
  const found = await repository.head(tag);
  if (found === undefined)
    return { ready: false, reason: `the registry has no such ${isDigest(tag) ? 'digest' : 'tag'}` };
  const { digest, mediaType } = found;
  if (formerFormat(mediaType) !== undefined)
    throw formerFailure(`the ${isDigest(tag) ? 'digest' : 'tag'} ${tag}`, found);
  const { platforms, revision, complete, verify, ageOf } = required;
  const missing = complete ? await missingParts(repository, digest, platforms) : [];
  if (missing.length > 0) return { ready: false, reason: missing.join('; '), digest, complete: false };
  const isRead = platforms.length > 0 || revision !== undefined;
  const { lacking, images } = isRead ? await judge(repository, digest, required) : { lacking: [], images: [] };
  if (lacking.length > 0) return { ready: false, reason: lacking.join('; '), digest };
  const signed = verify && (await verifyImage(verify, digest, images));
  if (signed?.verified === false) return { ready: false, reason: signed.reason, digest, verified: false };
  const verified = signed && { verified: true, signers: signed.signers };
  const age = await ageOf?.(digest);
  const { date } = age ?? {};
  if (age?.kind === 'young')
    return { ready: false, reason: age.reason, digest, date, readyAt: age.readyAt, ...verified };
  return { ready: true, digest, ...(complete && { complete }), ...(date && { date }), ...verified };
}

interface Judged {
  /** The requirements that the image does not meet, one sentence each. */
  readonly lacking: readonly string[];
  /** Those of the required platforms. */
  readonly images: readonly PlatformImage[];
}

async function judge(repository: Reader, digest: string, required: CheckRequirements): Promise<Judged> {
  const { platforms, complete } = required;
  const findings = await readImage(repository, digest, (...image) => needsLabels(required, ...image));
  const images = requiredOf(platforms, findings.images);
  const lacking = lacks(required, findings);
  return { lacking: complete ? lacking : [...lacking, ...(await missingManifests(repository, images))], images };
}

function requiredOf(platforms: Requirements['platforms'], images: readonly PlatformImage[]): readonly PlatformImage[] {
  return [
    ...new Set(platforms.flatMap((wanted) => images.find(({ platform }) => samePlatform(platform, wanted)) ?? [])),
  ];
}

/** An index lists platforms; that the manifest of each that is required exists, only the registry knows. */
async function missingManifests(
  repository: ImageReader,
  required: readonly PlatformImage[],
): Promise<readonly string[]> {
  // One whose labels were to be read has been looked at.
  const unseen = required.filter(({ labels, missing }) => labels === undefined && !missing);
  const reasons = unseen.map(async ({ platform, descriptor: { digest } }) =>
    (await repository.head(digest)) === undefined
      ? [`its manifest for ${formatPlatform(platform)} (${digest}) does not exist`]
      : [],
  );
  return (await Promise.all(reasons)).flat();
}

const pauses = { first: 2000, growth: 1.5, longest: 15_000 };

/**
 * Looks until the image is ready, or until `wait` milliseconds are over; then once more. An image that will be too
 * young even then is not waited for. While there is time, a server or network that fails for a while does not end the
 * waiting, but is never taken for an answer either.
 */
export async function lookUntilReady(
  read: () => Promise<Verdict>,
  wait: number,
  name: string,
  context: Pick<Context, 'log' | 'progress' | 'signal' | 'now'>,
): Promise<Verdict> {
  const end = context.now().getTime() + wait;
  let lastReported = '';
  const verdict = await poll(read, {
    ...context,
    wait,
    pauses,
    isDone: (verdict) => verdict.ready || (verdict.readyAt !== undefined && verdict.readyAt.getTime() > end),
    onPending(_verdict, waited, failure) {
      const trouble = failure?.message ?? '';
      if (trouble !== '' && trouble !== lastReported) context.log.info(`${trouble}; still waiting`);
      lastReported = trouble;
      const time = `${formatDuration(Math.min(waited, wait))} of ${formatDuration(wait)}`;
      context.progress.update(`waiting ${time} for ${name}${trouble === '' ? '' : `: ${trouble}`}`);
    },
  });
  context.progress.end();
  return verdict;
}

/** The requests that a check sends to a repository. */
export interface CheckedRepository
  extends Pick<Repository, 'prepare' | 'head' | 'manifest' | 'smallBlob' | 'headBlob' | 'referrersByApi' | 'blob'> {
  /**
   * The reason why an image that the registry answers 404 for exists all the same; undefined: it does not, or that is
   * unknown.
   */
  readonly unavailable?: (reference: string) => Promise<string | undefined>;
}

/**
 * The same repository, which is requested only once for what exists under a digest: no later look, and no other image,
 * can find anything else there. A tag, and what was missing or failed, is requested each time.
 */
export function memoized(repository: CheckedRepository): CheckedRepository {
  const manifests = createMemory<Awaited<ReturnType<CheckedRepository['manifest']>>>();
  const contents = createMemory<Buffer>();
  const heads = createMemory<Awaited<ReturnType<CheckedRepository['headBlob']>>>();
  return {
    ...repository,
    manifest: (reference) =>
      isDigest(reference) ? manifests(reference, () => repository.manifest(reference)) : repository.manifest(reference),
    smallBlob: (descriptor) => contents(descriptor.digest, () => repository.smallBlob(descriptor)),
    headBlob: (digest) => heads(digest, () => repository.headBlob(digest)),
  };
}
