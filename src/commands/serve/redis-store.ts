import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { isTag, type RepositoryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { isObject } from '../../lib/json.js';
import type { Context } from '../command.js';
import type { KeptTags } from '../latest/cache.js';
import type { Store } from './store.js';

/** Of the values' form: another one is not read. */
const prefix = 'image-gate:1';
/** Lists that are not refreshed expire after this time, in milliseconds. */
const keptFor = 30 * 24 * 3_600_000;
/** Gives a claim back, unless it has ended and another instance has made its own. */
const giveBack = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

/**
 * Keeps lists and notes in Redis or Valkey, for several instances. Nothing waits for a server that is down.
 * @throws Failure (usage) for an address that is none
 */
export async function openRedisStore(url: string, { log, now }: Pick<Context, 'log' | 'now'>): Promise<Store> {
  const address = readAddress(url);
  const title = `${address.hostname}:${address.port || 6379}`;
  let fault: string | undefined = 'not connected yet';
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 5000,
    commandTimeout: 5000,
    retryStrategy: (attempt) => Math.min(5000, 200 * attempt),
  });
  redis.on('ready', () => {
    if (fault !== undefined) log.notice(`connected to ${title}`);
    fault = undefined;
  });
  const fail = (thrown: Error): void => {
    if (fault !== thrown.message) log.warn(`${title} fails, and the service continues from memory: ${thrown.message}`);
    fault = thrown.message;
  };
  redis.on('error', fail);
  redis.on('close', () => fail(new Error('the connection was closed')));
  // The cached lists save the first requests.
  await Promise.race([once(redis, 'ready'), once(redis, 'close')]).catch(() => undefined);

  /** A value that cannot be cached is not a failure of the service. */
  async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    if (redis.status !== 'ready') return otherwise;
    try {
      const done = await work();
      fault = undefined;
      return done;
    } catch (thrown) {
      fail(thrown as Error);
      return otherwise;
    }
  }

  return {
    title,
    readTags: (name, account) =>
      attempt(async () => tagsIn(await redis.get(keyOf('tags', name, account)), now()), undefined),
    writeTags: (name, account, tags) =>
      attempt(async () => {
        const value = JSON.stringify({ fetched: now().toISOString(), tags });
        await redis.set(keyOf('tags', name, account), value, 'PX', keptFor);
      }, undefined),
    claim: (work, milliseconds) =>
      attempt(
        async () => {
          const key = `${prefix}:claim:${hashOf(work)}`;
          const own = randomUUID();
          if ((await redis.set(key, own, 'PX', milliseconds, 'NX')) === null) return undefined;
          return () => attempt(async () => void (await redis.eval(giveBack, 1, key, own)), undefined);
        },
        // Redis cannot be reached: each instance does the work itself.
        async () => undefined,
      ),
    readNote: (key) => attempt(async () => (await redis.hget(`${prefix}:notes`, hashOf(key))) ?? undefined, undefined),
    writeNote: (key, value) =>
      attempt(async () => void (await redis.hset(`${prefix}:notes`, hashOf(key), value)), undefined),
    fault: () => fault,
    async close() {
      redis.removeAllListeners();
      redis.on('error', () => undefined);
      redis.disconnect();
    },
  };
}

function readAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address !== undefined && /^rediss?:$/.test(address.protocol) && address.hostname !== '') return address;
  throw usageFailure(
    `${inputName('cache-url')} is not the address of a Redis or Valkey server`,
    'Write redis://host:6379/0, with TLS rediss://user:password@host:6380/0.',
  );
}

function keyOf(kind: string, { registry, path }: RepositoryName, account: string): string {
  return `${prefix}:${kind}:${registry.host}/${path}:${hashOf(account)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function tagsIn(text: string | null, now: Date): KeptTags | undefined {
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || !Array.isArray(value.tags)) throw new Error('a kept list has another form');
  const fetched = new Date(String(value.fetched));
  const areTags = value.tags.every((tag) => typeof tag === 'string' && isTag(tag));
  return areTags && fetched <= now ? { tags: value.tags, fetched } : undefined;
}
