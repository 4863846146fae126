import { formatRepository, type ImageName } from '../../images/name.js';
import type { Policy } from '../../images/newer.js';
import type { Platform } from '../../images/platform.js';
import { inputName } from '../../lib/input-names.js';
import type { Patterns } from '../../lib/matching.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { Context } from '../command.js';
import type { Connection } from '../shared/inputs/registry.js';
import type { Cache } from './cache.js';
import type { DateOf } from './dates.js';
import type { TagList } from './tag-lists.js';
import type { Target } from './targets.js';

/** What the looking up of every image shares. */
export interface Job {
  readonly connect: (registry: ImageName['registry']) => Promise<Connection>;
  readonly lists: (name: ImageName) => Promise<TagList>;
  readonly cache: Cache | undefined;
  readonly policy: Policy;
  /** Those in the policy. */
  readonly patterns: Patterns;
  readonly platform: Platform | undefined;
  /** Undefined: every tag is old enough, and nobody is asked for dates. */
  readonly isOldEnough: OldEnough | undefined;
  readonly context: Context;
}

export type OldEnough = (image: Target['image'], digest: string, repository: Repository) => Promise<boolean>;

/** @param least milliseconds. What has no date counts as old enough, with a warning: it would have to wait for ever. */
export function createMinAge(least: number, dateOf: DateOf, { log, now }: Pick<Context, 'log' | 'now'>): OldEnough {
  return async (image, digest, repository) => {
    const date = await dateOf(image, image.tag, digest, repository);
    if (date !== undefined) return now().getTime() - date.getTime() >= least;
    log.warn(
      `Nobody says how old ${formatRepository(image)}:${image.tag} is: it counts as old enough for ${inputName('min-age')}.`,
    );
    return true;
  };
}
