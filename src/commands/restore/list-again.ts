import { asFailure, type Failure } from '../../lib/errors.js';
import { entriesOf, isReferrersTag, type ReferrerEntry } from '../../registries/oci/fallback-index.js';
import { parseManifest } from '../../registries/oci/manifest.js';
import { addToReferrersTag, listReferrersAtTag } from '../../registries/oci/referrers-tag.js';
import type { PlainManifest, Repository } from '../../registries/oci/repository.js';
import type { JournalEntry } from '../../retention/journal.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import type { Restored } from './outcome.js';

/** The manifests that have been put back in one repository. */
export interface PutBack {
  readonly access: Repository;
  readonly entries: readonly JournalEntry[];
  readonly outcomes: readonly Restored[];
  /** Digests of referrers that the registry lists by itself. */
  readonly noted: ReadonlySet<string>;
  readonly dryRun: boolean;
}

/** The outcomes, as they are then. */
export interface ListedAgain {
  readonly outcomes: readonly Restored[];
  readonly failure: Failure | undefined;
}

/**
 * Puts referrers back into the indexes that clients keep where a registry has no referrers API: an index that is
 * another one now gets the entries that it lacks, and so does one that a referrer was taken out of when it was deleted.
 */
export async function listAgain(
  putBack: PutBack,
  { log, signal }: Pick<Context, 'log' | 'signal'>,
): Promise<ListedAgain> {
  let failure: Failure | undefined;
  const failed = (outcome: Restored, thrown: unknown): Restored => {
    const error = signal.aborted ? asFailure(signal.reason) : asFailure(thrown);
    failure ??= error;
    return { ...outcome, kind: 'failed', reason: error.message };
  };
  const merged = await mapConcurrent(putBack.outcomes, 1, (outcome) =>
    mergeIndex(outcome, putBack).catch((thrown: unknown) => failed(outcome, thrown)),
  );
  const errors = new Map<string, unknown>();
  for (const [subject, referrers] of putBack.dryRun ? [] : unnotedOf(merged, putBack)) {
    try {
      await addMissing(putBack.access, subject, referrers, log);
    } catch (thrown) {
      for (const { descriptor } of referrers) errors.set(descriptor.digest, thrown);
    }
  }
  const outcomes = merged.map((one) => (errors.has(one.digest) ? failed(one, errors.get(one.digest)) : one));
  return { outcomes, failure };
}

/**
 * An index of referrers that could not be put at its tag as it was: its entries are added to the one that exists.
 */
async function mergeIndex(outcome: Restored, { access, entries, outcomes, dryRun }: PutBack): Promise<Restored> {
  const { tag, kind, digest } = outcome;
  if (tag === undefined || !isReferrersTag(tag) || !['moved', 'lost'].includes(kind)) return outcome;
  const journaled = entries.find((entry) => entry.digest === digest);
  const there = await access.manifest(tag);
  if (journaled === undefined || (there !== undefined && there.content.kind !== 'index')) return outcome;
  const known = new Set((there === undefined ? [] : entriesOf(there)).map((entry) => entry.digest));
  const lacking = entriesOf(journaled).filter((entry) => !known.has(entry.digest));
  const back = new Set(outcomes.filter((one) => one.kind !== 'failed' && one.kind !== 'lost').map((one) => one.digest));
  const present = await mapConcurrent(lacking, 1, async (entry): Promise<readonly ReferrerEntry[]> => {
    const named = String(entry.digest);
    return back.has(named) || (await access.head(named)) !== undefined ? [entry] : [];
  });
  const added = present.flat();
  if (added.length === 0) return there === undefined ? outcome : { ...outcome, kind: 'there', reason: '' };
  const reason = 'added to the existing index of referrers';
  if (dryRun) return { ...outcome, kind: 'planned', reason };
  const change = await addToReferrersTag(access, tag, added);
  if (change.kind !== 'changed') return { ...outcome, kind: 'there', reason: '' };
  return { ...outcome, kind: 'restored', digest: change.digest, reason };
}

/** By their subject, the referrers that exist again, and that the registry has not reported to list itself. */
function unnotedOf(outcomes: readonly Restored[], { entries, noted }: PutBack) {
  const back = new Set(outcomes.filter(({ kind }) => kind === 'restored' || kind === 'there').map((one) => one.digest));
  const bySubject = new Map<string, PlainManifest[]>();
  for (const entry of entries) {
    if (!back.has(entry.digest) || noted.has(entry.digest)) continue;
    const subject = parseManifest(entry.bytes, entry.mediaType, entry.digest)?.subject;
    if (subject !== undefined) bySubject.set(subject, [...(bySubject.get(subject) ?? []), manifestOf(entry)]);
  }
  return bySubject;
}

function manifestOf({ bytes, mediaType, digest }: JournalEntry): PlainManifest {
  return { bytes, descriptor: { mediaType, digest, size: bytes.length } };
}

async function addMissing(
  access: Repository,
  subject: string,
  referrers: readonly PlainManifest[],
  log: Context['log'],
): Promise<void> {
  const listed = new Set((await access.referrers(subject)).map(({ digest }) => digest));
  const missing = referrers.filter(({ descriptor }) => !listed.has(descriptor.digest));
  if (missing.length > 0) await listReferrersAtTag(access, subject, missing, log.warn);
}
