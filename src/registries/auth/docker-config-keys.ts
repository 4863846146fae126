import type { RegistryName, RepositoryName } from '../../images/name.js';
import { kindOf } from '../drivers/index.js';

/** The names that a registry's credentials may have in a Docker config; the first is the one that Docker uses. */
export function keysOf(registry: RegistryName): readonly [string, ...string[]] {
  const [first = registry.host, ...others] = kindOf(registry).configKeys ?? [];
  return [first, ...others];
}

/**
 * The keys of a repository and of the paths above it, the longest first: `host/team/app`, `host/team`; not its host's
 * own.
 */
export function pathKeysOf({ registry, path }: RepositoryName): readonly (readonly string[])[] {
  const parts = path.split('/');
  const hosts = keysOf(registry).map(normalized);
  return parts.map((_part, at) => hosts.map((host) => `${host}/${parts.slice(0, parts.length - at).join('/')}`));
}

/** True if a key of this object is for a path in the registry. */
export function hasPaths(entries: object, registry: RegistryName): boolean {
  const hosts = keysOf(registry).map(normalized);
  return Object.keys(entries).some((key) => hosts.some((host) => normalized(key).startsWith(`${host}/`)));
}

/** The key in this object that is one of `keys`: as it is written, else in another form of the same address. */
export function findKey(entries: object, keys: readonly string[]): string | undefined {
  const written = keys.find((key) => Object.hasOwn(entries, key));
  if (written !== undefined) return written;
  const wanted = new Set(keys.map(normalized));
  return Object.keys(entries).find((key) => wanted.has(normalized(key)));
}

/**
 * `https://ghcr.io/v2/` is `ghcr.io`, `https://Registry.test/v1/team/` is `registry.test/team`: clients have written
 * keys with the scheme and with the version of the API.
 */
function normalized(key: string): string {
  const [, scheme, host = '', path = ''] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(key) ?? [];
  const version = scheme === undefined ? /^\/v[12]\/?$/ : /^\/v[12](?=\/|$)/;
  const rest = path.replace(version, '').replace(/\/+$/, '');
  return `${host.toLowerCase()}${rest}`;
}
