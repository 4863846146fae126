import { type Answer, bearerToken, type Host, type IncomingRequest } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { neededAccess, tokenChallenge } from '../registries/challenges.js';
import { failure, manifestUnknown } from '../registries/errors.js';
import type { NeededAccess } from '../tokens.js';
import type { DockerHub } from './docker-hub-state.js';

const WINDOW_SECONDS = 21_600;
const STRICT_TRANSPORT = 'max-age=31536000';

/**
 * registry-1.docker.io. A repository that is private or missing is 401 to whoever has no rights on it, with a token
 * too; a missing tag in a visible one is 404. A HEAD is free, a GET of a manifest is a pull.
 */
export function dockerHubRegistry(hub: DockerHub): Host {
  const { forward } = forwardTo(hub.registry.url);
  return async (request) => {
    const token = bearerToken(request.headers.authorization);
    const needed = neededAccess(request);
    if (!hub.tokens.covers(token, needed)) return challenge(needed);

    const pull = request.method === 'GET' && request.url.pathname.includes('/manifests/');
    const limit = hub.pullLimit;
    if (pull && limit !== undefined && hub.pulls >= limit) {
      return failure('TOOMANYREQUESTS', 'You have reached your pull rate limit.', null, 429);
    }
    if (needed !== undefined && !hub.repositories.has(needed.name)) hub.repository(needed.name);
    const answer = manifestUnknown(request, await forward(request));
    if (pull && answer.status === 200) hub.pulls += 1;
    remember(hub, request, answer.status);
    return {
      ...answer,
      headers: { ...answer.headers, ...limits(hub, request), 'strict-transport-security': STRICT_TRANSPORT },
    };
  };
}

/** The API’s view of tags that the registry adds and removes. */
function remember(hub: DockerHub, request: IncomingRequest, status: number): void {
  const [, name, reference] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(request.url.pathname) ?? [];
  if (name === undefined || reference === undefined || reference.includes(':')) return;
  const now = new Date();
  if (request.method === 'GET' && status === 200) hub.tagged(name, reference).pulled = now;
  if (request.method !== 'PUT' || status !== 201) return;
  const by = hub.tokens.holder(bearerToken(request.headers.authorization));
  Object.assign(hub.tagged(name, reference), { pushed: now, ...(by !== undefined && { by }) });
  hub.details(name).updated = now;
}

function challenge(needed: NeededAccess | undefined): Answer {
  const answer = tokenChallenge(needed, { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' });
  return { ...answer, headers: { ...answer.headers, 'strict-transport-security': STRICT_TRANSPORT } };
}

/** Only manifests carry them. The source is an address for an anonymous caller, a UUID for a user. */
function limits(hub: DockerHub, request: IncomingRequest): Record<string, string> {
  if (!request.url.pathname.includes('/manifests/')) return {};
  const loggedIn = hub.tokens.holder(bearerToken(request.headers.authorization)) !== undefined;
  const source = loggedIn ? '5f0c1a6e-3b0e-4c55-9d4e-0c9a7a1d2b33' : '192.0.2.10';
  if (hub.pullLimit === undefined) return { 'docker-ratelimit-source': source };
  return {
    'docker-ratelimit-source': source,
    'ratelimit-limit': `${hub.pullLimit};w=${WINDOW_SECONDS}`,
    'ratelimit-remaining': `${Math.max(0, hub.pullLimit - hub.pulls)};w=${WINDOW_SECONDS}`,
  };
}
