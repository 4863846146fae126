import type { Host } from '../exchange.js';
import type { RunningRegistry } from '../registries/index.js';
import type { TokenBook } from '../tokens.js';
import { createRegistryAccounts } from './registry-accounts.js';
import { type TokenAccounts, tokenRegistry, withTokens } from './token-registry.js';

/**
 * dhi.io, the Docker Hardened Images: only for accounts of Docker Hub.
 * @param keyless the passwords of identity.docker.com
 */
export function createDhi(
  registry: RunningRegistry,
  keyless: TokenBook,
): { dhi: TokenAccounts; hosts: Record<string, Host> } {
  const dhi = withTokens(createRegistryAccounts(registry));
  const user = ({ user: name, secret }: { readonly user: string; readonly secret: string }) =>
    keyless.holder(secret) === name || dhi.users.get(name) === secret ? name : undefined;
  return { dhi, hosts: { 'dhi.io': tokenRegistry(dhi, { tokenPath: '/token', service: 'registry.docker.io', user }) } };
}
