import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAcr } from '../../sandbox/hosts/acr/create.js';
import { china, usGovernment } from '../../sandbox/hosts/entra/clouds.js';
import { createEntra } from '../../sandbox/hosts/entra/create.js';
import type { EntraApplication } from '../../sandbox/hosts/entra/directory.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { createOidc } from '../../sandbox/oidc/index.js';
import { connectTo } from '../support/sandbox-http.js';

const TENANT = '409520d4-8100-4d1d-ad47-72432ddcc120';
const CLIENT = 'af3110ba-0ba9-4412-b1a0-59f50b7e9273';
const HOST = 'acme.azurecr.io';
const REGISTRIES = 'https://containerregistry.azure.net/.default';
const MANAGEMENT = 'https://management.azure.com/.default';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const { oidc } = createOidc();
const subject = 'repo:acme/app:environment:prod';
const signed = (claims = {}) => oidc.github.issuer.sign({ sub: subject, aud: 'api://AzureADTokenExchange', ...claims });
let registry: RunningRegistry;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** An application, a registry that it has a role in, and what is posted to both. */
function given(application: Partial<EntraApplication> = {}, abac = false) {
  const { entra, hosts } = createEntra(oidc.issuers);
  entra.applications.set(CLIENT, { tenant: TENANT, issuer: oidc.github.issuer.url, subject, ...application });
  const { acr, hosts: acrHosts } = createAcr(registry, HOST, { abac, entra });
  acr.principals.add(CLIENT);
  const post = async (fields: Record<string, string> = {}, tenant = TENANT, headers: Record<string, string> = form) => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: signed(),
      scope: REGISTRIES,
      ...fields,
    }).toString();
    return connectTo(hosts, 'login.microsoftonline.com')('POST', `/${tenant}/oauth2/v2.0/token`, { headers, body });
  };
  const refused = async (fields: Record<string, string>, tenant?: string) => {
    const { status, json } = await post(fields, tenant);
    return [status, json.error, json.error_codes?.[0]];
  };
  const request = connectTo(acrHosts, HOST);
  const exchange = (fields: Record<string, string>) => {
    const common = { grant_type: 'access_token', service: HOST, tenant: TENANT };
    return request('POST', '/oauth2/exchange', {
      headers: form,
      body: new URLSearchParams({ ...common, ...fields }).toString(),
    });
  };
  return { entra, acr, post, refused, request, exchange };
}

test('issues an access token for an assertion that the application trusts', async () => {
  const { json } = await given().post();
  expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
  const claims = JSON.parse(Buffer.from(json.access_token.split('.')[1], 'base64url').toString());
  expect(claims).toMatchObject({ aud: 'https://containerregistry.azure.net', appid: CLIENT, tid: TENANT });
});

test('names the part of the assertion without a match, and a difference in case', async () => {
  const { refused, post } = given();
  const invalid = (code: number) => [401, 'invalid_client', code];
  const immutable = signed({ sub: 'repo:acme@1001/app@2002:environment:prod' });
  expect(await refused({ client_assertion: immutable })).toEqual(invalid(700213));
  expect(await refused({ client_assertion: signed({ sub: subject.toUpperCase() }) })).toEqual(invalid(7002138));
  expect(await refused({ client_assertion: signed({ aud: 'sts.amazonaws.com' }) })).toEqual(invalid(700212));
  expect(await refused({ client_assertion: oidc.gitlab.token('api://AzureADTokenExchange') })).toEqual(invalid(700211));
  expect(await refused({ client_assertion: signed({ exp: 1 }) })).toEqual(invalid(700024));
  const forged = `${signed().split('.').slice(0, 2).join('.')}.c2lnbmF0dXJl`;
  expect(await refused({ client_assertion: forged })).toEqual(invalid(50013));
  expect((await post({ client_assertion: immutable })).json.error_description).toMatch(
    /^AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:acme@1001\/app@2002:environment:prod'\. .+ Trace ID: \S+ Correlation ID: \S+ Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
  );
});

test('throttles for a second', async () => {
  const { entra, post } = given();
  entra.throttle.every = 1;
  const { status, headers } = await post();
  expect([status, headers['retry-after']]).toEqual([429, '1']);
});

test('is strict about every field', async () => {
  const { refused, post } = given({ resources: ['https://management.azure.com'] });
  expect(await refused({ grant_type: '' })).toEqual([400, 'invalid_request', 900144]);
  expect(await refused({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type', 70003]);
  expect(await refused({ client_assertion_type: 'jwt' })).toEqual([400, 'invalid_request', 50012]);
  expect(await refused({ client_secret: 'x' })).toEqual([400, 'invalid_request', 90014]);
  expect(await refused({ client_id: 'other' })).toEqual([400, 'unauthorized_client', 700016]);
  expect(await refused({}, 'other')).toEqual([400, 'invalid_request', 90002]);
  expect(await refused({ scope: 'https://management.azure.com' })).toEqual([400, 'invalid_scope', 1002012]);
  expect(await refused({ scope: REGISTRIES })).toEqual([400, 'invalid_resource', 500011]);
  expect((await post({ scope: MANAGEMENT })).status).toBe(200);
  expect((await post({}, TENANT, { 'content-type': 'application/json' })).status).toBe(400);
});

describe('a registry exchanges it for a refresh token', () => {
  test('which opens the repositories of the principal, with permissions by repository too', async () => {
    for (const abac of [false, true]) {
      const { acr, post, exchange, request } = given({}, abac);
      const name = `exchanged-${abac}`;
      acr.repository(name, { private: true, members: [CLIENT] });
      await acr.image(name, 'v1');
      const { access_token } = (await post()).json;
      const { refresh_token } = (await exchange({ access_token })).json;
      const scope = `repository:${name}:metadata_read`;
      const body = new URLSearchParams({ grant_type: 'refresh_token', service: HOST, scope, refresh_token }).toString();
      const token = (await request('POST', '/oauth2/token', { headers: form, body })).json.access_token;
      const headers = { authorization: `Bearer ${token}` };
      expect((await request('GET', `/acr/v1/${name}/_tags`, { headers })).json.tags).toHaveLength(1);
    }
  });

  test('but not of another tenant or resource, nor for a principal without a role, and by POST only', async () => {
    const { acr, entra, post, exchange, request } = given();
    const { access_token } = (await post({ scope: MANAGEMENT })).json;
    expect((await exchange({ access_token })).status).toBe(200);
    expect((await exchange({ access_token, tenant: 'other' })).status).toBe(401);
    expect((await exchange({ access_token, service: 'other.azurecr.io' })).status).toBe(400);
    expect((await exchange({ access_token, grant_type: 'refresh_token' })).status).toBe(400);
    expect((await exchange({ access_token, scope: 'x' })).status).toBe(400);
    acr.armTokens = false;
    expect((await exchange({ access_token })).json.errors[0].message).toBe('token validation failed');
    const ended = entra.issue(CLIENT, TENANT, 'https://containerregistry.azure.net', -1);
    expect((await exchange({ access_token: ended })).status).toBe(401);
    acr.principals.clear();
    expect((await exchange({ access_token: (await post()).json.access_token })).status).toBe(401);
    expect((await request('GET', '/oauth2/exchange')).status).toBe(404);
  });
});

test.each([
  [usGovernment, 'login.microsoftonline.us', 'https://management.usgovcloudapi.net', 'api://AzureADTokenExchangeUSGov'],
  [china, 'login.partner.microsoftonline.cn', 'https://management.chinacloudapi.cn', 'api://AzureADTokenExchangeChina'],
])('another cloud has its own host, audience and Resource Manager: %#', async (cloud, login, management, audience) => {
  const { entra, hosts } = createEntra(oidc.issuers, cloud);
  entra.applications.set(CLIENT, { tenant: TENANT, issuer: oidc.github.issuer.url, subject });
  const post = (scope: string, claims = {}) =>
    connectTo(hosts, login)('POST', `/${TENANT}/oauth2/v2.0/token`, {
      headers: form,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: CLIENT,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: signed({ aud: audience, ...claims }),
        scope,
      }).toString(),
    });
  expect((await post(REGISTRIES)).status).toBe(200);
  expect((await post(`${management}/.default`)).status).toBe(200);
  expect((await post(MANAGEMENT)).json.error_codes).toEqual([500011]);
  expect((await post(REGISTRIES, { aud: 'api://AzureADTokenExchange' })).json.error_codes).toEqual([700212]);
});
