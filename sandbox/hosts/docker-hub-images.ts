import { randomUUID } from 'node:crypto';
import { mediaTypes } from '../media-types.js';
import type { Descriptor } from '../pushing.js';
import type { LedgerManifest } from '../registries/ledger.js';
import { send } from '../sending.js';
import type { DockerHub } from './docker-hub-state.js';

const ACCEPT = (['oci', 'docker'] as const).flatMap((format) => {
  const { index, manifest } = mediaTypes(format);
  return [index, manifest];
});

/** The fields of a manifest that Docker Hub reports. */
export interface ShownManifest {
  readonly digest: string;
  readonly mediaType: string;
  /** Bytes of layers and config; of the first image where there are several. */
  readonly size: number;
  readonly images: readonly ShownImage[];
}

export interface ShownImage {
  readonly digest: string;
  readonly size: number;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
}

/** Looks into the registry behind Docker Hub, without credentials and without counting pulls. */
export interface HubImages {
  tags(name: string): Promise<readonly string[]>;
  /** `undefined` when that tag or digest is not there. */
  show(name: string, reference: string): Promise<ShownManifest | undefined>;
  /** Takes that tag away and leaves the others of its manifest. False when it is not there. */
  removeTag(name: string, tag: string): Promise<boolean>;
}

interface Content {
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
}

type Platform = NonNullable<Descriptor['platform']>;

export function hubImages(hub: DockerHub): HubImages {
  const known = new Map<string, ShownManifest>();
  const platforms = new Map<string, Promise<Platform>>();
  const { ledger } = hub.registry;

  function ask(name: string, path: string, options: { method?: string; type?: string; body?: Buffer } = {}) {
    const { method = 'GET', type, body } = options;
    const authorization = hub.registry.authorization(name);
    return send(new URL(`/v2/${name}/${path}`, hub.registry.url), {
      method,
      headers: {
        accept: ACCEPT.join(', '),
        ...(type !== undefined && { 'content-type': type }),
        ...(authorization !== undefined && { authorization }),
      },
      ...(body !== undefined && { body }),
      ca: hub.registry.ca,
    });
  }

  /** Of an image alone, by its config. */
  function platformOf(name: string, config: string): Promise<Platform> {
    const found =
      platforms.get(config) ??
      ask(name, `blobs/${config}`).then(({ body }): Platform => JSON.parse(body.toString('utf8')));
    platforms.set(config, found);
    return found;
  }

  async function read(name: string, manifest: LedgerManifest, platform?: Platform): Promise<ShownManifest> {
    const { digest, mediaType, bytes } = manifest;
    const content: Content = JSON.parse(bytes.toString('utf8'));
    if (content.manifests !== undefined) {
      const children = await Promise.all(
        content.manifests.map(async (child) => {
          const listed = ledger.manifests(name).get(child.digest);
          return listed === undefined ? [] : (await read(name, listed, child.platform)).images;
        }),
      );
      const images = children.flat();
      return { digest, mediaType, size: images[0]?.size ?? 0, images };
    }
    const { os, architecture, variant } = platform ?? (await platformOf(name, content.config?.digest ?? ''));
    const parts = [content.config, ...(content.layers ?? [])];
    const size = parts.reduce((sum, part) => sum + (part?.size ?? 0), 0);
    return { digest, mediaType, size, images: [{ digest, size, os, architecture, variant: variant ?? null }] };
  }

  return {
    async tags(name) {
      return [...ledger.tagged(name).keys()];
    },
    async show(name, reference) {
      const manifest = ledger.tagged(name).get(reference) ?? ledger.manifests(name).get(reference);
      if (manifest === undefined) return undefined;
      const key = `${name}@${manifest.digest}`;
      const shown = known.get(key) ?? (await read(name, manifest));
      known.set(key, shown);
      return shown;
    },
    async removeTag(name, tag) {
      const asked = await ask(name, `manifests/${tag}`, { method: 'DELETE' });
      if (asked.status === 202) return true;
      const { status, headers, body } = await ask(name, `manifests/${tag}`);
      if (status !== 200) return false;
      // Distribution 2 deletes digests only, with all their tags: so this one is given a digest of its own first.
      const alone = { ...JSON.parse(body.toString('utf8')), annotations: { 'sandbox.removed': randomUUID() } };
      const type = headers['content-type'] ?? '';
      const moved = await ask(name, `manifests/${tag}`, {
        method: 'PUT',
        type,
        body: Buffer.from(JSON.stringify(alone)),
      });
      const digest = moved.headers['docker-content-digest'];
      return (await ask(name, `manifests/${digest}`, { method: 'DELETE' })).status === 202;
    },
  };
}
