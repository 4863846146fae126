import type { GitHubApi } from '../github/octokit.js';
import type { HttpAnswer } from '../http/message.js';
import type { ServerClock } from './server-clock.js';
import { listRuns } from './workflow-runs.js';

/** The version under which a dispatch answers with the run's id. */
const newVersion = '2026-03-10';
const oldVersion = '2022-11-28';

/** One `POST …/dispatches`. */
export interface Post {
  /** `/repos/o/r`. */
  readonly repositoryPath: string;
  /** `/actions/workflows/build.yml`. */
  readonly rest: string;
  readonly body: { readonly ref: string; readonly inputs: Readonly<Record<string, string>> };
  /** Learns from the dates of the answers. */
  readonly clock: ServerClock;
  readonly now: () => Date;
}

/** The outcome of a dispatch, with the facts that distinguish its run from earlier ones. */
export interface Posted {
  /** The address of the repository: a redirect may have led there. */
  readonly repositoryPath: string;
  /** Runs that existed before; undefined when they were not read. */
  readonly before: ReadonlySet<number> | undefined;
  /** When the last try was sent, on the clock of this machine. */
  readonly sentAt: Date;
  /** The answer, or what kept it from coming. */
  readonly outcome: { readonly answer: HttpAnswer } | { readonly error: unknown };
}

/**
 * Sends a dispatch, by the old version where GitHub does not know the new one.
 * @throws Failure when the runs of before cannot be listed: nothing has begun then
 */
export async function postDispatch(api: GitHubApi, post: Post): Promise<Posted> {
  const first = await send(api, post, newVersion, undefined);
  if (!('answer' in first.outcome) || !refusesVersion(first.outcome.answer)) return first;
  const list = { workflowPath: `${post.repositoryPath}${post.rest}`, ref: post.body.ref, clock: post.clock };
  const before = new Set((await listRuns(api, list)).map(({ id }) => id));
  return send(api, post, oldVersion, before);
}

async function send(api: GitHubApi, post: Post, version: string, before: Posted['before']): Promise<Posted> {
  const { repositoryPath, rest, body, clock, now } = post;
  let sentAt = now();
  const options = {
    headers: { 'x-github-api-version': version },
    body,
    onTry: () => {
      sentAt = now();
    },
  };
  try {
    const answer = await api.request('POST', `${repositoryPath}${rest}/dispatches`, options);
    clock.read(answer);
    return { repositoryPath, before, sentAt, outcome: { answer } };
  } catch (error) {
    return { repositoryPath, before, sentAt, outcome: { error } };
  }
}

function refusesVersion({ status, body }: HttpAnswer): boolean {
  return status === 400 && /api.?version|supported version/i.test(body.toString('utf8'));
}
