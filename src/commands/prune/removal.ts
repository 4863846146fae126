import { asFailure, type Failure, type FailureKind } from '../../errors.js';
import { formatImage, type RepositoryName } from '../../images/name.js';
import { type Deleter, notDeletable } from '../../registries/deleter.js';
import type { Repository } from '../../registries/repository.js';
import type { TaggedImage } from '../../retention/image.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { Lookout } from './lookout.js';
import type { Removal } from './outcome.js';

export interface RemovalSettings {
  readonly repository: RepositoryName;
  readonly access: Repository;
  readonly deleter: Deleter;
  readonly lookout: Lookout;
  readonly context: Pick<Context, 'signal'>;
  /** Told of every tag that is gone. */
  readonly onDeleted: (tag: string) => void;
}

/** Removes images, and remembers what became of each tag. */
export interface Remover {
  /** Removes all tags of these images, a few at a time, in this order. Never throws. */
  remove(images: readonly TaggedImage[]): Promise<void>;
  readonly removals: ReadonlyMap<string, Removal>;
  /** Why no more is removed. */
  stopped(): Failure | undefined;
}

const atOnce = 4;
/** Refusals one after the other, after which the next one would only be another. */
const mostRefusals = 3;
/** What would be the same for every other image. */
const final: readonly FailureKind[] = ['unsupported', 'authentication', 'network', 'timeout', 'cancelled', 'usage'];

/** Deletes nothing until asked to; the first image shows whether this registry deletes tags or whole manifests. */
export function createRemover(settings: RemovalSettings): Remover {
  const { repository, access, deleter, lookout, context, onDeleted } = settings;
  const removals = new Map<string, Removal>();
  let wholeOnly = deleter.refusesTags !== undefined;
  let deleted = 0;
  let refusals = 0;
  let stopped: Failure | undefined;

  function settle(tag: string, removal: Removal): void {
    removals.set(tag, removal);
    if (removal.kind !== 'deleted') return;
    deleted += 1;
    refusals = 0;
    onDeleted(tag);
  }

  /** Looks again, right before a delete: a tag that was pushed again since is somebody's new image. */
  async function standsOn(tag: string, digest: string): Promise<boolean> {
    const now = await access.head(tag);
    if (now?.digest === digest) return true;
    settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: 'it was pushed again meanwhile' });
    return false;
  }

  /** @returns false when this registry deletes no tags, and none has been deleted */
  async function removeTags({ tags, digest }: TaggedImage): Promise<boolean> {
    for (const tag of tags) {
      if (removals.has(tag) || !(await standsOn(tag, digest))) continue;
      const deletion = await deleter.tag(repository, access, tag, digest);
      if (deletion.kind === 'unsupported' && deleted === 0) return false;
      if (deletion.kind === 'unsupported') throw notDeletable(formatImage({ ...repository, tag }), deletion.words);
      settle(tag, { kind: deletion.kind });
    }
    return true;
  }

  async function removeWhole({ tags, digest }: TaggedImage): Promise<void> {
    const standing: string[] = [];
    for (const tag of tags) if (!removals.has(tag) && (await standsOn(tag, digest))) standing.push(tag);
    if (standing.length === 0) return;
    const needing = await lookout.needing(digest);
    if (needing !== undefined) {
      const reason = `${needing} has come to need it meanwhile`;
      for (const tag of standing) settle(tag, { kind: 'needed', reason });
      return;
    }
    const deletion = await deleter.digest(repository, access, digest);
    if (deletion.kind === 'unsupported') throw notDeletable(formatImage({ ...repository, digest }), deletion.words);
    for (const tag of standing) settle(tag, { kind: deletion.kind });
  }

  async function removeOne(image: TaggedImage): Promise<void> {
    if (stopped !== undefined) return;
    try {
      if (!wholeOnly) wholeOnly = !(await removeTags(image));
      if (wholeOnly) await removeWhole(image);
    } catch (thrown) {
      const failure = context.signal.aborted ? asFailure(context.signal.reason) : asFailure(thrown);
      for (const tag of image.tags) {
        if (!removals.has(tag)) settle(tag, { kind: 'failed', reason: failure.message, failure });
      }
      refusals += 1;
      const none = deleted === 0 && failure.kind === 'denied';
      if (none || refusals >= mostRefusals || final.includes(failure.kind)) stopped ??= failure;
    }
  }

  return {
    removals,
    stopped: () => stopped,
    async remove(images) {
      // By the first it shows which way this registry has.
      const [first, ...others] = images;
      if (first !== undefined) await removeOne(first);
      await eachOf(others, atOnce, removeOne);
    },
  };
}
