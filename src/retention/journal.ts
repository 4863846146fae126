import { isDigest } from '../images/digest.js';
import { isTag } from '../images/name.js';
import { isManifestOf } from '../images/signed-manifest.js';
import { Failure, usageFailure } from '../lib/errors.js';
import { isObject, parseJson } from '../lib/json.js';

/**
 * The journal: what is about to be deleted, so that it can be put back. JSON, one object a line: a head, one line for
 * each manifest, children before the index that lists them, and an end that counts them. After an end more may follow,
 * with another end: the next repository of a prune. docs/delete.md documents it.
 */
export interface Journal {
  readonly head: JournalHead;
  readonly entries: readonly JournalEntry[];
  /** True if it ends with an end. Manifests before an end are deleted only when that is on disk. */
  readonly complete: boolean;
}

export interface JournalHead {
  /** As the input `registry` takes it: `docker.io`, `http://localhost:5000`. */
  readonly registry: string;
  readonly created: Date;
}

/** One manifest. */
export interface JournalEntry {
  /** Its path in the registry: `acme/app`, `library/nginx`. */
  readonly repository: string;
  readonly digest: string;
  readonly mediaType: string;
  /** The tags on it that are to be deleted; none for the child of an index. */
  readonly tags: readonly string[];
  /** The bytes, unchanged, whose digest is `digest` (`isManifestOf`). */
  readonly bytes: Buffer;
}

const version = 1;
/** Bytes that are written and read: it is in memory as a whole when it is put back. */
export const longestJournal = 256 * 1024 * 1024;
/** RFC 6838, section 4.2. */
const mediaTypeGrammar = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;

/** The first line, with its line feed. */
export function journalHead({ registry, created }: JournalHead): string {
  return `${JSON.stringify({ journal: 'image-gate', version, registry, created: created.toISOString() })}\n`;
}

/** The line of one manifest, with its line feed. */
export function journalLine({ bytes, ...entry }: JournalEntry): string {
  return `${JSON.stringify({ ...entry, bytes: bytes.toString('base64') })}\n`;
}

/** The line that counts all manifests before it, with its line feed. */
export function journalEnd(manifests: number): string {
  return `${JSON.stringify({ end: true, manifests })}\n`;
}

/**
 * Reads a journal. Every manifest is checked against its digest; an unfinished last line is where a writer was killed.
 * @throws Failure (usage) naming the line that cannot be read.
 */
export function readJournal(text: string): Journal {
  if (/^\{\s*"format":\s*"image-gate-backup"/.test(text)) {
    throw usageFailure(
      'this is a backup, not a journal',
      'Give the file that delete or prune wrote: only in that are images.',
    );
  }
  const lines = text.split('\n');
  // Behind the last line feed is nothing, or what was cut off.
  lines.pop();
  const [first, ...rest] = lines.map((line, at) => object(line, at + 1));
  if (first?.journal !== 'image-gate') throw faulty(1, 'is not the head of a journal of Image Gate');
  if (first.version !== version)
    throw faulty(1, `has version ${JSON.stringify(first.version)}, and this program reads ${version}`);
  const created = new Date(typeof first.created === 'string' ? first.created : '');
  if (typeof first.registry !== 'string' || Number.isNaN(created.getTime())) {
    throw faulty(1, 'has no registry or no time');
  }
  const entries: JournalEntry[] = [];
  for (const [at, value] of rest.entries()) {
    if (value.end !== true) entries.push(readEntry(value, at + 2));
    else if (value.manifests !== entries.length)
      throw faulty(at + 2, 'does not have the number of manifests that its head names');
  }
  return { head: { registry: first.registry, created }, entries, complete: rest.at(-1)?.end === true };
}

function readEntry(value: Record<string, unknown>, line: number): JournalEntry {
  const { repository, digest, mediaType, tags, bytes } = value;
  if (typeof repository !== 'string' || typeof mediaType !== 'string' || !mediaTypeGrammar.test(mediaType)) {
    throw faulty(line, 'is not a manifest');
  }
  if (typeof digest !== 'string' || !isDigest(digest)) throw faulty(line, 'has no digest');
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && isTag(tag))) {
    throw faulty(line, 'has no list of tags');
  }
  const content = Buffer.from(typeof bytes === 'string' ? bytes : '', 'base64');
  if (!isManifestOf(content, digest)) throw faulty(line, 'does not match its digest');
  return { repository, digest, mediaType, tags, bytes: content };
}

function object(line: string, at: number): Record<string, unknown> {
  const value = parseJson(line);
  if (isObject(value)) return value;
  throw faulty(at, 'is not a JSON object');
}

function faulty(line: number, what: string): Failure {
  return new Failure('usage', {
    operation: '',
    reason: `line ${line} of the journal ${what}`,
    advice: 'Give the file as delete or prune wrote it.',
  });
}
