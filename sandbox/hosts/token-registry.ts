import { type Answer, basicCredentials, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { neededAccess, tokenChallenge } from '../registries/challenges.js';
import { failure, manifestUnknown } from '../registries/errors.js';
import { createTokenBook, parseScopes } from '../tokens.js';
import { grantedActions, type RegistryAccounts } from './registry-accounts.js';

/** A registry with a token service. */
export interface TokenAccounts extends RegistryAccounts {
  /** Seconds that a token lasts; five minutes. */
  tokenLifetime: number;
}

export function withTokens<Accounts extends RegistryAccounts>(accounts: Accounts): Accounts & TokenAccounts {
  return Object.assign(accounts, { tokenLifetime: 300 });
}

export interface TokenRegistryOptions {
  /** The path of its token service, on the registry's own host. */
  readonly tokenPath: string;
  /** The service that its challenge names; default: its host. */
  readonly service?: string;
  /** Whose credentials these are; `undefined` for wrong ones. */
  readonly user: (credentials: { readonly user: string; readonly secret: string }) => string | undefined;
}

/**
 * A registry like any other that is its own token service: a missing right is not an error, the token holds fewer
 * actions.
 */
export function tokenRegistry(accounts: TokenAccounts, { tokenPath, service, user }: TokenRegistryOptions): Host {
  const tokens = createTokenBook();
  const { forward } = forwardTo(accounts.registry.url);

  function token(request: IncomingRequest): Answer {
    const credentials = basicCredentials(request.headers.authorization);
    const holder = credentials === undefined ? undefined : user(credentials);
    if (request.headers.authorization !== undefined && holder === undefined) {
      return failure('UNAUTHORIZED', 'authentication required');
    }
    if (service !== undefined && request.url.searchParams.get('service') !== service) {
      return failure('DENIED', 'the service is missing or another', null, 400);
    }
    const access = parseScopes(request.url.searchParams.getAll('scope')).map((scope) => ({
      ...scope,
      actions: grantedActions(accounts, scope.name, scope.actions, holder),
    }));
    const issued = tokens.issue(access, holder, accounts.tokenLifetime);
    return json(200, { token: issued, expires_in: accounts.tokenLifetime });
  }

  return async (request) => {
    if (request.url.pathname === tokenPath) return token(request);
    const needed = neededAccess(request);
    if (!tokens.covers(bearerToken(request.headers.authorization), needed)) {
      return tokenChallenge(needed, {
        realm: `https://${request.host}${tokenPath}`,
        service: service ?? request.host,
      });
    }
    return manifestUnknown(request, await forward(request));
  };
}
