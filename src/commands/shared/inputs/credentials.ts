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
import { keylessLogin, oidcInEnvironment, refusePassword } from './keyless.js';
import type { GivenLogin, RegistryLogin } from './registry-auth.js';
import { checkUserName } from './types.js';

/** The inputs that carry credentials. Each credential is for one registry, and is sent to no other. */
export interface CredentialInputs {
  /** The registry of `username`, `password` and `oidc`. */
  readonly registry: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly oidc: string | undefined;
  readonly 'id-token': string | undefined;
  readonly 'registry-auth': readonly RegistryLogin[];
}

export type ReadCredentials = Pick<
  RegistrySettings,
  'credentials' | 'credentialsOf' | 'credentialsToPush' | 'accessKey'
>;

/**
 * The credentials for a registry, masked: `username` and `password`, or a login by `oidc`, where `registry` is this one, else
 * its entry in `registry-auth`, else the Docker config's, else what the environment has for registries of this kind, else
 * none. Those of the inputs are for all of the registry; the Docker config may have others for single repositories, each of
 * which is looked up once.
 * @throws Failure (usage) when only one half is given, when both inputs are for this registry, for a name that Basic cannot
 * carry, and for a keyless login that cannot be one
 */
export async function readCredentials(
  registry: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<ReadCredentials> {
  const given = await givenLogin(registry, inputs, context);
  if (given?.kind === 'password') {
    const { kind, username, password } = given;
    return { credentials: masked({ kind, username, password }, context) };
  }
  if (given !== undefined) return keylessLogin(registry, { ...given, idToken: inputs['id-token'] }, context);
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
  const issued = issuedCredentials(login.account, issue, context.now);
  return login.for === 'everything' ? { credentials: issued } : { credentials: anonymous, credentialsToPush: issued };
}

function masked(credentials: Credentials, { log }: Context): Credentials {
  for (const hidden of secretsOf(credentials)) log.secret(hidden);
  return credentials;
}

async function givenLogin(
  { host }: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<GivenLogin | undefined> {
  const own = await ownLogin(inputs, context);
  const listed = inputs['registry-auth'];
  if (inputs['id-token'] !== undefined && [own, ...listed].every((login) => login?.kind !== 'keyless')) {
    throw usageFailure(
      `${inputName('id-token')} is given, and ${inputName('oidc')} is not`,
      `An ID token is exchanged by ${inputName('oidc')}: give both, or neither.`,
    );
  }
  const login = listed.find(({ registry }) => registry.host === host);
  if (own === undefined || parseRegistry(inputs.registry).host !== host) return login;
  if (login === undefined) return own;
  throw usageFailure(
    `${inputName('registry-auth')} has credentials for ${host}, and so ${own.kind === 'keyless' ? `has ${inputName('oidc')}` : `have ${usernameAndPassword}`}`,
    'Give one of them.',
  );
}

/**
 * The login that inputs of their own are for.
 * @throws Failure (usage) when only one half is given, or two ways are
 */
export async function ownLogin(
  inputs: OwnInputs,
  context: Pick<Context, 'environment'>,
): Promise<GivenLogin | undefined> {
  const { registry, username, password, oidc } = inputs;
  if (oidc !== undefined) return keyless(oidc, inputs);
  const isHalf = username !== undefined && password === undefined;
  const standsIn = isHalf ? await oidcInEnvironment(parseRegistry(registry), context) : undefined;
  if (standsIn !== undefined) return keyless(standsIn, inputs);
  checkPair('username', username, 'password', password);
  return username === undefined || password === undefined ? undefined : { kind: 'password', username, password };
}

type OwnInputs = Pick<CredentialInputs, 'registry' | 'username' | 'password' | 'oidc'>;

function keyless(oidc: string, { username, password }: OwnInputs): GivenLogin {
  refusePassword('oidc', 'password', password);
  return { kind: 'keyless', oidc, username };
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
