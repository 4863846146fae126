import { randomBytes } from 'node:crypto';
import type { Internet } from '../internet.js';
import { temporaryFolder } from '../temporary.js';
import { type Contexts, textOf, valueIn } from './expressions.js';
import { type Artifacts, isMet, type JobPlace, runSteps, type StepResult, statusFunctions, texts } from './job.js';
import { jobOutputs } from './job-outputs.js';
import { createJobFolders } from './step.js';
import { prepareWorkflow, type Workflow } from './workflow.js';
import {
  combinationsOf,
  inOrder,
  type JobFile,
  needsOf,
  type Permissions,
  permissionsOf,
  type Values,
  type WorkflowFile,
} from './workflow-file.js';

export interface WorkflowOptions {
  readonly file: WorkflowFile;
  readonly internet: Internet;
  readonly workflow?: Workflow;
  readonly event?: unknown;
  readonly inputs?: Values;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Artifacts of earlier runs; those of this one are added. */
  readonly artifacts?: Artifacts;
  /** The folder with the programs that come first on the path of each job. */
  readonly programs: string;
  actionOf: JobPlace['actionOf'];
  /** The file of a reusable workflow. */
  workflowOf(uses: string): Promise<WorkflowFile>;
  /** Lets a new token in with the permissions of its job; returns the environment of the job. */
  onJob(job: JobToken): Readonly<Record<string, string>>;
}

/** The token of a job. */
export interface JobToken {
  readonly token: string;
  readonly permissions: Permissions;
  readonly environment: string | undefined;
}

export interface JobResult {
  readonly id: string;
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  /** The jobs of the reusable workflow that it calls. */
  readonly jobs: readonly JobResult[];
}

/** Runs a whole workflow as GitHub would, one job after the other. @throws Error for what the sandbox does not know */
export async function runWorkflow(options: WorkflowOptions): Promise<readonly JobResult[]> {
  const { file, workflow = {}, event = {}, secrets = {}, vars = {}, artifacts = new Map() } = options;
  const inputs = { ...defaultsOf(Object(file.on).workflow_dispatch), ...options.inputs };
  const run = { ...options, workflow, event, secrets, vars, artifacts };
  const done = new Map<string, JobResult>();
  for (const [id, job] of inOrder(file.jobs)) {
    const needs = Object.fromEntries(needsOf(job).flatMap((need) => [...done].filter(([name]) => name === need)));
    const failed = Object.values(needs).some(({ result }) => result !== 'success');
    const contexts: Contexts = { ...contextsOf(run), inputs, needs, vars, secrets };
    const result = isMet(job.if, contexts, statusFunctions(failed))
      ? await runJob(id, job, run, contexts)
      : { id, result: 'skipped' as const, outputs: {}, steps: [], jobs: [] };
    done.set(id, result);
  }
  return [...done.values()];
}

type Run = WorkflowOptions & Required<Pick<WorkflowOptions, 'workflow' | 'event' | 'secrets' | 'vars' | 'artifacts'>>;

function contextsOf({ workflow, event }: Run): Contexts {
  const paths = { workspace: '', temporary: '', eventPath: '', actionPath: '' };
  return prepareWorkflow(workflow, event, paths).contexts;
}

/** Every combination of its matrix; its outputs are those of the last one. */
async function runJob(id: string, job: JobFile, run: Run, contexts: Contexts): Promise<JobResult> {
  const { matrix } = job.strategy ?? {};
  const axes = typeof matrix === 'string' ? valueIn(matrix, contexts) : filled(matrix, contexts);
  const combinations = axes === undefined ? [{}] : combinationsOf(Object(axes));
  if (combinations.length === 0) throw new Error(`the matrix of ${id} is empty`);
  const results: JobResult[] = [];
  for (const combination of combinations) {
    const within = { ...contexts, matrix: combination };
    results.push(await (job.uses === undefined ? runOwn(id, job, run, within) : call(id, job, run, within)));
  }
  return {
    id,
    result: results.every(({ result }) => result === 'success') ? 'success' : 'failure',
    outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)),
    steps: results.flatMap(({ steps }) => steps),
    jobs: results.flatMap(({ jobs }) => jobs),
  };
}

function filled(values: Values | undefined, contexts: Contexts): Values | undefined {
  if (values === undefined) return undefined;
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? valueIn(value, contexts) : value]),
  );
}

async function runOwn(id: string, job: JobFile, run: Run, contexts: Contexts): Promise<JobResult> {
  const folder = await temporaryFolder();
  try {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    const { environment } = job;
    const secrets = Object.values(run.secrets);
    const env = run.onJob({
      token,
      permissions: permissionsOf(run.file, job),
      environment: typeof environment === 'object' ? environment.name : environment,
    });
    const workflow = { ...run.workflow, token };
    const github = contextsOf({ ...run, workflow });
    const PATH = `${run.programs}:${process.env.PATH}`;
    const own = { PATH, ...env, ...texts({ ...run.file.env, ...job.env }, contexts) };
    const place = { ...run, workflow, env: own, secrets, folders: await createJobFolders(folder.path) };
    const { results, failed, contexts: after } = await runSteps(job.steps ?? [], place, { ...contexts, ...github });
    const { outputs } = jobOutputs(texts({ ...job.outputs }, after), [...secrets, token]);
    return { id, result: failed ? 'failure' : 'success', outputs, steps: results, jobs: [] };
  } finally {
    await folder.remove();
  }
}

/** A job that is a reusable workflow: it has the permissions of this job, and no secrets but those that are given. */
async function call(id: string, job: JobFile, run: Run, contexts: Contexts): Promise<JobResult> {
  const file = await run.workflowOf(job.uses ?? '');
  const { workflow_call: called } = Object(file.on) as { workflow_call: Called };
  const given = Object.entries(job.with ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? valueIn(value, contexts) : value,
  ]);
  const secrets = texts({ ...job.secrets }, contexts);
  const permissions = permissionsOf(run.file, job);
  const jobs = await runWorkflow({
    ...run,
    file: { ...file, permissions },
    inputs: { ...defaultsOf(called), ...Object.fromEntries(given) },
    secrets,
  });
  const context = { ...contexts, jobs: Object.fromEntries(jobs.map((one) => [one.id, one])) };
  const outputs = Object.entries(called.outputs ?? {}).map(([name, { value }]) => [
    name,
    textOf(valueIn(value, context)),
  ]);
  const failed = jobs.some(({ result }) => result === 'failure');
  return { id, result: failed ? 'failure' : 'success', outputs: Object.fromEntries(outputs), steps: [], jobs };
}

interface Called {
  readonly inputs?: Readonly<Record<string, { readonly type?: string; readonly default?: unknown }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
}

/** The inputs of a workflow that is dispatched or called, where none are given. */
function defaultsOf(declared: Called | null | undefined): Values {
  const inputs = Object.entries(declared?.inputs ?? {});
  return Object.fromEntries(inputs.map(([name, input]) => [name, input.default ?? absent(input)]));
}

function absent({ type }: { readonly type?: string }): unknown {
  if (type === 'boolean') return false;
  return type === 'number' ? 0 : '';
}
