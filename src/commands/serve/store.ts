import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryName } from '../../images/name.js';
import { replaceFile } from '../../lib/replace-file.js';
import { isObject } from '../../registries/oci/manifest.js';
import type { Context } from '../command.js';
import { type KeptTags, openCache } from '../latest/cache.js';

/** Where lists and notes outlive the process. What it cannot do is reported by `fault`: the service goes on from memory. */
export interface Store {
  /** For people: `memory`, `the folder /var/lib/image-gate`, `redis.example.com:6379`. */
  readonly title: string;
  /** @param account whose list it is: what one may read another may not */
  readTags(name: RepositoryName, account: string): Promise<KeptTags | undefined>;
  writeTags(name: RepositoryName, account: string, tags: readonly string[]): Promise<void>;
  /**
   * Claims work that one of several instances is to do.
   * @param milliseconds after which the claim ends by itself
   * @returns undefined while another instance has it, else how to give it back
   */
  claim(work: string, milliseconds: number): Promise<(() => Promise<void>) | undefined>;
  /** A short text that was kept under this key. */
  readNote(key: string): Promise<string | undefined>;
  writeNote(key: string, value: string): Promise<void>;
  /** Why it does not work at present. */
  fault(): string | undefined;
  close(): Promise<void>;
}

/** One process is the only one that has it. */
const claimAlone: Store['claim'] = async () => async () => undefined;

/** Keeps lists nowhere: those in use are in the memory of the service. */
export function createMemoryStore(): Store {
  const notes = new Map<string, string>();
  return {
    title: 'memory',
    readTags: async () => undefined,
    writeTags: async () => undefined,
    claim: claimAlone,
    readNote: async (key) => notes.get(key),
    writeNote: async (key, value) => void notes.set(key, value),
    fault: () => undefined,
    close: async () => undefined,
  };
}

const notesFile = 'notes.json';
/** The notes of some ten thousand images. */
const mostNotes = 50_000;

/** Keeps them in files. One process writes them; others may read. @throws Failure (usage) for a folder that cannot be made */
export async function openFolderStore(folder: string, context: Pick<Context, 'log' | 'now'>): Promise<Store> {
  let fault: string | undefined;
  const { readTags, writeTags } = await openCache(folder, context);
  const path = join(folder, notesFile);
  const notes = await readNotes(path).catch((thrown: Error) => {
    context.log.warn(`${path} cannot be read, and is not used: ${thrown.message}`);
    return new Map<string, string>();
  });
  let writing: Promise<void> = Promise.resolve();

  /** One after the other: a later write has all that an earlier one has. */
  function save(): Promise<void> {
    const text = () => JSON.stringify({ version: 1, notes: Object.fromEntries(notes) });
    writing = writing
      .then(() => replaceFile(path, text(), 0o600, 'replaced'))
      .then(
        () => {
          fault = undefined;
        },
        (thrown: Error) => {
          if (fault === undefined) context.log.warn(`${path} cannot be written: ${thrown.message}`);
          fault = `${path} cannot be written: ${thrown.message}`;
        },
      );
    return writing;
  }

  return {
    title: `the folder ${folder}`,
    readTags,
    writeTags,
    claim: claimAlone,
    readNote: async (key) => notes.get(key),
    async writeNote(key, value) {
      // The newest at the end; the oldest goes.
      notes.delete(key);
      notes.set(key, value);
      const [oldest] = notes.keys();
      if (notes.size > mostNotes && oldest !== undefined) notes.delete(oldest);
      await save();
    },
    fault: () => fault,
    close: () => writing,
  };
}

async function readNotes(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  const value: unknown = text === undefined ? { version: 1, notes: {} } : JSON.parse(text);
  if (!isObject(value) || value.version !== 1 || !isObject(value.notes)) throw new Error('it has another form');
  return new Map(Object.entries(value.notes).flatMap(([key, note]) => (typeof note === 'string' ? [[key, note]] : [])));
}
