import {
  type ActionOptions,
  type ActionResult,
  type Internet,
  type Pipeline,
  type PipelinesSpec,
  type RecordedRequest,
  runAction,
  type WorkflowRun,
  type WorkflowSpec,
} from '../../../sandbox/index.js';
import { commitOf, shortOf } from './check.js';
import { recordsAbout, requestsAbout } from './requests.js';
import { actionFile } from './story.js';

/** May start and cancel builds, in every internet that was prepared. */
export const buildToken = 'build-token-0123456789abcdef';
export const registry = 'registry.example.com';

/** An application whose image is missing, with names of its own. */
export interface App {
  readonly name: string;
  /** `acme/<name>`: at the source, where it is built, and in the registry. */
  readonly repository: string;
  readonly commit: string;
  readonly tag: string;
  /** With registry and tag. */
  readonly image: string;
  /** Makes the image be there; returns its digest. */
  push(): Promise<string>;
  /** Runs the action for it, with other inputs over those that it has. */
  step(inputs?: Readonly<Record<string, string>>, more?: Partial<ActionOptions>): Promise<ActionResult>;
  /** The requests about it at that host, as `METHOD /path status`. */
  requests(host: string): string[];
  records(host: string): readonly RecordedRequest[];
}

/** Who builds with GitHub. */
export interface WorkflowApp extends App {
  readonly runs: () => readonly WorkflowRun[];
  /** Its only run, and the page of it. */
  readonly run: () => WorkflowRun;
  readonly page: (run?: WorkflowRun) => string;
  /** Where the API has its workflow: `/repos/acme/x/actions/workflows/build.yml`. */
  readonly workflowPath: string;
  readonly runPath: () => string;
}

/** Who builds with Bitbucket. */
export interface PipelineApp extends App {
  readonly pipelines: () => readonly Pipeline[];
  readonly page: (pipeline?: Pipeline) => string;
  /** `/2.0/repositories/acme/x/pipelines`. */
  readonly path: string;
}

export function app(internet: Internet, name: string, inputs: Readonly<Record<string, string>> = {}): App {
  const repository = `acme/${name}`;
  const commit = commitOf(name);
  const tag = shortOf(commit);
  const own = { registry, namespace: 'acme', repo: repository, ref: commit, ...inputs };
  return {
    name,
    repository,
    commit,
    tag,
    image: `${registry}/${repository}:${tag}`,
    push: () => internet.generic.image(repository, tag),
    step: (over = {}, more = {}) => runAction({ action: actionFile, internet, inputs: { ...own, ...over }, ...more }),
    requests: (host) => requestsAbout(internet.requests, repository).flatMap((line) => withoutHost(line, host)),
    records: (host) => recordsAbout(internet.requests, repository).filter((record) => record.host === host),
  };
}

function withoutHost(line: string, host: string): string[] {
  const [method, address = '', status] = line.split(' ');
  return address.startsWith(`${host}/`) ? [`${method} ${address.slice(host.length)} ${status}`] : [];
}

/** What a step with a workflow needs, beside `build-workflow`. */
export const workflowInputs = { 'build-workflow': 'build.yml', 'build-ref': 'main', 'build-token': buildToken };

/** An application with a build.yml of its own that, unless it is said otherwise, succeeds at once and pushes the image. */
export function workflowApp(internet: Internet, name: string, spec: WorkflowSpec = {}): WorkflowApp {
  const one = app(internet, name, { ...workflowInputs, 'build-repository': `acme/${name}` });
  internet.actions.workflow(one.repository, 'build.yml', {
    defaultBranch: 'main',
    plan: { queuedMs: 0, runningMs: 0 },
    onRun: async () => void (await one.push()),
    ...spec,
  });
  const runs = () => internet.actions.runs.filter(({ repository }) => repository === one.repository);
  const run = () => {
    const [only, ...others] = runs();
    if (only === undefined || others.length > 0) throw new Error(`${one.repository} has ${runs().length} runs`);
    return only;
  };
  const actions = `/repos/${one.repository}/actions`;
  return {
    ...one,
    runs,
    run,
    page: ({ id } = run()) => `https://github.com/${one.repository}/actions/runs/${id}`,
    workflowPath: `${actions}/workflows/build.yml`,
    runPath: () => `${actions}/runs/${run().id}`,
  };
}

/** An application whose develop is built by Pipelines that, unless it is said otherwise, succeed at once and push the image. */
export function pipelineApp(internet: Internet, name: string, spec: PipelinesSpec = {}): PipelineApp {
  const one = app(internet, name, {
    source: 'bitbucket',
    ref: 'develop',
    'source-token': buildToken,
    'build-pipeline': 'default',
  });
  internet.bitbucket.repository('acme', name, { private: true, branches: { develop: one.commit } });
  internet.pipelines.enable(one.repository, {
    plan: { pendingMs: 0, runningMs: 0 },
    onSuccess: async () => void (await one.push()),
    ...spec,
  });
  const pipelines = () => internet.pipelines.all.filter(({ repository }) => repository === one.repository);
  return {
    ...one,
    pipelines,
    page: (pipeline = pipelines()[0]) =>
      `https://bitbucket.org/${one.repository}/pipelines/results/${pipeline?.buildNumber}`,
    path: `/2.0/repositories/${one.repository}/pipelines`,
  };
}

/** The error of a step, its only one; empty when it has none. */
export function errorOf({ annotations }: ActionResult): string {
  const errors = annotations.filter(({ kind }) => kind === 'error');
  if (errors.length > 1) throw new Error(`${errors.length} errors`);
  return errors[0]?.message ?? '';
}

/** The objects of the output `results`. */
export function resultsOf({ outputs }: ActionResult): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(outputs.results ?? '[]');
}

/** The lines without those that repeat the one before: how often a build is polled depends on how fast the machine is. */
export function withoutRepeats(lines: readonly string[]): string[] {
  return lines.filter((line, at) => line !== lines[at - 1]);
}
