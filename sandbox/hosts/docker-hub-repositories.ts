import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { hubNotFound, hubPage, mayDo, mayRead, refuseManaging } from './docker-hub-answers.js';
import type { HubImages } from './docker-hub-images.js';
import type { DockerHub } from './docker-hub-state.js';

const NAME = /^(?=.{2,255}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const ORDERINGS = ['name', '-name', 'last_updated', '-last_updated', 'pull_count', '-pull_count'];

type User = string | undefined;

/** Repositories and their settings. */
export interface HubRepositories {
  list(request: IncomingRequest, namespace: string, user: User): Promise<Answer>;
  create(request: IncomingRequest, namespace: string, user: User): Promise<Answer>;
  read(name: string, user: User): Promise<Answer>;
  change(request: IncomingRequest, name: string, user: User): Promise<Answer>;
  setPrivacy(request: IncomingRequest, name: string, user: User): Promise<Answer>;
}

export function hubRepositories(hub: DockerHub, images: HubImages): HubRepositories {
  async function entry(name: string) {
    const { registered, updated, pulls, stars, description, active } = hub.details(name);
    const [namespace, repository] = name.split('/');
    const shown = await Promise.all((await images.tags(name)).map((tag) => images.show(name, tag)));
    const all = shown.flatMap((manifest) => manifest?.images ?? []);
    const sizes = new Map(all.map(({ digest, size }) => [digest, size]));
    return {
      name: repository,
      namespace,
      repository_type: 'image',
      status: active ? 1 : 0,
      status_description: active ? 'active' : 'inactive',
      description,
      is_private: hub.repositories.get(name)?.private ?? false,
      star_count: stars,
      pull_count: pulls,
      last_updated: updated.toISOString(),
      last_modified: updated.toISOString(),
      date_registered: registered.toISOString(),
      affiliation: '',
      media_types: [...new Set(shown.map((manifest) => manifest?.mediaType))],
      content_types: shown.length > 0 ? ['image'] : [],
      categories: [],
      storage_size: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    };
  }

  async function info(name: string, user: User) {
    const { fullDescription, immutable } = hub.details(name);
    return {
      ...(await entry(name)),
      user: name.split('/')[0],
      is_automated: false,
      collaborator_count: 0,
      hub_user: null,
      has_starred: false,
      full_description: fullDescription,
      permissions: {
        read: true,
        write: mayDo(hub, name, user, 'repo:write'),
        admin: mayDo(hub, name, user, 'repo:admin'),
      },
      immutable_tags_settings: { enabled: immutable.length > 0, rules: immutable },
      source: null,
    };
  }

  /** The texts of a body, set where they are given; the answer when one of them is too long. */
  function describe(name: string, asked: Record<string, unknown>): Answer | undefined {
    const { description, full_description } = asked;
    if (String(description ?? '').length > 100) return tooLong('description', 100);
    if (String(full_description ?? '').length > 25_000) return tooLong('full_description', 25_000);
    if (typeof description === 'string') hub.details(name).description = description;
    if (typeof full_description === 'string') hub.details(name).fullDescription = full_description;
    return undefined;
  }

  return {
    async list(request, namespace, user) {
      const query = request.url.searchParams;
      const ordering = query.get('ordering') ?? '-last_updated';
      if (!ORDERINGS.includes(ordering)) {
        const text = 'Invalid ordering value';
        return json(400, { fields: { ordering: [`${text}. Must be one of: ${ORDERINGS.join(', ')}`] }, text });
      }
      const names = [...hub.repositories.keys()].filter(
        (name) =>
          name.startsWith(`${namespace}/`) &&
          name.slice(namespace.length + 1).includes(query.get('name') ?? '') &&
          mayRead(hub, name, user),
      );
      const field = ordering.replace('-', '');
      const key = (name: string): number =>
        field === 'name' ? 0 : field === 'pull_count' ? hub.details(name).pulls : hub.details(name).updated.getTime();
      names.sort((one, other) => key(one) - key(other) || (one < other ? -1 : 1));
      if (ordering.startsWith('-')) names.reverse();
      return hubPage(request, names, entry);
    },

    async create(request, namespace, user) {
      if (user === undefined) return json(401, { detail: 'Authentication credentials were not provided.' });
      const asked: Record<string, unknown> = JSON.parse((await request.text()) || '{}');
      const own =
        namespace === user ||
        [...hub.repositories].some(([name, { members }]) => name.startsWith(`${namespace}/`) && members.has(user));
      const scope = hub.scopes.get(user) ?? 'repo:admin';
      if (!own || scope !== 'repo:admin') return json(403, { message: 'access denied', errinfo: {} });
      if (typeof asked.name !== 'string' || !NAME.test(asked.name)) {
        return json(400, { message: 'invalid repository name', errinfo: {} });
      }
      const name = `${namespace}/${asked.name}`;
      if (hub.repositories.has(name)) return json(409, { message: 'repository already exists', errinfo: {} });
      const refusal = describe(name, asked);
      if (refusal !== undefined) return refusal;
      hub.repository(name, { private: asked.is_private === true, members: [user] });
      return json(201, await info(name, user));
    },

    async read(name, user) {
      return mayRead(hub, name, user) ? json(200, await info(name, user)) : hubNotFound(name);
    },

    async change(request, name, user) {
      const asked: Record<string, unknown> = JSON.parse((await request.text()) || '{}');
      return refuseManaging(hub, name, user) ?? describe(name, asked) ?? json(200, await info(name, user));
    },

    async setPrivacy(request, name, user) {
      const asked: { is_private?: unknown } = JSON.parse((await request.text()) || '{}');
      const refusal = refuseManaging(hub, name, user);
      if (refusal !== undefined) return refusal;
      const repository = hub.repositories.get(name);
      if (repository !== undefined) repository.private = asked.is_private === true;
      return json(200, {});
    },
  };
}

function tooLong(field: string, limit: number): Answer {
  return json(400, { message: `${field} must be at most ${limit} characters`, errinfo: {} });
}
