import { plausibleDate } from '../../images/date.js';
import { formatRepository, type RepositoryName } from '../../images/name.js';
import type { Platform } from '../../images/platform.js';
import type { ListedManifest, RepositoryDriver } from '../../registries/drivers/driver.js';
import { inspectManifest } from '../../registries/oci/inspection.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { createConnections } from '../shared/inputs/registry.js';

/** Since when a tag is what it is; undefined when nobody says. */
export type DateOf = (
  name: RepositoryName,
  tag: string,
  digest: string,
  repository: Repository,
) => Promise<Date | undefined>;

/**
 * When it was pushed, by the registry's own API, where that has one and has this image already; else, and elsewhere, when
 * the image was created. A reproducible build says 1970 or 1980, which is no date.
 */
export function createDates(connect: ReturnType<typeof createConnections>, platform: Platform | undefined): DateOf {
  const finders = new Map<string, Promise<Find>>();
  return async (name, tag, digest, repository) => {
    const key = formatRepository(name);
    const finder = finders.get(key) ?? connect(name.registry).then(({ registry }) => registry.open(name).then(findIn));
    finders.set(key, finder);
    const found = await (await finder)(tag);
    if (found?.digest === digest && found.pushed !== undefined) return found.pushed;
    const manifest = await repository.manifest(digest);
    if (manifest === undefined) return undefined;
    return plausibleDate((await inspectManifest(repository, manifest, platform ?? 'first')).created);
  };
}

type Find = (tag: string) => Promise<ListedManifest | undefined>;

/** Tag by tag where the registry has that; else in its list, which is read once. */
function findIn({ driver }: { readonly driver: RepositoryDriver }): Find {
  const { find, list } = driver;
  if (find !== undefined) return find;
  let listed: Promise<ReadonlyMap<string, ListedManifest>> | undefined;
  return async (tag) => {
    if (list === undefined) return undefined;
    listed ??= byTag(list);
    return (await listed).get(tag);
  };
}

async function byTag(list: NonNullable<RepositoryDriver['list']>): Promise<ReadonlyMap<string, ListedManifest>> {
  const found = new Map<string, ListedManifest>();
  for await (const page of list(false)) {
    for (const manifest of page) for (const { name } of manifest.tags) found.set(name, manifest);
  }
  return found;
}
