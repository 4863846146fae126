import { formatRepository, type RepositoryName } from '../../images/name.js';
import { type ParsedTag, parseTags } from '../../images/version.js';
import { formatDuration } from '../../lib/duration.js';
import type { Failure } from '../../lib/errors.js';
import { mayPass } from '../../lib/timers.js';
import type { Context } from '../command.js';
import type { Connection } from '../shared/inputs/registry.js';
import { listNames } from '../tags/read.js';
import type { Cache } from './cache.js';

/** The tags of a repository. */
export interface TagList {
  readonly tags: readonly ParsedTag[];
  /** Set if they were read earlier, and the registry has failed since. */
  readonly stale: { readonly since: Date; readonly failure: Failure } | undefined;
}

export interface TagListSettings {
  readonly connect: (name: RepositoryName['registry']) => Promise<Connection>;
  readonly cache: Cache | undefined;
  /** Milliseconds in which a kept list is as good as a new one. */
  readonly freshFor: number;
  readonly context: Context;
}

/** A kept list serves so long when the registry fails, in milliseconds. */
const staleFor = 7 * 24 * 3_600_000;

/** Lists each repository once, however many images need the list. */
export function createTagLists(settings: TagListSettings): (name: RepositoryName) => Promise<TagList> {
  const lists = new Map<string, Promise<TagList>>();
  return (name) => {
    const key = `${name.registry.host}/${name.path}`;
    const known = lists.get(key) ?? readList(name, settings);
    lists.set(key, known);
    return known;
  };
}

async function readList(name: RepositoryName, settings: TagListSettings): Promise<TagList> {
  const { cache, freshFor, context } = settings;
  const { registry, accountFor } = await settings.connect(name.registry);
  const account = await accountFor(name);
  const kept = await cache?.readTags(name, account);
  const age = kept === undefined ? Number.POSITIVE_INFINITY : context.now().getTime() - kept.fetched.getTime();
  if (kept !== undefined && age < freshFor) {
    context.log.detail(`${formatRepository(name)}: ${kept.tags.length} tags, as they were ${formatDuration(age)} ago`);
    return { tags: parseTags(kept.tags), stale: undefined };
  }
  try {
    const tags = (await listNames(registry.repository(name), context)).map((tag) => tag.name);
    await cache?.writeTags(name, account, tags);
    return { tags: parseTags(tags), stale: undefined };
  } catch (thrown) {
    if (context.signal.aborted) throw context.signal.reason;
    // An old list must not hide that the registry refuses the request or no longer has the repository.
    if (kept === undefined || age > staleFor || !mayPass(thrown)) throw thrown;
    const since = `${formatRepository(name)} are as they were ${formatDuration(age)} ago`;
    context.log.warn(`The tags of ${since}: ${thrown.message}`);
    return { tags: parseTags(kept.tags), stale: { since: kept.fetched, failure: thrown } };
  }
}
