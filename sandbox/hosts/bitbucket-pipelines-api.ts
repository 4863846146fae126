import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { failed, pagedValues } from './bitbucket-answers.js';
import { describePipeline, describeSteps, pipelineUrl } from './bitbucket-pipeline-objects.js';
import type { Pipeline } from './bitbucket-pipeline-runs.js';
import { type BitbucketPipelines, fieldOf, type PipelineTarget } from './bitbucket-pipelines.js';
import type { Caller, SourceRepository } from './source-state.js';

/** The routes under `/2.0/repositories/{workspace}/{repo}/pipelines`, with or without a slash at the end. */
export async function pipelinesApi(
  pipelines: BitbucketPipelines,
  request: IncomingRequest,
  repository: SourceRepository,
  caller: Exclude<Caller, 'refused'>,
  path: readonly string[],
): Promise<Answer> {
  const fullName = `${repository.owner}/${repository.name}`;
  const here = pipelines.all.filter((one) => one.repository.toLowerCase() === fullName.toLowerCase());
  const [uuid, then = '', ...more] = path;
  const route = more.length > 0 ? '' : `${request.method} ${uuid === undefined ? '' : '{uuid}'}${then && `/${then}`}`;
  const needed = request.method === 'POST' ? 'pipeline:write' : 'pipeline';
  if (caller === 'nobody' && needed === 'pipeline:write') return failed(401, 'Authentication is required.');
  const granted = caller === 'nobody' ? undefined : pipelines.scopes.get(caller.name);
  if (granted !== undefined && ![needed, 'pipeline:write'].some((scope) => granted.includes(scope))) {
    const detail = { granted, required: [needed] };
    return failed(403, 'Your credentials lack one or more required privilege scopes.', { detail });
  }

  if (route === 'GET ') return list(here, request);
  if (route === 'POST ') {
    const creator = caller === 'nobody' ? undefined : caller.name;
    return trigger(pipelines, fullName, await request.text(), creator);
  }
  const pipeline = here.find((one) => one.uuid === uuid);
  if (pipeline === undefined) return failed(404, 'Not found', { detail: 'Could not find the pipeline' });
  if (route === 'GET {uuid}') return json(200, describePipeline(pipeline));
  if (route === 'GET {uuid}/steps') return pagedValues(describeSteps(pipeline), request, 100);
  if (route === 'POST {uuid}/stopPipeline') {
    if (pipeline.completedOn !== undefined) return refused('The pipeline has already completed');
    pipeline.stop();
    return { status: 204 };
  }
  return failed(404, 'Resource not found');
}

function trigger(pipelines: BitbucketPipelines, fullName: string, text: string, creator: string | undefined): Answer {
  const enabled = pipelines.enabled(fullName);
  if (enabled === undefined) return refused('Pipelines is not enabled for this repository');
  const body = parsed(text);
  const target = body?.target;
  if (!isObject(target) || fieldOf(target, 'type') === undefined) return refused('The target is missing or invalid');
  if (pipelines.commitOf(fullName, target) === undefined) {
    return failed(404, 'Not found', { detail: 'Could not find the revision' });
  }
  const pattern = fieldOf(target, 'selector.pattern') ?? '';
  if (fieldOf(target, 'selector.type') === 'custom' && enabled.custom?.includes(pattern) !== true) {
    return refused(`There is no custom pipeline "${pattern}" in bitbucket-pipelines.yml`);
  }
  const variables = Array.isArray(body?.variables) ? body.variables : [];
  const pipeline = pipelines.start(fullName, { target, variables, ...(creator !== undefined && { creator }) });
  pipelines.triggered += 1;
  return json(201, describePipeline(pipeline), { location: pipelineUrl(pipeline) });
}

/** The names of the states in the `status` filter. */
const STATUSES: Readonly<Record<string, string>> = {
  PENDING: 'PENDING',
  PAUSED: 'PAUSED',
  HALTED: 'HALTED',
  SUCCESSFUL: 'PASSED',
  FAILED: 'FAILED',
  ERROR: 'ERROR',
  STOPPED: 'STOPPED',
  EXPIRED: 'UNKNOWN',
};

function statusOf({ state }: Pipeline): string {
  if (state.name === 'IN_PROGRESS') return STATUSES[state.stage] ?? 'BUILDING';
  return STATUSES[state.name === 'COMPLETED' ? state.result : state.name] ?? 'UNKNOWN';
}

/** Filtered by `status` (any of several) and `target.…`; oldest first unless `sort=-created_on`. */
function list(here: readonly Pipeline[], request: IncomingRequest): Answer {
  const query = request.url.searchParams;
  const statuses = query.getAll('status');
  const found = here.filter(
    (one) =>
      one.listed &&
      (statuses.length === 0 || statuses.includes(statusOf(one))) &&
      [...query].every(([name, value]) => !name.startsWith('target.') || targets(one, name.slice(7), value)),
  );
  const older = (a: Pipeline, b: Pipeline): number =>
    a.createdOn.getTime() - b.createdOn.getTime() || a.buildNumber - b.buildNumber;
  found.sort(query.get('sort') === '-created_on' ? (a, b) => older(b, a) : older);
  return pagedValues(found.map(describePipeline), request, 100);
}

/** The filter has `BRANCH` where the target has `branch`. */
function targets(pipeline: Pipeline, path: string, value: string): boolean {
  if (path === 'commit.hash') return pipeline.commit === value;
  return fieldOf(pipeline.target, path)?.toLowerCase() === value.toLowerCase();
}

function refused(detail: string): Answer {
  return failed(400, 'Bad request', { detail });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is PipelineTarget {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
