import { parseTag } from '../../../src/images/version.js';
import { compareTags } from '../../../src/images/version-order.js';
import type { TaggedImage } from '../../../src/retention/image.js';
import type { Policy } from '../../../src/retention/policy.js';
import type { Stock } from './repositories.js';

/**
 * Which digests go, worked out again in the slowest and plainest way: by asking of every set of images what the rules say,
 * and letting in again, one after the other, what somebody who stays needs.
 * @param says whether the rules beside `keep` and `older-than` let an image go
 */
export function oracle(
  { images, graph, untagged }: Stock,
  policy: Policy,
  now: Date,
  says: (image: TaggedImage) => boolean = () => true,
): ReadonlySet<string> {
  const childrenOf = (digest: string) => graph.get(digest)?.children ?? [];
  const aboutOf = (image: TaggedImage) => {
    const named = image.tags.flatMap((tag) => {
      const found = tag.match(/^sha256-([0-9a-f]{64})(\..+)?$/);
      return found && `sha256:${found[1]}` !== image.digest ? [`sha256:${found[1]}`] : [];
    });
    const own = graph.get(image.digest)?.subject;
    return own === undefined ? named : [...named, own];
  };
  const isReferrer = (image: TaggedImage) =>
    graph.get(image.digest)?.subject !== undefined ||
    image.tags.every((tag) => /^sha256-[0-9a-f]{64}/.test(tag) && !tag.includes(image.digest.slice(7)));
  const parts = (digest: string): string[] => [digest, ...childrenOf(digest).flatMap(parts)];

  // What pulls or verifies with these digests: again and again, until nothing is added.
  const wholeOf = (starts: readonly string[]) => {
    const whole = new Set(starts.flatMap(parts));
    for (let size = -1; size !== whole.size; ) {
      size = whole.size;
      for (const image of images) {
        if (aboutOf(image).some((one) => whole.has(one))) for (const one of parts(image.digest)) whole.add(one);
      }
      for (const [digest, links] of graph) {
        if (links.subject !== undefined && whole.has(links.subject)) for (const one of parts(digest)) whole.add(one);
      }
    }
    return whole;
  };

  const held = (image: TaggedImage) =>
    image.tags.some((tag) => policy.inUse.tags.has(tag) || policy.protect?.test(tag) || policy.exclude?.test(tag)) ||
    parts(image.digest).some((digest) => policy.inUse.digests.has(digest)) ||
    (!isReferrer(image) && !image.tags.every((tag) => policy.include?.test(tag) ?? true));
  const newer = (one: TaggedImage, other: TaggedImage): boolean => {
    if (one.date?.getTime() !== other.date?.getTime()) {
      return other.date === undefined || (one.date !== undefined && one.date > other.date);
    }
    const best = (image: TaggedImage) =>
      image.tags.reduce((a, b) => (compareTags(parseTag(a), parseTag(b)) <= 0 ? a : b));
    return compareTags(parseTag(best(one)), parseTag(best(other))) < 0;
  };
  const groups = ({ tags }: TaggedImage) => tags.map((tag) => policy.groupBy?.exec(tag)?.[1] ?? '');

  const ordinary = images.filter((image) => !isReferrer(image));
  const candidates = ordinary.filter((image) => !held(image));
  const goes = (image: TaggedImage) => {
    const newest = groups(image).some(
      (group) =>
        candidates.filter((one) => groups(one).includes(group) && newer(one, image)).length < (policy.keep ?? 0),
    );
    const old = image.date !== undefined && now.getTime() - image.date.getTime() > (policy.olderThan ?? -1);
    return !newest && (policy.olderThan === undefined || old) && says(image);
  };
  const reached = wholeOf(ordinary.map(({ digest }) => digest));
  const orphans = images.filter((image) => isReferrer(image) && (held(image) || !reached.has(image.digest)));
  const staying = [...ordinary.filter((image) => !candidates.includes(image) || !goes(image)), ...orphans];
  const strays = (untagged ?? []).filter((digest) => !reached.has(digest));
  const needed = wholeOf([...staying.map(({ digest }) => digest), ...policy.inUse.digests.keys(), ...strays]);
  return new Set(images.map(({ digest }) => digest).filter((digest) => !needed.has(digest)));
}
