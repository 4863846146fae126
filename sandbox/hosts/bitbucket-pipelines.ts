import { randomUUID } from 'node:crypto';
import type { Timers } from '../timers.js';
import { type Pipeline, type PipelinePlan, startPipeline } from './bitbucket-pipeline-runs.js';
import { findCommit, type SourceRepository, type SourceState } from './source-state.js';

export interface PipelinesSpec {
  /** The names of the custom pipelines in its bitbucket-pipelines.yml. */
  readonly custom?: readonly string[];
  readonly plan?: PipelinePlan | ((target: PipelineTarget) => PipelinePlan);
  /** The action of a successful pipeline just before it completes: it pushes the image. */
  readonly onSuccess?: (pipeline: Pipeline) => void | Promise<void>;
}

/** A pipeline's target, as the API takes it. */
export type PipelineTarget = Readonly<Record<string, unknown>>;

/** A pipeline that exists without a request that anybody sent. */
export interface PipelineSpec {
  /** `{ type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'develop' }` */
  readonly target: PipelineTarget;
  readonly variables?: readonly unknown[];
  readonly creator?: string;
  /** Default now. */
  readonly createdOn?: Date;
  /** Default the repository's. */
  readonly plan?: PipelinePlan;
}

/** Pipelines of the repositories of `internet.bitbucket`. */
export interface BitbucketPipelines {
  /**
   * The permissions of a login or token: `repository`, `pipeline` and `pipeline:write`, the last of which has the
   * others in it; those that are not here may do everything.
   */
  readonly scopes: Map<string, readonly string[]>;
  /** All pipelines in the order in which they were made. */
  readonly all: readonly Pipeline[];
  /** The number of pipelines that requests started. */
  triggered: number;
  /** Has a repository, `workspace/repo`, build with Pipelines. */
  enable(repository: string, spec?: PipelinesSpec): void;
  /** The settings that `enable` received, if it was called. */
  enabled(repository: string): PipelinesSpec | undefined;
  /** Puts a pipeline there. Throws when Pipelines are not enabled, or the target's commit is not there. */
  start(repository: string, spec: PipelineSpec): Pipeline;
  /** The commit that a target means. */
  commitOf(repository: string, target: PipelineTarget): string | undefined;
}

export function createBitbucketPipelines(bitbucket: SourceState, timers: Timers): BitbucketPipelines {
  const specs = new Map<string, PipelinesSpec>();
  const all: Pipeline[] = [];
  const pipelines: BitbucketPipelines = {
    scopes: new Map(),
    all,
    triggered: 0,
    enable: (repository, spec = {}) => void specs.set(repository.toLowerCase(), spec),
    enabled: (repository) => specs.get(repository.toLowerCase()),
    start(repository, spec) {
      const enabled = pipelines.enabled(repository);
      const commit = pipelines.commitOf(repository, spec.target);
      if (enabled === undefined) throw new Error(`${repository} does not build with Pipelines`);
      if (commit === undefined) throw new Error(`${repository} does not have that target`);
      const plan = spec.plan ?? (typeof enabled.plan === 'function' ? enabled.plan(spec.target) : enabled.plan) ?? {};
      const identity = {
        uuid: `{${randomUUID()}}`,
        buildNumber: all.filter((other) => other.repository.toLowerCase() === repository.toLowerCase()).length + 1,
        repository,
        target: spec.target,
        commit,
        variables: spec.variables ?? [],
        creator: spec.creator,
        createdOn: spec.createdOn ?? new Date(),
      };
      const started = startPipeline(identity, plan, timers, async (succeeded) => enabled.onSuccess?.(succeeded));
      all.push(started);
      return started;
    },
    commitOf(repository, target) {
      const hosted = bitbucket.repositories.get(repository.toLowerCase());
      return hosted && resolve(hosted, target);
    },
  };
  return pipelines;
}

/** The value at `commit.hash` or another such path of a target. */
export function fieldOf(target: PipelineTarget, path: string): string | undefined {
  let value: unknown = target;
  for (const name of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as PipelineTarget)[name] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** Its commit, which may be short; without one that of its branch or tag. */
function resolve(repository: SourceRepository, target: PipelineTarget): string | undefined {
  const refs = fieldOf(target, 'ref_type') === 'tag' ? repository.tags : repository.branches;
  const name = fieldOf(target, 'ref_name');
  if (name !== undefined && !refs.has(name)) return undefined;
  if (target.commit === undefined) return refs.get(name ?? '');
  const commit = findCommit(repository, fieldOf(target, 'commit.hash') ?? '');
  return commit === 'ambiguous' ? undefined : commit;
}
