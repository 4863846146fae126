import { type Answer, basicCredentials, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { neededAccess, tokenChallenge } from '../registries/challenges.js';
import { failure } from '../registries/errors.js';
import type { RunningRegistry } from '../registries/index.js';
import { contentOf } from '../registries/manifest-content.js';
import { createTokenBook, parseScopes } from '../tokens.js';
import { harborApi } from './harbor-api.js';
import { type Harbor, immutable, isImmutable, maintains } from './harbor-rules.js';
import { createRegistryAccounts, grantedActions } from './registry-accounts.js';

const CHALLENGE = {
  realm: 'https://harbor.example.com/service/token',
  service: 'harbor-registry',
  message: 'unauthorized to access repository',
};
const LIFETIME_SECONDS = 1800;

/** @param registry one that deletes tags alone, as the one in memory does */
export function createHarbor(registry: RunningRegistry): { harbor: Harbor; hosts: Record<string, Host> } {
  const harbor: Harbor = Object.assign(createRegistryAccounts(registry), {
    tokens: createTokenBook(),
    immutable: new Map<string, readonly string[]>(),
    maintainers: new Map<string, ReadonlySet<string>>(),
  });
  const { forward } = forwardTo(registry.url);
  const api = harborApi(harbor);
  const host: Host = async (request) => {
    if (request.url.pathname === '/service/token') return token(harbor, request);
    if (request.url.pathname.startsWith('/api/v2.0/')) return api(request);
    const needed = neededAccess(request);
    const held = bearerToken(request.headers.authorization);
    if (!harbor.tokens.covers(held, needed)) return tokenChallenge(needed, CHALLENGE);
    return (request.method === 'DELETE' ? refuseDelete(harbor, request) : undefined) ?? forward(request);
  };
  return { harbor, hosts: { 'harbor.example.com': host } };
}

/** Missing rights are no error here: the token just holds fewer actions. */
function token(harbor: Harbor, request: IncomingRequest): Answer {
  const credentials = basicCredentials(request.headers.authorization);
  if (credentials !== undefined && harbor.users.get(credentials.user) !== credentials.secret) {
    return failure('UNAUTHORIZED', 'unauthorized');
  }
  const access = parseScopes(request.url.searchParams.getAll('scope')).map((asked) => ({
    ...asked,
    actions: grantedActions(harbor, asked.name, asked.actions, credentials?.user).filter(
      (action) => action !== 'delete' || maintains(harbor, asked.name, credentials?.user),
    ),
  }));
  const issued = harbor.tokens.issue(access, credentials?.user);
  return json(200, { token: issued, access_token: issued, expires_in: LIFETIME_SECONDS });
}

/** The registry deletes no tags; of digests none with an immutable tag, and none that an index lists. */
function refuseDelete(harbor: Harbor, request: IncomingRequest): Answer | undefined {
  const [, name = '', reference = ''] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(request.url.pathname) ?? [];
  if (!reference.includes(':')) return failure('UNSUPPORTED', 'the reference must be digest', null, 400);
  const manifests = harbor.registry.ledger.manifests(name);
  for (const tag of manifests.get(reference)?.tags.keys() ?? []) {
    if (isImmutable(harbor, name, tag)) return immutable(name, tag);
  }
  if (![...manifests.values()].some((manifest) => contentOf(manifest).children.has(reference))) return undefined;
  const message = `the deleting artifact is referenced by others`;
  return json(412, { errors: [{ code: 'VIOLATE_FOREIGN_KEY_CONSTRAINT', message }] });
}
