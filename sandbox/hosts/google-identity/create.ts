import type { Host } from '../../exchange.js';
import type { OidcIssuer } from '../../oidc/issuer.js';
import { createThrottle } from '../../throttle.js';
import type { TokenBook } from '../../tokens.js';
import { failed, impersonate } from './impersonation.js';
import type { GoogleIdentity } from './state.js';
import { exchangeToken } from './token-exchange.js';

/** @param accessTokens those that Artifact Registry takes */
export function createGoogleIdentity(
  issuers: readonly OidcIssuer[],
  accessTokens: TokenBook,
): { google: GoogleIdentity; hosts: Record<string, Host> } {
  const google: GoogleIdentity = {
    providers: new Map(),
    serviceAccounts: new Map(),
    lifetime: 3600,
    throttle: createThrottle(),
  };
  const throttled = (host: Host): Host => {
    return async (request) =>
      google.throttle.refuses()
        ? failed(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).')
        : host(request);
  };
  return {
    google,
    hosts: {
      'sts.googleapis.com': throttled((request) => exchangeToken(google, issuers, accessTokens, request)),
      'iamcredentials.googleapis.com': throttled((request) => impersonate(google, accessTokens, request)),
    },
  };
}
