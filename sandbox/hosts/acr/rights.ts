import { basicCredentials, bearerToken, type IncomingRequest } from '../../exchange.js';
import type { Access } from '../../tokens.js';
import { type Acr, granted } from './state.js';

/** True if a request has the required permission: by an access token, or by a password without a scope map. */
export function allows(acr: Acr, { headers, url }: IncomingRequest, needed: Access | undefined): boolean {
  const credentials = basicCredentials(headers.authorization);
  if (credentials === undefined)
    return allowsToken(acr, bearerToken(headers.authorization), needed, url.pathname.endsWith('/tags/list'));
  const { user, secret } = credentials;
  if (!acr.users.has(user) || acr.users.get(user) !== secret || acr.permissions.has(user)) return false;
  return needed === undefined || needed.type === 'registry' || hasAll(acr, user, needed);
}

function allowsToken(acr: Acr, token: string | undefined, needed: Access | undefined, lists: boolean): boolean {
  const grant = acr.tokens.accessOf(token);
  if (grant === undefined || needed === undefined) return grant !== undefined;
  const { type, name, actions } = needed;
  const held = grant.access.filter((one) => one.type === type && [name, '*'].includes(one.name));
  // A wildcard token opens the repositories of its user only.
  const open = lists || held.some((one) => one.name === '*') ? hasAll(acr, grant.user, needed) : true;
  const holds = (action: string): boolean => held.some((one) => one.actions.includes(action));
  // Clients request `pull` before they list tags; that is enough for a user with the permission to read metadata.
  return open && (actions.every(holds) || (lists && holds('pull')));
}

function hasAll(acr: Acr, user: string | undefined, { name, actions }: Access): boolean {
  return granted(acr, user, name, actions).length === actions.length;
}

/** The permission that a request to the registry requires. A list requires `metadata_read`, not `pull`. */
export function neededFor({ method, url }: IncomingRequest): Access | undefined {
  if (url.pathname === '/v2/_catalog') return { type: 'registry', name: 'catalog', actions: ['*'] };
  const [, name, kind] = /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\//.exec(url.pathname) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'tags') return { type: 'repository', name, actions: ['metadata_read'] };
  if (method === 'GET' || method === 'HEAD') return { type: 'repository', name, actions: ['pull'] };
  return { type: 'repository', name, actions: method === 'DELETE' ? ['delete'] : ['pull', 'push'] };
}
