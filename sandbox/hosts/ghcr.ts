import { type Answer, basicCredentials, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { neededAccess } from '../registries/challenges.js';
import { failure, manifestUnknown } from '../registries/errors.js';
import type { RunningRegistry } from '../registries/index.js';
import { createTokenBook, type NeededAccess, parseScopes, type TokenBook } from '../tokens.js';
import { createRegistryAccounts, grantedActions, type RegistryAccounts } from './registry-accounts.js';

/** The packages of ghcr.io. The secret is a token; the user name that goes with it may be anything. */
export interface Ghcr extends RegistryAccounts {
  readonly tokens: TokenBook;
}

/** ghcr.io is its own token server. Unlike Docker Hub it refuses the token, 401 or 403, instead of weakening it. */
export function createGhcr(registry: RunningRegistry): { ghcr: Ghcr; hosts: Record<string, Host> } {
  const ghcr: Ghcr = Object.assign(createRegistryAccounts(registry), { tokens: createTokenBook() });
  const { forward } = forwardTo(registry.url);
  const host: Host = async (request) => {
    if (request.url.pathname === '/token') return token(ghcr, request);
    const needed = neededAccess(request);
    const held = bearerToken(request.headers.authorization);
    if (!ghcr.tokens.covers(held, needed)) return challenge(needed);
    // It has no referrers API.
    if (request.url.pathname.includes('/referrers/')) return failure('MANIFEST_UNKNOWN', 'manifest unknown');
    if (request.method === 'DELETE') return failure('UNSUPPORTED', 'The operation is unsupported.');
    if (needed !== undefined && !ghcr.repositories.has(needed.name)) ghcr.repository(needed.name);
    if (request.method === 'GET' && request.url.pathname.includes('/manifests/')) ghcr.pulls += 1;
    return manifestUnknown(request, await forward(request));
  };
  return { ghcr, hosts: { 'ghcr.io': host } };
}

function token(ghcr: Ghcr, request: IncomingRequest): Answer {
  const credentials = basicCredentials(request.headers.authorization);
  const holder = [...ghcr.users].find(([, secret]) => secret === credentials?.secret)?.[0];
  if (credentials !== undefined && holder === undefined) {
    return failure('DENIED', 'denied', null, 403);
  }
  const asked = parseScopes(request.url.searchParams.getAll('scope'));
  const access = asked.map((scope) => ({ ...scope, actions: grantedActions(ghcr, scope.name, scope.actions, holder) }));
  if (access.some((scope) => scope.actions.length === 0)) {
    return holder === undefined
      ? failure('UNAUTHORIZED', 'authentication required')
      : failure('DENIED', 'requested access to the resource is denied', null, 403);
  }
  return json(200, { token: ghcr.tokens.issue(access, holder) });
}

function challenge(needed: NeededAccess | undefined): Answer {
  const scope =
    needed === undefined ? 'repository:user/image:pull' : `repository:${needed.name}:${needed.actions.join(',')}`;
  const unauthorized = failure('UNAUTHORIZED', 'authentication required', undefined);
  const header = `Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="${scope}"`;
  return { ...unauthorized, headers: { ...unauthorized.headers, 'www-authenticate': header } };
}
