import { parseRegistry } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, usernameAndPassword } from '../../lib/input-names.js';
import { openDockerConfig } from '../../registries/auth/docker-config-saving.js';
import { logIn } from '../../registries/auth/login.js';
import type { Command, Context } from '../command.js';
import { checkPair, readCredentials } from '../shared/inputs/credentials.js';
import { type LoginInputs, loginInputs } from './inputs.js';
import { type LoginResult, reportLogin } from './report.js';

/** Do these credentials work? On request it saves them for Docker. */
export const login: Command<LoginInputs, LoginResult> = {
  name: 'login',
  summary:
    'Report which authentication a registry requires and whether the credentials work; on request, save them for Docker.',
  inputs: loginInputs,
  positional: ['registry'],
  examples: ['registry.example.com --username ada --password - < token.txt'],
  outputs: {
    authenticated:
      '`true` if the registry accepted the credentials. `false` without credentials, if the registry refused them, or if it requires none.',
    scheme: 'The authentication scheme of the registry: `bearer`, `basic`, or `none`.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runLogin,
  report: reportLogin,
};

async function runLogin(inputs: LoginInputs, context: Context): Promise<LoginResult> {
  const registry = parseRegistry(inputs.registry);
  const { username, password, save } = inputs;
  checkPair('username', username, 'password', password);
  if (save && (username === undefined || password === undefined)) {
    throw usageFailure(
      `${inputName('save')} is given, and ${usernameAndPassword} are not`,
      'Only what is given here can be kept.',
    );
  }
  // A config that cannot be used is told before the password goes anywhere.
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
    context.log.warn(`${registry.host} takes anybody: whether the credentials are right could not be found out.`);
  }
  const keeps = config !== undefined && outcome.kind !== 'refused' && credentials.kind === 'password';
  return {
    registry: registry.host,
    username: credentials.kind === 'password' || credentials.kind === 'issued' ? credentials.username : undefined,
    anonymous: credentials.kind === 'anonymous',
    login: outcome,
    saved: keeps ? await config.save(credentials) : undefined,
  };
}
