import { inputName } from '../lib/input-names.js';
import { type Contents, isSignatureTag, subjectOfTag, type TaggedImage } from './image.js';
import type { Ruling } from './judgement.js';
import { newestFirst } from './order.js';
import { exceeds, formatLimit, type Policy } from './policy.js';
import { createReach, type Reach, type Relations, relationsOf } from './relations.js';
import { createJudge, holdOf } from './rules.js';

/** The outcome of a plan for one image. `blocked`: the policy would delete it, but it is kept. */
export type PlannedOutcome = 'kept' | 'deleted' | 'blocked';

export interface Verdict extends Ruling {
  readonly image: TaggedImage;
  readonly outcome: PlannedOutcome;
  /** It refers to other manifests (a signature, an SBOM), is never counted, and goes and stays with them. */
  readonly referrer: boolean;
}

/** The changes that a prune would make to one repository, and the reasons. */
export interface Plan {
  /** Ordinary images from the newest to the oldest, then referrers. */
  readonly verdicts: readonly Verdict[];
  /**
   * Untagged manifests that only deleted images lead to, each index before what it lists: for registries that do not
   * delete them by themselves.
   */
  readonly orphans: readonly string[];
  /** The reason why this plan must not be executed. */
  readonly refusal: string | undefined;
}

/**
 * Decides over images (distinct digests), not over tags. Nothing that a kept image needs is deleted: not a digest that
 * tags share, not what an index lists, not what refers to either.
 * Manifests without tags are left as they are, with what they need, unless only deleted images lead to them.
 */
export function plan(contents: Contents, policy: Policy, now: Date): Plan {
  const { images, graph, untagged = [], takesSignatures = false } = contents;
  const relations = relationsOf(images, graph);
  const ordinary = newestFirst(images.filter((image) => !relations.isReferrer(image)));
  const referrers = images.filter(relations.isReferrer);
  const used = usedDigests(policy, relations);
  const judged = judgeAll(ordinary, policy, used, now);
  const holds = new Map(referrers.map((image) => [image.digest, holdOfReferrer(image, policy, used)]));
  const held = referrers.filter(({ digest }) => holds.get(digest) !== undefined);
  const kept = judged.flatMap(({ image, outcome }) => (outcome === 'deleted' ? [] : [image]));
  const wanted = takesSignatures ? blockSigned(judged, [...held, ...kept]) : judged;

  const known = createReach(relations);
  for (const image of ordinary) known.add(image.digest, nameOf(image));
  const needed = createReach(relations);
  for (const { image, outcome } of wanted) if (outcome !== 'deleted') needed.add(image.digest, nameOf(image));
  for (const image of referrers) {
    if (holds.get(image.digest) !== undefined || !known.has(image.digest)) needed.add(image.digest, nameOf(image));
  }
  for (const [digest, place] of policy.inUse.digests) needed.add(digest, `what is in use (${place})`);
  for (const digest of untagged) if (!known.has(digest)) needed.add(digest, digest);
  const verdicts = [
    ...wanted.map((verdict) => blockParts(verdict, needed)),
    ...referrers.map((image) => judgeReferrer(image, holds.get(image.digest), known, needed)),
  ];
  return { verdicts, orphans: orphansOf(verdicts, needed, relations), refusal: refusalOf(verdicts, policy) };
}

/** The tags of an image that are listed as deleted. */
export function deletedTags({ verdicts }: Pick<Plan, 'verdicts'>): number {
  return countTags(verdicts.filter(({ outcome }) => outcome === 'deleted'));
}

function usedDigests({ inUse }: Policy, relations: Relations): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const [digest, place] of inUse.digests) {
    for (const one of relations.withParents([digest])) used.set(one, place);
  }
  return used;
}

function judgeAll(
  ordinary: readonly TaggedImage[],
  policy: Policy,
  used: ReadonlyMap<string, string>,
  now: Date,
): readonly Verdict[] {
  const judge = createJudge(policy, now);
  return ordinary.map((image): Verdict => {
    const hold = holdOf(image, policy, used);
    if (hold !== undefined) return { image, referrer: false, outcome: 'kept', ...hold };
    const { goes, ruling } = judge(image);
    if (!goes) return { image, referrer: false, outcome: 'kept', ...ruling };
    const exempt = policy.exempt.get(image.digest);
    if (exempt !== undefined) return { image, referrer: false, outcome: 'kept', rule: 'in-use', reason: exempt };
    if (image.locked === undefined) return { image, referrer: false, outcome: 'deleted', ...ruling };
    return { image, referrer: false, outcome: 'blocked', rule: 'locked', reason: image.locked };
  });
}

/** The registry would delete a signature that stays with the last tag of what it signs, unless it is locked. */
function blockSigned(judged: readonly Verdict[], staying: readonly TaggedImage[]): readonly Verdict[] {
  const signatures = new Map<string, string>();
  for (const { tags } of staying.filter(({ locked }) => locked === undefined)) {
    for (const tag of tags.filter(isSignatureTag)) signatures.set(subjectOfTag(tag) ?? '', tag);
  }
  return judged.map((verdict): Verdict => {
    const signature = signatures.get(verdict.image.digest);
    if (verdict.outcome !== 'deleted' || signature === undefined) return verdict;
    const reason = `${signature} is kept, and the registry would delete it too`;
    return { ...verdict, outcome: 'blocked', rule: 'part', reason };
  });
}

/** A manifest that a kept image needs cannot be deleted, whatever the policy is. */
function blockParts(verdict: Verdict, needed: Reach): Verdict {
  const { image, outcome } = verdict;
  if (outcome !== 'deleted' || !needed.has(image.digest)) return verdict;
  return {
    image,
    referrer: false,
    outcome: 'blocked',
    rule: 'part',
    reason: `a part of ${needed.by(image.digest)}, which is kept`,
  };
}

/** A referrer's tag that is not included does not keep it: it goes with its subject. */
function holdOfReferrer(image: TaggedImage, policy: Policy, used: ReadonlyMap<string, string>): Ruling | undefined {
  if (image.locked !== undefined) return { rule: 'locked', reason: image.locked };
  return holdOf(image, { ...policy, include: undefined }, used);
}

function judgeReferrer(image: TaggedImage, hold: Ruling | undefined, known: Reach, needed: Reach): Verdict {
  if (hold !== undefined) return { image, referrer: true, outcome: 'kept', ...hold };
  const about = { image, referrer: true, rule: 'subject' } as const;
  const subject = known.by(image.digest);
  if (subject === undefined) return { ...about, outcome: 'kept', reason: 'refers to an image without a tag' };
  const keeper = needed.by(image.digest);
  if (keeper !== undefined) return { ...about, outcome: 'kept', reason: `belongs to ${keeper}, which is kept` };
  return { ...about, outcome: 'deleted', reason: `belongs to ${subject}, which is deleted` };
}

function orphansOf(verdicts: readonly Verdict[], needed: Reach, relations: Relations): readonly string[] {
  const deletions = createReach(relations);
  for (const { image, outcome } of verdicts) if (outcome === 'deleted') deletions.add(image.digest, nameOf(image));
  const tagged = new Set(verdicts.map(({ image }) => image.digest));
  return deletions.inOrder().filter((digest) => !needed.has(digest) && !tagged.has(digest));
}

function refusalOf(verdicts: readonly Verdict[], { keep, maxDelete }: Policy): string | undefined {
  const [deleted, all] = [deletedTags({ verdicts }), countTags(verdicts)];
  if (maxDelete !== undefined && exceeds(maxDelete, deleted, all)) {
    return `${deleted} of ${all} tags would be deleted, and ${inputName('max-delete')} is ${formatLimit(maxDelete)}`;
  }
  const stays = verdicts.some(
    ({ outcome, referrer, image }) => outcome !== 'deleted' && !referrer && image.unusable === undefined,
  );
  if (deleted === 0 || stays || keep === 0) return undefined;
  return `all images would be deleted (${deleted} of ${all} tags), and ${inputName('keep')} is not 0`;
}

function countTags(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, { image }) => sum + image.tags.length, 0);
}

function nameOf({ tags, digest }: TaggedImage): string {
  return tags[0] ?? digest;
}
