import type { Http } from '../../../http/client/http.js';
import type { RegistryName } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import type { AccessKey, IssuedCredentials } from '../credentials.js';
import { issuedCredentials } from '../issued-credentials.js';
import { createIdTokens, type IdTokenSettings, type IdTokens } from './id-token.js';
import { providerOf } from './index.js';
import type { LoginProvider, LoginSettings } from './provider.js';
import { explained } from './refusal.js';

/** The inputs of a keyless login. */
export interface LoginRequest {
  /** With `;audience=…` where another audience than the usual one is wanted. */
  readonly oidc: string;
  readonly username: string | undefined;
  /** The ID token that the pipeline hands over. */
  readonly idToken: string | undefined;
}

/** A login that nothing has been requested for yet. */
export interface KeylessLogin {
  readonly credentials: IssuedCredentials;
  /** For the API of the cloud, where that requires another credential than the registry. */
  readonly accessKey?: () => Promise<AccessKey>;
}

/**
 * A login at this registry with the ID token of the pipeline.
 * @throws Failure (usage) without an ID token, or if the inputs are not those of this registry
 */
export async function openLogin(
  registry: RegistryName,
  request: LoginRequest,
  settings: IdTokenSettings & Pick<LoginSettings, 'deadline'>,
): Promise<KeylessLogin> {
  const { provider, login, audience } = await readLogin(registry, request);
  const tokens = tokensOf(request.idToken, settings);
  tokens.check(audience);
  const open = login.open({
    ...settings,
    async exchange(work) {
      const token = await tokens.get(audience);
      try {
        return await work(token.value);
      } catch (thrown) {
        throw explained(thrown, token, provider);
      }
    },
  });
  const connect = () => {
    for (const origin of login.origins) settings.http.open(origin);
  };
  return {
    credentials: issuedCredentials(request.oidc, open.issue, settings.now, connect),
    ...(open.accessKey && { accessKey: open.accessKey }),
  };
}

async function readLogin(registry: RegistryName, { oidc, username = '' }: LoginRequest) {
  const [value, audience] = partsOf(oidc);
  const provider = await providerOf(registry, value);
  if (provider === undefined) {
    throw usageFailure(
      `${inputName('oidc')} is given, and no keyless login to ${registry.host} is known`,
      `Give ${inputName('username')} and ${inputName('password')} instead; docs/keyless.md lists the registries.`,
    );
  }
  checkUser(provider, username, registry);
  const login = provider.read(value, { registry, username });
  if (login === undefined) throw wrongForm(provider, oidc);
  return { provider, login, audience: audience ?? login.audience };
}

/** `VALUE;audience=AUDIENCE` */
function partsOf(oidc: string): readonly [string, string | undefined] {
  const parts = oidc.split(';').map((part) => part.trim());
  const audience = parts.find((part) => part.startsWith('audience='));
  return [parts.filter((part) => part !== audience).join(';'), audience?.slice('audience='.length) || undefined];
}

function checkUser({ title, username: meaning }: LoginProvider, username: string, { host }: RegistryName): void {
  if (meaning === undefined && username !== '') {
    throw usageFailure(
      `${inputName('username')} and ${inputName('oidc')} are both given, and ${title} has the user name in the exchange`,
      `Leave ${inputName('username')} out.`,
    );
  }
  if (meaning !== undefined && username === '') {
    throw usageFailure(
      `${inputName('oidc')} for ${host} requires a user name, and none is given`,
      `It is ${meaning}: give it as ${inputName('username')}, as username in an entry of ${inputName('registry-auth')}, for copy to ${title} as ${inputName('to-username')}.`,
    );
  }
}

function wrongForm({ title, form, example }: LoginProvider, oidc: string) {
  return usageFailure(
    `${inputName('oidc')} is ${JSON.stringify(oidc)}, which is not ${form}`,
    `For ${title} write ${inputValue('oidc', example)}.`,
  );
}

/** One for each run and input, so that a token serves every registry that takes its audience. */
const runs = new WeakMap<Http, Map<string | undefined, IdTokens>>();

function tokensOf(given: string | undefined, settings: IdTokenSettings): IdTokens {
  const run = runs.get(settings.http) ?? new Map<string | undefined, IdTokens>();
  runs.set(settings.http, run);
  const tokens = run.get(given) ?? createIdTokens(given, settings);
  run.set(given, tokens);
  return tokens;
}
