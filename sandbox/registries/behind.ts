import { send } from '../sending.js';
import type { RunningRegistry } from './index.js';
import type { LedgerManifest } from './ledger.js';

/** Deletes a tag or digest in the registry behind a service, or puts a manifest there. */
export async function changeBehind(
  registry: RunningRegistry,
  method: 'DELETE' | 'PUT',
  name: string,
  reference: string,
  manifest?: LedgerManifest,
): Promise<void> {
  const { url, ca } = registry;
  const authorization = registry.authorization(name);
  const { status } = await send(new URL(`/v2/${name}/manifests/${reference}`, url), {
    method,
    headers: {
      ...(manifest !== undefined && { 'content-type': manifest.mediaType }),
      ...(authorization !== undefined && { authorization }),
    },
    ...(manifest !== undefined && { body: manifest.bytes }),
    ca,
  });
  if (status >= 300) throw new Error(`the registry behind answers ${status} to ${method} ${name} ${reference}`);
}
