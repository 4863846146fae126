import { randomUUID } from 'node:crypto';
import type { GitHubApi } from '../github/octokit.js';
import { isTurnedAway } from '../http/client/retry.js';
import type { HttpAnswer } from '../http/message.js';
import { type Advice, failureOf, jsonObject } from '../http/responses.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { BuildInputs } from './build-inputs.js';
import type { BuilderSettings, BuildOrder } from './builder.js';
import { fillPlaceholders } from './placeholders.js';
import { createServerClock } from './server-clock.js';
import { leadsHome, movedPath, renamed } from './workflow-moved.js';
import { type Post, type Posted, postDispatch } from './workflow-post.js';
import type { StartedRun } from './workflow-run.js';
import { findRun } from './workflow-search.js';

/** The workflow to dispatch. Everything is checked already. */
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

/**
 * Dispatches the workflow once, and finds its run. Where the answer is lost, the run is looked for; the workflow is
 * never dispatched a second time.
 * @throws Failure when GitHub refuses, when no run has appeared, or when it cannot be distinguished from others
 */
export async function dispatch(
  api: GitHubApi,
  wanted: WorkflowOrder,
  order: BuildOrder,
  settings: BuilderSettings,
): Promise<StartedRun> {
  const buildId = randomUUID();
  const inputs = wanted.inputs.map(([name, value]) => [name, fillPlaceholders(value, order, buildId)] as const);
  const ref = wanted.ref(order) ?? (await defaultBranch(api, `/repos/${wanted.repository}`));
  const clock = createServerClock(settings.now);
  const rest = `/actions/workflows/${encodeURIComponent(wanted.workflow)}`;
  const body = { ref, inputs: Object.fromEntries(inputs) };
  const posted = await postWhereItIs(api, wanted, { rest, body, clock, now: settings.now }, settings);
  const { repositoryPath, before, sentAt, outcome } = posted;
  const dispatched = 'answer' in outcome ? await readAnswer(outcome.answer, api, wanted) : outcome;
  const startedRun = (id: number, url: string, own: boolean) => ({
    path: `${repositoryPath}/actions/runs/${id}`,
    url,
    own,
  });
  if ('run' in dispatched && dispatched.run !== undefined)
    return startedRun(dispatched.run.id, dispatched.run.url, true);

  if (settings.signal.aborted) throw settings.signal.reason;
  if ('error' in dispatched) {
    settings.warn('The response to the dispatch was lost. Looking for the run, which may have started.');
  }
  const isGiven = (mark: string) => inputs.some(([, value]) => value.includes(mark));
  const found = await findRun(
    api,
    {
      workflowPath: `${repositoryPath}${rest}`,
      ref,
      clock,
      before,
      sentAt,
      accepted: !('error' in dispatched),
      buildMark: isGiven(buildId) ? buildId : undefined,
      imageMark: isGiven(order.image) ? order.image : undefined,
      marks: [order.commit, order.tag].filter(isGiven),
      values: inputs.map(([, value]) => value),
    },
    settings,
  );
  if (found !== undefined) return startedRun(found.id, found.url, found.own);
  if ('error' in dispatched) throw dispatched.error;
  throw new Failure('server', {
    operation: nameOf(wanted),
    reason: 'accepted, but no run of it has appeared',
    advice: `See the workflow’s page. The workflow is not dispatched a second time.`,
  });
}

/** Sends the dispatch to where the repository is now. */
async function postWhereItIs(
  api: GitHubApi,
  { repository }: WorkflowOrder,
  post: Omit<Post, 'repositoryPath'>,
  { warn }: BuilderSettings,
): Promise<Posted> {
  const posted = await postDispatch(api, { ...post, repositoryPath: `/repos/${repository}` });
  if (!('answer' in posted.outcome)) return posted;
  const moved = movedPath(posted.outcome.answer, api.base, `${post.rest}/dispatches`);
  if (moved === undefined) return posted;
  warn(
    `${repository} has been renamed or moved: GitHub redirects the dispatch. Give the new name as ${inputName('build-repository')}.`,
  );
  return postDispatch(api, { ...post, repositoryPath: moved });
}

/**
 * An answer that accepts the dispatch, with the run where it names one; or what became of an answer that may be lost.
 */
type Dispatched =
  | { readonly run: { readonly id: number; readonly url: string } | undefined }
  | { readonly error: unknown };

/** @throws Failure when the dispatch was refused: no run has begun */
async function readAnswer(answer: HttpAnswer, api: GitHubApi, wanted: WorkflowOrder): Promise<Dispatched> {
  if (leadsHome(answer, api.base)) throw await renamed(api, wanted.repository);
  if (answer.status >= 500 && !isTurnedAway(answer)) return { error: refused(answer, wanted) };
  if (answer.status !== 200 && answer.status !== 204) throw refused(answer, wanted);
  if (answer.status === 204) return { run: undefined };
  try {
    const { workflow_run_id: id, html_url: url } = jsonObject(answer, nameOf(wanted));
    return { run: typeof id === 'number' && typeof url === 'string' ? { id, url } : undefined };
  } catch (error) {
    return { error };
  }
}

async function defaultBranch(api: GitHubApi, repositoryPath: string): Promise<string> {
  const operation = `GET ${api.base}${repositoryPath}`;
  const answer = await api.request('GET', repositoryPath);
  if (answer.status !== 200) throw failureOf(answer, operation, advice);
  const { default_branch: branch } = jsonObject(answer, operation);
  return String(branch);
}

const advice: Advice = {
  authentication: `${inputName('build-token')} is wrong or has expired.`,
  denied:
    `${inputName('build-token')} lacks a permission: it needs actions: write on the build repository (permissions: actions: write for the ` +
    'workflow’s own token, which reaches its own repository only).',
  'not-found':
    `Check ${inputName('build-repository')} and ${inputName('build-workflow')} (its file name). GitHub returns the same if ${inputName('build-token')} may not see the ` +
    'repository or lacks actions: write.',
};

function refused(answer: HttpAnswer, wanted: WorkflowOrder): Failure {
  if (answer.status !== 422) return failureOf(answer, nameOf(wanted), advice);
  const { message } = failureOf(answer, nameOf(wanted));
  return new Failure('usage', {
    operation: '',
    reason: message,
    advice: `Check ${inputName('build-ref')} (a branch or tag), ${inputName('build-inputs')} (the workflow must declare each), and that the workflow has on: workflow_dispatch.`,
  });
}

/** The name of the dispatch in messages. */
function nameOf({ workflow, repository }: WorkflowOrder): string {
  return `the dispatch of ${workflow} in ${repository}`;
}
