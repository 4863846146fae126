import type { HostedWorkflow } from './github-actions.js';
import type { GitHubSite } from './github-answers.js';
import type { RunJob, WorkflowRun } from './github-runs.js';
import type { SourceRepository } from './source-state.js';

/** The users with a login; a token without one is that of an app. */
export function describeUser(login: string) {
  return { login, id: 1, type: 'User', site_admin: false };
}

/** A time as GitHub's API reports it: whole seconds, cut off. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function describeRepository(repository: SourceRepository, site: GitHubSite) {
  const full_name = `${repository.owner}/${repository.name}`;
  return {
    id: repository.id,
    name: repository.name,
    full_name,
    private: repository.private,
    owner: { login: repository.owner },
    html_url: `${site.web}/${full_name}`,
    url: `${site.api}/repos/${full_name}`,
  };
}

export function describeWorkflow(workflow: HostedWorkflow, branch: string, site: GitHubSite) {
  return {
    id: workflow.id,
    node_id: `W_${workflow.id}`,
    name: workflow.name,
    path: `.github/workflows/${workflow.file}`,
    state: 'active',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    url: `${site.api}/repos/${workflow.repository}/actions/workflows/${workflow.id}`,
    html_url: `${site.web}/${workflow.repository}/blob/${branch}/.github/workflows/${workflow.file}`,
    badge_url: `${site.web}/${workflow.repository}/workflows/${workflow.name}/badge.svg`,
  };
}

/** The URLs of a run, in the API and for people. */
export function runUrls(run: WorkflowRun, site: GitHubSite): { readonly url: string; readonly html_url: string } {
  const path = `${run.repository}/actions/runs/${run.id}`;
  return { url: `${site.api}/repos/${path}`, html_url: `${site.web}/${path}` };
}

export function describeRun(run: WorkflowRun, repository: SourceRepository, site: GitHubSite) {
  const { url, html_url } = runUrls(run, site);
  const within = describeRepository(repository, site);
  return {
    id: run.id,
    node_id: `WFR_${run.id}`,
    name: run.workflow.replace(/\.ya?ml$/, ''),
    display_title: run.title,
    head_branch: run.ref,
    head_sha: run.commit,
    path: `.github/workflows/${run.workflow}`,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: run.workflowId,
    url,
    html_url,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    check_suite_url: `${within.url}/check-suites/${run.id}`,
    workflow_url: `${within.url}/actions/workflows/${run.workflowId}`,
    pull_requests: [],
    created_at: timestamp(run.createdAt),
    updated_at: timestamp(run.updatedAt),
    run_started_at: timestamp(run.startedAt),
    actor: describeUser(run.actor),
    triggering_actor: describeUser(run.actor),
    head_commit: { id: run.commit, message: 'A commit' },
    repository: within,
    head_repository: within,
  };
}

/** The run's jobs as far as they are: their results exist when the run is over. */
export function jobsOf(run: WorkflowRun): readonly RunJob[] {
  const planned = run.jobs ?? [{ name: 'build', conclusion: run.conclusion ?? 'success' }];
  return run.cancelled ? planned.map((job) => ({ ...job, conclusion: 'cancelled' })) : planned;
}

export function describeJob(run: WorkflowRun, job: RunJob, site: GitHubSite) {
  const { url, html_url } = runUrls(run, site);
  const id = run.id * 10 + jobsOf(run).findIndex((other) => other.name === job.name);
  const over = run.status === 'completed';
  const started_at = timestamp(run.startedAt);
  const progress = {
    status: run.status,
    conclusion: over ? job.conclusion : null,
    started_at,
    completed_at: over ? timestamp(run.updatedAt) : null,
  };
  const setUp = { name: 'Set up job', number: 1, ...progress, ...(over && { conclusion: 'success' }) };
  return {
    id,
    run_id: run.id,
    run_url: url,
    run_attempt: 1,
    node_id: `CR_${id}`,
    head_sha: run.commit,
    url: `${site.api}/repos/${run.repository}/actions/jobs/${id}`,
    html_url: `${html_url}/job/${id}`,
    ...progress,
    created_at: timestamp(run.createdAt),
    name: job.name,
    steps: job.step === undefined ? [setUp] : [setUp, { name: job.step, number: 2, ...progress }],
    check_run_url: `${site.api}/repos/${run.repository}/check-runs/${id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'sandbox',
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
    workflow_name: run.workflow.replace(/\.ya?ml$/, ''),
    head_branch: run.ref,
  };
}
