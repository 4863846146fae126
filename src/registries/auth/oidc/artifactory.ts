import { Failure, usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import type { IssuedPassword } from '../credentials.js';
import { claimsIn } from './claims.js';
import { jsonPost, lifeIn, passwordOf, secondsIn, sendExchange, tokenExchange, tokenIn } from './exchange.js';
import type { LoginProvider, LoginSettings } from './provider.js';

/** The name of a provider, and the platform where the name of the registry does not show it. */
const form = /^([\w.@-]+)(?:;(https:\/\/[^\s;/?#@]+\/?))?$/;
/** The audience for which JFrog's own clients request tokens. */
const audience = 'jfrog-github';

/** Artifactory, by an OIDC integration of the JFrog platform (docs.jfrog.com, "Exchange OIDC token"). */
export const artifactoryLogin: LoginProvider = {
  title: 'Artifactory',
  form: 'the name of an OIDC provider, and optionally ;https://PLATFORM',
  example: 'github;https://acme.jfrog.io',
  trust: 'the identity mapping of the OIDC provider (Administration, General Management, Manage Integrations)',
  refusals: [
    [/provider .*not found/i, 'oidc'],
    [/audience/i, 'aud'],
    [/issuer/i, 'iss'],
    [/expired/i, 'exp'],
  ],
  read(oidc, { registry }) {
    const [, provider, platform] = form.exec(oidc) ?? [];
    if (provider === undefined) return undefined;
    const origin = platform === undefined ? platformOf(registry.host, provider) : new URL(platform);
    return {
      audience,
      origins: [origin],
      open: (settings) => ({
        issue: () => settings.exchange((idToken) => exchange(idToken, provider, origin, settings)),
      }),
    };
  },
};

/**
 * The platform behind a registry. `acme.jfrog.io` is its own; `acme-docker.jfrog.io` may be the repository `docker` of
 * `acme` as well as the platform `acme-docker`, and the ID token must not go to another platform.
 * @throws Failure (usage) where the name does not show it
 */
function platformOf(host: string, provider: string): URL {
  const [, name] = /^([a-z0-9]+)\.jfrog\.io$/.exec(host) ?? [];
  if (name !== undefined || !host.endsWith('.jfrog.io')) return new URL(`https://${host}`);
  const [first] = host.split('-');
  throw usageFailure(
    `${inputName('oidc')} does not have the address of the JFrog platform, and ${host} does not show which it is`,
    `Add it, for example ${inputValue('oidc', `${provider};https://${first}.jfrog.io`)}.`,
  );
}

async function exchange(
  idToken: string,
  provider: string,
  origin: URL,
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const request = jsonPost(new URL('/access/api/v1/oidc/token', origin), {
    ...tokenExchange,
    subject_token: idToken,
    provider_name: provider,
  });
  const kindOf = ({ status }: { readonly status: number }) => (status === 404 ? 'authentication' : undefined);
  const { access_token, expires_in } = await sendExchange(request, settings, { kindOf });
  const token = tokenIn(access_token, request);
  const username = userOf(token);
  if (username === undefined) {
    throw new Failure('server', { operation: request.url.href, reason: 'an access token that names no user' });
  }
  const life = secondsIn(expires_in) || lifeIn(token);
  return passwordOf(token, { username, life, request }, settings);
}

/** The user of an access token: `jfac@01h2x…/users/ada`, `jfrt@01h2x…/users/ada`, or `ada`. */
function userOf(token: string): string | undefined {
  const { sub } = claimsIn(token) ?? {};
  if (typeof sub !== 'string') return undefined;
  const user = sub.startsWith('jfrt@') || sub.includes('/users/') ? sub.slice(sub.lastIndexOf('/') + 1) : sub;
  return /^[^\s:\p{Cc}]+$/u.test(user) ? user : undefined;
}
