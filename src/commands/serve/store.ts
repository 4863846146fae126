import type { RepositoryName } from '../../images/name.js';
import { isObject, parseJson } from '../../lib/json.js';
import type { Context } from '../command.js';
import { createCache, type KeptTags } from '../latest/cache.js';
import type { CacheFolder } from '../shared/cache/folder.js';
import { putLast } from './recent.js';

/**
 * A store for lists and notes that outlives the process. `fault` reports its failures: the service goes on from memory.
 */
export interface Store {
  /** For people: `memory`, `the folder /var/lib/image-gate`, `redis.example.com:6379`. */
  readonly title: string;
  /** @param account of the list: another account may have other permissions */
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
  /** The reason why it does not work at present. */
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
const mostBytes = 16 * 1024 * 1024;

/** Keeps them in files. One process writes them; others may read. */
export async function openFolderStore(
  folder: CacheFolder,
  title: string,
  context: Pick<Context, 'now'>,
): Promise<Store> {
  let works = true;
  const lists = createCache(folder, context);
  const notes = (await folder.read(notesFile, mostBytes, notesIn)) ?? new Map<string, string>();
  let writing: Promise<void> = Promise.resolve();

  /** One after the other: a later write has all that an earlier one has. */
  function save(): Promise<void> {
    writing = writing.then(async () => {
      works = await folder.write(notesFile, JSON.stringify({ version: 1, notes: Object.fromEntries(notes) }));
    });
    return writing;
  }

  return {
    title,
    readTags: lists.readTags,
    async writeTags(...list) {
      works = await lists.writeTags(...list);
    },
    claim: claimAlone,
    readNote: async (key) => notes.get(key),
    async writeNote(key, value) {
      putLast(notes, mostNotes, key, value);
      await save();
    },
    fault: () => (works ? undefined : 'a file could not be written'),
    close: () => writing,
  };
}

function notesIn(bytes: Buffer): Map<string, string> | undefined {
  const value = parseJson(bytes);
  if (!isObject(value) || value.version !== 1 || !isObject(value.notes)) return undefined;
  return new Map(Object.entries(value.notes).flatMap(([key, note]) => (typeof note === 'string' ? [[key, note]] : [])));
}
