import { formatRepository, isTag, type RepositoryName } from '../../images/name.js';
import { asFailure } from '../../lib/errors.js';
import type { ListedManifest } from '../../registries/drivers/driver.js';
import type { OpenRepository, Registry } from '../../registries/registry.js';
import type { Context } from '../command.js';

/** Pages of a list that are read for it, a request each: a thousand entries or more. */
const mostPages = 10;

/**
 * The tags on a manifest, via the API of the registry, in the order of their names.
 * @returns undefined where no API reports them, or it fails, or its list is longer than ten pages
 */
export type TagsOn = (
  registry: Registry,
  name: RepositoryName,
  digest: string,
) => Promise<readonly string[] | undefined>;

/** Reads the list of a repository once, for all images in it. */
export function createTagsOn({ log, signal }: Pick<Context, 'log' | 'signal'>): TagsOn {
  const readers = new Map<string, Promise<ReadTags>>();
  return async (registry, name, digest) => {
    const key = formatRepository(name);
    const reader = readers.get(key) ?? registry.open(name).then(readerOf);
    readers.set(key, reader);
    try {
      const tags = await (await reader)(digest);
      return tags && [...new Set(tags)].filter(isTag).sort();
    } catch (thrown) {
      if (signal.aborted) throw signal.reason;
      log.notice(`The tags on ${key}@${digest} are not known: ${asFailure(thrown).message}`);
      return undefined;
    }
  };
}

type ReadTags = (digest: string) => Promise<readonly string[] | undefined>;

function readerOf({ kind, driver: { list, tagsOn } }: OpenRepository): ReadTags {
  if (list === undefined) {
    // An API that lists, and not for these credentials, reports nothing else to them either.
    return async (digest) => (kind.capabilities.lists === undefined ? tagsOn?.(digest) : undefined);
  }
  let listed: Promise<readonly ListedManifest[] | undefined> | undefined;
  return async (digest) => {
    listed ??= readPages(list(false));
    return (await listed)?.filter((one) => one.digest === digest).flatMap(({ tags }) => tags.map(({ name }) => name));
  };
}

async function readPages(
  pages: AsyncIterable<readonly ListedManifest[]>,
): Promise<readonly ListedManifest[] | undefined> {
  const all: ListedManifest[] = [];
  let count = 0;
  for await (const page of pages) {
    // More than that are not worth it, and some of the tags would be worse than none.
    if (count === mostPages) return undefined;
    count += 1;
    all.push(...page);
  }
  return all;
}
