import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGar } from '../../sandbox/hosts/gar/create.js';
import { createGoogleIdentity } from '../../sandbox/hosts/google-identity/create.js';
import { federatedPrincipal } from '../../sandbox/hosts/google-identity/state.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { createOidc } from '../../sandbox/oidc/index.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const PROVIDER = 'projects/123/locations/global/workloadIdentityPools/ci/providers/gitlab';
const SUBJECT = 'project_path:acme/app:ref_type:branch:ref:main';
const ACCOUNT = 'ci@acme.iam.gserviceaccount.com';
const { oidc } = createOidc();
let registry: RunningRegistry;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

function given() {
  const { gar, hosts: garHosts } = createGar(registry);
  const { google, hosts } = createGoogleIdentity(oidc.issuers, gar.accessTokens);
  google.providers.set(PROVIDER, { issuer: oidc.gitlab.issuer.url });
  const all = { ...garHosts, ...hosts };
  const post = (host: string, path: string, body: unknown, authorization?: string) =>
    connectTo(all, host)('POST', path, {
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(body),
    });
  const exchange = (token: string, changes: Readonly<Record<string, unknown>> = {}) =>
    post('sts.googleapis.com', '/v1/token', {
      audience: `//iam.googleapis.com/${PROVIDER}`,
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken: token,
      ...changes,
    });
  const impersonate = (token: string, body: unknown = { scope: ['https://www.googleapis.com/auth/cloud-platform'] }) =>
    post(
      'iamcredentials.googleapis.com',
      `/v1/projects/-/serviceAccounts/${ACCOUNT}:generateAccessToken`,
      body,
      `Bearer ${token}`,
    );
  const login = (token: string) =>
    connectTo(all, 'us-docker.pkg.dev')('GET', '/v2/token?scope=repository:acme/keyless/app:pull', {
      headers: { authorization: basic('oauth2accesstoken', token) },
    });
  return { gar, google, exchange, impersonate, login };
}

const idToken = (claims = {}) => oidc.gitlab.token(`https://iam.googleapis.com/${PROVIDER}`, claims);

test('a federated token is good for what its principal may, and lasts as long as the ID token', async () => {
  const { gar, exchange, login } = given();
  gar.repository('acme/keyless/app', { private: true, members: [federatedPrincipal(PROVIDER, SUBJECT)] });
  const { status, json } = await exchange(idToken());
  expect([status, json.token_type]).toEqual([200, 'Bearer']);
  expect(json.expires_in).toBeGreaterThan(0);
  expect(json.expires_in).toBeLessThanOrEqual(300);
  expect((await login(json.access_token)).status).toBe(200);
  const stranger = await exchange(idToken({ sub: 'project_path:acme/app:ref_type:branch:ref:other' }));
  expect((await login(stranger.json.access_token)).status).toBe(403);
});

test('a service account is impersonated by those who may', async () => {
  const { gar, google, exchange, impersonate, login } = given();
  gar.repository('acme/keyless/app', { private: true, members: [ACCOUNT] });
  const federated = (await exchange(idToken())).json.access_token;
  const refused = await impersonate(federated);
  expect([refused.status, refused.json.error.message]).toEqual([
    403,
    "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
  ]);
  google.serviceAccounts.set(ACCOUNT, new Set([federatedPrincipal(PROVIDER, SUBJECT)]));
  const { status, json } = await impersonate(federated);
  expect([status, (await login(json.accessToken)).status]).toEqual([200, 200]);
  expect(json.expireTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const scope = ['https://www.googleapis.com/auth/cloud-platform'];
  expect((await impersonate(federated, { scopes: scope })).status).toBe(400);
  expect((await impersonate(federated, { scope, lifetime: '3601s' })).status).toBe(400);
  expect((await impersonate('wrong')).status).toBe(401);
});

test('a faulty request is refused with Google’s message', async () => {
  const { google, exchange } = given();
  google.providers.set(PROVIDER, { issuer: oidc.gitlab.issuer.url, condition: ({ ref }) => ref === 'main' });
  const why = async (...asked: Parameters<typeof exchange>) => {
    const { status, json } = await exchange(...asked);
    return [status, json.error, json.error_description];
  };
  expect(await why(idToken({ ref: 'other' }))).toEqual([
    400,
    'unauthorized_client',
    'The given credential is rejected by the attribute condition.',
  ]);
  expect(await why(oidc.gitlab.token('elsewhere'))).toEqual([
    400,
    'invalid_grant',
    'The audience in ID Token [elsewhere] does not match the expected audience.',
  ]);
  expect(await why(idToken({ iat: 7, exp: 8 }))).toEqual([
    400,
    'invalid_grant',
    'ID Token issued at 7 is stale to sign-in.',
  ]);
  expect((await why(oidc.bitbucket.token(`https://iam.googleapis.com/${PROVIDER}`)))[1]).toBe('invalid_grant');
  expect((await why(`${idToken().slice(0, -4)}AAAA`))[1]).toBe('invalid_grant');
  expect((await why(idToken(), { audience: `https://iam.googleapis.com/${PROVIDER}` }))[1]).toBe('invalid_target');
  expect((await why(idToken(), { grant_type: 'x' }))[1]).toBe('invalid_request');
  expect((await why(idToken(), { scope: 'email' }))[1]).toBe('invalid_request');
});

test('a throttle refuses every n-th request', async () => {
  const { google, exchange } = given();
  google.throttle.every = 2;
  expect((await exchange(idToken())).status).toBe(200);
  expect((await exchange(idToken())).json.error.status).toBe('RESOURCE_EXHAUSTED');
});
