import { parseRegistry, type RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { isObject } from '../../../registries/oci/manifest.js';
import { checkUserName, type Input, secretLine } from './types.js';

/** Credentials for one registry. */
export interface RegistryLogin {
  readonly registry: RegistryName;
  readonly username: string;
  readonly password: string;
}

const keys = ['registry', 'username', 'password'] as const;
const example =
  'Write a YAML or JSON list: [{"registry": "registry.example.com", "username": "NAME", "password": "SECRET"}]';

/** Credentials for several registries, as docker/login-action takes them. */
export const registryAuth: Input<readonly RegistryLogin[]> = {
  type: 'secret',
  help: 'Set the credentials for several registries: a YAML or JSON list of `{registry, username, password}`. They take precedence over the Docker config.',
  placeholder: 'LIST',
  absent: [],
  masks: (logins) => logins.map(({ password }) => password),
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
  const [registry = 'docker.io', username, password] = keys.map((key) => textIn(entry, key, where));
  if (username === undefined || password === undefined) {
    throw usageFailure(
      `${where} has no ${username === undefined ? 'username' : 'password'}`,
      'A secret that does not exist is empty: check its name.',
    );
  }
  checkUserName(username, memberOf(where, 'username'));
  return { registry: parseRegistry(registry), username, password };
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
