import { basicHeader } from '../../../http/headers.js';
import { parseRegistry, type RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName, usernameAndPassword } from '../../../lib/input-names.js';
import { anonymous, type Credentials } from '../../../registries/auth/credentials.js';
import { readDockerConfig } from '../../../registries/auth/docker-config.js';
import { issuedCredentials } from '../../../registries/auth/issued-credentials.js';
import { kindOf } from '../../../registries/drivers/index.js';
import type { RegistrySettings } from '../../../registries/session.js';
import type { Context } from '../../command.js';
import type { RegistryLogin } from './registry-auth.js';
import { checkUserName } from './types.js';

/** The inputs that carry credentials. Each credential is for one registry, and is sent to no other. */
export interface CredentialInputs {
  /** The registry of `username` and `password`. */
  readonly registry: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly 'registry-auth': readonly RegistryLogin[];
}

export type ReadCredentials = Pick<RegistrySettings, 'credentials' | 'credentialsOf' | 'credentialsToPush'>;

/**
 * The credentials for a registry, masked: `username` and `password` where `registry` is this one, else its entry in
 * `registry-auth`, else the Docker config's, else what the environment has for registries of this kind, else none. Those of
 * the inputs are for all of the registry; the Docker config may have others for single repositories, each of which is looked
 * up once.
 * @throws Failure (usage) when only one half is given, when both inputs are for this registry, or for a name that Basic cannot carry
 */
export async function readCredentials(
  registry: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<ReadCredentials> {
  const given = givenCredentials(registry, inputs);
  if (given !== undefined) return { credentials: masked(given, context) };
  const configured = await readDockerConfig(registry, { ...context, warn: context.log.warn });
  const found = masked(await configured.home(), context);
  const home = found.kind === 'anonymous' ? fromEnvironment(registry, context) : { credentials: found };
  const { of } = configured;
  if (of === undefined) return home;
  const known = new Map<string, Promise<Credentials | undefined>>();
  return {
    ...home,
    credentialsOf(path) {
      const finding = known.get(path) ?? of(path).then((found) => found && masked(found, context));
      known.set(path, finding);
      return finding;
    },
  };
}

/** Nothing is requested yet. */
function fromEnvironment(registry: RegistryName, context: Context): ReadCredentials {
  const { environmentLogin: login } = kindOf(registry);
  if (login?.isConfigured(context.environment) !== true) return { credentials: anonymous };
  const settings = { ...context, mask: context.log.secret };
  const issue = async () => (await login.load())(registry, settings);
  const issued = issuedCredentials(login.username, issue, context.now);
  return login.for === 'everything' ? { credentials: issued } : { credentials: anonymous, credentialsToPush: issued };
}

function masked(credentials: Credentials, { log }: Context): Credentials {
  for (const hidden of secretsOf(credentials)) log.secret(hidden);
  return credentials;
}

function givenCredentials({ host }: RegistryName, inputs: CredentialInputs): Credentials | undefined {
  const { username, password } = inputs;
  checkPair('username', username, 'password', password);
  const login = inputs['registry-auth'].find(({ registry }) => registry.host === host);
  if (username !== undefined && password !== undefined && parseRegistry(inputs.registry).host === host) {
    if (login === undefined) return { kind: 'password', username, password };
    throw usageFailure(
      `${inputName('registry-auth')} has credentials for ${host}, and so have ${usernameAndPassword}`,
      'Give one of them.',
    );
  }
  return login && { kind: 'password', username: login.username, password: login.password };
}

/** @throws Failure (usage) when only one half is given, or for a name with a colon, which ends it (RFC 7617) */
export function checkPair(
  nameOfUser: string,
  user: string | undefined,
  nameOfSecret: string,
  given: string | undefined,
): void {
  if (user !== undefined && given === undefined)
    throw usageFailure(
      `${inputName(nameOfUser)} is given, and ${inputName(nameOfSecret)} is not`,
      `Give both, or neither.`,
    );
  if (user === undefined && given !== undefined)
    throw usageFailure(
      `${inputName(nameOfSecret)} is given, and ${inputName(nameOfUser)} is not`,
      `Give both, or neither.`,
    );
  if (user !== undefined) checkUserName(user, inputName(nameOfUser));
}

function secretsOf(credentials: Credentials): readonly string[] {
  if (credentials.kind === 'anonymous' || credentials.kind === 'issued') return [];
  if (credentials.kind === 'bearer') return [credentials.token];
  const given = credentials.kind === 'password' ? credentials.password : credentials.token;
  return [given, basicHeader(credentials.username, given).replace('Basic ', '')];
}
