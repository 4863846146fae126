import { type Answer, type Host, type IncomingRequest, json, segments } from '../exchange.js';
import { hubImages } from './docker-hub-images.js';
import { type HubRepositories, hubRepositories } from './docker-hub-repositories.js';
import type { DockerHub } from './docker-hub-state.js';
import { type HubTags, hubTags } from './docker-hub-tags.js';

interface Parts {
  readonly repositories: HubRepositories;
  readonly tags: HubTags;
}

/**
 * hub.docker.com, by Docker's OpenAPI document; and by what its known clients do, where the document is silent: tags
 * are deleted, repositories changed and made private. Private and missing look the same to a stranger.
 */
export function dockerHubApi(hub: DockerHub): Host {
  const images = hubImages(hub);
  const parts = { repositories: hubRepositories(hub, images), tags: hubTags(hub, images) };
  return async (request) => {
    const path = segments(request.url.pathname);
    if (path.join('/') === 'v2/auth/token' && request.method === 'POST') return hub.sessions.logIn(request);
    const caller = hub.sessions.caller(request);
    if ('refusal' in caller) return caller.refusal;
    return route(parts, request, path, caller.user) ?? json(404, { message: 'page not found' });
  };
}

function route(
  { repositories, tags }: Parts,
  request: IncomingRequest,
  path: readonly string[],
  user: string | undefined,
): Promise<Answer> | undefined {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const [, kind, namespace = '', second = '', third, fourth, tag = ''] = path;
  if (kind === 'namespaces' && second === 'repositories') {
    const name = `${namespace}/${third}`;
    switch (`${method} ${path.length} ${fourth ?? ''}`) {
      case 'GET 4 ':
        return repositories.list(request, namespace, user);
      case 'POST 4 ':
        return repositories.create(request, namespace, user);
      case 'GET 5 ':
        return repositories.read(name, user);
      case 'PATCH 5 ':
        return repositories.change(request, name, user);
      case 'GET 6 tags':
        return tags.list(request, name, user);
      case 'GET 7 tags':
        return tags.read(name, tag, user);
    }
  }
  if (kind === 'repositories') {
    const name = `${namespace}/${second}`;
    if (method === 'POST' && third === 'privacy') return repositories.setPrivacy(request, name, user);
    if (method === 'DELETE' && third === 'tags' && fourth !== undefined) return tags.remove(name, fourth, user);
  }
  return undefined;
}
