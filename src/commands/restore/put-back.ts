import { asFailure } from '../../errors.js';
import { formatRepository, type RepositoryName } from '../../images/name.js';
import type { GhcrPackages } from '../../registries/ghcr-packages.js';
import type { Repository } from '../../registries/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { JournalEntry } from '../../retention/journal.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { Restored, RestoreResult } from './outcome.js';

const atOnce = 8;

/** One repository of a journal. */
export interface Place {
  readonly repository: RepositoryName;
  readonly access: Repository;
  /** Where deleted manifests lie for a while, and are taken from. */
  readonly packages: Pick<GhcrPackages, 'versions' | 'restoreVersion'> | undefined;
  /** In the journal's order: children before the index that lists them. */
  readonly entries: readonly JournalEntry[];
}

/**
 * Puts manifests back, children first, then those with tags, at their tags. A tag that is on another image now is left
 * there. What is there already is left too: it can be run twice.
 */
export async function putBack(places: readonly Place[], dryRun: boolean, context: Context): Promise<RestoreResult> {
  const done: Restored[] = [];
  const tell = nowAndThen(context);
  const total = places.reduce((sum, { entries }) => sum + entries.length, 0);
  let entriesDone = 0;
  try {
    for (const place of places) {
      const revive = reviver(place);
      for (const entry of place.entries) {
        done.push(...(await putOne(entry, place, revive, dryRun)));
        entriesDone += 1;
        tell(() => `${formatRepository(place.repository)}: ${entriesDone} of ${countOf(total, 'manifest')} looked at`, {
          done: entriesDone,
          total,
        });
      }
    }
  } catch (thrown) {
    const failure = context.signal.aborted ? asFailure(context.signal.reason) : asFailure(thrown);
    return { entries: done, dryRun, failure };
  }
  return { entries: done, dryRun, failure: undefined };
}

async function putOne(
  { digest, mediaType, tags, bytes }: JournalEntry,
  { repository, access }: Place,
  revive: (digest: string) => Promise<boolean>,
  dryRun: boolean,
): Promise<readonly Restored[]> {
  const manifest = { bytes, descriptor: { mediaType, digest, size: bytes.length } };
  // All are looked at before anything is done: what is revived comes back with all its tags.
  const heads = await eachOf(tags.length === 0 ? [digest] : tags, atOnce, async (reference) => ({
    reference,
    now: await access.head(reference),
  }));
  return eachOf(heads, 1, async ({ reference, now }): Promise<Restored> => {
    const about = { repository, digest, tag: reference === digest ? undefined : reference, reason: '' };
    if (now?.digest === digest) return { ...about, kind: 'there' };
    if (now !== undefined) return { ...about, kind: 'moved', reason: `it is on ${now.digest} now` };
    if (dryRun) return { ...about, kind: 'planned' };
    if ((await revive(digest)) && (await access.head(reference))?.digest === digest) {
      return { ...about, kind: 'restored' };
    }
    const put = await access.putManifest(reference, manifest);
    if (put.kind === 'incomplete') return { ...about, kind: 'lost', reason: put.failure.message };
    return { ...about, kind: 'restored' };
  });
}

/**
 * Takes a manifest out of where its registry keeps what was deleted; the list of that is read when first needed.
 * @returns false where there is no such place, or the manifest is not in it
 */
function reviver({ packages }: Place): (digest: string) => Promise<boolean> {
  const revived = new Map<string, boolean>();
  let deleted: Promise<ReadonlyMap<string, number>> | undefined;
  return async (digest) => {
    const known = revived.get(digest);
    if (packages === undefined || known !== undefined) return known ?? false;
    deleted ??= readDeleted(packages);
    const id = (await deleted).get(digest);
    const back = id !== undefined && (await packages.restoreVersion(id)) === 'restored';
    revived.set(digest, back);
    return back;
  };
}

async function readDeleted(packages: Pick<GhcrPackages, 'versions'>): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for await (const { digest, id } of packages.versions('deleted')) ids.set(digest, id);
  return ids;
}
