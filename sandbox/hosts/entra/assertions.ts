import { type Claims, claimsOf, type OidcIssuer } from '../../oidc/issuer.js';
import { type TokenFault, verifyIdToken } from '../../oidc/verification.js';
import type { EntraApplication } from './directory.js';
import { type EntraError, refusal } from './errors.js';

const SEE =
  'Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation';

/** The error for an assertion that the federated credential does not match; `undefined` if it matches. */
export function refuseAssertion(
  issuers: readonly OidcIssuer[],
  { issuer, subject, audience }: Required<Pick<EntraApplication, 'issuer' | 'subject' | 'audience'>>,
  assertion: string,
): EntraError | undefined {
  const verified = verifyIdToken(issuers, assertion, undefined);
  const claims = claimsOf(assertion) ?? {};
  if ('fault' in verified && verified.fault !== 'unknown issuer') return refuseToken(verified.fault, claims);
  if (claims.iss !== issuer) return noMatch(700211, 'issuer', claims.iss);
  if (claims.sub !== subject) {
    const otherwise = String(claims.sub).toLowerCase() === subject.toLowerCase();
    return noMatch(otherwise ? 7002138 : 700213, 'subject', claims.sub);
  }
  return [claims.aud].flat().join() === audience ? undefined : noMatch(700212, 'audience', claims.aud);
}

function noMatch(code: number, part: string, value: unknown): EntraError {
  const words = `No matching federated identity record found for presented assertion ${part} '${value}'. ${SEE}`;
  return refusal(401, 'invalid_client', code, words);
}

function refuseToken(fault: TokenFault, { nbf, exp }: Claims): EntraError {
  if (fault === 'expired' || fault === 'not valid yet') {
    const at = (seconds: unknown): string => new Date(Number(seconds) * 1000).toISOString();
    const now = new Date().toISOString();
    return refusal(
      401,
      'invalid_client',
      700024,
      `Client assertion is not within its valid time range. Current time: ${now}, assertion valid from ${at(nbf)}, expiry time of assertion ${at(exp)}.`,
    );
  }
  return fault === 'malformed'
    ? refusal(400, 'invalid_request', 50027, 'JWT token is invalid or malformed.')
    : refusal(401, 'invalid_client', 50013, 'Assertion failed signature validation.');
}
