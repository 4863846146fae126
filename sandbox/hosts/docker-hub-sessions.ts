import { randomBytes } from 'node:crypto';
import { type Answer, bearerToken, type IncomingRequest, json } from '../exchange.js';
import { privateJwt } from '../jwt.js';
import type { TokenBook } from '../tokens.js';

/** The logins to hub.docker.com's API. */
export interface HubSessions {
  /** The number of logins, and the number of refused ones. */
  logins: number;
  refused: number;
  /** Seconds that a new token lives; ten minutes. */
  lifetime: number;
  /** Ends all tokens that have been issued so far, whatever their `exp` is. */
  expire(): void;
  /** `POST /v2/auth/token` */
  logIn(request: IncomingRequest): Promise<Answer>;
  /**
   * Whose token a request has: nobody's without one. A token that has expired or was never given is refused with 401.
   */
  caller(request: IncomingRequest): { readonly user: string | undefined } | { readonly refusal: Answer };
}

/**
 * @param users user → secret
 * @param keyless passwords that the API refuses
 */
export function createHubSessions(users: ReadonlyMap<string, string>, keyless: TokenBook): HubSessions {
  const key = randomBytes(32);
  const given = new Map<string, { readonly user: string; readonly until: number }>();

  function issue(user: string, lifetime: number): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'https://hub.docker.com',
      sub: user,
      iat: now,
      exp: now + lifetime,
      jti: randomBytes(8).toString('hex'),
    };
    const token = privateJwt(claims, key);
    given.set(token, { user, until: Date.now() + lifetime * 1000 });
    return token;
  }

  const sessions: HubSessions = {
    logins: 0,
    refused: 0,
    lifetime: 600,
    expire: () => given.clear(),
    async logIn(request) {
      const asked: { identifier?: unknown; secret?: unknown } = JSON.parse((await request.text()) || '{}');
      const { identifier, secret } = asked;
      if (typeof secret === 'string' && keyless.knows(secret)) return json(403, { detail: 'access denied' });
      if (typeof identifier !== 'string' || typeof secret !== 'string' || users.get(identifier) !== secret) {
        sessions.refused += 1;
        return json(401, { detail: 'Incorrect authentication credentials' });
      }
      sessions.logins += 1;
      return json(200, { access_token: issue(identifier, sessions.lifetime) });
    },
    caller(request) {
      const { authorization } = request.headers;
      if (authorization === undefined) return { user: undefined };
      const found = given.get(bearerToken(authorization) ?? '');
      if (found !== undefined && found.until > Date.now()) return { user: found.user };
      if (keyless.knows(bearerToken(authorization))) {
        return { refusal: json(403, { message: 'access denied', errinfo: {} }) };
      }
      return { refusal: json(401, { message: 'unauthorized', errinfo: {} }) };
    },
  };
  return sessions;
}
