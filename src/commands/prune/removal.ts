import { asFailure, type Failure, type FailureKind } from '../../errors.js';
import { formatImage } from '../../images/name.js';
import { type Deletion, isRefusal, notDeletable } from '../../registries/deletion.js';
import type { OpenRepository } from '../../registries/registry.js';
import type { TaggedImage } from '../../retention/image.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { Lookout } from '../lookout.js';
import type { Removal } from './outcome.js';

export interface RemovalSettings {
  readonly opened: OpenRepository;
  readonly lookout: Lookout;
  readonly context: Pick<Context, 'signal'>;
  /** Told of every tag that is gone. */
  readonly onDeleted: (tag: string) => void;
}

/** Removes images, and remembers what became of each tag. */
export interface Remover {
  /** Removes all tags of these images, a few at a time, in this order. Never throws. */
  remove(images: readonly TaggedImage[]): Promise<void>;
  /** Notes that this image is left alone after all. */
  leave(image: TaggedImage, reason: string): void;
  readonly removals: ReadonlyMap<string, Removal>;
  /** Why no more is removed. */
  stopped(): Failure | undefined;
  /** Whether anything was deleted, or may have been: an answer may be lost after the deed. */
  changed(): boolean;
}

const atOnce = 4;
/** Refusals one after the other after which the next would only be another: nothing has gone yet, or the server fails. */
const fewRefusals = 3;
/** The same where others have gone: some tags are protected, and some more may be. */
const manyRefusals = 10;
/** What would be the same for every other image. */
const final: readonly FailureKind[] = ['authentication', 'network', 'timeout', 'cancelled', 'usage'];

/**
 * What a registry has shown of how it deletes. `unknown`: nothing yet, a tag is tried, and then its manifest. `neither`: it
 * has refused a tag and its manifest in the same words; deletes are off, or that image is locked, which the next one shows.
 */
type Way = 'unknown' | 'tags' | 'manifests' | 'neither';

const noTags: Deletion = { kind: 'unsupported', status: 405, words: 'no tag is deleted alone here' };

/** Deletes nothing until asked to; the first images show whether this registry deletes tags or whole manifests. */
export function createRemover(settings: RemovalSettings): Remover {
  const { opened, lookout, context, onDeleted } = settings;
  const { name: repository, oci: access, driver } = opened;
  const removals = new Map<string, Removal>();
  let way: Way = driver.deleteTag === undefined ? 'manifests' : 'unknown';
  let deleted = 0;
  let refusals = 0;
  let changed = false;
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
    if (now !== undefined) await lookout.saw(tag, now);
    settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: 'it was pushed again meanwhile' });
    return false;
  }

  /** One delete. When it fails, a look tells whether it was done all the same. */
  async function send(tags: readonly string[], digest: string, work: () => Promise<Deletion>): Promise<Deletion> {
    try {
      const deletion = await work();
      if (deletion.kind !== 'unsupported') changed = true;
      return deletion;
    } catch (thrown) {
      if (!isRefusal(asFailure(thrown)) || !(await areOn(tags, digest))) changed = true;
      throw thrown;
    }
  }

  /** False also where that cannot be seen. */
  async function areOn(tags: readonly string[], digest: string): Promise<boolean> {
    const heads = await eachOf(tags, 1, (tag) => access.head(tag)).catch(() => [undefined]);
    return heads.every((head) => head?.digest === digest);
  }

  /** @returns the registry's words when it deletes no tags */
  async function removeTags({ tags, digest }: TaggedImage): Promise<string | undefined> {
    for (const tag of tags) {
      if (removals.has(tag) || !(await standsOn(tag, digest))) continue;
      const deletion = await send([tag], digest, async () => (await driver.deleteTag?.(tag, digest)) ?? noTags);
      if (deletion.kind === 'unsupported') return deletion.words;
      way = 'tags';
      settle(tag, { kind: 'deleted' });
    }
    return undefined;
  }

  /** @param tagWords what the registry said to the delete of its tag */
  async function removeWhole({ tags, digest }: TaggedImage, tagWords: string): Promise<void> {
    const standing: string[] = [];
    for (const tag of tags) if (!removals.has(tag) && (await standsOn(tag, digest))) standing.push(tag);
    if (standing.length === 0) return;
    const needing = await lookout.needing(digest);
    if (needing !== undefined) {
      const reason = `${needing} has come to need it meanwhile`;
      for (const tag of standing) settle(tag, { kind: 'needed', reason });
      return;
    }
    const deletion = await send(standing, digest, () => driver.deleteManifest(digest));
    if (deletion.kind === 'unsupported') {
      if (answerIn(tagWords) === answerIn(deletion.words)) {
        way = 'neither';
        refusals += 1;
      }
      throw notDeletable(formatImage({ ...repository, digest }), deletion.words);
    }
    way = 'manifests';
    for (const tag of standing) settle(tag, { kind: 'deleted' });
  }

  async function removeOne(image: TaggedImage): Promise<void> {
    if (stopped !== undefined) return;
    try {
      const words = way === 'manifests' ? '' : await removeTags(image);
      if (words === undefined) return;
      // A registry that has deleted other tags has locked this one.
      if (way === 'tags' || way === 'neither')
        throw notDeletable(formatImage({ ...repository, digest: image.digest }), words);
      await removeWhole(image, words);
    } catch (thrown) {
      refuse(image, context.signal.aborted ? asFailure(context.signal.reason) : asFailure(thrown));
    }
  }

  function refuse({ tags }: TaggedImage, failure: Failure): void {
    for (const tag of tags) {
      if (!removals.has(tag)) settle(tag, { kind: 'failed', reason: failure.message, failure });
    }
    refusals += 1;
    const most = deleted === 0 || failure.kind === 'server' ? fewRefusals : manyRefusals;
    if (refusals >= most || final.includes(failure.kind)) stopped ??= failure;
  }

  return {
    leave({ tags }, reason) {
      for (const tag of tags) settle(tag, { kind: 'needed', reason });
    },
    removals,
    stopped: () => stopped,
    changed: () => changed,
    async remove(images) {
      // One by one until the first delete that is done: nothing is tried together that may be refused together.
      const waiting = images[Symbol.iterator]();
      for (const image of waiting) {
        await removeOne(image);
        if (deleted > 0 || stopped !== undefined) break;
      }
      await eachOf([...waiting], atOnce, removeOne);
    },
  };
}

/** The answer in a refusal, which begins with the request: `DELETE https://…: 405 Method Not Allowed; …`. */
function answerIn(words: string): string {
  return words.replace(/^\S+ \S+: /, '');
}
