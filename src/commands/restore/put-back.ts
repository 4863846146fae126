import { formatRepository, type RepositoryName } from '../../images/name.js';
import { asFailure, type Failure, type FailureKind } from '../../lib/errors.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { OpenRepository, Registry } from '../../registries/registry.js';
import { countOf } from '../../reports/quantities.js';
import type { JournalEntry } from '../../retention/journal.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { listAgain } from './list-again.js';
import type { Restored, RestoreResult } from './outcome.js';

/** One repository of a journal. */
export interface Place {
  readonly repository: RepositoryName;
  /** In the journal's order: children before the index that lists them. */
  readonly entries: readonly JournalEntry[];
}

const atOnce = 8;
/** Refusals one after the other after which the next would only be another. */
const mostRefusals = 3;
/** A failure that would be the same for every other manifest. */
const final: readonly FailureKind[] = ['authentication', 'network', 'timeout', 'cancelled', 'unsupported'];

/**
 * Puts manifests back, children first, then those with tags, at their tags. A tag that is on another image now is left
 * there; of an index of referrers the entries that it lacks are added. An existing one is left alone too: it can be run
 * twice. One that is refused does not keep the others.
 */
export async function putBack(
  places: readonly Place[],
  registry: Registry,
  dryRun: boolean,
  context: Context,
): Promise<RestoreResult> {
  const done: Restored[] = [];
  const reportProgress = throttledProgress(context);
  const total = places.reduce((sum, { entries }) => sum + entries.length, 0);
  let visited = 0;
  let refusals = 0;
  let first: Failure | undefined;
  let stopped = false;
  for (const place of places) {
    const access = registry.repository(place.repository, dryRun ? 'pull' : 'push');
    const revive = reviver(() => registry.open(place.repository, 'push'));
    const noted = new Set<string>();
    const outcomes: Restored[] = [];
    for (const entry of place.entries) {
      if (stopped) {
        outcomes.push(...failedOf(entry, place, 'not tried after the error before'));
        continue;
      }
      try {
        outcomes.push(...(await putOne(entry, place, { access, revive, noted, dryRun })));
        refusals = 0;
      } catch (thrown) {
        const failure = context.signal.aborted ? asFailure(context.signal.reason) : asFailure(thrown);
        first ??= failure;
        outcomes.push(...failedOf(entry, place, failure.message));
        refusals += 1;
        stopped = refusals >= mostRefusals || final.includes(failure.kind);
      }
      visited += 1;
      const words = () =>
        `${formatRepository(place.repository)}: ${visited} of ${countOf(total, 'manifest')} looked at`;
      reportProgress(words, { done: visited, total });
    }
    const found = stopped ? outcomes : await mapConcurrent(outcomes, 1, (one) => lookAgain(one, access));
    const listed = stopped ? undefined : await listAgain({ ...place, access, outcomes: found, noted, dryRun }, context);
    first ??= listed?.failure;
    done.push(...(listed?.outcomes ?? found));
  }
  return { entries: done, dryRun, failure: first };
}

/** A manifest that could not be pushed may have come back with the index that the registry has restored. */
async function lookAgain(outcome: Restored, access: Pick<Repository, 'head'>): Promise<Restored> {
  const { kind, tag, digest } = outcome;
  if (kind !== 'lost' || tag !== undefined || digest === undefined) return outcome;
  const head = await access.head(digest).catch(() => undefined);
  return head === undefined ? outcome : { ...outcome, kind: 'restored', reason: '' };
}

interface Putting {
  readonly access: Repository;
  /** Takes a manifest, with those of its tags that do not exist, out of where the registry keeps what was deleted. */
  readonly revive: (entry: Pick<JournalEntry, 'digest' | 'tags'>) => Promise<void>;
  /** Collects the digests of referrers that the registry lists by itself. */
  readonly noted: Set<string>;
  readonly dryRun: boolean;
}

async function putOne(
  entry: JournalEntry,
  place: Place,
  { access, revive, noted, dryRun }: Putting,
): Promise<readonly Restored[]> {
  const { digest, mediaType, bytes } = entry;
  const manifest = { bytes, descriptor: { mediaType, digest, size: bytes.length } };
  // All are looked at before anything is done: what is revived comes back with all its tags.
  const heads = await mapConcurrent(namesOf(entry), atOnce, async (name) => ({
    ...name,
    before: await seen(name.reference),
  }));

  const missing = heads.flatMap(({ tag, before }) => (tag !== undefined && before === 'missing' ? [tag] : []));

  async function seen(reference: string): Promise<'missing' | 'there' | string> {
    const head = await access.head(reference);
    return head === undefined ? 'missing' : head.digest === digest ? 'there' : head.digest;
  }

  return mapConcurrent(heads, 1, async ({ reference, tag, before }): Promise<Restored> => {
    const about = { repository: place.repository, digest, tag, reason: '' };
    if (before === 'there') return { ...about, kind: 'there' };
    if (before === 'missing' && dryRun) return { ...about, kind: 'planned' };
    if (before === 'missing') await revive({ ...entry, tags: missing });
    // Right before the put: a manifest that was pushed meanwhile is not written over.
    const now = before === 'missing' ? await seen(reference) : before;
    if (now === 'there') return { ...about, kind: 'restored' };
    if (now !== 'missing') return { ...about, kind: 'moved', reason: `it is on ${now} now` };
    const put = await access.putManifest(reference, manifest);
    if (put.kind === 'incomplete') return { ...about, kind: 'lost', reason: put.failure.message };
    if (put.subjectNoted) noted.add(digest);
    return { ...about, kind: 'restored' };
  });
}

function failedOf(entry: JournalEntry, { repository }: Place, reason: string): readonly Restored[] {
  return namesOf(entry).map(({ tag }) => ({ repository, digest: entry.digest, tag, kind: 'failed', reason }));
}

/** The tags; of a manifest without any its digest. */
function namesOf({ digest, tags }: JournalEntry): readonly { reference: string; tag: string | undefined }[] {
  return tags.length === 0 ? [{ reference: digest, tag: undefined }] : tags.map((tag) => ({ reference: tag, tag }));
}

/** Asks the registry once for each manifest. @param open once the registry has answered, which shows its driver */
function reviver(open: () => Promise<OpenRepository>): Putting['revive'] {
  const sent = new Set<string>();
  let opened: Promise<OpenRepository> | undefined;
  return async ({ digest, tags }) => {
    if (sent.has(digest)) return;
    sent.add(digest);
    opened ??= open();
    await (await opened).driver.undelete?.(digest, tags);
  };
}
