import { randomBytes, randomUUID } from 'node:crypto';
import { privateJwt } from '../../jwt.js';
import type { Access } from '../../tokens.js';

const REFRESH_SECONDS = 3 * 60 * 60;
const ACCESS_SECONDS = 75 * 60;

/** Both kinds of tokens of a registry of Azure. They are JWTs, whose claims a client may read. */
export interface AcrTokens {
  /** A refresh token, which `docker login` takes for a password. @param seconds that it lasts; `refreshLifetime` when not said */
  refresh(user: string, seconds?: number): string;
  /** Whose refresh token it is. */
  refreshedBy(token: string): string | undefined;
  access(access: readonly Access[], user: string | undefined): string;
  /** What an access token is good for; `undefined` for one that was never given, or has ended. */
  accessOf(token: string | undefined): AcrGrant | undefined;
  /** Seconds that a new access token lasts, and a new refresh token. */
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
      // By this claim a client can tell that rights are given by the repository.
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
