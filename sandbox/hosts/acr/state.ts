import type { RunningRegistry } from '../../registries/index.js';
import { createThrottle, type Throttle } from '../../throttle.js';
import { createRegistryAccounts, type RegistryAccounts } from '../registry-accounts.js';
import { type AcrTokens, createAcrTokens } from './tokens.js';

/** A permission of a scope map or a role: `content/read` is `pull`, `content/write` is `push`, and so on. */
export type AcrAction = 'pull' | 'push' | 'delete' | 'metadata_read' | 'metadata_write' | 'catalog';

/** The switches of a repository, a tag or a manifest. */
export interface AcrAttributes {
  readonly deleteEnabled: boolean;
  readonly writeEnabled: boolean;
  readonly readEnabled: boolean;
  readonly listEnabled: boolean;
}

/** An Azure registry. Its users are the admin, service principals, and tokens with a scope map. */
export interface Acr extends RegistryAccounts {
  /** `NAME.azurecr.io` */
  readonly loginServer: string;
  /** True if permissions are granted by repository: then a scope must name each one. */
  readonly abac: boolean;
  readonly tokens: AcrTokens;
  /** User → permissions of its scope map; absent: no scope map, all permissions. */
  readonly permissions: Map<string, ReadonlySet<AcrAction>>;
  /** Client IDs of Entra with a role on this registry: users without a password. */
  readonly principals: Set<string>;
  /** True if tokens for Azure Resource Manager can be exchanged, too (`authentication-as-arm`). */
  armTokens: boolean;
  readonly throttle: Throttle;
  /** `name`, `name:tag` or `name@digest` → its switches; absent: all on. */
  readonly locks: Map<string, Partial<AcrAttributes>>;
}

const ALL_ACTIONS: readonly AcrAction[] = ['pull', 'push', 'delete', 'metadata_read', 'metadata_write', 'catalog'];

export function createAcrState(registry: RunningRegistry, loginServer: string, abac: boolean): Acr {
  return Object.assign(createRegistryAccounts(registry), {
    loginServer,
    abac,
    tokens: createAcrTokens(loginServer, abac),
    principals: new Set<string>(),
    armTokens: true,
    throttle: createThrottle(),
    permissions: new Map<string, ReadonlySet<AcrAction>>(),
    locks: new Map<string, Partial<AcrAttributes>>(),
  });
}

/** A repository exists as long as it has a manifest. */
export function repositoryExists(acr: Acr, name: string): boolean {
  return acr.registry.ledger.manifests(name).size > 0;
}

/** The permissions of a user (or of an anonymous request) on the repositories that it is a member of. */
export function permitted(acr: Acr, user: string | undefined): readonly AcrAction[] {
  return user === undefined ? [] : [...(acr.permissions.get(user) ?? ALL_ACTIONS)];
}

/** Those of the requested actions that a user (or an anonymous request) has on a repository. */
export function granted(acr: Acr, user: string | undefined, name: string, asked: readonly string[]): string[] {
  const repository = acr.repositories.get(name);
  const open: readonly AcrAction[] = repository?.private === false ? ['pull', 'metadata_read'] : [];
  // A push creates the repository.
  const own = repository === undefined || repository.members.has(user ?? '') ? permitted(acr, user) : [];
  const all = [...new Set([...open, ...own])].filter((action) => action !== 'catalog');
  return asked.includes('*') ? all : all.filter((action) => asked.includes(action));
}

export function attributesOf(acr: Acr, key: string): AcrAttributes {
  return { deleteEnabled: true, writeEnabled: true, readEnabled: true, listEnabled: true, ...acr.locks.get(key) };
}

/** True if one of these cannot be deleted. `writeEnabled: false` forbids deletes, too. */
export function isLocked(acr: Acr, keys: readonly string[]): boolean {
  return keys.map((key) => attributesOf(acr, key)).some((one) => !(one.deleteEnabled && one.writeEnabled));
}
