import type { Host } from '../exchange.js';
import type { RunningRegistry } from '../registries/index.js';
import { createTokenBook } from '../tokens.js';
import { dockerHubApi } from './docker-hub-api.js';
import { dockerHubAuth } from './docker-hub-auth.js';
import { createHubRecords } from './docker-hub-records.js';
import { dockerHubRegistry } from './docker-hub-registry.js';
import { createHubSessions } from './docker-hub-sessions.js';
import type { DockerHub } from './docker-hub-state.js';
import { createRegistryAccounts } from './registry-accounts.js';
import { withTokens } from './token-registry.js';

/** Docker Hub is three services: tokens, the registry, and an API for everything else. */
export function createDockerHub(registry: RunningRegistry): { hub: DockerHub; hosts: Record<string, Host> } {
  const accounts = withTokens(createRegistryAccounts(registry));
  const push = accounts.image;
  const keyless = createTokenBook();
  const hub: DockerHub = Object.assign(accounts, createHubRecords(), {
    tokens: createTokenBook(),
    keyless,
    sessions: createHubSessions(accounts.users, keyless),
    pullLimit: 100,
    /** The tag's date is the image's: so that a test or the demo can have old ones. */
    async image(...[name, tag, spec]: Parameters<typeof push>) {
      const digest = await push(name, tag, spec);
      const pushed = spec?.created === undefined ? new Date() : new Date(spec.created);
      hub.tagged(name, tag).pushed = pushed;
      hub.details(name).updated = pushed;
      return digest;
    },
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
