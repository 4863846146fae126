import { type Answer, type IncomingRequest, json } from '../exchange.js';
import type { GitHubActions } from './github-actions.js';
import { failed, type GitHubSite, paged } from './github-answers.js';
import { dispatch } from './github-dispatches.js';
import { describeJob, describeRun, describeWorkflow, jobsOf, timestamp } from './github-run-objects.js';
import type { WorkflowRun } from './github-runs.js';
import type { Caller, SourceRepository } from './source-state.js';

/** One request to a repository that its caller may see. */
export interface RepositoryRequest {
  readonly request: IncomingRequest;
  readonly repository: SourceRepository;
  readonly caller: Exclude<Caller, 'refused'>;
  readonly version: string;
  readonly site: GitHubSite;
}

/** The routes under `/repos/{owner}/{repo}/actions/`: workflows, their dispatch, runs, jobs and cancelling. */
export async function actionsApi(
  actions: GitHubActions,
  asked: RepositoryRequest,
  path: readonly string[],
): Promise<Answer> {
  const { request, repository, site } = asked;
  const [what = '', id, then = '', ...more] = path;
  const here = (thing: { readonly repository: string }): boolean =>
    thing.repository.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
  const route = more.length > 0 ? '' : `${request.method} ${what}${id === undefined ? '' : '/…'}${then && `/${then}`}`;

  const workflow = actions.workflows.find((one) => here(one) && (one.file === id || String(one.id) === id));
  const run = actions.runs.find((one) => here(one) && String(one.id) === id);
  const list = (of: (run: WorkflowRun) => boolean): Answer => {
    const found = actions.runs.filter((one) => here(one) && one.listed && of(one) && matches(one, request));
    return paged(request, newestFirst(found), 'workflow_runs', (one) => describeRun(one, repository, site));
  };
  const writing = (allowed: (token: string) => Answer | Promise<Answer>): Answer | Promise<Answer> => {
    if (asked.caller === 'nobody') return failed(401, 'Requires authentication');
    const token = asked.caller.name;
    return actions.tokens.writers.has(token) ? allowed(token) : failed(403, 'Resource not accessible by integration');
  };

  if (route === 'GET runs') return list(() => true);
  if (what === 'workflows' && workflow !== undefined) {
    if (route === 'GET workflows/…') {
      return json(200, describeWorkflow(workflow, actions.defaultBranch(repository), site));
    }
    if (route === 'GET workflows/…/runs') return list((one) => one.workflowId === workflow.id);
    if (route === 'POST workflows/…/dispatches') {
      return writing((token) => dispatch(actions, workflow, request, { token, version: asked.version }, site));
    }
  }
  if (what === 'runs' && run !== undefined) {
    if (route === 'GET runs/…') return json(200, describeRun(run, repository, site));
    if (route === 'GET runs/…/jobs') {
      return paged(request, jobsOf(run), 'jobs', (job) => describeJob(run, job, site));
    }
    if (route === 'POST runs/…/cancel') return writing(() => cancel(run));
  }
  return failed(404, 'Not Found');
}

function cancel(run: WorkflowRun): Answer {
  if (run.status === 'completed') return failed(409, 'Cannot cancel a workflow run that is completed.');
  run.cancel();
  return json(202, {});
}

function newestFirst(runs: readonly WorkflowRun[]): WorkflowRun[] {
  return [...runs].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id);
}

/** The filters of the run lists. `status` takes conclusions too. */
function matches(run: WorkflowRun, request: IncomingRequest): boolean {
  const query = request.url.searchParams;
  const is = (name: string, ...values: (string | undefined)[]): boolean => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  return (
    is('event', run.event) &&
    is('branch', run.ref) &&
    is('head_sha', run.commit) &&
    is('status', run.status, run.conclusion) &&
    createdWithin(query.get('created') ?? '*', Date.parse(timestamp(run.createdAt)))
  );
}

/** `2026-01-01T00:00:00Z` with `>`, `>=`, `<` or `<=` before it, or two with `..` between; `*` is open. */
function createdWithin(range: string, at: number): boolean {
  const [from = '', to] = range.split('..');
  if (to !== undefined) return createdWithin(`>=${from}`, at) && createdWithin(`<=${to}`, at);
  const [, comparison, date = ''] = /^(>=|<=|>|<)?(.*)$/.exec(range) ?? [];
  if (date === '*') return true;
  const limit = Date.parse(date);
  if (comparison === '>=') return at >= limit;
  if (comparison === '>') return at > limit;
  if (comparison === '<=') return at <= limit;
  if (comparison === '<') return at < limit;
  // A day stands for all of it.
  return date.length <= 10 ? at >= limit && at < limit + 86_400_000 : at === limit;
}
