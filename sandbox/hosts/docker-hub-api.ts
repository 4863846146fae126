import { type Answer, bearerToken, type Host, type IncomingRequest, json, segments } from '../exchange.js';
import { send } from '../sending.js';
import { createTokenBook } from '../tokens.js';
import type { DockerHub } from './docker-hub.js';
import { grantedActions } from './registry-accounts.js';

const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** hub.docker.com: signing in, and one tag of a repository. Private and missing look the same to a stranger. */
export function dockerHubApi(hub: DockerHub): Host {
  const sessions = createTokenBook();

  async function signIn(request: IncomingRequest): Promise<Answer> {
    const asked: { identifier?: unknown; secret?: unknown } = JSON.parse((await request.text()) || '{}');
    const { identifier, secret } = asked;
    if (typeof identifier !== 'string' || typeof secret !== 'string' || hub.users.get(identifier) !== secret) {
      return json(401, { detail: 'Incorrect authentication credentials' });
    }
    return json(200, { access_token: sessions.issue([], identifier) });
  }

  async function tag(request: IncomingRequest, name: string, tagName: string): Promise<Answer> {
    const user = sessions.holder(bearerToken(request.headers.authorization));
    const [namespace, repository] = name.split('/');
    const missing = json(404, { message: 'httperror 404: object not found', errinfo: { namespace, repository } });
    if (!hub.repositories.has(name) || grantedActions(hub, name, ['pull'], user).length === 0) return missing;
    const authorization = hub.registry.authorization(name);
    const found = await send(new URL(`/v2/${name}/manifests/${tagName}`, hub.registry.url), {
      method: 'HEAD',
      headers: { accept: ACCEPT, ...(authorization !== undefined && { authorization }) },
      ca: hub.registry.ca,
    });
    if (found.status !== 200) return missing;
    const [media_type, digest] = [found.headers['content-type'], found.headers['docker-content-digest']];
    return json(200, {
      name: tagName,
      tag_status: 'active',
      content_type: 'image',
      media_type,
      digest,
      v2: true,
      images: [],
    });
  }

  return async (request) => {
    const path = segments(request.url.pathname);
    if (path.join('/') === 'v2/auth/token' && request.method === 'POST') return signIn(request);
    const [version, namespaces, namespace, repositories, repository, tags, name] = path;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (
      version === 'v2' &&
      namespaces === 'namespaces' &&
      repositories === 'repositories' &&
      tags === 'tags' &&
      reads
    ) {
      if (name !== undefined && path.length === 7) return tag(request, `${namespace}/${repository}`, name);
    }
    return json(404, { message: 'page not found' });
  };
}
