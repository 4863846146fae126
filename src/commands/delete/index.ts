import { formatRepository, type RegistryName } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';
import type { Access } from '../../registries/oci/repository.js';
import type { Registry } from '../../registries/registry.js';
import type { Command, Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { accessToDelete, connectToDelete } from '../shared/deletion/access.js';
import { createJournal, type JournalWriter, journalName, refuseExisting } from '../shared/deletion/journal-file.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { type DeleteInputs, deleteInputs } from './inputs.js';
import { type Doomed, journalEntries, readManifests, rootsOf, type Staying } from './manifests.js';
import { type DeleteResult, type Outcome, outcomesOf } from './outcome.js';
import { refuseNeeded, refuseSigned, tagsSharing } from './refusals.js';
import { removeFrom } from './removal.js';
import { reportDelete } from './report.js';
import { imageOf, readStaying, refuseMissing, type Survey, surveyRepository } from './survey.js';
import { namesOf, planDelete, type Targets } from './targets.js';
import { failureOfListed, refuseUnserved, warnOfUnserved } from './unserved.js';

/** The tags that stay are looked at before the first delete where they are no more than these. */
const mostLookedAt = 1000;
/** Why a manifest that a tag needs is not deleted by its digest. */
const withItsTags = 'a digest goes with all that is on it';
const onlyUntagged = 'this registry deletes a manifest only when nothing leads to it';

/** Deletes tags and manifests, and nothing that a tag which stays needs. */
export const deleteImages: Command<DeleteInputs, DeleteResult> = {
  name: 'delete',
  summary:
    'Delete single tags, or manifests by digest. Manifests that another tag needs are kept; a journal can undo it.',
  inputs: deleteInputs,
  positional: ['image'],
  examples: ['acme/app:1.0,acme/app:1.1 --dry-run'],
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
  const { log } = context;
  const dryRun = inputs['dry-run'];
  const plan = planDelete(inputs, context.workflow);
  const path = inputs.journal ?? journalName(context.now());
  await refuseExisting(path);
  const registry = await connectToDelete(plan.registry, inputs, context);

  context.progress.update(`looking at what is in ${plan.registry.host}`);
  const looked = await mapConcurrent(plan.targets, 1, (one) =>
    surveyRepository(one, registry, accessTo(one, registry, dryRun)),
  );
  refuseMissing(looked, inputs['missing-ok']);
  const doomed = await mapConcurrent(looked, 1, (survey) => readDoomed(survey, context));
  const surveys = doomed.map(({ survey }) => survey);
  const { deleteTag, deleteManifest, takesSignatures, refusal = '' } = registry.kind().capabilities;
  const digestGoes = deleteManifest === 'untagged-only' ? onlyUntagged : withItsTags;
  if (deleteTag === 'never') refuseUnserved(surveys, refusal);
  for (const one of doomed) {
    const whole = deleteTag === 'never' ? rootsOf(one.survey) : one.survey.goingDigests;
    await refuseNeeded(one, whole, deleteTag === 'never' ? refusal : digestGoes);
    if (takesSignatures) await refuseSigned(one);
    const mayNeed = deleteTag === 'unknown' && (dryRun || one.survey.others.length <= mostLookedAt);
    if (mayNeed && rootsOf(one.survey).length > 0) await one.readStaying();
  }
  warnOfUnserved(surveys, dryRun, log.warn);
  const isJournaled = surveys.some((survey) => rootsOf(survey).length > 0);
  const nothing = !isJournaled && surveys.every(({ unserved }) => unserved.size === 0);
  if (dryRun && deleteTag === 'unknown') for (const one of doomed) await warnOfSharing(one, log.warn);
  if (dryRun || nothing) {
    const outcomes = surveys.flatMap((survey) => outcomesOf(survey, new Map()));
    return { outcomes, dryRun, journal: undefined, failure: undefined };
  }

  for (const survey of surveys) if (rootsOf(survey).length > 0) await survey.opened.driver.prepareDelete?.();
  const journal = isJournaled ? await writeJournal(path, plan.registry, doomed, context.now()) : undefined;
  const { outcomes, changed, failure } = await removeAll(doomed, context);
  const isAnyDeleted = outcomes.some(({ kind }) => kind === 'deleted');
  if (failure !== undefined && !isAnyDeleted) {
    if (!changed) await journal?.discard();
    else if (isJournaled) log.warn(`whether anything was deleted is not certain: the journal ${path} has it`);
    throw failure;
  }
  const missing = new Set(outcomes.flatMap(({ image, kind }) => (kind === 'missing' ? [image] : [])));
  const lost = inputs['missing-ok'] ? undefined : failureOfListed(surveys, (image) => missing.has(image));
  return { outcomes, dryRun, journal: journal?.path, failure: failure ?? lost };
}

function accessTo(one: Targets, registry: Registry, dryRun: boolean): Access {
  return dryRun ? 'pull' : accessToDelete(registry.kind(), { digests: one.digests.length > 0 });
}

async function readDoomed(found: Survey, context: Context): Promise<Doomed> {
  const { survey, manifests } = await readManifests(found);
  let staying: Promise<Staying> | undefined;
  return {
    survey,
    manifests,
    isStayingRead: () => staying !== undefined,
    readStaying() {
      staying ??= readStaying(survey, context);
      return staying;
    },
  };
}

type Removed = Pick<DeleteResult, 'outcomes' | 'failure'> & { readonly changed: boolean };

/** One repository after the other; the first refusal ends it. */
async function removeAll(doomed: readonly Doomed[], context: Context): Promise<Removed> {
  const tell = throttledProgress(context);
  const total = doomed.reduce((sum, { survey }) => sum + survey.goingTags.size + survey.goingDigests.length, 0);
  let done = 0;
  const outcomes: Outcome[] = [];
  let changed = false;
  let failure: Failure | undefined;
  // Where the registry deletes no tags, nothing has been deleted yet in any of the repositories.
  let refusal: Promise<void> | undefined;
  const refuseAll = async (because: string) => {
    refuseUnserved(
      doomed.map(({ survey }) => survey),
      because,
    );
    for (const one of doomed) await refuseNeeded(one, rootsOf(one.survey), because);
  };
  for (const one of doomed) {
    const { survey } = one;
    if (failure !== undefined) {
      outcomes.push(...outcomesOf(survey, new Map()));
      continue;
    }
    const executed = await removeFrom(one, {
      signal: context.signal,
      async beforeWhole(because) {
        if (survey.opened.driver.deleteTag === undefined) return;
        refusal ??= refuseAll(because);
        await refusal;
      },
      onDeleted() {
        done += 1;
        tell(() => `${formatRepository(survey.repository)}: ${done} of ${total} deleted`, { done, total });
      },
    });
    changed ||= executed.changed;
    failure = executed.failure;
    const became = outcomesOf(survey, executed.removals);
    for (const { image, reason } of became) if (reason) context.log.warn(`${image} is left alone: ${reason}`);
    outcomes.push(...became);
  }
  return { outcomes, changed, failure };
}

/** Whether a registry that is not known deletes tags can only be found out by deleting one. */
async function warnOfSharing({ survey, readStaying: read }: Doomed, warn: (line: string) => void): Promise<void> {
  for (const [tag, digest] of survey.goingTags) {
    const sharing = tagsSharing(await read(), digest).map((one) => imageOf(survey, one));
    if (sharing.length === 0) continue;
    warn(
      `${imageOf(survey, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
        '(distribution 2) will refuse, and a dry run cannot know whether this is one',
    );
  }
}

async function writeJournal(
  path: string,
  registry: RegistryName,
  doomed: readonly Doomed[],
  now: Date,
): Promise<JournalWriter> {
  const journal = await createJournal(path, registry, now);
  for (const { survey, manifests } of doomed) {
    for (const entry of journalEntries(survey, manifests)) await journal.add(entry);
  }
  await journal.seal();
  await journal.close();
  return journal;
}
