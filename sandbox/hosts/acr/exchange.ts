import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { readForm, strangeField } from '../../forms.js';
import { failure } from '../../registries/errors.js';
import { type EntraDirectory, REGISTRY_RESOURCE } from '../entra/directory.js';
import { badRequest } from './answers.js';
import type { Acr } from './state.js';

const FIELDS = ['grant_type', 'service', 'tenant', 'access_token'];

/**
 * POST `/oauth2/exchange`: a refresh token for an access token of Entra, which must be for registries or, where the
 * registry accepts it, for Azure Resource Manager.
 */
export async function acrExchange(acr: Acr, entra: EntraDirectory, request: IncomingRequest): Promise<Answer> {
  if (request.method !== 'POST') return json(404, { errors: [] });
  const form = await readForm(request);
  if (form === undefined) return badRequest('the body is no form');
  const strange = strangeField(form, FIELDS);
  if (strange !== undefined) return badRequest(`'${strange}' is unknown or repeated`);
  if (form.get('grant_type') !== 'access_token') return badRequest('the grant_type is missing or another');
  if (form.get('service') !== acr.loginServer) return badRequest('the service is missing or another');
  const token = entra.read(form.get('access_token') ?? '');
  const resources = [REGISTRY_RESOURCE, ...(acr.armTokens ? [entra.cloud.management] : [])];
  const tenant = form.get('tenant') ?? token?.tenant;
  const valid = token !== undefined && token.tenant === tenant && resources.includes(token.resource);
  if (!valid) return failure('UNAUTHORIZED', 'token validation failed');
  if (!acr.principals.has(token.client)) return failure('UNAUTHORIZED', 'authentication required');
  return json(200, { refresh_token: acr.tokens.refresh(token.client) });
}
