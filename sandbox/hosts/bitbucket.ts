import {
  type Answer,
  basicCredentials,
  bearerToken,
  type Host,
  type IncomingRequest,
  json,
  segments,
} from '../exchange.js';
import type { Timers } from '../timers.js';
import { failed, pagedValues } from './bitbucket-answers.js';
import { type BitbucketPipelines, createBitbucketPipelines } from './bitbucket-pipelines.js';
import { pipelinesApi } from './bitbucket-pipelines-api.js';
import {
  branchesOf,
  type Caller,
  COMMIT_DATE,
  createSourceState,
  findCommit,
  pullRequestsOf,
  type SourceRepository,
  type SourceState,
  tagsOf,
  visible,
} from './source-state.js';

/**
 * api.bitbucket.org, `/2.0/repositories/{workspace}/{repo}/…`: `refs/branches/{name}`, `refs/tags/{name}`,
 * `commit/{hash}` and `pipelines`. Names of refs take their slashes as they are; the commit takes a hash, whole or
 * short, and no name with a slash. A token alone is Bearer, an e-mail address and a token are Basic.
 */
export function createBitbucket(timers: Timers): {
  bitbucket: SourceState;
  pipelines: BitbucketPipelines;
  hosts: Record<string, Host>;
} {
  const bitbucket = createSourceState();
  const pipelines = createBitbucketPipelines(bitbucket, timers);
  const host: Host = async (request) => {
    const who = caller(bitbucket, request);
    if (who === 'refused') return failed(401, 'Token is invalid, expired, or not supported for this endpoint.');
    const [version, repositories, workspace, name, ...rest] = segments(request.url.pathname);
    if (version !== '2.0' || repositories !== 'repositories' || workspace === undefined || name === undefined) {
      return failed(404, 'Resource not found');
    }
    const repository = visible(bitbucket, `${workspace}/${name}`, who);
    if (repository === undefined) {
      return failed(404, `You may not have access to this repository or it no longer exists in this workspace.`);
    }
    const [what, ...more] = rest;
    return what === 'pipelines'
      ? pipelinesApi(pipelines, request, repository, who, more)
      : (list(repository, rest, request) ?? read(repository, rest));
  };
  return { bitbucket, pipelines, hosts: { 'api.bitbucket.org': host } };
}

/**
 * Branches and tags, 100 at most on a page, and pull requests, 50 at most. They contain only the `fields` that the
 * request names.
 */
function list(repository: SourceRepository, rest: readonly string[], request: IncomingRequest): Answer | undefined {
  const what = rest.join('/');
  if (what === 'refs/branches')
    return pagedValues(
      branchesOf(repository).map((name) => ({ name })),
      request,
      100,
    );
  if (what === 'refs/tags')
    return pagedValues(
      tagsOf(repository).map((name) => ({ name })),
      request,
      100,
    );
  if (what !== 'pullrequests') return undefined;
  const states = { open: 'OPEN', merged: 'MERGED', closed: 'DECLINED' } as const;
  const wanted = request.url.searchParams.get('state') ?? 'OPEN';
  const found = pullRequestsOf(repository, ({ state = 'open' }) => states[state] === wanted);
  return pagedValues(
    found.map(([id, { branch }]) => ({ id, source: { branch: { name: branch } } })),
    request,
    50,
  );
}

function read(repository: SourceRepository, rest: readonly string[]): Answer {
  const [what = '', kind] = rest;
  if (rest.length === 0)
    return json(200, { type: 'repository', full_name: fullName(repository), is_private: repository.private });
  if (what === 'refs' && kind === 'branches') {
    const name = rest.slice(2).join('/');
    const commit = repository.branches.get(name);
    if (commit === undefined) return failed(404, `Branch "${name}" not found.`);
    return json(200, { type: 'branch', name, target: target(repository, commit) });
  }
  if (what === 'refs' && kind === 'tags') {
    const name = rest.slice(2).join('/');
    const commit = repository.tags.get(name);
    if (commit === undefined) return failed(404, `Tag "${name}" not found.`);
    const annotation = repository.annotated.has(name)
      ? { message: `${name}\n`, date: COMMIT_DATE }
      : { message: null, date: null };
    return json(200, { type: 'tag', name, ...annotation, target: target(repository, commit) });
  }
  if (what === 'commit' && rest.length === 2 && kind !== undefined) {
    const named = kind.includes('/') ? undefined : (repository.branches.get(kind) ?? repository.tags.get(kind));
    const commit = findCommit(repository, kind) ?? named;
    if (commit === undefined || commit === 'ambiguous')
      return failed(404, `Commit not found`, { data: { shas: [kind] } });
    return json(200, target(repository, commit));
  }
  return failed(404, 'Resource not found');
}

function target(repository: SourceRepository, hash: string) {
  return {
    type: 'commit',
    hash,
    date: COMMIT_DATE,
    repository: { type: 'repository', full_name: fullName(repository) },
  };
}

function fullName(repository: SourceRepository): string {
  return `${repository.owner}/${repository.name}`;
}

function caller(state: SourceState, request: IncomingRequest): Caller {
  const header = request.headers.authorization;
  if (header === undefined) return 'nobody';
  const token = bearerToken(header);
  if (token !== undefined) return state.tokens.has(token) ? { name: token } : 'refused';
  const basic = basicCredentials(header);
  return basic !== undefined && state.users.get(basic.user) === basic.secret ? { name: basic.user } : 'refused';
}
