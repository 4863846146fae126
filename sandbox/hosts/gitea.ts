import { type Answer, basicCredentials, type Host, type IncomingRequest, json, segments } from '../exchange.js';
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

/**
 * Gitea and Forgejo, at codeberg.org and gitea.example.com: `/api/v1/repos/{owner}/{repo}/` with `branches/{branch}`,
 * `tags/{tag}` and `git/commits/{sha}`.
 */
export function createGitea(): { gitea: SourceState; hosts: Record<string, Host> } {
  const gitea = createSourceState();
  const host: Host = async (request) => {
    const who = caller(gitea, request);
    if (who === 'refused') return json(401, { message: 'invalid username, password or token', url: swagger(request) });
    const [api, version, repos, owner, name, ...rest] = segments(request.url.pathname);
    const repository = visible(gitea, `${owner}/${name}`, who);
    const found =
      api === 'api' && version === 'v1' && repos === 'repos' && repository !== undefined
        ? (list(repository, rest, request) ?? read(repository, rest))
        : undefined;
    return found ?? json(404, { errors: [], message: "The target couldn't be found.", url: swagger(request) });
  };
  return { gitea, hosts: { 'codeberg.org': host, 'gitea.example.com': host } };
}

/** Pages with `Link`, and a header that counts the entries. */
function list(repository: SourceRepository, [kind, ...more]: readonly string[], request: IncomingRequest) {
  const all = more.length > 0 ? undefined : entriesOf(repository, kind, request.url.searchParams.get('state'));
  if (all === undefined) return undefined;
  const { items, link } = pageByNumber(request, all, { size: 'limit', usual: 30, most: 50 });
  return json(200, items, { ...link, 'x-total-count': String(all.length) });
}

function entriesOf(
  repository: SourceRepository,
  kind: string | undefined,
  state: string | null,
): readonly unknown[] | undefined {
  if (kind === 'branches')
    return branchesOf(repository).map((name) => ({ name, commit: { id: repository.branches.get(name) } }));
  if (kind === 'tags') return tagsOf(repository).map((name) => ({ name, id: repository.tags.get(name) }));
  if (kind !== 'pulls') return undefined;
  const wanted = pullRequestsOf(repository, (one) => state === 'all' || isOpen(one) === (state !== 'closed'));
  return wanted.map(([number, one]) => ({
    number,
    state: isOpen(one) ? 'open' : 'closed',
    draft: one.draft ?? false,
    head: { ref: one.branch, label: one.branch },
  }));
}

function read(repository: SourceRepository, rest: readonly string[]): Answer | undefined {
  const [kind, ...names] = rest;
  if (kind === 'branches') {
    const name = names.join('/');
    const commit = repository.branches.get(name);
    return commit === undefined
      ? undefined
      : json(200, { name, commit: { id: commit, timestamp: COMMIT_DATE }, protected: false });
  }
  if (kind === 'tags') {
    const name = names.join('/');
    const commit = repository.tags.get(name);
    if (commit === undefined) return undefined;
    return json(200, {
      name,
      id: repository.annotated.get(name) ?? commit,
      // Of a tag of a tag Gitea gives the inner tag (modules/git/tag.go).
      commit: { sha: repository.nested.get(name) ?? commit, created: COMMIT_DATE },
    });
  }
  if (kind === 'git' && names[0] === 'commits') {
    const name = names.slice(1).join('/');
    const outer = [...repository.nested].find(([, inner]) => inner === name)?.[0];
    const commit = findCommit(repository, name) ?? findRef(repository, outer === undefined ? name : `tags/${outer}`);
    return commit === undefined || commit === 'ambiguous'
      ? undefined
      : json(200, { sha: commit, created: COMMIT_DATE });
  }
  return undefined;
}

function caller(gitea: SourceState, request: IncomingRequest): Caller {
  const header = request.headers.authorization;
  if (header === undefined) return 'nobody';
  const token = /^(?:token|bearer)\s+(\S+)$/i.exec(header)?.[1];
  if (token !== undefined) return gitea.tokens.has(token) ? { name: token } : 'refused';
  const basic = basicCredentials(header);
  return basic !== undefined && gitea.users.get(basic.user) === basic.secret ? { name: basic.user } : 'refused';
}

function swagger(request: IncomingRequest): string {
  return `https://${request.host}/api/swagger`;
}
