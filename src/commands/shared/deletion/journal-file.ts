import { type FileHandle, open, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { RegistryName } from '../../../images/name.js';
import { isManifestOf } from '../../../images/signed-manifest.js';
import { Failure, usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { code, type Markdown, markdown } from '../../../reports/markdown.js';
import { type JournalEntry, journalEnd, journalHead, journalLine, longestJournal } from '../../../retention/journal.js';

/** A journal that is being written. */
export interface JournalWriter {
  /** The file as it was named. */
  readonly path: string;
  /** @throws Failure (server) for a manifest whose bytes do not have its digest: it could not be put back */
  add(entry: JournalEntry): Promise<void>;
  /**
   * Writes an end and waits until all of it is on the disk: only manifests that were added before may be deleted then.
   * More may be added afterwards.
   */
  seal(): Promise<void>;
  close(): Promise<void>;
  /** Takes the file away again, when nothing was deleted after all. */
  discard(): Promise<void>;
}

/** `image-gate-journal-20260102T030405678Z.jsonl`, in the working directory. */
export function journalName(now: Date): string {
  return `image-gate-journal-${now.toISOString().replaceAll(/[-:.]/g, '')}.jsonl`;
}

/** @throws Failure (usage) if such a file exists: a journal is never written over. */
export async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).then(
    () => true,
    () => false,
  );
  if (found) throw exists(path);
}

/**
 * Makes the file, which only its owner may read and which must be new.
 * @throws Failure (usage) when it exists or cannot be written; so do the writer's methods.
 */
export async function createJournal(path: string, registry: RegistryName, created: Date): Promise<JournalWriter> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? exists(path) : unwritable(path, error);
  });
  let manifests = 0;
  let bytes = 0;
  let sealed = false;
  let last = Promise.resolve();
  // One line after the other, however many are given at once.
  const write = (text: string) => {
    bytes += text.length;
    if (bytes > longestJournal) return Promise.reject(tooLong(path));
    last = last.then(() => guarded(path, () => file.writeFile(text)));
    return last;
  };
  async function discard(): Promise<void> {
    await file.close().catch(() => undefined);
    await unlink(path).catch(() => undefined);
  }
  const home = `${registry.plainHttp ? 'http://' : ''}${registry.host}`;
  await write(journalHead({ registry: home, created })).catch(async (error: unknown) => {
    await discard();
    throw error;
  });
  return {
    path,
    async add(entry) {
      if (!isManifestOf(entry.bytes, entry.digest)) throw unverified(entry.digest);
      manifests += 1;
      await write(journalLine(entry));
    },
    async seal() {
      await write(journalEnd(manifests));
      await guarded(path, () => file.sync());
      if (!sealed) await syncFolder(path);
      sealed = true;
    },
    close: () => file.close(),
    discard,
  };
}

/** The file's name is in the folder, which is on disk only when it is synced too; not every system can. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(dirname(resolve(path)), 'r');
    await folder.sync();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw unwritable(path, error);
  } finally {
    await folder?.close();
  }
}

async function guarded(path: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    throw unwritable(path, error);
  });
}

/** Only of a signed schema 1 manifest, whose digest is taken as the registry gives it. */
function unverified(digest: string): Failure {
  return new Failure('server', {
    operation: `Writing ${digest} into the journal`,
    reason: 'its bytes have another digest, and could not be put back; nothing was deleted',
    advice: 'Leave this image out.',
  });
}

function exists(path: string): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} already exists, and is not overwritten`,
    'Name another file, or move this one away.',
  );
}

function tooLong(path: string): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} would have more than ${longestJournal} bytes, which restore could not read`,
    `Nothing was deleted: prune in parts, by ${inputName('older-than')} or ${inputName('include')} first.`,
  );
}

function unwritable(path: string, error: unknown): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} cannot be written: ${(error as Error).message}`,
    'Nothing is deleted without it: name a file in a folder that can be written to.',
  );
}

/** For a log: where the journal is, and what it is for; undefined if none exists. */
export function journalWords(journal: string | undefined): string | undefined {
  if (journal === undefined) return undefined;
  return `Journal: ${journal}. Keep it: image-gate restore ${journal} restores the deleted images.`;
}

/** For a summary: the same, and that the runner loses its files. */
export function journalNote(journal: string | undefined): Markdown | undefined {
  if (journal === undefined) return undefined;
  return markdown`Journal: ${code(journal)}. Keep it, with ${code('actions/upload-artifact')} for example: ${code(`image-gate restore ${journal}`)} restores the deleted images.`;
}
