import { type Answer, basicCredentials, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { basicChallenge, neededAccess, tokenChallenge } from '../registries/challenges.js';
import { failure } from '../registries/errors.js';
import type { RunningRegistry } from '../registries/index.js';
import { createTokenBook, parseScopes } from '../tokens.js';
import { createRegistryAccounts, grantedActions, type RegistryAccounts } from './registry-accounts.js';

const SERVICE = 'registry.example.com';

/** registry.example.com: a registry of no particular kind, with the configured authentication. */
export interface GenericRegistry extends RegistryAccounts {
  /** Default `anonymous`: everybody may do everything. */
  auth: 'anonymous' | 'basic' | 'bearer';
  /** The host that issues tokens: this host or auth.example.com (the default). */
  realm: string;
  /** Identity token → user, for `POST` with `grant_type=refresh_token`. */
  readonly identityTokens: Map<string, string>;
  /** Seconds that its tokens last; default 300. */
  lifetime: number;
  /** True if the token server knows `POST`; if not, it answers 404 to it. Default true. */
  postTokens: boolean;
}

export function createGenericRegistry(behind: RunningRegistry): {
  generic: GenericRegistry;
  hosts: Record<string, Host>;
} {
  const generic: GenericRegistry = Object.assign(createRegistryAccounts(behind), {
    auth: 'anonymous' as const,
    realm: 'https://auth.example.com/token',
    identityTokens: new Map<string, string>(),
    lifetime: 300,
    postTokens: true,
  });
  const tokens = createTokenBook();
  const { forward } = forwardTo(behind.url);

  async function token(request: IncomingRequest): Promise<Answer> {
    const post = request.method === 'POST';
    if (post && !generic.postTokens) return json(404, { error: 'not found' });
    const form = post ? new URLSearchParams(await request.text()) : request.url.searchParams;
    const user = post ? userOfForm(generic, form) : userOfHeader(generic, request);
    if (user === 'refused') return failure('UNAUTHORIZED', 'invalid credentials');
    const access = parseScopes(form.getAll('scope')).map((scope) => ({
      ...scope,
      actions: grantedActions(generic, scope.name, scope.actions, user?.name),
    }));
    const issued = tokens.issue(access, user?.name, generic.lifetime);
    const common = { expires_in: generic.lifetime, issued_at: new Date().toISOString() };
    return json(200, post ? { access_token: issued, ...common } : { token: issued, access_token: issued, ...common });
  }

  function challenge(request: IncomingRequest): Answer | undefined {
    if (generic.auth === 'anonymous') return undefined;
    if (generic.auth === 'basic')
      return basicChallenge(request, Object.fromEntries(generic.users), 'registry.example.com');
    const needed = neededAccess(request);
    if (tokens.covers(bearerToken(request.headers.authorization), needed)) return undefined;
    return tokenChallenge(needed, { realm: generic.realm, service: SERVICE });
  }

  const registry: Host = async (request) => {
    if (request.url.pathname === '/token') return token(request);
    const refused = challenge(request);
    if (refused !== undefined) return refused;
    if (request.method === 'GET' && request.url.pathname.includes('/manifests/')) generic.pulls += 1;
    return forward(request);
  };
  const authentication: Host = async (request) =>
    request.url.pathname === '/token' ? token(request) : json(404, { error: 'not found' });
  return { generic, hosts: { 'registry.example.com': registry, 'auth.example.com': authentication } };
}

/** The caller: a user, anonymous, or with wrong credentials. */
type Asker = { readonly name: string } | undefined | 'refused';

function userOfHeader(generic: GenericRegistry, request: IncomingRequest): Asker {
  const credentials = basicCredentials(request.headers.authorization);
  if (credentials === undefined) return undefined;
  return generic.users.get(credentials.user) === credentials.secret ? { name: credentials.user } : 'refused';
}

function userOfForm(generic: GenericRegistry, form: URLSearchParams): Asker {
  if (form.get('grant_type') === 'refresh_token') {
    const name = generic.identityTokens.get(form.get('refresh_token') ?? '');
    return name === undefined ? 'refused' : { name };
  }
  const name = form.get('username') ?? '';
  return generic.users.has(name) && generic.users.get(name) === form.get('password') ? { name } : 'refused';
}
