import type { ImageName } from '../../images/name.js';
import type { Policy } from '../../images/newer.js';
import type { Platform } from '../../images/platform.js';
import type { Patterns } from '../../lib/reg-exp-timeout.js';
import type { Context } from '../command.js';
import type { Connection } from '../shared/inputs/registry.js';
import type { AgeOf } from '../shared/min-age.js';
import type { Cache } from './cache.js';
import type { TagList } from './tag-lists.js';

/** What the looking up of every image shares. */
export interface Job {
  readonly connect: (registry: ImageName['registry']) => Promise<Connection>;
  readonly lists: (name: ImageName) => Promise<TagList>;
  /** What the list has exists, and what it does not have does not: no tag is requested. */
  readonly trustsLists?: true;
  readonly cache: Cache | undefined;
  readonly policy: Policy;
  /** Those in the policy. */
  readonly patterns: Patterns;
  readonly platform: Platform | undefined;
  /** Undefined: every tag is old enough, and no date is requested. */
  readonly ageOf: AgeOf | undefined;
  readonly context: Context;
}
