import { type Answer, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import type { Access } from '../../tokens.js';
import type { Acr } from './state.js';

const UNAUTHORIZED = 'authentication required, visit https://aka.ms/acr/authorization for more information.';
const DISALLOWED =
  'The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation';

/** 401 that names the token endpoint and, where the path has one, the required scope. */
export function unauthorized({ loginServer }: Acr, needed: Access | undefined): Answer {
  const challenge = `Bearer realm="https://${loginServer}/oauth2/token",service="${loginServer}"`;
  const scope = needed === undefined ? '' : `,scope="${needed.type}:${needed.name}:${needed.actions.join(',')}"`;
  const detail = needed?.actions.map((Action) => ({ Type: needed.type, Name: needed.name, Action })) ?? null;
  const answer = failure('UNAUTHORIZED', UNAUTHORIZED, detail);
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': `${challenge}${scope}` } };
}

/** 401 of the token endpoint. */
export function wrongCredentials(): Answer {
  return failure('UNAUTHORIZED', UNAUTHORIZED);
}

/** The answer for everything that is locked. */
export function disallowed(): Answer {
  return json(405, { errors: [{ code: 'REGISTRY_DISALLOWED_OPERATION', message: DISALLOWED, detail: {} }] });
}

export function tooMany(): Answer {
  const see = 'Please visit https://aka.ms/acr/skus#sku-feature-matrix to view limits of all service tiers.';
  const answer = failure('TOOMANYREQUESTS', `Too many requests. ${see}`);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
}

export function badRequest(message: string): Answer {
  return json(400, { errors: [{ code: 'BAD_REQUEST', message, detail: null }] });
}
