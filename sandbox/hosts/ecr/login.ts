import { type Answer, basicCredentials, type IncomingRequest, text } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import type { AwsCaller } from '../aws/identities.js';
import type { EcrPasswords } from './passwords.js';

/** Whose `Basic AWS:password` a request has; `undefined` without any. */
export function loggedIn(
  passwords: EcrPasswords,
  { headers }: IncomingRequest,
): AwsCaller | { readonly refusal: Answer } | undefined {
  if (headers.authorization === undefined) return undefined;
  const credentials = basicCredentials(headers.authorization);
  const holder = credentials?.user === 'AWS' ? passwords.holder(credentials.secret) : undefined;
  if (holder === undefined) return { refusal: failure('DENIED', 'Your Authorization Token is invalid.', null, 400) };
  if (holder !== 'expired') return holder;
  const words = 'Your authorization token has expired. Reauthenticate and try again.';
  return { refusal: failure('DENIED', words) };
}

export function notLoggedIn(challenge: string): Answer {
  const headers = { 'www-authenticate': challenge, 'docker-distribution-api-version': 'registry/2.0' };
  return text(401, 'Not Authorized\n', headers);
}
