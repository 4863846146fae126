import { formatImage } from '../../../images/name.js';
import { asFailure, type Failure, type FailureKind } from '../../../lib/errors.js';
import { type Deletion, isRefusal, notDeletable } from '../../../registries/oci/deletion.js';
import type { OpenRepository } from '../../../registries/registry.js';
import type { Context } from '../../command.js';
import { mapConcurrent } from '../concurrency.js';
import type { ReferenceGuard } from './reference-guard.js';

/**
 * How the deletion of one tag, or of one manifest by its digest, ended. `moved`: the tag was pushed again, and is
 * another image now; `needed`: something has come to need its image; `locked`: the registry protects it. All were left
 * alone.
 */
export type Removal =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'moved' | 'needed' | 'locked'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly failure: Failure };

/** A manifest with the tags on it that are to be deleted. */
export interface Removable {
  readonly digest: string;
  readonly tags: readonly string[];
}

export interface RemoverSettings {
  readonly opened: OpenRepository;
  readonly guard: ReferenceGuard;
  readonly signal: Context['signal'];
  /** Called for every tag that is deleted. */
  readonly onDeleted: (tag: string) => void;
  /** Called before the first manifest is deleted in place of its tag, with the reason. @throws Failure to stop it */
  readonly beforeManifest?: (because: string) => Promise<void>;
  /** Called for every manifest that is deleted by its digest. */
  readonly onManifestDeleted?: (digest: string) => Promise<void>;
  /** The refusals after which nothing more is deleted. Default: by what has been deleted. */
  readonly mostRefusals?: number;
  /** A tag that the registry protects is left alone, and shows nothing about the next one. Default: it is a refusal. */
  readonly leavesLocked?: true;
}

/** Deletes images, and keeps what became of each tag. */
export interface Remover {
  /** Deletes all tags of these images, a few at a time, in this order. Never throws. */
  remove(images: readonly Removable[]): Promise<void>;
  /** Deletes manifests by their digests, with the tags on them, one after the other. Never throws. */
  removeManifests(images: readonly Removable[]): Promise<void>;
  /** Notes that this image is left alone after all. */
  leave(image: Removable, reason: string): void;
  /** By tag; for `removeManifests` also by digest. */
  readonly removals: ReadonlyMap<string, Removal>;
  /** True if the registry has refused to delete a tag alone. */
  deletesManifestsOnly(): boolean;
  /** The reason why no more is deleted. */
  stopped(): Failure | undefined;
  /** True if anything was deleted, or may have been: an answer may be lost after the delete. */
  changed(): boolean;
}

const atOnce = 4;
/**
 * Refusals one after the other after which the next would only be another: nothing has gone yet, or the server fails.
 */
const fewRefusals = 3;
/** The same where others have gone: some tags are protected, and some more may be. */
const manyRefusals = 10;
export const pushedAgain = 'it was pushed again meanwhile';
const manifestsOnly = 'this registry deletes no tags, only whole manifests';
/** A failure that would be the same for every other image. */
const final: readonly FailureKind[] = ['authentication', 'network', 'timeout', 'cancelled', 'usage'];

/**
 * The way in which a registry deletes, as seen so far. `unknown`: nothing yet, a tag is tried, and then its manifest.
 * `neither`: it has refused a tag and its manifest in the same words; deletes are off, or that image is locked, which
 * the next one shows.
 */
type Way = 'unknown' | 'tags' | 'manifests' | 'neither';

const noTags: Deletion = { kind: 'unsupported', status: 405, words: 'it cannot delete a single tag' };

/** Deletes nothing by itself; the first images show whether this registry deletes tags or whole manifests. */
export function createRemover(settings: RemoverSettings): Remover {
  const { opened, guard, signal, onDeleted, mostRefusals } = settings;
  const { name: repository, oci, driver } = opened;
  const removals = new Map<string, Removal>();
  let way = wayOf(opened);
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

  /** Looks again, right before a delete: a tag that was pushed again since is a new image. */
  async function isOn(tag: string, digest: string): Promise<boolean> {
    const now = await oci.head(tag);
    if (now?.digest === digest) return true;
    if (now !== undefined) await guard.observe(tag, now);
    settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: pushedAgain });
    return false;
  }

  /** One delete. When it fails, a look shows if it took effect anyway. */
  async function send(tags: readonly string[], digest: string, work: () => Promise<Deletion>): Promise<Deletion> {
    try {
      const deletion = await work();
      if (deletion.kind === 'deleted' || deletion.kind === 'missing') changed = true;
      return deletion;
    } catch (thrown) {
      if (!isRefusal(asFailure(thrown)) || !(await areOn(tags, digest))) changed = true;
      throw thrown;
    }
  }

  /** False also where that cannot be seen. @param references tags, or the digest itself */
  async function areOn(references: readonly string[], digest: string): Promise<boolean> {
    const heads = await mapConcurrent(references, 1, (one) => oci.head(one)).catch(() => [undefined]);
    return heads.every((head) => head?.digest === digest);
  }

  /** @returns the registry's message where it deletes no tags */
  async function removeTags({ tags, digest }: Removable): Promise<string | undefined> {
    for (const tag of tags) {
      if (removals.has(tag) || !(await isOn(tag, digest))) continue;
      const deletion = await send([tag], digest, async () => (await driver.deleteTag?.(tag, digest)) ?? noTags);
      if (deletion.kind === 'unsupported') return deletion.words;
      way = 'tags';
      if (deletion.kind !== 'locked') settle(tag, { kind: 'deleted' });
      else if (settings.leavesLocked) settle(tag, { kind: 'locked', reason: deletion.failure.message });
      else throw deletion.failure;
    }
    return undefined;
  }

  /** @param tagWords the registry's message on the delete of its tag */
  async function removeByManifest({ tags, digest }: Removable, tagWords: string): Promise<void> {
    await settings.beforeManifest?.(manifestsOnly);
    const deletion = await removeManifest({ tags, digest }, []);
    if (deletion === undefined) return;
    if (deletion.kind === 'unsupported') {
      if (answerIn(tagWords) === answerIn(deletion.words)) {
        way = 'neither';
        refusals += 1;
      }
      throw notDeletable(formatImage({ ...repository, digest }), deletion.words);
    }
    way = 'manifests';
  }

  /**
   * Deletes a manifest with the tags that are on it still, unless something has come to need it.
   * @param named what else it settles: the digest itself
   * @returns undefined: nothing was to be deleted
   */
  async function removeManifest({ tags, digest }: Removable, named: readonly string[]): Promise<Deletion | undefined> {
    const remaining = [...named];
    for (const tag of tags) if (!removals.has(tag) && (await isOn(tag, digest))) remaining.push(tag);
    if (remaining.length === 0) return undefined;
    const tag = await guard.referencedBy(digest);
    if (tag !== undefined) {
      for (const one of remaining) settle(one, { kind: 'needed', reason: `${tag} needs it now` });
      return undefined;
    }
    const deletion = await send(remaining, digest, () => driver.deleteManifest(digest));
    if (deletion.kind === 'unsupported') return deletion;
    if (deletion.kind === 'locked') throw deletion.failure;
    for (const one of remaining) settle(one, { kind: 'deleted' });
    await settings.onManifestDeleted?.(digest);
    return deletion;
  }

  async function removeByDigest(image: Removable): Promise<void> {
    if (stopped !== undefined) return;
    const { digest } = image;
    try {
      const deletion = await removeManifest(image, [digest]);
      if (deletion?.kind === 'unsupported') {
        throw notDeletable(formatImage({ ...repository, digest }), deletion.words);
      }
    } catch (thrown) {
      refuse([...image.tags, digest], signal.aborted ? asFailure(signal.reason) : asFailure(thrown));
    }
  }

  async function removeOne(image: Removable): Promise<void> {
    if (stopped !== undefined) return;
    try {
      const words = way === 'manifests' ? '' : await removeTags(image);
      if (words === undefined) return;
      // A registry that has deleted other tags has locked this one.
      if (way === 'tags' || way === 'neither')
        throw notDeletable(formatImage({ ...repository, digest: image.digest }), words);
      await removeByManifest(image, words);
    } catch (thrown) {
      refuse(image.tags, signal.aborted ? asFailure(signal.reason) : asFailure(thrown));
    }
  }

  function refuse(references: readonly string[], failure: Failure): void {
    for (const one of references) {
      if (!removals.has(one)) settle(one, { kind: 'failed', reason: failure.message, failure });
    }
    refusals += 1;
    const most = mostRefusals ?? (deleted === 0 || failure.kind === 'server' ? fewRefusals : manyRefusals);
    if (refusals >= most || final.includes(failure.kind)) stopped ??= failure;
  }

  return {
    leave({ tags }, reason) {
      for (const tag of tags) settle(tag, { kind: 'needed', reason });
    },
    removals,
    deletesManifestsOnly: () => way === 'manifests',
    stopped: () => stopped,
    changed: () => changed,
    async remove(images) {
      // One by one until the first delete that is done: nothing is tried together that may be refused together.
      const waiting = images[Symbol.iterator]();
      for (const image of waiting) {
        await removeOne(image);
        if (deleted > 0 || stopped !== undefined) break;
      }
      await mapConcurrent([...waiting], atOnce, removeOne);
    },
    async removeManifests(images) {
      await mapConcurrent(images, 1, removeByDigest);
    },
  };
}

/** The known facts about that before the first delete. */
function wayOf({ driver, kind }: OpenRepository): Way {
  if (driver.deleteTag === undefined) return 'manifests';
  return kind.capabilities.deleteTag === 'unknown' ? 'unknown' : 'tags';
}

/** The answer in a refusal, which begins with the request: `DELETE https://…: 405 Method Not Allowed; …`. */
function answerIn(words: string): string {
  return words.replace(/^\S+ \S+: /, '');
}
