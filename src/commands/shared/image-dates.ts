import { plausibleDate } from '../../images/date.js';
import { formatImage, formatRepository, type ImageName, type RepositoryName } from '../../images/name.js';
import type { Platform } from '../../images/platform.js';
import type { ListedManifest } from '../../registries/drivers/driver.js';
import { inspectManifest } from '../../registries/oci/inspection.js';
import type { ImageReader } from '../../registries/oci/repository.js';
import type { OpenRepository } from '../../registries/registry.js';
import { formatTime } from '../../reports/quantities.js';
import type { createConnections } from './inputs/registry.js';

/** `pushed`: when, by its registry. `created`: when, by the image itself, whose publisher can write any date. */
export interface ImageDate {
  readonly kind: 'pushed' | 'created';
  readonly at: Date;
}

/**
 * The date of an image.
 * @param digest what the image is on now
 * @returns undefined where neither the registry nor the image has one; reproducible builds have 1970 or 1980, which is
 * none
 * @throws Failure for a list or a manifest that cannot be read
 */
export type DateOf = (image: ImageName, digest: string, repository: ImageReader) => Promise<ImageDate | undefined>;

export interface DateSettings {
  readonly connect: ReturnType<typeof createConnections>;
  /** The one of the platforms of an index that its creation date is read from; undefined: the first. */
  readonly platform: Platform | undefined;
  /** The reader of manifests and configs by digest; default: the repository itself. */
  readonly readerOf?: (name: RepositoryName, repository: ImageReader) => ImageReader;
  readonly now: () => Date;
}

/** A list of an API may be behind the registry: one that lacks an image is read again when it is older than this. */
const staleAfter = 60_000;

/**
 * The push date where the registry's API has one: of one tag where it has that, else from its list, which is read once
 * for a repository. Else, and for an image that the API does not have yet, the creation date.
 */
export function createDates({ connect, platform, readerOf, now }: DateSettings): DateOf {
  const finders = new Map<string, Promise<FindDate>>();
  const known = new Map<string, ImageDate>();

  async function open(name: RepositoryName): Promise<FindDate> {
    const { registry } = await connect(name.registry);
    return findIn(await registry.open(name), now);
  }

  return async (image, digest, repository) => {
    const name = formatRepository(image);
    const key = `${formatImage(image)} ${digest}`;
    const pushed = known.get(key) ?? (await (await once(finders, name, () => open(image)))(image, digest));
    if (pushed !== undefined) {
      known.set(key, pushed);
      return pushed;
    }
    const reader = readerOf?.(image, repository) ?? repository;
    const manifest = await reader.manifest(digest);
    if (manifest === undefined) return undefined;
    return dateOf('created', (await inspectManifest(reader, manifest, platform ?? 'first')).created);
  };
}

/** `pushed 2026-11-20 03:04 UTC` */
export function formatImageDate({ kind, at }: ImageDate): string {
  return `${kind} ${formatTime(at)} UTC`;
}

/** The date under its own name, for JSON: `pushed` or `created`. */
export function imageDateObject(date: ImageDate | undefined): { readonly pushed?: Date; readonly created?: Date } {
  return date === undefined ? {} : { [date.kind]: date.at };
}

/** The dates from the API of the registry; undefined: none for this image. */
type FindDate = (image: ImageName, digest: string) => Promise<ImageDate | undefined>;

function findIn({ driver, kind }: Pick<OpenRepository, 'driver' | 'kind'>, now: () => Date): FindDate {
  const { find } = driver;
  // A list without dates is not worth its requests.
  const list = kind.capabilities.lists?.includes('pushed') ? driver.list : undefined;
  const read = list && createReader(list, now);
  return async ({ tag, digest: pinned }, digest) => {
    if (find !== undefined && tag !== undefined) {
      const found = await find(tag);
      if (found?.digest === digest) return dateIn([found], tag);
      if (pinned !== digest) return undefined;
    }
    return dateIn((await read?.(digest)) ?? [], tag);
  };
}

type Listed = ReadonlyMap<string, readonly ListedManifest[]>;

/** The entries of a digest in the list. */
function createReader(
  list: NonNullable<OpenRepository['driver']['list']>,
  now: () => Date,
): (digest: string) => Promise<readonly ListedManifest[]> {
  const lists = new Map<'list', Promise<Listed>>();
  let readAt = 0;
  const read = () =>
    once(lists, 'list', () => {
      readAt = now().getTime();
      return byDigest(list(false));
    });
  return async (digest) => {
    const found = (await read()).get(digest);
    if (found !== undefined) return found;
    if (now().getTime() - readAt <= staleAfter) return [];
    lists.clear();
    return (await read()).get(digest) ?? [];
  };
}

async function byDigest(pages: AsyncIterable<readonly ListedManifest[]>): Promise<Listed> {
  const found = new Map<string, ListedManifest[]>();
  for await (const page of pages) {
    for (const manifest of page) {
      const { digest } = manifest;
      if (digest !== undefined) found.set(digest, [...(found.get(digest) ?? []), manifest]);
    }
  }
  return found;
}

/** The push of the tag; where the list does not have it on this digest, the first push of the digest. */
function dateIn(manifests: readonly ListedManifest[], tag: string | undefined): ImageDate | undefined {
  const tags = manifests.flatMap((manifest) =>
    manifest.tags.map(({ name, pushed = manifest.pushed }) => ({ name, pushed })),
  );
  const ofTag = tags.filter(({ name }) => name === tag).map(({ pushed }) => pushed);
  const dates = ofTag.length > 0 ? ofTag : [...tags, ...manifests].map(({ pushed }) => pushed);
  const plausible = dates.flatMap((date) => plausibleDate(date) ?? []);
  const [first] = plausible.sort((one, other) => one.getTime() - other.getTime());
  return dateOf('pushed', first);
}

function dateOf(kind: ImageDate['kind'], date: Date | undefined): ImageDate | undefined {
  const at = plausibleDate(date);
  return at && { kind, at };
}

/** Loads once for each key, also where several want it at the same time; an error is forgotten. */
function once<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, load: () => Promise<Value>): Promise<Value> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const loading = load();
  known.set(key, loading);
  loading.catch(() => known.delete(key));
  return loading;
}
