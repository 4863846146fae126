import type { RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { RegistrySettings } from '../../../registries/session.js';
import type { Context } from '../../command.js';

/** The settings of a keyless login; with `idToken` if the pipeline passes the token. */
export interface KeylessInputs {
  readonly oidc: string;
  readonly username: string | undefined;
  readonly idToken: string | undefined;
}

/**
 * A login with the identity of the pipeline. Its code is loaded here: most runs have no use for it. Nothing is
 * requested yet.
 * @throws Failure (usage) for inputs that are not those of this registry, and without an ID token
 */
export async function keylessLogin(
  registry: RegistryName,
  inputs: KeylessInputs,
  context: Context,
): Promise<Pick<RegistrySettings, 'credentials' | 'accessKey'>> {
  const { openLogin } = await import('../../../registries/auth/oidc/open-login.js');
  return openLogin(registry, inputs, { ...context, mask: context.log.secret });
}

/**
 * The variable of the environment that stands in for `oidc` at this registry, with its value; undefined where it has
 * none.
 */
export async function oidcInEnvironment(
  registry: RegistryName,
  { environment }: Pick<Context, 'environment'>,
): Promise<string | undefined> {
  const { oidcVariable } = await import('../../../registries/auth/oidc/index.js');
  const variable = oidcVariable(registry);
  return variable === undefined ? undefined : environment[variable]?.trim() || undefined;
}

/** @throws Failure (usage) where a password is given too */
export function refusePassword(nameOfOidc: string, nameOfSecret: string, password: string | undefined): void {
  if (password === undefined) return;
  throw usageFailure(
    `${inputName(nameOfOidc)} and ${inputName(nameOfSecret)} are both given`,
    'A keyless login has no password: leave one of them out.',
  );
}
