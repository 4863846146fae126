import { createHash } from 'node:crypto';
import type { Timers } from '../timers.js';
import { type RunPlan, startRun, type WorkflowDispatch, type WorkflowRun } from './github-runs.js';
import { findRef, type SourceRepository, type SourceState } from './source-state.js';

export interface WorkflowSpec {
  /** Default made up. */
  readonly id?: number;
  /** The inputs it declares; default none. */
  readonly inputs?: readonly string[];
  /** True if it has a `workflow_dispatch` trigger. Default true. */
  readonly dispatchable?: boolean;
  /** The refs on which it can be dispatched; default on every branch and tag of its repository. Missing ones are made. */
  readonly branches?: readonly string[];
  /** Of the repository; default its first branch, `main` where it has none. */
  readonly defaultBranch?: string;
  /** The run's title, which a workflow makes of its inputs with `run-name`. Default the workflow's name. */
  readonly runName?: (inputs: Readonly<Record<string, string>>) => string;
  /** The action of a successful run just before it completes: it pushes the image. */
  readonly onRun?: (run: WorkflowRun) => void | Promise<void>;
  readonly plan?: RunPlan | ((dispatch: WorkflowDispatch) => RunPlan);
}

export interface HostedWorkflow {
  readonly id: number;
  /** `owner/name` */
  readonly repository: string;
  /** `build.yml` */
  readonly file: string;
  readonly name: string;
  readonly spec: WorkflowSpec;
}

/** A run that exists without a dispatch that anybody sent. */
export interface RunSpec {
  /** Default the repository's default branch. */
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Default `workflow_dispatch`. */
  readonly event?: string;
  /** Default now. */
  readonly createdAt?: Date;
  readonly token?: string;
  /** Default the workflow's. */
  readonly plan?: RunPlan;
}

/** GitHub's workflows and runs, at api.github.com and github.example.com alike. */
export interface GitHubActions {
  /** The users who may write and those who may only read; tokens of `internet.github` may read, too. */
  readonly tokens: { readonly writers: Set<string>; readonly readers: Set<string> };
  /** The login that a token belongs to; an app’s has none. */
  readonly logins: Map<string, string>;
  /** A former `owner/name` → the one of now: requests are redirected to `/repositories/ID`. */
  readonly renamed: Map<string, string>;
  /** The accepted values of `X-GitHub-Api-Version`. */
  readonly apiVersions: Set<string>;
  /** An Enterprise Server before 3.21: it has only version 2022-11-28, and a dispatch never returns its run. */
  old: boolean;
  readonly workflows: readonly HostedWorkflow[];
  /** All runs in the order in which they were made. */
  readonly runs: readonly WorkflowRun[];
  /** The number of dispatches that made a run. */
  dispatches: number;
  /** Declares a workflow, or replaces it. A repository that `internet.github` does not have is made, a public one. */
  workflow(repository: string, file: string, spec?: WorkflowSpec): HostedWorkflow;
  /** Adds a run. Throws if the workflow or the ref does not exist. */
  start(repository: string, file: string, spec?: RunSpec): WorkflowRun;
  /** The name and the commit of `ref` (or `refs/heads/ref`), if that workflow can be dispatched there. */
  resolve(workflow: HostedWorkflow, ref: string): { readonly name: string; readonly commit: string } | undefined;
  defaultBranch(repository: SourceRepository): string;
}

export const FIRST_VERSION = '2022-11-28';
/** Beyond 32 bits, as they are. */
const FIRST_RUN = 17_000_000_001;
const FIRST_WORKFLOW = 100_000_001;

export function createGitHubActions(github: SourceState, timers: Timers): GitHubActions {
  const workflows: HostedWorkflow[] = [];
  const runs: WorkflowRun[] = [];
  const defaultBranches = new Map<string, string>();
  const key = (repository: string): string => repository.toLowerCase();
  const find = (repository: string, file: string): HostedWorkflow | undefined =>
    workflows.find((workflow) => key(workflow.repository) === key(repository) && workflow.file === file);

  const actions: GitHubActions = {
    tokens: { writers: new Set(), readers: new Set() },
    logins: new Map(),
    renamed: new Map(),
    apiVersions: new Set([FIRST_VERSION, '2026-03-10']),
    old: false,
    workflows,
    runs,
    dispatches: 0,
    workflow(repository, file, spec = {}) {
      const [owner = '', name = ''] = repository.split('/');
      const hosted = github.repositories.get(key(repository)) ?? github.repository(owner, name);
      const wanted = [...(spec.branches ?? []), ...(spec.defaultBranch === undefined ? [] : [spec.defaultBranch])];
      if (hosted.branches.size + wanted.length === 0) wanted.push('main');
      for (const branch of wanted) {
        if (!hosted.branches.has(branch)) hosted.branches.set(branch, sha1(`branch ${key(repository)} ${branch}`));
      }
      if (spec.defaultBranch !== undefined) defaultBranches.set(key(repository), spec.defaultBranch);
      const known = find(repository, file);
      const id = spec.id ?? known?.id ?? FIRST_WORKFLOW + workflows.length;
      const workflow = { id, repository, file, name: file.replace(/\.ya?ml$/, ''), spec };
      if (known === undefined) workflows.push(workflow);
      else workflows.splice(workflows.indexOf(known), 1, workflow);
      return workflow;
    },
    start(repository, file, run = {}) {
      const workflow = find(repository, file);
      const hosted = github.repositories.get(key(repository));
      if (workflow === undefined || hosted === undefined) throw new Error(`${repository} has no workflow ${file}`);
      const ref = actions.resolve(workflow, run.ref ?? actions.defaultBranch(hosted));
      if (ref === undefined) throw new Error(`${repository} has no ref ${run.ref}`);
      const { spec } = workflow;
      const { inputs = {}, token } = run;
      const dispatch: WorkflowDispatch = { repository, workflow: file, ref: ref.name, inputs, token };
      const plan = run.plan ?? (typeof spec.plan === 'function' ? spec.plan(dispatch) : spec.plan) ?? {};
      const identity = {
        ...dispatch,
        id: FIRST_RUN + runs.length,
        workflowId: workflow.id,
        number: runs.filter((other) => other.workflowId === workflow.id).length + 1,
        event: run.event ?? 'workflow_dispatch',
        commit: ref.commit,
        title: spec.runName?.(inputs) ?? workflow.name,
        actor: actions.logins.get(token ?? '') ?? 'build-app[bot]',
        createdAt: run.createdAt ?? new Date(),
      };
      const started = startRun(identity, plan, timers, async (succeeded) => spec.onRun?.(succeeded));
      runs.push(started);
      return started;
    },
    resolve(workflow, ref) {
      const hosted = github.repositories.get(key(workflow.repository));
      const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
      const commit = hosted && findRef(hosted, ref);
      const elsewhere = workflow.spec.branches?.includes(name) === false;
      return commit === undefined || elsewhere ? undefined : { name, commit };
    },
    defaultBranch({ owner, name, branches }) {
      return defaultBranches.get(key(`${owner}/${name}`)) ?? [...branches.keys()][0] ?? 'main';
    },
  };
  return actions;
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
