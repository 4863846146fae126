import { formatRepository } from '../../images/name.js';
import { countOf } from '../../reports/quantities.js';
import { createExpiresLabel, type Expiry } from '../../retention/expiry.js';
import type { TaggedImage } from '../../retention/image.js';
import type { CachedReader } from '../shared/cache/readers.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { createLabels } from './labels.js';
import type { UnreadRule } from './unread-rules.js';

/** The meaning of `true`: the label that Quay itself understands. */
const usualLabel = 'quay.expires-after';
const atOnce = 8;

/** The label that an input names; undefined where it is not given. */
export function labelName(given: string | undefined): string | undefined {
  if (given === undefined || /^false$/i.test(given)) return undefined;
  return /^true$/i.test(given) ? usualLabel : given;
}

/** The rule of `expires-label` for one repository. */
export function expiresLabel(name: string): UnreadRule {
  const labels = createLabels(name);
  const confirmed = createLabels(name);

  /** One that has expired according to the cache is read again: the registry must still have all of it. */
  async function read(candidate: TaggedImage, reader: CachedReader, now: Date): Promise<Expiry> {
    const { digest } = candidate;
    const expiry = await labels.expiryOf(digest, reader.assumed);
    const { goes } = createExpiresLabel(name, new Map([[digest, expiry]]))(candidate, now);
    return goes && reader.hasAssumed() ? confirmed.expiryOf(digest, reader.confirmed) : expiry;
  }

  return {
    watch: labels.watch,
    async read(candidates, { name: repository, reader }, context) {
      const reportProgress = throttledProgress(context);
      const expiries = new Map<string, Expiry>();
      await mapConcurrent(candidates, atOnce, async (candidate) => {
        expiries.set(candidate.digest, await read(candidate, reader, context.now()));
        const [done, total] = [expiries.size, candidates.length];
        reportProgress(() => `the label ${name} of ${done} of ${countOf(total, 'image')} read`, { done, total });
      });
      const unreadable = candidates.filter(({ digest }) => expiries.get(digest)?.kind === 'unreadable');
      const [first] = unreadable;
      if (first !== undefined) {
        const more = unreadable.length === 1 ? '' : ` and ${unreadable.length - 1} more`;
        context.log.warn(
          `${formatRepository(repository)}: the label ${name} of ${first.tags[0]}${more} cannot be read: the image is kept`,
        );
      }
      return createExpiresLabel(name, expiries);
    },
  };
}
