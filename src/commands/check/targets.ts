import { usageFailure } from '../../errors.js';
import type { RepositoryName } from '../../images/name.js';
import { type Platform, parsePlatform } from '../../images/platform.js';
import { parseTagTemplate, type TagTemplate } from '../../images/tag-template.js';
import { parseRef, type Ref, refName } from '../../sources/ref.js';
import type { Workflow } from '../../workflow.js';
import { planImages } from './image.js';
import type { CheckInputs } from './inputs.js';
import { planSource, type SourcePlan } from './source.js';

/** Everything a check was asked, read and found to make sense. Nothing has been asked of anybody yet. */
export interface CheckPlan {
  readonly source: SourcePlan;
  readonly template: TagTemplate;
  readonly platforms: readonly Platform[];
  readonly targets: readonly Target[];
}

/** One source repository and the image that is built from it. */
export interface Target {
  /** As the user wrote it, without the owner: `saas-apigateway`. */
  readonly name: string;
  /** With the owner, as the source wants it: `loyaltoid/saas-apigateway`. */
  readonly sourceRepository: string;
  readonly ref: Ref;
  /** The ref in words: what the user wrote, or the workflow's branch. */
  readonly refName: string;
  /** Of the workflow's own commit, whether its ref is a branch or a tag. */
  readonly refKind?: 'branch' | 'tag';
  readonly image: RepositoryName;
}

/**
 * Reads the inputs of a check together.
 * @throws Failure (usage) for the first that makes no sense.
 */
export function planCheck(inputs: CheckInputs, workflow: Workflow | undefined): CheckPlan {
  const source = planSource(inputs, workflow);
  const images = planImages(inputs, source.repositories);
  checkTimes(inputs);
  return {
    source,
    template: parseTagTemplate(inputs.tag),
    platforms: inputs.platforms.map(parsePlatform),
    targets: images.map((image, at) => readTarget(inputs, source, at, image)),
  };
}

function readTarget(inputs: CheckInputs, source: SourcePlan, at: number, image: RepositoryName): Target {
  const { owner, name } = source.repositories[at] ?? { owner: undefined, name: '' };
  const sourceRepository = owner === undefined ? name : `${owner}/${name}`;
  // GitHub's names are the same in lower and in upper case.
  const isOwn = source.workflow?.repository.toLowerCase() === sourceRepository.toLowerCase();
  const own = isOwn ? source.workflow : undefined;
  return { name, sourceRepository, ...readRef(inputs.ref, own, sourceRepository), image };
}

/** @param own the workflow, when this is its own repository */
function readRef(
  given: string | undefined,
  own: Workflow | undefined,
  repository: string,
): Pick<Target, 'ref' | 'refName' | 'refKind'> {
  // `ref: ${{ github.ref }}` on a pull request is refs/pull/7/merge: the event knows the commit that is meant.
  if (own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')))) {
    const sha = own.commit();
    return { ref: { kind: 'commit', sha }, refName: own.refName || sha, ...kindOf(own) };
  }
  if (given === undefined) {
    throw usageFailure(
      `ref is needed: the workflow’s commit is not one of ${repository}`,
      'Give a branch, a tag or a commit SHA of that repository.',
    );
  }
  const ref = parseRef(given);
  return { ref, refName: refName(ref) };
}

/** Of a pull request the head is a branch, of this repository or of a fork: not one that could be dispatched at. */
function kindOf({ ref }: Workflow): Pick<Target, 'refKind'> {
  if (ref.startsWith('refs/heads/')) return { refKind: 'branch' };
  return ref.startsWith('refs/tags/') ? { refKind: 'tag' } : {};
}

function checkTimes({ wait, timeout }: CheckInputs): void {
  if (timeout === undefined || timeout > wait) return;
  throw usageFailure(
    'timeout is not longer than wait',
    'timeout is the time for all of it: give more, or leave it empty.',
  );
}
