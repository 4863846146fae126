import { formatRepository } from '../../images/name.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import { inLevels } from '../../registries/oci/graph.js';
import { countOf } from '../../reports/quantities.js';
import type { TaggedImage } from '../../retention/image.js';
import { deletedTags, type Plan } from '../../retention/plan.js';
import { createReach, relationsOf } from '../../retention/relations.js';
import type { Context } from '../command.js';
import { createReferenceGuard, type ReferenceGuard } from '../shared/deletion/reference-guard.js';
import { createRemover, type Remover } from '../shared/deletion/remover.js';
import { verifyKept } from '../shared/deletion/verify.js';
import { throttledProgress } from '../shared/progress/collect.js';
import type { Journaled } from './journaling.js';
import type { PrunedRepository } from './outcome.js';
import type { Planned } from './planning.js';

/** Manifests without tags that are deleted between two looks at the tags. */
const together = 50;

/** The images that the plan deletes, ordinary ones first, the oldest first; then what refers to them. */
export function imagesToDelete({ verdicts }: Plan): readonly TaggedImage[] {
  const deleted = verdicts.filter(({ outcome }) => outcome === 'deleted');
  const ordinary = deleted.filter(({ referrer }) => !referrer).reverse();
  return [...ordinary, ...deleted.filter(({ referrer }) => referrer)].map(({ image }) => image);
}

/**
 * Deletes what the plan deletes, signatures after what they sign, manifests without tags last; then checks that everything
 * required exists. Errors are in the result.
 * @param journaled what is in the journal: nothing else is deleted
 */
export async function executePlan(planned: Planned, journaled: Journaled, context: Context): Promise<PrunedRepository> {
  const { opened, inventory, plan } = planned;
  const { name: repository, driver } = opened;
  const reportProgress = throttledProgress(context);
  const total = deletedTags(plan);
  let done = 0;
  const onDeleted = (tag: string) => {
    guard.deleted(tag);
    done += 1;
    reportProgress(() => `${formatRepository(repository)}: ${done} of ${countOf(total, 'tag')} deleted`, {
      done,
      total,
    });
  };
  const known = new Map(inventory.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest] as const)));
  const guard = createReferenceGuard({ oci: opened.oci, driver, known });
  const remover = createRemover({ opened, guard, signal: context.signal, onDeleted, leavesLocked: true });
  const deletedOrphans: string[] = [];
  let failure: Failure | undefined;
  try {
    for (const image of referrersOfKept(planned, journaled)) remover.leave(image, 'it refers to a kept image');
    const related = withSubjects(planned, journaled);
    const orphans = await removeInOrder(related, remover, guard);
    const written = orphans.filter((digest) => journaled.digests.has(digest));
    if (remover.stopped() === undefined) await deleteOrphans(written, related, guard, deletedOrphans);
    if (remover.changed() && !context.signal.aborted) await verifyKept(opened, keptTags(plan));
  } catch (thrown) {
    failure = asFailure(thrown);
  }
  return {
    repository,
    plan,
    removals: remover.removals,
    deletedOrphans,
    changed: remover.changed() || deletedOrphans.length > 0,
    failure: context.signal.aborted ? asFailure(context.signal.reason) : (remover.stopped() ?? failure),
  };
}

/** With what the manifests in the journal refer to. */
function withSubjects(planned: Planned, { subjects }: Journaled): Planned {
  const graph = new Map(planned.inventory.graph);
  for (const [digest, subject] of subjects) graph.set(digest, { children: [], ...graph.get(digest), subject });
  return { ...planned, inventory: { ...planned.inventory, graph } };
}

/** Images of the plan that turned out to refer to something that it keeps: their list does not contain that. */
function referrersOfKept({ plan }: Planned, { subjects }: Journaled): readonly TaggedImage[] {
  const deletions = imagesToDelete(plan);
  const deleted = new Set([...deletions.map(({ digest }) => digest), ...plan.orphans]);
  return deletions.filter(({ digest }) => {
    const subject = subjects.get(digest);
    return subject !== undefined && !deleted.has(subject);
  });
}

/**
 * @returns the manifests without tags to delete, that nothing needs which was left alone: what lists or refers to
 * others before those
 */
async function removeInOrder(
  { opened, inventory, plan, orphans }: Planned,
  remover: Remover,
  guard: ReferenceGuard,
): Promise<readonly string[]> {
  const referrers = new Set(plan.verdicts.filter(({ referrer }) => referrer).map(({ image }) => image.digest));
  const deletions = imagesToDelete(plan);
  const ordinary = deletions.filter(({ digest }) => !referrers.has(digest));
  const childrenOf = (digest: string) => inventory.graph.get(digest)?.children ?? [];
  for (const level of inLevels(ordinary, childrenOf)) await remover.remove(level);
  const { deleteTag, keepsUntagged = false } = opened.kind.capabilities;
  const leavesManifests = keepsUntagged && deleteTag === 'alone';
  const isDone = ordinary.length === deletions.length && orphans.length === 0 && !leavesManifests;
  if (remover.stopped() !== undefined || isDone) return [];

  const relations = relationsOf(inventory.images, inventory.graph);
  const kept = createReach(relations);
  const free = new Set(await guard.unreferenced(ordinary.map(({ digest }) => digest)));
  const isDeleted = ({ tags }: TaggedImage) => tags.every((tag) => remover.removals.get(tag)?.kind === 'deleted');
  for (const image of ordinary) {
    if (!free.has(image.digest) || !isDeleted(image)) kept.add(image.digest, image.tags[0] ?? image.digest);
  }
  const others = deletions.filter(({ digest }) => referrers.has(digest));
  for (const one of others) if (kept.has(one.digest)) remover.leave(one, 'the image that it refers to was kept');
  await remover.remove(others.filter(({ digest }) => !kept.has(digest)));
  const untagged = leavesManifests ? deletions.filter(isDeleted).map(({ digest }) => digest) : [];
  const wanted = new Set([...untagged, ...orphans].filter((digest) => !kept.has(digest)));
  const order = createReach(relations, relations.neededBy);
  for (const digest of wanted) order.add(digest, digest);
  return order.inOrder().filter((digest) => wanted.has(digest));
}

/**
 * Deletes untagged manifests one after the other: GitHub wants it slow. One stays when somebody
 * has come to need it, or anything that leads to it: the image that it signs. Where the registry reports the tags of a
 * manifest, those are looked at right before its delete.
 * @param deletedOrphans collects those that never had a tag
 */
async function deleteOrphans(
  digests: readonly string[],
  { opened, inventory }: Planned,
  guard: ReferenceGuard,
  deletedOrphans: string[],
): Promise<void> {
  const { leadingTo } = relationsOf(inventory.images, inventory.graph);
  const tagged = new Set(inventory.images.map(({ digest }) => digest));
  for (let at = 0; at < digests.length; at += together) {
    const some = digests.slice(at, at + together).map((digest) => ({ digest, all: [digest, ...leadingTo(digest)] }));
    const free = new Set(await guard.stillUnreferenced(some.flatMap(({ all }) => all)));
    for (const { digest, all } of some) {
      if (!all.every((one) => free.has(one))) continue;
      const tags = (await opened.driver.tagsOn?.(digest)) ?? [];
      if (tags.length > 0) continue;
      const { kind } = await opened.driver.deleteManifest(digest);
      if ((kind === 'deleted' || kind === 'missing') && !tagged.has(digest)) deletedOrphans.push(digest);
    }
  }
}

function keptTags({ verdicts }: Plan): readonly string[] {
  return verdicts.filter(({ outcome }) => outcome !== 'deleted').flatMap(({ image }) => image.tags);
}
