import type { ImageSpec, Internet } from '../../../sandbox/index.js';

/** The services whose API reports pushes. */
export type DatedHost = 'docker.io' | 'ghcr.io' | 'harbor.example.com';

/** An image whose push date, by the API of its registry, is another one than that of its creation. */
export async function pushDated(
  { hub, ghcr, harbor }: Internet,
  host: DatedHost,
  path: string,
  tag: string,
  { pushed, ...spec }: ImageSpec & { readonly pushed: Date },
): Promise<string> {
  const accounts = { 'docker.io': hub, 'ghcr.io': ghcr, 'harbor.example.com': harbor }[host];
  const digest = await accounts.image(path, tag, spec);
  if (host === 'docker.io') hub.tagged(path, tag).pushed = pushed;
  const manifest = accounts.registry.ledger.manifests(path).get(digest);
  if (manifest === undefined) throw new Error(`${path}:${tag} is not in the registry`);
  Object.assign(manifest, { created: pushed, updated: pushed });
  manifest.tags.set(tag, pushed);
  return digest;
}
