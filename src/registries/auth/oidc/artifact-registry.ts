import type { HttpAnswer } from '../../../http/message.js';
import { timeOf } from '../../../images/date.js';
import type { FailureKind } from '../../../lib/errors.js';
import { textOf } from '../../../lib/json.js';
import type { IssuedPassword } from '../credentials.js';
import { claimsIn } from './claims.js';
import { jsonPost, passwordOf, secondsIn, sendExchange, tokenIn } from './exchange.js';
import type { LoginProvider, LoginSettings } from './provider.js';

const exchangeUrl = new URL('https://sts.googleapis.com/v1/token');
const impersonationOrigin = new URL('https://iamcredentials.googleapis.com');
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const username = 'oauth2accesstoken';
/** Seconds: the most that a service account gives without a change of the organization's policy. */
const longest = 3600;

const form =
  /^(projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+)(\/providers\/[a-z0-9-]+)(?:;([a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com))?$/;

/**
 * Artifact Registry, by workload identity federation (docs.cloud.google.com/iam/docs/reference/sts/rest): directly, or with
 * the permissions of a service account.
 */
export const artifactRegistry: LoginProvider = {
  title: 'Artifact Registry',
  form: 'a provider of a workload identity pool, with the number of its project, and optionally ;SERVICE-ACCOUNT',
  example: 'projects/123456789/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
  trust: 'the provider of the workload identity pool (issuer, allowed audiences, attribute condition)',
  refusals: [
    [/invalid_target/, 'oidc'],
    [/audience in ID Token/i, 'aud'],
    [/issuer in ID Token/i, 'iss'],
    [/stale|expired/i, 'exp'],
  ],
  read(oidc) {
    const [, pool, provider, account] = form.exec(oidc) ?? [];
    if (pool === undefined || provider === undefined) return undefined;
    const resource = `//iam.googleapis.com/${pool}${provider}`;
    return {
      audience: `https:${resource}`,
      origins: account === undefined ? [exchangeUrl] : [exchangeUrl, impersonationOrigin],
      open: (settings) => ({
        issue: () =>
          settings.exchange((idToken) =>
            account === undefined
              ? federated(idToken, { resource, pool }, settings)
              : impersonated(idToken, { resource, account }, settings),
          ),
      }),
    };
  },
};

/** The password of the principal that the pool makes of the ID token. */
async function federated(
  idToken: string,
  { resource, pool }: { readonly resource: string; readonly pool: string },
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const { request, answer } = await exchange(idToken, resource, settings);
  const holder = `principal://iam.googleapis.com/${pool}/subject/${textOf(claimsIn(idToken)?.sub)}`;
  const life = secondsIn(answer.expires_in);
  return passwordOf(answer.access_token, { username, life, request, holder }, settings);
}

/** The password of a service account, which that principal may use. */
async function impersonated(
  idToken: string,
  { resource, account }: { readonly resource: string; readonly account: string },
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const first = await exchange(idToken, resource, settings);
  const bearer = tokenIn(first.answer.access_token, first.request);
  settings.mask(bearer);
  const url = new URL(`/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, impersonationOrigin);
  const fields = { scope: [scope], lifetime: `${longest}s` };
  const request = jsonPost(url, fields, { authorization: `Bearer ${bearer}` });
  const denied =
    `Give the principal of this ID token roles/iam.workloadIdentityUser on ${account}, and enable the IAM Service Account ` +
    'Credentials API in its project.';
  const { accessToken, expireTime } = await sendExchange(request, settings, { denied });
  const life = ((timeOf(expireTime)?.getTime() ?? 0) - settings.now().getTime()) / 1000;
  return passwordOf(accessToken, { username, life: secondsIn(life), request, holder: account }, settings);
}

async function exchange(subjectToken: string, audience: string, settings: LoginSettings) {
  const request = jsonPost(exchangeUrl, {
    audience,
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    scope,
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
    subjectToken,
  });
  return { request, answer: await sendExchange(request, settings, { kindOf: kindOfExchange }) };
}

/** All refusals are 400; that of the attribute condition is one of permission. */
function kindOfExchange({ status, body }: HttpAnswer): FailureKind | undefined {
  return status === 400 && /"unauthorized_client"/.test(body.toString('utf8')) ? 'denied' : undefined;
}
