import { type Answer, basicCredentials, type Host, type IncomingRequest, json, segments } from '../exchange.js';
import { changeBehind } from '../registries/behind.js';
import type { LedgerManifest } from '../registries/ledger.js';
import { describeArtifact, listed } from './harbor-artifacts.js';
import { type Harbor, immutable, isImmutable, maintains } from './harbor-rules.js';

const PAGE = 10;
const PAGE_LIMIT = 100;

/** Harbor's API v2.0: repositories, their artifacts, and tags taken off them. */
export function harborApi(harbor: Harbor): Host {
  const { ledger } = harbor.registry;

  return async (request) => {
    const [, , projects, project = '', kind, encoded = '', what, reference = '', tags, tag, ...more] = segments(
      request.url.pathname,
    );
    // A name with slashes comes encoded twice: only so does it stay one part of the path.
    const legal = projects === 'projects' && kind === 'repositories' && more.length === 0 && !encoded.includes('/');
    if (!legal) return notFound('path');
    const name = `${project}/${decodeURIComponent(encoded)}`;
    const user = callerOf(request);
    if (user === 'refused') return failed(401, 'UNAUTHORIZED', 'unauthorized');
    const refusal = refuse(name, user, request.method);
    if (refusal !== undefined) return refusal;
    const route = `${request.method} ${what ?? ''}${reference && '/…'}${tags === undefined ? '' : `/${tags}`}`;
    if (route === 'GET ') return json(200, { id: 1, name, artifact_count: ledger.manifests(name).size });
    if (route === 'GET artifacts') return list(request, name);
    if (route === 'DELETE artifacts/…/tags' && tag !== undefined) return removeTag(name, reference, tag);
    return notFound('path');
  };

  function callerOf(request: IncomingRequest): string | undefined | 'refused' {
    const credentials = basicCredentials(request.headers.authorization);
    if (credentials === undefined) return request.headers.authorization === undefined ? undefined : 'refused';
    return harbor.users.get(credentials.user) === credentials.secret ? credentials.user : 'refused';
  }

  function refuse(name: string, user: string | undefined, method: string): Answer | undefined {
    const repository = harbor.repositories.get(name);
    const open = repository !== undefined && !repository.private && method === 'GET';
    if (user === undefined) return open ? undefined : failed(401, 'UNAUTHORIZED', 'unauthorized');
    if (repository === undefined) return notFound(`repository ${name}`);
    const allowed = method === 'GET' ? open || repository.members.has(user) : maintains(harbor, name, user);
    return allowed ? undefined : failed(403, 'FORBIDDEN', 'forbidden');
  }

  function list(request: IncomingRequest, name: string): Answer {
    const query = request.url.searchParams;
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('page_size') ?? PAGE)];
    if (!(page >= 1 && size >= 1 && size <= PAGE_LIMIT)) {
      return failed(422, 'UNPROCESSABLE_ENTITY', `page_size in query should be less than or equal to ${PAGE_LIMIT}`);
    }
    const { artifacts, accessories } = listed(ledger.manifests(name));
    const next = new URLSearchParams(query);
    next.set('page', String(page + 1));
    const link: Record<string, string> =
      page * size < artifacts.length ? { link: `<${request.url.pathname}?${next}>; rel="next"` } : {};
    const is = (key: string, otherwise: string): boolean => (query.get(key) ?? otherwise) === 'true';
    const shown = artifacts.slice((page - 1) * size, page * size).map((manifest) =>
      describeArtifact(name, manifest, {
        tags: is('with_tag', 'true'),
        accessories: is('with_accessory', 'false') ? (accessories.get(manifest.digest) ?? []) : [],
        immutable: (tag) => is('with_immutable_status', 'false') && isImmutable(harbor, name, tag),
      }),
    );
    return json(200, shown, { 'x-total-count': String(artifacts.length), ...link });
  }

  async function removeTag(name: string, reference: string, tag: string): Promise<Answer> {
    const on: LedgerManifest | undefined = ledger.tagged(name).get(tag);
    if (on === undefined || (on.digest !== reference && !on.tags.has(reference))) {
      return notFound(`tag ${tag} of ${reference}`);
    }
    if (isImmutable(harbor, name, tag)) return immutable(name, tag);
    await changeBehind(harbor.registry, 'DELETE', name, tag);
    return { status: 200 };
  }
}

function failed(status: number, code: string, message: string): Answer {
  return json(status, { errors: [{ code, message }] });
}

function notFound(what: string): Answer {
  return failed(404, 'NOT_FOUND', `${what} not found`);
}
