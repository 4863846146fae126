import { formatRepository, type RegistryName } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import type { Access } from '../../registries/oci/repository.js';
import type { Registry } from '../../registries/registry.js';
import type { Command, Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { accessToDelete, connectToDelete } from '../shared/deletion/access.js';
import { createJournal, type JournalWriter, journalName, refuseExisting } from '../shared/deletion/journal-file.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { type DeleteInputs, deleteInputs } from './inputs.js';
import { type Inventory, imageOf, readInventory, readStaying, refuseMissing } from './inventory.js';
import {
  journalEntries,
  manifestsToDelete,
  type RepositoryDeletion,
  readManifests,
  type Staying,
} from './manifests.js';
import { type DeleteResult, type Outcome, outcomesOf, unread } from './outcome.js';
import { refuseNeeded, refuseSigned, tagsSharing } from './refusals.js';
import { removeFrom } from './removal.js';
import { reportDelete } from './report.js';
import { type DeletePlan, namesOf, planDelete, type Targets } from './targets.js';
import { failureOfListed, refuseUnserved, warnOfUnserved } from './unserved.js';

/** The tags that stay are looked at before the first delete where they are no more than these. */
const mostChecked = 1000;
/** The reason why a manifest that a tag needs is not deleted by its digest. */
const withItsTags = 'a digest is deleted with all its tags';
const onlyUntagged = 'this registry deletes a manifest only if no tag and no index refers to it';

/** Deletes tags and manifests, and nothing that a tag which stays needs. */
export const deleteImages: Command<DeleteInputs, DeleteResult> = {
  name: 'delete',
  summary:
    'Delete single tags, or manifests by digest. Keeps manifests that other tags need, and writes a journal for restore.',
  inputs: deleteInputs,
  positional: ['image'],
  examples: ['acme/app:1.0 acme/app:1.1 --dry-run', 'ghcr.io/acme/app:pr-17 --missing-ok --yes'],
  names: { help: 'the deleted images; with `dry-run`, the images that would be deleted' },
  outputs: {
    deleted:
      'A JSON array with one object for each deleted tag or digest: `image`, `repository`, `tag`, `digest`. In a dry run, those that would be deleted.',
    'deleted-count': 'The number of deleted tags and digests.',
    journal: 'The file with the deleted manifests, for `restore`. Empty if nothing was to be deleted.',
  },
  destructive(inputs, workflow) {
    const { targets } = planDelete(inputs, workflow);
    return inputs['dry-run'] ? undefined : `Delete ${targets.flatMap(namesOf).join(', ')}?`;
  },
  timeout: (inputs) => inputs.timeout,
  run: runDelete,
  report: reportDelete,
};

async function runDelete(inputs: DeleteInputs, context: Context): Promise<DeleteResult> {
  const plan = planDelete(inputs, context.workflow);
  const path = inputs.journal ?? journalName(context.now());
  await refuseExisting(path);
  const registry = await connectToDelete(plan.registry, inputs, context);

  const found = new Map<Targets, Inventory>();
  try {
    return await deletePlanned(plan, found, { registry, path, inputs, context });
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const outcomes = plan.targets.flatMap((targets) => outcomesOf(found.get(targets) ?? unread(targets), new Map()));
    return { outcomes, dryRun: inputs['dry-run'], journal: undefined, failure: thrown };
  }
}

interface DeleteSettings {
  readonly registry: Registry;
  /** Of the journal. */
  readonly path: string;
  readonly inputs: DeleteInputs;
  readonly context: Context;
}

/**
 * @param found takes in what is read of each repository
 * @throws Failure for all of it, before the first delete
 */
async function deletePlanned(
  plan: DeletePlan,
  found: Map<Targets, Inventory>,
  { registry, path, inputs, context }: DeleteSettings,
): Promise<DeleteResult> {
  const { log } = context;
  const dryRun = inputs['dry-run'];
  context.progress.update(`looking at what is in ${plan.registry.host}`);
  const read = await mapConcurrent(plan.targets, 1, async (one) => {
    const inventory = await readInventory(one, registry, accessTo(one, registry, dryRun));
    found.set(one, inventory);
    return inventory;
  });
  refuseMissing(read, inputs['missing-ok']);
  const deletions = await mapConcurrent(read, 1, (inventory) => readDeletion(inventory, context));
  const inventories = deletions.map(({ inventory }) => inventory);
  const { deleteTag, deleteManifest, takesSignatures, refusal = '' } = registry.kind().capabilities;
  const digestGoes = deleteManifest === 'untagged-only' ? onlyUntagged : withItsTags;
  if (deleteTag === 'never') refuseUnserved(inventories, refusal);
  for (const one of deletions) {
    const whole = deleteTag === 'never' ? manifestsToDelete(one.inventory) : one.inventory.digestsToDelete;
    await refuseNeeded(one, whole, deleteTag === 'never' ? refusal : digestGoes);
    if (takesSignatures) await refuseSigned(one);
    const mayNeed = deleteTag === 'unknown' && (dryRun || one.inventory.others.length <= mostChecked);
    if (mayNeed && manifestsToDelete(one.inventory).length > 0) await one.readStaying();
  }
  warnOfUnserved(inventories, dryRun, log.warn);
  const isJournaled = inventories.some((inventory) => manifestsToDelete(inventory).length > 0);
  const nothing = !isJournaled && inventories.every(({ unserved }) => unserved.size === 0);
  if (dryRun && deleteTag === 'unknown') for (const one of deletions) await warnOfSharing(one, log.warn);
  if (dryRun || nothing) {
    const outcomes = inventories.flatMap((inventory) => outcomesOf(inventory, new Map()));
    return { outcomes, dryRun, journal: undefined, failure: undefined };
  }

  for (const inventory of inventories)
    if (manifestsToDelete(inventory).length > 0) await inventory.opened.driver.prepareDelete?.();
  const journal = isJournaled ? await writeJournal(path, plan.registry, deletions, context.now()) : undefined;
  const { outcomes, changed, failure } = await removeAll(deletions, context);
  const isAnyDeleted = outcomes.some(({ kind }) => kind === 'deleted');
  if (failure !== undefined && !changed) {
    await journal?.discard();
    return { outcomes, dryRun, journal: undefined, failure };
  }
  if (failure !== undefined && !isAnyDeleted && isJournaled)
    log.warn(`the images may have been deleted: keep the journal ${path}`);
  const missing = new Set(outcomes.flatMap(({ image, kind }) => (kind === 'missing' ? [image] : [])));
  const notFound = inputs['missing-ok'] ? undefined : failureOfListed(inventories, (image) => missing.has(image));
  return { outcomes, dryRun, journal: journal?.path, failure: failure ?? notFound };
}

function accessTo(one: Targets, registry: Registry, dryRun: boolean): Access {
  return dryRun ? 'pull' : accessToDelete(registry.kind(), { digests: one.digests.length > 0 });
}

async function readDeletion(found: Inventory, context: Context): Promise<RepositoryDeletion> {
  const { inventory, manifests } = await readManifests(found);
  let staying: Promise<Staying> | undefined;
  return {
    inventory,
    manifests,
    isStayingRead: () => staying !== undefined,
    readStaying() {
      staying ??= readStaying(inventory, context);
      return staying;
    },
  };
}

type Removed = Pick<DeleteResult, 'outcomes' | 'failure'> & { readonly changed: boolean };

/** One repository after the other; the first refusal ends it. */
async function removeAll(deletions: readonly RepositoryDeletion[], context: Context): Promise<Removed> {
  const reportProgress = throttledProgress(context);
  const total = deletions.reduce(
    (sum, { inventory }) => sum + inventory.tagsToDelete.size + inventory.digestsToDelete.length,
    0,
  );
  let done = 0;
  const outcomes: Outcome[] = [];
  let changed = false;
  let failure: Failure | undefined;
  // Where the registry deletes no tags, nothing has been deleted yet in any of the repositories.
  let refusal: Promise<void> | undefined;
  const refuseAll = async (because: string) => {
    refuseUnserved(
      deletions.map(({ inventory }) => inventory),
      because,
    );
    for (const one of deletions) await refuseNeeded(one, manifestsToDelete(one.inventory), because);
  };
  for (const one of deletions) {
    const { inventory } = one;
    if (failure !== undefined) {
      outcomes.push(...outcomesOf(inventory, new Map()));
      continue;
    }
    const executed = await removeFrom(one, {
      signal: context.signal,
      async beforeManifest(because) {
        if (inventory.opened.driver.deleteTag === undefined) return;
        refusal ??= refuseAll(because);
        await refusal;
      },
      onDeleted() {
        done += 1;
        reportProgress(() => `${formatRepository(inventory.repository)}: ${done} of ${total} deleted`, { done, total });
      },
    });
    changed ||= executed.changed;
    failure = executed.failure;
    const became = outcomesOf(inventory, executed.removals);
    for (const { image, reason } of became) if (reason) context.log.warn(`${image} is kept: ${reason}`);
    outcomes.push(...became);
  }
  return { outcomes, changed, failure };
}

/** Only a delete shows if an unknown registry can delete a tag. */
async function warnOfSharing(
  { inventory, readStaying: read }: RepositoryDeletion,
  warn: (line: string) => void,
): Promise<void> {
  for (const [tag, digest] of inventory.tagsToDelete) {
    const sharing = tagsSharing(await read(), digest).map((one) => imageOf(inventory, one));
    if (sharing.length === 0) continue;
    warn(
      `${imageOf(inventory, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
        '(distribution 2) will refuse, which a dry run cannot find out',
    );
  }
}

async function writeJournal(
  path: string,
  registry: RegistryName,
  deletions: readonly RepositoryDeletion[],
  now: Date,
): Promise<JournalWriter> {
  const journal = await createJournal(path, registry, now);
  for (const { inventory, manifests } of deletions) {
    for (const entry of journalEntries(inventory, manifests)) await journal.add(entry);
  }
  await journal.seal();
  await journal.close();
  return journal;
}
