import { type Answer, buffered, type Host, type IncomingRequest } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { neededAccess, tokenChallenge } from '../../registries/challenges.js';
import { failure, manifestUnknown } from '../../registries/errors.js';
import type { RunningRegistry } from '../../registries/index.js';
import { contentOf } from '../../registries/manifest-content.js';
import { createThrottle } from '../../throttle.js';
import { createTokenBook, type NeededAccess } from '../../tokens.js';
import { createRegistryAccounts } from '../registry-accounts.js';
import { garListings } from './listings.js';
import { type Gar, garAllows, garDenied, garFailed, garRepository, garRights, garThrottled } from './rules.js';
import { createGarTokens } from './tokens.js';

const HOSTS = ['europe-west1-docker.pkg.dev', 'us-docker.pkg.dev', 'gcr.io', 'eu.gcr.io'];
const MANIFEST = /^\/v2\/(.+)\/manifests\/([^/]+)$/;
const TAGS = /^\/v2\/(.+)\/tags\/list$/;

/** @param registry one that deletes tags alone, as the one in memory does */
export function createGar(registry: RunningRegistry): { gar: Gar; hosts: Record<string, Host> } {
  const gar: Gar = Object.assign(createRegistryAccounts(registry), {
    keys: new Map<string, string>(),
    accessTokens: createTokenBook(),
    roles: new Map(),
    catalogReaders: new Set<string>(),
    immutable: new Set<string>(),
    lifetime: 3600,
    throttle: createThrottle(),
  });
  return { gar, hosts: Object.fromEntries(HOSTS.map((name) => [name, garHost(gar)])) };
}

function garHost(gar: Gar): Host {
  const tokens = createGarTokens(gar);
  const listings = garListings(gar);
  const { forward } = forwardTo(gar.registry.url);
  return async (request) => {
    if (gar.throttle.refuses()) return garThrottled();
    const path = request.url.pathname;
    if (path === '/v2/token') return tokens.answer(request);
    const needed = neededHere(request);
    const caller = tokens.holder(request, needed);
    if (caller === 'refused') {
      return tokenChallenge(needed, { realm: `https://${request.host}/v2/token`, service: request.host });
    }
    if (path === '/v2/_catalog') return listings.catalog(request, caller.principal);
    const refusal = needed && refuse(gar, request, needed, caller.principal);
    if (refusal !== undefined) return refusal;
    const listed = TAGS.exec(path)?.[1];
    if (listed !== undefined && request.method === 'GET') return listings.tags(request, listed);
    const [, name, reference = ''] = MANIFEST.exec(path) ?? [];
    if (request.method === 'PUT' && name !== undefined) return push(gar, request, name, reference, forward);
    return manifestUnknown(request, await forward(request), `Failed to fetch "${reference}"`);
  };
}

/** A tag of an immutable repository can be pushed again with the same digest only. */
async function push(gar: Gar, request: IncomingRequest, name: string, reference: string, forward: Host) {
  const { bytes, request: again } = await buffered(request);
  const there = gar.registry.ledger.tagged(name).get(reference);
  if (gar.immutable.has(garRepository(name)) && there !== undefined && !there.bytes.equals(bytes)) {
    const message = `cannot update tag ${reference}. The repository has enabled tag immutability`;
    return failure('MANIFEST_INVALID', message, undefined);
  }
  const rights = garRights(gar, name);
  if (rights !== undefined) gar.repositories.set(name, rights);
  return forward(again);
}

/** A delete takes the scope of a push. */
function neededHere(request: IncomingRequest): NeededAccess | undefined {
  const needed = neededAccess(request);
  return needed && request.method === 'DELETE' ? { ...needed, actions: ['push', 'pull'] } : needed;
}

/** The reason why the principal may not do this, or why it cannot be done. */
function refuse(gar: Gar, request: IncomingRequest, { name }: NeededAccess, principal: string | undefined) {
  const [, , reference = ''] = MANIFEST.exec(request.url.pathname) ?? [];
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const deletes = reference.includes(':') ? 'deleteVersion' : 'deleteTag';
  const permission = reads ? 'download' : request.method === 'DELETE' ? deletes : 'upload';
  if (!garAllows(gar, name, principal, permission)) return garDenied(request.host, name, principal, permission);
  if (reads) return undefined;
  return request.method === 'DELETE' && reference !== '' ? refuseDelete(gar, name, reference) : undefined;
}

/** A digest can go when no tag, no index and no referrer needs it. */
function refuseDelete(gar: Gar, name: string, reference: string): Answer | undefined {
  const { ledger } = gar.registry;
  const immutable = gar.immutable.has(garRepository(name));
  const all = ledger.manifests(name);
  if (!reference.includes(':')) {
    if (!immutable || !ledger.tagged(name).has(reference)) return undefined;
    const message = `cannot delete tag ${reference}. The repository has enabled tag immutability`;
    return garFailed(400, 'FAILED_PRECONDITION', message);
  }
  const [tag] = all.get(reference)?.tags.keys() ?? [];
  if (tag !== undefined) {
    return garFailed(400, 'GOOGLE_MANIFEST_DANGLING_TAG', `Manifest is still referenced by tag: ${tag}`);
  }
  const parent = [...all.values()].find((manifest) => contentOf(manifest).children.has(reference));
  if (parent !== undefined) {
    const message = `Manifest ${reference} is referenced by image ${parent.digest}`;
    return garFailed(400, 'GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE', message);
  }
  const referrer = [...all.values()].find((manifest) => contentOf(manifest).subject === reference);
  if (referrer === undefined) return undefined;
  const message = `Manifest ${reference} is referred to by manifest ${referrer.digest}`;
  return garFailed(400, 'GOOGLE_MANIFEST_REFERRING_MANIFEST', message);
}
