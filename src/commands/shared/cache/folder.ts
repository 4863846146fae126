import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { replaceFile } from '../../../lib/replace-file.js';
import type { Context } from '../../command.js';

/**
 * Files about repositories, in the folder of `cache-dir`. Each is replaced as a whole, so that steps that run at the
 * same time can share the folder. A file that cannot be read or written is a warning: the registry answers instead.
 */
export interface CacheFolder {
  /**
   * @param most bytes; a larger file is not read
   * @param parse returns undefined for any other file, and throws for an unreadable one
   * @returns undefined where no file can be used
   */
  read<T>(
    file: string,
    most: number,
    parse: (bytes: Buffer) => T | undefined | Promise<T | undefined>,
  ): Promise<T | undefined>;
  /** @returns true if it has been written */
  write(file: string, content: string | AsyncIterable<Buffer>): Promise<boolean>;
}

/**
 * @param folder undefined: nothing is cached
 * @throws Failure (usage) where the folder does not exist and cannot be made
 */
export async function openCacheFolder(
  folder: string | undefined,
  { log }: Pick<Context, 'log'>,
): Promise<CacheFolder | undefined> {
  if (folder === undefined) return undefined;
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw usageFailure(
      `${inputName('cache-dir')} ${JSON.stringify(folder)} cannot be used: ${error.message}`,
      'Name another folder.',
    );
  });
  return {
    async read(file, most, parse) {
      const path = join(folder, file);
      try {
        const bytes = await readOrdinary(path, most);
        if (bytes === undefined) return undefined;
        const parsed = await parse(bytes);
        if (parsed !== undefined) return parsed;
        log.warn(`${path} is damaged, and is not used`);
      } catch (error) {
        log.warn(`${path} cannot be read, and is not used: ${(error as Error).message}`);
      }
      return undefined;
    },
    async write(file, content) {
      const path = join(folder, file);
      return replaceFile(path, content, 0o600, 'replaced').then(
        () => true,
        (error: Error) => {
          log.warn(`${path} cannot be written: ${error.message}`);
          return false;
        },
      );
    },
  };
}

/**
 * The name of a file: `tags-registry.example.com_acme_app-0123456789abcdef.json`. People recognize the repository, and
 * the hash makes it one for each.
 * @param parts what else it depends on
 */
export function cacheFile(
  kind: string,
  name: RepositoryName,
  extension: string,
  parts: readonly string[] = [],
): string {
  const whole = wholeName(name);
  const hash = createHash('sha256')
    .update([whole, ...parts].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return `${kind}-${whole.replace(/[^\w.-]/g, '_').slice(0, 100)}-${hash}.${extension}`;
}

/** The repository name inside a file: `registry.example.com/acme/app`. */
export function wholeName({ registry, path }: RepositoryName): string {
  return `${registry.host}/${path}`;
}

/** Undefined when the file does not exist. A folder that others can write to may hold links, pipes and huge files. */
async function readOrdinary(path: string, most: number): Promise<Buffer | undefined> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new Error('it is not a regular file');
  if (found.size > most) throw new Error(`it has ${found.size} bytes, and at most ${most} are read`);
  return readFile(path);
}
