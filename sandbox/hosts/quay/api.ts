import { type Answer, bearerToken, type Host, type IncomingRequest, json } from '../../exchange.js';
import { problem } from './errors.js';
import { quayPage } from './pages.js';
import { implies, type Quay, type QuayScope, quayAllows } from './state.js';
import { type QuayTags, quayTags } from './tags.js';

const PAGE = 100;
const REPOSITORY =
  /^\/api\/v1\/repository\/([^/]+\/[^/]+(?:\/(?!tag\/)[^/]+)*?)(?:\/tag\/(?:([^/]+)(?:\/(restore))?)?)?$/;

type Caller = { readonly user: string; readonly scope: QuayScope } | undefined;

/**
 * The API of Quay, as its clients use it: repositories, the history of their tags, deletes and the time machine. It
 * takes OAuth access tokens: without one, with one that has expired and with a password the caller is anonymous.
 */
export function quayApi(quay: Quay): Host {
  const tags = quayTags(quay);
  return async (request) => {
    const held = bearerToken(request.headers.authorization);
    // The registry's tokens are JWTs, which are taken for those of a single sign-on.
    if (quay.tokens.knows(held)) return json(401, { message: 'Issuer quay not configured' });
    const caller = quay.applications.get(held ?? '');
    if (request.url.pathname === '/api/v1/repository') return list(quay, request, caller);
    const [, name, tag, restore] = REPOSITORY.exec(decodeURIComponent(request.url.pathname)) ?? [];
    if (name === undefined) return problem(request, 404, 'not_found', 'Not Found');
    const refusal = refuse(quay, request, name, caller);
    return refusal ?? route(quay, tags, request, name, tag, restore);
  };
}

function route(
  quay: Quay,
  tags: QuayTags,
  request: IncomingRequest,
  name: string,
  tag: string | undefined,
  restore: string | undefined,
): Answer | Promise<Answer> {
  const asked = `${request.method}${tag === undefined ? '' : ' tag'}${restore === undefined ? '' : ' restore'}`;
  if (asked === 'GET' && request.url.pathname.endsWith('/tag/')) return tags.list(request, name);
  if (asked === 'GET') return json(200, describe(quay, name));
  if (asked === 'DELETE tag') return tags.remove(request, name, tag ?? '');
  if (asked === 'PUT tag') return tags.change(request, name, tag ?? '');
  if (asked === 'POST tag restore') return tags.restore(request, name, tag ?? '');
  return json(405, { message: 'The method is not allowed for the requested URL.' });
}

/** 401 for an anonymous caller, 403 for a user; 404 only for a repository that the caller would have permissions on. */
function refuse(quay: Quay, request: IncomingRequest, name: string, caller: Caller): Answer | undefined {
  const wanted = request.method === 'GET' ? 'repo:read' : 'repo:write';
  const open = wanted === 'repo:read' && quay.repositories.get(name)?.private === false;
  const inScope = caller !== undefined && implies(caller.scope, wanted);
  if (open || (inScope && quayAllows(quay, name, caller.user, wanted))) {
    return quay.repositories.has(name) ? undefined : problem(request, 404, 'not_found', 'Not Found');
  }
  return caller === undefined
    ? problem(request, 401, 'invalid_token', 'Requires authentication')
    : problem(request, 403, 'insufficient_scope', 'Unauthorized');
}

function describe(quay: Quay, path: string) {
  const [namespace, ...rest] = path.split('/');
  return {
    namespace,
    name: rest.join('/'),
    description: null,
    is_public: quay.repositories.get(path)?.private === false,
    kind: 'image',
    state: 'NORMAL',
    tag_expiration_s: quay.timeMachine,
  };
}

/** GET `/api/v1/repository?namespace=`: 100 a page, with `next_page` where there are more. */
function list(quay: Quay, request: IncomingRequest, caller: Caller): Answer {
  const query = request.url.searchParams;
  const namespace = query.get('namespace');
  const withPublic = query.get('public') === 'true';
  if (namespace === null && !withPublic) {
    return problem(request, 400, 'invalid_request', 'namespace, starred or public are required for this API call');
  }
  const visible = [...quay.repositories].filter(
    ([name, { private: hidden, members }]) =>
      (namespace === null || name.startsWith(`${namespace}/`)) &&
      ((withPublic && !hidden) || (caller !== undefined && members.has(caller.user))),
  );
  const { values, next } = quayPage(visible, query.get('next_page'), PAGE);
  const modified = (name: string) => {
    const [newest] = quay.history.tags(name);
    return (
      query.get('last_modified') === 'true' && { last_modified: newest && Math.floor(newest.start.getTime() / 1000) }
    );
  };
  const repositories = values.map(([name]) => {
    const { tag_expiration_s: _, ...shown } = describe(quay, name);
    return { ...shown, ...modified(name) };
  });
  return json(200, { repositories, ...(next !== undefined && { next_page: next }) });
}
