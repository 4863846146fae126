import { type Answer, bearerToken, type IncomingRequest, json } from '../../exchange.js';
import type { TokenBook } from '../../tokens.js';
import type { GoogleIdentity } from './state.js';

const PATH = /^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):generateAccessToken$/;
const FIELDS = new Set(['scope', 'lifetime', 'delegates']);
const HOUR_SECONDS = 3600;

/** POST `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/<address>:generateAccessToken`, JSON. */
export async function impersonate(
  google: GoogleIdentity,
  accessTokens: TokenBook,
  request: IncomingRequest,
): Promise<Answer> {
  const address = PATH.exec(decodeURIComponent(request.url.pathname))?.[1];
  if (request.method !== 'POST' || address === undefined)
    return failed(404, 'NOT_FOUND', 'Requested entity was not found.');
  const principal = accessTokens.holder(bearerToken(request.headers.authorization));
  if (principal === undefined) {
    const message =
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.';
    return failed(401, 'UNAUTHENTICATED', message);
  }
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return failed(400, 'INVALID_ARGUMENT', 'The request has no JSON body.');
  }
  const fields: { scope?: unknown; lifetime?: unknown } = JSON.parse(await request.text());
  const unknown = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) {
    const message = `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`;
    return failed(400, 'INVALID_ARGUMENT', message);
  }
  const { scope, lifetime = `${HOUR_SECONDS}s` } = fields;
  if (!Array.isArray(scope) || !scope.includes('https://www.googleapis.com/auth/cloud-platform')) {
    return failed(400, 'INVALID_ARGUMENT', 'Scope is not provided.');
  }
  const seconds = Number(/^(\d+)s$/.exec(String(lifetime))?.[1]);
  if (!(seconds >= 1 && seconds <= HOUR_SECONDS)) {
    return failed(400, 'INVALID_ARGUMENT', 'The access token lifetime cannot exceed 3600s.');
  }
  if (google.serviceAccounts.get(address)?.has(principal) !== true) {
    const message = "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).";
    return failed(403, 'PERMISSION_DENIED', message);
  }
  const lasting = Math.min(google.lifetime, seconds);
  return json(200, {
    accessToken: accessTokens.issue([], address, lasting),
    expireTime: new Date(Date.now() + lasting * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
  });
}

export function failed(code: number, status: string, message: string): Answer {
  return json(code, { error: { code, message, status } });
}
