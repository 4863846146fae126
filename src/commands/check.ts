import type { Builder, BuildOrder, BuildResult } from '../builders/builder.js';
import { asFailure, Failure } from '../errors.js';
import { basicHeader } from '../http/basic.js';
import { formatImage } from '../images/name.js';
import type { Requirements } from '../images/requirements.js';
import { fillTagTemplate } from '../images/tag-template.js';
import { connectRegistry, type Registry, type Repository } from '../registries/registry.js';
import { describeRef, type Source } from '../sources/source.js';
import { planBuild } from './check/build.js';
import { type CheckInputs, checkInputs } from './check/inputs.js';
import { look, lookUntilReady, type Verdict } from './check/look.js';
import { reportCheck } from './check/report.js';
import { type CheckPlan, planCheck, type Target } from './check/targets.js';
import type { Command, Context } from './command.js';
import { eachOf } from './each.js';
import { readCredentials } from './registry-inputs.js';

/** What came out for one source repository. */
export type Outcome = Checked | Failed;

export interface Checked {
  readonly kind: 'checked';
  readonly target: Target;
  readonly commit: string;
  readonly tag: string;
  /** `name:tag`. */
  readonly image: string;
  readonly ready: boolean;
  /** Why it is not ready. */
  readonly reason?: string;
  readonly digest?: string;
  /** `name@digest`; only of an image that is ready. */
  readonly pinned?: string;
  readonly build?: BuildResult;
  /** The build that was to make it ready, and did not. */
  readonly failure?: Failure;
}

export interface Failed {
  readonly kind: 'failed';
  readonly target: Target;
  readonly failure: Failure;
}

export interface CheckResult {
  readonly outcomes: readonly Outcome[];
  readonly failIfNotReady: boolean;
}

const atOnce = 8;
const usualTime = 2 * 60_000;

/** The gate itself: ref → commit → image → is it there? And, when it is not and that was asked for: build it, look again. */
export const check: Command<CheckInputs, CheckResult> = {
  name: 'check',
  summary:
    'Is the container image for this commit there? Resolves a ref, names the image, asks the registry, waits if told.',
  inputs: checkInputs,
  positional: ['repo', 'ref'],
  outputs: {
    ready:
      '`true` when the image is there and has all that was asked of it, else `false`; of several: when all are. Not set when it could not be found out.',
    status: '`ready` or `not-ready`.',
    image: 'The image with its tag: `loyaltolpi/saas-apigateway:660cbcf`. Like the following, only of a single `repo`.',
    tag: 'The tag alone.',
    digest: 'The digest of the manifest or index, when there is one.',
    pinned: 'The image by its digest, `name@sha256:…`: what to deploy. Only of an image that is ready.',
    commit: 'The full SHA of the commit.',
    'build-url': 'The page of the run or pipeline that was started or joined.',
    'build-conclusion': 'How it ended, `success` or another word of its host; empty when nothing was built.',
    results:
      'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `reason`, `build-url`, `build-conclusion`.',
  },
  timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + usualTime,
  run: runCheck,
  report: reportCheck,
};

function buildTime(inputs: CheckInputs): number {
  const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
  return builds === undefined ? 0 : inputs['build-timeout'];
}

/** First all looks, eight at a time; then the builds of what is missing, all at once. */
async function runCheck(inputs: CheckInputs, context: Context): Promise<CheckResult> {
  const plan = planCheck(inputs, context.workflow);
  const buildPlan = planBuild(inputs, plan, context.workflow);
  const source = createSource(plan, inputs, context);
  const registry = await createRegistry(plan, inputs, context);
  const builder = buildPlan?.create(builderSettings(inputs, context));
  if (buildPlan?.token !== undefined) hideToken(buildPlan.token, inputs['source-username'], context);
  const job: Job = { plan, inputs, source, registry, context, firstWait: builder === undefined ? inputs.wait : 0 };

  const looked = await eachOf(plan.targets, atOnce, (target) => settle(target, context, () => checkOne(target, job)));
  if (builder === undefined) return { outcomes: looked, failIfNotReady: inputs['fail-if-not-ready'] };
  const outcomes = await Promise.all(
    looked.map((outcome) => {
      if (outcome.kind === 'failed' || outcome.ready) return outcome;
      return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }),
  );
  return { outcomes, failIfNotReady: inputs['fail-if-not-ready'] };
}

/** What the checks of one run share. */
interface Job {
  readonly plan: CheckPlan;
  readonly inputs: CheckInputs;
  readonly source: Source;
  readonly registry: Registry;
  readonly context: Context;
  /** How long the first look may wait: not at all where a missing image is built. */
  readonly firstWait: number;
}

/** One repository's failure does not end the others; the end of the whole command does. */
async function settle(target: Target, { signal }: Context, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    return { kind: 'failed', target, failure: asFailure(thrown) };
  }
}

/** The token and the commit are asked for at the same time; the image's name needs the commit, its HEAD both. */
async function checkOne(target: Target, job: Job): Promise<Checked> {
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
  const verdict = await lookUntilReady(() => look(repository, tag, requirements), wait, image, job.context);
  log.info(verdict.ready ? `${image} is ready: ${verdict.digest}` : `${image} is not ready: ${verdict.reason}`);
  return { kind: 'checked', ...found, image, ...judgement(target, verdict) };
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
async function buildOne(missing: Checked, builder: Builder, job: Job): Promise<Checked> {
  let build: BuildResult;
  try {
    build = await builder.build(orderOf(missing));
  } catch (thrown) {
    if (job.context.signal.aborted) throw thrown;
    const failure = asFailure(thrown);
    return { ...missing, failure, reason: `${missing.reason}; the build: ${failure.message}` };
  }
  if (build.conclusion !== 'success') {
    const failure = buildFailure(missing, build);
    return { ...missing, build, failure, reason: `${missing.reason}; ${failure.message}` };
  }
  const again = await judge(missing, job.registry.repository(missing.target.image), job.inputs.wait, job);
  if (again.ready) return { ...again, build };
  const page = build.url === undefined ? '' : ` (${build.url})`;
  return { ...again, build, reason: `${again.reason}, although its build succeeded${page}` };
}

function orderOf({ target, commit, image, tag }: Checked): BuildOrder {
  const { name, sourceRepository, refName, refKind } = target;
  return { commit, ref: refName, refKind, repo: name, sourceRepository, image, tag };
}

function buildFailure({ image }: Checked, { conclusion, url, failures }: BuildResult): Failure {
  const page = url === undefined ? '' : `: ${url}`;
  return new Failure('build', {
    asked: `the build of ${image}`,
    answered: [`it ended with ${conclusion}${page}`, ...failures].join('; '),
    advice: 'See what failed, mend it, and run this step again.',
  });
}

function warnOfBoth(target: Target, commit: string, tag: string, { log }: Context): void {
  log.warn(
    `${target.refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${target.sourceRepository}: the branch was taken. ` +
      `Write refs/heads/${target.refName} or refs/tags/${target.refName} to say which.`,
  );
}

function createSource(plan: CheckPlan, inputs: CheckInputs, context: Context): Source {
  const username = inputs['source-username'];
  const token = plan.sourceToken;
  if (token !== undefined) hideToken(token, username, context);
  return plan.source.create({ ...context, url: plan.sourceUrl, username, token });
}

/** All targets are in one registry: `image` names one, and `registry` is one. */
async function createRegistry(
  { targets: [first] }: CheckPlan,
  inputs: CheckInputs,
  context: Context,
): Promise<Registry> {
  if (first === undefined) throw new Error('a plan without targets');
  const credentials = await readCredentials(first.image.registry, inputs, context);
  return connectRegistry(first.image.registry, {
    ...context,
    credentials,
    mask: context.log.secret,
    warn: context.log.warn,
  });
}

function builderSettings(inputs: CheckInputs, context: Context) {
  const { log, progress } = context;
  return {
    ...context,
    timeout: inputs['build-timeout'],
    info: log.info,
    detail: log.detail,
    warn: log.warn,
    group: log.group,
    progress: progress.update,
  };
}

function hideToken(token: string, username: string | undefined, { log }: Context): void {
  log.secret(token);
  log.secret(basicHeader(username ?? 'x-access-token', token).replace('Basic ', ''));
}
