import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { hubScopes } from './docker-hub-records.js';
import type { DockerHub } from './docker-hub-state.js';

const PAGE = 10;
const PAGE_LIMIT = 100;

/** A private repository without rights looks like a missing one. */
export function hubNotFound(name: string): Answer {
  const [namespace, repository] = name.split('/');
  return json(404, { message: 'httperror 404: object not found', errinfo: { namespace, repository } });
}

/** True if that user (or an anonymous caller) may see the repository. */
export function mayRead(hub: DockerHub, name: string, user: string | undefined): boolean {
  const repository = hub.repositories.get(name);
  if (repository === undefined) return false;
  return !repository.private || (isMember(hub, name, user) && reaches(hub, user, 'repo:read'));
}

/** True if that user may write to it, or manage it. */
export function mayDo(hub: DockerHub, name: string, user: string | undefined, scope: 'repo:write' | 'repo:admin') {
  if (user === undefined || !isMember(hub, name, user) || !reaches(hub, user, scope)) return false;
  return scope !== 'repo:admin' || (hub.details(name).admins?.has(user) ?? true);
}

/** The reason why this user may not manage the repository; undefined when he may. */
export function refuseManaging(hub: DockerHub, name: string, user: string | undefined): Answer | undefined {
  if (user === undefined) return json(401, { detail: 'Authentication credentials were not provided.' });
  if (!mayRead(hub, name, user)) return hubNotFound(name);
  return mayDo(hub, name, user, 'repo:admin') ? undefined : json(403, { message: 'access denied', errinfo: {} });
}

function isMember(hub: DockerHub, name: string, user: string | undefined): boolean {
  return user !== undefined && hub.repositories.get(name)?.members.has(user) === true;
}

function reaches(hub: DockerHub, user: string | undefined, scope: (typeof hubScopes)[number]): boolean {
  return hubScopes.indexOf(hub.scopes.get(user ?? '') ?? 'repo:admin') >= hubScopes.indexOf(scope);
}

/** One page of a list, 10 entries or up to 100; a page past the end is 404, and an empty list has one empty page. */
export async function hubPage<Value>(
  request: IncomingRequest,
  values: readonly Value[],
  show: (value: Value) => unknown,
): Promise<Answer> {
  const query = request.url.searchParams;
  const page = Number(query.get('page') ?? 1);
  const size = Math.min(PAGE_LIMIT, Number(query.get('page_size') ?? PAGE));
  const taken = values.slice((page - 1) * size, page * size);
  const legal = Number.isInteger(page) && page >= 1 && Number.isInteger(size) && size >= 1;
  if (!legal || (page > 1 && taken.length === 0)) {
    return json(404, { message: 'httperror 404: object not found', errinfo: {} });
  }
  const at = (wanted: number): string => {
    const url = new URL(request.path, 'https://hub.docker.com');
    url.searchParams.set('page', String(wanted));
    url.searchParams.set('page_size', String(size));
    return url.href;
  };
  return json(200, {
    count: values.length,
    next: page * size < values.length ? at(page + 1) : null,
    previous: page > 1 ? at(page - 1) : null,
    results: await Promise.all(taken.map(show)),
  });
}
