import { readFileSync } from 'node:fs';
import { usageFailure } from './errors.js';
import { inputValue } from './input-names.js';

/** The facts about its workflow that GitHub Actions passes to a step (docs.github.com, "Variables reference"). */
export interface Workflow {
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that the event is about: of a pull request its head, not the merge that GitHub makes for testing. */
  readonly commit: () => string;
  /** The full ref: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  /** The short name of the branch or tag; of a pull request its head branch. */
  readonly refName: string;
  /** Only where the event is a pull request's: the branch that it was merged into; undefined while it is not merged. */
  readonly mergedInto?: () => string | undefined;
  /** The REST API of the server that runs the workflow. */
  readonly apiUrl: string;
  /** The workflow's own token, where the step has it. */
  readonly token: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the workflow from the runner's environment; undefined outside of GitHub Actions. */
export function readWorkflow(environment: Environment, token: string | undefined): Workflow | undefined {
  const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF = '', GITHUB_REF_NAME = '', GITHUB_HEAD_REF } = environment;
  if (!GITHUB_REPOSITORY || !GITHUB_SHA) return undefined;
  return {
    repository: GITHUB_REPOSITORY,
    commit: () => headOfPullRequest(environment) ?? GITHUB_SHA.toLowerCase(),
    ref: GITHUB_REF,
    refName: GITHUB_HEAD_REF || GITHUB_REF_NAME,
    ...(isOfPullRequest(environment) && { mergedInto: () => mergedInto(environment) }),
    apiUrl: githubApiUrl(environment),
    token: token || undefined,
  };
}

/**
 * The REST API of the GitHub server that the environment names, in a workflow or elsewhere; else that of github.com.
 */
export function githubApiUrl({ GITHUB_API_URL }: Environment): string {
  return GITHUB_API_URL || 'https://api.github.com';
}

function isOfPullRequest({ GITHUB_EVENT_NAME }: Environment): boolean {
  return GITHUB_EVENT_NAME?.startsWith('pull_request') === true;
}

/** On `pull_request` and related events, GITHUB_SHA is the merge commit, which has no image. */
function headOfPullRequest(environment: Environment): string | undefined {
  if (!isOfPullRequest(environment)) return undefined;
  const sha = readPullRequest(environment)?.head?.sha;
  if (typeof sha === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(sha)) return sha.toLowerCase();
  throw usageFailure(
    `the pull request's head cannot be read from the event (GITHUB_EVENT_PATH is ${JSON.stringify(environment.GITHUB_EVENT_PATH ?? '')})`,
    `Give the commit: ${inputValue('ref', '${{ github.event.pull_request.head.sha }}')}.`,
  );
}

/** On `pull_request` GITHUB_REF is the base branch as soon as it is merged; on `pull_request_target` it always is. */
function mergedInto(environment: Environment): string | undefined {
  const { GITHUB_EVENT_NAME, GITHUB_REF = '', GITHUB_BASE_REF } = environment;
  const { merged, base } = readPullRequest(environment) ?? {};
  const [, branch] = /^refs\/heads\/(.+)$/.exec(GITHUB_REF) ?? [];
  if (merged === true) return typeof base?.ref === 'string' ? base.ref : GITHUB_BASE_REF || branch;
  return GITHUB_EVENT_NAME === 'pull_request' ? branch : undefined;
}

/** As far as it matters here. */
interface PullRequest {
  readonly head?: { readonly sha?: unknown };
  readonly base?: { readonly ref?: unknown };
  readonly merged?: unknown;
}

/** undefined where the event has none, or cannot be read. */
function readPullRequest({ GITHUB_EVENT_PATH = '' }: Environment): PullRequest | undefined {
  try {
    return (JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as { pull_request?: PullRequest }).pull_request;
  } catch {
    return undefined;
  }
}
