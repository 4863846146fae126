import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { RegistryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { usernameAndPassword } from '../../lib/input-names.js';
import { isObject, parseJson, textOf } from '../../lib/json.js';
import { texts } from '../oci/manifest.js';
import { type HelperSettings, runHelper } from './credential-helper.js';
import { anonymous, type Credentials } from './credentials.js';
import { readEntry } from './docker-config-entry.js';
import { findKey, hasPaths, keysOf, pathKeysOf } from './docker-config-keys.js';

interface Settings extends HelperSettings {
  readonly warn: (text: string) => void;
}

/** The credentials that a Docker config has for one registry. */
export interface ConfiguredCredentials {
  /** For the registry as a whole; anonymous if none exist. */
  home(): Promise<Credentials>;
  /**
   * For a single repository, by the longest path that has an entry of its own; undefined for one that none is for.
   * Absent where the file has no entry for a path of this registry.
   */
  readonly of?: (path: string) => Promise<Credentials | undefined>;
}

/**
 * Reads what `docker login`, `docker/login-action` and the clouds' login actions left for a registry. For the registry
 * as a whole: its credential helper, then the credential store, then `auths`. An entry for a path in the registry, in
 * `credHelpers` or `auths`, is for that path alone (containers-auth.json(5), as Podman, Skopeo, crane and Kubernetes
 * read it). The file is read once; no helper runs yet.
 * @throws Failure (usage) when the file exists and is not a Docker config.
 */
export async function readDockerConfig(registry: RegistryName, settings: Settings): Promise<ConfiguredCredentials> {
  const file = configFile(settings.environment);
  const config = await readConfig(file);
  const { auths, credHelpers } = config;
  const home = async () => {
    const keys = keysOf(registry);
    const helper = helperOf(config, keys);
    const helped = helper === undefined ? undefined : await runHelper(helper, keys[0], settings);
    return helped ?? entryOf(config, keys, file) ?? anonymous;
  };
  if (!hasPaths({ ...texts(credHelpers), ...(isObject(auths) ? auths : {}) }, registry)) return { home };
  return {
    home,
    async of(path) {
      for (const keys of pathKeysOf({ registry, path })) {
        const found = (await helpedOf(config, keys, settings)) ?? entryOf(config, keys, file);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** An empty entry of a path means that the credential store has the credentials. */
async function helpedOf(
  { auths, credHelpers, credsStore }: Record<string, unknown>,
  keys: readonly string[],
  settings: Settings,
): Promise<Credentials | undefined> {
  const helpers = texts(credHelpers);
  const entries = isObject(auths) ? auths : {};
  const [named, listed] = [findKey(helpers, keys), findKey(entries, keys)];
  if (named !== undefined) return runHelper(helpers[named] ?? '', named, settings);
  const store = textOf(credsStore);
  if (store === undefined || listed === undefined || !isEmpty(entries[listed])) return undefined;
  return runHelper(store, listed, settings);
}

/**
 * The path of the Docker config: in `$DOCKER_CONFIG`, or in `.docker` of the home directory that Docker takes (moby,
 * pkg/homedir).
 */
export function configFile(environment: Settings['environment'], platform = process.platform): string {
  const folder = environment.DOCKER_CONFIG || join(homeFolder(environment, platform), '.docker');
  return join(folder, 'config.json');
}

/** On Windows HOME is a matter of Git's shell, and may be elsewhere. The working directory is not a home. */
function homeFolder({ HOME, USERPROFILE }: Settings['environment'], platform: NodeJS.Platform): string {
  return (platform === 'win32' ? USERPROFILE : HOME) || homeOfUser();
}

/** A user without an entry of its own has none: container runtimes use `/` then. */
function homeOfUser(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '/';
  }
}

/** @throws Failure (usage) when the file exists and is not a Docker config. One that is missing is an empty one. */
export async function readConfig(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '{}';
    throw usageFailure(
      `the Docker config ${file} cannot be read: ${error.code}`,
      `Give ${usernameAndPassword}, or another DOCKER_CONFIG.`,
    );
  });
  // An empty file is not a config, and none is an empty one: so the Docker command line takes it.
  const config = parseJson(text.trim() || '{}');
  if (isObject(config)) return config;
  throw usageFailure(
    `the Docker config ${file} is not a JSON object`,
    `Log in again with docker login, or give ${usernameAndPassword}.`,
  );
}

/** The name of the helper that keeps this registry's credentials; undefined: the file does. */
export function helperOf(config: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const helpers = texts(config.credHelpers);
  const key = findKey(helpers, keys);
  return textOf(key === undefined ? undefined : helpers[key]) ?? textOf(config.credsStore);
}

function entryOf({ auths }: Record<string, unknown>, keys: readonly string[], file: string): Credentials | undefined {
  const key = isObject(auths) ? findKey(auths, keys) : undefined;
  return key === undefined || !isObject(auths) ? undefined : readEntry(auths[key], key, file);
}

/** An entry that exists and has no credentials. */
export function isEmpty(entry: unknown): boolean {
  return isObject(entry) && Object.keys(entry).length === 0;
}
