import { formatImage } from '../../images/name.js';
import type { Source } from '../../sources/source.js';
import type { Command, Context } from '../command.js';
import { createDates } from '../shared/image-dates.js';
import { createConnections, refuseCredentials } from '../shared/inputs/registry.js';
import { hideToken, openSource } from '../shared/inputs/source.js';
import { createMinAge } from '../shared/min-age.js';
import { createCommits } from './commits.js';
import { buildOne, checkOne, type Job, settle } from './gate.js';
import { type CheckInputs, checkInputs } from './inputs.js';
import { type CheckedRepository, memoized } from './look.js';
import type { CheckResult, Outcome } from './outcome.js';
import { reportCheck } from './report.js';
import { type CheckRequest, readCheckRequest } from './request.js';
import { arrangeWords } from './words.js';

const usualTime = 2 * 60_000;
const mostPruneTime = 30 * 60_000;

/** The gate itself: ref → commit → image → is it there? And, when it is not and a build is configured: build it, check again. */
export const check: Command<CheckInputs, CheckResult> = {
  name: 'check',
  summary:
    'Check that the container image for a commit exists in its registry. Optionally wait for it, verify it, or build it.',
  inputs: checkInputs,
  positional: ['image', 'repo', 'ref'],
  words: { usage: ['IMAGE|FILE…', 'REPO [REF]'], arrange: arrangeWords },
  examples: [
    'nginx:1.27',
    'k8s/ compose.yaml --platforms linux/amd64,linux/arm64',
    'acme/api main --registry ghcr.io --wait 15m',
    'api develop --source bitbucket --owner acme --namespace acme --format dotenv > image.env',
  ],
  names: { help: 'the ready images, by digest' },
  outputs: {
    ready: '`true` if all images are ready, else `false`. Not set if the check ends with an error.',
    status: '`ready` or `not-ready`.',
    image:
      'The image with its tag: `acme/api:660cbcf`. This output and those up to `build-conclusion` are set only if a single image is checked.',
    tag: 'The tag of the image.',
    digest: 'The digest of the manifest or index, if the image exists.',
    pinned: 'The image with its digest, `name@sha256:…`, to deploy. Set only if the image is ready.',
    commit: 'The full SHA of the commit.',
    verified:
      '`true` if all required signatures were verified, else `false`. Set only if signatures are required and the image exists.',
    signer:
      'The signer, as a JSON object: `requirement` (`key`, `identity`, `provenance`), `identity`, `issuer`, `key` (fingerprint), `workflow`, `repository`, `commit`, `runner`, `predicateType`, `statedBy`, `place` (where the signature was found), `signedAt`. Set only if the image is verified. If several signatures are required, see `results`.',
    'build-url': 'The page of the run or pipeline that was started or joined.',
    'build-conclusion': 'The conclusion of the build: `success`, or the word of the host. Empty without a build.',
    results:
      'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `complete`, `verified`, `signers`, `pushed` or `created` (with `min-age`: the date that counts), `readyAt` (if the image is too young), `reason`, `buildUrl`, `buildConclusion`.',
  },
  destructive: (inputs) =>
    inputs['prune-keep'] === undefined
      ? undefined
      : `Delete all but the ${inputs['prune-keep']} newest images in the repository of each image that is ready?`,
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
  const { pruneAfter } = await import('./prune-after.js');
  const pruned = await pruneAfter(outcomes, inputs['prune-keep'], inputs, context);
  return { outcomes, failIfNotReady, ...(pruned && { pruned }) };
}

/** First all looks, as many at a time as the hosts take; then the builds of what is missing, all at once. */
async function lookAndBuild(inputs: CheckInputs, context: Context): Promise<readonly Outcome[]> {
  const request = await readCheckRequest(inputs, context);
  const verification = await loadVerification(request, context);
  const builder = await request.build?.create(builderSettings(inputs, context));
  if (request.build?.token !== undefined) hideToken(request.build.token, request.source?.username, context);
  const connect = createConnections(inputs, context);
  await refuseCredentials(
    request.entries.flatMap((entry) => (entry.kind === 'image' ? [entry.image.registry] : [])),
    connect,
  );
  const minAge = inputs['min-age'];
  const dateOf = createDates({ connect, platform: request.platforms[0], now: context.now });
  const job: Job = {
    request,
    inputs,
    commitOf: createCommits(createSource(request, context), context),
    connect: createRepositories(connect),
    verification,
    ageOf: minAge === undefined ? undefined : createMinAge(minAge, dateOf, context),
    context,
    firstWait: builder === undefined ? inputs.wait : 0,
  };
  const found = await Promise.all(request.entries.map((one) => settle(one, context, () => checkOne(one, job))));
  if (builder === undefined) return found;
  return Promise.all(
    found.map((outcome) => {
      if (outcome.kind === 'failed' || outcome.ready) return outcome;
      return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }),
  );
}

/** Loaded only where signatures are required: the libraries and the trusted roots are a good part of the bundle. */
async function loadVerification({ signatures, source }: CheckRequest, context: Context): Promise<Job['verification']> {
  if (signatures === undefined) return undefined;
  const { createVerification } = await import('./signatures/verify.js');
  return createVerification(signatures, source, context);
}

/** One repository for all images in it: a layer that two of them share is looked at once. */
function createRepositories(connect: ReturnType<typeof createConnections>): Job['connect'] {
  const opened = new Map<string, CheckedRepository>();
  return async (image) => {
    const { registry } = await connect(image.registry);
    const name = formatImage({ registry: image.registry, path: image.path });
    const unavailable = async (reference: string) =>
      (await (await registry.open(image)).driver.find?.(reference))?.unavailable;
    const isExplained = registry.kind().capabilities.archives === true;
    const repository =
      opened.get(name) ?? memoized({ ...registry.repository(image), ...(isExplained && { unavailable }) });
    opened.set(name, repository);
    return repository;
  };
}

/** undefined: nothing depends on what it knows. */
function createSource({ source, needsCommit }: CheckRequest, context: Context): Source | undefined {
  if (source === undefined) return undefined;
  const opened = openSource(source, context);
  return needsCommit ? opened : undefined;
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
