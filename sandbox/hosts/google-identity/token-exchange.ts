import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { claimsOf, type OidcIssuer } from '../../oidc/issuer.js';
import { verifyIdToken } from '../../oidc/verification.js';
import type { TokenBook } from '../../tokens.js';
import { federatedPrincipal, type GoogleIdentity } from './state.js';

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const WANTED = {
  grantType: ['urn:ietf:params:oauth:grant-type:token-exchange'],
  requestedTokenType: [ACCESS_TOKEN],
  scope: ['https://www.googleapis.com/auth/cloud-platform'],
  subjectTokenType: ['urn:ietf:params:oauth:token-type:jwt', 'urn:ietf:params:oauth:token-type:id_token'],
} as const;
const FIELDS = new Set([...Object.keys(WANTED), 'audience', 'subjectToken']);

/**
 * POST `https://sts.googleapis.com/v1/token`, JSON. The access token lasts as long as the ID token that was given for
 * it: five minutes on GitHub's.
 */
export async function exchangeToken(
  google: GoogleIdentity,
  issuers: readonly OidcIssuer[],
  accessTokens: TokenBook,
  request: IncomingRequest,
): Promise<Answer> {
  if (request.method !== 'POST' || request.url.pathname !== '/v1/token') return { status: 404 };
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return refused('invalid_request', 'The request has no JSON body');
  }
  const fields: Readonly<Record<string, unknown>> = JSON.parse(await request.text());
  const unknown = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (unknown !== undefined)
    return refused('invalid_request', `Invalid JSON payload received. Unknown name "${unknown}"`);
  for (const [name, values] of Object.entries(WANTED)) {
    if (!values.some((value) => value === fields[name]))
      return refused('invalid_request', `Invalid value for "${name}".`);
  }

  const name = /^\/\/iam\.googleapis\.com\/(projects\/\d+\/.+)$/.exec(String(fields.audience))?.[1] ?? '';
  const provider = google.providers.get(name);
  if (provider === undefined) {
    const message =
      'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.';
    return refused('invalid_target', message);
  }
  const token = String(fields.subjectToken);
  const audiences = provider.audiences ?? [`https://iam.googleapis.com/${name}`, `//iam.googleapis.com/${name}`];
  const verified = verifyIdToken(
    issuers.filter(({ url }) => url === provider.issuer),
    token,
    audiences,
  );
  if ('fault' in verified) return refused('invalid_grant', wordsOf(verified.fault, token, provider.issuer));
  const { claims } = verified;
  if (provider.condition?.(claims) === false) {
    return refused('unauthorized_client', 'The given credential is rejected by the attribute condition.');
  }
  const seconds = Math.min(google.lifetime, Number(claims.exp) - Math.floor(Date.now() / 1000));
  return json(200, {
    access_token: accessTokens.issue([], federatedPrincipal(name, claims.sub), seconds),
    issued_token_type: ACCESS_TOKEN,
    token_type: 'Bearer',
    expires_in: seconds,
  });
}

function wordsOf(fault: string, token: string, issuer: string): string {
  const claims = claimsOf(token);
  if (fault === 'expired') return `ID Token issued at ${String(claims?.iat)} is stale to sign-in.`;
  if (fault === 'wrong audience') {
    return `The audience in ID Token [${[claims?.aud].flat().join(', ')}] does not match the expected audience.`;
  }
  if (fault === 'unknown issuer') {
    return `The issuer in ID Token ${String(claims?.iss)} does not match the expected ones: ${issuer}`;
  }
  return fault === 'malformed'
    ? 'Unable to parse the ID Token.'
    : 'Invalid ID Token: the signature or time is not valid.';
}

function refused(error: string, error_description: string): Answer {
  return json(400, { error, error_description });
}
