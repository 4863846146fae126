import { formatRepository, type RepositoryName } from '../../images/name.js';
import { parseTags } from '../../images/version.js';
import { asFailure, Failure } from '../../lib/errors.js';
import { mayPass, sleep } from '../../lib/timers.js';
import type { Context } from '../command.js';
import type { KeptTags } from '../latest/cache.js';
import type { TagList } from '../latest/tag-lists.js';
import type { Connection } from '../shared/inputs/registry.js';
import { listNames } from '../tags/read.js';
import type { Store } from './store.js';

/** The tags of a repository, as the service has them. */
export interface ServedList extends TagList {
  readonly fetched: Date;
}

/** The lists of all repositories, each requested once however many wait for it. */
export interface Lists {
  /**
   * The list in memory, however old; else the cached list, else a new list. One that has outlived its time is refreshed
   * meanwhile.
   * @throws Failure if none exists, and the registry does not give one
   */
  get(name: RepositoryName): Promise<ServedList>;
  /** Reads the list anew, unless another instance has just done so. @returns why that was not possible */
  refresh(name: RepositoryName): Promise<Failure | undefined>;
  /** The list in memory; undefined: nothing yet. */
  known(name: RepositoryName): ServedList | undefined;
}

export interface ListsSettings {
  readonly connect: (registry: RepositoryName['registry']) => Promise<Connection>;
  readonly store: Store;
  /** Milliseconds between two refreshes. */
  readonly every: number;
  /** Repositories that are refreshed by a schedule: their lists are never dropped, and not refreshed on request. */
  readonly isWatched: (key: string) => boolean;
  readonly refreshed: (failure: Failure | undefined) => void;
  readonly context: Context;
}

/** Lists of repositories that are not watched; the one that was used longest ago goes. */
const mostUnwatched = 500;
/** Lists that may be on their way for requests at once: a registry has more to do. */
const mostAtOnce = 16;
/** A request that a registry has refused is not sent again for so long, in milliseconds. */
const refusedFor = 60_000;
/** A list that cannot be refreshed serves for so long, in milliseconds. */
const staleFor = 7 * 24 * 3_600_000;
/** One instance lists a repository; the others wait so long for it, in milliseconds. */
const claimTime = 60_000;

interface Entry {
  list?: ServedList;
  failure?: Failure;
  failedAt?: number;
  refreshing?: Promise<Failure | undefined>;
}

export function createLists(settings: ListsSettings): Lists {
  const { connect, store, every, isWatched, context } = settings;
  const entries = new Map<string, Entry>();
  let requested = 0;

  /** Moved to the end: the first one was used longest ago. */
  function entryOf(name: RepositoryName): Entry {
    const key = keyOf(name);
    const known = entries.get(key);
    const entry = known ?? {};
    entries.delete(key);
    entries.set(key, entry);
    if (known === undefined && entries.size > mostUnwatched) dropOldest();
    return entry;
  }

  function dropOldest(): void {
    const unwatched = [...entries].filter(([key, { refreshing }]) => refreshing === undefined && !isWatched(key));
    for (const [key] of unwatched.slice(0, Math.max(0, unwatched.length - mostUnwatched))) entries.delete(key);
  }

  function refreshOnce(name: RepositoryName, entry: Entry): Promise<Failure | undefined> {
    entry.refreshing ??= refreshNow(name, entry).finally(() => delete entry.refreshing);
    return entry.refreshing;
  }

  async function refreshNow(name: RepositoryName, entry: Entry): Promise<Failure | undefined> {
    try {
      const { tags, fetched } = await newest(name, entry.list?.fetched);
      entry.list = { tags: parseTags(tags), fetched, stale: undefined };
      if (entry.failure !== undefined) context.log.notice(`${formatRepository(name)} can be listed again`);
      delete entry.failure;
    } catch (thrown) {
      const failure = asFailure(thrown);
      await fallBack(name, entry, failure);
      if (entry.failure?.message !== failure.message && !context.signal.aborted) context.log.warn(failure.message);
      entry.failure = failure;
      entry.failedAt = context.now().getTime();
    }
    settings.refreshed(entry.failure);
    return entry.failure;
  }

  /**
   * An old list serves while the registry is down. It must not hide a refusal, or a repository that no longer exists.
   */
  async function fallBack(name: RepositoryName, entry: Entry, failure: Failure): Promise<void> {
    const old = mayPass(failure) ? (entry.list ?? (await keptList(name))) : undefined;
    if (old === undefined || !isFresh(old.fetched, staleFor)) delete entry.list;
    else entry.list = { ...old, stale: { since: old.fetched, failure } };
  }

  async function keptList(name: RepositoryName): Promise<ServedList | undefined> {
    const { accountFor } = await connect(name.registry);
    const kept = await store.readTags(name, await accountFor(name));
    return kept && { tags: parseTags(kept.tags), fetched: kept.fetched, stale: undefined };
  }

  /** The list that another instance has read meanwhile, or will have in a moment; else the registry's. */
  async function newest(name: RepositoryName, known: Date | undefined): Promise<KeptTags> {
    const { registry, accountFor } = await connect(name.registry);
    const account = await accountFor(name);
    const isNew = (kept: KeptTags | undefined): kept is KeptTags =>
      kept !== undefined && kept.fetched > (known ?? 0) && isFresh(kept.fetched, 0.8 * every);
    const kept = await store.readTags(name, account);
    if (isNew(kept)) return kept;
    const patience = context.now().getTime() + claimTime;
    for (;;) {
      const release = await store.claim(`${keyOf(name)} ${account}`, claimTime);
      try {
        const theirs = await store.readTags(name, account);
        if (isNew(theirs)) return theirs;
        if (release !== undefined || context.now().getTime() > patience) {
          const fetched = context.now();
          const tags = (await listNames(registry.repository(name), context)).map((tag) => tag.name);
          await store.writeTags(name, account, tags);
          return { tags, fetched };
        }
      } finally {
        await release?.();
      }
      await sleep(1000, context.signal);
    }
  }

  const isFresh = (fetched: Date, age: number): boolean => context.now().getTime() - fetched.getTime() < age;

  async function getRequested(name: RepositoryName, entry: Entry): Promise<ServedList> {
    if (
      entry.failure !== undefined &&
      (isWatched(keyOf(name)) || context.now().getTime() - (entry.failedAt ?? 0) < refusedFor)
    ) {
      if (entry.list === undefined) throw entry.failure;
      return entry.list;
    }
    if (requested >= mostAtOnce && entry.refreshing === undefined) throw busy(name);
    requested += 1;
    const refreshing = refreshOnce(name, entry).finally(() => {
      requested -= 1;
    });
    // An old list is used until the new one has arrived.
    if (entry.list !== undefined) return entry.list;
    const failure = await refreshing;
    if (entry.list === undefined) throw failure ?? busy(name);
    return entry.list;
  }

  return {
    async get(name) {
      const entry = entryOf(name);
      const { list } = entry;
      if (list !== undefined && (isWatched(keyOf(name)) || isFresh(list.fetched, every))) return list;
      return getRequested(name, entry);
    },
    refresh: (name) => refreshOnce(name, entryOf(name)),
    known: (name) => entries.get(keyOf(name))?.list,
  };
}

function busy(name: RepositoryName): Failure {
  return new Failure('network', {
    operation: formatRepository(name),
    reason: `${mostAtOnce} lists of repositories that are not watched are being read`,
    advice: 'Try again in a few seconds, or watch the image.',
  });
}

/** One text for each repository: `registry.example.com/acme/app`. */
export function keyOf({ registry, path }: RepositoryName): string {
  return `${registry.host}/${path}`;
}
