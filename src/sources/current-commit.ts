import { parseRemote, type RemoteSource, sourceOf } from './remote.js';
import { isFullSha } from './source.js';

/** The commit that a pipeline runs for, or that a clone has checked out. */
export interface CurrentCommit {
  /** The origin of these facts, for messages: `GitLab CI`. */
  readonly from: string;
  /** The location of its repository. */
  readonly source: RemoteSource;
  readonly commit: string;
  /** `refs/heads/main`, `refs/tags/v1`; empty where it is neither. */
  readonly ref: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The facts about a CI from its variables. */
interface Variables {
  readonly from: string;
  readonly source: RemoteSource | undefined;
  readonly commit: string | undefined;
  readonly branch?: string | undefined;
  readonly tag?: string | undefined;
}

/**
 * The commit of the pipeline, by the variables of GitLab CI, Bitbucket Pipelines, CircleCI and Jenkins; undefined
 * elsewhere. No credentials are read.
 */
export function pipelineCommit(environment: Environment): CurrentCommit | undefined {
  for (const read of [gitlab, bitbucket, circleci, jenkins]) {
    const { from, source, commit, branch, tag } = read(environment);
    const sha = commit?.toLowerCase() ?? '';
    if (source === undefined || !isFullSha(sha)) continue;
    return { from, source, commit: sha, ref: refOf(branch, tag) };
  }
  return undefined;
}

function refOf(branch: string | undefined, tag: string | undefined): string {
  if (tag) return `refs/tags/${tag}`;
  if (branch?.startsWith('refs/')) return branch;
  return branch ? `refs/heads/${branch}` : '';
}

/**
 * docs.gitlab.com, "Predefined CI/CD variables". In a pipeline for merged results CI_COMMIT_SHA is a merge that exists
 * nowhere else; the head of the merge request is CI_MERGE_REQUEST_SOURCE_BRANCH_SHA, which is empty in all others.
 */
function gitlab(environment: Environment): Variables {
  const { CI_PROJECT_PATH, CI_COMMIT_SHA, CI_SERVER_URL, CI_COMMIT_BRANCH, CI_COMMIT_TAG } = environment;
  const { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA, CI_MERGE_REQUEST_SOURCE_BRANCH_NAME } = environment;
  const url = CI_SERVER_URL && !/^https:\/\/gitlab\.com\/?$/i.test(CI_SERVER_URL) ? CI_SERVER_URL : undefined;
  return {
    from: 'GitLab CI',
    source: hosted('gitlab', CI_PROJECT_PATH, url),
    commit: CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || CI_COMMIT_SHA,
    branch: CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || CI_COMMIT_BRANCH,
    tag: CI_COMMIT_TAG,
  };
}

/** support.atlassian.com, "Variables and secrets". For a pull request the commit is the head of its branch. */
function bitbucket(environment: Environment): Variables {
  const { BITBUCKET_REPO_FULL_NAME, BITBUCKET_COMMIT, BITBUCKET_BRANCH, BITBUCKET_TAG } = environment;
  return {
    from: 'Bitbucket Pipelines',
    source: hosted('bitbucket', BITBUCKET_REPO_FULL_NAME),
    commit: BITBUCKET_COMMIT,
    branch: BITBUCKET_BRANCH,
    tag: BITBUCKET_TAG,
  };
}

/**
 * circleci.com/docs, "Project values and variables"; the host is in CIRCLE_REPOSITORY_URL. Of a fork the branch is
 * `pull/7`.
 */
function circleci(environment: Environment): Variables {
  const { CIRCLE_PROJECT_USERNAME, CIRCLE_PROJECT_REPONAME, CIRCLE_REPOSITORY_URL } = environment;
  const { CIRCLE_SHA1, CIRCLE_BRANCH, CIRCLE_TAG } = environment;
  const isNamed = CIRCLE_PROJECT_USERNAME && CIRCLE_PROJECT_REPONAME;
  const name = isNamed ? `${CIRCLE_PROJECT_USERNAME}/${CIRCLE_PROJECT_REPONAME}` : undefined;
  const remote = parseRemote(CIRCLE_REPOSITORY_URL ?? '');
  return {
    from: 'CircleCI',
    source: remote === undefined ? hosted('github', name, 'https://api.github.com') : sourceOf(remote),
    commit: CIRCLE_SHA1,
    branch: /^pull\/\d+(?:\/|$)/.test(CIRCLE_BRANCH ?? '') ? undefined : CIRCLE_BRANCH,
    tag: CIRCLE_TAG,
  };
}

/**
 * plugins.jenkins.io/git, "Environment variables": GIT_BRANCH is `origin/main`, `refs/remotes/origin/main`, or `main`
 * in a multibranch project; without a branch it is `detached`. Of a change request it is `PR-7`, and CHANGE_BRANCH its
 * branch: of the repository CHANGE_FORK, where that is set.
 */
function jenkins(environment: Environment): Variables {
  const { GIT_URL, GIT_COMMIT, GIT_BRANCH = '', GIT_LOCAL_BRANCH, TAG_NAME } = environment;
  const { CHANGE_BRANCH, CHANGE_FORK } = environment;
  const remote = parseRemote(GIT_URL ?? '');
  const checkedOut = GIT_LOCAL_BRANCH || GIT_BRANCH.replace(/^refs\/remotes\//, '').replace(/^origin\//, '');
  const branch = CHANGE_BRANCH || (/^(?:detached|HEAD)$/.test(checkedOut) ? undefined : checkedOut);
  return {
    from: 'Jenkins',
    source: remote && sourceOf(remote),
    commit: GIT_COMMIT,
    branch: CHANGE_FORK ? undefined : branch,
    tag: TAG_NAME,
  };
}

function hosted(kind: string, repository: string | undefined, url?: string): RemoteSource | undefined {
  return repository ? { kind, url, repository } : undefined;
}
