import type { RegistryName } from '../../../images/name.js';
import { acr } from '../../drivers/acr/index.js';
import { dockerHub } from '../../drivers/docker-hub/index.js';
import { ecr, ecrPublic } from '../../drivers/ecr/index.js';
import { gar } from '../../drivers/gar/index.js';
import { quay } from '../../drivers/quay/index.js';
import type { LoginProvider } from './provider.js';

/** The registries of a provider, and its code, which is loaded with the first login to one of them. */
interface ProviderRow {
  readonly matches: (host: string) => boolean;
  /** Chooses it for registries under a name of their own, which no row matches, by the form of `oidc`. */
  readonly chosenBy?: RegExp;
  /** The variable that has `oidc` where neither that nor `password` is given, and `username` is. */
  readonly variable?: string;
  readonly load: () => Promise<LoginProvider>;
}

/** Every login provider: a new one is one file and one line here. */
const providers: readonly ProviderRow[] = [
  {
    matches: (host) => of(dockerHub)(host) || host === 'dhi.io',
    variable: 'DOCKERHUB_OIDC_CONNECTIONID',
    load: async () => (await import('./docker-hub.js')).dockerHubLogin,
  },
  { matches: of(ecr, ecrPublic), load: async () => (await import('./ecr.js')).ecrLogin },
  { matches: of(gar), load: async () => (await import('./artifact-registry.js')).artifactRegistry },
  { matches: of(acr), load: async () => (await import('./acr.js')).acrLogin },
  {
    matches: (host) => host.endsWith('.jfrog.io'),
    chosenBy: /;https:\/\//,
    load: async () => (await import('./artifactory.js')).artifactoryLogin,
  },
  { matches: of(quay), chosenBy: /^[^\s;]+\+[^\s;]+$/, load: async () => (await import('./quay.js')).quayLogin },
  { matches: (host) => host === 'cgr.dev', load: async () => (await import('./chainguard.js')).chainguardLogin },
];

/** Registries of these kinds. */
function of(...kinds: readonly { readonly matches?: (host: string) => boolean }[]): ProviderRow['matches'] {
  return (host) => kinds.some(({ matches }) => matches?.(host) === true);
}

/** The provider of this registry; undefined: it has none. */
export async function providerOf({ host }: RegistryName, oidc: string): Promise<LoginProvider | undefined> {
  const row = providers.find(({ matches }) => matches(host)) ?? providers.find(({ chosenBy }) => chosenBy?.test(oidc));
  return row?.load();
}

/** The environment variable that has `oidc` for this registry; undefined without one. */
export function oidcVariable({ host }: RegistryName): string | undefined {
  return providers.find(({ matches }) => matches(host))?.variable;
}
