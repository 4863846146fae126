import type { Host } from '../../exchange.js';
import type { OidcIssuer } from '../../oidc/issuer.js';
import { changeBehind } from '../../registries/behind.js';
import type { RunningRegistry } from '../../registries/index.js';
import { createThrottle } from '../../throttle.js';
import { createTokenBook } from '../../tokens.js';
import { createRegistryAccounts } from '../registry-accounts.js';
import { quayApi } from './api.js';
import { federateRobot } from './federation.js';
import { createQuayHistory } from './history.js';
import { quayRegistry } from './registry.js';
import type { Quay } from './state.js';
import { isKept } from './tags.js';

const TWO_WEEKS = 14 * 24 * 60 * 60;

/**
 * @param registry one that deletes tags alone, as the one in memory does
 * @param issuers whose ID tokens robots may accept
 */
export function createQuay(
  registry: RunningRegistry,
  issuers: readonly OidcIssuer[],
): { quay: Quay; hosts: Record<string, Host> } {
  const accounts = createRegistryAccounts(registry);
  const push = accounts.image;
  const quay: Quay = Object.assign(accounts, {
    tokens: createTokenBook(),
    applications: new Map(),
    permissions: new Map(),
    federations: new Map(),
    robotTokens: createTokenBook('jwt'),
    lifetime: { token: 3600, robot: 3600 },
    history: createQuayHistory(registry.ledger),
    timeMachine: TWO_WEEKS,
    throttle: createThrottle(),
    /** The tag's date is the image's: so that a test or the demo can have old ones. */
    async image(...[name, tag, spec]: Parameters<typeof push>) {
      const digest = await push(name, tag, spec);
      const current = quay.history.current(name, tag);
      if (current !== undefined && spec?.created !== undefined) current.start = new Date(spec.created);
      return digest;
    },
    async collectGarbage(name: string) {
      for (const digest of [...registry.ledger.manifests(name).keys()]) {
        if (!isKept(quay, name, digest)) await changeBehind(registry, 'DELETE', name, digest);
      }
    },
  });
  const [registryHost, api] = [quayRegistry(quay), quayApi(quay)];
  const host: Host = async (request) => {
    if (quay.throttle.refuses()) return { status: 429, headers: { 'content-type': 'text/html' }, body: '' };
    if (request.url.pathname === '/oauth2/federation/robot/token') return federateRobot(quay, issuers, request);
    return request.url.pathname.startsWith('/api/') ? api(request) : registryHost(request);
  };
  return { quay, hosts: { 'quay.io': host, 'quay.example.com': host } };
}
