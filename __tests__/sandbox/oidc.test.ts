import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createOidc } from '../../sandbox/oidc/index.js';
import { claimsOf } from '../../sandbox/oidc/issuer.js';
import { meetsPattern, verifyIdToken } from '../../sandbox/oidc/verification.js';
import { connectTo } from '../support/sandbox-http.js';

const { oidc, hosts } = createOidc();

/** What a job requests, with what it has in its environment. */
async function requestToken(env: Readonly<Record<string, string>>, audience?: string, bearer?: string) {
  const url = new URL(env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
  if (audience !== undefined) url.searchParams.set('audience', audience);
  const authorization = `Bearer ${bearer ?? env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
  const { status, json } = await connectTo(hosts, url.host)('GET', `${url.pathname}${url.search}`, {
    headers: { authorization },
  });
  return { status, token: String(json?.value ?? '') };
}

test('GitHub’s tokens describe the job and are for the requested audience', async () => {
  const { token } = await requestToken(oidc.github.env({ environment: 'prod' }), 'https://identity.docker.com');
  const verified = verifyIdToken(oidc.issuers, token, 'https://identity.docker.com');
  expect(verified).toMatchObject({
    claims: {
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:acme/app:environment:prod',
      repository: 'acme/app',
      job_workflow_ref: 'acme/app/.github/workflows/deploy.yml@refs/heads/main',
    },
  });
  const plain = await requestToken(oidc.github.env({ immutableSubject: true }));
  expect(claimsOf(plain.token)).toMatchObject({
    aud: 'https://github.com/acme',
    sub: 'repo:acme@1001/app@2002:ref:refs/heads/main',
  });
  expect((await requestToken(oidc.github.env(), 'x', 'wrong')).status).toBe(401);
});

test('the key set in the discovery document verifies them', async () => {
  const ask = connectTo(hosts, 'token.actions.githubusercontent.com');
  const { jwks_uri } = (await ask('GET', '/.well-known/openid-configuration')).json;
  const { keys } = (await ask('GET', new URL(jwks_uri).pathname)).json;
  const { token } = await requestToken(oidc.github.env());
  const [header = '', payload = '', signature = ''] = token.split('.');
  const key = createPublicKey({ key: keys[0], format: 'jwk' });
  expect(verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('every fault of a token is found: signature, issuer, time, audience', () => {
  const token = oidc.gitlab.token('a');
  const [header, , signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...claimsOf(token), aud: 'b' })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  const fault = (asked: string, audience = 'a') => verifyIdToken(oidc.issuers, asked, audience);
  expect(fault(token)).toMatchObject({ claims: { aud: 'a' } });
  expect(fault(token, 'b')).toEqual({ fault: 'wrong audience' });
  expect(fault(`${header}.${forged}.${signature}`, 'b')).toEqual({ fault: 'wrong signature' });
  const other = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'other' })).toString('base64url');
  expect(fault(`${other}.${token.split('.').slice(1).join('.')}`)).toEqual({ fault: 'wrong signature' });
  expect(fault(`${none}.${forged}.`, 'b')).toEqual({ fault: 'wrong signature' });
  expect(fault(oidc.gitlab.token('a', { iss: 'https://elsewhere.example' }))).toEqual({ fault: 'unknown issuer' });
  expect(fault(oidc.gitlab.token('a', { iss: oidc.bitbucket.issuer.url }))).toEqual({ fault: 'wrong signature' });
  expect(fault(oidc.gitlab.token('a', { exp: 1 }))).toEqual({ fault: 'expired' });
  expect(fault(oidc.gitlab.token('a', { nbf: 9e9 }))).toEqual({ fault: 'not valid yet' });
  expect(fault('no.token')).toEqual({ fault: 'malformed' });
});

test('Bitbucket’s tokens have several audiences, and another subject each time', () => {
  const [one, other] = [oidc.bitbucket.token(['a', 'b']), oidc.bitbucket.token()];
  expect(verifyIdToken(oidc.issuers, one, 'b')).toMatchObject({ claims: { aud: ['a', 'b'] } });
  expect(claimsOf(one)?.sub).not.toBe(claimsOf(other)?.sub);
});

test('patterns of subjects', () => {
  expect(meetsPattern('repo:acme/*:ref:refs/heads/main', 'repo:acme/app:ref:refs/heads/main')).toBe(true);
  expect(meetsPattern('repo:acme/app:*', 'repo:acme@1/app@2:ref:refs/heads/main')).toBe(false);
  expect(meetsPattern('repo:acme.x/app', 'repo:acmeyx/app')).toBe(false);
});
