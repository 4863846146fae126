import type { ImageName } from '../../images/name.js';
import type { Policy } from '../../images/newer.js';
import type { Platform } from '../../images/platform.js';
import type { Strategy } from '../../images/version-step.js';
import type { Failure } from '../../lib/errors.js';
import type { Patterns } from '../../lib/reg-exp-timeout.js';
import type { Context } from '../command.js';
import type { ImageDate } from '../shared/image-dates.js';
import type { Connection } from '../shared/inputs/registry.js';
import type { AgeOf } from '../shared/min-age.js';
import type { Cache } from './cache.js';
import type { TagList } from './tag-lists.js';

/**
 * `missing`: the repository exists, and the current tag does not; the answer is a newer one if one exists.
 * `unsupported`: nothing can be newer than such a tag. `not-found`: the registry has no such repository, or no tags in
 * it. `unknown`: an error, which is never the same as up to date.
 */
export type Status = 'update' | 'up-to-date' | 'missing' | 'unsupported' | 'not-found' | 'unknown';

/** The outcome of one image. */
export interface Outcome {
  /** As it is written: `acme/app:1.0.0`. */
  readonly name: string;
  /** The files and lines that have it; none for one that was given itself. */
  readonly where: readonly string[];
  readonly status: Status;
  /** The image to use: the newer image, or the given one if nothing is newer; undefined if it is not known. */
  readonly answer: ImageName | undefined;
  readonly step: Strategy | 'digest' | undefined;
  /** Of a newer answer; read only for `min-age`. */
  readonly date?: ImageDate | undefined;
  /** Why, as half a sentence. */
  readonly reason: string;
  /** The facts from the list of tags; only for strategies that use one. */
  readonly list?: ListFacts;
  readonly failure?: Failure;
}

export interface ListFacts {
  /** True if the given tag is in it. */
  readonly present: boolean;
  /** The number of tags that are updates within the strategy. */
  readonly candidates: number;
  /** The newest tag of any step. */
  readonly newest: string | undefined;
  /** Tags that would have been taken, and are too young. */
  readonly pending: readonly Pending[];
  /** When the list was read, where the registry has failed since. */
  readonly stale: Date | undefined;
}

/** A tag that is too young, with its date. */
export interface Pending {
  readonly tag: string;
  readonly date: ImageDate;
}

/** The result of `latest`: one outcome for each image, in the order in which they were named. */
export interface LatestResult {
  readonly outcomes: readonly Outcome[];
}

/** The state that all look-ups share. */
export interface Job {
  readonly connect: (registry: ImageName['registry']) => Promise<Connection>;
  readonly lists: (name: ImageName) => Promise<TagList>;
  /** The list is trusted: a tag in it exists, and any other tag does not. No tag is requested. */
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
