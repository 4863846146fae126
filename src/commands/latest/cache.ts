import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDigest } from '../../images/digest.js';
import { isTag, type RepositoryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { replaceFile } from '../../lib/replace-file.js';
import { isObject } from '../../registries/oci/manifest.js';
import type { Context } from '../command.js';

/**
 * Small files in a folder, one for each repository and account. Each is replaced whole, so that steps that run side by
 * side may share the folder. What cannot be read or written is a warning: the registry is asked instead.
 */
export interface Cache {
  readTags(name: RepositoryName, account: string): Promise<KeptTags | undefined>;
  writeTags(name: RepositoryName, account: string, tags: readonly string[]): Promise<void>;
  /** The digest that the tag had when it was last looked at. */
  readDigest(name: RepositoryName, account: string, tag: string): Promise<string | undefined>;
  writeDigest(name: RepositoryName, account: string, tag: string, digest: string): Promise<void>;
}

export interface KeptTags {
  readonly tags: readonly string[];
  readonly fetched: Date;
}

/** Of the files' form: another one is not read. */
const version = 1;
/** A list of 100,000 tags of the longest kind has less. */
const mostBytes = 16 * 1024 * 1024;

/** @throws Failure (usage) when there is no such folder and none can be made */
export async function openCache(folder: string, { log, now }: Pick<Context, 'log' | 'now'>): Promise<Cache> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw usageFailure(
      `${inputName('cache-dir')} ${JSON.stringify(folder)} cannot be used: ${error.message}`,
      'Name another folder.',
    );
  });

  async function read<T>(file: string, name: string, pick: (value: Record<string, unknown>) => T | undefined) {
    const path = join(folder, file);
    try {
      const text = await readKept(path);
      if (text === undefined) return undefined;
      const value: unknown = JSON.parse(text);
      const isOurs = isObject(value) && value.version === version && value.name === name;
      const picked = isOurs ? pick(value) : undefined;
      if (picked !== undefined) return picked;
      log.warn(`${path} is not what was kept there, and is not used`);
    } catch (error) {
      log.warn(`${path} cannot be read, and is not used: ${(error as Error).message}`);
    }
    return undefined;
  }

  async function write(file: string, name: string, value: Record<string, unknown>): Promise<void> {
    const path = join(folder, file);
    const text = JSON.stringify({ version, name, fetched: now().toISOString(), ...value });
    await replaceFile(path, text, 0o600, 'replaced').catch((error: Error) =>
      log.warn(`${path} cannot be written: ${error.message}`),
    );
  }

  return {
    readTags: (name, account) =>
      read(fileOf('tags', name, account), wholeName(name), (value) => keptTags(value, now())),
    writeTags: (name, account, tags) => write(fileOf('tags', name, account), wholeName(name), { tags }),
    readDigest: (name, account, tag) =>
      read(fileOf('digest', name, account, tag), wholeName(name), ({ digest }) =>
        typeof digest === 'string' && isDigest(digest) ? digest : undefined,
      ),
    writeDigest: (name, account, tag, digest) =>
      write(fileOf('digest', name, account, tag), wholeName(name), { tag, digest }),
  };
}

/** Undefined when there is none. A cache that others could write to may hold links, pipes and mountains. */
async function readKept(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new Error('it is no ordinary file');
  if (found.size > mostBytes) throw new Error(`it has ${found.size} bytes, and at most ${mostBytes} are read`);
  return readFile(path, 'utf8');
}

function keptTags({ tags, fetched }: Record<string, unknown>, now: Date): KeptTags | undefined {
  const time = new Date(typeof fetched === 'string' ? fetched : Number.NaN);
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
  return areTags && time <= now ? { tags, fetched: time } : undefined;
}

/** `tags-registry.example.com_acme_app-0123456789abcdef.json`: to be recognized by people, and one for each of what is hashed. */
function fileOf(kind: string, name: RepositoryName, account: string, tag = ''): string {
  const whole = wholeName(name);
  const hash = createHash('sha256').update([whole, account, tag].join('\n')).digest('hex').slice(0, 16);
  return `${kind}-${whole.replace(/[^\w.-]/g, '_').slice(0, 100)}-${hash}.json`;
}

function wholeName({ registry, path }: RepositoryName): string {
  return `${registry.host}/${path}`;
}
