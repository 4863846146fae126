import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { hubNotFound, hubPage, mayRead, refuseManaging } from './docker-hub-answers.js';
import type { HubImages } from './docker-hub-images.js';
import type { DockerHub } from './docker-hub-state.js';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** The tags of a repository, with the fields that the live API gives. */
export interface HubTags {
  list(request: IncomingRequest, name: string, user: string | undefined): Promise<Answer>;
  read(name: string, tag: string, user: string | undefined): Promise<Answer>;
  remove(name: string, tag: string, user: string | undefined): Promise<Answer>;
}

export function hubTags(hub: DockerHub, images: HubImages): HubTags {
  async function show(name: string, tag: string): Promise<object | undefined> {
    const found = await images.show(name, tag);
    if (found === undefined) return undefined;
    const { id, pushed, pulled, by } = hub.tagged(name, tag);
    const [last_pushed, last_pulled] = [pushed.toISOString(), pulled?.toISOString() ?? null];
    const used = Math.max(pushed.getTime(), pulled?.getTime() ?? 0);
    const status = Date.now() - used < MONTH_MS ? 'active' : 'inactive';
    return {
      creator: 1,
      id,
      images: found.images.map(({ os, architecture, variant, digest, size }) => ({
        architecture,
        features: '',
        variant,
        digest,
        os,
        os_features: '',
        os_version: null,
        size,
        status,
        last_pulled,
        last_pushed,
      })),
      last_updated: last_pushed,
      last_updater: 1,
      last_updater_username: by ?? name.split('/')[0],
      name: tag,
      repository: 1,
      full_size: found.size,
      v2: true,
      tag_status: status,
      tag_last_pulled: last_pulled,
      tag_last_pushed: last_pushed,
      media_type: found.mediaType,
      content_type: 'image',
      digest: found.digest,
    };
  }

  return {
    async list(request, name, user) {
      if (!mayRead(hub, name, user)) return hubNotFound(name);
      const tags = [...(await images.tags(name))];
      // As the live one does it, against its own document: `last_updated` is newest first, and so is the default.
      const [, minus, field] = /^(-?)(.*)$/.exec(request.url.searchParams.get('ordering') ?? 'last_updated') ?? [];
      const age = (tag: string): number => -hub.tagged(name, tag).pushed.getTime();
      tags.sort((one, other) => (field === 'name' ? 0 : age(one) - age(other)) || (one < other ? -1 : 1));
      if (minus === '-') tags.reverse();
      return hubPage(request, tags, (tag) => show(name, tag));
    },
    async read(name, tag, user) {
      const shown = mayRead(hub, name, user) ? await show(name, tag) : undefined;
      return shown === undefined ? hubNotFound(name) : json(200, shown);
    },
    async remove(name, tag, user) {
      const refusal = refuseManaging(hub, name, user);
      if (refusal !== undefined) return refusal;
      if (hub.details(name).immutable.some((rule) => new RegExp(`^(?:${rule})$`).test(tag))) {
        return json(403, { message: `tag ${tag} is immutable`, errinfo: {} });
      }
      if (!(await images.removeTag(name, tag))) return hubNotFound(name);
      hub.untagged(name, tag);
      return { status: 204 };
    },
  };
}
