import { basicHeader } from '../http/basic.js';
import { refuseUndeletable } from '../registries/deleter.js';
import type { Registry } from '../registries/registry.js';
import type { Source } from '../sources/source.js';
import { planBuild } from './check/build.js';
import { buildOne, checkOne, type Job, settle } from './check/gate.js';
import { checkGroups } from './check/groups.js';
import { type CheckInputs, checkInputs } from './check/inputs.js';
import type { CheckResult, Outcome } from './check/outcome.js';
import { reportCheck } from './check/report.js';
import { type CheckPlan, planCheck } from './check/targets.js';
import type { Command, Context } from './command.js';
import { eachOf } from './each.js';
import { connectWith } from './registry-inputs.js';

const atOnce = 8;
const usualTime = 2 * 60_000;
const mostPruneTime = 30 * 60_000;

/** The gate itself: ref → commit → image → is it there? And, when it is not and that was asked for: build it, look again. */
export const check: Command<CheckInputs, CheckResult> = {
  name: 'check',
  summary:
    'Is the container image for this commit there? Resolves a ref, names the image, asks the registry, waits if told.',
  inputs: checkInputs,
  positional: ['repo', 'ref'],
  examples: [
    'api develop --source bitbucket --owner acme --namespace acme',
    'acme/api main --registry ghcr.io --platforms linux/amd64,linux/arm64 --wait 15m',
    'acme/api v1.2.0 --registry ghcr.io --format dotenv > image.env',
  ],
  groups: checkGroups,
  names: { help: 'the images that are ready, by digest' },
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
      'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `reason`, `buildUrl`, `buildConclusion`.',
  },
  destructive: (inputs) =>
    inputs['prune-keep'] === undefined
      ? undefined
      : `Prune the repositories of images that are ready to ${inputs['prune-keep']} images?`,
  timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + pruneTime(inputs) + usualTime,
  run: runCheck,
  report: reportCheck,
};

function buildTime(inputs: CheckInputs): number {
  const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
  return builds === undefined ? 0 : inputs['build-timeout'];
}

function pruneTime(inputs: CheckInputs): number {
  return inputs['prune-keep'] === undefined ? 0 : mostPruneTime;
}

/** The looks and the builds; and after them, in the repositories of what is ready, the pruning. */
async function runCheck(inputs: CheckInputs, context: Context): Promise<CheckResult> {
  const outcomes = await lookAndBuild(inputs, context);
  const failIfNotReady = inputs['fail-if-not-ready'];
  if (inputs['prune-keep'] === undefined) return { outcomes, failIfNotReady };
  // Loaded here: most checks prune nothing, and it is a good part of the bundle.
  const { pruneAfter } = await import('./check/prune-after.js');
  const pruned = await pruneAfter(outcomes, inputs['prune-keep'], inputs, context);
  return { outcomes, failIfNotReady, ...(pruned && { pruned }) };
}

/** First all looks, eight at a time; then the builds of what is missing, all at once. */
async function lookAndBuild(inputs: CheckInputs, context: Context): Promise<readonly Outcome[]> {
  const plan = planCheck(inputs, context.workflow);
  if (inputs['prune-keep'] !== undefined) for (const { image } of plan.targets) refuseUndeletable(image.registry);
  const buildPlan = planBuild(inputs, plan, context.workflow);
  const source = createSource(plan, context);
  const registry = await createRegistry(plan, inputs, context);
  const builder = await buildPlan?.create(builderSettings(inputs, context));
  if (buildPlan?.token !== undefined) hideToken(buildPlan.token, plan.source.username, context);
  const job: Job = { plan, inputs, source, registry, context, firstWait: builder === undefined ? inputs.wait : 0 };

  const looked = await eachOf(plan.targets, atOnce, (target) => settle(target, context, () => checkOne(target, job)));
  if (builder === undefined) return looked;
  return Promise.all(
    looked.map((outcome) => {
      if (outcome.kind === 'failed' || outcome.ready) return outcome;
      return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }),
  );
}

function createSource({ source }: CheckPlan, context: Context): Source {
  const { kind, url, username, token } = source;
  if (token !== undefined) hideToken(token, username, context);
  return kind.create({ ...context, url, username, token });
}

/** All targets are in one registry: `image` names one, and `registry` is one. */
async function createRegistry(plan: CheckPlan, inputs: CheckInputs, context: Context): Promise<Registry> {
  const [first] = plan.targets;
  if (first === undefined) throw new Error('a plan without targets');
  return connectWith(first.image.registry, inputs, context);
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
