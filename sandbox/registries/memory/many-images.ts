import { gzipSync } from 'node:zlib';
import { mediaTypes } from '../../media-types.js';
import { tarWith } from '../../tar.js';
import { type Store, sha256, writable } from './store.js';

/**
 * One repository with so many distinct images, on one layer: `build-0`, `build-1`, …, each a minute younger than the one
 * before. Made here and not pushed, so that there may be tens of thousands.
 */
export function manyImages(repository: string, count: number): Store {
  const store: Store = new Map();
  const { blobs, manifests, tags } = writable(store, repository);
  const types = mediaTypes('oci');
  const keep = (bytes: Buffer, mediaType: string) => {
    const digest = sha256(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const tar = tarWith('image.txt', repository);
  const layers = [keep(gzipSync(tar), types.layer)];
  for (let at = 0; at < count; at += 1) {
    const config = {
      created: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
      os: 'linux',
      architecture: 'amd64',
      config: {},
      rootfs: { type: 'layers', diff_ids: [sha256(tar)] },
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: types.manifest,
      config: keep(Buffer.from(JSON.stringify(config)), types.config),
      layers,
    };
    const bytes = Buffer.from(JSON.stringify(manifest));
    const digest = sha256(bytes);
    manifests.set(digest, { digest, mediaType: types.manifest, bytes });
    tags.set(`build-${at}`, digest);
  }
  return store;
}
