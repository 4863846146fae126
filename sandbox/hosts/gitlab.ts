import { type Answer, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import type { GitLabTokenService } from './gitlab-registry/create.js';
import { pageByNumber } from './source-pages.js';
import {
  branchesOf,
  type Caller,
  COMMIT_DATE,
  createSourceState,
  findCommit,
  findRef,
  isOpen,
  pullRequestsOf,
  type SourceRepository,
  type SourceState,
  tagsOf,
  visible,
} from './source-state.js';

const ROUTE = /^\/api\/v4\/projects\/([^/]+)\/repository\/(branches|tags|commits)\/([^/]+)$/;
const LIST = /^\/api\/v4\/projects\/([^/]+)\/(repository\/branches|repository\/tags|merge_requests)$/;

/**
 * gitlab.com, and gitlab.example.com for a server of one's own: `/api/v4/projects/{id}/repository/` with `branches/`,
 * `tags/` and `commits/`. The id is a number (in the order of declaration, from 1) or the URL-encoded path, and slashes
 * in names are encoded as well.
 * @param tokens of its container registry
 */
export function createGitLab(tokens: GitLabTokenService): { gitlab: SourceState; hosts: Record<string, Host> } {
  const gitlab = createSourceState();
  const host: Host = async (request) => {
    if (request.url.pathname === '/jwt/auth') return tokens(request);
    const who = caller(gitlab, request);
    if (who === 'refused') return json(401, { message: '401 Unauthorized' });
    const [, id, kind, encoded] = ROUTE.exec(request.url.pathname) ?? LIST.exec(request.url.pathname) ?? [];
    if (id === undefined) return json(404, { error: '404 Not Found' });
    const project = /^\d+$/.test(id) ? [...gitlab.repositories.keys()][Number(id) - 1] : decodeURIComponent(id);
    const repository = visible(gitlab, project ?? '', who);
    if (repository === undefined) return json(404, { message: '404 Project Not Found' });
    if (encoded === undefined) return list(repository, kind ?? '', request);
    return read(repository, kind ?? '', decodeURIComponent(encoded));
  };
  return { gitlab, hosts: { 'gitlab.com': host, 'gitlab.example.com': host } };
}

/** Pages with `Link`, and headers that name the next page and count the entries. */
function list(repository: SourceRepository, kind: string, request: IncomingRequest): Answer {
  const all = entriesOf(repository, kind, request.url.searchParams.get('state'));
  const { items, nextPage, link } = pageByNumber(request, all, { size: 'per_page', usual: 20, most: 100 });
  return json(200, items, { ...link, 'x-next-page': nextPage, 'x-total': String(all.length) });
}

function entriesOf(repository: SourceRepository, kind: string, state: string | null): readonly unknown[] {
  if (kind === 'repository/branches')
    return branchesOf(repository).map((name) => ({ name, commit: { id: repository.branches.get(name) } }));
  if (kind === 'repository/tags')
    return tagsOf(repository).map((name) => ({ name, target: repository.tags.get(name) }));
  const open = pullRequestsOf(repository, (one) => state === null || isOpen(one) === (state === 'opened'));
  return open.map(([iid, { branch, draft = false }]) => ({ iid, source_branch: branch, draft, state: 'opened' }));
}

function read(repository: SourceRepository, kind: string, name: string): Answer {
  if (kind === 'branches') {
    const commit = repository.branches.get(name);
    return commit === undefined
      ? json(404, { message: '404 Branch Not Found' })
      : json(200, { name, commit: describe(commit) });
  }
  if (kind === 'tags') {
    const other = repository.others.get(name);
    if (other !== undefined) return json(200, { name, target: repository.annotated.get(name) ?? other, commit: null });
    const commit = repository.tags.get(name);
    if (commit === undefined) return json(404, { message: '404 Tag Not Found' });
    return json(200, { name, target: repository.annotated.get(name) ?? commit, commit: describe(commit) });
  }
  const commit = findRef(repository, name) ?? findCommit(repository, name);
  if (commit === undefined || commit === 'ambiguous') return json(404, { message: '404 Commit Not Found' });
  return json(200, describe(commit));
}

function describe(id: string) {
  return { id, short_id: id.slice(0, 8), title: 'A commit', committed_date: COMMIT_DATE };
}

function caller(gitlab: SourceState, request: IncomingRequest): Caller {
  const token = request.headers['private-token'] ?? bearerToken(request.headers.authorization);
  if (token === undefined) return request.headers.authorization === undefined ? 'nobody' : 'refused';
  return gitlab.tokens.has(token) ? { name: token } : 'refused';
}
