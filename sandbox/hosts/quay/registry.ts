import { type Answer, bearerToken, type Host, type IncomingRequest, json } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { changeBehind } from '../../registries/behind.js';
import { neededAccess, tokenChallenge } from '../../registries/challenges.js';
import type { NeededAccess } from '../../tokens.js';
import { quayAuth } from './auth.js';
import { quayFailure } from './errors.js';
import type { QuayTag } from './history.js';
import { quayPage } from './pages.js';
import { type Quay, quayRights } from './state.js';

const PAGE = 100;
const MANIFEST = /^\/v2\/(.+)\/(manifests|referrers)\/([^/]+)$/;
const TAGS = /^\/v2\/(.+)\/tags\/list$/;

/** The registry of Quay: the one behind it, as far as Quay's history of tags lets it be seen. */
export function quayRegistry(quay: Quay): Host {
  const { forward } = forwardTo(quay.registry.url);

  return async (request) => {
    const path = request.url.pathname;
    const needed = neededHere(request);
    const challenge = (): Answer =>
      tokenChallenge(needed, {
        realm: `https://${request.host}/v2/auth`,
        service: request.host,
        message: 'access to the requested resource is not authorized',
      });
    if (path === '/v2/auth') return quayAuth(quay, request, challenge);
    const held = bearerToken(request.headers.authorization);
    if (!quay.tokens.covers(held, needed)) return challenge();
    if (path === '/v2/_catalog') return catalog(quay, request, quay.tokens.holder(held));
    const [, listed] = TAGS.exec(path) ?? [];
    if (listed !== undefined && request.method === 'GET') return listTags(quay, request, listed);
    const [, name, kind, reference = ''] = MANIFEST.exec(path) ?? [];
    if (name === undefined) return forward(request);
    if (kind === 'referrers') return quay.history.serves(name, reference, true) ? forward(request) : noReferrers();
    if (request.method === 'DELETE') return remove(quay, name, reference);
    if (request.method === 'PUT') return push(quay, request, name, reference, forward);
    return unknown(quay, name, reference) ?? forward(request);
  };
}

/** A delete takes the scope of a push. */
function neededHere(request: IncomingRequest): NeededAccess | undefined {
  const needed = neededAccess(request);
  return needed && request.method === 'DELETE' ? { ...needed, actions: ['pull', 'push'] } : needed;
}

function unknown(quay: Quay, name: string, reference: string): Answer | undefined {
  if (reference.includes(':')) {
    return quay.history.serves(name, reference, true) ? undefined : manifestUnknown();
  }
  if (quay.history.current(name, reference) !== undefined) return undefined;
  if (!quay.history.tags(name).some((tag) => tag.name === reference)) return manifestUnknown();
  const message = `Tag ${reference} was deleted or has expired. To pull, revive via time machine`;
  return quayFailure(404, 'TAG_EXPIRED', message);
}

function manifestUnknown(): Answer {
  return quayFailure(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
}

/** Against the specification, which has an empty list. */
function noReferrers(): Answer {
  return quayFailure(400, 'MANIFEST_INVALID', 'manifest invalid');
}

async function push(quay: Quay, request: IncomingRequest, name: string, reference: string, forward: Host) {
  if (quay.history.current(name, reference)?.immutable) return immutable(reference);
  const rights = quayRights(quay, name);
  // Quay makes a repository on the first push, and makes it private.
  if (rights !== undefined && !quay.repositories.has(name))
    quay.repository(name, { private: true, members: [...rights.members] });
  return forward(request);
}

/** A digest cannot go but by its tags: without one it is unknown. */
async function remove(quay: Quay, name: string, reference: string): Promise<Answer> {
  const current = quay.history.current(name, reference);
  const on = reference.includes(':') ? quay.history.alive(name).filter(({ digest }) => digest === reference) : [];
  const tags = current === undefined ? on : [current];
  const held = tags.find((tag) => tag.immutable);
  if (held !== undefined) return immutable(held.name);
  if (tags.length === 0) return manifestUnknown();
  await endQuayTags(quay, name, tags);
  return { status: 202 };
}

/** Ends these tags in the history and in the registry behind it, which keeps the manifests. */
export async function endQuayTags(quay: Quay, name: string, tags: readonly QuayTag[]): Promise<void> {
  const ended = tags.flatMap((tag) => quay.history.end(name, tag));
  for (const tag of ended) await changeBehind(quay.registry, 'DELETE', name, tag);
}

function immutable(tag: string): Answer {
  const detail = { message: `tag '${tag}' is immutable` };
  return quayFailure(409, 'TAG_IMMUTABLE', 'tag is immutable and cannot be overwritten', detail);
}

/** GET `/v2/<name>/tags/list`: 100 names a page at most, whatever `n` is. */
function listTags(quay: Quay, request: IncomingRequest, name: string): Answer {
  const query = request.url.searchParams;
  const size = Math.max(0, Math.min(PAGE, Number(query.get('n') ?? PAGE)));
  const all = quay.history.alive(name).map((tag) => tag.name);
  const left = [...all].sort().filter((tag) => tag > (query.get('last') ?? ''));
  const tags = left.slice(0, size);
  const next = new URLSearchParams({ n: String(size), last: tags.at(-1) ?? '' });
  const more = size > 0 && tags.length < left.length;
  const link: Record<string, string> = more
    ? { link: `<https://${request.host}${request.url.pathname}?${next}>; rel="next"` }
    : {};
  return json(200, { name, tags }, link);
}

/** GET `/v2/_catalog`, of the caller's own repositories; an opaque token names the next page. */
function catalog(quay: Quay, request: IncomingRequest, user: string | undefined): Answer {
  const query = request.url.searchParams;
  const size = Math.max(1, Math.min(PAGE, Number(query.get('n') ?? PAGE)));
  const mine = [...quay.repositories].filter(([, { members }]) => user !== undefined && members.has(user));
  const { values, next } = quayPage(mine, query.get('next_page'), size);
  const more = new URLSearchParams({ n: String(size), next_page: next ?? '' });
  const link: Record<string, string> =
    next === undefined ? {} : { link: `<https://${request.host}/v2/_catalog?${more}>; rel="next"` };
  return json(200, { repositories: values.map(([name]) => name) }, link);
}
