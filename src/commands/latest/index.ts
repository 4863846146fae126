import { formatImage } from '../../images/name.js';
import { parsePlatform } from '../../images/platform.js';
import { asFailure } from '../../lib/errors.js';
import type { Command, Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { createReaders } from '../shared/cache/readers.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { readReferences } from '../shared/files/reference-files.js';
import { createDates } from '../shared/image-dates.js';
import { createConnections, refuseCredentials } from '../shared/inputs/registry.js';
import { isSelected } from '../shared/inputs/selection.js';
import { createMinAge } from '../shared/min-age.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { answerByDigest } from './by-digest.js';
import { answerByVersion } from './by-version.js';
import { createCache } from './cache.js';
import { type LatestInputs, latestInputs } from './inputs.js';
import type { Job, LatestResult, Outcome } from './outcome.js';
import { mostJobs, reportLatest } from './report.js';
import { createTagLists } from './tag-lists.js';
import { checkLatest, planLatest, type Target } from './targets.js';

const atOnce = 8;

/** Reports newer versions of images. */
export const latest: Command<LatestInputs, LatestResult> = {
  name: 'latest',
  summary:
    'Find newer versions of images, or of the images in Dockerfiles, Compose files and Kubernetes YAML; or a moved digest.',
  inputs: latestInputs,
  positional: ['image'],
  examples: [
    'acme/app:1.4.2 --strategy minor',
    'Dockerfile compose.yaml k8s/ --strategy major',
    'nginx:1.27@sha256:3f8c1e0a --strategy digest',
  ],
  names: { help: 'the newer images' },
  outputs: {
    tag: 'The newest tag, or the current one if there is no newer tag. This output and those up to `step` are set only for a single image.',
    image: 'The image with that tag: `acme/app:1.2.1`. It has a digest if the given image has one.',
    digest: 'The digest of that tag, if the tag is newer or a digest was given.',
    status:
      '`update`, `up-to-date`, `missing` (the registry does not have the tag), `unsupported` (the tag has no version to compare), `not-found` (the repository does not exist), or `unknown` (an error, or a variable without a value).',
    step: 'The size of the update: `patch`, `bugfix`, `minor`, `major` or `digest`.',
    'update-available': '`true` if any image has an update. Not set on an error.',
    results:
      'A JSON array with one object for each image, in order: `image`, `where` (files and lines), `status`, `tag`, `fullImage`, `digest`, `updateAvailable`, `step`, `reason`, `present`, `candidates`, `newest`, `pending`, `stale`, `pushed` or `created` (with `min-age`: the date that counts), `error`, `exitCode`.',
    matrix:
      'JSON for `strategy.matrix`, one job for each update (at most 256): `matrix.image`, `matrix.tag`, `matrix.fullImage`, `matrix.digest`, `matrix.step`, `matrix.where`.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runLatest,
  report: reportLatest,
};

async function runLatest(inputs: LatestInputs, context: Context): Promise<LatestResult> {
  checkLatest(inputs);
  const platform = inputs.platform === undefined ? undefined : parsePlatform(inputs.platform);
  const planned = planLatest(await readReferences(inputs.image, 'image'), inputs, context.workflow);
  const folder = await openCacheFolder(inputs['cache-dir'], context);
  const cache = folder && createCache(folder, context);
  const readers = createReaders(folder);
  const connect = createConnections(inputs, context);
  await refuseCredentials(
    planned.flatMap((one) => (one.kind === 'target' ? [one.target.image.registry] : [])),
    connect,
  );
  const minAge = inputs['min-age'];
  const job: Job = {
    connect,
    cache,
    lists: createTagLists({ connect, cache, freshFor: inputs['cache-ttl'], context }),
    policy: {
      strategy: inputs.strategy === 'digest' ? 'patch' : inputs.strategy,
      prerelease: inputs.prerelease,
      isSelected: (tag) => isSelected(tag, inputs),
    },
    patterns: { include: inputs.include, exclude: inputs.exclude },
    platform,
    ageOf:
      minAge === undefined
        ? undefined
        : createMinAge(
            minAge,
            createDates({
              connect,
              platform,
              readerOf: (name, access) => readers.of(name, access).assumed,
              now: context.now,
            }),
            context,
          ),
    context,
  };
  const answer = inputs.strategy === 'digest' ? answerByDigest : answerByVersion;
  const reportProgress = throttledProgress(context);
  let done = 0;
  const outcomes = await mapConcurrent(planned, atOnce, async (one) => {
    const outcome =
      one.kind === 'settled' ? one.outcome : await settle(one.target, context, () => answer(one.target, job));
    done += 1;
    reportProgress(() => `${done} of ${planned.length} images looked up`, { done, total: planned.length });
    if (outcome.status === 'unknown' && outcome.failure === undefined) warnOf(outcome, context);
    return outcome;
  }).finally(readers.save);
  const updates = outcomes.filter(({ status }) => status === 'update').length;
  if (updates > mostJobs)
    context.log.warn(`The matrix has ${mostJobs} of ${updates} updates, the most jobs that GitHub accepts.`);
  return { outcomes };
}

async function settle({ image, where }: Target, { signal }: Context, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const failure = asFailure(thrown);
    const status = failure.kind === 'not-found' ? 'not-found' : 'unknown';
    const shared = { name: formatImage(image), where, answer: undefined, step: undefined };
    return { ...shared, status, reason: failure.message, failure };
  }
}

function warnOf({ name, where: [first], reason }: Outcome, { log }: Context): void {
  log.warn(`${first === undefined ? '' : `${first}: `}${name} could not be looked up: ${reason}`);
}
