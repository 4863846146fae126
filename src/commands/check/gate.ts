import type { Builder, BuildOrder, BuildResult } from '../../builders/builder.js';
import { formatDuration } from '../../duration.js';
import { asFailure, Failure } from '../../errors.js';
import { formatImage } from '../../images/name.js';
import type { Requirements } from '../../images/requirements.js';
import { fillTagTemplate } from '../../images/tag-template.js';
import type { Registry } from '../../registries/registry.js';
import type { Repository } from '../../registries/repository.js';
import { describeRef, type Source } from '../../sources/source.js';
import type { Context } from '../command.js';
import type { CheckInputs } from './inputs.js';
import { look, lookUntilReady, type Verdict } from './look.js';
import type { Checked, Outcome } from './outcome.js';
import type { CheckPlan, Target } from './targets.js';

/** What the checks of one run share. */
export interface Job {
  readonly plan: CheckPlan;
  readonly inputs: CheckInputs;
  readonly source: Source;
  readonly registry: Registry;
  readonly context: Context;
  /** How long the first look may wait: not at all where a missing image is built. */
  readonly firstWait: number;
}

/** One repository's failure does not end the others; the end of the whole command does. */
export async function settle(target: Target, { signal }: Context, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    return { kind: 'failed', target, failure: asFailure(thrown) };
  }
}

/** The token and the commit are asked for at the same time; the image's name needs the commit, its HEAD both. */
export async function checkOne(target: Target, job: Job): Promise<Checked> {
  const { plan, context } = job;
  const repository = job.registry.repository(target.image);
  repository.prepare();
  const { sha: commit, kind, alsoTag } = await job.source.resolve(target.sourceRepository, target.ref);
  if (alsoTag !== undefined && alsoTag !== commit) warnOfBoth(target, commit, alsoTag, context);
  const tag = fillTagTemplate(plan.template, { commit, ref: target.refName });
  const refKind = kind ?? target.refKind;
  const found = { target: { ...target, ...(refKind === undefined ? {} : { refKind }) }, commit, tag };
  context.log.info(`${describeRef(target.ref)} of ${target.sourceRepository} is commit ${commit}`);
  return judge(found, repository, job.firstWait, job);
}

async function judge(
  found: Pick<Checked, 'target' | 'commit' | 'tag'>,
  repository: Repository,
  wait: number,
  job: Job,
): Promise<Checked> {
  const { target, commit, tag } = found;
  const { log } = job.context;
  const image = formatImage({ ...target.image, tag });
  const requirements: Requirements = {
    platforms: job.plan.platforms,
    revision: job.inputs['verify-revision'] ? commit : undefined,
  };
  const looked = await lookUntilReady(() => look(repository, tag, requirements), wait, image, job.context);
  const verdict = wait === 0 || looked.ready ? looked : { ...looked, reason: afterWaiting(looked.reason, wait) };
  log.info(verdict.ready ? `${image} is ready: ${verdict.digest}` : `${image} is not ready: ${verdict.reason}`);
  return { kind: 'checked', target, commit, tag, image, ...judgement(target, verdict) };
}

function afterWaiting(reason: string, wait: number): string {
  return `${reason}, after ${formatDuration(wait)} of waiting`;
}

function judgement(target: Target, verdict: Verdict): Pick<Checked, 'ready' | 'reason' | 'digest' | 'pinned'> {
  const { digest } = verdict;
  return {
    ...(digest === undefined ? {} : { digest }),
    ...(verdict.ready
      ? { ready: true, pinned: formatImage({ ...target.image, digest: verdict.digest }) }
      : { ready: false, reason: verdict.reason }),
  };
}

/** Builds what is missing, and asks the registry again: a build that says success is not an image. */
export async function buildOne(missing: Checked, builder: Builder, job: Job): Promise<Checked> {
  let build: BuildResult;
  let page: string | undefined;
  try {
    build = await builder.build(orderOf(missing), (url) => {
      page = url;
    });
  } catch (thrown) {
    if (job.context.signal.aborted) throw thrown;
    const failure = withPage(asFailure(thrown), page);
    const begun = page === undefined ? {} : { build: { conclusion: '', url: page, failures: [] } };
    return { ...missing, ...begun, failure, reason: `${missing.reason}; the build: ${failure.message}` };
  }
  if (build.conclusion !== 'success') {
    const failure = buildFailure(missing, build);
    return { ...missing, build, failure, reason: `${missing.reason}; ${failure.message}` };
  }
  const again = await judge(missing, job.registry.repository(missing.target.image), job.inputs.wait, job);
  if (again.ready) return { ...again, build };
  const where = build.url === undefined ? '' : ` (${build.url})`;
  return { ...again, build, reason: `${again.reason}, although its build succeeded${where}` };
}

function orderOf({ target, commit, image, tag }: Checked): BuildOrder {
  const { name, sourceRepository, refName, refKind } = target;
  return { commit, ref: refName, refKind, repo: name, sourceRepository, image, tag };
}

/** A build that goes on without us is found by its page. */
function withPage(failure: Failure, page: string | undefined): Failure {
  if (page === undefined) return failure;
  const { kind, message, advice, cause } = failure;
  const answered = message.includes(page) ? message : `${message} (the build: ${page})`;
  return new Failure(kind, { asked: '', answered, advice, cause, pages: [page] });
}

function buildFailure({ image }: Checked, { conclusion, url, failures, pages = [] }: BuildResult): Failure {
  const page = url === undefined ? '' : `: ${url}`;
  return new Failure('build', {
    asked: `the build of ${image}`,
    answered: [`it ended with ${conclusion}${page}`, ...failures].join('; '),
    advice: 'See what failed, mend it, and run this step again.',
    pages: [...(url === undefined ? [] : [url]), ...pages],
  });
}

function warnOfBoth(target: Target, commit: string, tag: string, { log }: Context): void {
  log.warn(
    `${target.refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${target.sourceRepository}: the branch was taken. ` +
      `Write refs/heads/${target.refName} or refs/tags/${target.refName} to say which.`,
  );
}
