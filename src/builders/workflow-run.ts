import { createGitHubApi, type GitHubApi } from '../github/octokit.js';
import type { Http } from '../http/client/http.js';
import { failureOf, jsonObject } from '../http/responses.js';
import { cleanLine } from '../lib/clean-line.js';
import type { BuilderSettings, BuildResult } from './builder.js';
import { type BuildState, waitForBuild } from './waiting.js';

/** A run in progress, wherever its id came from. */
export interface StartedRun {
  /** `/repos/o/r/actions/runs/123`. */
  readonly path: string;
  readonly url: string;
  /** True if this dispatch certainly started it: GitHub has named it, or it shows the build id. */
  readonly own: boolean;
}

/**
 * Waits for the run's end. If the step is stopped meanwhile, it cancels the run, if this dispatch certainly started it.
 */
export async function awaitRun(
  api: GitHubApi,
  token: string | undefined,
  run: StartedRun,
  settings: BuilderSettings,
): Promise<BuildResult> {
  const forget = settings.onStop(async (http) =>
    run.own
      ? cancelRun(http, api.base, token, run)
      : `the run ${run.url} was found by its title or its time and may belong to somebody else: it continues`,
  );
  try {
    const { word: conclusion } = await waitForBuild(stateReader(api, run), `run ${run.url}`, settings);
    const jobs = conclusion === 'success' ? [] : await failedJobs(api, run, settings.signal);
    const pages = jobs.map(({ page }) => page);
    return { conclusion, url: run.url, failures: jobs.map(({ line }) => line), ...(pages.length > 0 ? { pages } : {}) };
  } finally {
    if (!settings.signal.aborted) forget();
  }
}

/** Only `completed` is the end: every other status, of today or of tomorrow, is a run that goes on. */
function stateReader(api: GitHubApi, run: StartedRun): () => Promise<BuildState> {
  let etag: string | undefined;
  let last: BuildState = { finished: false, word: 'queued' };
  return async () => {
    // A 304 costs nothing of the rate limit.
    const answer = await api.request('GET', run.path, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
    if (answer.status === 304) return last;
    if (answer.status !== 200) throw failureOf(answer, `GET ${api.base}${run.path}`);
    etag = answer.header('etag');
    const { status, conclusion } = jsonObject(answer, `GET ${api.base}${run.path}`);
    const finished = status === 'completed';
    last = { finished, word: wordOf(finished ? conclusion : status) };
    return last;
  };
}

/** GitHub's word, which may be missing: a run can complete without a conclusion. */
function wordOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? cleanLine(value, 40) : 'unknown';
}

/**
 * The jobs that did not succeed, with the step that failed and their pages. Jobs that cannot be read are left out,
 * without a failure.
 */
async function failedJobs(
  api: GitHubApi,
  run: StartedRun,
  signal: AbortSignal,
): Promise<readonly { line: string; page: string }[]> {
  const jobs = await listJobs(api, run).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return [];
  });
  return jobs.flatMap((one: unknown) => {
    const job = (one ?? {}) as Record<string, unknown>;
    if (job.conclusion === 'success' || job.conclusion === 'skipped') return [];
    const steps = Array.isArray(job.steps) ? (job.steps as Record<string, unknown>[]) : [];
    const step = steps.find(({ conclusion }) => conclusion === 'failure');
    const where = step === undefined ? '' : ` at “${cleanLine(String(step.name ?? ''), 80)}”`;
    const page = cleanLine(String(job.html_url ?? run.url));
    return [
      {
        line: `job “${cleanLine(String(job.name ?? ''), 80)}” ${wordOf(job.conclusion)}${where}: ${page}`,
        page,
      },
    ];
  });
}

async function listJobs(api: GitHubApi, run: StartedRun): Promise<readonly unknown[]> {
  const path = `${run.path}/jobs?filter=latest&per_page=100`;
  const answer = await api.request('GET', path);
  if (answer.status !== 200) return [];
  const { jobs } = jsonObject(answer, `GET ${api.base}${path}`);
  return Array.isArray(jobs) ? jobs : [];
}

/** 202: it will stop; 409: it has ended meanwhile. */
async function cancelRun(http: Http, base: string, token: string | undefined, run: StartedRun): Promise<string> {
  const answer = await createGitHubApi(http, base, token)
    .request('POST', `${run.path}/cancel`)
    .catch(() => undefined);
  if (answer?.status === 202) return `the run ${run.url} was started here and has been cancelled`;
  if (answer?.status === 409) return `the run ${run.url} has ended already`;
  if (answer === undefined)
    return `the run ${run.url} was started here, and the request to cancel it got no answer: it may continue`;
  return `the run ${run.url} was started here and could not be cancelled (${answer.status}): it continues`;
}
