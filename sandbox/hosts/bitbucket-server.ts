import { type Answer, bearerToken, type Host, json, segments } from '../exchange.js';
import {
  branchesOf,
  createSourceState,
  findCommit,
  findRef,
  pullRequestsOf,
  type SourceRepository,
  type SourceState,
  tagsOf,
  visible,
} from './source-state.js';

const SERVICE = 'com.atlassian.bitbucket';

/**
 * bitbucket.example.com, a Bitbucket Data Center: `/rest/api/latest/projects/{key}/repos/{slug}/commits?until=` takes
 * any ref or hash, `/commits/{id}` hashes only. Tokens work as Bearer and never as Basic; missing rights are 401 too.
 */
export function createBitbucketServer(): { bitbucketServer: SourceState; hosts: Record<string, Host> } {
  const bitbucketServer = createSourceState();
  const host: Host = async (request) => {
    const header = request.headers.authorization;
    const token = bearerToken(header);
    if (header !== undefined && (token === undefined || !bitbucketServer.tokens.has(token))) {
      return failed(
        401,
        'Authentication failed. Please check your credentials and try again.',
        'IncorrectPasswordAuthenticationException',
      );
    }
    const [rest, api, version = '', projects, key, repos, slug, commits, id, ...more] = segments(request.url.pathname);
    const known =
      rest === 'rest' &&
      api === 'api' &&
      /^(?:latest|1\.0)$/.test(version) &&
      projects === 'projects' &&
      repos === 'repos';
    const isList = ['branches', 'tags', 'pull-requests'].includes(commits ?? '') && id === undefined;
    if (!known || !(commits === 'commits' || isList) || more.length > 0)
      return failed(404, 'null for uri', 'NotFoundException');

    const fullName = `${key}/${slug}`;
    const repository = visible(bitbucketServer, fullName, token === undefined ? 'nobody' : { name: token });
    if (repository === undefined) {
      return bitbucketServer.repositories.has(fullName.toLowerCase())
        ? failed(401, 'You are not permitted to access this resource', 'AuthorisationException')
        : failed(404, `Repository ${fullName} does not exist.`, 'repository.NoSuchRepositoryException');
    }
    if (isList) return list(repository, commits ?? '', request.url.searchParams);
    return id === undefined ? history(repository, request.url.searchParams) : single(repository, id);
  };
  return { bitbucketServer, hosts: { 'bitbucket.example.com': host } };
}

/** A page from `start` on, of `limit` entries (25; 1000 at most). */
function list(repository: SourceRepository, what: string, query: URLSearchParams): Answer {
  const start = Number(query.get('start') ?? 0);
  const limit = Math.min(1000, Number(query.get('limit') ?? 25));
  const all = entriesOf(repository, what, query.get('state') ?? 'OPEN');
  const values = all.slice(start, start + limit);
  const end = start + values.length;
  const isLastPage = end >= all.length;
  return json(200, { size: values.length, limit, isLastPage, start, nextPageStart: isLastPage ? null : end, values });
}

function entriesOf(repository: SourceRepository, what: string, wanted: string): readonly unknown[] {
  if (what === 'branches')
    return branchesOf(repository).map((name) => ({ id: `refs/heads/${name}`, displayId: name, type: 'BRANCH' }));
  if (what === 'tags')
    return tagsOf(repository).map((name) => ({ id: `refs/tags/${name}`, displayId: name, type: 'TAG' }));
  const states = { open: 'OPEN', merged: 'MERGED', closed: 'DECLINED' } as const;
  const found = pullRequestsOf(repository, ({ state = 'open' }) => wanted === 'ALL' || states[state] === wanted);
  return found.map(([id, { branch, state = 'open', draft = false }]) => ({
    id,
    state: states[state],
    draft,
    fromRef: { id: `refs/heads/${branch}`, displayId: branch },
  }));
}

function history(repository: SourceRepository, query: URLSearchParams): Answer {
  const until = query.get('until') ?? [...repository.branches.keys()][0] ?? '';
  const limit = Number(query.get('limit') ?? 25);
  if (repository.others.has(until.replace('refs/tags/', ''))) {
    return json(200, { values: [], size: 0, isLastPage: true, start: 0, limit, nextPageStart: null });
  }
  const commit = findRef(repository, until) ?? findCommit(repository, until);
  if (commit === undefined || commit === 'ambiguous') {
    return failed(
      404,
      `Commit '${until}' does not exist in repository '${repository.name}'.`,
      'commit.NoSuchCommitException',
    );
  }
  return json(200, { values: [describe(commit)], size: 1, isLastPage: true, start: 0, limit, nextPageStart: null });
}

function single(repository: SourceRepository, id: string): Answer {
  const commit = findCommit(repository, id);
  return commit === undefined || commit === 'ambiguous'
    ? failed(404, `Commit '${id}' does not exist in repository '${repository.name}'.`, 'commit.NoSuchCommitException')
    : json(200, describe(commit));
}

function describe(id: string) {
  return { id, displayId: id.slice(0, 11), message: 'A commit', parents: [] };
}

function failed(status: number, message: string, exception: string): Answer {
  return json(status, { errors: [{ context: null, message, exceptionName: `${SERVICE}.${exception}` }] });
}
