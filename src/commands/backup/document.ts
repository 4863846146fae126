import type { RepositorySettings } from '../../registries/drivers/driver.js';

/**
 * The data of a backup about one tag. An API of the registry may report all of it, other registries digest and type.
 */
export interface BackedUpTag {
  readonly name: string;
  readonly digest: string | undefined;
  readonly mediaType: string | undefined;
  /** Bytes to transfer, compressed. */
  readonly size?: number | undefined;
  /** By the registry's list, of the image itself. */
  readonly created?: Date | undefined;
  readonly pushed?: Date | undefined;
  readonly platforms?: readonly string[];
}

export interface BackedUpRepository {
  /** Its path in the registry: `acme/app`, `library/redis`. */
  readonly name: string;
  readonly settings?: RepositorySettings;
  readonly tags: readonly BackedUpTag[];
}

export interface Backup {
  /** `docker.io` */
  readonly registry: string;
  readonly created: Date;
  readonly repositories: readonly BackedUpRepository[];
}

/** Of the document's form; a reader refuses what is newer than it knows. */
const formatVersion = 1;

/**
 * The backup as JSON: of the same content the same bytes, but for the line with `created`. Everything is in the order
 * of its name, and nothing in it changes by being looked at (pulls, stars).
 */
export function formatBackup({ registry, created, repositories }: Backup): string {
  const document = {
    format: 'image-gate-backup',
    version: formatVersion,
    created: created.toISOString(),
    registry,
    repositories: byName(repositories).map(({ name, settings, tags }) => ({
      name,
      ...(settings === undefined ? {} : { settings: settingsOf(settings) }),
      tags: byName(tags).map(tagOf),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function settingsOf({
  private: isPrivate,
  description,
  fullDescription,
  ...rest
}: RepositorySettings): Record<string, unknown> {
  return {
    private: isPrivate,
    description,
    fullDescription,
    immutableTags: rest.immutableTags,
    categories: [...rest.categories].sort(compare),
    registered: rest.registered?.toISOString(),
  };
}

function tagOf({ name, digest, mediaType, size, created, pushed, platforms }: BackedUpTag): Record<string, unknown> {
  return {
    name,
    digest,
    mediaType,
    size,
    created: created?.toISOString(),
    pushed: pushed?.toISOString(),
    platforms: platforms === undefined ? undefined : [...platforms].sort(compare),
  };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((one, other) => compare(one.name, other.name));
}

/** By code units: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
