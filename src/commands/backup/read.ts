import { formatRepository, isRepositoryPath, type RepositoryName } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { usernameAndPassword } from '../../lib/input-names.js';
import type { RepositoryDriver } from '../../registries/drivers/driver.js';
import { inspectManifest } from '../../registries/oci/inspection.js';
import type { Descriptor, Manifest } from '../../registries/oci/manifest.js';
import type { ImageReader } from '../../registries/oci/repository.js';
import type { OpenRepository, Registry } from '../../registries/registry.js';
import type { Context } from '../command.js';
import type { Readers } from '../shared/cache/readers.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { collect, throttledProgress } from '../shared/progress/collect.js';
import type { ListedTag } from '../tags/listing.js';
import { detailsOf, listNames, listWithDetails } from '../tags/read.js';
import type { BackedUpRepository, BackedUpTag } from './document.js';

/** The repositories to record: these, all of which must exist, or all in a namespace. */
export type Scope =
  | { readonly kind: 'images'; readonly images: readonly RepositoryName[] }
  | { readonly kind: 'namespace'; readonly namespace: string };

const repositoriesAtOnce = 4;
const atOnce = 8;

/**
 * Reads settings, dates, sizes and platforms where the registry's own API has them; else names and digests.
 * @param readers reads the rest from the images; undefined: nothing is read from images
 */
export async function readRepositories(
  registry: Registry,
  scope: Scope,
  readers: Readers | undefined,
  context: Context,
): Promise<readonly BackedUpRepository[]> {
  const names = scope.kind === 'images' ? scope.images : await listNamespace(registry, scope.namespace, context);
  return readAll(names, context, async (name) => {
    const opened = await registry.open(name).catch(emptyWhereListed(scope));
    if (opened === undefined) return { name: name.path, tags: [] };
    const { driver } = opened;
    const settings = await driver.settings?.();
    if (driver.settings !== undefined && settings === undefined) return missing(opened, scope, context);
    const details = readers && createDetails(readers.of(opened.name, opened.oci).assumed);
    const tags =
      driver.list === undefined
        ? await readTags(opened, scope, details, context)
        : await readListed(driver.list, opened, scope, details, context);
    return { name: name.path, ...(settings === undefined ? {} : { settings }), tags };
  });
}

/** By the list of the registry's own API; what it lacks, from the images. */
async function readListed(
  list: NonNullable<RepositoryDriver['list']>,
  opened: OpenRepository,
  scope: Scope,
  detailsAt: DetailsAt | undefined,
  context: Context,
): Promise<readonly BackedUpTag[]> {
  const listed = (await listWithDetails(list, context).catch(emptyWhereListed(scope))) ?? [];
  const isWhole = detailsAt === undefined || opened.kind.capabilities.lists?.includes('platforms');
  return mapConcurrent(listed, atOnce, async (tag) => {
    const known = backedUp(tag, opened);
    // The registry does not serve archived images.
    const isOpen = !isWhole && known.digest !== undefined && tag.details?.unavailable === undefined;
    return isOpen ? { ...known, ...(await detailsAt(known.digest)) } : known;
  });
}

function digestOnly(head: Descriptor | undefined): Pick<BackedUpTag, 'digest' | 'mediaType'> | undefined {
  return head && { digest: head.digest, mediaType: head.mediaType };
}

/** The details in the image at a tag or digest; undefined if it does not exist. */
type DetailsAt = (reference: string) => Promise<Omit<BackedUpTag, 'name'> | undefined>;

/** Inspects each distinct image once. */
function createDetails(reader: ImageReader): DetailsAt {
  const known = new Map<string, Promise<Omit<BackedUpTag, 'name'>>>();
  const inspected = async (manifest: Manifest) => {
    const { digest, mediaType } = manifest.descriptor;
    if (manifest.content.kind === 'former') return { digest, mediaType };
    return detailsOf(await inspectManifest(reader, manifest, 'all'));
  };
  return async (reference) => {
    const manifest = await reader.manifest(reference);
    if (manifest === undefined) return undefined;
    const details = known.get(manifest.descriptor.digest) ?? inspected(manifest);
    known.set(manifest.descriptor.digest, details);
    return details;
  };
}

function backedUp({ name, details }: ListedTag, { kind }: OpenRepository): BackedUpTag {
  const { digest, mediaType, size, created, pushed, platforms } = details ?? {};
  const platformsKnown = kind.capabilities.lists?.includes('platforms') ? { platforms: platforms ?? [] } : {};
  return { name, digest, mediaType, size, created, pushed, ...platformsKnown };
}

/** A list of repositories may still name those whose tags are all deleted. */
function emptyWhereListed({ kind }: Scope): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Failure && error.kind === 'not-found' && kind === 'namespace') return undefined;
    throw error;
  };
}

/** By the registry's list of names, and for each tag a HEAD, or its image. */
async function readTags(
  { name, oci }: OpenRepository,
  scope: Scope,
  detailsAt: DetailsAt | undefined,
  context: Context,
): Promise<readonly BackedUpTag[]> {
  const { path } = name;
  const listed = (await listNames(oci, context).catch(emptyWhereListed(scope))) ?? [];
  const reportProgress = throttledProgress(context);
  let done = 0;
  const read = detailsAt ?? (async (tag) => digestOnly(await oci.head(tag)));
  const tags = await mapConcurrent(listed, atOnce, async ({ name: tag }): Promise<BackedUpTag | undefined> => {
    const found = await read(tag);
    done += 1;
    reportProgress(() => `${path}: ${done} of ${listed.length} tags`, { done, total: listed.length });
    if (found !== undefined) return { name: tag, ...found };
    context.log.warn(`${path}:${tag} was listed but does not exist: it was left out.`);
    return undefined;
  });
  return tags.filter((tag) => tag !== undefined);
}

async function readAll<T>(
  items: readonly T[],
  context: Context,
  read: (item: T) => Promise<BackedUpRepository | undefined>,
): Promise<readonly BackedUpRepository[]> {
  const reportProgress = throttledProgress(context);
  let done = 0;
  const found = await mapConcurrent(items, repositoriesAtOnce, async (item) => {
    const repository = await read(item);
    done += 1;
    reportProgress(() => `${done} of ${items.length} repositories read`, { done, total: items.length });
    return repository;
  });
  return found.filter((repository) => repository !== undefined);
}

async function listNamespace(
  registry: Registry,
  namespace: string,
  context: Context,
): Promise<readonly RepositoryName[]> {
  const soFar = (count: number) => `${count} repositories so far`;
  const listed = await collect(registry.repositories(namespace), soFar, context);
  const legal = listed.map(({ path }) => path).filter(isRepositoryPath);
  const others = listed.length - legal.length;
  if (others > 0) context.log.warn(`The registry lists ${others} names that no image can have: they were left out.`);
  if (legal.length === 0) {
    context.log.warn(
      `${registry.kind().title === 'registry' ? 'The registry' : registry.kind().title} lists no repositories in ${namespace}: the namespace does not exist or is empty, or all are ` +
        'private and these credentials have no access. The backup is empty.',
    );
  }
  return legal.map((path) => ({ registry: registry.name, path }));
}

/** One that was named must exist; one that was listed may have been deleted meanwhile. */
function missing({ name, kind }: OpenRepository, scope: Scope, { log }: Context): undefined {
  if (scope.kind === 'images') {
    throw new Failure('not-found', {
      operation: `the repository ${formatRepository(name)}`,
      reason: `${kind.title} has no such repository, or these credentials may not see it`,
      advice: `Check the name; for a private one give ${usernameAndPassword} (an access token with Read).`,
    });
  }
  log.warn(`${formatRepository(name)} was listed but does not exist: it was left out.`);
  return undefined;
}
