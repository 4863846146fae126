import { type Answer, basicCredentials, type Host, type IncomingRequest, json, segments } from '../exchange.js';
import type { Timers } from '../timers.js';
import { createGitHubActions, FIRST_VERSION, type GitHubActions } from './github-actions.js';
import { actionsApi } from './github-actions-api.js';
import { conditional, failed, type GitHubSite, pageOf } from './github-answers.js';
import { createGitHubAttestations, type GitHubAttestations } from './github-attestations.js';
import { describeRepository, describeUser } from './github-run-objects.js';
import {
  branchesOf,
  type Caller,
  COMMIT_DATE,
  createSourceState,
  findCommit,
  findRef,
  isOpen,
  type PullRequest,
  pullRequestsOf,
  type SourceRepository,
  type SourceState,
  tagsOf,
  visible,
} from './source-state.js';

const COMMITS_PAGE = '/commits/commits#get-a-commit';

/** Answers what is about packages; undefined for everything else. */
export type PackagesApi = (request: IncomingRequest, path: readonly string[]) => Promise<Answer | undefined>;

/**
 * `/repos/{owner}/{repo}` with `/commits/{ref}`, `/attestations/{digest}` and `/actions/…` at api.github.com, and the
 * same behind `/api/v3` at github.example.com for an Enterprise Server; packages at api.github.com only. A repository
 * that the caller may not see is 404; an unknown hash is 422.
 */
export function createGitHub(
  timers: Timers,
  packages: PackagesApi,
): {
  github: SourceState;
  actions: GitHubActions;
  attestations: GitHubAttestations;
  hosts: Record<string, Host>;
} {
  const github = createSourceState();
  const actions = createGitHubActions(github, timers);
  const store = createGitHubAttestations();
  const at =
    (prefix: string, site: GitHubSite): Host =>
    async (request) => {
      if (!request.url.pathname.startsWith(`${prefix}/`)) return failed(404, 'Not Found');
      const version = request.headers['x-github-api-version'] ?? FIRST_VERSION;
      const answer = await route(version, request, segments(request.url.pathname.slice(prefix.length)), site);
      return { ...answer, headers: { 'x-github-request-id': '0000:0000:0000000:0000000:00000000', ...answer.headers } };
    };

  async function route(
    version: string,
    request: IncomingRequest,
    path: readonly string[],
    site: GitHubSite,
  ): Promise<Answer> {
    if (!(actions.old ? version === FIRST_VERSION : actions.apiVersions.has(version))) {
      const named = `The version you specified in the "X-GitHub-API-Version" request header, "${version}",`;
      return failed(400, `${named} is not a supported version.`, '/about-the-rest-api/api-versions');
    }
    const aboutPackages = site.api === 'https://api.github.com' ? await packages(request, path) : undefined;
    if (aboutPackages !== undefined) return aboutPackages;
    const caller = callerOf(request);
    if (caller === 'refused') return failed(401, 'Bad credentials');
    if (path.join('/') === 'user') return user(caller);
    const moved = redirected(request, path, site);
    if (moved !== undefined) return moved;
    const [fullName, [what, ...rest]] = addressed(path);
    const repository = visible(github, fullName, caller);
    if (repository === undefined) return failed(404, 'Not Found');
    if (what === undefined) {
      const default_branch = actions.defaultBranch(repository);
      return conditional(request, json(200, { ...describeRepository(repository, site), default_branch }));
    }
    if (what === 'actions') {
      return conditional(request, await actionsApi(actions, { request, repository, caller, version, site }, rest));
    }
    const listed = rest.length === 0 ? list(repository, what, request, site) : undefined;
    if (listed !== undefined) return listed;
    // An Enterprise Server keeps no attestations.
    if (what === 'attestations' && site.api === 'https://api.github.com') {
      return store.answer(request, repository, caller, rest);
    }
    return what === 'commits' && rest.length > 0
      ? commit(repository, rest.join('/'), request)
      : failed(404, 'Not Found');
  }

  function user(caller: Exclude<Caller, 'refused'>): Answer {
    if (caller === 'nobody') return failed(401, 'Requires authentication');
    const login = actions.logins.get(caller.name);
    return login === undefined ? failed(403, 'Resource not accessible by integration') : json(200, describeUser(login));
  }

  /** 301 for reads, and 307, which keeps the method, for the others. */
  function redirected(request: IncomingRequest, path: readonly string[], site: GitHubSite): Answer | undefined {
    const [repos, owner, name, ...rest] = path;
    const renamed = repos === 'repos' ? actions.renamed.get(`${owner}/${name}`) : undefined;
    const repository = renamed === undefined ? undefined : github.repositories.get(renamed.toLowerCase());
    if (repository === undefined) return undefined;
    const url = [site.api, 'repositories', repository.id, ...rest.map(encodeURIComponent)].join('/');
    const status = request.method === 'GET' ? 301 : 307;
    const location = `${url}${request.url.search}`;
    return json(status, { message: 'Moved Permanently', url }, { location });
  }

  /** `/repos/{owner}/{repo}/…` and `/repositories/{id}/…`. */
  function addressed([root, first = '', ...more]: readonly string[]): readonly [string, readonly string[]] {
    if (root === 'repos') return [`${first}/${more[0]}`, more.slice(1)];
    const known = [...github.repositories.values()].find(({ id }) => root === 'repositories' && String(id) === first);
    return [known === undefined ? '' : `${known.owner}/${known.name}`, more];
  }

  /** `Bearer` and `token` mean the same here, and Basic carries the token as the password. */
  function callerOf(request: IncomingRequest): Caller {
    const header = request.headers.authorization;
    if (header === undefined) return 'nobody';
    const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header)?.[1] ?? basicCredentials(header)?.secret ?? '';
    const known = [github.tokens, actions.tokens.writers, actions.tokens.readers].some((tokens) => tokens.has(token));
    return known ? { name: token } : 'refused';
  }

  return {
    github,
    actions,
    attestations: store.attestations,
    hosts: {
      ...store.hosts,
      'api.github.com': at('', { api: 'https://api.github.com', web: 'https://github.com' }),
      'github.example.com': at('/api/v3', {
        api: 'https://github.example.com/api/v3',
        web: 'https://github.example.com',
      }),
    },
  };
}

/** The lists of branches, tags and pull requests, whose `Link` names the repository by its number. */
function list(
  repository: SourceRepository,
  what: string,
  request: IncomingRequest,
  { api }: GitHubSite,
): Answer | undefined {
  const all = entriesOf(repository, what, request.url.searchParams.get('state') ?? 'open');
  if (all === undefined) return undefined;
  const { items, link } = pageOf(
    request,
    all,
    `${new URL(api).pathname}/repositories/${repository.id}/${what}`.replace(/^\/+/, '/'),
  );
  return json(200, items, link);
}

function entriesOf(repository: SourceRepository, what: string, state: string): readonly unknown[] | undefined {
  if (what === 'branches') {
    return branchesOf(repository).map((name) => ({
      name,
      commit: { sha: repository.branches.get(name) },
      protected: false,
    }));
  }
  if (what === 'tags') return tagsOf(repository).map((name) => ({ name, commit: { sha: repository.tags.get(name) } }));
  if (what !== 'pulls') return undefined;
  const isWanted = { open: isOpen, closed: (one: PullRequest) => !isOpen(one), all: () => true }[state];
  return isWanted === undefined
    ? []
    : pullRequestsOf(repository, isWanted).map(([number, { branch, fork, draft = false, state: own = 'open' }]) => ({
        number,
        state: own === 'open' ? 'open' : 'closed',
        draft,
        head: { ref: branch, repo: { full_name: fork ?? `${repository.owner}/${repository.name}` } },
      }));
}

function commit(repository: SourceRepository, ref: string, request: IncomingRequest): Answer {
  const found = findRef(repository, ref) ?? findCommit(repository, ref);
  if (found === 'ambiguous') return failed(422, `The sha parameter is ambiguous: ${ref}`, COMMITS_PAGE);
  if (found === undefined) return failed(422, `No commit found for SHA: ${ref}`, COMMITS_PAGE);
  const etag = { etag: `"${found}"` };
  if (/application\/vnd\.github(?:\.v3)?\.sha/.test(request.headers.accept ?? '')) {
    return {
      status: 200,
      headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8', ...etag },
      body: found,
    };
  }
  return json(
    200,
    { sha: found, commit: { message: 'A commit', committer: { date: COMMIT_DATE } }, parents: [], files: [] },
    etag,
  );
}
