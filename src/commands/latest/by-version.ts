import { asFailure } from '../../errors.js';
import { formatImage, formatRepository } from '../../images/name.js';
import { findNewer, judge, type Newer, type Strategy, stepTo } from '../../images/newer.js';
import { explainVerdict } from '../../images/newer-words.js';
import { formatPlatform, type Platform, samePlatform } from '../../images/platform.js';
import { parseTag, type Version } from '../../images/version.js';
import { compareTags } from '../../images/version-order.js';
import { readImage } from '../../registries/image.js';
import type { Repository } from '../../registries/repository.js';
import { countOf } from '../../reports/quantities.js';
import type { Job } from './job.js';
import type { ListFacts, Outcome } from './outcome.js';
import type { TagList } from './tag-lists.js';
import type { Target } from './targets.js';

/** Candidates that are looked at one by one before it is given up: each takes a request or more. */
const mostTried = 50;

/** The newest tag within the strategy, by the list of tags. @throws Failure when it cannot be found out */
export async function answerByVersion({ image, where }: Target, job: Job): Promise<Outcome> {
  const asked = formatImage(image);
  const current = parseTag(image.tag);
  if (current.kind !== 'version') {
    const reason = `the tag ${image.tag} says no version; strategy digest tells whether it has moved`;
    return { asked, where, status: 'unsupported', answer: image, step: undefined, reason };
  }
  const list = await job.lists(image);
  const found = findNewer(list.tags, current, job.policy);
  const present = list.tags.some(({ text }) => text === image.tag);
  if (job.context.log.verbose) explain(asked, current, list, job);
  if (!present) job.context.log.warn(`${formatRepository(image)} has no tag ${image.tag} any more.`);

  const { chosen, pending } = await choose(found, image, list, job);
  const facts: ListFacts = {
    present,
    candidates: found.candidates.length,
    newest: found.newest?.text,
    pending,
    stale: list.stale?.since,
  };
  const shared = { asked, where, list: facts };
  if (chosen === undefined) {
    return { ...shared, status: 'up-to-date', answer: image, step: undefined, reason: reasonToStay(facts, job) };
  }
  warnOfRivals(chosen.tag, found, image, job);
  const step = stepTo(chosen.tag, current);
  const { digest: _old, ...name } = image;
  const answer = { ...name, tag: chosen.tag.text, ...(chosen.digest === undefined ? {} : { digest: chosen.digest }) };
  return { ...shared, status: 'update', answer, step, reason: reasonToGo(chosen.tag, step, facts) };
}

interface Choice {
  readonly chosen: { readonly tag: Version; readonly digest: string | undefined } | undefined;
  /** Too young to be taken. */
  readonly pending: readonly string[];
}

/** The best candidate that is really there, has the platform and is old enough. */
async function choose({ candidates }: Newer, image: Target['image'], list: TagList, job: Job): Promise<Choice> {
  const { registry } = await job.connect(image.registry);
  const repository = registry.repository(image);
  const pending: string[] = [];
  for (const tag of candidates.slice(0, mostTried)) {
    const candidate = { ...image, tag: tag.text };
    const seen = await lookAt(candidate, list, repository, job);
    if (seen.kind === 'fits') return { chosen: { tag, digest: seen.digest }, pending };
    if (seen.kind === 'young') pending.push(tag.text);
    job.context.log.detail(`${nameOf(candidate)} is not taken: ${seen.why}`);
  }
  return { chosen: undefined, pending };
}

type Seen =
  | { readonly kind: 'fits'; readonly digest: string | undefined }
  | { readonly kind: 'young' | 'unfit'; readonly why: string };

/** The digest of the candidate is the answer's, whose own digest, if it has one, is that of the tag that was asked about. */
async function lookAt(candidate: Target['image'], list: TagList, repository: Repository, job: Job): Promise<Seen> {
  const { platform, isOldEnough } = job;
  const mustKnow = candidate.digest !== undefined || platform !== undefined || isOldEnough !== undefined;
  if (list.stale !== undefined) {
    if (mustKnow) throw list.stale.failure;
    return { kind: 'fits', digest: undefined };
  }
  const found = await headOf(candidate, repository, mustKnow, job);
  if (found === undefined) return { kind: 'unfit', why: 'the list has it, and the registry answers 404 for it' };
  const { digest } = found;
  if (digest === undefined) return { kind: 'fits', digest };
  if (platform !== undefined && !(await hasPlatform(repository, digest, platform))) {
    return { kind: 'unfit', why: `it has no ${formatPlatform(platform)}` };
  }
  const oldEnough = (await isOldEnough?.(candidate, digest, repository)) ?? true;
  return oldEnough ? { kind: 'fits', digest } : { kind: 'young', why: 'it is younger than min-age' };
}

/** A registry that fails leaves a digest unknown; the tag, which its list has, still serves where nothing hangs on the digest. */
async function headOf(
  candidate: Target['image'],
  repository: Repository,
  mustKnow: boolean,
  { context: { log, signal } }: Job,
): Promise<{ readonly digest: string | undefined } | undefined> {
  try {
    return await repository.head(candidate.tag);
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (signal.aborted || mustKnow || (failure.kind !== 'server' && failure.kind !== 'network')) throw thrown;
    log.warn(`The digest of ${nameOf(candidate)} is not known: ${failure.message}`);
    return { digest: undefined };
  }
}

async function hasPlatform(repository: Repository, digest: string, wanted: Platform): Promise<boolean> {
  const { images } = await readImage(repository, digest, () => false);
  return images.some(({ platform }) => samePlatform(platform, wanted));
}

function nameOf({ registry, path, tag }: Target['image']): string {
  return formatImage({ registry, path, tag });
}

/** Every tag with its verdict, the newest first: why not this one? */
function explain(asked: string, current: Version, { tags }: TagList, { policy, context: { log } }: Job): void {
  log.detail(`${asked}: ${countOf(tags.length, 'tag')}, the newest first`);
  for (const tag of [...tags].sort(compareTags)) {
    log.detail(`  ${tag.text}: ${explainVerdict(judge(tag, current, policy), tag, current, policy)}`);
  }
}

function warnOfRivals(
  tag: Version,
  { candidates, rivals }: Newer,
  image: Target['image'],
  { context: { log } }: Job,
): void {
  if (rivals.length === 0 || tag !== candidates[0]) return;
  const others = rivals.map(({ text }) => text).join(', ');
  log.warn(
    `${nameOf({ ...image, tag: tag.text })} and ${others} follow the same version, and nothing orders them: the last by name was taken.`,
  );
}

function reasonToGo(tag: Version, step: Strategy, facts: ListFacts): string {
  const taken = `newer by a ${step} step`;
  return [taken, ...beyond(tag.text, facts), ...waiting(facts)].join('; ');
}

function reasonToStay(facts: ListFacts, { policy }: Job): string {
  const none =
    facts.candidates === 0
      ? `nothing is newer by a ${policy.strategy} step or less`
      : `none of the ${Math.min(facts.candidates, mostTried)} newest tags can be taken`;
  return [none, ...beyond(undefined, facts), ...waiting(facts)].join('; ');
}

function beyond(taken: string | undefined, { newest, pending }: ListFacts): readonly string[] {
  return newest === undefined || newest === taken || pending.includes(newest) ? [] : [`the newest of all is ${newest}`];
}

function waiting({ pending }: ListFacts): readonly string[] {
  return pending.length === 0 ? [] : [`too young for min-age: ${pending.join(', ')}`];
}
