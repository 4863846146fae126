import { asFailure } from '../errors.js';
import { formatRepository, type RegistryName } from '../images/name.js';
import { isRefusal } from '../registries/deletion.js';
import type { Registry } from '../registries/registry.js';
import { nowAndThen } from './collect.js';
import type { Command, Context } from './command.js';
import { type DeleteInputs, deleteInputs } from './delete/inputs.js';
import { type Doomed, journalEntries, readManifests, rootsOf } from './delete/manifests.js';
import type { DeleteResult } from './delete/outcome.js';
import { createOutcomes, type Outcomes } from './delete/outcomes.js';
import { refuseNeeded, tagsSharing } from './delete/refusals.js';
import { removeAll } from './delete/removal.js';
import { reportDelete } from './delete/report.js';
import { imageOf, isUntouched, refuseMissing, type Survey, surveyRepository } from './delete/survey.js';
import { type DeletePlan, namesOf, planDelete } from './delete/targets.js';
import { failureOfListed, refuseUnserved, warnOfUnserved } from './delete/unserved.js';
import { accessToDelete, connectToDelete } from './deleting-access.js';
import { eachOf } from './each.js';
import { createJournal, type JournalWriter, journalName, refuseExisting } from './journal-file.js';

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
  const looked = await surveyAll(plan, registry, dryRun, context);
  refuseMissing(looked, inputs['missing-ok']);
  const doomed = await eachOf(looked, 1, readManifests);
  const surveys = doomed.map(({ survey }) => survey);
  const { deleteTag, refusal } = registry.kind().capabilities;
  const refusesTags = deleteTag === 'never' ? refusal : undefined;
  refuseUnserved(surveys, refusesTags);
  for (const { survey, manifests } of doomed) {
    const whole = refusesTags === undefined ? survey.goingDigests : rootsOf(survey);
    await refuseNeeded(survey, whole, manifests, refusesTags ?? 'a digest goes with all that is on it');
  }
  const outcomes = createOutcomes(surveys);
  warnOfUnserved(surveys, dryRun, log.warn);
  const nothing = surveys.every((survey) => rootsOf(survey).length + survey.unserved.size === 0);
  if (dryRun) warnOfSharing(surveys, registry, log.warn);
  if (dryRun || nothing) return { outcomes: outcomes.all(), dryRun, journal: undefined, failure: undefined };

  for (const survey of surveys) if (rootsOf(survey).length > 0) await survey.driver.prepareDelete?.();
  const isJournaled = surveys.some((survey) => rootsOf(survey).length > 0);
  const journal = isJournaled ? await writeJournal(path, plan.registry, doomed, context.now()) : undefined;
  try {
    const record = recordAndTell(outcomes, context);
    await removeAll(doomed, { refusesTags, record, warn: log.warn, now: context.now });
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (outcomes.deleted() > 0) return { outcomes: outcomes.all(), dryRun, journal: journal?.path, failure };
    if (isRefusal(failure) && (await isUntouched(surveys))) await journal?.discard();
    else if (isJournaled) log.warn(`whether anything was deleted is not certain: the journal ${path} has it`);
    throw thrown;
  }
  const missing = new Set(outcomes.all().flatMap(({ image, kind }) => (kind === 'missing' ? [image] : [])));
  const failure = inputs['missing-ok'] ? undefined : failureOfListed(surveys, (image) => missing.has(image));
  return { outcomes: outcomes.all(), dryRun, journal: journal?.path, failure };
}

function surveyAll(
  { targets }: DeletePlan,
  registry: Registry,
  dryRun: boolean,
  context: Context,
): Promise<readonly Survey[]> {
  return eachOf(targets, 1, (one) => {
    const needed = accessToDelete(registry.kind(), { digests: one.digests.length > 0 });
    // A dry run only reads.
    return surveyRepository(one, registry, dryRun ? 'pull' : needed, context);
  });
}

/** Notes what became of an image, and reports now and then how many have been deleted. */
function recordAndTell(outcomes: Outcomes, context: Context): Outcomes['record'] {
  const tell = nowAndThen(context);
  const total = outcomes.all().filter(({ kind }) => kind === 'planned').length;
  let done = 0;
  return (survey, reference, kind) => {
    outcomes.record(survey, reference, kind);
    if (kind === 'deleted') done += 1;
    tell(() => `${formatRepository(survey.repository)}: ${done} of ${total} deleted`, { done, total });
  };
}

/** Whether a registry that is not known deletes tags can only be found out by deleting one. */
function warnOfSharing(surveys: readonly Survey[], registry: Registry, warn: (line: string) => void): void {
  if (registry.kind().capabilities.deleteTag !== 'unknown') return;
  for (const survey of surveys) {
    for (const [tag, digest] of survey.goingTags) {
      const sharing = tagsSharing(survey, digest).map((one) => imageOf(survey, one));
      if (sharing.length === 0) continue;
      warn(
        `${imageOf(survey, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
          '(distribution 2) will refuse, and a dry run cannot know whether this is one',
      );
    }
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
  await journal.finish();
  return journal;
}
