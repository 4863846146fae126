import { type Answer, basicCredentials, bearerToken, type Host, type IncomingRequest, json } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { neededAccess, tokenChallenge } from '../../registries/challenges.js';
import { failure, manifestUnknown } from '../../registries/errors.js';
import type { RunningRegistry } from '../../registries/index.js';
import { createThrottle } from '../../throttle.js';
import { createTokenBook, type NeededAccess, parseScopes, type TokenBook } from '../../tokens.js';
import { createRegistryAccounts } from '../registry-accounts.js';
import { type GitLabRegistry, gitlabActions, gitlabRights, refuseGitLabDelete, refuseGitLabPush } from './rules.js';
import { createGitLabTagDates } from './tag-dates.js';
import { listGitLabTags } from './tag-list.js';

const SERVICE = 'container_registry';
const MANIFEST = /^\/v2\/(.+)\/manifests\/([^/]+)$/;
const API = /^\/gitlab\/v1\/(?:(repositories|repository-paths)\/(.+?)\/(?:(tags|repositories)\/list\/)?)?$/;
const V2_PAGE = '100';

/** Answers `/jwt/auth` of gitlab.com or gitlab.example.com. */
export type GitLabTokenService = (request: IncomingRequest) => Answer;

/** @param registry one that deletes tags alone, as the one in memory does */
export function createGitLabRegistry(registry: RunningRegistry) {
  const accounts = createRegistryAccounts(registry);
  const push = accounts.image;
  const gitlab: GitLabRegistry = Object.assign(accounts, {
    roles: new Map(),
    protected: new Map(),
    immutable: new Map(),
    metadataDatabase: true,
    tagDates: createGitLabTagDates(registry.ledger),
    lifetime: 300,
    throttle: createThrottle(),
    /** The tag's date is the image's: so that a test or the demo can have old ones. */
    async image(...[name, tag, spec]: Parameters<typeof push>) {
      const before = gitlab.tagDates.get(`${name}:${tag}`)?.updated;
      const digest = await push(name, tag, spec);
      const dates = gitlab.tagDates.get(`${name}:${tag}`);
      const date = spec?.created === undefined ? undefined : new Date(spec.created);
      if (dates === undefined || date === undefined) return digest;
      if (dates.updated === undefined) dates.created = date;
      else if (dates.updated !== before) dates.updated = date;
      return digest;
    },
  });
  const tokens = createTokenBook();
  const host = (realm: string, hasDatabase: () => boolean) => registryHost(gitlab, tokens, realm, hasDatabase);
  return {
    gitlabRegistry: gitlab,
    tokenService: tokenService(gitlab, tokens),
    hosts: {
      'registry.gitlab.com': host('https://gitlab.com/jwt/auth', () => true),
      'registry.gitlab.example.com': host('https://gitlab.example.com/jwt/auth', () => gitlab.metadataDatabase),
    },
  };
}

/** A missing right is not an error: the token holds fewer actions. The answer has no `expires_in`. */
function tokenService(gitlab: GitLabRegistry, tokens: TokenBook): GitLabTokenService {
  return (request) => {
    if (request.method !== 'GET') return { status: 404 };
    const credentials = basicCredentials(request.headers.authorization);
    const user = credentials?.user;
    if (request.headers.authorization !== undefined && gitlab.users.get(user ?? '') !== credentials?.secret) {
      return json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'HTTP Basic: Access denied' }] });
    }
    const query = request.url.searchParams;
    const scopes = parseScopes(query.getAll('scope'));
    if (query.get('service') !== SERVICE || (user === undefined && scopes.length === 0)) {
      return json(403, { errors: [{ code: 'DENIED', message: 'access forbidden' }] });
    }
    const access = scopes
      .filter(({ type }) => type === 'repository')
      .map((scope) => ({ ...scope, actions: gitlabActions(gitlab, scope.name, scope.actions, user) }));
    return json(200, { token: tokens.issue(access, user, gitlab.lifetime) });
  };
}

function registryHost(gitlab: GitLabRegistry, tokens: TokenBook, realm: string, hasDatabase: () => boolean): Host {
  const { forward } = forwardTo(gitlab.registry.url);

  async function answer(request: IncomingRequest): Promise<Answer> {
    if (gitlab.throttle.refuses()) return throttled();
    const path = decodeURIComponent(request.url.pathname);
    const [isApi, kind, name = '', list] = API.exec(path.replace(/\/?$/, '/')) ?? [];
    const needed = isApi === undefined ? neededAccess(request) : neededByApi(kind, name);
    const held = bearerToken(request.headers.authorization);
    const closed = path === '/v2/_catalog';
    if (closed || !tokens.covers(held, needed)) return challenge(needed, tokens.knows(held));
    if (isApi === undefined) return registry(request);
    if (!hasDatabase() || request.method !== 'GET') return { status: 404 };
    if (!path.endsWith('/')) return { status: 301, headers: { location: `${path}/${request.url.search}` } };
    if (kind === undefined) return { status: 200 };
    if (gitlab.registry.ledger.manifests(name).size === 0) {
      return failure('NAME_UNKNOWN', 'repository name not known to registry', { name });
    }
    return list === undefined ? details(name) : listGitLabTags(gitlab, request, name);
  }

  function challenge(needed: NeededAccess | undefined, known: boolean): Answer {
    return tokenChallenge(needed, { realm, service: SERVICE, error: known ? ',error="insufficient_scope"' : '' });
  }

  async function registry(request: IncomingRequest): Promise<Answer> {
    const [, name = '', reference = ''] = MANIFEST.exec(decodeURIComponent(request.url.pathname)) ?? [];
    const isTag = name !== '' && !reference.includes(':');
    if (request.method === 'PUT' && isTag) {
      const refusal = refuseGitLabPush(gitlab, name, reference);
      if (refusal !== undefined) return refusal;
      const rights = gitlabRights(gitlab, name);
      if (rights !== undefined) gitlab.repositories.set(name, rights);
    }
    const refusal = request.method === 'DELETE' && name !== '' && refuseGitLabDelete(gitlab, name, reference);
    return refusal || manifestUnknown(request, await forward(paged(request)));
  }

  function details(path: string): Answer {
    const created_at = new Date(
      Math.min(...[...gitlab.registry.ledger.manifests(path).values()].map(({ created }) => created.getTime())),
    );
    return json(200, { name: path.split('/').at(-1), path, created_at: created_at.toISOString() });
  }

  return async (request) => {
    const answered = await answer(request);
    const headers = {
      'gitlab-container-registry-version': '4.29.0-gitlab',
      'gitlab-container-registry-database-enabled': String(hasDatabase()),
    };
    return { ...answered, headers: { ...answered.headers, ...headers } };
  };
}

/** No token of `/jwt/auth` covers `<path>/*`: the list of sub-repositories is GitLab's own. */
function neededByApi(kind: string | undefined, name: string): NeededAccess | undefined {
  if (kind === undefined) return undefined;
  return { name: kind === 'repositories' ? name : `${name}/*`, actions: ['pull'] };
}

/** `tags/list` has 100 names a page where no `n` is given. */
function paged(request: IncomingRequest): IncomingRequest {
  if (!request.url.pathname.endsWith('/tags/list') || request.url.searchParams.has('n')) return request;
  const url = new URL(request.url);
  url.searchParams.set('n', V2_PAGE);
  return { ...request, url, path: `${url.pathname}${url.search}` };
}

function throttled(): Answer {
  const headers = {
    'content-type': 'text/plain',
    'retry-after': '1',
    'ratelimit-limit': '1',
    'ratelimit-remaining': '0',
  };
  return { status: 429, headers, body: 'Retry later\n' };
}
