import { asFailure, type Failure } from '../errors.js';
import { formatImage } from '../images/name.js';
import { fillTagTemplate } from '../images/tag-template.js';
import { basicHeader } from '../registries/credentials.js';
import { connectRegistry, type Registry } from '../registries/registry.js';
import { describeRef, type Source } from '../sources/source.js';
import { type CheckInputs, checkInputs } from './check/inputs.js';
import { look, lookUntilReady } from './check/look.js';
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

/** The gate itself: ref → commit → image → is it there? */
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
    pinned: 'The image by its digest, `name@sha256:…`: what to deploy.',
    commit: 'The full SHA of the commit.',
    results:
      'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `reason`.',
  },
  timeout: ({ timeout, wait }) => timeout ?? wait + usualTime,
  run: runCheck,
  report: reportCheck,
};

async function runCheck(inputs: CheckInputs, context: Context): Promise<CheckResult> {
  const plan = planCheck(inputs, context.workflow);
  const source = createSource(plan, inputs, context);
  const [first] = plan.targets;
  if (first === undefined) throw new Error('a plan without targets');
  const credentials = await readCredentials(first.image.registry, inputs, context);
  const registry = connectRegistry(first.image.registry, {
    ...context,
    credentials,
    mask: context.log.secret,
    warn: context.log.warn,
  });
  const outcomes = await eachOf(plan.targets, atOnce, (target) =>
    checkOne(target, plan, inputs, source, registry, context),
  );
  return { outcomes, failIfNotReady: inputs['fail-if-not-ready'] };
}

function createSource(plan: CheckPlan, inputs: CheckInputs, context: Context): Source {
  const username = inputs['source-username'];
  const token = plan.sourceToken;
  if (token !== undefined) {
    context.log.secret(token);
    context.log.secret(basicHeader(username ?? 'x-access-token', token).replace('Basic ', ''));
  }
  return plan.source.create({ ...context, url: plan.sourceUrl, username, token });
}

/** The token and the commit are asked for at the same time; the image's name needs the commit, its HEAD both. */
async function checkOne(
  target: Target,
  plan: CheckPlan,
  inputs: CheckInputs,
  source: Source,
  registry: Registry,
  context: Context,
): Promise<Outcome> {
  const { log } = context;
  const repository = registry.repository(target.image);
  try {
    repository.prepare();
    const { sha: commit, alsoTag } = await source.resolve(target.sourceRepository, target.ref);
    if (alsoTag !== undefined && alsoTag !== commit) {
      log.warn(
        `${target.refName} is a branch (${commit.slice(0, 12)}) and a tag (${alsoTag.slice(0, 12)}) of ${target.sourceRepository}: the branch was taken. ` +
          `Write refs/heads/${target.refName} or refs/tags/${target.refName} to say which.`,
      );
    }
    const tag = fillTagTemplate(plan.template, { commit, ref: target.refName });
    const image = formatImage({ ...target.image, tag });
    log.info(`${describeRef(target.ref)} of ${target.sourceRepository} is commit ${commit}`);
    const requirements = { platforms: plan.platforms, revision: inputs['verify-revision'] ? commit : undefined };
    const verdict = await lookUntilReady(() => look(repository, tag, requirements), inputs.wait, image, context);
    log.info(verdict.ready ? `${image} is ready: ${verdict.digest}` : `${image} is not ready: ${verdict.reason}`);
    const { digest } = verdict;
    return {
      kind: 'checked',
      target,
      commit,
      tag,
      image,
      ...(digest === undefined ? {} : { digest }),
      ...(verdict.ready
        ? { ready: true, pinned: formatImage({ ...target.image, digest: verdict.digest }) }
        : { ready: false, reason: verdict.reason }),
    };
  } catch (thrown) {
    // The end of the whole command is not one repository's failure.
    if (context.signal.aborted) throw context.signal.reason;
    return { kind: 'failed', target, failure: asFailure(thrown) };
  }
}
