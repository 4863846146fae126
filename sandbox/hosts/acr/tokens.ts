import { randomBytes, randomUUID } from 'node:crypto';
import { privateJwt } from '../../jwt.js';
import type { Access } from '../../tokens.js';

const REFRESH_SECONDS = 3 * 60 * 60;
const ACCESS_SECONDS = 75 * 60;

/** Refresh and access tokens of an Azure registry. They are JWTs, so that a client can read their claims. */
export interface AcrTokens {
  /** Issues a refresh token, the password of `docker login`. @param seconds its lifetime; default `refreshLifetime` */
  refresh(user: string, seconds?: number): string;
  /** The user that a refresh token was issued to. */
  refreshedBy(token: string): string | undefined;
  access(access: readonly Access[], user: string | undefined): string;
  /** The grant of an access token; `undefined` for an unknown or expired one. */
  accessOf(token: string | undefined): AcrGrant | undefined;
  /** Lifetimes of new access and refresh tokens in seconds. */
  lifetime: number;
  refreshLifetime: number;
}

export interface AcrGrant {
  readonly access: readonly Access[];
  readonly user: string | undefined;
}

export function createAcrTokens(audience: string, abac: boolean): AcrTokens {
  const key = randomBytes(32);
  const refreshing = new Map<string, { readonly user: string; readonly until: number }>();
  const grants = new Map<string, AcrGrant & { readonly until: number }>();

  function issue(claims: object, user: string | undefined, seconds: number): string {
    const now = Math.floor(Date.now() / 1000);
    const times = { nbf: now, exp: now + seconds, iat: now };
    const common = { jti: randomUUID(), sub: user, ...times, iss: 'Azure Container Registry', aud: audience };
    return privateJwt({ ...common, version: '1.0', ...claims, roles: [] }, key);
  }

  const tokens: AcrTokens = {
    lifetime: ACCESS_SECONDS,
    refreshLifetime: REFRESH_SECONDS,
    refresh(user, seconds = tokens.refreshLifetime) {
      // Clients recognise a registry with permissions by repository by this claim.
      const identity = abac ? { aad_identity: randomUUID() } : {};
      const token = issue({ grant_type: 'refresh_token', ...identity }, user, seconds);
      refreshing.set(token, { user, until: Date.now() + seconds * 1000 });
      return token;
    },
    refreshedBy(token) {
      const found = refreshing.get(token);
      return found !== undefined && found.until > Date.now() ? found.user : undefined;
    },
    access(access, user) {
      const token = issue({ grant_type: 'access_token', access }, user, tokens.lifetime);
      grants.set(token, { access, user, until: Date.now() + tokens.lifetime * 1000 });
      return token;
    },
    accessOf(token) {
      const found = grants.get(token ?? '');
      return found !== undefined && found.until > Date.now() ? found : undefined;
    },
  };
  return tokens;
}
