import type { RegistryName, RepositoryName } from '../../../images/name.js';
import { asFailure } from '../../../lib/errors.js';
import type { Credentials } from '../../../registries/auth/credentials.js';
import { connectRegistry, type Registry } from '../../../registries/registry.js';
import type { RegistrySettings } from '../../../registries/session.js';
import type { Context } from '../../command.js';
import { type CredentialInputs, readCredentials } from './credentials.js';
import { homeRegistry, type ImageInputs, organizationIn } from './home-registry.js';
import { registryAuth } from './registry-auth.js';
import { grouped, type Input, oneLine, secret, text } from './types.js';

/** The inputs of every command that sends requests to a registry. @param images those of its inputs that name images */
export function registryInputs(images: ImageInputs) {
  return grouped('Registry', {
    registry: registryInput(images),
    namespace: text({
      help: 'Set the namespace (user, organization or project) of image names without one.',
      placeholder: 'NAME',
      fallbackHelp: 'on GHCR the owner, else none',
    }),
    ...credentialInputsFor(images),
  });
}

/** The credentials for registries; on Docker Hub `oidc` finds the organization in the names of these images. */
export function credentialInputsFor(images: ImageInputs) {
  return {
    ...credentialInputs,
    username: {
      ...credentialInputs.username,
      infer: (texts: ReadonlyMap<string, string>) =>
        texts.get('username') ?? (texts.has('oidc') ? organizationIn(texts, images) : undefined),
    },
  };
}

/** The credentials for registries. */
export const credentialInputs = {
  username: text({
    help: 'Set the user name for the registry.',
    placeholder: 'NAME',
    fallbackHelp:
      'the credentials in the Docker config, which docker/login-action and the login actions of cloud providers write; for ECR, then the AWS credentials in the environment; else anonymous requests',
  }),
  password: secret({ help: 'Set the password for the registry. Prefer an access token.' }),
  oidc: text({
    help: 'Log in with the OIDC identity of the pipeline, without a password. The value depends on the registry: the ID of an OIDC connection (Docker Hub), the ARN of a role (ECR), a provider of a workload identity pool (Artifact Registry), `TENANT-ID/CLIENT-ID` (ACR), the name of a provider (Artifactory), a robot account (Quay), an identity (Chainguard); see docs/keyless.md. Append `;audience=AUDIENCE` to set the audience of the ID token.',
    placeholder: 'VALUE',
  }),
  'id-token': secret({
    help: 'Set the ID token for `oidc`. Not needed in GitHub Actions (with `permissions: id-token: write`), Bitbucket Pipelines and Buildkite. In GitLab CI, declare it in the job: `id_tokens: { IMAGE_GATE_ID_TOKEN: … }`.',
  }),
  'registry-auth': registryAuth,
};

/** The registry of names without one, and of `username`, `password` and `oidc`. */
export function registryInput(images: ImageInputs): Input<string> {
  return {
    type: 'text',
    help: 'Set the registry (`host` or `host:port`) of image names without one, and of `username`, `password` and `oidc`. A loopback host, or `http://` in front of the host, selects plain HTTP.',
    placeholder: 'HOST',
    fallbackHelp: 'the registry that all image names begin with, else `docker.io`',
    absent: 'docker.io',
    read: oneLine,
    infer: (texts) => homeRegistry(texts, images),
  };
}

/** The registry, with the credentials that the inputs or the Docker config have for it. Nothing is sent yet. */
export async function connectWith(
  registry: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<Registry> {
  return connectRegistry(registry, await registrySettings(registry, inputs, context));
}

/** The settings of a session with this registry. */
export async function registrySettings(
  registry: RegistryName,
  inputs: CredentialInputs,
  context: Context,
): Promise<RegistrySettings> {
  const credentials = await readCredentials(registry, inputs, context);
  return { ...context, ...credentials, mask: context.log.secret, warn: context.log.warn };
}

/** A registry that is connected to. */
export interface Connection {
  readonly registry: Registry;
  /**
   * The account that requests for this repository are made with, without any secret: another account may have other
   * permissions.
   */
  accountFor(repository: RepositoryName): Promise<string>;
}

/** One connection for each registry, so that what one image taught about it (tokens) serves the others. */
export function createConnections(
  inputs: CredentialInputs,
  context: Context,
): (registry: RegistryName) => Promise<Connection> {
  const open = new Map<string, Promise<Connection>>();
  const connect = async (name: RegistryName): Promise<Connection> => {
    const settings = await registrySettings(name, inputs, context);
    return {
      registry: connectRegistry(name, settings),
      accountFor: async ({ path }) => accountOf((await settings.credentialsOf?.(path)) ?? settings.credentials),
    };
  };
  return (name) => {
    const known = open.get(name.host) ?? connect(name);
    open.set(name.host, known);
    return known;
  };
}

/**
 * Before any request: credentials that make no sense are no matter of a single image.
 * @throws Failure (usage)
 */
export async function refuseCredentials(
  registries: readonly RegistryName[],
  connect: ReturnType<typeof createConnections>,
): Promise<void> {
  for (const one of await Promise.allSettled(registries.map(connect))) {
    if (one.status === 'rejected' && asFailure(one.reason).kind === 'usage') throw one.reason;
  }
}

function accountOf(credentials: Credentials): string {
  if (credentials.kind === 'anonymous' || credentials.kind === 'bearer') return credentials.kind;
  if (credentials.kind === 'issued') return `${credentials.kind} ${credentials.account}`;
  return `${credentials.kind} ${credentials.username}`;
}
