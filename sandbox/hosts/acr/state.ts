import type { RunningRegistry } from '../../registries/index.js';
import { createThrottle, type Throttle } from '../../throttle.js';
import { createRegistryAccounts, type RegistryAccounts } from '../registry-accounts.js';
import { type AcrTokens, createAcrTokens } from './tokens.js';

/** What a scope map, or a role, allows: `content/read` is `pull`, `content/write` is `push`, and so on. */
export type AcrAction = 'pull' | 'push' | 'delete' | 'metadata_read' | 'metadata_write' | 'catalog';

/** What can be switched off for a repository, a tag or a manifest. */
export interface AcrAttributes {
  readonly deleteEnabled: boolean;
  readonly writeEnabled: boolean;
  readonly readEnabled: boolean;
  readonly listEnabled: boolean;
}

/** A registry of Azure. Its users are the admin, service principals, and tokens with a scope map. */
export interface Acr extends RegistryAccounts {
  /** `NAME.azurecr.io` */
  readonly loginServer: string;
  /** Whether rights are given by the repository: then a scope must name each of them. */
  readonly abac: boolean;
  readonly tokens: AcrTokens;
  /** User → what his scope map allows; everything for one who has none. */
  readonly permissions: Map<string, ReadonlySet<AcrAction>>;
  /** Client IDs of Entra that have a role here: users without a password. */
  readonly principals: Set<string>;
  /** Whether tokens for Azure's management are exchanged, too; Microsoft advises against it. */
  armTokens: boolean;
  readonly throttle: Throttle;
  /** `name`, `name:tag` or `name@digest` → what is switched off there. */
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

/** A repository comes with its first manifest and goes with its last. */
export function repositoryExists(acr: Acr, name: string): boolean {
  return acr.registry.ledger.manifests(name).size > 0;
}

/** What this user (or nobody) may do in the repositories that are open to him. */
export function permitted(acr: Acr, user: string | undefined): readonly AcrAction[] {
  return user === undefined ? [] : [...(acr.permissions.get(user) ?? ALL_ACTIONS)];
}

/** The actions, of those asked for, that this user (or nobody) has on a repository. */
export function granted(acr: Acr, user: string | undefined, name: string, asked: readonly string[]): string[] {
  const repository = acr.repositories.get(name);
  const open: readonly AcrAction[] = repository?.private === false ? ['pull', 'metadata_read'] : [];
  // A push to a repository that is not there makes it.
  const own = repository === undefined || repository.members.has(user ?? '') ? permitted(acr, user) : [];
  const all = [...new Set([...open, ...own])].filter((action) => action !== 'catalog');
  return asked.includes('*') ? all : all.filter((action) => asked.includes(action));
}

export function attributesOf(acr: Acr, key: string): AcrAttributes {
  return { deleteEnabled: true, writeEnabled: true, readEnabled: true, listEnabled: true, ...acr.locks.get(key) };
}

/** Whether one of these must not be deleted: what cannot be written cannot be deleted either. */
export function isLocked(acr: Acr, keys: readonly string[]): boolean {
  return keys.map((key) => attributesOf(acr, key)).some((one) => !(one.deleteEnabled && one.writeEnabled));
}
