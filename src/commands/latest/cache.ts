import { isDigest } from '../../images/digest.js';
import { isTag, type RepositoryName } from '../../images/name.js';
import { isObject, parseJson } from '../../lib/json.js';
import type { Context } from '../command.js';
import { type CacheFolder, cacheFile, wholeName } from '../shared/cache/folder.js';

/** The cache of each repository and account: lists for a while, and digests to compare with. */
export interface Cache {
  readTags(name: RepositoryName, account: string): Promise<KeptTags | undefined>;
  /** @returns true if they have been written */
  writeTags(name: RepositoryName, account: string, tags: readonly string[]): Promise<boolean>;
  /** The digest that the tag had when it was last looked at. */
  readDigest(name: RepositoryName, account: string, tag: string): Promise<string | undefined>;
  writeDigest(name: RepositoryName, account: string, tag: string, digest: string): Promise<boolean>;
}

export interface KeptTags {
  readonly tags: readonly string[];
  readonly fetched: Date;
}

/** Of the files' form: another one is not read. */
const version = 1;
/** A list of 100,000 tags of the longest kind has less. */
const mostBytes = 16 * 1024 * 1024;

export function createCache(folder: CacheFolder, { now }: Pick<Context, 'now'>): Cache {
  const read = <T>(file: string, name: RepositoryName, pick: (value: Record<string, unknown>) => T | undefined) =>
    folder.read(file, mostBytes, (bytes) => {
      const value = parseJson(bytes);
      const isOurs = isObject(value) && value.version === version && value.name === wholeName(name);
      return isOurs ? pick(value) : undefined;
    });
  const write = (file: string, name: RepositoryName, value: Record<string, unknown>) =>
    folder.write(file, JSON.stringify({ version, name: wholeName(name), fetched: now().toISOString(), ...value }));
  const tagsFile = (name: RepositoryName, account: string) => cacheFile('tags', name, 'json', [account, '']);
  const digestFile = (name: RepositoryName, account: string, tag: string) =>
    cacheFile('digest', name, 'json', [account, tag]);
  return {
    readTags: (name, account) => read(tagsFile(name, account), name, (value) => keptTags(value, now())),
    writeTags: (name, account, tags) => write(tagsFile(name, account), name, { tags }),
    readDigest: (name, account, tag) =>
      read(digestFile(name, account, tag), name, ({ digest }) =>
        typeof digest === 'string' && isDigest(digest) ? digest : undefined,
      ),
    writeDigest: (name, account, tag, digest) => write(digestFile(name, account, tag), name, { tag, digest }),
  };
}

function keptTags({ tags, fetched }: Record<string, unknown>, now: Date): KeptTags | undefined {
  const time = new Date(typeof fetched === 'string' ? fetched : Number.NaN);
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
  return areTags && time <= now ? { tags, fetched: time } : undefined;
}
