import type { Host } from '../exchange.js';
import type { RunningRegistry } from '../registries/index.js';
import { createTokenBook, type TokenBook } from '../tokens.js';
import { dockerHubApi } from './docker-hub-api.js';
import { dockerHubAuth } from './docker-hub-auth.js';
import { dockerHubRegistry } from './docker-hub-registry.js';
import { createRegistryAccounts, type RegistryAccounts } from './registry-accounts.js';

export interface DockerHub extends RegistryAccounts {
  /** Bearer tokens of auth.docker.io. */
  readonly tokens: TokenBook;
  /** Pulls in six hours as `ratelimit-limit` tells them; `undefined` for a caller without a limit. */
  pullLimit: number | undefined;
}

/** Docker Hub is three services: tokens, the registry, and an API for everything else. */
export function createDockerHub(registry: RunningRegistry): { hub: DockerHub; hosts: Record<string, Host> } {
  const hub: DockerHub = Object.assign(createRegistryAccounts(registry), {
    tokens: createTokenBook(),
    pullLimit: 100,
  });
  const registryHost = dockerHubRegistry(hub);
  return {
    hub,
    hosts: {
      'auth.docker.io': dockerHubAuth(hub),
      'registry-1.docker.io': registryHost,
      'index.docker.io': registryHost,
      'hub.docker.com': dockerHubApi(hub),
    },
  };
}
