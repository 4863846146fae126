import type { RegistryName } from '../../images/name.js';
import type { Failure } from '../../lib/errors.js';

/** A repository, with what is known of it; undefined is what the registry does not report. */
export interface ListedRepository {
  /** Its path in the registry: `acme/app`. */
  readonly name: string;
  readonly pulls?: number | undefined;
  readonly stars?: number | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
  /** The last push or change. */
  readonly updated?: Date | undefined;
  readonly private?: boolean | undefined;
  readonly description?: string | undefined;
  /** The number of tags, where nothing else is reported. */
  readonly tags?: number;
  /** The reason why its tags could not be counted. */
  readonly failure?: Failure;
}

/** The result of `repositories`. */
export interface RepositoriesResult {
  readonly registry: RegistryName;
  readonly namespace: string | undefined;
  /** Those that were chosen, by name. */
  readonly repositories: readonly ListedRepository[];
  readonly total: number;
  readonly detailed: boolean;
  /** For `strategy.matrix`; undefined without shards. */
  readonly matrix: string | undefined;
}
