import { expect, test } from '@jest/globals';
import { type AwsRole, createAwsIdentities } from '../../sandbox/hosts/aws/identities.js';
import { createSts } from '../../sandbox/hosts/aws/sts.js';
import { createEcr } from '../../sandbox/hosts/ecr/create.js';
import { startRegistry } from '../../sandbox/index.js';
import { createOidc } from '../../sandbox/oidc/index.js';
import { awsClient } from '../support/aws.js';
import { connectTo } from '../support/sandbox-http.js';

const ROLE = 'arn:aws:iam::123456789012:role/ci/push';
const { oidc } = createOidc();
const subject = 'repo:acme/app:ref:refs/heads/main';
const signed = (claims = {}) => oidc.github.issuer.sign({ sub: subject, aud: 'sts.amazonaws.com', ...claims });

/** Roles and what is posted to STS. */
function given(role: Partial<AwsRole> = {}) {
  const identities = createAwsIdentities();
  identities.roles.set(ROLE, {
    issuer: oidc.github.issuer.url,
    subjects: ['repo:acme/*:ref:refs/heads/main'],
    ...role,
  });
  const hosts = createSts(identities, oidc.issuers);
  const request = connectTo(hosts, 'sts.eu-central-1.amazonaws.com');
  const post = async (form: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const common = { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', RoleArn: ROLE };
    const body = new URLSearchParams({ ...common, RoleSessionName: 'image-gate', WebIdentityToken: signed(), ...form });
    return request('POST', '/', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
      body: body.toString(),
    });
  };
  const refused = async (form: Record<string, string>, headers?: Record<string, string>) => {
    const { status, json } = await post(form, headers);
    return [status, json.Error?.Code, json.Error?.Message];
  };
  return { identities, post, refused };
}

test('issues credentials for a token that the role trusts, with the permissions of the role', async () => {
  const { identities, post } = given({ permissions: new Set(['ecr:DescribeImages']) });
  const { json } = await post();
  const result = json.AssumeRoleWithWebIdentityResponse.AssumeRoleWithWebIdentityResult;
  expect(result).toMatchObject({
    SubjectFromWebIdentityToken: subject,
    Audience: 'sts.amazonaws.com',
    Provider: 'https://token.actions.githubusercontent.com',
    AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/push/image-gate' },
  });
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = result.Credentials;
  expect(Expiration - Date.now() / 1000).toBeGreaterThan(3000);
  const registry = await startRegistry({ kind: 'memory' });
  try {
    const { ecr, hosts } = createEcr(registry, identities);
    ecr.repository('team/app', { members: [ROLE] });
    const call = awsClient(hosts, {
      host: 'api.ecr.eu-central-1.amazonaws.com',
      region: 'eu-central-1',
      service: 'ecr',
      target: 'AmazonEC2ContainerRegistry_V20150921',
      accessKey: AccessKeyId,
      secret: SecretAccessKey,
      sessionToken: SessionToken,
    });
    expect((await call('DescribeImages', { repositoryName: 'team/app' })).json).toEqual({ imageDetails: [] });
    expect((await call('ListImages', { repositoryName: 'team/app' })).json.Message).toContain(
      'arn:aws:sts::123456789012:assumed-role/push/image-gate is not authorized to perform: ecr:ListImages',
    );
    identities.roles.set(ROLE, { issuer: oidc.github.issuer.url, subjects: ['*'], lastsSeconds: -1 });
    const late = (await post()).json.AssumeRoleWithWebIdentityResponse.AssumeRoleWithWebIdentityResult.Credentials;
    expect(late.Expiration).toBeLessThan(Date.now() / 1000);
    expect(identities.keys.get(late.AccessKeyId)?.role).toBe(ROLE);
  } finally {
    await registry.stop();
  }
});

test('throttles as a client error', async () => {
  const { identities, refused } = given();
  identities.throttle.every = 1;
  expect(await refused({})).toEqual([400, 'Throttling', 'Rate exceeded']);
});

test('answers in XML unless JSON is accepted', async () => {
  const { post } = given();
  const { headers, text } = await post({}, { accept: '*/*' });
  expect(headers['content-type']).toBe('text/xml');
  expect(text).toMatch(/^<AssumeRoleWithWebIdentityResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/">/);
  expect(text).toMatch(/<Expiration>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/Expiration>/);
  expect(text).toMatch(/<AccessKeyId>ASIA[0-9A-F]{16}<\/AccessKeyId>/);
  const refused = await post({ RoleArn: 'arn:aws:iam::123456789012:role/other' }, { accept: '*/*' });
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
});

test('refuses a subject, a role, an audience, an issuer, a token, a time', async () => {
  const { refused } = given();
  const denied = [403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'];
  const immutable = signed({ sub: 'repo:acme@1001/app@2002:ref:refs/heads/main' });
  expect(await refused({ WebIdentityToken: immutable })).toEqual(denied);
  expect(await refused({ RoleArn: 'arn:aws:iam::123456789012:role/other' })).toEqual(denied);
  const invalid = (message: unknown) => [400, 'InvalidIdentityToken', message];
  expect(await refused({ WebIdentityToken: signed({ aud: 'other' }) })).toEqual(invalid('Incorrect token audience'));
  expect(await refused({ WebIdentityToken: oidc.gitlab.token('sts.amazonaws.com') })).toEqual(
    invalid('No OpenIDConnect provider found in your account for https://gitlab.com'),
  );
  expect(await refused({ WebIdentityToken: 'no.jwt' })).toEqual(invalid(expect.stringContaining('not a valid JWT')));
  const forged = `${signed().split('.').slice(0, 2).join('.')}.c2lnbmF0dXJl`;
  expect(await refused({ WebIdentityToken: forged })).toEqual(invalid(expect.stringContaining('wrong signature')));
  expect(await refused({ WebIdentityToken: signed({ exp: 1 }) })).toEqual([
    400,
    'ExpiredTokenException',
    expect.stringContaining('must be before the expiration date/time 1'),
  ]);
});

test('is strict about every field', async () => {
  const { refused } = given();
  const wrong: readonly (readonly [Record<string, string>, string])[] = [
    [{ Version: '2012-10-17' }, 'version'],
    [{ RoleSessionName: 'with space' }, 'roleSessionName'],
    [{ RoleSessionName: 'x' }, 'roleSessionName'],
    [{ RoleArn: 'push' }, 'roleArn'],
    [{ DurationSeconds: '899' }, 'durationSeconds'],
    [{ DurationSeconds: '3601' }, 'MaxSessionDuration'],
    [{ ProviderId: 'github' }, 'ProviderId'],
  ];
  for (const [form, words] of wrong) {
    expect(await refused(form)).toEqual([400, 'ValidationError', expect.stringContaining(words)]);
  }
  expect((await refused({}, { 'content-type': 'application/json' }))[0]).toBe(400);
  expect(await refused({}, { authorization: 'AWS4-HMAC-SHA256 …' })).toEqual([
    400,
    'ValidationError',
    'the request is signed',
  ]);
});
