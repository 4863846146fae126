import { isTag } from '../../images/name.js';
import { formatPlatform } from '../../images/platform.js';
import { asFailure, Failure, failureOfImage } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { ListedManifest, RepositoryDriver } from '../../registries/drivers/driver.js';
import { type Inspection, inspectManifest, sizeOf, type Wanted } from '../../registries/oci/inspection.js';
import type { ImageReader, Repository } from '../../registries/oci/repository.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { collect, throttledProgress } from '../shared/progress/collect.js';
import type { ListedTag, TagDetails } from './listing.js';

/** Images that are read one by one before it is wiser to request less: some thousands of requests. */
const mostRead = 1000;
const mostDamaged = 20;
const atOnce = 8;

/** All tags by the registry's list: names, a thousand a request. A name that is not a legal tag cannot be requested. */
export async function listNames(repository: Repository, context: Context): Promise<readonly ListedTag[]> {
  const names = await collect(repository.tags(), (count) => `${count} tags so far`, context);
  return legalTags(
    names.map((name) => ({ name })),
    context,
  );
}

/** All tags with the details that the list of the registry's own API has. */
export async function listWithDetails(
  list: NonNullable<RepositoryDriver['list']>,
  context: Context,
): Promise<readonly ListedTag[]> {
  const manifests = await collect(list(false), (count) => `${count} manifests and tags so far`, context);
  const tags = manifests.flatMap((manifest) =>
    manifest.tags.map(({ name, pushed }) => ({ name, details: listedDetails(manifest, pushed) })),
  );
  return legalTags(tags, context);
}

/** Artifactory lists digests among its tags; anything else that is not a tag is not shown and never requested. */
function legalTags(tags: readonly ListedTag[], { log }: Context): readonly ListedTag[] {
  const legal = tags.filter(({ name }) => isTag(name));
  const others = tags.length - legal.length;
  if (others > 0) log.warn(`The registry lists ${others} names that are not valid tags: they were left out.`);
  return legal;
}

function listedDetails(manifest: ListedManifest, pushed = manifest.pushed): TagDetails {
  const { digest, mediaType, size, platforms = [], created, pulled, unavailable } = manifest;
  const names = new Set(platforms.map(formatPlatform));
  names.delete('unknown/unknown');
  const lastPull = pulled === 'never' ? undefined : pulled;
  return { digest, mediaType, size, platforms: [...names], created, pushed, pulled: lastPull, unavailable };
}

/**
 * The same tags with the details of their images, read eight at a time, each distinct image once. A tag that was
 * deleted meanwhile is left out, with a warning; one that cannot be read has the error.
 * @throws Failure (unsupported) when they are too many to be read one by one
 */
export async function readDetails(
  tags: readonly ListedTag[],
  repository: ImageReader,
  wanted: Wanted,
  context: Context,
): Promise<readonly ListedTag[]> {
  if (tags.length > mostRead) throw tooMany(tags.length);
  const known = new Map<string, Promise<TagDetails>>();
  const reportProgress = throttledProgress(context);
  let done = 0;
  let failed = 0;
  const readOne = async (tag: ListedTag): Promise<ListedTag | undefined> => {
    // The registry serves nothing of it.
    if (tag.details?.unavailable !== undefined) return tag;
    // By the digest where the list has it: then the request is no look at the tag, and the image may be cached.
    const manifest = await repository.manifest(tag.details?.digest ?? tag.name);
    if (manifest === undefined) {
      context.log.warn(`The tag ${tag.name} was listed but does not exist: it was left out.`);
      return undefined;
    }
    const { digest } = manifest.descriptor;
    const read = known.get(digest) ?? inspectManifest(repository, manifest, wanted).then(detailsOf);
    known.set(digest, read);
    return { ...tag, details: { ...tag.details, ...(await read) } };
  };
  const read = await mapConcurrent(tags, atOnce, async (tag) => {
    try {
      return await readOne(tag);
    } catch (thrown) {
      if (context.signal.aborted) throw context.signal.reason;
      const failure = asFailure(thrown);
      failed += 1;
      // One image may be damaged; a refusal or a network error will be the same for all the others.
      if (failure.kind !== 'server' || failed > mostDamaged) throw failure;
      return { ...tag, failure: failureOfImage(failure, `the tag ${tag.name}`, tag.name) };
    } finally {
      done += 1;
      reportProgress(() => `${done} of ${tags.length} images read`, { done, total: tags.length });
    }
  });
  return read.filter((tag) => tag !== undefined);
}

/** The details in an image itself. */
export function detailsOf({ descriptor, images, created }: Inspection): TagDetails {
  const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [formatPlatform(platform)]));
  return {
    digest: descriptor.digest,
    mediaType: descriptor.mediaType,
    size: sizeOf(images),
    platforms: [...new Set(platforms)],
    created,
  };
}

function tooMany(count: number): Failure {
  return new Failure('unsupported', {
    operation: `the dates or details of ${count} tags`,
    reason: `this registry reports none in its list, and each image would have to be read; that is done for ${mostRead} at most`,
    advice:
      `Choose fewer tags with ${inputName('include')} and ${inputName('exclude')}; for details ${inputName('limit')} helps too, for ${inputValue('sort', 'pushed')} it cannot, because the ` +
      `latest are only known when all are. ${inputValue('sort', 'version')} needs no dates.`,
  });
}
