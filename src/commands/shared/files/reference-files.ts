import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import nodePath, { basename, dirname, join, resolve, sep } from 'node:path';
import type { WrittenImage } from '../../../images/found-reference.js';
import { isTag } from '../../../images/name.js';
import { imageReferences, type ReferenceFormat } from '../../../images/references.js';
import { type Failure, usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { mapConcurrent } from '../concurrency.js';

/** A reference, and its place: `k8s/app.yaml:12`; undefined for an entry that is one itself, or a bare word. */
export type GivenReference = WrittenImage & { readonly where: string | undefined };

const mostBytes = 10 * 1024 * 1024;
const atOnce = 8;
/** No folder at all. */
const anywhere = '';
const dockerfileName = /^(?:dockerfile|containerfile)|\.(?:dockerfile|containerfile)$/i;
const yamlName = /\.(?:ya?ml|jsonc?)$|^(?:docker-)?compose|^kustomization$/i;
/** `Dockerfile.dockerignore` is BuildKit's, and no Dockerfile. */
const otherName = /\.dockerignore$/i;
/** Folders that are not searched: packages of others, and the data of git. */
const otherFolders = ['node_modules', '.git'];

/**
 * Reads a list whose entries are image references, or files and folders that have some in them (see `imageReferences`).
 * A folder means all its Dockerfiles, YAML and JSON, at any depth. Any other text is returned as it is. The files
 * may be those of a pull request: a link in them leads to files beside them, and not to those of the machine.
 * @param input the input that has the list, for messages
 * @throws Failure (usage) for a file that is not there or cannot be read, for one that a link leads out to, and for a
 * folder without any
 */
export async function readReferences(entries: readonly string[], input: string): Promise<readonly GivenReference[]> {
  const found = await mapConcurrent(entries, atOnce, async (entry): Promise<readonly GivenReference[]> => {
    const kind = await kindOf(entry, input);
    if (kind === 'reference') return [{ kind: isTag(entry) ? 'word' : 'image', text: entry, where: undefined }];
    const root = await rootOf(entry, kind);
    const files = kind === 'folder' ? await filesIn(entry, root) : [entry];
    if (files.length === 0) {
      throw usageFailure(
        `${inputName(input)}: the folder ${JSON.stringify(entry)} has no Dockerfile, YAML or JSON file`,
      );
    }
    return (await mapConcurrent(files, 1, (file) => readOne(file, root))).flat();
  });
  return found.flat();
}

/**
 * True if a file or folder exists whose own name does not show that it is a file with images: `api`, `images`.
 */
export async function isAmbiguous(entry: string): Promise<boolean> {
  const found = await stat(entry).catch(() => undefined);
  if (found === undefined) return false;
  return found.isDirectory() || (formatOf(entry) === 'list' && !/\.txt$/i.test(entry));
}

async function kindOf(entry: string, input: string): Promise<'file' | 'folder' | 'reference'> {
  const found = await stat(entry).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
    throw unreadableFile(entry, error.message);
  });
  if (found?.isDirectory()) return 'folder';
  if (found !== undefined) return 'file';
  if (!/^\.{0,2}[\\/]|[\\/]$|\.(?:ya?ml|jsonc?|txt)$/i.test(entry)) return 'reference';
  throw usageFailure(
    `${inputName(input)}: the file ${JSON.stringify(entry)} does not exist`,
    'It is looked for in the working directory; in a workflow actions/checkout has to come first.',
  );
}

/**
 * The place where the files of an entry may be: in the working directory; those of a folder elsewhere, in the folder
 * that holds it; a file elsewhere, which may be the end of a pipe, is where its entry names it.
 */
async function rootOf(entry: string, kind: 'file' | 'folder'): Promise<string> {
  const whole = resolve(entry);
  if (isInside(whole, resolve('.'))) return guarded(entry, () => realpath('.'));
  return kind === 'folder' ? guarded(entry, () => realpath(dirname(whole))) : anywhere;
}

/** Its path, with all links followed. @throws Failure (usage) when that is not below `root` */
async function realInside(path: string, root: string): Promise<string> {
  if (root === anywhere) return path;
  const real = await guarded(path, () => realpath(path));
  if (isInside(real, root)) return real;
  throw unreadableFile(path, `a link leads to ${real}, which is not in ${root}`);
}

/** By name, each folder once, whatever links lead to it. */
async function filesIn(folder: string, root: string, seen = new Set<string>()): Promise<readonly string[]> {
  const real = await realInside(folder, root);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = [...(await guarded(folder, () => readdir(folder)))].sort();
  const found = await mapConcurrent(names, 1, async (name): Promise<readonly string[]> => {
    const path = join(folder, name);
    const isWanted = !otherName.test(name) && (dockerfileName.test(name) || yamlName.test(name));
    // A link that leads nowhere matters only where a file of its name would be read.
    const what = await stat(path).catch((error: Error) => {
      if (isWanted) throw unreadableFile(path, error.message);
      return undefined;
    });
    if (what?.isDirectory()) return otherFolders.includes(name) ? [] : filesIn(path, root, seen);
    return isWanted && what?.isFile() ? [path] : [];
  });
  return found.flat();
}

async function readOne(file: string, root: string): Promise<readonly GivenReference[]> {
  await realInside(file, root);
  const { size } = await guarded(file, () => stat(file));
  if (size > mostBytes) throw unreadableFile(file, `it has ${size} bytes, and at most ${mostBytes} are read`);
  const bytes = await guarded(file, () => readFile(file));
  const references = await imageReferences(textOf(bytes, file), formatOf(file), file);
  // With the slashes of everybody, also on Windows: it is read by other steps.
  const name = file.replaceAll(sep, '/');
  return references.map(({ line, ...reference }) => ({ ...reference, where: `${name}:${line}` }));
}

function formatOf(file: string): ReferenceFormat {
  const name = basename(file);
  if (yamlName.test(name)) return 'yaml';
  return dockerfileName.test(name) ? 'dockerfile' : 'list';
}

/** UTF-8, or UTF-16 as PowerShell's `>` writes it, by its byte order mark. */
function textOf(bytes: Buffer, file: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadableFile(file, 'it is not UTF-8 text');
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: Error) => {
    throw unreadableFile(path, error.message);
  });
}

function unreadableFile(path: string, why: string): Failure {
  return usageFailure(`${path} cannot be read: ${why}`, 'All files must be readable, because each may name an image.');
}

/** True if an absolute path is this folder, or below it. On another drive of Windows it is not. */
export function isInside(
  path: string,
  folder: string,
  { relative, isAbsolute, sep }: Pick<typeof nodePath, 'relative' | 'isAbsolute' | 'sep'> = nodePath,
): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
