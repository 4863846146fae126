import { Failure } from '../../errors.js';
import { formatImage, formatRepository } from '../../images/name.js';
import { inputName } from '../../input-names.js';
import type { RepositoryDriver } from '../../registries/drivers/driver.js';
import type { Descriptor } from '../../registries/manifest.js';
import type { Registry } from '../../registries/registry.js';
import type { Access, Repository } from '../../registries/repository.js';
import { nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import { listWhereNeeded, lookAt, type Unserved, unservedOf } from './looks.js';
import type { Targets } from './targets.js';

/** What a repository has, of what is to be deleted and of what is to stay. */
export interface Survey extends Targets {
  readonly access: Repository;
  readonly driver: RepositoryDriver;
  /** The tags and digests that were asked for and are there: tag → digest. */
  readonly goingTags: ReadonlyMap<string, string>;
  readonly goingDigests: readonly string[];
  /** The tags that were asked for and are listed, but whose manifest the registry does not serve. */
  readonly unserved: ReadonlyMap<string, Unserved>;
  /** The tags and digests that were asked for and are not there. */
  readonly missing: readonly string[];
  /** Every tag that stays. */
  readonly staying: ReadonlyMap<string, Descriptor>;
}

const atOnce = 8;

/**
 * Looks at everything that decides what may go: the targets, and every other tag of the repository. One HEAD a tag.
 * @throws Failure for a list or a tag that cannot be read: what cannot be read might need what is to be deleted.
 */
export async function surveyRepository(
  targets: Targets,
  registry: Registry,
  allowed: Access,
  context: Pick<Context, 'progress' | 'now'>,
): Promise<Survey> {
  const { repository, tags, digests } = targets;
  const access = registry.repository(repository, allowed);
  const looks = await eachOf([...tags, ...digests], atOnce, (reference) => lookAt(access, reference));
  const listed = await listWhereNeeded(access, looks);
  const unserved = await unservedOf(access, looks, listed);
  const there = new Map(looks.flatMap(({ reference, found }) => (found ? [[reference, found.digest] as const] : [])));
  const goingTags = new Map(
    tags.flatMap((tag) => {
      const digest = there.get(tag);
      return digest === undefined ? [] : [[tag, digest] as const];
    }),
  );
  const goingDigests = digests.filter((digest) => there.has(digest));
  const missing = [...tags, ...digests].filter((reference) => !there.has(reference) && !unserved.has(reference));
  // Here the registry has answered: which driver is its own is known.
  const { driver } = await registry.open(repository, allowed);
  const found = { ...targets, access, driver, goingTags, goingDigests, unserved, missing };
  if (there.size === 0) return { ...found, staying: new Map() };
  const others = listed.filter((tag) => !tags.includes(tag));
  const tell = nowAndThen(context);
  const total = others.length;
  let done = 0;
  const staying = await eachOf(others, atOnce, async (tag) => {
    const descriptor = await access.head(tag);
    done += 1;
    tell(() => `${formatRepository(repository)}: ${done} of ${total} tags looked at`, { done, total });
    // Gone since the list was made.
    return descriptor === undefined ? [] : [[tag, descriptor] as const];
  });
  return { ...found, staying: new Map(staying.flat()) };
}

/** Whether all that was to go is there still, as it was; false also where that cannot be seen. */
export async function isUntouched(surveys: readonly Survey[]): Promise<boolean> {
  const looks = surveys.flatMap(({ access, goingTags, goingDigests }) => [
    ...[...goingTags].map(
      ([tag, digest]) =>
        async () =>
          (await access.head(tag))?.digest === digest,
    ),
    ...goingDigests.map((digest) => async () => (await access.head(digest)) !== undefined),
  ]);
  const seen = await eachOf(looks, atOnce, (look) => look()).catch(() => [false]);
  return seen.every((one) => one);
}

/** @throws Failure (not-found) naming what is not there, unless that is fine */
export function refuseMissing(surveys: readonly Survey[], missingOk: boolean): void {
  const images = surveys.flatMap((survey) => survey.missing.map((reference) => imageOf(survey, reference)));
  if (missingOk || images.length === 0) return;
  throw new Failure('not-found', {
    asked: `Looking for ${images.join(', ')}`,
    answered: 'not there; nothing was deleted',
    advice: `Check the names, or set ${inputName('missing-ok')} where it is fine that they are gone.`,
  });
}

/** A tag or digest of this repository, as people write it. */
export function imageOf({ repository }: Pick<Targets, 'repository'>, reference: string): string {
  return formatImage(
    reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference },
  );
}
