import type { RegistryName, RepositoryName } from '../../images/name.js';
import { acr } from './acr/index.js';
import { dockerHub } from './docker-hub/index.js';
import type { DriverKind } from './driver.js';
import { ecr, ecrPublic } from './ecr/index.js';
import { gar } from './gar/index.js';
import { ghcr } from './ghcr/index.js';
import { gitlab } from './gitlab/index.js';
import { harbor } from './harbor/index.js';
import { oci } from './oci.js';
import { quay } from './quay/index.js';
import { checkPathParts } from './traits.js';

/** Every kind of registry that something is known of: a new one is one file and one line here. */
export const kinds: readonly DriverKind[] = [dockerHub, ghcr, quay, ecr, ecrPublic, gar, acr, harbor, gitlab];

/**
 * The kind of this registry. One that no row matches is an ordinary OCI registry.
 * @param service the token service that its challenge named, where it has come to one
 * @param realm the address of that service
 */
export function kindOf({ host }: RegistryName, service?: string, realm?: URL): DriverKind {
  return (
    kinds.find((kind) => kind.matches?.(host)) ??
    kinds.find((kind) => service !== undefined && kind.matchesService?.(service, host, realm)) ??
    oci
  );
}

/** True if the host alone shows the kind of this registry. */
export function isKnownHost({ host }: RegistryName): boolean {
  return kinds.some((kind) => kind.matches?.(host));
}

/** The origin of the registry's API: `https://registry-1.docker.io`, `http://localhost:5000`. */
export function apiOrigin(registry: RegistryName): URL {
  const host = kindOf(registry).apiHost ?? registry.host;
  return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}

/** @throws Failure (usage) for a name that the registry cannot have */
export function checkPath(name: RepositoryName): void {
  checkPathParts(name, kindOf(name.registry));
}
