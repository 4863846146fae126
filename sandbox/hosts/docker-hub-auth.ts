import { basicCredentials, type Host, json } from '../exchange.js';
import { parseScopes } from '../tokens.js';
import type { DockerHub } from './docker-hub-state.js';
import { grantedActions } from './registry-accounts.js';

/**
 * `GET https://auth.docker.io/token?service=&scope=`, with Basic credentials or none. Missing rights are no error here:
 * the token just holds fewer actions. (Docker's reference of the registry authentication.)
 */
export function dockerHubAuth(hub: DockerHub): Host {
  return async (request) => {
    if (request.url.pathname !== '/token') return json(404, { message: 'page not found' });
    if (request.method !== 'GET') return json(405, { message: 'method not allowed' });
    const credentials = basicCredentials(request.headers.authorization);
    const { user, secret } = credentials ?? {};
    const isKeyless = user !== undefined && hub.keyless.holder(secret) === user;
    if (credentials !== undefined && !isKeyless && hub.users.get(credentials.user) !== secret) {
      return json(401, { details: 'incorrect username or password' });
    }
    const access = parseScopes(request.url.searchParams.getAll('scope')).map((asked) => ({
      ...asked,
      actions: isKeyless
        ? asked.actions.filter(
            (action) =>
              hub.keyless.allows(secret, asked.name, action) ||
              grantedActions(hub, asked.name, [action], undefined).length > 0,
          )
        : grantedActions(hub, asked.name, asked.actions, user),
    }));
    const token = hub.tokens.issue(access, user, hub.tokenLifetime);
    return json(200, {
      token,
      access_token: token,
      expires_in: hub.tokenLifetime,
      issued_at: new Date().toISOString(),
    });
  };
}
