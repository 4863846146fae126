import { asFailure, Failure } from '../../errors.js';
import { formatImage, formatRepository } from '../../images/name.js';
import { countOf } from '../../reports/quantities.js';
import type { TaggedImage } from '../../retention/image.js';
import { deletedTags, type Plan } from '../../retention/plan.js';
import { createReach, relationsOf } from '../../retention/relations.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import { createLookout, type Lookout } from '../lookout.js';
import { listDigests } from './inventory.js';
import type { PrunedRepository } from './outcome.js';
import type { Planned } from './planning.js';
import { createRemover, type Remover } from './removal.js';

const atOnce = 8;
/** Manifests without tags that are deleted between two looks at the tags. */
const together = 50;
/** Tags that are asked for one by one; the list of a registry that has one may be behind. */
const mostAsked = 1000;

/** The images that the plan deletes, ordinary ones first, the oldest first; then what refers to them. */
export function doomedOf({ verdicts }: Plan): readonly TaggedImage[] {
  const going = verdicts.filter(({ fate }) => fate === 'deleted');
  const ordinary = going.filter(({ artefact }) => !artefact).reverse();
  return [...ordinary, ...going.filter(({ artefact }) => artefact)].map(({ image }) => image);
}

/**
 * Deletes what the plan deletes, signatures after what they sign, what has no tags last; then looks whether all is there
 * that has to be. What goes wrong is in the result.
 * @param journaled digests that are in the journal: nothing else is deleted
 */
export async function carryOut(
  planned: Planned,
  journaled: ReadonlySet<string>,
  context: Context,
): Promise<PrunedRepository> {
  const { opened, inventory, plan } = planned;
  const { name: repository, driver } = opened;
  const tell = nowAndThen(context);
  const total = deletedTags(plan);
  let done = 0;
  const onDeleted = (tag: string) => {
    lookout.left(tag);
    done += 1;
    tell(() => `${formatRepository(repository)}: ${done} of ${countOf(total, 'tag')} deleted`, { done, total });
  };
  const known = new Map(inventory.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest] as const)));
  const lookout = createLookout({ access: opened.oci, driver, now: context.now, known });
  const remover = createRemover({ opened, lookout, context, onDeleted });
  const cleared: string[] = [];
  let failure: Failure | undefined;
  try {
    const leftovers = await removeInOrder(planned, remover, lookout);
    const known = leftovers.filter((digest) => journaled.has(digest));
    if (remover.stopped() === undefined) await clear(known, planned, lookout, cleared);
    if (remover.changed() && !context.signal.aborted) await verify(planned);
  } catch (thrown) {
    failure = asFailure(thrown);
  }
  return {
    repository,
    plan,
    removals: remover.removals,
    cleared,
    changed: remover.changed() || cleared.length > 0,
    failure: context.signal.aborted ? asFailure(context.signal.reason) : (remover.stopped() ?? failure),
  };
}

/** @returns the leftovers that nothing needs which was left alone, for whatever reason */
async function removeInOrder(
  { inventory, plan, leftovers }: Planned,
  remover: Remover,
  lookout: Lookout,
): Promise<readonly string[]> {
  const artefacts = new Set(plan.verdicts.filter(({ artefact }) => artefact).map(({ image }) => image.digest));
  const doomed = doomedOf(plan);
  const ordinary = doomed.filter(({ digest }) => !artefacts.has(digest));
  await remover.remove(ordinary);
  if (remover.stopped() !== undefined || (ordinary.length === doomed.length && leftovers.length === 0)) return [];

  const standing = createReach(relationsOf(inventory.images, inventory.graph));
  const free = new Set(await lookout.free(ordinary.map(({ digest }) => digest)));
  for (const { digest, tags } of ordinary) {
    const gone = free.has(digest) && tags.every((tag) => remover.removals.get(tag)?.kind === 'deleted');
    if (!gone) standing.add(digest, tags[0] ?? digest);
  }
  const others = doomed.filter(({ digest }) => artefacts.has(digest));
  for (const one of others) if (standing.has(one.digest)) remover.leave(one, 'what it refers to was left alone');
  await remover.remove(others.filter(({ digest }) => !standing.has(digest)));
  return leftovers.filter((digest) => !standing.has(digest));
}

/**
 * What lists before what it lists, and one after the other: GitHub wants it slow. One stays when somebody has come to need
 * it, or anything that leads to it: the image that it signs.
 */
async function clear(
  digests: readonly string[],
  { opened, inventory }: Planned,
  lookout: Lookout,
  cleared: string[],
): Promise<void> {
  const { leadingTo } = relationsOf(inventory.images, inventory.graph);
  for (let at = 0; at < digests.length; at += together) {
    const some = digests.slice(at, at + together).map((digest) => ({ digest, all: [digest, ...leadingTo(digest)] }));
    const free = new Set(await lookout.stillFree(some.flatMap(({ all }) => all)));
    for (const { digest, all } of some) {
      if (!all.every((one) => free.has(one))) continue;
      const { kind } = await opened.driver.deleteManifest(digest);
      if (kind !== 'unsupported') cleared.push(digest);
    }
  }
}

/**
 * A 202 is a promise: every tag that was to stay must still be there. One that is on another digest was pushed again.
 * @throws Failure (server) naming those that are gone
 */
async function verify({ opened: { name, oci, driver }, plan }: Planned): Promise<void> {
  const kept = plan.verdicts.filter(({ fate }) => fate !== 'deleted').flatMap(({ image }) => image.tags);
  const listed = kept.length > mostAsked ? await listDigests(driver) : undefined;
  const found = await eachOf(kept, atOnce, async (tag) => {
    const there = listed?.has(tag) || (await oci.head(tag)) !== undefined;
    return there ? [] : [formatImage({ ...name, tag })];
  });
  const gone = found.flat();
  if (gone.length === 0) return;
  const names = `${gone.slice(0, 10).join(', ')}${gone.length > 10 ? ` and ${gone.length - 10} more` : ''}`;
  throw new Failure('server', {
    asked: `Looking at ${names} after the deletes`,
    answered: `${gone.length === 1 ? 'it is' : 'they are'} gone too, although the plan keeps ${gone.length === 1 ? 'it' : 'them'}: the registry took more than was requested, or somebody else did`,
    advice:
      'Look at it at once. What is in the journal image-gate restore brings back; what is not has to be pushed again.',
  });
}
