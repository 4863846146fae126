import { parseRegistry, type RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { isObject } from '../../../lib/json.js';
import { checkUserName, type Input, secretLine } from './types.js';

/** The credentials for one registry. */
export type GivenLogin =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** With the identity of the pipeline. */
  | { readonly kind: 'keyless'; readonly oidc: string; readonly username: string | undefined };

export type RegistryLogin = GivenLogin & { readonly registry: RegistryName };

const keys = ['registry', 'username', 'password', 'oidc'] as const;
const example =
  'Write a YAML or JSON list: [{"registry": "registry.example.com", "username": "NAME", "password": "SECRET"}]';

/** Credentials for several registries, as docker/login-action takes them. */
export const registryAuth: Input<readonly RegistryLogin[]> = {
  type: 'secret',
  help: 'Set credentials for several registries: a YAML or JSON list of `{registry, username, password}` or `{registry, oidc}`. They take precedence over the Docker config.',
  placeholder: 'LIST',
  absent: [],
  masks: (logins) => logins.flatMap((login) => (login.kind === 'password' ? [login.password] : [])),
  read: parseLogins,
};

/** @throws Failure (usage), whose text has nothing of the secrets in it */
async function parseLogins(text: string, name: string): Promise<readonly RegistryLogin[]> {
  const { parseDocument } = await import('yaml');
  // The failsafe schema has texts alone: a password of digits stays as it was written.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    throw usageFailure(`${name} is not valid YAML or JSON (line ${error.linePos?.[0].line ?? 1})`, example);
  }
  const entries: unknown = document.toJS({ maxAliasCount: 0 });
  if (!Array.isArray(entries)) throw usageFailure(`${name} is not a list`, example);
  const logins = entries.map((entry, at) => readLogin(entry, `${name}: entry ${at + 1}`));
  const twice = logins.find(({ registry }, at) => logins.findIndex((one) => one.registry.host === registry.host) < at);
  if (twice === undefined) return logins;
  throw usageFailure(`${name} has ${twice.registry.host} twice`, 'Give each registry once.');
}

function readLogin(entry: unknown, where: string): RegistryLogin {
  if (!isObject(entry)) throw usageFailure(`${where} is not an object`, example);
  if (Object.keys(entry).some((key) => !keys.some((known) => known === key))) {
    throw usageFailure(`${where} has a key other than ${keys.join(', ')}`, example);
  }
  const [host = 'docker.io', username, password, oidc] = keys.map((key) => textIn(entry, key, where));
  const registry = parseRegistry(host);
  if (username !== undefined) checkUserName(username, memberOf(where, 'username'));
  if (oidc !== undefined) {
    if (password === undefined) return { kind: 'keyless', registry, oidc, username };
    throw usageFailure(
      `${where} has both password and oidc`,
      'A keyless login has no password: leave one of them out.',
    );
  }
  if (username === undefined || password === undefined) {
    throw usageFailure(
      `${where} has no ${username === undefined ? 'username' : 'password'}`,
      'A secret that does not exist is empty: check its name.',
    );
  }
  return { kind: 'password', registry, username, password };
}

function textIn(entry: Record<string, unknown>, key: string, where: string): string | undefined {
  const value = entry[key];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw usageFailure(`${where}: ${key} is not a text`, example);
  return secretLine(value, memberOf(where, key));
}

function memberOf(where: string, key: string): string {
  return `${where}: ${key}`;
}
