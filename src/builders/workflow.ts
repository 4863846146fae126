import { randomUUID } from 'node:crypto';
import { Failure, usageFailure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import type { HttpAnswer } from '../http/message.js';
import { createGitHubApi, type GitHubApi } from '../http/octokit.js';
import { cleanLine } from '../http/words.js';
import { inputName } from '../input-names.js';
import type { BuildInputs } from './build-inputs.js';
import type { Builder, BuilderSettings, BuildOrder } from './builder.js';
import { fillPlaceholders } from './placeholders.js';
import { awaitRun, type StartedRun } from './workflow-run.js';
import { findRun, listRuns } from './workflow-search.js';

/** What to dispatch. Everything is checked already. */
export interface WorkflowOrder {
  /** The API's address. */
  readonly base: string;
  readonly token: string | undefined;
  /** `owner/name`. */
  readonly repository: string;
  /** File name or number. */
  readonly workflow: string;
  /** A branch or tag; undefined: the repository's default branch. */
  readonly ref: (order: BuildOrder) => string | undefined;
  readonly inputs: BuildInputs;
}

/** The version under which a dispatch answers with the run's id. */
const newVersion = '2026-03-10';
const oldVersion = '2022-11-28';

/** GitHub Actions, by `workflow_dispatch`: https://docs.github.com/rest/actions/workflows */
export function workflowBuilder(wanted: WorkflowOrder, settings: BuilderSettings): Builder {
  const api = createGitHubApi(settings.http, wanted.base, wanted.token);
  return {
    async build(order, onPage) {
      const forget = settings.onStop(
        async () => `the dispatch of ${wanted.workflow} in ${wanted.repository} was under way: its run may go on`,
      );
      const run = await dispatch(api, wanted, order, settings).finally(() => {
        if (!settings.signal.aborted) forget();
      });
      onPage?.(run.url);
      settings.info(`${order.image}: dispatched ${wanted.workflow} in ${wanted.repository}: ${run.url}`);
      return awaitRun(api, wanted.token, run, settings);
    },
  };
}

async function dispatch(
  api: GitHubApi,
  wanted: WorkflowOrder,
  order: BuildOrder,
  settings: BuilderSettings,
): Promise<StartedRun> {
  const buildId = randomUUID();
  const repositoryPath = `/repos/${wanted.repository}`;
  const workflowPath = `${repositoryPath}/actions/workflows/${encodeURIComponent(wanted.workflow)}`;
  const ref = wanted.ref(order) ?? (await defaultBranch(api, repositoryPath));
  const inputs = Object.fromEntries(
    wanted.inputs.map(([name, value]) => [name, fillPlaceholders(value, order, buildId)]),
  );
  const send = (version: string) =>
    api.request('POST', `${workflowPath}/dispatches`, {
      headers: { 'x-github-api-version': version },
      body: { ref, inputs },
    });
  const search = async (before: ReadonlySet<number> | undefined, dispatchedAt: Date) => {
    const given = (mark: string) => Object.values(inputs).some((value) => value.includes(mark));
    const sureMarks = [buildId, order.image].filter(given);
    const marks = [order.commit, order.tag].filter(given);
    const run = await findRun(api, { workflowPath, before, dispatchedAt, sureMarks, marks }, settings);
    return run && { path: `${repositoryPath}/actions/runs/${run.id}`, url: run.url };
  };

  const begun = settings.now();
  let answer: HttpAnswer;
  let before: ReadonlySet<number> | undefined;
  let mayHaveBegun = true;
  try {
    answer = await send(newVersion);
    if (answer.status === 400 && /api.?version|supported version/i.test(answer.body.toString('utf8'))) {
      mayHaveBegun = false;
      before = new Set((await listRuns(api, workflowPath)).map(({ id }) => id));
      mayHaveBegun = true;
      answer = await send(oldVersion);
    }
  } catch (fault) {
    if (!mayHaveBegun) throw fault;
    return foundOr(fault, () => search(before, begun), settings);
  }
  if (answer.status >= 500) return foundOr(refused(answer, wanted), () => search(before, begun), settings);
  if (leadsHome(answer, api.base)) throw await renamed(api, repositoryPath, wanted);
  if (answer.status !== 200 && answer.status !== 204) throw refused(answer, wanted);
  const told = answer.status === 200 ? readDispatched(answer, repositoryPath, wanted) : undefined;
  const found = told ?? (await search(before, serverTime(answer) ?? begun));
  if (found !== undefined) return found;
  throw new Failure('server', {
    asked: `the dispatch of ${wanted.workflow} in ${wanted.repository}`,
    answered: 'accepted, but no run of it has appeared',
    advice: `See the workflow’s page. It is not dispatched a second time.`,
  });
}

/** The answer was lost: the build may have begun or not. It is looked for, and never started a second time. */
async function foundOr(
  fault: unknown,
  search: () => Promise<StartedRun | undefined>,
  settings: BuilderSettings,
): Promise<StartedRun> {
  if (settings.signal.aborted) throw settings.signal.reason;
  settings.warn('The answer to the dispatch was lost: looking for the run, which may have been started all the same.');
  const found = await search();
  if (found !== undefined) return found;
  throw fault;
}

/** Undefined when the answer does not name the run. */
function readDispatched(answer: HttpAnswer, repositoryPath: string, wanted: WorkflowOrder): StartedRun | undefined {
  const { workflow_run_id: id, html_url: url } = jsonObject(answer, `the dispatch of ${wanted.workflow}`);
  if (typeof id !== 'number' || typeof url !== 'string') return undefined;
  return { path: `${repositoryPath}/actions/runs/${id}`, url };
}

async function defaultBranch(api: GitHubApi, repositoryPath: string): Promise<string> {
  const asked = `GET ${api.base}${repositoryPath}`;
  const answer = await api.request('GET', repositoryPath);
  if (answer.status !== 200) throw failureOf(answer, asked, advice);
  const { default_branch: branch } = jsonObject(answer, asked);
  return String(branch);
}

/** Whether it is a redirect to another address of the same API. */
function leadsHome({ status, header }: HttpAnswer, base: string): boolean {
  const location = header('location') ?? '';
  if (![301, 302, 307, 308].includes(status) || !URL.canParse(location, base)) return false;
  return new URL(location, base).origin === new URL(base).origin;
}

/** GitHub redirects the requests for a repository that has another name now; a dispatch is not sent elsewhere unasked. */
async function renamed(api: GitHubApi, repositoryPath: string, { repository }: WorkflowOrder): Promise<Failure> {
  const answer = await api.request('GET', repositoryPath);
  const name = answer.status === 200 ? jsonObject(answer, `GET ${api.base}${repositoryPath}`).full_name : undefined;
  return usageFailure(
    `${inputName('build-repository')} ${JSON.stringify(repository)} has been renamed or moved`,
    typeof name === 'string'
      ? `Its name is ${cleanLine(name)} now: give that as ${inputName('build-repository')}.`
      : 'Give its new name.',
  );
}

const advice: Advice = {
  authentication: `${inputName('build-token')} is wrong or has expired.`,
  denied:
    `${inputName('build-token')} lacks a right: it needs actions: write on the build repository (permissions: actions: write for the ` +
    'workflow’s own token, which reaches its own repository only).',
  'not-found':
    `Check ${inputName('build-repository')} and ${inputName('build-workflow')} (its file name). GitHub says this also when ${inputName('build-token')} may not see the ` +
    'repository or lacks actions: write.',
};

function refused(answer: HttpAnswer, wanted: WorkflowOrder): Failure {
  const asked = `the dispatch of ${wanted.workflow} in ${wanted.repository}`;
  if (answer.status !== 422) return failureOf(answer, asked, advice);
  const { message } = failureOf(answer, asked);
  return new Failure('usage', {
    asked: '',
    answered: message,
    advice: `Check ${inputName('build-ref')} (a branch or tag), ${inputName('build-inputs')} (the workflow must declare each), and that the workflow has on: workflow_dispatch.`,
  });
}

function serverTime(answer: HttpAnswer): Date | undefined {
  const date = new Date(answer.header('date') ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
