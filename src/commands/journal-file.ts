import { type FileHandle, open, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Failure, usageFailure } from '../errors.js';
import { type JournalEntry, type JournalHead, journalEnd, journalHead, journalLine } from '../retention/journal.js';

/** A journal that is being written. */
export interface JournalWriter {
  /** The file as it was named. */
  readonly path: string;
  add(entry: JournalEntry): Promise<void>;
  /** Writes the end and waits until all of it is on the disk. Nothing may be deleted before. */
  finish(): Promise<void>;
  /** Takes the file away again, when nothing was deleted after all. */
  discard(): Promise<void>;
}

/** `image-gate-journal-20260102T030405678Z.jsonl`, in the working directory. */
export function journalName(now: Date): string {
  return `image-gate-journal-${now.toISOString().replaceAll(/[-:.]/g, '')}.jsonl`;
}

/** @throws Failure (usage) when there is such a file: a journal is never written over. */
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
export async function createJournal(path: string, head: JournalHead): Promise<JournalWriter> {
  const file = await open(path, 'wx', 0o600).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'EEXIST' ? exists(path) : unwritable(path, fault);
  });
  let manifests = 0;
  let last = Promise.resolve();
  // One line after the other, however many are given at once.
  const write = (text: string) => {
    last = last.then(() => guarded(path, () => file.writeFile(text)));
    return last;
  };
  await write(journalHead(head));
  return {
    path,
    async add(entry) {
      manifests += 1;
      await write(journalLine(entry));
    },
    async finish() {
      await write(journalEnd(manifests));
      await guarded(path, () => file.sync());
      await file.close();
      await syncFolder(path);
    },
    async discard() {
      await file.close().catch(() => undefined);
      await unlink(path).catch(() => undefined);
    },
  };
}

/** The file's name is in the folder, which is on disk only when it is synced too; not every system can. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(dirname(resolve(path)), 'r');
    await folder.sync();
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw unwritable(path, fault);
  } finally {
    await folder?.close();
  }
}

async function guarded(path: string, work: () => Promise<void>): Promise<void> {
  await work().catch((fault: unknown) => {
    throw unwritable(path, fault);
  });
}

function exists(path: string): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} exists, and is not written over`,
    'Name another file, or move this one away.',
  );
}

function unwritable(path: string, fault: unknown): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} cannot be written: ${(fault as Error).message}`,
    'Nothing is deleted without it: name a file in a folder that can be written to.',
  );
}
