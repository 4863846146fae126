import type { Builder, BuildOrder, BuildResult } from '../../builders/builder.js';
import { formatImage, type ImageName, type RepositoryName } from '../../images/name.js';
import { fillTagTemplate } from '../../images/tag-template.js';
import { formatDuration } from '../../lib/duration.js';
import { asFailure, Failure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { Context } from '../command.js';
import { formatImageDate } from '../shared/image-dates.js';
import type { AgeOf } from '../shared/min-age.js';
import type { ResolvedOrigin } from './commits.js';
import type { CheckInputs } from './inputs.js';
import { type CheckedRepository, type CheckRequirements, look, lookUntilReady, type Verdict } from './look.js';
import type { Checked, Failed, Outcome } from './outcome.js';
import type { CheckRequest } from './request.js';
import type { createVerification } from './signatures/verify.js';
import { describeMatch, wordsOfReady } from './signatures/words.js';
import { type Entry, isFullReference, type Origin, type Target } from './targets.js';

/** The state that the checks of one run share. */
export interface Job {
  readonly request: CheckRequest;
  readonly inputs: CheckInputs;
  readonly commitOf: (origin: Origin) => Promise<ResolvedOrigin>;
  readonly connect: (image: RepositoryName) => Promise<CheckedRepository>;
  /** undefined: every image is old enough. */
  readonly ageOf: AgeOf | undefined;
  /** undefined: no signature is required. */
  readonly verification: ReturnType<typeof createVerification> | undefined;
  readonly context: Context;
  /** The time that the first look may wait: not at all where a missing image is built. */
  readonly firstWait: number;
}

/** One image's failure does not end the others; the end of the whole command does. */
export async function settle(target: Entry, context: Context, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (thrown) {
    return failed(target, thrown, context);
  }
}

/** @param known what had been found out before. @throws the reason of the end of the whole command */
function failed(target: Entry, thrown: unknown, { signal, log }: Context, known: Failed['known'] = {}): Failed {
  if (signal.aborted) throw signal.reason;
  if (target.kind === 'image' && target.lostNamespace !== undefined) log.warn(namespaceHint(target));
  return { kind: 'failed', target, failure: asFailure(thrown), known };
}

/** The token and the commit are requested at the same time; the name of the image needs the commit, its HEAD both. */
export async function checkOne(entry: Entry, job: Job): Promise<Outcome> {
  if (entry.kind === 'unclear') throw entry.failure;
  const repository = await job.connect(entry.image);
  repository.prepare();
  const resolved = entry.origin && (await job.commitOf(entry.origin));
  const target = resolved === undefined ? entry : { ...entry, origin: resolved.origin };
  const { tag, digest } = isFullReference(target)
    ? target.image
    : { tag: tagOf(target, resolved?.commit, job), digest: undefined };
  const found = completed(target, resolved?.commit, tag, digest);
  try {
    return await judge(found, repository, job.firstWait, job);
  } catch (thrown) {
    return failed(target, thrown, job.context, found);
  }
}

function tagOf({ origin }: Target, commit = '', { request }: Job): string {
  return fillTagTemplate(request.template, { commit, ref: origin?.refName ?? '' });
}

/** An image whose name is complete. */
type Found = Pick<Checked, 'target' | 'commit' | 'tag' | 'image'> & {
  /** Its digest, else its tag. */
  readonly reference: string;
};

function completed(target: Target, commit: string | undefined, tag: string | undefined, digest?: string): Found {
  return {
    target,
    ...(commit === undefined ? {} : { commit }),
    ...(tag === undefined ? {} : { tag }),
    image: formatImage({ ...target.image, ...(tag === undefined ? {} : { tag }) }),
    reference: digest ?? tag ?? '',
  };
}

async function judge(found: Found, repository: CheckedRepository, wait: number, job: Job): Promise<Checked> {
  const { reference, ...named } = found;
  const { target, commit, tag, image } = named;
  const { ageOf, verification, context } = job;
  const { log } = context;
  const required: CheckRequirements = {
    platforms: job.request.platforms,
    revision: job.inputs['verify-revision'] ? commit : undefined,
    complete: job.inputs.complete,
    verify: verification?.({ image: target.image, origin: target.origin, commit }, repository),
    ageOf: ageOf && ((digest) => ageOf({ ...target.image, ...(tag === undefined ? {} : { tag }) }, digest, repository)),
  };
  const first = await lookUntilReady(() => look(repository, reference, required), wait, image, context);
  const observed = await withArchive(first, repository, reference);
  const verdict = explained(observed, target, wait);
  for (const signer of verdict.signers ?? [])
    log.info(`${image} is signed by ${describeMatch(signer)}; ${signer.place}`);
  log.info(
    verdict.ready
      ? `${image} is ${wordsOfReady(verdict)}: ${verdict.digest}${verdict.date === undefined ? '' : `, ${formatImageDate(verdict.date)}`}`
      : `${image} is not ready: ${verdict.reason}`,
  );
  return { kind: 'checked', ...named, ...judgement(target, verdict) };
}

/**
 * An image for which the registry answers 404 may be archived, which is not ready either. The answer counts if there is
 * no explanation.
 */
async function withArchive(verdict: Verdict, { unavailable }: CheckedRepository, reference: string): Promise<Verdict> {
  if (verdict.ready || verdict.digest !== undefined) return verdict;
  const reason = await unavailable?.(reference).catch(() => undefined);
  return reason === undefined ? verdict : { ...verdict, reason: `${verdict.reason}: ${reason}` };
}

/** With the time that was waited, and a possible mistake in the name. */
function explained(verdict: Verdict, target: Target, wait: number): Verdict {
  if (verdict.ready) return verdict;
  // One that is too young is reported with the moment when it will be ready.
  const isDue = wait === 0 || verdict.readyAt !== undefined;
  const reason = isDue ? verdict.reason : afterWaiting(verdict.reason, wait);
  const isMissing = verdict.digest === undefined && target.lostNamespace !== undefined;
  return { ...verdict, reason: isMissing ? `${reason}; ${namespaceHint(target)}` : reason };
}

/** `acme/svc` with a registry and without a namespace is `HOST/svc`, which is hardly ever meant. */
function namespaceHint({ image, origin, lostNamespace = '' }: Target): string {
  const { registry, path } = image;
  const full: ImageName = { registry, path: `${lostNamespace.toLowerCase()}/${path}` };
  const missing = inputValue('namespace', lostNamespace.toLowerCase());
  return `${inputName('namespace')} is empty, so the image of ${origin?.repository} is ${formatImage(image)}: give ${missing} for ${formatImage(full)}`;
}

function afterWaiting(reason: string, wait: number): string {
  return `${reason} after waiting ${formatDuration(wait)}`;
}

function judgement(
  target: Target,
  verdict: Verdict,
): Pick<Checked, 'ready' | 'reason' | 'digest' | 'pinned' | 'complete' | 'verified' | 'signers' | 'date' | 'readyAt'> {
  const { digest, complete, verified, signers, date } = verdict;
  const { registry, path } = target.image;
  return {
    ...(digest === undefined ? {} : { digest }),
    ...(complete === undefined ? {} : { complete }),
    ...(verified === undefined ? {} : { verified }),
    ...(signers === undefined ? {} : { signers }),
    ...(date === undefined ? {} : { date }),
    ...(verdict.ready
      ? { ready: true, pinned: formatImage({ registry, path, digest: verdict.digest }) }
      : {
          ready: false,
          reason: verdict.reason,
          ...(verdict.readyAt === undefined ? {} : { readyAt: verdict.readyAt }),
        }),
  };
}

/**
 * Builds missing images, and checks the registry again: a successful build is not an image. An image that is
 * only too young is waited for: a new build would be younger.
 */
export async function buildOne(missing: Checked, builder: Builder, job: Job): Promise<Checked> {
  if (missing.readyAt !== undefined) return judgeAgain(missing, job);
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
  const again = await judgeAgain(missing, job);
  if (again.ready) return { ...again, build };
  const where = build.url === undefined ? '' : ` (${build.url})`;
  return { ...again, build, reason: `${again.reason}, although its build succeeded${where}` };
}

async function judgeAgain({ target, commit, tag }: Checked, job: Job): Promise<Checked> {
  return judge(completed(target, commit, tag), await job.connect(target.image), job.inputs.wait, job);
}

function orderOf({ target: { origin }, commit, image, tag }: Checked): BuildOrder {
  if (origin === undefined || commit === undefined || tag === undefined) throw new Error('a build without a commit');
  const { name, repository, refName, refKind, mergedInto } = origin;
  const merged = mergedInto === undefined ? {} : { mergedInto };
  return { commit, ref: refName, refKind, ...merged, repo: name, sourceRepository: repository, image, tag };
}

/** A build that goes on without us is found by its page. */
function withPage(failure: Failure, page: string | undefined): Failure {
  if (page === undefined) return failure;
  const { kind, message, advice, cause } = failure;
  const reason = message.includes(page) ? message : `${message} (the build: ${page})`;
  return new Failure(kind, { operation: '', reason, advice, cause, pages: [page] });
}

function buildFailure({ image }: Checked, { conclusion, url, failures, pages = [] }: BuildResult): Failure {
  const page = url === undefined ? [] : [url];
  return new Failure('build', {
    operation: `the build of ${image} ${conclusion === 'failure' ? 'failed' : `ended with ${conclusion}`}`,
    reason: [...page, ...failures].join('; '),
    advice: 'Fix the build, and run this step again.',
    pages: [...page, ...pages],
  });
}
