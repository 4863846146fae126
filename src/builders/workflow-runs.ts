import type { GitHubApi } from '../github/octokit.js';
import { failureOf, jsonObject } from '../http/responses.js';
import { Failure } from '../lib/errors.js';
import type { ServerClock } from './server-clock.js';

/** Whose runs are listed. */
export interface RunList {
  /** `/repos/o/r/actions/workflows/build.yml`. */
  readonly workflowPath: string;
  /** The short name of a branch or tag. */
  readonly ref: string;
  /** Learns from the dates of the answers. */
  readonly clock: ServerClock;
}

/** A workflow run, as far as it matters here. */
export interface Run {
  readonly id: number;
  readonly url: string;
  /** By `run-name`, where the workflow has one; undefined where GitHub gives none. */
  readonly title: string | undefined;
  /** Mostly the workflow’s, but GitHub gives the title here too. */
  readonly name: string | undefined;
  /** The login of the user who started it, if GitHub reports one. */
  readonly actor: string | undefined;
  readonly createdAt: Date;
}

/** The newest runs of the workflow by dispatch at that ref. */
export async function listRuns(api: GitHubApi, { workflowPath, ref, clock }: RunList): Promise<readonly Run[]> {
  const path = `${workflowPath}/runs?event=workflow_dispatch&branch=${encodeURIComponent(ref)}&per_page=50`;
  const answer = await api.request('GET', path);
  clock.read(answer);
  if (answer.status !== 200) throw failureOf(answer, `GET ${api.base}${path}`);
  const { workflow_runs: runs } = jsonObject(answer, `GET ${api.base}${path}`);
  return (Array.isArray(runs) ? runs : []).flatMap((one) => readRun(one, ref));
}

/** None for a run by another event or at another ref, in case that the list is not filtered. */
function readRun(value: unknown, ref: string): readonly Run[] {
  const run = (value ?? {}) as Record<string, unknown>;
  const { id, html_url: url, event = 'workflow_dispatch', head_branch: branch = ref, created_at, actor } = run;
  if (typeof id !== 'number' || typeof url !== 'string') return [];
  if (event !== 'workflow_dispatch' || branch !== ref) return [];
  return [
    {
      id,
      url,
      title: textOf(run.display_title),
      name: textOf(run.name),
      actor: textOf((actor as Record<string, unknown> | null | undefined)?.login),
      createdAt: new Date(String(created_at)),
    },
  ];
}

/** The login that the token belongs to; undefined where it has none (an app’s), or where that cannot be found out. */
export async function loginOf(api: GitHubApi): Promise<string | undefined> {
  return textOf((await factsOf(api, '/user')).login);
}

/** The title that GitHub gives a run of this workflow without `run-name`; empty if it cannot be found out. */
export async function plainTitles(api: GitHubApi, workflowPath: string): Promise<readonly string[]> {
  const { name, path } = await factsOf(api, workflowPath);
  return [name, path].filter((one) => typeof one === 'string');
}

/** Additional information: empty if it cannot be read. */
async function factsOf(api: GitHubApi, path: string): Promise<Record<string, unknown>> {
  try {
    const answer = await api.request('GET', path);
    return answer.status === 200 ? jsonObject(answer, `GET ${api.base}${path}`) : {};
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
