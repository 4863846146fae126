import { asFailure, Failure } from '../../../lib/errors.js';
import type { IssuedPassword } from '../credentials.js';
import { type AzureCloud, cloudOf } from './azure-cloud.js';
import { secretsInToken } from './claims.js';
import { formPost, lifeIn, passwordOf, sendExchange, tokenIn } from './exchange.js';
import { checkHalves } from './halves.js';
import type { LoginProvider, LoginSettings } from './provider.js';

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** The tenant by its ID or a domain, the client by its ID. */
const form = new RegExp(`^(${guid}|[a-z0-9-]+(?:\\.[a-z0-9-]+)+)/(${guid})$`, 'i');

const example = '72f988bf-86f1-41af-91ab-2d7cd011db47/1b2c3d4e-5f60-4718-8293-a4b5c6d7e8f9';

/** The audience of tokens for registries, in every cloud. */
const registries = 'https://containerregistry.azure.net';
/** The user name that goes with a refresh token as the password. */
const username = '00000000-0000-0000-0000-000000000000';
/** Seconds. */
const usualLife = 3 * 60 * 60;

/**
 * Azure Container Registry, by a federated credential of an application or a managed identity. Its token of Entra is
 * exchanged for a refresh token of the registry (github.com/Azure/acr, docs/AAD-OAuth.md).
 */
export const acrLogin: LoginProvider = {
  title: 'ACR',
  form: 'TENANT-ID/CLIENT-ID',
  example,
  trust: 'a federated credential of the application or managed identity',
  exact: true,
  refusals: [
    [/AADSTS(?:90002|900023|700016|700027|7000229)\b/, 'oidc'],
    [/AADSTS700212\b|assertion audience/, 'aud'],
    [/AADSTS700211\b|assertion issuer/, 'iss'],
    [/AADSTS700024\b/, 'exp'],
  ],
  read(oidc, { registry }) {
    checkHalves(oidc, '/', ['TENANT-ID', 'CLIENT-ID'], example);
    const [, tenant, client] = form.exec(oidc) ?? [];
    if (tenant === undefined || client === undefined) return undefined;
    const cloud = cloudOf(registry.host);
    const login = { tenant, client, cloud, host: registry.host };
    return {
      audience: cloud.audience,
      origins: [cloud.login, new URL(`https://${registry.host}`)],
      open: (settings) => ({
        async issue() {
          const token = await settings.exchange((idToken) => entraToken(idToken, login, settings));
          // Entra has accepted the ID token: its claims do not explain this.
          if (token instanceof Failure) throw token;
          return refreshToken(token, login, settings);
        },
      }),
    };
  },
};

interface AcrLogin {
  readonly tenant: string;
  readonly client: string;
  readonly cloud: AzureCloud;
  /** Of the registry. */
  readonly host: string;
}

/** A token of Entra. */
interface EntraToken {
  readonly value: string;
  readonly resource: string;
  /** The reason why the token is not for registries, if it is for Azure Resource Manager. */
  readonly insteadOf?: Failure;
}

/**
 * A token for registries, which accept no other where authentication-as-arm is disabled; if none exists, as for
 * managed identities of some tenants, one for Azure Resource Manager.
 * @returns a Failure where Entra has none of both for this client
 */
async function entraToken(idToken: string, login: AcrLogin, settings: LoginSettings): Promise<EntraToken | Failure> {
  const { management } = login.cloud;
  const first = await tokenFor(registries, idToken, login, settings);
  if (!(first instanceof Failure)) return first;
  const second = await tokenFor(management, idToken, login, settings);
  if (!(second instanceof Failure)) return { ...second, insteadOf: first };
  const { kind, status } = second;
  return new Failure(kind, {
    operation: `A token of Entra for ${login.client}`,
    reason: `there is none for ${registries} (${first.message}), and none for ${management} (${second.message})`,
    advice: 'Give the client a role on the registry, and look at what the tenant permits it (conditional access).',
    status,
    cause: second,
  });
}

/** Entra has accepted the client, and gives no token for this: unknown, not consented to, or not for this client. */
function isAboutResource({ reason }: Failure): boolean {
  return /AADSTS(?:500011|650052|650057|70011|1002012|65001|501051|53003)\b|invalid_(?:resource|scope)/.test(reason);
}

/** @returns a Failure where Entra accepts the client, and has no token for this */
async function tokenFor(
  resource: string,
  assertion: string,
  { tenant, client, cloud }: AcrLogin,
  settings: LoginSettings,
): Promise<EntraToken | Failure> {
  const request = formPost(new URL(`/${tenant}/oauth2/v2.0/token`, cloud.login), {
    grant_type: 'client_credentials',
    client_id: client,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: `${resource}/.default`,
  });
  const answer = await sendExchange(request, settings).catch((thrown: unknown) => {
    const failure = asFailure(thrown);
    if (isAboutResource(failure)) return failure;
    throw thrown;
  });
  if (answer instanceof Failure) return answer;
  const value = tokenIn(answer.access_token, request);
  for (const secret of secretsInToken(value)) settings.mask(secret);
  return { value, resource };
}

/** The registry looks at the roles of the client here, and no longer at the ID token. */
async function refreshToken(
  { value, resource, insteadOf }: EntraToken,
  { host, tenant, client }: AcrLogin,
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const request = formPost(new URL(`https://${host}/oauth2/exchange`), {
    grant_type: 'access_token',
    service: host,
    tenant,
    access_token: value,
  });
  const advice =
    `Give the client ${client} a role on the registry: AcrPull, AcrPush or AcrDelete; where permissions are granted by ` +
    'repository, Container Registry Repository Reader, Writer or Contributor.';
  const answer = await sendExchange(request, settings, { authentication: advice, denied: advice }).catch(
    (thrown: unknown) => {
      throw insteadOf === undefined ? thrown : withFirst(asFailure(thrown), resource, insteadOf);
    },
  );
  const life = lifeIn(answer.refresh_token) || usualLife;
  return passwordOf(answer.refresh_token, { username, life, request, holder: client }, settings);
}

function withFirst({ kind, message, advice, status, cause }: Failure, resource: string, first: Failure): Failure {
  return new Failure(kind, {
    operation: `with a token for ${resource}, as there is none for ${registries} (${first.message})`,
    reason: message,
    advice: `${advice ?? ''} A registry with authentication-as-arm disabled accepts no token for ${resource}.`.trim(),
    status,
    cause,
  });
}
