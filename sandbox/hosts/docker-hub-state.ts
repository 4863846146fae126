import type { TokenBook } from '../tokens.js';
import type { HubRecords } from './docker-hub-records.js';
import type { HubSessions } from './docker-hub-sessions.js';
import type { TokenAccounts } from './token-registry.js';

/** The state that the services of Docker Hub share. */
export interface DockerHub extends TokenAccounts, HubRecords {
  /** Bearer tokens of auth.docker.io. */
  readonly tokens: TokenBook;
  /** The passwords that identity.docker.com gives, by organization: good for the registry alone. */
  readonly keyless: TokenBook;
  /** The ten-minute tokens of hub.docker.com. */
  readonly sessions: HubSessions;
  /** Pulls in six hours as `ratelimit-limit` reports them; `undefined` for a caller without a limit. */
  pullLimit: number | undefined;
}
