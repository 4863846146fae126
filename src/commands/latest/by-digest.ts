import { formatImage } from '../../images/name.js';
import { formatPlatform, type Platform, samePlatform } from '../../images/platform.js';
import { Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { inspectManifest, isAttestation } from '../../registries/oci/inspection.js';
import { type Descriptor, isIndex, type Manifest } from '../../registries/oci/manifest.js';
import type { Repository } from '../../registries/oci/repository.js';
import { formatImageDate, type ImageDate } from '../shared/image-dates.js';
import type { Job, Outcome } from './outcome.js';
import type { Target } from './targets.js';

/** Compares the digest of the tag with the digest that the image is pinned to, or that was seen last. */
export async function answerByDigest({ image, where }: Target, job: Job): Promise<Outcome> {
  const { registry, accountFor } = await job.connect(image.registry);
  const account = await accountFor(image);
  const repository = registry.repository(image);
  const name = formatImage(image);
  const head = await repository.head(image.tag);
  if (head === undefined) throw missing(name);
  const seen = image.digest === undefined ? await job.cache?.readDigest(image, account, image.tag) : undefined;
  const moved = await compare(image.digest ?? seen, head.digest, repository, job);
  const outcome = (status: Outcome['status'], digest: string, reason: string, date?: ImageDate): Outcome => {
    const answer = { ...image, digest };
    return { name, where, status, answer, step: status === 'update' ? 'digest' : undefined, date, reason };
  };
  const { registry: on, path, tag } = image;
  const age =
    moved.status === 'update' ? await job.ageOf?.({ registry: on, path, tag }, head.digest, repository) : undefined;
  if (age?.kind === 'young') {
    const reason = `the tag has moved, and what it points to now was ${age.reason}`;
    return outcome('up-to-date', image.digest ?? seen ?? head.digest, reason);
  }
  if (image.digest === undefined && moved.status !== 'unknown') {
    await job.cache?.writeDigest(image, account, image.tag, head.digest);
  }
  const date = age?.date;
  const reason = date === undefined ? moved.reason : `${moved.reason}; ${formatImageDate(date)}`;
  return outcome(moved.status, moved.digest, reason, date);
}

/** @param digest what to use */
interface Comparison {
  readonly status: 'update' | 'up-to-date' | 'unknown';
  readonly digest: string;
  readonly reason: string;
}

/** Index with index, platform with platform: what was only built again, to the same, is not an update. */
async function compare(
  before: string | undefined,
  now: string,
  repository: Repository,
  { platform, cache }: Job,
): Promise<Comparison> {
  if (before === undefined) {
    if (cache === undefined)
      return unknown(now, `no digest to compare with: pin the image, or give ${inputName('cache-dir')}`);
    return same(now, 'seen for the first time: the digest is stored for later comparisons');
  }
  if (before === now) return same(now, 'the tag still points to this digest');
  const moved: Comparison = { status: 'update', digest: now, reason: `the tag has moved from ${before}` };
  const [old, current] = await Promise.all([repository.manifest(before), repository.manifest(now)]);
  if (current === undefined) throw missing(`the manifest ${now}`);
  const [oldImages, images] = [old === undefined ? [] : imagesOf(old), imagesOf(current)];
  if (images.some(({ digest }) => digest === before)) {
    return same(before, 'the digest is that of one platform, which has not changed');
  }
  if (old === undefined) return { ...moved, reason: `${moved.reason}, which no longer exists in the registry` };
  if (old.content.kind === 'image' && isIndex(current.descriptor)) {
    const own = platform ?? (await inspectManifest(repository, old, 'first')).images[0]?.platform;
    const child = own === undefined ? undefined : find(images, own);
    return child === undefined ? moved : { ...moved, digest: child.digest };
  }
  if (platform === undefined) {
    return sameSet(oldImages, images) ? same(now, 'rebuilt: no platform has changed') : moved;
  }
  return comparePlatforms(find(oldImages, platform), find(images, platform), platform, moved);
}

function comparePlatforms(
  before: Descriptor | undefined,
  now: Descriptor | undefined,
  platform: Platform,
  moved: Comparison,
): Comparison {
  const name = formatPlatform(platform);
  if (now === undefined) return unknown(moved.digest, `the tag has moved to an image without ${name}`);
  return before?.digest === now.digest ? same(moved.digest, `${name} has not changed`) : moved;
}

/**
 * The images that an index lists, without attestations; or the image itself, which is for every platform that is
 * requested.
 */
function imagesOf({ content, descriptor }: Manifest): readonly Descriptor[] {
  return content.kind === 'index' ? content.manifests.filter((child) => !isAttestation(child)) : [descriptor];
}

function find(images: readonly Descriptor[], wanted: Platform): Descriptor | undefined {
  return images.find(({ platform }) => platform === undefined || samePlatform(platform, wanted));
}

function sameSet(some: readonly Descriptor[], others: readonly Descriptor[]): boolean {
  const digests = (images: readonly Descriptor[]) => JSON.stringify(images.map(({ digest }) => digest).sort());
  return digests(some) === digests(others);
}

function same(digest: string, reason: string): Comparison {
  return { status: 'up-to-date', digest, reason };
}

function unknown(digest: string, reason: string): Comparison {
  return { status: 'unknown', digest, reason };
}

function missing(name: string): Failure {
  return new Failure('not-found', {
    operation: name,
    reason: 'the registry has no such image (404)',
    advice: 'Check the name and the tag: the command tags lists the existing tags.',
  });
}
