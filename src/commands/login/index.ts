import { parseRegistry } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, usernameAndPassword } from '../../lib/input-names.js';
import type { Credentials } from '../../registries/auth/credentials.js';
import { openDockerConfig } from '../../registries/auth/docker-config-saving.js';
import { logIn } from '../../registries/auth/login.js';
import type { Command, Context } from '../command.js';
import { ownLogin, readCredentials } from '../shared/inputs/credentials.js';
import { type LoginInputs, loginInputs } from './inputs.js';
import { type LoginResult, reportLogin } from './report.js';

/** Do these credentials work? On request it saves them for Docker. */
export const login: Command<LoginInputs, LoginResult> = {
  name: 'login',
  summary:
    'Test registry credentials and report the authentication scheme. Optionally save the credentials to the Docker config.',
  inputs: loginInputs,
  positional: ['registry'],
  examples: [
    'registry.example.com --username ada --password - < token.txt',
    'acme.azurecr.io --oidc TENANT-ID/CLIENT-ID --save',
  ],
  outputs: {
    authenticated:
      '`true` if the registry accepted the credentials, else `false`: also without credentials, and if the registry requires none.',
    expires: 'The time when the password of a keyless login expires (RFC 3339). Empty for other credentials.',
    scheme: 'The authentication scheme of the registry: `bearer`, `basic`, or `none`.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runLogin,
  report: reportLogin,
};

async function runLogin(inputs: LoginInputs, context: Context): Promise<LoginResult> {
  const registry = parseRegistry(inputs.registry);
  const { save } = inputs;
  const given = await ownLogin(inputs, context);
  if (save && given === undefined) {
    throw usageFailure(
      `${inputName('save')} is given, and neither ${usernameAndPassword} nor ${inputName('oidc')} are`,
      'Only credentials that are given here can be saved.',
    );
  }
  // A config that cannot be used is reported before the password goes anywhere.
  const config = save ? await openDockerConfig(registry, context) : undefined;
  const found = await readCredentials(registry, { ...inputs, 'registry-auth': [] }, context);
  const credentials = found.credentialsToPush ?? found.credentials;
  const outcome = await logIn(registry, {
    ...context,
    credentials,
    mask: context.log.secret,
    warn: context.log.warn,
  });
  if (outcome.kind === 'unchecked') {
    context.log.warn(`${registry.host} accepts anonymous requests: the credentials could not be verified.`);
  }
  const known = outcome.kind === 'refused' ? undefined : await passwordOf(credentials);
  return {
    registry: registry.host,
    username: known?.username ?? (credentials.kind === 'password' ? credentials.username : undefined),
    anonymous: credentials.kind === 'anonymous',
    login: outcome,
    until: known?.until,
    saved: known && (await config?.save(known)),
  };
}

/** The user name and the password; undefined if none exist. */
async function passwordOf(credentials: Credentials): Promise<KnownPassword | undefined> {
  if (credentials.kind === 'issued') return credentials.current();
  return credentials.kind === 'password' ? { ...credentials, until: undefined } : undefined;
}

interface KnownPassword {
  readonly username: string;
  readonly password: string;
  /** When it ends, where that is known. */
  readonly until: Date | undefined;
}
