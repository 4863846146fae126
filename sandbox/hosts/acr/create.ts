import type { Host } from '../../exchange.js';
import type { RunningRegistry } from '../../registries/index.js';
import type { EntraDirectory } from '../entra/directory.js';
import { createLayerBucket } from '../layer-bucket.js';
import { acrHost } from './registry.js';
import { type Acr, createAcrState } from './state.js';

/** A registry of Azure. @param registry one that deletes tags alone, as the one in memory does */
export function createAcr(
  registry: RunningRegistry,
  loginServer: string,
  options: { readonly abac: boolean; readonly entra: EntraDirectory },
): { acr: Acr; hosts: Record<string, Host> } {
  const acr = createAcrState(registry, loginServer, options.abac);
  const storage = `${loginServer.split('.')[0]}storage.blob.core.windows.net`;
  const bucket = createLayerBucket(storage, registry.url);
  return { acr, hosts: { [loginServer]: acrHost(acr, options.entra, bucket), [storage]: bucket.host } };
}
