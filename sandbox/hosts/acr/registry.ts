import { type Answer, type Host, type IncomingRequest, json } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { failure, manifestUnknown } from '../../registries/errors.js';
import type { EntraDirectory } from '../entra/directory.js';
import type { LayerBucket } from '../layer-bucket.js';
import { disallowed, tooMany, unauthorized } from './answers.js';
import { acrApiRequest } from './api.js';
import { acrExchange } from './exchange.js';
import { listNames, listRepositories } from './listings.js';
import { allows, neededFor } from './rights.js';
import { type Acr, attributesOf, isLocked } from './state.js';
import { acrToken } from './token-endpoint.js';

const ROUTE = /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.+)$/;

/**
 * `NAME.azurecr.io`: tokens, the registry, and the API under `/acr/v1/`. The registry deletes by digest only, with all
 * tags, and does not protect the children of an index.
 */
export function acrHost(acr: Acr, entra: EntraDirectory, bucket: LayerBucket): Host {
  const { forward } = forwardTo(acr.registry.url);

  async function registry(request: IncomingRequest): Promise<Answer> {
    const { method, url } = request;
    const [, name = '', kind, reference = ''] = ROUTE.exec(decodeURIComponent(url.pathname)) ?? [];
    if (kind === 'tags') return listNames(acr, name, request);
    if (kind === 'blobs' && method === 'GET' && !reference.startsWith('uploads/')) return bucket.serve(request);
    if (kind !== 'manifests') return forward(request);
    const refused = refuseManifest(method, name, reference);
    if (refused !== undefined) return refused;
    if (method === 'PUT' && !acr.repositories.has(name)) acr.repository(name, { private: true });
    if (method === 'GET') acr.pulls += 1;
    return manifestUnknown(request, await forward(request), `manifest tagged by "${reference}" is not found`);
  }

  function refuseManifest(method: string, name: string, reference: string): Answer | undefined {
    const { ledger } = acr.registry;
    const byDigest = reference.includes(':');
    const manifest = byDigest ? ledger.manifests(name).get(reference) : ledger.tagged(name).get(reference);
    const whole = [name, ...(manifest === undefined ? [] : [`${name}@${manifest.digest}`])];
    if (method === 'DELETE') {
      if (!byDigest) return failure('UNSUPPORTED', 'The operation is unsupported.');
      const tags = [...(manifest?.tags.keys() ?? [])].map((tag) => `${name}:${tag}`);
      return isLocked(acr, [...whole, ...tags]) ? disallowed() : undefined;
    }
    const needed = method === 'PUT' ? 'writeEnabled' : 'readEnabled';
    const keys = byDigest ? whole : [...whole, `${name}:${reference}`];
    return keys.every((key) => attributesOf(acr, key)[needed]) ? undefined : disallowed();
  }

  return async (request) => {
    const { pathname } = request.url;
    if (acr.throttle.refuses()) return tooMany();
    if (pathname === '/oauth2/token') return acrToken(acr, request);
    if (pathname === '/oauth2/exchange') return acrExchange(acr, entra, request);
    const api = pathname.startsWith('/acr/v1/') ? acrApiRequest(acr, request) : undefined;
    if (api === undefined && !pathname.startsWith('/v2/')) return json(404, { errors: [] });
    const needed = api?.needed ?? neededFor(request);
    if (!allows(acr, request, needed)) return unauthorized(acr, needed);
    if (api !== undefined) return api.answer();
    return pathname === '/v2/_catalog' ? listRepositories(acr, request) : registry(request);
  };
}
