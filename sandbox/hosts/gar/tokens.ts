import { type Answer, basicCredentials, bearerToken, type IncomingRequest, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import { type Access, createTokenBook, type NeededAccess, parseScopes } from '../../tokens.js';
import { type Gar, garAllows, garDenied } from './rules.js';

/** Action of a scope → permission. No action `delete` exists: a delete takes the scope of a push. */
const ACTIONS = { pull: 'download', push: 'upload' } as const;

/** The caller: a principal, anonymous, or refused (wrong credentials, an expired access token). */
type Caller = { readonly principal: string } | 'nobody' | 'refused';

/** The token service of one host, at `/v2/token`. */
export interface GarTokens {
  answer(request: IncomingRequest): Answer;
  /** Whose request it is, where its token (or the access token itself) covers what it needs; else `refused`. */
  holder(request: IncomingRequest, needed: NeededAccess | undefined): { principal: string | undefined } | 'refused';
}

export function createGarTokens(gar: Gar): GarTokens {
  const tokens = createTokenBook();

  function callerOf(request: IncomingRequest): Caller {
    const credentials = basicCredentials(request.headers.authorization);
    if (credentials === undefined) return request.headers.authorization === undefined ? 'nobody' : 'refused';
    const { user, secret } = credentials;
    if (user === '_json_key') return principalOf(gar.keys, secret);
    if (user === '_json_key_base64') return principalOf(gar.keys, Buffer.from(secret, 'base64').toString('utf8'));
    return user === 'oauth2accesstoken' ? holderOf(secret) : 'refused';
  }

  function holderOf(accessToken: string): { principal: string } | 'refused' {
    const principal = gar.accessTokens.holder(accessToken);
    return principal === undefined ? principalOf(gar.users, accessToken) : { principal };
  }

  return {
    answer(request) {
      const caller = callerOf(request);
      if (caller === 'refused') return failure('UNAUTHORIZED', 'authentication failed', undefined);
      const principal = typeof caller === 'string' ? undefined : caller.principal;
      const access: Access[] = [];
      for (const scope of parseScopes(request.url.searchParams.getAll('scope'))) {
        const actions = scope.actions.filter((action): action is keyof typeof ACTIONS => action in ACTIONS);
        for (const action of scope.type === 'repository' ? actions : []) {
          const permission = ACTIONS[action];
          if (!garAllows(gar, scope.name, principal, permission)) {
            return garDenied(request.host, scope.name, principal, permission);
          }
        }
        access.push({ ...scope, actions });
      }
      const token = tokens.issue(access, principal, gar.lifetime);
      return json(200, { token, expires_in: gar.lifetime, issued_at: new Date().toISOString() });
    },
    holder(request, needed) {
      const held = bearerToken(request.headers.authorization);
      const direct = holderOf(held ?? '');
      if (direct !== 'refused') return direct;
      return tokens.covers(held, needed) ? { principal: tokens.holder(held) } : 'refused';
    },
  };
}

function principalOf(secrets: ReadonlyMap<string, string>, secret: string): { principal: string } | 'refused' {
  const principal = [...secrets].find(([, known]) => known === secret)?.[0];
  return principal === undefined ? 'refused' : { principal };
}
