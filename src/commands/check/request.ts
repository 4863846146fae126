import type { ImageName } from '../../images/name.js';
import { type Platform, parsePlatform } from '../../images/platform.js';
import { hasPlaceholder, parseTagTemplate, type TagTemplate } from '../../images/tag-template.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { CurrentCommit } from '../../sources/current-commit.js';
import type { Context } from '../command.js';
import { checkReachable, findCurrent, planSource, type SourcePlan } from '../shared/inputs/source.js';
import { type BuildPlan, builderOf, planBuild } from './build.js';
import { type CheckInputs, usualTag } from './inputs.js';
import { readOrigins } from './origin.js';
import { planSignatures, type SignaturePlan } from './signatures/plan.js';
import { type Entry, isFullReference, nameOf, type Origin, readEntries, type Target, usualImage } from './targets.js';

/** The request for a check, read from the inputs and validated. Nothing has been sent yet. */
export interface CheckRequest {
  readonly entries: readonly Entry[];
  readonly template: TagTemplate;
  readonly platforms: readonly Platform[];
  /** The source of commits; undefined: nothing depends on a commit. */
  readonly source: SourcePlan | undefined;
  /** True if a ref has to become a commit: if not, the source gets no request. */
  readonly needsCommit: boolean;
  readonly build: BuildPlan | undefined;
  /** undefined: no signature is required. */
  readonly signatures: SignaturePlan | undefined;
}

/**
 * Reads the inputs of a check together.
 * @throws Failure (usage) for the first that makes no sense.
 */
export async function readCheckRequest(inputs: CheckInputs, context: Context): Promise<CheckRequest> {
  checkTimes(inputs);
  const template = parseTagTemplate(inputs.tag);
  const platforms = inputs.platforms.map(parsePlatform);
  const entries = await readEntries(inputs.image, inputs, context.workflow);
  const builder = builderOf(inputs);
  const tagged =
    inputs.image.length === 0 || entries.some((entry) => entry.kind === 'image' && !isFullReference(entry));
  const isCompared = inputs['verify-revision'] || inputs.provenance;
  const needsCommit = (tagged && hasPlaceholder(template)) || isCompared || builder !== undefined;
  if (builder !== undefined) refuseBuild(builder, entries);
  if (!tagged && !needsCommit) refuseUnused(inputs);

  const isNeeded = needsCommit || inputs.image.length === 0;
  const source = tagged || isNeeded ? await findSource(inputs, isNeeded, context) : undefined;
  const origins = source === undefined ? [] : readOrigins(inputs.ref, source, needsCommit);
  const isAsked = inputs.provenance || origins.some(({ ref }) => ref?.kind !== 'commit');
  if (source !== undefined && needsCommit && isAsked) checkReachable(source);
  const all =
    inputs.image.length === 0 ? usualEntries(inputs, source, origins) : withOrigin(entries, origins, isCompared);
  if (inputs['prune-keep'] !== undefined) checkPruning(all);
  const build = source && planBuild(inputs, source, context);
  const signatures = await planSignatures(inputs);
  return { entries: all, template, platforms, source, needsCommit, build, signatures };
}

/** The source, where something depends on it; the workflow's own also where nothing does, as its commit is known. */
async function findSource(inputs: CheckInputs, needed: boolean, context: Context): Promise<SourcePlan | undefined> {
  const { workflow } = context;
  const isKnown = inputs.repo.length > 0 || (workflow !== undefined && inputs.ref === undefined);
  if (!needed && !isKnown) return undefined;
  const found = workflow === undefined && needed ? await findCommit(inputs, context) : undefined;
  const isGiven = inputs.repo.length > 0 || inputs['source-url'] !== undefined;
  if (inputs.provenance && !isGiven && workflow === undefined && found === undefined) {
    throw usageFailure(
      `${inputName('provenance')} is given, but no source repository`,
      `Give the source repository and the commit that the image must be built from: ${inputName('repo')} and ${inputName('ref')}.`,
    );
  }
  return planSource(inputs, context, found);
}

/** The commit of the pipeline or the git clone, where the inputs name neither a repository nor a ref. */
async function findCommit(inputs: CheckInputs, context: Context): Promise<CurrentCommit | undefined> {
  const found = inputs.ref === undefined ? await findCurrent(inputs, context) : undefined;
  if (found === undefined) return undefined;
  context.log.notice(
    `${inputName('repo')} and ${inputName('ref')} are those of ${found.from}: ${found.source.repository}, commit ${found.commit}`,
  );
  return found;
}

/** One image for each source repository: `registry/namespace/repo`. */
function usualEntries(
  inputs: CheckInputs,
  source: SourcePlan | undefined,
  origins: readonly Origin[],
): readonly Target[] {
  return origins.map((origin, at) => {
    const repository = source?.repositories[at] ?? { owner: undefined, name: origin.name };
    const image = usualImage(inputs, repository);
    const lostNamespace = image.path === repository.name.toLowerCase() ? repository.owner : undefined;
    return { kind: 'image', image, origin, where: [], ...(lostNamespace === undefined ? {} : { lostNamespace }) };
  });
}

/**
 * The same commit for all of them; for images that are checked as they are only where their revision or provenance is
 * compared with it.
 * @throws Failure (usage) for several
 */
function withOrigin(entries: readonly Entry[], origins: readonly Origin[], isCompared: boolean): readonly Entry[] {
  const [origin, second] = origins;
  if (second !== undefined) {
    const what = `${inputName('image')} names the images, and ${inputName('repo')} names ${origins.length} repositories`;
    throw usageFailure(what, `Leave ${inputName('image')} empty, or use one step for each repository.`);
  }
  if (origin === undefined) return entries;
  return entries.map((entry) => {
    const depends = entry.kind === 'image' && (isCompared || !isFullReference(entry));
    return depends ? { ...entry, origin } : entry;
  });
}

/** @throws Failure (usage) where an image has a tag or a digest of its own: a build is for a commit */
function refuseBuild(builder: string, entries: readonly Entry[]): void {
  const whole = entries.find((entry) => entry.kind === 'unclear' || isFullReference(entry));
  if (whole === undefined) return;
  throw usageFailure(
    `${inputName(builder)} is given, and ${nameOf(whole)} has no commit to build`,
    'Only an image whose tag comes from a commit can be built: use a separate step for the others.',
  );
}

/** @throws Failure (usage) for inputs about a commit, where no image depends on one */
function refuseUnused(inputs: CheckInputs): void {
  const unused = [
    inputs.repo.length > 0 ? 'repo' : undefined,
    inputs.ref === undefined ? undefined : 'ref',
    inputs.tag === usualTag ? undefined : 'tag',
  ].find((name) => name !== undefined);
  if (unused === undefined) return;
  throw usageFailure(
    `${inputName(unused)} is given, and every image has a tag or a digest of its own`,
    `Leave ${inputName(unused)} empty, or give the image without its tag.`,
  );
}

/** @throws Failure (usage) for images from a file, and for images in several registries */
function checkPruning(entries: readonly Entry[]): void {
  const images = entries.flatMap((entry): ImageName[] => (entry.kind === 'image' ? [entry.image] : []));
  if (entries.some(({ where }) => where.length > 0)) {
    throw usageFailure(
      `${inputName('prune-keep')} is given, and ${inputName('image')} names a file`,
      'Name the repositories to prune themselves.',
    );
  }
  if (new Set(images.map(({ registry }) => registry.host)).size < 2) return;
  throw usageFailure(
    `${inputName('prune-keep')} is given, and the images are in several registries`,
    'Use one step for each registry.',
  );
}

function checkTimes({ wait, timeout }: CheckInputs): void {
  if (timeout === undefined || timeout > wait) return;
  throw usageFailure(
    `${inputName('timeout')} is not longer than ${inputName('wait')}`,
    `${inputName('timeout')} limits the whole command: raise it, or leave it empty.`,
  );
}
