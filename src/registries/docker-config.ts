import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { usageFailure } from '../errors.js';
import { cleanLine } from '../http/words.js';
import type { RegistryName } from '../images/name.js';
import { parseJson } from '../parse-json.js';
import { callHelper, type HelperSettings, helperProgram } from './credential-helper.js';
import { anonymous, type Credentials } from './credentials.js';
import { isObject, texts } from './manifest.js';
import { profileOf } from './profiles.js';

interface Settings extends HelperSettings {
  readonly warn: (text: string) => void;
}

/**
 * The credentials that `docker login`, `docker/login-action` and the clouds' login actions left for this registry:
 * its credential helper, then the credential store, then `auths`; anonymous when there are none.
 * @throws Failure (usage) when the file is there and is not a Docker config.
 */
export async function dockerConfigCredentials(registry: RegistryName, settings: Settings): Promise<Credentials> {
  const file = configFile(settings.environment);
  const config = await readConfig(file);
  const keys = keysOf(registry);
  const helper = helperOf(config, keys);
  const helped = helper === undefined ? undefined : await askHelper(helper, keys[0], settings);
  return helped ?? entryOf(config.auths, keys, file) ?? anonymous;
}

/** Where the Docker config is: in `$DOCKER_CONFIG`, or in `.docker` of the home directory that Docker takes (moby, pkg/homedir). */
export function configFile(environment: Settings['environment'], platform = process.platform): string {
  const folder = environment.DOCKER_CONFIG || join(homeFolder(environment, platform), '.docker');
  return join(folder, 'config.json');
}

/** On Windows HOME is a matter of Git's shell, and may be elsewhere. The working directory is nobody's home. */
function homeFolder({ HOME, USERPROFILE }: Settings['environment'], platform: NodeJS.Platform): string {
  return (platform === 'win32' ? USERPROFILE : HOME) || homeOfUser();
}

/** A user without an entry of its own has none: container runtimes say `/` then. */
function homeOfUser(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '/';
  }
}

/** @throws Failure (usage) when the file is there and is not a Docker config. One that is missing is an empty one. */
export async function readConfig(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return '{}';
    throw usageFailure(
      `the Docker config ${file} cannot be read: ${fault.code}`,
      'Give username and password, or another DOCKER_CONFIG.',
    );
  });
  // An empty file is no config, and none is an empty one: so the Docker command line takes it.
  const config = parseJson(text.trim() || '{}');
  if (isObject(config)) return config;
  throw usageFailure(
    `the Docker config ${file} is not a JSON object`,
    'Sign in again with docker login, or give username and password.',
  );
}

/** The names that a registry's credentials may stand under; the first is the one that Docker uses. */
export function keysOf(registry: RegistryName): readonly [string, ...string[]] {
  const [first = registry.host, ...others] = profileOf(registry).configKeys ?? [];
  return [first, ...others];
}

/** The name of the helper that keeps this registry's credentials; undefined: the file does. */
export function helperOf(config: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const helpers = texts(config.credHelpers);
  return keys.map((key) => helpers[key]).find((name) => name) ?? asText(config.credsStore);
}

/** An entry may be written with a scheme and a path: `https://ghcr.io/v2/`. */
function entryOf(auths: unknown, keys: readonly string[], file: string): Credentials | undefined {
  if (!isObject(auths)) return undefined;
  const bare = (key: string) =>
    key
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, '')
      .toLowerCase();
  const wanted = new Set(keys.map(bare));
  const exact = keys.find((key) => key in auths) ?? Object.keys(auths).find((key) => wanted.has(bare(key)));
  const entry = exact === undefined ? undefined : auths[exact];
  return isObject(entry) ? readEntry(entry, exact ?? '', file) : undefined;
}

function readEntry(entry: Record<string, unknown>, key: string, file: string): Credentials | undefined {
  const registryToken = asText(entry.registrytoken);
  if (registryToken !== undefined) {
    if (/^[\x21-\x7e]+$/.test(registryToken)) return { kind: 'bearer', token: registryToken };
    throw usageFailure(
      `the entry ${JSON.stringify(key)} in ${file} has a registrytoken that no header can hold`,
      'Sign in again with docker login.',
    );
  }
  const auth = asText(entry.auth);
  const pair = Buffer.from(auth ?? '', 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (auth !== undefined && colon < 1) {
    throw usageFailure(
      `the entry ${JSON.stringify(key)} in ${file} has an auth that is not user:password in base64`,
      'Sign in again with docker login.',
    );
  }
  const username = pair === '' ? asText(entry.username) : pair.slice(0, colon);
  const password = pair === '' ? asText(entry.password) : pair.slice(colon + 1).replace(/\0+$/, '');
  const identity = asText(entry.identitytoken);
  if (identity !== undefined) return { kind: 'identity', username: username ?? '<token>', token: identity };
  return username === undefined || password === undefined || password === ''
    ? undefined
    : { kind: 'password', username, password };
}

/** Asks the helper, with the registry on standard input. Without an answer the run goes on, and says so. */
async function askHelper(name: string, key: string, settings: Settings): Promise<Credentials | undefined> {
  const program = helperProgram(name);
  try {
    const { exitCode, stdout, stderr } = await callHelper(program, 'get', `${key}\n`, settings);
    if (exitCode === 0) {
      const answer = parseJson(stdout);
      // What it said is not shown: it may be a secret.
      if (!isObject(answer)) settings.warn(`${program} answered something that is not a JSON object`);
      return readHelped(answer);
    }
    const said = `${stdout} ${stderr}`;
    if (!/credentials not found/i.test(said))
      settings.warn(`${program} failed: ${cleanLine(said) || `exit code ${exitCode}`}`);
  } catch (fault) {
    if (settings.signal.aborted) throw settings.signal.reason;
    settings.warn(`${program}, which the Docker config names, could not be run: ${cleanLine(String(fault))}`);
  }
  return undefined;
}

function readHelped(value: unknown): Credentials | undefined {
  if (!isObject(value)) return undefined;
  const username = asText(value.Username);
  const secret = asText(value.Secret);
  if (username === undefined || secret === undefined) return undefined;
  return username === '<token>'
    ? { kind: 'identity', username, token: secret }
    : { kind: 'password', username, password: secret };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
