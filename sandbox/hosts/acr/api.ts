import { type Answer, type IncomingRequest, json, segments } from '../../exchange.js';
import { changeBehind } from '../../registries/behind.js';
import { failure } from '../../registries/errors.js';
import type { Access } from '../../tokens.js';
import { disallowed } from './answers.js';
import { describeManifest, describeRepository, describeTag } from './descriptions.js';
import { listManifests, listRepositories, listTags } from './listings.js';
import { type Acr, isLocked, repositoryExists } from './state.js';

/** A request to `/acr/v1/`: the required permission, and the answer. */
export interface AcrApiRequest {
  readonly needed: Access;
  answer(): Answer | Promise<Answer>;
}

/** `undefined` for a path or a method that the API does not have. */
export function acrApiRequest(acr: Acr, request: IncomingRequest): AcrApiRequest | undefined {
  const parts = segments(request.url.pathname).slice(2);
  if (request.method === 'GET' && parts.join('/') === '_catalog') {
    const needed = { type: 'registry', name: 'catalog', actions: ['*'] };
    return { needed, answer: () => listRepositories(acr, request) };
  }
  const found = parts.findIndex((part) => part === '_tags' || part === '_manifests');
  const at = found === -1 ? parts.length : found;
  const name = parts.slice(0, at).join('/');
  const [kind = '', reference, ...more] = parts.slice(at);
  const route = `${request.method} ${kind}${reference === undefined ? '' : '/…'}`;
  const answer = {
    'GET ': () => json(200, describeRepository(acr, name)),
    'GET _tags': () => listTags(acr, name, request),
    'GET _tags/…': () => showTag(acr, name, reference ?? ''),
    'DELETE _tags/…': () => removeTag(acr, name, reference ?? ''),
    'GET _manifests': () => listManifests(acr, name, request),
    'GET _manifests/…': () => showManifest(acr, name, reference ?? ''),
  }[route];
  if (name === '' || more.length > 0 || answer === undefined) return undefined;
  const action = request.method === 'DELETE' ? 'delete' : 'metadata_read';
  return {
    needed: { type: 'repository', name, actions: [action] },
    answer: () =>
      repositoryExists(acr, name)
        ? answer()
        : failure('NAME_UNKNOWN', 'repository name not known to registry', { name }),
  };
}

function showTag(acr: Acr, name: string, tag: string): Answer {
  const manifest = acr.registry.ledger.tagged(name).get(tag);
  if (manifest === undefined) return tagUnknown(name, tag);
  return json(200, { registry: acr.loginServer, imageName: name, tag: describeTag(acr, name, tag, manifest) });
}

function showManifest(acr: Acr, name: string, digest: string): Answer {
  const manifest = acr.registry.ledger.manifests(name).get(digest);
  if (manifest === undefined) return failure('MANIFEST_UNKNOWN', 'manifest unknown', { name, digest });
  return json(200, { registry: acr.loginServer, imageName: name, manifest: describeManifest(acr, name, manifest) });
}

/** Removes the tag alone. Its manifest stays, even without any tag. */
async function removeTag(acr: Acr, name: string, tag: string): Promise<Answer> {
  if (!acr.registry.ledger.tagged(name).has(tag)) return tagUnknown(name, tag);
  if (isLocked(acr, [name, `${name}:${tag}`])) return disallowed();
  await changeBehind(acr.registry, 'DELETE', name, tag);
  return { status: 202 };
}

function tagUnknown(name: string, tag: string): Answer {
  return json(404, {
    errors: [{ code: 'TAG_UNKNOWN', message: 'the specified tag does not exist', detail: { name, tag } }],
  });
}
