import { asFailure, Failure } from '../../errors.js';
import { formatImage, formatRepository, type RepositoryName } from '../../images/name.js';
import type { Deleter } from '../../registries/deleter.js';
import type { Repository } from '../../registries/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { TaggedImage } from '../../retention/image.js';
import { deletedTags, type Plan } from '../../retention/plan.js';
import { createReach, relationsOf } from '../../retention/relations.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import { createLookout, type Lookout } from './lookout.js';
import type { PrunedRepository } from './outcome.js';
import { createRemover } from './removal.js';
import type { Stock } from './stock.js';

/** A repository with its plan, and all that it takes to carry it out. */
export interface Planned {
  readonly repository: RepositoryName;
  readonly access: Repository;
  readonly stock: Stock;
  readonly plan: Plan;
}

const atOnce = 8;
/** Manifests without tags that are deleted between two looks at the tags. */
const together = 50;

/** The images that the plan deletes: the oldest first, then what refers to them. */
export function doomedOf({ verdicts }: Plan): readonly TaggedImage[] {
  const going = verdicts.filter(({ fate }) => fate === 'deleted');
  const ordinary = going.filter(({ artefact }) => !artefact).reverse();
  return [...ordinary, ...going.filter(({ artefact }) => artefact)].map(({ image }) => image);
}

/**
 * Deletes what the plan deletes, signatures after what they sign, what has no tags last; then looks whether all is there
 * that has to be. What goes wrong is in the result.
 */
export async function carryOut(planned: Planned, deleter: Deleter, context: Context): Promise<PrunedRepository> {
  const { repository, access, stock, plan } = planned;
  const tell = nowAndThen(context);
  const total = deletedTags(plan);
  let done = 0;
  const onDeleted = () => {
    done += 1;
    tell(() => `${formatRepository(repository)}: ${done} of ${countOf(total, 'tag')} deleted`, { done, total });
  };
  const tagsOn = deleter.tagsOn && ((digest: string) => deleter.tagsOn?.(repository, digest) ?? Promise.resolve([]));
  const lookout = createLookout(stock.images, access, context.now, tagsOn);
  const remover = createRemover({ repository, access, deleter, lookout, context, onDeleted });
  const doomed = doomedOf(plan);
  const artefacts = new Set(plan.verdicts.filter(({ artefact }) => artefact).map(({ image }) => image.digest));
  const ordinary = doomed.filter(({ digest }) => !artefacts.has(digest));
  await remover.remove(ordinary);

  // What was left alone, for whatever reason, keeps what belongs to it.
  const standing = createReach(relationsOf(stock.images, stock.graph));
  for (const { digest, tags } of ordinary) {
    const stays = tags.filter((tag) => !gone.includes(remover.removals.get(tag)?.kind ?? ''));
    for (const tag of stays) standing.add(digest, tag);
  }
  await remover.remove(doomed.filter(({ digest }) => artefacts.has(digest) && !standing.has(digest)));
  const leftovers = plan.leftovers.filter((digest) => !standing.has(digest));
  let cleared = 0;
  let failure = remover.stopped();
  try {
    if (deleter.clearsLeftovers && failure === undefined) cleared = await clear(leftovers, planned, deleter, lookout);
    if (done > 0 && !context.signal.aborted) await verify(planned);
  } catch (thrown) {
    failure ??= asFailure(thrown);
  }
  return {
    repository,
    plan,
    removals: remover.removals,
    cleared,
    failure: context.signal.aborted ? asFailure(context.signal.reason) : failure,
  };
}

/** The tag is not on its image any more, or nowhere: nothing of it keeps that image. */
const gone: readonly string[] = ['deleted', 'missing', 'moved'];

/** What lists before what it lists, and one after the other: GitHub wants it slow. @returns how many are gone */
async function clear(
  digests: readonly string[],
  { repository, access }: Planned,
  deleter: Deleter,
  lookout: Lookout,
): Promise<number> {
  let cleared = 0;
  for (let at = 0; at < digests.length; at += together) {
    for (const digest of await lookout.free(digests.slice(at, at + together))) {
      const { kind } = await deleter.digest(repository, access, digest);
      if (kind === 'deleted') cleared += 1;
    }
  }
  return cleared;
}

/**
 * A 202 is a promise: every tag that was to stay must still be there. One that is on another digest was pushed again.
 * @throws Failure (server) naming one that is gone
 */
async function verify({ repository, access, stock, plan }: Planned): Promise<void> {
  const kept = plan.verdicts.filter(({ fate }) => fate !== 'deleted').flatMap(({ image }) => image.tags);
  const listed = await stock.relist?.();
  await eachOf(kept, atOnce, async (tag) => {
    if (listed?.has(tag) || (await access.head(tag)) !== undefined) return;
    throw new Failure('server', {
      asked: `Looking at ${formatImage({ ...repository, tag })} after the deletes`,
      answered: 'it is gone too, although the plan keeps it: the registry took it away, or somebody else did',
      advice: 'If it was in the journal, image-gate restore brings it back; look at it at once.',
    });
  });
}
