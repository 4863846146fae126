import { usageFailure } from '../errors.js';
import { basicHeader } from '../http/basic.js';
import { parseRegistry, type RegistryName } from '../images/name.js';
import type { Credentials } from '../registries/credentials.js';
import { dockerConfigCredentials } from '../registries/docker-config.js';
import { createDockerHub, type DockerHub } from '../registries/docker-hub.js';
import { connectRegistry, type Registry } from '../registries/registry.js';
import type { Context } from './command.js';
import { secret, text, type ValuesOf } from './inputs.js';

/** The inputs of every command that talks to a registry. */
export const registryInputs = {
  registry: text({
    help: 'The registry: host or host:port. `http://` in front, or a loopback host, means plain HTTP.',
    placeholder: 'HOST',
    fallback: 'docker.io',
  }),
  namespace: text({
    help: 'The namespace (user, organization, project) that the images are in. On ghcr.io the owner, where it is left empty.',
    placeholder: 'NAME',
  }),
  username: text({
    help: 'The user name for the registry. Without username and password the Docker config is used (docker/login-action and the clouds’ login actions write it); without either, anonymous.',
    placeholder: 'NAME',
  }),
  password: secret({ help: 'The password, or better an access token, for the registry.' }),
};

type RegistryValues = ValuesOf<typeof registryInputs>;

/** The registry, signed in to with the credentials of the inputs or of the Docker config. Nothing is sent yet. */
export async function connectWith(
  registry: RegistryName,
  inputs: Pick<RegistryValues, 'username' | 'password'>,
  context: Context,
): Promise<Registry> {
  const credentials = await readCredentials(registry, inputs, context);
  return connectRegistry(registry, { ...context, credentials, mask: context.log.secret, warn: context.log.warn });
}

/** A registry that is connected to. */
export interface Connection {
  readonly registry: Registry;
  /** Whose eyes see it, without any secret: what one account may read another may not. */
  readonly account: string;
}

/**
 * One connection for each registry, so that what one image taught about it (tokens) serves the others. The credentials
 * of the inputs go to `registry` alone; for others there is what the Docker config has for them.
 */
export function createConnections(
  inputs: Pick<RegistryValues, 'registry' | 'username' | 'password'>,
  context: Context,
): (registry: RegistryName) => Promise<Connection> {
  const open = new Map<string, Promise<Connection>>();
  const connect = async (name: RegistryName): Promise<Connection> => {
    const credentials = await readCredentials(name, credentialsFor(name, inputs), context);
    const settings = { ...context, credentials, mask: context.log.secret, warn: context.log.warn };
    return { registry: connectRegistry(name, settings), account: accountOf(credentials) };
  };
  return (name) => {
    const known = open.get(name.host) ?? connect(name);
    open.set(name.host, known);
    return known;
  };
}

/** The credentials of the inputs, where they are for this registry. */
export function credentialsFor(
  { host }: RegistryName,
  { registry, username, password }: Pick<RegistryValues, 'registry' | 'username' | 'password'>,
): Pick<RegistryValues, 'username' | 'password'> {
  const isHome = host === parseRegistry(registry).host;
  return isHome ? { username, password } : { username: undefined, password: undefined };
}

function accountOf(credentials: Credentials): string {
  if (credentials.kind === 'anonymous' || credentials.kind === 'bearer') return credentials.kind;
  return `${credentials.kind} ${credentials.username}`;
}

/** Docker Hub's own API, signed in to with the same credentials when it is first asked. Nothing is sent yet. */
export async function connectHub(
  inputs: Pick<RegistryValues, 'username' | 'password'>,
  context: Context,
): Promise<DockerHub> {
  const credentials = await readCredentials({ host: 'docker.io', plainHttp: false }, inputs, context);
  return createDockerHub({ ...context, credentials, mask: context.log.secret });
}

/**
 * The credentials for a registry: those given, else those of the Docker config, else none; masked.
 * @throws Failure (usage) when only one half is given, or a name that Basic cannot carry.
 */
export async function readCredentials(
  registry: RegistryName,
  { username, password }: Pick<RegistryValues, 'username' | 'password'>,
  context: Context,
): Promise<Credentials> {
  checkPair('username', username, 'password', password);
  const credentials: Credentials =
    username !== undefined && password !== undefined
      ? { kind: 'password', username, password }
      : await dockerConfigCredentials(registry, { ...context, warn: context.log.warn });
  for (const hidden of secretsOf(credentials)) context.log.secret(hidden);
  return credentials;
}

/** @throws Failure (usage) when only one half is given, or for a name with a colon, which ends it (RFC 7617) */
export function checkPair(
  nameOfUser: string,
  user: string | undefined,
  nameOfSecret: string,
  given: string | undefined,
): void {
  if (user !== undefined && given === undefined)
    throw usageFailure(`${nameOfUser} is given, and ${nameOfSecret} is not`, `Give both, or neither.`);
  if (user === undefined && given !== undefined)
    throw usageFailure(`${nameOfSecret} is given, and ${nameOfUser} is not`, `Give both, or neither.`);
  if (user?.includes(':')) throw usageFailure(`${nameOfUser} has a colon in it, which no user name can have`);
}

function secretsOf(credentials: Credentials): readonly string[] {
  if (credentials.kind === 'anonymous') return [];
  if (credentials.kind === 'bearer') return [credentials.token];
  const given = credentials.kind === 'password' ? credentials.password : credentials.token;
  return [given, basicHeader(credentials.username, given).replace('Basic ', '')];
}
