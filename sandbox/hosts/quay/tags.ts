import { type Answer, type IncomingRequest, json } from '../../exchange.js';
import { changeBehind } from '../../registries/behind.js';
import { contentOf } from '../../registries/manifest-content.js';
import { problem } from './errors.js';
import type { QuayTag } from './history.js';
import { endQuayTags } from './registry.js';
import type { Quay } from './state.js';

const PAGE = 50;
const PAGE_LIMIT = 100;

/** `/api/v1/repository/<name>/tag/…` */
export interface QuayTags {
  list(request: IncomingRequest, name: string): Answer;
  remove(request: IncomingRequest, name: string, tag: string): Promise<Answer>;
  change(request: IncomingRequest, name: string, tag: string): Promise<Answer>;
  restore(request: IncomingRequest, name: string, tag: string): Promise<Answer>;
}

export function quayTags(quay: Quay): QuayTags {
  const notFound = (request: IncomingRequest): Answer => problem(request, 404, 'not_found', 'Not Found');

  function immutable(request: IncomingRequest, tag: string, operation: string): Answer {
    return problem(request, 409, 'tag_immutable', `Cannot ${operation} immutable tag '${tag}'`);
  }

  /** Alive and dead, 50 or up to 100 a page; a page past the end is empty. */
  function list(request: IncomingRequest, name: string): Answer {
    const query = request.url.searchParams;
    const [limit, page] = [query.get('limit') ?? String(PAGE), query.get('page') ?? '1'].map(Number);
    if (!Number.isInteger(limit) || !Number.isInteger(page))
      return json(400, { message: 'Input payload validation failed' });
    const active = /^(?:true|t|yes|1)$/i.test(query.get('onlyActiveTags') ?? '');
    const [operation, value = ''] = (query.get('filter_tag_name') || 'like:').split(':');
    const specific = query.get('specificTag') || undefined;
    const found = (active ? quay.history.alive(name) : quay.history.tags(name)).filter(
      (tag) =>
        (specific === undefined || tag.name === specific) &&
        (operation === 'eq' ? tag.name === value : tag.name.includes(value)),
    );
    const size = Math.min(PAGE_LIMIT, Math.max(1, limit ?? PAGE));
    const at = Math.max(1, page ?? 1);
    const shown = found.slice((at - 1) * size, at * size);
    return json(200, {
      tags: shown.map((tag) => describe(quay, request, name, tag)),
      page: at,
      has_additional: found.length > at * size,
    });
  }

  return {
    list,
    async remove(request, name, tag) {
      const current = quay.history.current(name, tag);
      if (current === undefined) return notFound(request);
      if (current.immutable) return immutable(request, tag, 'delete');
      await endQuayTags(quay, name, [current]);
      return { status: 204 };
    },
    /** Of what can be changed, the date on which it expires. */
    async change(request, name, tag) {
      const { expiration }: { expiration?: number | null } = JSON.parse(await request.text());
      const current = quay.history.current(name, tag);
      if (current === undefined) return notFound(request);
      if (typeof expiration === 'number' && expiration * 1000 <= Date.now())
        return json(400, { message: 'Bad Request' });
      if (expiration !== undefined) current.end = expiration === null ? undefined : new Date(expiration * 1000);
      return json(201, 'Updated');
    },
    /** Restores a manifest that is served, or that the time machine still keeps. */
    async restore(request, name, tag) {
      const { manifest_digest: digest }: { manifest_digest?: string } = JSON.parse(await request.text());
      if (digest === undefined) return problem(request, 400, 'invalid_request', 'Missing manifest_digest');
      const manifest = quay.registry.ledger.manifests(name).get(digest);
      if (manifest === undefined || !isKept(quay, name, digest)) return notFound(request);
      if (quay.history.current(name, tag)?.immutable) return immutable(request, tag, 'overwrite');
      await changeBehind(quay.registry, 'PUT', name, tag, manifest);
      const current = quay.history.current(name, tag);
      if (current !== undefined) current.reversion = true;
      return json(200, {});
    },
  };
}

/** True for a manifest that garbage collection keeps: it is served, or a tag on it ended a short time ago. */
export function isKept(quay: Quay, name: string, digest: string): boolean {
  if (quay.history.serves(name, digest, true)) return true;
  const { ledger } = quay.registry;
  const since = Date.now() - quay.timeMachine * 1000;
  return quay.history.tags(name).some(({ digest: on, end }) => {
    const manifest = ledger.manifests(name).get(on);
    const leads = on === digest || (manifest !== undefined && contentOf(manifest).children.has(digest));
    return leads && end !== undefined && end.getTime() > since;
  });
}

/** Times are whole seconds. A server without immutable tags has no field `immutable`. */
function describe(quay: Quay, { host }: IncomingRequest, name: string, tag: QuayTag) {
  const { start, end } = tag;
  const manifests = quay.registry.ledger.manifests(name);
  const manifest = manifests.get(tag.digest);
  const content = manifest && contentOf(manifest);
  const isList = manifest !== undefined && content?.config === undefined;
  const presence = [...(content?.children ?? [])].map((digest) => [digest, manifests.has(digest)] as const);
  const present = presence.filter(([, isThere]) => isThere).length;
  return {
    name: tag.name,
    reversion: tag.reversion,
    ...(host === 'quay.io' && { immutable: tag.immutable }),
    start_ts: seconds(start),
    ...(end !== undefined && { end_ts: seconds(end) }),
    manifest_digest: tag.digest,
    is_manifest_list: isList,
    size: isList ? null : (content?.size ?? 0) - (manifest?.bytes.length ?? 0),
    last_modified: rfc2822(start),
    ...(end !== undefined && { expiration: rfc2822(end) }),
    ...(isList && {
      is_sparse: present < presence.length,
      child_manifest_count: presence.length,
      present_child_count: present,
      child_manifests_presence: Object.fromEntries(presence),
    }),
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '-0000');
}
