import { formatImage, formatRepository } from '../../images/name.js';
import { findNewer, judge, type Newer } from '../../images/newer.js';
import { explainVerdict } from '../../images/newer-words.js';
import { parseTag, type Version } from '../../images/version.js';
import { compareTags } from '../../images/version-order.js';
import { stepTo } from '../../images/version-step.js';
import { Failure } from '../../lib/errors.js';
import { inputValue } from '../../lib/input-names.js';
import { withRegExpTimeout } from '../../lib/reg-exp-timeout.js';
import { countOf } from '../../reports/quantities.js';
import { choose, formatCandidate } from './candidates.js';
import type { Job, ListFacts, Outcome } from './outcome.js';
import { reasonOfDoubt, reasonToGo, reasonToStay } from './reasons.js';
import type { TagList } from './tag-lists.js';
import type { Target } from './targets.js';

/** The newest tag within the strategy, by the list of tags. @throws Failure when it cannot be found out */
export async function answerByVersion({ image, where }: Target, job: Job): Promise<Outcome> {
  const name = formatImage(image);
  const current = parseTag(image.tag);
  if (current.kind !== 'version') {
    const reason = `the tag ${image.tag} has no version to compare; ${inputValue('strategy', 'digest')} reports when it moves`;
    return { name, where, status: 'unsupported', answer: image, step: undefined, reason };
  }
  const list = await job.lists(image);
  const found = withRegExpTimeout(job.patterns, () => findNewer(list.tags, current, job.policy));
  if (list.tags.length === 0) throw withoutTags(image);
  // A list that was kept may be older than the tag.
  const present = list.tags.some(({ text }) => text === image.tag) || (await exists(image, job));
  if (job.context.log.verbose) explain(name, current, list, job);

  const { chosen, pending, unfit } = await choose(found, image, list, job);
  const facts: ListFacts = {
    present,
    candidates: found.candidates.length,
    newest: found.newest?.text,
    pending,
    stale: list.stale?.since,
  };
  const shared = { name, where, list: facts };
  if (chosen === undefined && present && found.unordered !== undefined) {
    const reason = reasonOfDoubt(current, found.unordered);
    return { ...shared, status: 'unsupported', answer: image, step: undefined, reason };
  }
  if (chosen === undefined && present) {
    const nextStrategy = job.policy.strategy === 'patch' ? findBugfix(list, current, job) : undefined;
    return {
      ...shared,
      status: 'up-to-date',
      answer: image,
      step: undefined,
      reason: [reasonToStay(current, facts, job.policy.strategy, unfit, found), ...(nextStrategy ?? [])].join('; '),
    };
  }
  if (chosen === undefined) {
    return { ...shared, status: 'missing', answer: undefined, step: undefined, ...missingTag(image) };
  }
  warnOfRivals(chosen.tag, found, image, job);
  const step = stepTo(chosen.tag, current);
  const { digest: _old, ...tagged } = image;
  const answer = { ...tagged, tag: chosen.tag.text, ...(chosen.digest === undefined ? {} : { digest: chosen.digest }) };
  const reason = reasonToGo(chosen, step, facts, found);
  const { date } = chosen;
  if (present) return { ...shared, status: 'update', answer, step, date, reason };
  return { ...shared, status: 'missing', answer, step, date, ...missingTag(image, `${chosen.tag.text} is ${reason}`) };
}

async function exists(image: Target['image'], job: Job): Promise<boolean> {
  if (job.trustsLists) return false;
  const { registry } = await job.connect(image.registry);
  return (await registry.repository(image).head(image.tag)) !== undefined;
}

/** `patch` stays at X.Y.Z; the last number of a version is `bugfix`, which the reason names. */
function findBugfix(list: TagList, current: Version, job: Job): readonly string[] {
  const policy = { ...job.policy, strategy: 'bugfix' as const };
  const [newer] = withRegExpTimeout(job.patterns, () => findNewer(list.tags, current, policy)).candidates;
  return newer === undefined
    ? []
    : [`${newer.text} is a newer bugfix version, which needs ${inputValue('strategy', 'bugfix')}`];
}

function missingTag(image: Target['image'], newer?: string): Pick<Outcome, 'reason' | 'failure'> {
  const message = `the registry has no tag ${image.tag}`;
  const advice = 'Check the tag: the command tags lists the existing tags.';
  return {
    reason: newer === undefined ? message : `${message}; ${newer}`,
    failure: new Failure('not-found', { operation: formatImage(image), reason: message, advice }),
  };
}

function withoutTags(image: Target['image']): Failure {
  return new Failure('not-found', {
    operation: formatRepository(image),
    reason: 'the repository has no tags',
    advice: 'Check the name of the repository.',
  });
}

/** Every tag with its verdict, the newest first: why not this one? */
function explain(name: string, current: Version, { tags }: TagList, { policy, context: { log } }: Job): void {
  log.detail(`${name}: ${countOf(tags.length, 'tag')}, the newest first`);
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
    `${formatCandidate({ ...image, tag: tag.text })} and ${others} have the same version and no order: the last by name is used.`,
  );
}
