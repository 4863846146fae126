import { usageFailure } from '../../lib/errors.js';
import { isObject, textOf } from '../../lib/json.js';
import type { Credentials } from './credentials.js';

/**
 * The credentials in an entry of `auths`; undefined where it has none.
 * @param key its key in the file, for messages
 * @throws Failure (usage) for an entry that cannot be used; nothing of it is shown
 */
export function readEntry(entry: unknown, key: string, file: string): Credentials | undefined {
  if (!isObject(entry)) return undefined;
  const registryToken = textOf(entry.registrytoken);
  if (registryToken !== undefined) {
    if (/^[\x21-\x7e]+$/.test(registryToken)) return { kind: 'bearer', token: registryToken };
    throw usageFailure(
      `the entry ${JSON.stringify(key)} in ${file} has a registrytoken that no header can hold`,
      'Log in again with docker login.',
    );
  }
  const auth = textOf(entry.auth);
  const pair = Buffer.from(auth ?? '', 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (auth !== undefined && colon < 1) {
    throw usageFailure(
      `the entry ${JSON.stringify(key)} in ${file} has an auth that is not user:password in base64`,
      'Log in again with docker login.',
    );
  }
  const username = pair === '' ? textOf(entry.username) : pair.slice(0, colon);
  const password = pair === '' ? textOf(entry.password) : pair.slice(colon + 1).replace(/\0+$/, '');
  const identity = textOf(entry.identitytoken);
  if (identity !== undefined) return { kind: 'identity', username: username ?? '<token>', token: identity };
  return username === undefined || password === undefined || password === ''
    ? undefined
    : { kind: 'password', username, password };
}

/** The credentials in the answer of a credential helper; undefined where it has none. */
export function readHelped(value: unknown): Credentials | undefined {
  if (!isObject(value)) return undefined;
  const username = textOf(value.Username);
  const secret = textOf(value.Secret);
  if (username === undefined || secret === undefined) return undefined;
  return username === '<token>'
    ? { kind: 'identity', username, token: secret }
    : { kind: 'password', username, password: secret };
}
