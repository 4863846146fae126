import { basicHeader } from '../../../http/headers.js';
import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { Failure, type FailureKind } from '../../../lib/errors.js';
import type { IssuedPassword } from '../credentials.js';
import { claimsIn, secretsInToken } from './claims.js';
import type { LoginSettings } from './provider.js';

/** The grant of RFC 8693, for an ID token. */
export const tokenExchange = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
};

/** A request of an exchange, with JSON. */
export function jsonPost(url: URL, fields: object, headers: HttpRequest['headers'] = {}): HttpRequest {
  return post(url, 'application/json', JSON.stringify(fields), headers);
}

/** A request of an exchange, with a form. */
export function formPost(url: URL, fields: Readonly<Record<string, string>>): HttpRequest {
  return post(url, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), {});
}

/** Repeated where the network or the server fails: to exchange a token twice does no harm. */
function post(url: URL, type: string, body: string, headers: HttpRequest['headers']): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': type, accept: 'application/json', ...headers },
    body,
    repeatable: true,
  };
}

/**
 * The JSON object in the answer to an exchange. A refusal comes as 400 by most (RFC 6749 §5.2): it is one of
 * authentication, unless `advice.kindOf` decides otherwise.
 * @throws Failure for every status but 200
 */
export async function sendExchange(
  request: HttpRequest,
  { http }: Pick<LoginSettings, 'http'>,
  advice: Advice = {},
): Promise<Record<string, unknown>> {
  const answer = await http.request({ ...request, sameOriginOnly: true });
  const kindOf = (refused: HttpAnswer) => advice.kindOf?.(refused) ?? usualKind(refused);
  // The advice after a refusal follows from the claims of the token.
  if (answer.status !== 200)
    throw failureOf(answer, describe(request), { authentication: '', denied: '', ...advice, kindOf });
  return jsonObject(answer, describe(request));
}

function usualKind({ status }: HttpAnswer): FailureKind | undefined {
  return status === 400 ? 'authentication' : undefined;
}

/** A password out of an exchange, masked. @param life seconds */
export function passwordOf(
  value: unknown,
  { username, life, request, holder }: { username: string; life: number; request: HttpRequest; holder?: string },
  { mask, now }: Pick<LoginSettings, 'mask' | 'now'>,
): IssuedPassword {
  const password = tokenIn(value, request);
  for (const secret of secretsInToken(password)) mask(secret);
  mask(basicHeader(username, password).replace('Basic ', ''));
  return { username, password, until: new Date(now().getTime() + life * 1000), ...(holder && { holder }) };
}

/**
 * A token in an answer, which a header can hold (RFC 6750 §2.1). Not masked. @throws Failure (server) for anything else
 */
export function tokenIn(value: unknown, request: HttpRequest): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new Failure('server', { operation: describe(request), reason: 'an answer without a token that can be used' });
}

/** Seconds in an answer; 0 if it has none: the password is then used once. */
export function secondsIn(value: unknown): number {
  const seconds = typeof value === 'string' ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e9 ? seconds : 0;
}

/**
 * Seconds that a JWT lives by its own claims, so that a clock that is off here does no harm; 0 if it has none.
 */
export function lifeIn(token: unknown): number {
  const { iat, exp } = (typeof token === 'string' && claimsIn(token)) || {};
  return typeof iat === 'number' && typeof exp === 'number' ? secondsIn(exp - iat) : 0;
}
