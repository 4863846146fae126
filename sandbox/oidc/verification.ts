import { type Claims, claimsOf, type OidcIssuer } from './issuer.js';

/** The reason why an ID token is refused. */
export type TokenFault =
  | 'malformed'
  | 'unknown issuer'
  | 'wrong signature'
  | 'expired'
  | 'not valid yet'
  | 'wrong audience';

export type Verified = { readonly claims: Claims } | { readonly fault: TokenFault };

/**
 * Checks a token as every relying party does: the signer, the time, the audience.
 * @param audience one of them must be in `aud`; `undefined` accepts any
 */
export function verifyIdToken(
  issuers: readonly OidcIssuer[],
  token: string,
  audience: string | readonly string[] | undefined,
): Verified {
  const claims = claimsOf(token);
  if (claims === undefined) return { fault: 'malformed' };
  const issuer = issuers.find(({ url }) => url === claims.iss);
  if (issuer === undefined) return { fault: 'unknown issuer' };
  if (!issuer.signed(token)) return { fault: 'wrong signature' };
  const now = Date.now() / 1000;
  if (!(typeof claims.exp === 'number' && claims.exp > now)) return { fault: 'expired' };
  if (typeof claims.nbf === 'number' && claims.nbf > now) return { fault: 'not valid yet' };
  const wanted = audience === undefined ? undefined : [audience].flat();
  const audiences = [claims.aud].flat();
  if (wanted !== undefined && !wanted.some((one) => audiences.includes(one))) return { fault: 'wrong audience' };
  return { claims };
}

/** True for a subject that matches the pattern, in which `*` matches any text. */
export function meetsPattern(pattern: string, subject: unknown): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return typeof subject === 'string' && new RegExp(`^${source}$`).test(subject);
}
